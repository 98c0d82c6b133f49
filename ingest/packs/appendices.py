"""An open paper with a closed appendix bound in behind it: the open part, where that is certain.

It is where the appendix begins a page, under its own heading and a mark, and the open paper itself
says that this very appendix is closed. All that follows goes with it.
"""

import re
from dataclasses import replace
from itertools import groupby

from ingest import access_marks
from ingest.page_tops import closes, is_appendix
from ingest.pages import Paper, Para, Table

_TOP = 3  # lines of a page
_NAMED = re.compile(
    r"\b(?:append(?:ix|ices)|annexe?|enclosure|schedule)\W{0,3}"
    r"(?P<label>[a-z]|\d{1,2}[a-z]?|[ivx]{1,4})\b(?!\s+(?:to|of)\s+the\s+act)",
    re.IGNORECASE,
)
_CLOSED = re.compile(
    rf"\b{access_marks.CLOSED_WORD}|\bnot\s+for\s+(?:publication|release)\b"
    r"|\bnot\s+(?:open|available)\s+to\s+the\s+public\b",
    re.IGNORECASE,
)


def open_part(paper: Paper) -> Paper | None:
    """What stands in front of a closed appendix; None where there is none, or it is not certain."""
    if not paper.pages:
        return None
    pages = [list(parts) for _, parts in groupby(paper.parts, key=lambda part: part.page)]
    for number, parts in enumerate(pages[1:], 1):
        label = _closed_appendix(parts)
        if label is None:
            continue
        before = tuple(part for page in pages[:number] for part in page)
        if not any(_says_closed(line, label) for part in before for line in _lines(part)):
            return None
        # Running headers are those of the appendix as well, and may tell something of it.
        first, page = before[0].page or 1, parts[0].page or 1
        return replace(paper, parts=before, pages=page - first, margins=())
    return None


def _closed_appendix(parts: list[Para | Table]) -> str | None:
    """What an appendix is called whose heading and mark stand on top of a page."""
    lines = [line for part in parts[:_TOP] for line in _lines(part)][:_TOP]
    heads = [line for line in lines if is_appendix(line) or _NAMED.match(line)]
    named = _NAMED.search(heads[0]) if heads else None
    marked = any(closes(line) or (line in heads and _CLOSED.search(line)) for line in lines)
    return named["label"].casefold() if named and marked else None


def _says_closed(line: str, label: str) -> bool:
    """Whether a line, in one clause of it, says that an appendix is closed."""
    return any(
        _CLOSED.search(clause)
        and not access_marks.NOT_CLOSED.search(clause)
        and any(found["label"].casefold() == label for found in _NAMED.finditer(clause))
        for clause in re.split(r"(?<=[.;])\s+", line)
    )


def _lines(part: Para | Table) -> list[str]:
    return [part.text] if isinstance(part, Para) else [" ".join(row) for row in part.rows]
