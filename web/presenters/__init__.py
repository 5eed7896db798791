"""View models: what a page shows, as small frozen values, so that the templates hold no logic.

Everything here is a pure function of `chronology.model` values. Text that came from a document is handed
over as plain strings in segments, never as HTML: the template escapes every one of them.
"""
