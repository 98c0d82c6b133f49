"""Lines that were broken at a margin: which of them belong to one paragraph."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.labels import opens_bullet, opens_item

_NARROWEST, _WIDEST = 50, 132  # margins at which programs and typists break lines
_SURE = 60  # a margin that one broken line alone can show
_HYPHENATES = ("and", "or", "to")  # "pre- and post-16": the hyphen hangs and keeps its space
_ENDS = ".:;!?"
# Words that no sentence, heading or name ends with.
_HANGING = re.compile(
    r"\b(?:the|an?|of|and|or|to|for|by|with|from|in|at|on|that|was|were|be|is|Cllrs?|Councillors?"
    r"|Mrs?|Ms|Dr|The)$"
)
# "LOST by 12 votes to", "at a cost of": the "9." that follows is no label.
_COUNTING = re.compile(
    r"\b(?:votes?\s+to|\d\s+to|votes?\s+against|of|by|than|paragraphs?|minutes?|items?|sections?)$"
)
_NUMBER = re.compile(r"\d{1,3}[.)](?:\s|$)")
_DASH = re.compile(r"[–—]\s[a-z\d]")
# What a minute or a labelled fact begins with: "79   TREES", "24/35 Grants", "PL.4 …", "Author: …".
_TITLED = re.compile(r"\d{1,4}[A-Z]?\.?\s{2,}\S")
_MINUTE = re.compile(
    r"\d{1,4}/\d{1,4}[.:]?\s+[A-Z]|\d{1,4}\s+[A-Z]{2}|[A-Z]{1,5}[./]\s?\d|[A-Z]{2,5}\s\d{1,4}/\d"
    r"|Min(?:ute|\.)(?:\sNo\.?)?\s?\d|(?:RESOLVED|AGREED|DECIDED|NOTED)\b"
)
_FIELD = re.compile(
    r"(?:\*\*|__)?[A-Z][\w’'-]*(?:\(s\))?(?:\s[\w’'()/-]+){0,2}\s?:(?:\*\*|__)?\s+\S"
)
_CELLS = re.compile(r"\t|\s\|\s|\|.*\|")
_GAP = re.compile(r"(?<=[^\s.:;!?])\s{3,}(?=\S)")
_WIDE_GAP = re.compile(r"(?<=\S)\s{5,}(?=\S)")


def wrapped_at(lines: Sequence[str]) -> int | None:
    """The width at which lines were broken; None where people ended them.

    Where lines are broken, sentences run on from one to the next, and do so near one margin, which
    few other lines pass.
    """
    pairs = (pair for pair in pairwise(lines) if pair[0].strip() and pair[1].strip())
    on = [pair for pair in pairs if _runs_on(*pair) and _may_run_on(*pair)]
    margin = max((_width(line) for line, _ in on), default=0)
    if not (_NARROWEST if len(on) > 1 else _SURE) <= margin <= _WIDEST:
        return None
    written = [line for line in lines if line.strip()]
    beyond = sum(_width(line) > margin + margin // 8 for line in written)
    near = sum(_reaches(line, after, margin - margin // 8) for line, after in on)
    return margin if near >= 0.6 * len(on) and beyond <= 1 + len(written) // 10 else None


def joined(lines: Sequence[str], margin: int | None) -> Iterator[str]:
    """The lines, those joined that a margin broke; empty lines are kept."""
    if margin is None:
        yield from lines
        return
    paragraph: list[str] = []
    for line, before in zip(lines, ["", *lines], strict=False):
        if paragraph and _continues(before, line, margin):
            paragraph.append(line)
            continue
        if paragraph:
            yield whole(paragraph)
        paragraph = [line] if line.strip() else []
        if not paragraph:
            yield ""
    if paragraph:
        yield whole(paragraph)


def join(text: str, line: str) -> str:
    """A text and the line that goes on with it."""
    return whole([text, line])


def whole(lines: Sequence[str]) -> str:
    """The lines of one paragraph as one: a word broken at its own hyphen is made whole.

    >>> whole(["a long-", "term plan"]), whole(["pre-", "and post-16"]), whole(["the ", " plan"])
    ('a long-term plan', 'pre- and post-16', 'the plan')
    """
    pieces = [lines[0].rstrip()]
    for above, line in pairwise(lines):
        first, second = above.rstrip(), line.strip()
        hyphened = len(first) > 1 and first[-1] == "-" and first[-2].isalpha()
        broken = hyphened and second[:1].islower() and second.split()[0] not in _HYPHENATES
        pieces.append(second if broken else f" {second}")
    return "".join(pieces)


def is_field(line: str) -> bool:
    """Whether a line begins with a label and its value: "Author: Jane Roe".

    >>> is_field("Ward(s): All"), is_field("that: no"), is_field("Note well:")
    (True, False, False)
    """
    return _FIELD.match(line.strip()) is not None


def _continues(before: str, line: str, margin: int) -> bool:
    """Whether a line goes on with the one before: that was full, or a sentence runs on."""
    if not _may_run_on(before, line):
        return False
    full = _reaches(before, line, margin)
    if is_field(line) and not (full and before.rstrip()[-1] not in _ENDS):
        return False
    return full or (_runs_on(before, line) and _reaches(before, line, 3 * margin // 4))


def _may_run_on(line: str, after: str) -> bool:
    """Whether two lines could be of one paragraph: no table, no label before the second."""
    first, second = line.strip(), after.strip()
    if not first or not second or _CELLS.search(first) or _CELLS.search(second):
        return False
    return not (_opens(first, second) or _drawn(first, second))


def _opens(first: str, second: str) -> bool:
    """Whether the second of two lines begins something of its own."""
    if opens_item(second):
        return not _is_within(first, second)
    if _TITLED.match(second):
        return True
    return first[-1] in _ENDS and _MINUTE.match(second) is not None


def _is_within(first: str, second: str) -> bool:
    """Whether what looks like a label is of the sentence above: "2)" after "(Item", "– as in"."""
    if _NUMBER.match(second):
        return bool(_COUNTING.search(first)) or first.count("(") > first.count(")")
    return bool(_DASH.match(second)) and first[-1] not in _ENDS and not opens_bullet(first)


def _drawn(first: str, second: str) -> bool:
    """Whether two lines are rows of a table drawn with spaces."""
    gaps = [_GAP.search(_without_label(line)) for line in (first, second)]
    wide = any(_WIDE_GAP.search(_without_label(line)) for line in (first, second))
    return wide or all(gaps)


def _without_label(line: str) -> str:
    label, _, words = line.partition(" ")
    return words.lstrip() if opens_item(line) or label[:1].isdigit() else line


def _runs_on(line: str, after: str) -> bool:
    """Whether a sentence runs on from one line to the next."""
    text, begun = line.rstrip(), after.lstrip()
    small = begun[0].islower() or _DASH.match(begun) is not None
    return text[-1] not in _ENDS and (small or _HANGING.search(text) is not None)


def _reaches(line: str, after: str, margin: int) -> bool:
    """Whether the first word of the line after would not have fitted within a margin."""
    return _width(line) + 1 + len(after.split()[0]) > margin


def _width(line: str) -> int:
    return len(line.rstrip())
