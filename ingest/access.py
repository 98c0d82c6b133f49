"""Whether a paper may be kept: marks that close it to the public shut it, and doubt does too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote, urlsplit

from index.errors import Withheld
from index.records import Access, Block, ReportKind
from ingest.frontpage import front_blocks

Mark = Literal["public", "exempt", "confidential"]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A way of marking a paper, and what it means."""

    mark: Mark
    pattern: re.Pattern[str]


def _sign(mark: Mark, pattern: str) -> _Sign:
    return _Sign(mark, re.compile(pattern, re.IGNORECASE))


# Marks that close a paper wherever they stand on its front page or head a page of it. Schedule 12A
# of the Local Government Act 1972 lists exempt information (in Scotland Schedule 7A of the Act of
# 1973); section 100A(3) defines confidential.
_CLOSED = (
    _sign("exempt", r"\bnot\s+for\s+(?:general\s+)?(?:publication|release|public\b)"),
    _sign("exempt", r"\bnot\s+(?:open\s+)?to\s+(?:be\s+)?(?:the\s+)?(?:published|public)\b"),
    _sign("exempt", r"\bclosed\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b"),
    _sign("exempt", r"\bby\s+(?:virtue|reason)\s+of\b[^.]{0,80}\bparagraphs?(?:\(s\))?\s*\(?\d"),
    _sign("exempt", r"\bparagraphs?(?:\(s\))?\s*\(?\d[^.]{0,60}\bschedule\s*(?:12\s*A|7\s*A)\b"),
    _sign("exempt", r"\b(?:contains?|containing|includes?)\s+exempt\s+information\b"),
    _sign(
        "exempt",
        r"\b(?:is|are)\s+(?:wholly\s+|partly\s+)?exempt"
        r"(?:\s+(?:from\s+(?:publication|disclosure)|under|by|within|information|for)\b|\W*$)",
    ),
    _sign("confidential", r"\b(?:contains?|containing|is|are)\s+(?:strictly\s+)?confidential\b"),
    _sign("confidential", r"\bsection\s+100A\s*\(\s*[23]\s*\)"),
)
# Marks that close it only as a line of their own: the words also occur as subjects.
_CLOSED_LINE = (
    _sign(
        "exempt",
        r"(?:wholly |partly |part )?exempt(?: (?:report|item|information|minutes?|paper|appendix"
        r"|document|from publication|business|agenda|session|or confidential\b.*))?"
        r"(?:[\s:–(,-]+(?:yes|paras?(?:graphs?)?\b.*|categor\w+\b.*|under\b.*))?[)\s.]*",
    ),
    _sign("exempt", r"(?:agenda\s+)?part\s+(?:2|ii|b|two)\b(?:\s+(?:report|item|agenda|minutes))?"),
    _sign(
        "exempt", r"part\s+(?:2|ii|b|two)\s*[:–(-]+\s*(?:private|exempt|closed|confidential)\b.*"
    ),
    _sign("exempt", r"(?:restricted|private|pink paper|pink report|in camera)s?"
          r"(?:\s+(?:report|item|session|minutes|paper|document))?"),
    _sign(
        "confidential",
        r"(?:(?:strictly|private (?:and|&)) )?confidential(?: (?:report|item|minutes?|information"
        r"|paper|document|appendix|session))?(?:[\s:–-]+yes\b.*)?",
    ),
)  # fmt: skip
_OPEN = (
    _sign("public", r"\bopen\s+to\s+(?:the\s+)?(?:press\s+and\s+)?public\b"),
    _sign("public", r"^(?:this\s+\w+\s+is\s+)?for\s+(?:general\s+release|publication)\b"),
    _sign("public", r"^(?:public|open)\s+(?:report|item|minutes|document)$"),
    _sign(
        "public", r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b"
    ),
    _sign(
        "public",
        r"^(?:is\s+(?:the|this)\s+\w+\s+)?(?:exempt|confidential|restricted|private)\b[^:?]{0,60}[:?]"
        r"\s*(?:no\b|none\b|n/?a\b|not applicable|nil\b|public\b).*",
    ),
)
# A sentence about some other paper or part: an appendix, a later item, a meeting's later business.
_OTHER_PART = re.compile(
    r"\b(?:append(?:ix|ices)|annex(?:es)?|enclosures?|attachments?|following\s+(?:items?|business)"
    r"|(?:during|for|on|consider\w*|discuss\w*|consideration\s+of)\s+(?:the\s+)?(?:agenda\s+)?items?"
    r"|items?\s+of\s+business|remaining\s+business|exclu(?:de|ded|ding|sion)|background\s+papers?)\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\W*(?:no|none|n/?a|nil|not applicable|public)\b.{0,40}", re.IGNORECASE)
_THIS_PAPER = re.compile(
    r"\bthis\s+(?:report|paper|document|item|decision)\b|\breport\s+and\s+(?:its\s+)?append",
    re.IGNORECASE,
)
_NAME_MARKS = (
    _sign("confidential", r"(?<![a-z])(?<!non )(?<!not )confidential(?![a-z])"),
    _sign("exempt", r"(?<![a-z])(?<!non )(?<!not )exempt(?![a-z])(?! accommodation)"),
    _sign("exempt", r"(?<![a-z])restricted(?![a-z])(?! (?:byways?|parking|roads?|streets?)\b)"),
    _sign("exempt", r"(?<![a-z])part ?(?:2|ii|b)(?![a-z\d])(?! of \d)"),
    _sign("exempt", r"(?<![a-z])pink(?: (?:papers?|pages?|reports?|items?|agenda|minutes))?$"),
    _sign(
        "exempt",
        r"(?<![a-z])(?:pink (?:papers?|pages?|reports?|items?|agenda)|not for publication)",
    ),
)
# Marks that head a later page or part. "Exempt information" and "Part 2" also head a part of open
# minutes, in which nothing exempt is told, so they do not count there.
_PAGE = re.compile(
    r"(?:(?:append(?:ix|ices)|annex|schedule)\s*\w{0,3}\s*[:–(-]*\s*)?"
    r"(?:not\s+for\s+(?:general\s+)?(?:publication|release)\b.{0,150}"
    r"|closed\s+to\s+the\s+(?:press\s+and\s+)?public\b.{0,60}"
    r"|(?P<confidential>(?:strictly\s+)?confidential(?:\s+(?:report|appendix|annex|paper))?)"
    r"|(?:exempt|restricted)(?:\s+(?:report|appendix|annex|paper)\b.{0,60})?)\W*",
    re.IGNORECASE,
)
_IS_APPENDIX = re.compile(r"(?i)\W*(?:appendix|annex)\s*\w{0,3}\s*(?:[:–(-].{0,100})?")
_APPENDIX = re.compile(r"(?i)\W*(?:append(?:ix|ices)|annex)\b")
# "Exempt: No", "Confidential or exempt? None", "not exempt": these deny what they name.
_DENIES = re.compile(
    r"\bnot\s+(?:exempt|confidential|restricted)\b|\bnon-(?:exempt|confidential)\b"
    r"|[:?]\s*(?:no|none|n/?a|nil|not\s+applicable|public|part\s+(?:1|i|a))\b",
    re.IGNORECASE,
)
_AGENDA_HEAD = 12  # blocks
_PROSE = 300  # characters; a longer block only counts if it speaks of this very paper

_MESSAGES = {
    "exempt": "The paper is marked as exempt from publication, so nothing of it was kept.",
    "confidential": "The paper is marked as confidential, so nothing of it was kept.",
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
    path = unquote(urlsplit(source).path) if "://" in source else source
    for part in re.split(r"[/\\]", path.casefold()):
        words = re.sub(r"[\W_]+", " ", re.sub(r"\.[a-z]{1,5}$", "", part)).strip()
        yield from (sign.mark for sign in _NAME_MARKS if sign.pattern.search(words))


def _marks_in_lines(
    blocks: Sequence[Block], margins: Iterable[str], kind: ReportKind
) -> Iterator[Mark]:
    front = _before_items(blocks) if kind == "agenda" else front_blocks(blocks)
    lines = [*margins, *(line for block in front for line in _lines(block))]
    is_part = bool(blocks) and bool(_IS_APPENDIX.fullmatch(blocks[0].words))
    for line in _with_answers(lines):
        yield from _marks_on_front(line.strip(" *_#"), is_part=is_part)
    if kind != "agenda":
        for block in blocks[len(front) :]:
            yield from _marks_on_page(block)


def _before_items(blocks: Sequence[Block]) -> Sequence[Block]:
    """An agenda's own heading: what comes before its first item or its public part."""
    for number, block in enumerate(blocks[:_AGENDA_HEAD]):
        if block.label or any(sign.pattern.search(block.words) for sign in _OPEN):
            return blocks[:number]
    return blocks[:_AGENDA_HEAD]


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
            yield from (cell for sign in _CLOSED_LINE if sign.pattern.fullmatch(cell))


def _with_answers(lines: Sequence[str]) -> Iterator[str]:
    """Each line, joined by the next where that only says no: "Exempt information", "None"."""
    skip = False
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if not skip:
            skip = len(line) < 80 and bool(_NO.fullmatch(below))
            yield f"{line.rstrip(' :?')}: {below}" if skip else line
        else:
            skip = False


def _marks_on_front(line: str, *, is_part: bool) -> Iterator[Mark]:
    opened = [sign.mark for sign in _OPEN if sign.pattern.search(line)]
    yield from opened
    if _DENIES.search(line):
        return
    yield from (sign.mark for sign in _CLOSED_LINE if sign.pattern.fullmatch(line))
    for clause in [line] if _APPENDIX.match(line) else re.split(r"(?<=[.;])\s+", line):
        own = _THIS_PAPER.search(clause) or is_part
        if own or not (_OTHER_PART.search(clause) or len(line) > _PROSE):
            yield from (sign.mark for sign in _CLOSED if sign.pattern.search(clause))


def _marks_on_page(block: Block) -> Iterator[Mark]:
    """Marks that head a later page: a closed part bound into an open paper closes the whole."""
    match = _PAGE.fullmatch(block.words.strip(" *_#()[]"))
    if match and block.kind in ("heading", "paragraph"):
        yield "confidential" if match["confidential"] else "exempt"
