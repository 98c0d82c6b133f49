"""Marks that close a paper, misread on a scanned page: what may be one shuts it until seen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from index.errors import Withheld
from index.question.spelling import distance, is_english
from index.records import Block, ReportKind
from ingest.access import access_of
from ingest.pages import Paper

_OF_MARKS = (
    "not for exempt exempted exemption confidential publication published restricted private "
    "schedule paragraph paragraphs public excluded exclusion disclosure circulation sensitive "
    "privileged closed virtue appendix members eithriedig cyfrinachol cyhoeddi"
).split()
_LOOKS = str.maketrans("0158|!$£€@¢", "olsbllseeac")  # what letters are taken for
_NOT = frozenset({"NQT", "NDT", "N0I", "NOI", "HOT"})
_FIRM = 5  # letters: what is shorter is near to too many words
_LONG = 8  # letters: from here on, two may be wrong
_LONGEST = 2000  # characters of a block that are looked through
_MESSAGE = (
    "A scanned page may be marked as closed to the public, and is not read surely enough to tell, "
    "so nothing of the paper was kept. Look at it; if it is open, ask for the document that was "
    "scanned, or release it."
)


def refuse_doubtful_marks(
    paper: Paper, source: str, blocks: Sequence[Block], margins: Sequence[str], kind: ReportKind
) -> None:
    """Raise Withheld, "unclear", where a word of a scanned page may be misread and part of a mark.

    The lines that were too unsure to be kept are looked through as well.
    """
    if not paper.ocr and not paper.doubted:
        return
    scanned = {page for page, _ in paper.ocr}
    meant = [_as_meant(block) if block.page in scanned else block for block in blocks]
    unsure = [Block("paragraph", line, 0, len(line)) for line in paper.doubted]
    try:
        access_of(source, meant, [as_mark(line) for line in margins], kind)
        for block in unsure:
            access_of(source, [block], (), "report")
            access_of(source, [_as_meant(block)], (), "report")
    except Withheld as error:
        raise Withheld("unclear", _MESSAGE) from error


def as_mark(text: str) -> str:
    """A text in which each word that is nearly one of a mark is that one; for comparing only.

    >>> as_mark("N0T FOR PUBLICATI0N by virlue of paragraph 3"), as_mark("EXEMFT")
    ('not FOR publication by virtue of paragraph 3', 'exempt')
    >>> as_mark("The public part was completed in private hands"), as_mark("CONFI DENTIAL")
    ('The public part was completed in private hands', 'confidential')
    """
    words = re.split(r"(\s+)", text[:_LONGEST])
    found = list(_with_joined([_meant(word) for word in words]))
    return "".join(found) + text[_LONGEST:]


def _as_meant(block: Block) -> Block:
    text = block.text[: block.mark] + as_mark(block.words)
    return replace(block, text=text, end=block.start + len(text))


def _with_joined(words: Sequence[str]) -> Iterator[str]:
    """The words, two that make up one of a mark as that one."""
    at = 0
    while at < len(words):
        joined = _joined(words[at : at + 3])
        yield joined or words[at]
        at += 3 if joined else 1


def _joined(words: Sequence[str]) -> str | None:
    if len(words) < 3 or not words[1].isspace() or any(w.lower() in _OF_MARKS for w in words):
        return None
    whole = _meant(words[0] + words[2]).casefold()
    return whole if whole in _OF_MARKS else None


def _meant(word: str) -> str:
    if word in _NOT:
        return "NOT"
    letters = re.sub(r"[^a-zŵŷ]", "", word.casefold().translate(_LOOKS))
    if len(letters) < _FIRM or is_english(letters):
        plain = re.sub(r"\W", "", word.casefold())
        return letters if letters in _OF_MARKS and plain != letters else word
    return _nearest(letters) or word


@cache
def _nearest(letters: str) -> str | None:
    """The word of a mark that a strange word is nearest to; None if it is near to none."""
    most = 2 if len(letters) >= _LONG else 1
    forms = {letters, letters.replace("rn", "m")}
    near = [
        (far, mark)
        for mark in _OF_MARKS
        for form in forms
        if (far := distance(form, mark, most)) is not None
    ]
    return min(near)[1] if near else None
