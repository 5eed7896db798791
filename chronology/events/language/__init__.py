"""A shallow reading of English sentences: tokens, tags, groups, clauses. Rules and word lists, no model."""
