"""Keeps documents, expressions, tellings, events and findings: SQLite by default, PostgreSQL by URL."""

from chronology.store.identity import keep_ids
from chronology.store.repository import NEVER, Extraction, Snapshot, Store, digest

__all__ = ["NEVER", "Extraction", "Snapshot", "Store", "digest", "keep_ids"]
