"""Markdown: the paragraphs, lists and tables behind the marks."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.pages import Paper, Para, Properties, Table
from ingest.readers.decode import text_of
from ingest.readers.lines import lines_of
from ingest.readers.marks import without_marks
from ingest.readers.tables import table_of
from ingest.readers.wrapped import is_field, joined, whole, wrapped_at

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BULLET = re.compile(r"\s*[-*+]\s+(?=\S)")
_NUMBERED = re.compile(r"\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-zA-Z])[.)]\s+(?=\S)|\s*\(\w{1,5}\)\s+(?=\S)")
# What nobody is shown, and goes on in the lines below.
_UNSHOWN = re.compile(
    r" {0,3}<(?:!--(?!.*-->)|(?P<name>script|style|template)\b(?!.*</(?P=name)))", re.IGNORECASE
)
_QUOTE = re.compile(r"^(?: {0,3}>[ \t]?)+")
_DEFINITION = re.compile(r" {0,3}\[([^\]^]+)\]:\s*\S")
_STRONG = re.compile(r"(?<![*\w])\*\*(?=\S)[^*\n]{1,200}(?<=\S)\*\*(?![*\w])")
_LINK = re.compile(r"\[[^\]\n]{1,200}\]\((?:https?:|mailto:|/|#)[^)\s]{0,500}\)")
_KEY = re.compile(r"(\w[\w.-]*)[ \t]*:(?:[ \t]+(.*))?$")


def is_markdown(text: str) -> bool:
    """Whether a text is marked up and not merely typed: a dash before an item is no mark-up.

    >>> [is_markdown(text) for text in ("# Minutes\\n\\nNoted.", "Minutes\\n- Noted\\n1. Agreed")]
    [True, False]
    """
    lines = lines_of(text)
    if _front_matter(lines)[1] or len(_STRONG.findall(text)) > 1 or _LINK.search(text):
        return True
    pairs = list(zip(["", *lines], lines, strict=False))
    headed = any(_HEADING.match(line) and not above.strip() for above, line in pairs)
    underlined = sum(_is_underline(above, line) for above, line in pairs)
    return headed or underlined > 1 or any(_opens_table(above, line) for above, line in pairs)


def read(data: bytes) -> Paper:
    """The headings, paragraphs, list items and pipe tables of a Markdown file.

    Numbers stay as typed; marks go, and the text of links stays; front matter becomes properties.
    """
    text, warnings = text_of(data)
    used, facts = _front_matter(lines_of(text))
    parts = tuple(_parts(lines_of(text)[used:]))
    properties = Properties(facts.get("title"), facts.get("author"), front_matter=facts)
    return Paper("md", parts, properties=properties, warnings=warnings)


def _front_matter(lines: list[str]) -> tuple[int, dict[str, str]]:
    """How many lines the front matter takes, and its keys with their values; 0 if there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0, {}
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "...")), 0)
    keys = [_KEY.match(line) for line in lines[1:end]]
    facts = {key[1]: _unquoted(key[2] or "") for key in keys if key}
    return (end + 1, facts) if facts else (0, {})


def _unquoted(value: str) -> str:
    plain = value.strip()
    quoted = len(plain) > 1 and plain[0] == plain[-1] and plain[0] in "\"'"
    return plain[1:-1] if quoted else plain


def _is_underline(title: str, line: str) -> bool:
    """Whether a line of dashes or equals signs is as long as the title above it, or nearly."""
    return _underlined(line) is not None and abs(len(title.strip()) - len(line.strip())) <= 6


def _opens_table(line: str, after: str) -> bool:
    rule = after.strip()
    return "|" in line and "|" in rule and "-" in rule and set(rule) <= set("|-: \t")


def _parts(lines: list[str]) -> Iterator[Para | Table]:
    """Every part in order, marks gone."""
    definitions = (_DEFINITION.match(line) for line in lines)
    defined = frozenset(found[1].casefold() for found in definitions if found)
    at, gap = 0, True
    while at < len(lines):
        found, at = _fenced(lines, at) if _FENCE.match(lines[at]) else _part(lines, at)
        for part in found:
            if isinstance(part, Table):
                yield _plain_table(part, defined)
            elif text := without_marks(part.text, defined):
                yield replace(part, text=text, gap=gap)
            gap = isinstance(part, Table)
        gap = gap or not found


def _plain_table(table: Table, defined: frozenset[str]) -> Table:
    rows = [[without_marks(cell, defined) for cell in row] for row in table.rows]
    return table_of(rows, header_rows=table.header_rows)


def _part(lines: list[str], at: int) -> tuple[list[Para | Table], int]:
    """The part that begins at a line, marks still on, and the line after it; none for no text."""
    line = lines[at]
    if heading := _HEADING.match(line):
        return [Para(heading[2] or "", heading=len(heading[1]))], at + 1
    if at + 1 < len(lines) and _opens_table(line, lines[at + 1]):
        table, end = _table(lines, at)
        return [table], end
    if unshown := _UNSHOWN.match(line):
        return [], _unshown_end(lines, at, f"</{unshown['name']}>" if unshown["name"] else "-->")
    if not line.strip() or _RULE.match(line) or _DEFINITION.match(line):
        return [], at + 1
    paragraph, end = _paragraph(lines, at)
    return [paragraph], end


def _fenced(lines: list[str], at: int) -> tuple[list[Para | Table], int]:
    """Text between fences, set as typed: its lines, or its paragraphs where a margin broke it."""
    end = at + 1
    while end < len(lines) and not _FENCE.match(lines[end]):
        end += 1
    inside = lines[at + 1 : end]
    return [Para(text) for text in joined(inside, wrapped_at(inside))], end + 1


def _unshown_end(lines: list[str], at: int, mark: str) -> int:
    """The line after a comment or script; one that nobody closed hides all that is below it."""
    closing = re.compile(re.escape(mark), re.IGNORECASE)
    closed = ((n, found) for n in range(at + 1, len(lines)) if (found := closing.search(lines[n])))
    end, found = next(closed, (len(lines), None))
    if found and (rest := lines[end][found.end() :]).strip():
        lines[end] = rest
        return end
    return min(end + 1, len(lines))


def _table(lines: list[str], at: int) -> tuple[Table, int]:
    end = at + 2
    while end < len(lines) and "|" in lines[end]:
        end += 1
    head, body = _cells(lines[at]), [_cells(line) for line in lines[at + 2 : end]]
    headed = any(head)
    return table_of([head, *body] if headed else body, header_rows=int(headed)), end


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", inner)]


def _paragraph(lines: list[str], at: int) -> tuple[Para, int]:
    """A paragraph or list item, or a heading that is underlined."""
    first = _QUOTE.sub("", lines[at], count=1)
    bullet = _BULLET.match(first)
    inside, end = [first[bullet.end() if bullet else 0 :]], at + 1
    while end < len(lines) and not _breaks(lines[end - 1]) and _continues(lines, end):
        inside.append(_QUOTE.sub("", lines[end], count=1))
        end += 1
    text = whole(inside)
    level = _underlined(lines[end]) if end < len(lines) and len(text) <= 120 else None
    text = text.rstrip().removesuffix("\\")
    return Para(text, heading=level, bullet=bullet is not None), end + (level is not None)


def _breaks(line: str) -> bool:
    """Whether the writer ended the line on purpose, with two spaces or a backslash."""
    return line.endswith(("  ", "\\"))


def _continues(lines: list[str], at: int) -> bool:
    """Whether a line goes on with the paragraph above it."""
    line = _QUOTE.sub("", lines[at], count=1)
    opens = (_HEADING, _RULE, _FENCE, _BULLET, _NUMBERED, _UNSHOWN)
    if not line.strip() or _underlined(line) or any(mark.match(line) for mark in opens):
        return False
    if is_field(line):
        return False
    return not (at + 1 < len(lines) and _opens_table(line, lines[at + 1]))


def _underlined(line: str) -> int | None:
    """The heading level an underline gives to the paragraph above it."""
    mark = line.strip()
    return {"=": 1, "-": 2}.get(mark[0]) if mark and len(set(mark)) == 1 else None
