"""Pages, feeds and API over a chronicle."""
