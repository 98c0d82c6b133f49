"""What a reader gives: a paper's paragraphs and tables in reading order, before their meaning.

A `Para` is one paragraph, heading or list item, whole: readers join the lines a format breaks a
paragraph into. White space is single spaces; soft hyphens and zero-width marks are gone; letters,
quotes, dashes, ticks and £ are as in the paper.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from index.records import FrontPage, Lead, Recognised, ReportKind

Format = Literal[
    "txt", "md", "html", "pdf", "docx", "doc", "odt", "rtf", "xml", "json", "eml", "zip"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph. ``label`` is a number the format computed, as it would print: "1.", "(ii)"."""

    text: str
    page: int | None = None
    label: str | None = None
    heading: int | None = None  # level from 1, where the format itself marks a heading
    bullet: bool = False  # a list item whose bullet the format draws
    gap: bool = True  # white space above it: False for a line that follows hard on another


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as ruled or aligned; every row has as many cells as the widest."""

    rows: tuple[tuple[str, ...], ...]
    page: int | None = None
    header_rows: int = 0  # how many the format itself marks as headings
    typed: bool = False  # typed with tabs and not ruled: a row may go on in the line below it


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says of itself apart from its text: hints, never facts on their own."""

    title: str | None = None
    author: str | None = None
    created: date | None = None
    # Subject, keywords, description, status: not shown in the paper, and looked through for marks.
    notes: tuple[str, ...] = ()
    front_matter: dict[str, str] = field(default_factory=dict)
    # The exception: what a council's own system states field by field. It is believed as it is,
    # and nothing beside it is looked for in the text.
    told: FrontPage | None = None
    told_kind: ReportKind | None = None
    told_people: tuple[tuple[str, Lead], ...] = ()  # each with the part's text that shows them


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper as read."""

    format: Format
    parts: tuple[Para | Table, ...]
    pages: int = 0  # 0 where the format has no pages
    properties: Properties = field(default_factory=Properties)
    warnings: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()  # running headers and footers, each once: left out of the parts
    ocr: Recognised = ()
    # Lines recognised so badly, or at such an edge of a page, that they were left out: only looked
    # through for marks.
    doubted: tuple[str, ...] = ()
    # Recognised figures that may be misread, each with its page and how sure it is, in percent.
    doubts: tuple[tuple[int, str, int], ...] = ()
    redacted: bool = False  # words were meant to be hidden on its pages, and are still in the file
