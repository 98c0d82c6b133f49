"""Plain text: a paragraph a line, or a block where the lines were broken at a margin."""

from collections.abc import Iterator

from ingest.pages import Paper, Para
from ingest.readers.clean import clean
from ingest.readers.decode import text_of
from ingest.readers.lines import lines_of
from ingest.readers.piped import with_piped
from ingest.readers.tabbed import Typed, joined_parts
from ingest.readers.wrapped import joined, wrapped_at


def read(data: bytes) -> Paper:
    """The paragraphs and typed tables of a plain text file in any encoding a council uses."""
    text, warnings = text_of(data)
    return Paper("txt", tuple(joined_parts(with_piped(paragraphs(text)))), warnings=warnings)


def paragraphs(text: str) -> Iterator[Typed]:
    """Paragraphs, tabs still in them; the lines of a paragraph joined if the text is wrapped."""
    lines = lines_of(text)
    margin = wrapped_at(lines)
    blank = True
    for paragraph in joined(lines, margin):
        if clean(paragraph):
            yield Typed(Para(paragraph, gap=blank), blank)
        blank = not clean(paragraph)
