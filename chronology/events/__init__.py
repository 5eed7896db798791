"""Who did what when: sentences and timexes → events with evidence."""
