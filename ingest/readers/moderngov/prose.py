"""The HTML inside an answer as paragraphs and tables, read as any web page is."""

from dataclasses import replace

from ingest.pages import Paper, Para, Table
from ingest.readers.html import read
from ingest.readers.moderngov.escapes import markup_of
from ingest.readers.moderngov.values import without_email


def prose_of(text: str) -> Paper:
    """The parts of a field that holds HTML, however often escaped; none for a blank one."""
    if not text.strip():
        return Paper("html", ())
    page = read(f"<html><body>{markup_of(text)}</body></html>".encode())
    return replace(page, parts=tuple(map(_without_email, page.parts)))


def _without_email(part: Para | Table) -> Para | Table:
    if isinstance(part, Para):
        return replace(part, text=without_email(part.text))
    return replace(part, rows=tuple(tuple(map(without_email, row)) for row in part.rows))


def told_by(paper: Paper) -> str:
    """All that a field says, in one line of bare words: to see whether another says it as well."""
    texts: list[str] = []
    for part in paper.parts:
        texts += [f"{part.label or ''} {part.text}"] if isinstance(part, Para) else []
        texts += [" ".join(row) for row in part.rows] if isinstance(part, Table) else []
    return "".join(letter for letter in " ".join(texts).casefold() if letter.isalnum())
