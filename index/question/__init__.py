"""A question as we understand it: its kind, its days and bodies, the words to search for."""

from index.question.known import Known
from index.question.terms import Term, phrase_of
from index.question.understanding import Question, understand

__all__ = ["Known", "Question", "Term", "phrase_of", "understand"]
