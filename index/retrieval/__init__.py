"""The evidence for a question: passages in the light of their reports, best first."""

from index.retrieval.evidence import Evidence, Weighed, find, weigh

__all__ = ["Evidence", "Weighed", "find", "weigh"]
