"""Whether a paper may be kept: marks that close it to the public shut it, and doubt does too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import unquote, urlsplit

from index.errors import Withheld
from index.records import Access, Block, ReportKind
from ingest import access_marks as marks
from ingest.frontpage.front import front_blocks
from ingest.sections import section_of

_LONGEST = 2000  # characters of a paragraph that are looked through
_LONGEST_LABEL = 80  # characters of a line or cell that may be answered by the next
_OF_REPORTS = frozenset({"recommendations", "purpose", "summary", "reasons", "implications"})
_MESSAGES = {
    "exempt": "The paper is marked as exempt from publication, so nothing of it was kept. If it "
    "is public after all, take the mark out and ingest it again.",
    "confidential": "The paper is marked as confidential, so nothing of it was kept. If it is "
    "public after all, take the mark out and ingest it again.",
    "unclear": "The paper is marked both as open and as closed to the public, so nothing of it was "
    "kept. Ask whoever published it, and ingest it again once its marks are clear.",
}


def access_of(
    source: str,
    blocks: Sequence[Block],
    margins: Iterable[str] = (),
    kind: ReportKind = "report",
) -> Access:
    """Say "public", or raise Withheld with its reason: "exempt", "confidential" or "unclear".

    Marks are looked for in the file's path or address, on the front page, in running headers and
    footers, and in lines that head a later page. A paper without marks is public, because an
    administrator chose to ingest it. An agenda may name later items as closed.
    """
    found = {*_marks_in_name(source), *_marks_in_lines(blocks, margins, kind)}
    if "public" in found and len(found) > 1:
        raise Withheld("unclear", _MESSAGES["unclear"])
    for reason in ("confidential", "exempt"):
        if reason in found:
            raise Withheld(reason, _MESSAGES[reason])
    return "public"


def _marks_in_name(source: str) -> Iterator[marks.Mark]:
    """Marks in any part of a path or address, whatever joins its words."""
    path = unquote(urlsplit(source).path) if "://" in source else source
    for part in re.split(r"[/\\]", path.casefold()):
        words = re.sub(r"[\W_]+", " ", re.sub(r"\.[a-z]{1,5}$", "", part)).strip()
        yield from (sign.mark for sign in marks.NAME_MARKS if sign.pattern.search(words))


def _marks_in_lines(
    blocks: Sequence[Block], margins: Iterable[str], kind: ReportKind
) -> Iterator[marks.Mark]:
    front = _before_items(blocks) if kind == "agenda" else front_blocks(blocks)
    lines = [*margins, *(line for block in front for line in _lines(block))]
    is_part = bool(blocks) and bool(marks.IS_APPENDIX.fullmatch(blocks[0].words))
    for line in _with_answers(lines):
        yield from _marks_on_front(line.strip(" *_#"), is_part=is_part)
    if kind != "agenda" or _is_pack(blocks):
        for block in blocks[len(front) :]:
            yield from _marks_on_page(block)
            if kind != "minutes":
                yield from _marks_in_prose(block)


def _is_pack(blocks: Sequence[Block]) -> bool:
    """Whether an agenda has its reports bound in: it then has sections that only reports have."""
    return any(b.kind == "heading" and section_of(b.words) in _OF_REPORTS for b in blocks)


def _before_items(blocks: Sequence[Block]) -> Sequence[Block]:
    """An agenda's own heading: what comes before its first item or its public part."""
    for number, block in enumerate(blocks[: marks.AGENDA_HEAD]):
        if block.label or any(sign.pattern.search(block.words) for sign in marks.OPEN):
            return blocks[:number]
    return blocks[: marks.AGENDA_HEAD]


def _lines(block: Block) -> Iterator[str]:
    """What is read as one line: a block; in a row, each label with its value, and each value."""
    cells = [cell for cell in block.cells if cell]
    if block.kind != "row" or len(cells) < 2:
        yield block.words.strip()
        return
    labels = [*block.columns] if len(block.columns) == len(block.cells) else ["", *block.cells]
    for label, cell in zip(labels, block.cells, strict=False):
        if label and cell:
            yield f"{label.rstrip(' :?')}: {cell}"
    for cell, beside in zip(cells, [*cells[1:], ""], strict=True):
        if beside and len(cell) < _LONGEST_LABEL:
            yield f"{cell.rstrip(' :?')}: {beside}"
        answered = marks.NO.fullmatch(beside) or marks.APPENDIX.match(beside)
        if not answered and any(sign.pattern.fullmatch(cell) for sign in marks.CLOSED_LINE):
            yield cell


def _with_answers(lines: Sequence[str]) -> Iterator[str]:
    """Each line, joined by the next where that answers it: "Exempt information", "None"."""
    skip = False
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if not skip:
            skip = len(line) < _LONGEST_LABEL and bool(marks.ANSWER.fullmatch(below))
            yield f"{line.rstrip(' :?')}: {below}" if skip else line
        else:
            skip = False


def _marks_on_front(line: str, *, is_part: bool) -> Iterator[marks.Mark]:
    opened = [sign.mark for sign in marks.OPEN if sign.pattern.search(line)]
    yield from opened
    if marks.NOT_CLOSED.search(line):
        return
    line = marks.ANSWERED_NO.sub(" ", line).strip()
    yield from (sign.mark for sign in marks.CLOSED_LINE if sign.pattern.fullmatch(line))
    for clause in [line] if marks.APPENDIX.match(line) else re.split(r"(?<=[.;])\s+", line):
        own = marks.THIS_PAPER.search(clause) or is_part
        if own or not (marks.OTHER_PART.search(clause) or len(line) > marks.PROSE):
            yield from (sign.mark for sign in marks.CLOSED if sign.pattern.search(clause))


def _marks_on_page(block: Block) -> Iterator[marks.Mark]:
    """Marks that head a later page: a closed part bound into an open paper closes the whole."""
    match = marks.PAGE.fullmatch(block.words.strip(" *_#()[]"))
    if match and block.kind in ("heading", "paragraph"):
        yield "confidential" if match["confidential"] else "exempt"


def _marks_in_prose(block: Block) -> Iterator[marks.Mark]:
    """What a later paragraph says of the very paper: "This report is exempt by virtue of …"."""
    for clause in re.split(r"(?<=[.;])\s+", block.words[:_LONGEST]):
        denied = marks.NOT_CLOSED.search(clause) or marks.ANSWERED_NO.search(clause)
        if marks.THIS_PAPER.search(clause) and not denied:
            yield from (sign.mark for sign in marks.CLOSED if sign.pattern.search(clause))
