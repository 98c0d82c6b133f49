"""What a front page prints without a label's colon: its item, its part, yes and no."""

import re
from collections.abc import Iterator

from ingest.frontpage.front import Front

_LONGEST = 200  # characters of a line or cell that may be such a mark
_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{1,2})?\s?(?:\(?[a-z]\)?)?|[A-Z]{1,2}\.?\d{1,2})"
_ITEM_NUMBER = re.compile(rf"(?:item\s+)?(?:no\.?\s*)?{_NUMBER}", re.IGNORECASE)
# "Agenda Item No. 7", "ITEM 5(a)", "Item 8: Bus franchising".
_ITEM = re.compile(
    rf"(?:agenda\s+item|agenda|item)\s*(?:no\.?|number|nr)?\s*[:.]?\s*{_NUMBER}(?:\s*[:–-]\s.*)?",
    re.IGNORECASE,
)
# "PART I", "Part A – Public", "(Part 1: open to the public)"; not "Part 1 of Schedule 12A".
_PART = re.compile(
    r"\(?(?:report\s+)?part\s+(?P<part>1|2|I{1,2}|A|B|one|two)\s*\)?(?:[\s:(–-]*"
    r"(?:open|public|closed|exempt|confidential|private|not\s+for\s+publication|for\s+publication"
    r"|reports?|items?|agenda)\b.*)?",
    re.IGNORECASE,
)
_SAID_PART = re.compile(r"\bpart\s+(?P<part>1|2|I{1,2}|A|B)\b(?!\s+of\b)", re.IGNORECASE)
_OF_ACCESS = re.compile(r"exempt|confidential|classification|part|public|status", re.IGNORECASE)
_FIRST = frozenset({"1", "i", "a", "one"})
# "Report No. 45/21", without its colon.
_REFERENCE = re.compile(
    r"(?:report|reference|ref)\s*(?:no\.?|number|ref\.?)?\s+(?P<value>[\w/.-]*\d[\w/.-]*)",
    re.IGNORECASE,
)
# "This is not a key decision", "The decision is subject to call-in", "Key decision Yes".
_SAID = {
    "key_decision": re.compile(
        r"(?:(?:this|the)\s+(?:report\s+|decision\s+|matter\s+|item\s+|proposal\s+)?"
        r"(?:is|does|relates\s+to|concerns|involves|constitutes)\s+(?P<not>not\s+)?"
        r"(?:(?:a|an|constitute|involve)\s+){0,2}(?P<non>non-)?|(?P<yes>yes|no)?)key\s+decision"
        r"(?:\s+(?P<after>yes|no))?\b.*",
        re.IGNORECASE,
    ),
    "call_in": re.compile(
        r"(?:this|the)\s+(?:report\s+|decision\s+|matter\s+|item\s+)?(?:is|will\s+be|can\s+be)\s+"
        r"(?P<not>not\s+)?(?P<non>not\s+)?(?:be\s+)?(?:subject\s+to|eligible\s+for|open\s+to)\s+"
        r"(?:the\s+)?call[ -]in\b.*",
        re.IGNORECASE,
    ),
}
_TICKED, _EMPTY = "☑☒✓✔√■⊠", "☐□▢"
_TICK = re.compile(rf"(?P<box>[{_TICKED}{_EMPTY}])|\b(?P<word>yes|no)\b", re.IGNORECASE)


def item_number(front: Front) -> str | None:
    """The number of the agenda item that the paper was; None where the front names several."""
    labelled = (_ITEM_NUMBER.fullmatch(f.value) for f in front.all("item_number"))
    found = [match["number"] for match in labelled if match]
    found = found or [m["number"] for line in _lines(front) if (m := _ITEM.fullmatch(line))]
    return found[0].replace(" ", "") if len(set(found)) == 1 else None


def part(front: Front) -> int | None:
    """1 for a paper open to the public and 2 for one closed, as printed; None for both."""
    lines = (m["part"] for line in _lines(front) if (m := _PART.fullmatch(line)))
    plain = (f.value.strip(" .") for f in front.all("part"))
    said = (
        match["part"]
        for field in front.fields
        if _OF_ACCESS.search(field.label)
        for match in _SAID_PART.finditer(field.value)
    )
    named = {"1", "2", "i", "ii", "a", "b", "one", "two"}
    found = {p.casefold() for p in (*lines, *plain, *said)} & named
    numbers = {1 if name in _FIRST else 2 for name in found}
    return numbers.pop() if len(numbers) == 1 else None


def unlabelled_reference(front: Front) -> str | None:
    """The one reference that a line of the front page holds without a colon."""
    found = {m["value"] for line in _lines(front) if (m := _REFERENCE.fullmatch(line))}
    return found.pop() if len(found) == 1 else None


def yes_or_no(front: Front, fact: str) -> bool | None:
    """A stated yes or no, in a field or a sentence; None for anything else.

    "Non-key" answers whether the decision is key.
    """
    value = front.first(fact)
    return _answer(value) if value else _said(front, fact)


def _answer(value: str) -> bool | None:
    if any(box in value for box in _TICKED + _EMPTY) and re.search(r"\b(?:yes|no)\b", value, re.I):
        return _ticked(value)
    text = value.casefold()
    if re.match(r"(?:yes|y)\s*(?:/|or)\s*(?:no|n)\b", text):
        return None  # a form that nobody filled in
    if re.match(r"(?:no|non|not|n|false)\b(?!\s+(?:applicable|known))", text):
        return False
    return True if re.match(r"(?:(?:yes|y|true|key)\b|[✓√☑✔])", text) else None


def _ticked(value: str) -> bool | None:
    """Which of "Yes ☐ No ☒" is ticked, whether the boxes stand before or after their words."""
    marks = [(m["box"], (m["word"] or "").casefold()) for m in _TICK.finditer(value)]
    boxes = [box for box, _ in marks if box]
    words = [word for _, word in marks if word]
    in_turn = len(boxes) == len(words) and len(marks) == 2 * len(boxes)
    chosen = [word for box, word in zip(boxes, words, strict=False) if box in _TICKED]
    return chosen[0] == "yes" if in_turn and len(chosen) == 1 else None


def _said(front: Front, fact: str) -> bool | None:
    found = [m for line in _lines(front) if (m := _SAID[fact].fullmatch(line))]
    if not found:
        return None
    said = found[0].groupdict()
    if said.get("after") or said.get("yes"):
        return (said.get("after") or said.get("yes") or "").casefold() == "yes"
    stated = re.match(r"(?:this|the)\b", found[0][0], re.IGNORECASE)
    return not (said["not"] or said["non"]) if stated else None


def _lines(front: Front) -> Iterator[str]:
    """The front page's lines and cells, short ones only."""
    for block in front.blocks:
        for cell in block.cells if block.kind == "row" else (block.words,):
            if cell and len(cell) <= _LONGEST:
                yield cell.strip(" *_")
