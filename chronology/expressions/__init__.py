"""What was said of time: spans, types and meanings, before any anchor."""
