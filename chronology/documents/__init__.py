"""Readers by suffix, and the search for a document's creation time."""
