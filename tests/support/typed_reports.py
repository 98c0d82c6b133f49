"""Reports typed as plain text, set anew as a person would: in Markdown, and as a web page."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBERED = re.compile(r"(\d{1,3})\.\s+(?=\S)")
_BULLET = re.compile(r"\s*-\s+")
_MARKER = re.compile(r"\(([ivx]+)\)$|([a-z])\.$")  # alone in its line: the text stands below
_OPENERS = (_NUMBERED, _BULLET, _MARKER)
_HEADS = ("Report of", "Report Author", "Service Area")  # first cells of rows over columns
_HALF = re.compile(r"\b(?:their|of|and|the)$")
_LONG = 60  # characters of a line that is prose and no heading


@dataclass(frozen=True, slots=True)
class Piece:
    """A title, heading, paragraph, numbered paragraph, bullet, "(i)" or "a." item, or table."""

    kind: str
    lines: tuple[str, ...] = ()
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """The text of a piece of one line."""
        return self.lines[0]


def pieces(text: str) -> list[Piece]:
    """What a report is made of, in order."""
    found = [_piece(block) for block in _blocks(text.splitlines())]
    made = [
        Piece("heading", piece.lines) if _is_heading(piece, after) else piece
        for piece, after in zip(found, [*found[1:], Piece("end")], strict=True)
    ]
    first = next(n for n, piece in enumerate(made) if piece.kind == "heading")
    if first and made[first - 1].kind == "paragraph" and ":" not in made[first - 1].text:
        made[first - 1] = Piece("title", made[first - 1].lines)
    return made


def markdown(text: str) -> bytes:
    """The report in Markdown."""
    return "\n".join(_marked(pieces(text))).encode()


def web_page(text: str) -> bytes:
    """The report as a web page, its lists and tables as such."""
    inside = "\n".join(_tagged(pieces(text)))
    page = f"<html><head><meta charset='utf-8'></head><body>{inside}</body></html>"
    return f"<!DOCTYPE html>{page}".encode()


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    """The lines that belong together: a table's, a broken paragraph's, a marker and its text."""
    block: list[str] = []
    for line in [*(each.rstrip(" \xa0") for each in lines), ""]:
        if block and not _belongs(block, line):
            yield block
            block = []
        if line:
            block.append(line)


def _belongs(block: list[str], line: str) -> bool:
    """Whether a line goes on with those above it; a marker waits over empty lines for its text."""
    first = block[0]
    if len(block) == 1 and _MARKER.match(first):
        return True
    if not line or ("\t" in line) != ("\t" in first) or _capped(first):
        return False
    return not any(opens.match(each) for opens in _OPENERS for each in (first, line))


def _capped(line: str) -> bool:
    """Whether a line is a label in capitals with its text in the line below."""
    return line.isupper() and line.endswith(":")


def _piece(block: list[str]) -> Piece:
    first = block[0]
    marker, numbered = _MARKER.match(first), _NUMBERED.match(first)
    if "\t" in first:
        return Piece("table", rows=tuple(_whole(block)))
    if marker:
        kind = "roman" if marker[1] else "letter"
        return Piece(kind, (block[1].strip(),), label=first)
    if numbered:
        return Piece("number", (first[numbered.end() :],), label=numbered[1])
    if _BULLET.match(first):
        return Piece("bullet", (_BULLET.sub("", first, count=1),))
    return Piece("paragraph", tuple(line.strip() for line in block))


def _whole(block: list[str]) -> Iterator[tuple[str, ...]]:
    """The rows of a table; one that was broken over several lines is one again."""
    row: tuple[str, ...] = ()
    for line in block:
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if row and _goes_on(row[0], cells[0]):
            row = tuple(f"{a} {b}".strip() for a, b in zip(row, cells, strict=True))
            continue
        if row:
            yield row
        row = cells
    yield row


def _goes_on(above: str, cell: str) -> bool:
    """Whether a row goes on in the next line, by the first cells of both."""
    return not cell or cell[0].islower() or (above not in _HEADS and bool(_HALF.search(above)))


def _is_heading(piece: Piece, after: Piece) -> bool:
    """Whether a short line alone stands over what it names."""
    if piece.kind != "paragraph" or len(piece.lines) > 1:
        return False
    if _capped(piece.text) or piece.text.startswith("APPENDIX"):
        return True
    if not piece.text.isupper() and (piece.text[-1] in ".:)" or len(piece.text) > _LONG):
        return False
    if after.kind != "paragraph":
        return after.kind not in ("table", "end")
    return len(after.text) > _LONG or after.text.startswith("(")


def _marked(made: list[Piece]) -> Iterator[str]:
    above = ""
    for piece in made:
        if piece.kind != above or piece.kind not in ("number", "bullet", "letter"):
            yield ""
        yield from _lines_of(piece, nested=above in ("number", "nested"))
        above = "nested" if piece.kind == "bullet" and above in ("number", "nested") else piece.kind


def _lines_of(piece: Piece, *, nested: bool) -> list[str]:
    if piece.kind == "table":
        return _pipes(piece.rows)
    if piece.kind == "bullet":
        return [f"{'    ' if nested else ''}- {piece.text}"]
    if piece.kind == "paragraph":
        return [f"{line}  " for line in piece.lines[:-1]] + [piece.lines[-1]]
    mark = {"title": "#", "heading": "##", "number": f"{piece.label}."}.get(piece.kind, piece.label)
    return [f"{mark} {piece.text}"]


def _pipes(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """A table; where no row names the columns, the row that Markdown asks for is empty."""
    heads = rows[:1] if rows[0][0] in _HEADS else (("",) * len(rows[0]),)
    body = rows[rows[0][0] in _HEADS :]
    rule = ("---",) * len(rows[0])
    return [f"| {' | '.join(row)} |" for row in (*heads, rule, *body)]


_OPEN = {"number": "ol", "bullet": "ul", "letter": "ol"}


def _tagged(made: list[Piece]) -> Iterator[str]:
    """Tags: numbered paragraphs that follow each other are one list, bullets go into their item."""
    at = 0
    while at < len(made):
        piece = made[at]
        if piece.kind not in _OPEN:
            yield _element(piece)
            at += 1
            continue
        end = at + 1
        while end < len(made) and made[end].kind in (piece.kind, *_inner(piece.kind)):
            end += 1
        yield _list(made[at:end])
        at = end


def _inner(kind: str) -> tuple[str, ...]:
    return ("bullet",) if kind == "number" else ()


def _list(items: list[Piece]) -> str:
    """A list; the web has no "(i)" for lists, so that only "1." and "a." are its own numbers."""
    kind = items[0].kind
    start = {"number": f' start="{items[0].label}"', "letter": ' type="a"'}.get(kind, "")
    inside = ""
    for n, item in enumerate(items):
        if item.kind == kind:
            below = items[n + 1 :]
            upto = next((m for m, each in enumerate(below) if each.kind == kind), len(below))
            inner = _list(below[:upto]) if upto else ""
            inside += f"<li>{html.escape(item.text)}{inner}</li>"
    return f"<{_OPEN[kind]}{start}>{inside}</{_OPEN[kind]}>"


def _element(piece: Piece) -> str:
    if piece.kind == "table":
        return _grid(piece.rows)
    text = "<br>".join(html.escape(line) for line in piece.lines)
    tag = {"title": "h1", "heading": "h2"}.get(piece.kind, "p")
    mark = f"{piece.label} " if piece.label else ""
    return f"<{tag}>{mark}{text}</{tag}>"


def _grid(rows: tuple[tuple[str, ...], ...]) -> str:
    made = ""
    for n, row in enumerate(rows):
        tag = "th" if not n and row[0] in _HEADS else "td"
        made += "<tr>" + "".join(f"<{tag}>{html.escape(cell)}</{tag}>" for cell in row) + "</tr>"
    return f'<table border="1" width="100%">{made}</table>'
