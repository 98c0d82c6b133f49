"""A question as we understand it: its kind, its days and bodies, the words to search for."""

from index.question.understanding import Known, Question, Term, phrase_of, understand

__all__ = ["Known", "Question", "Term", "phrase_of", "understand"]
