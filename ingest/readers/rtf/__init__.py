"""Rich Text (RTF): paragraphs with the numbers printed before them, and tables."""

from ingest.readers.rtf.reader import read

__all__ = ["read"]
