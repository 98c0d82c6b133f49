"""Which resolution of an item answers which of its recommendations."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from index.records import Decision
from index.relating.items import Item
from index.relating.names import ALIKE, overlap, wording_of

ALIKE_LABELLED = 0.3  # how far wordings must overlap where the labels agree


class Pair(NamedTuple):
    """The places of a recommendation and of a resolution in their papers.

    ``whole_item``: the resolution decides the item; which recommendation it answers is not said.
    """

    asked: int
    decided: int
    whole_item: bool = False


Numbered = tuple[int, Decision]

# "That the recommendations be approved", "that recommendations (i) and (iii) be agreed", "that
# the recommendation set out in the report be adopted".
_ADOPTS = re.compile(
    r"\brecommendations?\b[^.;]{0,120}?\b(?:approved|agreed|accepted|adopted|endorsed|supported)\b"
    r"|\b(?:approve|agree|accept|adopt|endorse|support)s?\b[^.;]{0,40}?\brecommendations?\b",
    re.IGNORECASE,
)
_PARTIAL = re.compile(r"\brecommendations?\s+(?P<labels>[^a-z]{0,3}[\w.]{1,6}\W[^.;]{0,80}?)\bbe\b")
_LABEL = re.compile(r"\(?\b([ivx]{1,5}|[a-z]|\d{1,2}(?:\.\d{1,2}){0,3})\b\)?", re.IGNORECASE)


def adopts(text: str) -> bool:
    """Whether a resolution adopts recommendations without repeating them.

    >>> adopts("That the recommendations in the report be approved.")
    True
    """
    return _ADOPTS.search(text) is not None


def pairs(asked: Item, resolved: Item) -> list[Pair]:
    """Each recommendation with the resolutions that answer it, by wording, label or adoption."""
    asks = list(zip(asked.numbers, asked.decisions, strict=True))
    answers = list(zip(resolved.numbers, resolved.decisions, strict=True))
    if len(answers) == 1:
        return _answered_at_once(asks, answers[0])
    adopting = [one for one in answers if adopts(one[1].text)]
    found = set(_alike(asks, answers)) | {Pair(a, d) for d, a, _ in _alike(answers, asks)}
    answered = {pair.asked for pair in found}
    left = [(number, ask) for number, ask in asks if number not in answered]
    found |= {Pair(a, d) for a, ask in left for d, said in adopting if _covers(said, ask)}
    return sorted(found) or [Pair(a, d, whole_item=True) for a, _ in asks for d, _ in answers]


def _answered_at_once(asks: Sequence[Numbered], answer: Numbered) -> list[Pair]:
    """The pairs of an item's one resolution: it decides the item, whatever it says."""
    number, decision = answer
    if len(asks) == 1:
        return [Pair(asks[0][0], number)]
    if adopts(decision.text):
        return [Pair(a, number) for a, ask in asks if _covers(decision, ask)]
    return [Pair(a, number, _score(ask, decision) == 0) for a, ask in asks]


def _alike(ones: Sequence[Numbered], others: Sequence[Numbered]) -> Iterator[Pair]:
    """Each of the ones with the one of the others in its words; with none where two fit as well.

    Between two that do, the one with its label is taken.
    """
    for number, one in ones:
        scored = [(_score(one, other), _same_label(one, other), n) for n, other in others]
        best = max(scored)[:2]
        alike = [n for *fit, n in scored if tuple(fit) == best]
        if best[0] > 0 and len(alike) == 1:
            yield Pair(number, alike[0])


def _score(ask: Decision, decision: Decision) -> float:
    one, other = wording_of(ask.text), wording_of(decision.text)
    labelled = _same_label(ask, decision)
    said = overlap(one, other, least=1 if labelled else 2)
    return said if said >= (ALIKE_LABELLED if labelled else ALIKE) else 0.0


def _same_label(ask: Decision, decision: Decision) -> bool:
    one, other = _ordinal(ask.label), _ordinal(decision.label)
    return one is not None and one == other


def _covers(decision: Decision, ask: Decision) -> bool:
    """Whether an adopting resolution is of this recommendation: it may name only some."""
    partial = _PARTIAL.search(decision.text)
    if partial is None:
        return True
    named = partial["labels"]
    ordinals = [_ordinal(label[1]) for label in _LABEL.finditer(named)]
    numbers = [n for n in ordinals if n is not None]
    own = _ordinal(ask.label)
    if not numbers or own is None:
        return not numbers
    if re.search(r"\bto\b|[-–]", named) and len(numbers) == 2:
        return numbers[0] <= own <= numbers[1]
    return own in numbers


def _ordinal(label: str | None) -> int | None:
    """Where a label stands in its list, however it counts: (c), iii and 2.3 are third."""
    marks = re.findall(r"\w+", (label or "").casefold())
    last = marks[-1] if marks else ""
    if last.isdecimal():
        return int(last)
    if last in _ROMANS:
        return _ROMANS.index(last) + 1
    return ord(last) - ord("a") + 1 if re.fullmatch(r"[a-z]", last) else None


_ROMANS = tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split())
