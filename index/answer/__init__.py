"""Evidence as an answer with citations, each checked; never a guess."""

from index.answer.answering import answer

__all__ = ["answer"]
