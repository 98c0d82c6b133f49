"""How good the answers are: questions whose evidence is known, asked and counted."""

from index.evaluation.asking import Asked, ask_all
from index.evaluation.questions import SetQuestion, read_questions

__all__ = ["Asked", "SetQuestion", "ask_all", "read_questions"]
