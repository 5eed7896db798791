"""Finds, resolves and explains the dates in documents, and builds timelines from them."""
