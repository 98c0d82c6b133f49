"""What a record of decisions contradicts or leaves out, told in sentences and never smoothed."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from index.records import Block, Decision, FrontPage
from ingest.dates import find_dates
from ingest.decisions.minute import ends_item
from ingest.decisions.moving import MOTION, fate_in

_PUT_OFF = frozenset({"deferred", "withdrawn", "referred"})
_SETTLED = frozenset({"approved", "granted", "adopted", "refused", "rejected", "carried", "agreed"})
# The words every resolution has: two that share only these are not about one thing.
_COMMON = frozenset(
    "that this their there which resolved agreed approved deferred refused granted adopted report"
    " application permission planning following meeting council committee cabinet consideration"
    " recommendation recommendations subject conditions officers matter item minutes".split()
)
_DATED = re.compile(
    r"\b(?:resolved|decided|agreed|decision\s+(?:was\s+)?(?:made|taken))\s+(?:by\s+\w+\s+)?"
    r"(?:this|on|at\s+the\s+meeting\s+(?:held\s+)?on)\s+(?P<day>.{6,40})",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"(\d{1,3})\W*$")
_MINUTE = re.compile(r"(?P<head>[A-Za-z]{0,6}[. -]?)(?P<number>\d{1,4})(?P<tail>/\d{2,4})?")


def doubts(blocks: Sequence[Block], found: Sequence[Decision], front: FrontPage) -> tuple[str, ...]:
    """A sentence for each contradiction among a paper's decisions; none of the paper's words."""
    told = [
        *_two_movers(found),
        *_two_fates(blocks),
        *_put_off_and_settled(found),
        *_other_dates(found, front),
        *_skipped_points(found),
        *_skipped_minutes(blocks, found),
    ]
    return tuple(dict.fromkeys(told))


def _two_movers(found: Sequence[Decision]) -> Iterator[str]:
    """The same words moved by two people, or with two outcomes."""
    same: dict[str, list[Decision]] = defaultdict(list)
    for each in found:
        words = re.sub(r"\W+", " ", each.text.rpartition(" that ")[2]).strip().casefold()
        if len(words.split()) > 3:
            same[words].append(each)
    for group in same.values():
        if len({each.mover for each in group if each.mover}) > 1:
            yield f"The same motion has two movers{_under(group[0])}."
        if len({each.outcome for each in group} & {"carried", "lost", "withdrawn", "deferred"}) > 1:
            yield f"The same motion has two outcomes{_under(group[0])}."


def _two_fates(blocks: Sequence[Block]) -> Iterator[str]:
    """A motion said to be both carried and lost before another is put."""
    fates: dict[str, str] = {}
    for block in blocks:
        if ends_item(block) or MOTION.search(block.words):
            fates = {}
        told = fate_in(block.words) if block.kind != "row" else None
        if told and {told[1], fates.get(told[0], told[1])} == {"carried", "lost"}:
            where = f" under minute {block.under}" if block.under else ""
            yield f"One {told[0]} is said to be both carried and lost{where}."
        if told:
            fates[told[0]] = told[1]


def _put_off_and_settled(found: Sequence[Decision]) -> Iterator[str]:
    """A minute that both puts a matter off and settles it."""
    by_minute: dict[str, list[Decision]] = defaultdict(list)
    for each in found:
        if each.minute and each.standing == "resolved":
            by_minute[each.minute].append(each)
    for group in by_minute.values():
        off = [each for each in group if each.outcome in _PUT_OFF]
        settled = [each for each in group if each.outcome in _SETTLED]
        if any(_about_one(a, b) for a in off[:20] for b in settled[:20]):
            yield f"A matter is both {off[0].outcome} and settled{_under(group[0])}."


def _about_one(one: Decision, other: Decision) -> bool:
    return one.lead_start != other.lead_start and bool(_subject(one) & _subject(other))


def _subject(decision: Decision) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{4,}", decision.text.casefold())) - _COMMON


def _other_dates(found: Sequence[Decision], front: FrontPage) -> Iterator[str]:
    """A decision that says it was made on another day than its paper's."""
    if front.meeting_date is None:
        return
    for each in found:
        match = _DATED.search(each.text) if each.standing == "resolved" else None
        days = find_dates(match["day"]) if match else ()
        if days and days[0].start < 4 and days[0].value not in (None, front.meeting_date):
            yield f"A decision gives another date than its paper{_under(each)}."


def _skipped_points(found: Sequence[Decision]) -> Iterator[str]:
    """Points under one lead-in whose numbers do not count on."""
    by_lead: dict[int, list[Decision]] = defaultdict(list)
    for each in found:
        by_lead[each.lead_start].append(each)
    for group in by_lead.values():
        labels = [each.label or "" for each in group]
        numbers = [int(match[1]) for label in labels if (match := _LAST_NUMBER.search(label))]
        if len(numbers) == len(labels) and any(b > a + 1 for a, b in pairwise(numbers)):
            yield f"The numbers of the points skip{_under(group[0])}."


def _skipped_minutes(blocks: Sequence[Block], found: Sequence[Decision]) -> Iterator[str]:
    """Minutes whose own numbers do not count on: some may have been left out."""
    minutes = {each.minute for each in found if each.minute}
    headed = [b.label for b in blocks if b.kind == "heading" and b.label and not b.under]
    if len(minutes & set(headed)) < 2:
        return
    printed = {block.label for block in blocks}
    read = [match for label in headed if (match := _MINUTE.fullmatch(label))]
    for one, other in pairwise(read):
        same = (one["head"], one["tail"]) == (other["head"], other["tail"])
        numbers = range(int(one["number"]) + 1, int(other["number"]))
        if not (same and 0 < len(numbers) < 20):
            continue
        if not any(f"{one['head']}{n}{one['tail'] or ''}" in printed for n in numbers):
            yield f"The minutes skip from {one[0]} to {other[0]}."


def _under(decision: Decision) -> str:
    """Where a doubt lies: the minute's number, which is a fact and none of the paper's words."""
    number = decision.minute or ""
    return f" under minute {number}" if _MINUTE.fullmatch(number) else ""
