"""PDF: lines placed on a page become paragraphs and tables."""

from ingest.readers.pdf.reader import read

__all__ = ["read"]
