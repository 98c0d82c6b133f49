"""One ingest: what to read, what became of it, and how it is told."""
