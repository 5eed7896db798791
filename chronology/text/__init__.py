"""Sentences and words of a text, by offset. Standard library only."""
