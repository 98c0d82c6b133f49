"""PDF: lines placed on a page become paragraphs and tables."""

from ingest.readers.pdf.whole import read

__all__ = ["read"]
