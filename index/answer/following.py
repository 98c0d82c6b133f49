"""A question answered in its conversation: as it stands, or with its subject filled in."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from index.answer.cited import date_of_cited, movers_of_cited, persons_named
from index.answer.inquiry import Inquiry
from index.catalogue import Catalogue
from index.question import Known, Question
from index.question.follow_ups import Conversation, Turn
from index.records import Answer, Searched


class Asking(Protocol):
    """What answers one asker: within which filters, on which day, in how many citations."""

    @property
    def today(self) -> date:
        """The day that "last month" is reckoned from."""

    @property
    def catalogue(self) -> Catalogue:
        """The papers that answer."""

    def known(self) -> Known:
        """What the papers hold that helps to read a question."""

    def understand(self, text: str) -> Question:
        """A question as it is understood by itself."""

    def limited(self, question: Question) -> Question:
        """A question within the filters given."""

    def searched(self, question: Question) -> Searched:
        """What is looked through for a question."""

    def inquire(self, question: Question) -> Inquiry:
        """Everything found for a question."""

    def answer(self, question: Question) -> Answer:
        """The answer to a question that stands by itself."""


def answer_in(conversation: Sequence[str], text: str, asking: Asking) -> Answer:
    """The answer to a question after earlier ones of the same asker, the oldest first."""

    def named(earlier: str) -> tuple[str, ...]:
        return persons_named(_again(earlier, asking), asking.catalogue)

    reading = Conversation(asking.known(), asking.today, named)
    turn = reading.read(text, conversation)
    if turn.understood:
        return asking.answer(asking.limited(turn.understood))
    question = asking.understand(turn.question)
    if turn.unclear is not None:
        return _not_clear(turn, question, asking)
    found = _followed(turn, question, asking)
    searched = _marked(asking.searched(question), turn)
    return replace(found, question=turn.text, read_as=turn.read_as, searched=searched)


def _followed(turn: Turn, question: Question, asking: Asking) -> Answer:
    """The answer to a follow-up: by what an earlier answer cited, or by what is found."""
    if not turn.about or not turn.of_cited:
        return asking.answer(question)
    earlier = _again(turn.about, asking)
    if turn.of_cited == "date":
        return date_of_cited(turn.text, earlier)
    finding = movers_of_cited(asking.inquire(question), earlier)
    if not finding:
        return asking.answer(question)
    return replace(
        earlier,
        status=finding.status,
        kind="who",
        headline=finding.headline,
        standing=finding.citations[0].standing,
        citations=finding.citations,
        position=(),
        suggestions=(),
    )


def _again(question: str, asking: Asking) -> Answer:
    """An earlier question asked again: the same papers give the same answer."""
    return asking.answer(asking.understand(question))


def _marked(searched: Searched, turn: Turn) -> Searched:
    """What was searched, with the words that the asker said earlier marked as such."""
    carried = tuple(word for word in searched.words if turn.is_carried(word))
    return replace(searched, from_conversation=carried)


def _not_clear(turn: Turn, question: Question, asking: Asking) -> Answer:
    """What is said where the subject cannot be told: which word is not clear."""
    word = f"what “{turn.unclear}” means here" if turn.unclear else "what this question is about"
    return Answer(
        question=turn.text,
        status="no_answer",
        kind=question.kind,
        headline=f"It is not clear {word}. Please name the subject.",
        standing=None,
        citations=(),
        searched=replace(asking.searched(question), words=()),
        suggestions=turn.fuller,
    )
