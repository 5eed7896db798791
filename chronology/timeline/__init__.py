"""Many tellings → one checked timeline."""
