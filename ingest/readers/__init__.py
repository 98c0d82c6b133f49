"""A reader for each format: bytes in, paragraphs and tables in reading order out."""
