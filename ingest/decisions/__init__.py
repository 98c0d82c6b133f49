"""What a paper asks a body to do, or says it has done."""

from ingest.decisions.standing import decisions

__all__ = ["decisions"]
