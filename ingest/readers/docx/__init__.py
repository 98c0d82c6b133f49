"""Word documents: paragraphs with the numbers that Word prints, and tables."""

from ingest.readers.docx.reader import read

__all__ = ["read"]
