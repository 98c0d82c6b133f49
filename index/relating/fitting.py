"""How surely a resolution is on the matter that a report asked about."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from index.relating.items import Item
from index.relating.names import (
    ALIKE,
    CLOSE,
    both_name_one_body,
    likeness,
    overlap,
    same_body,
    same_council,
    same_day,
)
from index.relating.pairing import adopts

A_YEAR = timedelta(days=366)  # how long after a report its resolution is looked for
_KEPT = 400  # items' words kept in memory

# What the two agree in, the surest last.
ELSEWHERE, IN_WORDS, IN_NUMBER, IN_NAME, IN_REFERENCE = range(5)


class Fit(NamedTuple):
    """What two items agree in, how closely, and how far their wordings overlap."""

    agreement: int
    closeness: float
    wording: float


def fit(asked: Item, resolved: Item) -> Fit | None:
    """How surely one answers the other; None if nothing says that it does."""
    one, other = asked.report, resolved.report
    if one.report_id == other.report_id or not same_council(one.front, other.front):
        return None
    said = overlap(asked.wording, resolved.wording)
    if not timedelta(0) <= resolved.day - asked.day <= A_YEAR:
        return None
    if _refers(asked, resolved):
        return Fit(IN_REFERENCE, 1.0, said)
    if same_day(one.front, other.front) and same_body(one.front, other.front):
        return _at_its_meeting(asked, resolved, said)
    return _elsewhere(asked, resolved, said)


def _at_its_meeting(asked: Item, resolved: Item, said: float) -> Fit | None:
    named = likeness(asked.name, resolved.name)
    if named >= CLOSE or (named and said >= ALIKE):
        return Fit(IN_NAME, named, said)
    if said < ALIKE:
        return None
    if _same_number(asked, resolved):
        return Fit(IN_NUMBER, said, said)
    # With nothing but the wording to go by, there must be more of it, and no doubt who met.
    enough = overlap(asked.wording, resolved.wording, least=3) >= ALIKE
    sure = both_name_one_body(asked.report.front, resolved.report.front)
    return Fit(IN_WORDS, said, said) if enough and sure else None


def _elsewhere(asked: Item, resolved: Item, said: float) -> Fit | None:
    """At another meeting: a matter of the very same name, resolved in the same words.

    The name alone will not do: what is reported on every quarter has the same name every time.
    """
    if not asked.name or asked.name != resolved.name:
        return None
    in_words = overlap(asked.wording, resolved.wording, least=3) >= ALIKE
    if not in_words and not _adopts_what_it_asked(asked, resolved):
        return None
    return Fit(ELSEWHERE, float(-(resolved.day - asked.day).days), said)


def _adopts_what_it_asked(asked: Item, resolved: Item) -> bool:
    """Whether another body adopts the recommendations of the one asked, by its name."""
    body = (asked.report.front.body or "").casefold()  # as a resolution may cite it
    adopting = (d.text for d in resolved.decisions if adopts(d.text))
    return bool(body) and any(body in " ".join(text.casefold().split()) for text in adopting)


def _same_number(asked: Item, resolved: Item) -> bool:
    number = _digits(asked.report.front.item_number)
    minutes = {_digits(decision.minute) for decision in resolved.decisions}
    return bool(number) and number in minutes


def _digits(label: str | None) -> str:
    """A number without its marks: "Item 7." is 7."""
    return "".join(re.findall(r"\d+\w?", label or "")[:1]).casefold()


def _refers(asked: Item, resolved: Item) -> bool:
    """Whether the resolution's item cites the report by its reference."""
    one, other = asked.report.front, resolved.report.front
    own = [_plain(ref) for ref in (one.reference, one.decision_number) if ref]
    references = [ref for ref in own if _is_reference(ref)]
    if not references:
        return False
    cited = [_plain(ref) for ref in (other.reference, other.decision_number) if ref]
    said = _said(resolved.named, resolved.setting)
    return any(ref in cited or _stands_in(ref, said) for ref in references)


@lru_cache(maxsize=_KEPT)
def _said(named: str, setting: str) -> str:
    """The words of an item, which are held against all that a meeting was asked."""
    return _plain(f"{named} {setting}")


def _is_reference(marks: str) -> bool:
    """Whether a reference is enough of one to be told from a mere number."""
    return len(marks) >= 5 and any(mark.isdigit() for mark in marks) and not marks.isdigit()


def _stands_in(reference: str, text: str) -> bool:
    whole = rf"(?<!\w){re.escape(reference)}(?![\w/-]*\w)"
    return reference in text and re.search(whole, text) is not None


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def best(asked: Item, items: Sequence[Item]) -> Item | None:
    """The item that answers what was asked; none where it might be two."""
    fits = [(found, item) for item in items if (found := fit(asked, item))]
    if not fits:
        return None
    top = max(found for found, _ in fits)
    chosen = [item for found, item in fits if found[:2] == top[:2]]
    if len(_matters(chosen)) > 1:  # the wording decides between two that agree as well
        chosen = [item for found, item in fits if found == top]
    return _together(chosen) if len(_matters(chosen)) == 1 else None


def _together(items: Sequence[Item]) -> Item:
    """The lists of one item as one."""
    numbers = tuple(number for item in items for number in item.numbers)
    decisions = tuple(decision for item in items for decision in item.decisions)
    return replace(items[0], numbers=numbers, decisions=decisions)


def _matters(items: Iterable[Item]) -> set[tuple[str, str, str | None]]:
    return {(i.report.report_id, i.named, i.decisions[0].minute) for i in items}


def is_rather_of(rivals: Iterable[Item], asked: Item, resolved: Item) -> bool:
    """Whether a resolution rather answers what a rival asked, or might as well."""
    own = fit(asked, resolved)
    if own is None or own.agreement != IN_NAME or own.closeness == 1.0:
        return False
    others = (fit(rival, resolved) for rival in rivals)
    return any(_is_better(other, own) for other in others if other)


def _is_better(other: Fit, own: Fit) -> bool:
    return other > own or (other == own and own.wording == 0)
