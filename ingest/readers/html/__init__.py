"""Web pages: headings, lists with their numbers, and tables."""

from ingest.readers.html.reader import read

__all__ = ["read"]
