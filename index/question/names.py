"""Whether words that somebody says name a body, a council or the place of one that is held."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from index.language import stem, words

# What councils are called besides their place.
_KINDS = frozenset(
    """and area authority borough burgh city combined community corporation council county district
    metropolitan parish royal shadow the town unitary""".split()
)
_LINKS = frozenset(("of", "and", "the", "upon", "on", "in"))


class Named(NamedTuple):
    """A name that a question says, and where."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=10_000)  # asked of every body held
def is_name_of(said: str, full: str) -> bool:
    """Whether every word said stands in the full name.

    "Council", or "full council", is the meeting of all members, not any body with that word.

    >>> is_name_of("cabinet", "Executive Cabinet"), is_name_of("cabinet", "Council")
    (True, False)
    >>> is_name_of("full council", "Council"), is_name_of("council", "Youth Council Panel")
    (True, False)
    """
    asked = [word.text.casefold() for word in words(said)]
    if asked[-2:] in (["full", "council"], ["council"]) and len(asked) < 3:
        return full.casefold().removeprefix("full ").endswith("council")
    held = {stem(word.text) for word in words(full)}
    wanted = {stem(word) for word in asked if word not in ("the", "of")}
    return bool(wanted) and wanted <= held


def council_named(text: str, councils: Sequence[str]) -> Named | None:
    """The council that a text names, with the span of the name, if it names one.

    In full; by its place and "Council" or the initials of its kind ("Ayton CC"); or by its kind
    alone, where one such council is held ("the parish council", "the CC").
    """
    for council in sorted(councils, key=len, reverse=True):
        for name in _names_of(council):
            if match := re.search(rf"(?<!\w)(?:{name})(?:['’]s?)?(?!\w)", text, re.IGNORECASE):
                return Named(council, match.start(), match.end())
    return _only_one_of_its_kind(text, councils)


@lru_cache(maxsize=1000)
def _names_of(council: str) -> tuple[str, ...]:
    """Patterns of a council's full name, and of its place with its kind."""
    full = r"\s+".join(re.escape(part) for part in council.split())
    place = place_of(council)
    if not place:
        return (full,)
    said = r"\s+".join(re.escape(part) for part in place.split())
    return full, rf"{said}(?:\s+\w+)?\s+council", rf"{said}\s+{_initials(council)}"


def _initials(council: str) -> str:
    """The initials of what kind of council it is: "CC" of a community council."""
    kind = [word.text for word in words(council) if word.text.casefold() in _KINDS - _LINKS]
    return "".join(word[0] for word in kind) or "council"


_OF_A_KIND = re.compile(
    r"\b(?:the|our) (?P<kind>(?:community|parish|town|borough|city|county|district) council"
    r"|[cptbd]c|[mr]bc)\b(?:['’]s?)?",
    re.IGNORECASE,
)


def _only_one_of_its_kind(text: str, councils: Sequence[str]) -> Named | None:
    named = [*_of_a_kind(text, councils)]
    return named[0] if len({one.name for one in named}) == 1 else None


def _of_a_kind(text: str, councils: Iterable[str]) -> Iterator[Named]:
    """Every council held that may be meant by its kind alone."""
    for match in _OF_A_KIND.finditer(text):
        kind = match["kind"].casefold()
        for council in councils:
            if kind in (_initials(council).casefold(), _kind_of(council)):
                yield Named(council, match.start(), match.end())


def _kind_of(council: str) -> str:
    return " ".join(council.casefold().split()[-2:])


def place_of(council: str) -> str:
    """The place in a council's name.

    >>> place_of("Forest of Dean District Council"), place_of("Royal Borough of Fenwick")
    ('Forest of Dean', 'Fenwick')
    """
    parts = council.split()
    while parts and parts[-1].casefold() in _KINDS | _LINKS:
        parts.pop()
    while parts and parts[0].casefold() in _KINDS | _LINKS:
        parts.pop(0)
    return " ".join(parts)


def places_in(text: str, names: Sequence[str]) -> Iterator[Named]:
    """Each held council whose place a text names, or its kind ("the CC"), with the span.

    A place of one word must have its capital, or the text none at all: "bath" may be a bath.
    """
    yield from _of_a_kind(text, names)
    small = text == text.casefold()
    for name in names:
        place = place_of(name)
        if not place:
            continue
        flags = re.IGNORECASE if small or " " in place else 0
        said = r"\s+".join(re.escape(part) for part in place.split())
        for match in re.finditer(rf"(?<!\w){said}(?!\w)", text, flags):
            yield Named(name, match.start(), match.end())
