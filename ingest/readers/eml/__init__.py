"""Mails: their text as a paper, and what is attached to them."""

from ingest.readers.eml.reader import read

__all__ = ["read"]
