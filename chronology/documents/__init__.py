"""Readers by suffix, the manifest, and the finder of publication dates."""

from chronology.documents.sources import Notice, read, read_sources

__all__ = ["Notice", "read", "read_sources"]
