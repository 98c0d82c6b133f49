"""Whether two wordings name one matter, and whether two papers are of one meeting."""

from functools import lru_cache

from index.language import stems
from index.records import FrontPage

Name = frozenset[str]

ALIKE = 0.6  # share of the shorter wording's stems that two names of one matter have in common
CLOSE = 0.5  # share of all their stems that two names alike must have, unless wording backs them

# Words of a title that say what sort of paper it is, not what it is about.
_SORT = frozenset(
    stems(
        "report update review minutes committee cabinet council overview scrutiny group item agenda"
    )
)
# Words of a decision that say that it is one, or what nearly every decision asks.
_FORMAL = _SORT | frozenset(
    stems("recommend recommendation resolve resolution agree approve note endorse decide accept")
)


@lru_cache(maxsize=4_000)
def name_of(text: str) -> Name:
    """The stems that tell a title or heading from others.

    >>> sorted(name_of("Report on the Future of the Boathouse"))
    ['boathous', 'futur']
    """
    return frozenset(stems(text)) - _SORT


@lru_cache(maxsize=4_000)
def wording_of(text: str) -> Name:
    """The stems that tell a recommendation or resolution from others."""
    return frozenset(stems(text)) - _FORMAL


def key_of(name: Name) -> str:
    """A name as one string, the same for the same stems in any order; "" for an empty name."""
    return " ".join(sorted(name))


def likeness(one: Name, other: Name) -> float:
    """The share of all their stems that two names share; 0 if they name different matters.

    Names that both hold figures and do not agree in them are of different years or quarters.
    """
    if one and one == other:
        return 1.0
    fewest = min(len(one), len(other))
    shared = one & other
    if fewest < 2 or len(shared) < ALIKE * fewest or _figures_differ(one, other):
        return 0.0
    return len(shared) / len(one | other)


def overlap(one: Name, other: Name, least: int = 2) -> float:
    """The share of the shorter wording that stands in the longer; 0 if fewer than ``least`` do."""
    shared = len(one & other)
    return shared / min(len(one), len(other)) if shared >= least else 0.0


def _figures_differ(one: Name, other: Name) -> bool:
    first, second = _figures(one), _figures(other)
    return bool(first and second) and not (first <= second or second <= first)


def _figures(name: Name) -> Name:
    return frozenset(stem for stem in name if any(mark.isdigit() for mark in stem))


def same_council(one: FrontPage, other: FrontPage) -> bool:
    """Whether two papers may be one council's: they are not if both name theirs, and differ."""
    named = {_plain(front.council) for front in (one, other) if front.council}
    return len(named) < 2


def same_body(one: FrontPage, other: FrontPage) -> bool:
    """Whether one body met, as far as the papers say; unknown on one side is no difference."""
    named = {_body(front) for front in (one, other) if front.body}
    return len(named) < 2


def both_name_one_body(one: FrontPage, other: FrontPage) -> bool:
    """Whether both papers say who met, and it was one body."""
    return bool(one.body and other.body) and same_body(one, other)


def same_day(one: FrontPage, other: FrontPage) -> bool:
    """Whether both papers are dated, and of one day."""
    return one.meeting_date is not None and one.meeting_date == other.meeting_date


def is_one_meeting(one: FrontPage, other: FrontPage) -> bool:
    """Whether two papers are of one meeting, neither leaving out more than the other of who met."""
    unsaid = [front.body is None for front in (one, other)]
    alike = same_council(one, other) and same_body(one, other)
    return alike and same_day(one, other) and unsaid[0] == unsaid[1]


def _body(front: FrontPage) -> str:
    """A body's name: full Council is named in many ways, its council's own name among them."""
    said = _plain(front.body)
    named = said == _plain(front.council) and said.endswith("council")
    return "council" if named or said in ("full council", "council meeting") else said


@lru_cache(maxsize=4_000)
def _plain(text: str | None) -> str:
    return " ".join((text or "").casefold().removeprefix("the ").split())
