"""Whether a paper may be kept: marks that close it to the public shut it, and doubt does too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from urllib.parse import unquote, urlsplit

from index.errors import Withheld
from index.records import Access, Block, ReportKind
from ingest import access_forms as forms
from ingest import access_marks as marks
from ingest import access_welsh as welsh
from ingest.access_appendix import names_own_appendix
from ingest.access_choices import chosen
from ingest.access_later import heads_closed_page, heads_closed_part, heads_information
from ingest.access_names import NAME_MARKS
from ingest.access_others import about_others, heads_items, tells_of_others
from ingest.access_scattered import is_closed_footer, printed_across, with_pieces
from ingest.access_signs import ROUND, Mark
from ingest.access_spelling import as_meant, is_cut_short
from ingest.frontpage.front import front_blocks
from ingest.sections import section_of

_LONGEST = 2000  # characters of a paragraph that are looked through
_TOLD = 2  # blocks that may say whether anything is exempt, below a heading that asks
_LONGEST_LABEL = 80  # characters of a line or cell that may be answered by the next
_LONGEST_ENTRY = 100  # characters of a line that may follow a list of appendices
_AFFIRMED = re.compile(r"(?i)(?:yes|para(?:graph)?s?)\b")
_TICK = re.compile(r"[xX✓✔√☒☑■]?")
_OPTION = re.compile(
    r"(?i)(?:yes|no|open|public|exempt|confidential|private|part\s*\w{1,3})\b[^?:]*$"
)
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")  # "ExemptReport"
_OF_REPORTS = frozenset({"recommendations", "purpose", "summary", "reasons", "implications"})
_CLOSED = (*marks.CLOSED, *forms.CLOSED, *welsh.CLOSED)
_CLOSED_LINE = (*marks.CLOSED_LINE, *forms.CLOSED_LINE, *welsh.CLOSED_LINE)
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


def _marks_in_name(source: str) -> Iterator[Mark]:
    """Marks in any part of a path or address, whatever joins its words."""
    parts = urlsplit(source)
    path = unquote(f"{parts.path}/{parts.query}") if "://" in source else source
    for part in re.split(r"[/\\]", _CAMEL.sub(" ", path).casefold()):
        words = re.sub(r"[\W_]+", " ", re.sub(r"\.[a-z]{1,5}$", "", part)).strip()
        yield from (sign.mark for sign in NAME_MARKS if sign.pattern.search(words))


def _marks_in_lines(
    blocks: Sequence[Block], margins: Iterable[str], kind: ReportKind
) -> Iterator[Mark]:
    front = _before_items(blocks) if kind == "agenda" else front_blocks(blocks)
    others = about_others(front, kind)
    own = [block for number, block in enumerate(front) if number not in others]
    stated = list(margins)
    if any(map(is_closed_footer, stated)):
        yield "exempt"
    around = (*with_pieces(stated), *printed_across(blocks))
    lines = [as_meant(line) for line in (*around, *_all_lines(own))]
    lines += [as_meant(f"{a} {b}") for a, b in pairwise(lines) if is_cut_short(a)]
    is_part = bool(blocks) and bool(marks.IS_APPENDIX.fullmatch(blocks[0].words))
    for line in _with_answers(lines):
        found, rest = chosen(_tidy(line))
        yield from found
        yield from _marks_on_front(_tidy(rest), is_part=is_part)
    heads = bool(blocks) and heads_closed_page(as_meant(blocks[0].words).strip(ROUND))
    if heads or names_own_appendix(blocks, len(front)):
        yield "exempt"
    for number in others:
        yield from _marks_in_prose(blocks[number])
        yield from _marks_on_page(blocks, number, kind)
    if kind != "agenda" or _is_pack(blocks):
        yield from _marks_further_on(blocks, len(front), kind)


def _marks_further_on(blocks: Sequence[Block], front: int, kind: ReportKind) -> Iterator[Mark]:
    for number in range(front, len(blocks)):
        yield from _marks_on_page(blocks, number, kind)
        if kind != "minutes":
            yield from _marks_in_prose(blocks[number])


def _is_pack(blocks: Sequence[Block]) -> bool:
    """Whether an agenda has its reports bound in: it then has sections that only reports have."""
    return any(b.kind == "heading" and section_of(b.words) in _OF_REPORTS for b in blocks)


def _before_items(blocks: Sequence[Block]) -> Sequence[Block]:
    """An agenda's own heading: what comes before its first item or its public part."""
    for number, block in enumerate(blocks[: marks.AGENDA_HEAD]):
        numbered = block.kind == "row" and re.fullmatch(r"\d{1,2}[.)]?", block.cells[0])
        if block.label or numbered or any(sign.pattern.search(block.words) for sign in marks.OPEN):
            return blocks[: number - heads_items(blocks[:number], block)]
    return blocks[: marks.AGENDA_HEAD]


def _all_lines(blocks: Sequence[Block]) -> Iterator[str]:
    taken = False  # by the row above
    for block, below in zip_longest(blocks, blocks[1:]):
        offered = _ticked_below(block, below) if below and not taken else ""
        if offered:
            yield offered
        elif not taken:
            yield from _lines(block)
        if below and not taken:
            yield from _answered_below(block, below)
        taken = bool(offered)


def _ticked_below(block: Block, below: Block) -> str:
    """A row of choices and the row of their ticks as one line: "Open ☒ Exempt ☐"; else nothing."""
    rows = block.kind == below.kind == "row" and len(block.cells) == len(below.cells) > 1
    if not rows or not all(_TICK.fullmatch(cell) for cell in below.cells):
        return ""
    pairs = zip(block.cells, below.cells, strict=True)
    line = " ".join(f"{a} {'☒' if b else '☐'}" if b or _OPTION.match(a) else a for a, b in pairs)
    return line if any(below.cells) and chosen(line)[0] else ""


def _answered_below(block: Block, below: Block) -> Iterator[str]:
    """Each label of a row with the "yes" or the paragraph in the row below it, as one line."""
    if block.kind == below.kind == "row" and not below.columns:
        for label, cell in zip(block.cells, below.cells, strict=False):
            if label and _AFFIRMED.match(cell):
                yield f"{label.rstrip(' :?')}: {cell}"


def _lines(block: Block) -> Iterator[str]:
    """What is read as one line: a block; in a row, each label with its value, and each value."""
    cells = [as_meant(cell) for cell in block.cells if cell]
    if block.kind != "row":
        listed = marks.LIST_HEADING.fullmatch(block.heading or "")
        if not (listed and marks.LISTED.fullmatch(block.words)):
            yield block.words.strip()
    elif len(cells) > 1:
        yield from _lines_of_row(block, cells)
    elif cells and not _is_empty_label(block, cells[0]):
        yield cells[0]


def _is_empty_label(block: Block, cell: str) -> bool:
    """Whether a row is a label that no value stands beside: "Exempt information", ""."""
    label = marks.ONLY_A_LABEL.fullmatch(cell) and not cell.isupper()
    return bool(label) and len(block.cells) > 1


def _lines_of_row(block: Block, cells: list[str]) -> Iterator[str]:
    """A row as its labels and values, once the choices that its boxes make are read."""
    found, _ = chosen(" ".join(cells))
    if found:
        yield " ".join(cells)
        return
    labels = [*block.columns] if len(block.columns) == len(block.cells) else ["", *block.cells]
    if marks.LIST_HEADING.fullmatch(labels[0]):
        return
    for label, cell in zip(labels, block.cells, strict=False):
        if label and cell:
            yield f"{label.rstrip(' :?')}: {cell}"
    yield from _pairs(cells)


def _pairs(cells: list[str]) -> Iterator[str]:
    """Each filled cell of a row with the next, and each that is a mark by itself."""
    for before, cell, beside in zip(["", *cells], cells, [*cells[1:], ""], strict=False):
        if beside and len(cell) < _LONGEST_LABEL:
            yield f"{cell.rstrip(' :?')}: {beside}"
        no = marks.PLAIN_NO if cell.isupper() else marks.NO
        answered = beside and (no.fullmatch(beside) or marks.APPENDIX.match(beside))
        closes = any(sign.pattern.fullmatch(cell) for sign in _CLOSED_LINE)
        if closes and not answered and not marks.APPENDIX.match(before):
            yield cell


def _with_answers(lines: Sequence[str]) -> Iterator[str]:
    """Each line, joined by the next where that answers it: "Exempt information", "None"."""
    skip = False
    for line, below in zip(lines, [*lines, ""][1:], strict=True):
        if not skip:
            skip = len(line) < _LONGEST_LABEL and _answers(line, below)
            yield f"{line.rstrip(' :?')}: {below}" if skip else line
        else:
            skip = False


def _answers(line: str, below: str) -> bool:
    """Whether the next line answers a label; "Part 1" below "CONFIDENTIAL" contradicts it."""
    if line.rstrip().endswith((":", "?")) or chosen(_tidy(line))[0]:
        return bool(marks.ANSWER.fullmatch(below))
    closes = any(sign.pattern.search(line) for sign in _CLOSED)
    return not closes and bool(marks.PLAIN_ANSWER.fullmatch(below))


def _tidy(line: str) -> str:
    """A line without the stars or the one pair of brackets round it; boxes are kept."""
    plain = line.strip(" *_#")
    inside = re.fullmatch(r"[(\[]([^()\[\]]{2,})[)\]]", plain)
    return inside[1].strip() if inside else plain


def _marks_on_front(line: str, *, is_part: bool) -> Iterator[Mark]:
    clauses = [line] if marks.APPENDIX.match(line) else re.split(r"(?<=[.;])\s+", line)
    yield from (sign.mark for sign in marks.OPEN if sign.pattern.search(line))
    line = " ".join(c for c in clauses if not _denies(c))
    line = marks.ANSWERED_NO.sub(" ", line).strip()
    if not marks.NO_VALUE.fullmatch(line):
        yield from (sign.mark for sign in _CLOSED_LINE if sign.pattern.fullmatch(line))
    for clause in [line] if marks.APPENDIX.match(line) else re.split(r"(?<=[.;])\s+", line):
        own = marks.THIS_PAPER.search(clause) or is_part
        if own or not (_of_other_part(clause) or len(line) > marks.PROSE):
            yield from (sign.mark for sign in _CLOSED if sign.pattern.search(clause))


def _denies(clause: str) -> bool:
    """Whether a clause says that the paper, or part of it, is not closed, or exempt otherwise."""
    denials = (marks.NOT_CLOSED, welsh.NOT_CLOSED, forms.OTHER_EXEMPTION)
    return any(denial.search(clause) for denial in denials)


def _of_other_part(clause: str) -> bool:
    named = marks.OTHER_PART.search(clause) or welsh.OTHER_PART.search(clause)
    return bool(named) or tells_of_others(clause)


def _marks_on_page(blocks: Sequence[Block], number: int, kind: ReportKind) -> Iterator[Mark]:
    """Marks that head a later page: a closed part bound into an open paper closes the whole."""
    block = blocks[number]
    words = as_meant(block.words[:_LONGEST]).strip(ROUND)
    match = marks.PAGE.fullmatch(words)
    if block.kind == "row" or not (match or _heads_part(words, blocks[number + 1 :], kind)):
        return
    if _is_entry(blocks, number):
        return
    yield "confidential" if match and match["confidential"] else "exempt"


def _heads_part(words: str, below: Sequence[Block], kind: ReportKind) -> bool:
    """Whether a line heads a closed part; in minutes, some such words head an open one."""
    if heads_closed_part(words, in_minutes=kind == "minutes"):
        return True
    if kind == "minutes":
        return False
    told = " ".join(block.words for block in below[:_TOLD])
    return bool(marks.PART.fullmatch(words)) or heads_information(words, as_meant(told[:_LONGEST]))


def _is_entry(blocks: Sequence[Block], number: int) -> bool:
    """Whether a line about a closed appendix only lists it, or a line approves closed minutes."""
    block, below = blocks[number], blocks[number + 1] if number + 1 < len(blocks) else None
    if block.label and "minutes" in block.words.casefold():
        return below is not None and bool(marks.APPROVED.search(below.words))
    if block.kind == "heading" or not marks.APPENDIX.match(block.words):
        return False
    listed = block.kind == "item" or marks.LIST_HEADING.fullmatch(block.heading or "")
    beside = below is not None and marks.APPENDIX.match(below.words)
    follows = below is not None and below.kind != "heading" and len(below.words) > _LONGEST_ENTRY
    return bool(beside or (listed and not follows))


def _marks_in_prose(block: Block) -> Iterator[Mark]:
    """What a later paragraph says of the very paper: "This report is exempt by virtue of …"."""
    for clause in re.split(r"(?<=[.;])\s+", as_meant(block.words[:_LONGEST])):
        if not marks.THIS_PAPER.search(clause):
            continue
        if not (_denies(clause) or marks.ANSWERED_NO.search(clause)):
            yield from (sign.mark for sign in _CLOSED if sign.pattern.search(clause))
