"""A page of decisions, what its buttons carry, and the page that a request or a button asks for."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, get_args

from bot.decisions.limits import Names, names_in
from bot.decisions.request import MOST
from bot.values import packed, unpacked
from index.library import Library
from index.records import DecisionFound, DecisionQuery, Filters, Standing
from index.runs import Status

_FURTHEST = 100_000  # decisions passed over; nobody turns so many pages


@dataclass(frozen=True, slots=True)
class Page:
    """Decisions in the order given, what they were looked for in, and whether there are older."""

    query: DecisionQuery
    found: tuple[DecisionFound, ...]
    older: bool
    status: Status

    @property
    def names(self) -> Names:
        """What the councils and bodies held are called."""
        return names_in(self.status)

    @property
    def print(self) -> str:
        """Tells this page from one that lists anything else."""
        listed = [(one.report.report_id, one.decision.start) for one in self.found]
        return hashlib.sha256(repr(listed).encode()).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Turn:
    """What a button under a list asks for; ``print`` is that of the page it stood under.

    ``generation`` is that of the library then. A list made from somebody's message may not be
    shared: its subject is words of that message.
    """

    query: DecisionQuery
    generation: int
    print: str = ""
    may_share: bool = True


def page_of(library: Library, query: DecisionQuery) -> Page:
    """The decisions of a query; its newest ones where those further on are no longer held."""
    found = library.decisions(replace(query, limit=query.limit + 1))
    if query.offset and not found:
        return page_of(library, replace(query, offset=0))
    older = len(found) > query.limit
    return Page(query, found[: query.limit], older, library.status())


def carried(turn: Turn) -> str | None:
    """What a button carries of a turn; None where it is too long for one."""
    query, filters = turn.query, turn.query.filters
    fields = {
        "about": query.about,
        "council": filters.council,
        "body": filters.body,
        "since": filters.since and filters.since.isoformat(),
        "until": filters.until and filters.until.isoformat(),
        "standing": filters.standing,
    }
    return packed(
        at=query.offset,
        n=query.limit,
        g=turn.generation,
        p=turn.print,
        share=turn.may_share,
        **{name: said for name, said in fields.items() if said is not None},
    )


def turn_in(value: str | None) -> Turn | None:
    """The turn that a button carries; None where it is not one of ours, or of an older version."""
    fields = unpacked(value)
    try:
        query = DecisionQuery(_text(fields, "about"), _filters(fields), fields["n"], fields["at"])
        turn = Turn(query, int(fields["g"]), str(fields["p"]), fields["share"] is True)
    except (KeyError, TypeError, ValueError):
        return None
    return turn if _is_sound(query) else None


def _is_sound(query: DecisionQuery) -> bool:
    numbers = type(query.limit) is int and type(query.offset) is int
    return numbers and 1 <= query.limit <= MOST and 0 <= query.offset <= _FURTHEST


def _filters(fields: dict[str, Any]) -> Filters:
    standing = fields.get("standing")
    if standing is not None and standing not in get_args(Standing):
        raise ValueError(standing)
    return Filters(
        council=_text(fields, "council"),
        body=_text(fields, "body"),
        since=_day(fields, "since"),
        until=_day(fields, "until"),
        standing=standing,
    )


def _text(fields: dict[str, Any], name: str) -> str | None:
    text = fields.get(name)
    if text is not None and not isinstance(text, str):
        raise TypeError(name)
    return text


def _day(fields: dict[str, Any], name: str) -> date | None:
    said = _text(fields, name)
    return date.fromisoformat(said) if said is not None else None
