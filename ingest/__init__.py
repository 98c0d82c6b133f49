"""Papers in, reports out."""
