"""Motions and amendments as they were put, and what the minutes tell became of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from index.records import Block, Decision, Standing
from ingest.decisions.minute import ends_item
from ingest.decisions.moving import MOTION, PUTS_OFF, fate_in, mover_in, seconder_in
from ingest.decisions.points import is_open, points_below
from ingest.decisions.resolving import OPENING
from ingest.decisions.tellings import Telling, rest_of_minute
from ingest.decisions.votes import is_counted

_RESOLVED = "resolved"
# What only says who moved and how it was voted on: "Proposed: Cllr Best  Vote: 2 for, 1 against".
_OF_FORM = re.compile(
    r"(?:proposed|proposer|moved|mover|seconded|seconder|votes?|voting|by|and|for|against|in|favour"
    r"|abstentions?|abstained|carried|lost|unanimous(?:ly)?|all|agreed|of|the|motion|\d+)\b|\W",
    re.IGNORECASE,
)
_PUT_IN_QUOTES = re.compile(r"[“\"‘']?(?:That|This\s+Council|THAT|To)\b")
# What changes another motion: "an amendment to …", "that the fee be £4 and not £5".
_CHANGES = re.compile(
    r"\bamendment\b|\b(?:and|but)\s+not\b|\brather\s+than\b|\binstead\s+of\b|\bin\s+place\s+of\b"
    r"|\bbe\s+(?:deleted|struck\s+out|substituted|inserted|replaced|reduced|added)\b",
    re.IGNORECASE,
)
# As Scottish councils minute an amendment that won: "became the finding of the meeting".
_FINDING = re.compile(
    r"\bamendment\b[^.;]{0,60}\bbecame\s+the\s+(?:finding|decision|resolution)\b", re.IGNORECASE
)
_THIS_AGREED = re.compile(
    r"(?:this|which)\s+was\s+(?:\w+ly\s+)?(?:agreed|approved|accepted)\b(?!\s+(?:that|to|in)\b)",
    re.IGNORECASE,
)
_AMENDED = re.compile(r"\bamendment\b[^.;]{0,120}\b(?:carried|accepted|agreed|approved)\b", re.I)


def motion_at(text: str, blocks: Sequence[Block], number: int, told: Decision) -> Decision | None:
    """A motion that a sentence tells, by what became of it: lost or open, it was only proposed.

    One that was carried is given by its RESOLVED, so not here; where there is none, by its own
    words. To move the last minutes is routine, and no motion.
    """
    below = blocks[number + 1 : number + 2]
    if told.text.endswith(":") and below and OPENING.match(below[0].words):
        return None
    moved = _in_its_words(text, blocks, number, told)
    if moved is told and is_form(told.text):
        return None
    kind = "amendment" if "amendment" in moved.text.casefold() else "motion"
    fate = _fate(blocks, number, kind, moved.text)
    if fate == _RESOLVED and _is_voted_apart(blocks, number, moved.text):
        fate = "carried"
    if fate == _RESOLVED or _is_routine(moved.text):
        return None
    standing: Standing = "resolved" if fate == "carried" else "proposed"
    return replace(_with_movers(blocks, number, moved), standing=standing, outcome=fate)


def _is_voted_apart(blocks: Sequence[Block], number: int, words: str) -> bool:
    """Whether a vote is told of what changes a motion: it is no vote on what was resolved then."""
    if not _CHANGES.search(words):
        return False
    rest = rest_of_minute(blocks, number, words)
    told = next((each for each in rest if each.fate or each.resolves), None)
    if told is None or told.resolves or told.fate is None:
        return False
    return told.fate[1] == "carried" and is_counted(told.text)


def _with_movers(blocks: Sequence[Block], number: int, moved: Decision) -> Decision:
    """A motion with who moved it, where a form gives that on lines of its own below."""
    if moved.mover and moved.seconder:
        return moved
    form = "\n".join(b.words[:80] for b in _below(blocks, number) if len(b.words) < 80)
    return replace(
        moved,
        mover=moved.mover or mover_in(form),
        seconder=moved.seconder or seconder_in(form),
    )


def _below(blocks: Sequence[Block], number: int) -> Sequence[Block]:
    following = []
    for block in blocks[number + 1 : number + 4]:
        if ends_item(block) or MOTION.search(block.words):
            break
        following.append(block)
    return following


def _in_its_words(text: str, blocks: Sequence[Block], number: int, told: Decision) -> Decision:
    """A motion in the words it was put in: those of the sentence, or what stands below it."""
    lead = _last_of_form(blocks, number) if is_form(told.text) else number
    below = blocks[lead + 1 : lead + 2]
    if not below or below[0].kind not in ("paragraph", "item"):
        return told
    quoted = is_form(told.text) and _PUT_IN_QUOTES.match(below[0].words)
    if not (quoted or told.text.endswith(":")):
        return told
    points = points_below(blocks, lead)
    if not points and is_open(below[0].words):
        points = points_below(blocks, lead + 1)  # "moved: “That the Council: (1) …"
    end = points[-1].end if points else below[0].end
    return replace(told, text=text[told.start : end], end=end)


def is_form(words: str) -> bool:
    """Whether words only name who moved and seconded, and how the vote went.

    >>> is_form("Proposed: Cllr Best  Seconded: Cllr Dean  Vote: 2 for, 1 against")
    True
    >>> is_form("Proposed by Cllr Best that dogs be kept out")
    False
    """
    for named in filter(None, (mover_in(words), seconder_in(words))):
        words = words.replace(named, " ")
    return not any(map(str.isalnum, _OF_FORM.sub("", words)))


def _last_of_form(blocks: Sequence[Block], number: int) -> int:
    """The last of the lines that name mover and seconder, one below the other."""
    last = number
    for place in range(number + 1, min(number + 4, len(blocks))):
        if ends_item(blocks[place]) or not is_form(blocks[place].words[:200]):
            break
        last = place
    return last


def _is_routine(words: str) -> bool:
    plain = words.casefold()
    short = len(words.split()) < 12 and " that " not in words and ":" not in words
    short = short and not PUTS_OFF.search(words)
    return short or "minutes" in plain or "true and accurate" in plain


def _fate(blocks: Sequence[Block], number: int, kind: str, words: str) -> str | None:
    """What minutes tell later of a motion: "lost", "carried", "resolved"; None if nothing."""
    own = fate_in(words)
    if own:
        return own[1]
    rest = rest_of_minute(blocks, number, words)
    first = next(rest, None)
    if first is None:
        return None
    if not words.endswith(".") and OPENING.match(first.text):
        return _RESOLVED
    if _THIS_AGREED.match(first.text):
        return "carried"
    at_once = first.fate
    if at_once and at_once[0] == "amendment":
        kind = "amendment"  # the words moved may not themselves say that they amend
    return _fate_later(chain([first], rest), kind, words)


def _fate_later(rest: Iterator[Telling], kind: str, words: str) -> str | None:
    """The fate that what follows a motion tells of it, before another one is put."""
    above: list[Telling] = []
    for told in rest:
        if kind == "amendment" and _FINDING.search(told.text):
            return "carried"
        if told.fate and told.fate[0] == kind:
            return _settled(kind, told.fate[1], above, [told, *rest])
        if kind == "motion" and told.resolves:
            return "carried" if _only_agrees(told.text, rest) else _RESOLVED
        if told.agrees:
            return "carried"
        if kind == "motion" and above and _is_another(told, words):
            return None
        above.append(told)
    return None


def _only_agrees(told: str, after: Iterator[Telling]) -> bool:
    """Whether minutes only say that a motion was agreed: "Agreed, nem con."."""
    opening = OPENING.match(told)
    bare = opening is not None and not any(map(str.isalnum, told[opening.end() :]))
    ends = told.rstrip().endswith(".") or next(after, None) is None
    return bare and ends and not told.startswith("RESOL")


def _is_another(told: Telling, words: str) -> bool:
    """Whether another motion is put next: what follows is about that one."""
    return told.moves and "amendment" not in told.text.casefold() and told.text not in words


def _settled(kind: str, fate: str, above: Sequence[Telling], rest: Sequence[Telling]) -> str:
    """A fate with what else the minutes tell: resolved in words of its own, or as amended."""
    if fate != "carried":
        return fate
    if any(told.resolves for told in rest):
        return _RESOLVED
    if kind == "motion" and any(map(_is_amended, above)):
        return "amended"
    later = (told.fate for told in rest[1:] if told.fate and told.fate[0] == "motion")
    lost = kind == "amendment" and next(later, ("", ""))[1] == "lost"
    return "lost" if lost else "carried"


def _is_amended(told: Telling) -> bool:
    """Whether an amendment is told to be carried; one "not carried" is not."""
    return bool(_AMENDED.search(told.text)) and not (told.fate and told.fate[1] != "carried")
