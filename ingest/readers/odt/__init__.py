"""OpenDocument texts: paragraphs with the numbers that are printed before them, and tables."""

from ingest.readers.odt.reader import read

__all__ = ["read"]
