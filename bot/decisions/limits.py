"""Limits said in plain words: a time such as "last month", and who met."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from index.question.names import Named, council_named, is_name_of, places_in
from index.question.when import Days, read_stretch, read_when
from index.runs import Status
from index.wording import say_date

NO_LIMITS: Final = Days(None, None)
_LONGEST_TIME = 6  # words
_IN = re.compile(r"(?:in|on|during|within)\s+(?:the\s+)?", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:the\s+)?(?:last|past|previous|this|today|yesterday)\b", re.IGNORECASE)
_LINKS = re.compile(
    r"^(?:[\s,]+|(?:of|at|for|in|the)\b)+|(?:[\s,]+|\b(?:of|at|for|in|the))+$", re.I
)
_BETWEEN = re.compile(
    r"(?<![\w-])between\s+(.+?)\s+and\s+(.+?)(?=\s+(?:about|by|resolved|recommended|proposed)\b|$)",
    re.IGNORECASE,
)
_BEYOND = re.compile(
    r"(?<![\w-])(before|after)\s+(.+?)"
    r"(?=\s+(?:about|by|since|until|before|after|resolved|recommended|proposed)\b|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Names:
    """What the councils and bodies are called whose papers are held."""

    councils: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()


def names_in(status: Status) -> Names:
    """The names of the councils and bodies held, each once."""
    held = status.by_body
    return Names(
        tuple(sorted({one.council for one in held if one.council})),
        tuple(sorted({one.body for one in held if one.body})),
    )


def since_and_until(words: str, today: date) -> str:
    """The words with "before", "after" and "between" said as "since" and "until", where of a time.

    >>> since_and_until("parking before June 2023", date(2026, 3, 5))
    'parking until 31 May 2023'
    >>> since_and_until("clubs after school", date(2026, 3, 5))
    'clubs after school'
    """

    def between(match: re.Match[str]) -> str:
        days = read_stretch(match[1], match[2], today)
        if not (days.first and days.last):
            return match[0]
        return f"since {say_date(days.first)} until {say_date(days.last)}"

    def beyond(match: re.Match[str]) -> str:
        days, day = read_when(match[2], today), timedelta(days=1)
        if match[1].casefold() == "before" and days.first and days.first > date.min:
            return f"until {say_date(days.first - day)}"
        if match[1].casefold() == "after" and days.last and days.last < date.max:
            return f"since {say_date(days.last + day)}"
        return match[0]

    return _BEYOND.sub(beyond, _BETWEEN.sub(between, words))


def period_at_end(words: str, today: date) -> tuple[str, Days | None]:
    """The words without the time that they end with, and its days, if they do.

    A time is one after "in" or "on", one such as "last month", or all the words; "the budget 2007"
    is a name.

    >>> period_at_end("parking charges in April 2007", date(2026, 3, 5))[0]
    'parking charges'
    """
    said = words.split()
    for start in range(max(0, len(said) - _LONGEST_TIME), len(said)):
        tail = " ".join(said[start:])
        if start and not _IN.match(tail) and not _RELATIVE.match(tail):
            continue
        days = read_when(_IN.sub("", tail, count=1) if _IN.match(tail) else tail, today)
        if days != NO_LIMITS:
            return " ".join(said[:start]), days
    return words, None


def meeting_of(words: str, names: Names) -> tuple[str | None, str | None]:
    """The council and the body that the words after "by" name.

    A council is one of those held; whatever else is said names a body, held or not.
    """
    if not words or any(is_name_of(words, body) for body in names.bodies):
        is_council = any(_is_all_of(words, named) for named in _councils(words, names))
        if not is_council:
            return None, words or None
    for named in _councils(words, names):
        rest = f"{words[: named.start]} {words[named.end :]}"
        return named.name, _LINKS.sub("", " ".join(rest.split())) or None
    return None, words


def _councils(words: str, names: Names) -> Iterator[Named]:
    """The council that the words name in full, and those whose places they name."""
    named = council_named(words, names.councils)
    yield from [named] if named else ()
    yield from places_in(words, names.councils)


def _is_all_of(words: str, named: Named) -> bool:
    return not _LINKS.sub("", f"{words[: named.start]} {words[named.end :]}".strip())
