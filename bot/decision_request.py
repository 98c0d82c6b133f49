"""What ``/decisions about … by … since … until … n`` asks for.

Each keyword takes the words up to the next; words before the first keyword are what it is about.
A last number of one or two digits is how many to show, unless a keyword would be left with nothing.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from index.errors import TownClerkError
from index.question.when import Days, read_when
from index.records import DecisionQuery, Filters

DEFAULT = 10
MOST = 20
_KEYWORD = re.compile(r"\b(about|by|since|from|until|to)\b", re.IGNORECASE)
_SAME = {"from": "since", "to": "until"}
_NUMBER = re.compile(r"(?:^|(?<=\s))(?:last\s+)?(\d{1,2})$", re.IGNORECASE)


class NotUnderstood(TownClerkError):
    """A request that cannot be read; the sentence says how to put it."""

    code = "not_understood"


@dataclass(frozen=True, slots=True)
class _Said:
    """The words after each keyword, and the number at the end."""

    about: str = ""
    by: str = ""
    since: str = ""
    until: str = ""
    number: int = DEFAULT


def decision_query(request: str, today: date) -> DecisionQuery:
    """The decisions asked for; NotUnderstood where a date cannot be read."""
    said = _said(" ".join(request.split()))
    since = _day(said.since, today, lambda days: days.first)
    until = _day(said.until, today, lambda days: days.last)
    if since and until and since > until:
        raise NotUnderstood("Those dates run backwards: give the earlier one after “since”.")
    filters = Filters(body=said.by or None, since=since, until=until)
    limit = min(max(said.number, 1), MOST)
    return DecisionQuery(about=said.about or None, filters=filters, limit=limit)


def _said(request: str) -> _Said:
    """The request cut at its keywords; a keyword said again is a plain word."""
    request, number = _number_off(request)
    parts: dict[str, str] = {"about": ""}
    current = "about"
    for piece in _KEYWORD.split(request):
        keyword = _SAME.get(piece.casefold(), piece.casefold())
        if _KEYWORD.fullmatch(piece) and keyword not in (set(parts) - {"about"}):
            current = keyword
            parts.setdefault(keyword, "")
        else:
            parts[current] = f"{parts[current]} {piece.strip()}".strip()
    return _Said(**parts, number=number)


def _number_off(request: str) -> tuple[str, int]:
    match = _NUMBER.search(request)
    if not match:
        return request, DEFAULT
    before = request[: match.start()].rstrip()
    last_word = before.rsplit(" ", 1)[-1]
    if _KEYWORD.fullmatch(last_word):
        return request, DEFAULT
    return before, int(match[1])


def _day(words: str, today: date, side: Callable[[Days], date | None]) -> date | None:
    if not words:
        return None
    if found := side(read_when(words, today)):
        return found
    raise NotUnderstood(
        f"“{words}” could not be read as a date. "
        "Say it as “16 March 2011”, “April 2007”, “2007” or “last month”."
    )
