"""Old Word documents (DOC), by way of LibreOffice or antiword, where they are installed."""

from ingest.readers.doc.reader import read

__all__ = ["read"]
