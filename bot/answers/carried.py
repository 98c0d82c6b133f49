"""A question as the buttons under its answer carry it, to be asked again when one is pressed."""

import hashlib
from dataclasses import asdict
from datetime import date
from typing import Any

from bot.answers.asked import Asked
from bot.values import packed
from index.records import Answer, Filters

_DATES = ("since", "until")


def carried(asked: Asked, **more: Any) -> str | None:
    """The question for a button's value, with ``more``; None where it is too long for one.

    Of a long conversation it keeps what was said last.
    """
    filters = {name: str(value) for name, value in asdict(asked.filters).items() if value}
    for first in range(len(asked.conversation) + 1):
        said = list(asked.conversation[first:])
        if value := packed(question=asked.text, conversation=said, filters=filters, **more):
            return value
    return None


def asked_again(fields: dict[str, Any], user: str, *, private: bool) -> Asked | None:
    """The question that a button carries, asked by whoever pressed it; None if it has none."""
    question, said = fields.get("question"), fields.get("conversation")
    if not isinstance(question, str) or not question.strip():
        return None
    conversation = tuple(map(str, said)) if isinstance(said, list) else ()
    return Asked(question, user, conversation, _filters(fields.get("filters")), private)


def mark_of(answer: Answer) -> str:
    """A few letters that tell an answer from another one; none of its words can be read off it."""
    places = [(cited.report.report_id, cited.start, cited.end) for cited in answer.citations]
    said = repr((answer.status, answer.headline, places))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _filters(said: object) -> Filters:
    """Filters as they were carried; those that cannot be read are left out."""
    given: dict[str, Any] = {}
    for name, value in said.items() if isinstance(said, dict) else ():
        if name in Filters.__slots__ and isinstance(value, str):
            given[name] = _day(value) if name in _DATES else value
    return Filters(**given)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
