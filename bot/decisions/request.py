"""What ``/decisions about … by … since … until … n`` asks for.

Each keyword takes the words up to the next; words before the first keyword are what it is about.
A last number of one or two digits is how many to show, unless a keyword would be left with nothing.
"Resolved", "recommended" and "proposed" limit the list where they stand alone, beside "only", or at
the end of who met or of a day.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from bot.decisions.limits import NO_LIMITS, Names, meeting_of, period_at_end, since_and_until
from index.errors import TownClerkError
from index.question.when import Days, read_stretch, read_when
from index.records import DecisionQuery, Filters, Standing
from index.wording import say_date

DEFAULT = 10
MOST = 30
NO_NAMES = Names()
# "By-elections" has no keyword in it.
_KEYWORD = re.compile(r"(?<![\w-])(about|by|since|from|until|to)(?![\w-])", re.IGNORECASE)
_SAME = {"from": "since", "to": "until"}  # common words, and keywords only before a date
_NUMBER = re.compile(r"(?:^|(?<=\s))(?:last\s+)?(\d{1,2})$", re.IGNORECASE)
_STANDINGS: Final[dict[str, Standing]] = {
    "resolved": "resolved",
    "decided": "resolved",
    "recommended": "recommended",
    "proposed": "proposed",
}
_WORD = rf"({'|'.join(_STANDINGS)})"
_STANDING = re.compile(
    rf"\bonly\s+{_WORD}\b|\b{_WORD}\s+only\b|^{_WORD}(?=\s*$|\s+(?:about|by|since|until)\b)",
    re.IGNORECASE,
)
_LAST_STANDING = re.compile(rf"(?:^|\s+){_WORD}$", re.IGNORECASE)


class NotUnderstood(TownClerkError):
    """A request that cannot be read; the sentence says how to put it."""

    code = "not_understood"


@dataclass(frozen=True, slots=True)
class _Said:
    """The words after each keyword, the number at the end, and the standing."""

    about: str = ""
    by: str = ""
    since: str = ""
    until: str = ""
    number: int = DEFAULT
    standing: Standing | None = None


def decision_query(request: str, today: date, names: Names = NO_NAMES) -> DecisionQuery:
    """The decisions asked for; NotUnderstood where a date cannot be read.

    ``names`` are of the councils and bodies held: with them, "Eastmere" is read as a council.
    """
    said = _said(" ".join(request.split()), today)
    about, days = period_at_end(said.about, today)
    by, days = (said.by, days) if days else period_at_end(said.by, today)
    council, body = meeting_of(by, names)
    since, until = _bounds(said, days or NO_LIMITS, today)
    about, standing = _without_standing(about, said.standing)
    filters = Filters(council, body, since, until, standing=standing)
    limit = min(max(said.number, 1), MOST)
    return DecisionQuery(about=about or None, filters=filters, limit=limit)


def request_for(query: DecisionQuery, names: Names = NO_NAMES) -> str | None:
    """The words that ask for a query's decisions, the newest of them; None if none would."""
    filters = query.filters
    met = ", ".join(name for name in (filters.body, filters.council) if name)
    parts = (
        filters.standing and f"only {filters.standing}",
        query.about and f"about {query.about}",
        met and f"by {met}",
        filters.since and f"since {say_date(filters.since)}",
        filters.until and f"until {say_date(filters.until)}",
        str(query.limit),
    )
    said = " ".join(part for part in parts if part)
    return said if _reads_as(said, replace(query, offset=0), names) else None


def _reads_as(said: str, query: DecisionQuery, names: Names) -> bool:
    try:
        return decision_query(said, date.max, names) == query
    except NotUnderstood:
        return False


def _bounds(said: _Said, days: Days, today: date) -> Days:
    """The first and the last day, said by keywords or as a time such as "last month"."""
    if days != NO_LIMITS and (said.since or said.until):
        raise NotUnderstood(
            "That says twice from when: give either “since” and “until”, or a time such as “last "
            "month”."
        )
    named = read_stretch(said.since, said.until, today)
    since = _day(said.since, named.first) or days.first
    until = _day(said.until, named.last) or days.last
    if since and until and since > until:
        raise NotUnderstood("Those dates run backwards: give the earlier one after “since”.")
    return Days(since, until)


def _said(request: str, today: date) -> _Said:
    """The request cut at its keywords; a keyword said again is a plain word."""
    request, number = _number_off(request)
    request = since_and_until(request, today)
    request, standing = _standing_off(request)
    first, *rest = _KEYWORD.split(request)
    parts, current = {"about": first.strip()}, "about"
    for word, words in zip(rest[::2], rest[1::2], strict=True):
        keyword = _SAME.get(word.casefold(), word.casefold())
        is_new = keyword == "about" or keyword not in parts
        if is_new and (word.casefold() not in _SAME or _is_time(words, today)):
            current = keyword
            parts[current] = f"{parts.get(current, '')} {words.strip()}".strip()
        else:
            parts[current] = f"{parts[current]} {word} {words.strip()}".strip()
    standing = standing or _standing_at_ends(parts)
    return _Said(**parts, number=number, standing=standing)


def _standing_at_ends(parts: dict[str, str]) -> Standing | None:
    """A standing said after who met or a day, taken off it: "by Cabinet resolved"."""
    for keyword in ("by", "since", "until"):
        if last := _LAST_STANDING.search(parts.get(keyword, "")):
            parts[keyword] = parts[keyword][: last.start()]
            return _STANDINGS[last[1].casefold()]
    return None


def _is_time(words: str, today: date) -> bool:
    return read_when(words.strip(), today) != NO_LIMITS


def _number_off(request: str) -> tuple[str, int]:
    match = _NUMBER.search(request)
    if not match:
        return request, DEFAULT
    before = request[: match.start()].rstrip()
    last_word = before.rsplit(" ", 1)[-1]
    if _KEYWORD.fullmatch(last_word):
        return request, DEFAULT
    return before, int(match[1])


def _standing_off(request: str) -> tuple[str, Standing | None]:
    match = _STANDING.search(request)
    if not match:
        return request, None
    said = next(word for word in match.groups() if word)
    without = f"{request[: match.start()]} {request[match.end() :]}"
    return " ".join(without.split()), _STANDINGS[said.casefold()]


def _without_standing(about: str, standing: Standing | None) -> tuple[str, Standing | None]:
    """The subject, unless a standing was all of it."""
    alone = None if standing else _STANDINGS.get(about.casefold())
    return ("", alone) if alone else (about, standing)


def _day(words: str, read: date | None) -> date | None:
    """The day that was read in the words after a keyword, if there are any."""
    if not words or read:
        return read
    raise NotUnderstood(
        f"“{words}” could not be read as a date. "
        "Say it as “16 March 2011”, “April 2007”, “2007” or “last month”."
    )
