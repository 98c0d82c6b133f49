"""Paragraphs and tables in, the report's text and its labelled blocks out."""

from ingest.structure.assembly import structure

__all__ = ["structure"]
