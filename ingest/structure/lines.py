"""A paper as one sequence of lines and table rows, each whole, before their meaning."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.pages import Paper, Para, Table
from ingest.structure import labels, tables
from ingest.structure.tables import Row


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph's text with its label in front, white space single; never empty."""

    text: str
    page: int | None = None
    label: str = ""  # a label the format computed; the text begins with it
    level: int | None = None  # the format's heading level
    bullet: bool = False  # a bullet the format draws; it is not in the text
    gap: bool = True  # white space above


def lines(paper: Paper) -> list[Line | Row]:
    """Paragraphs and rows in order: labels joined to their words, tables joined over pages."""
    found: list[Line | Row] = []
    for run in _runs(paper.parts):
        if isinstance(run, Para):
            found.extend(_line(run))
        elif _is_layout(run):
            found.extend(_laid_out(run))
        else:
            found.extend(tables.rows(run, broken=run[0].typed or paper.format in ("txt", "pdf")))
    return _labels_with_words(found)


def _runs(parts: Sequence[Para | Table]) -> Iterator[Para | list[Table]]:
    """Each paragraph, and each table with its continuations."""
    run: list[Table] = []
    for part in parts:
        if run and not (isinstance(part, Table) and tables.continues(run[-1], part)):
            yield run
            run = []
        if isinstance(part, Para):
            yield part
        elif part.rows and part.rows[0]:
            run.append(part)
    if run:
        yield run


def _line(para: Para) -> Iterator[Line]:
    label, text = " ".join((para.label or "").split()), " ".join(para.text.split())
    whole = f"{label} {text}".strip()
    if whole:
        yield Line(whole, para.page, label, para.heading, para.bullet, para.gap)


def _is_layout(run: Sequence[Table]) -> bool:
    """Whether a table only places text: in a box, or with its labels in a column of their own."""
    rows = [[cell for cell in row if cell.strip()] for table in run for row in table.rows]
    boxed = all(len(row) == 1 for table in run for row in table.rows)
    labelled = sum(len(row) == 2 and labels.stands_alone(row[0].strip()) for row in rows)
    others = sum(len(row) > 1 for row in rows) - labelled
    return boxed or (others == 0 < labelled and 2 * labelled >= len(rows))


def _laid_out(run: Iterable[Table]) -> Iterator[Line]:
    for table in run:
        for row in table.rows:
            yield from _line(Para(" ".join(row), page=table.page))


def _labels_with_words(found: list[Line | Row]) -> list[Line | Row]:
    """Put a label that stands on a line by itself in front of its words on the next."""
    joined: list[Line | Row] = []
    # From the last to the first, so that a label joins words that are already whole.
    for line in reversed(found):
        after = joined[-1] if joined else None
        if isinstance(line, Line) and isinstance(after, Line) and _is_label_of(line, after):
            joined[-1] = replace(line, text=f"{line.text} {after.text}", level=after.level)
        else:
            joined.append(line)
    return joined[::-1]


def _is_label_of(line: Line, after: Line) -> bool:
    own = (
        after.label
        or after.bullet
        or any(reading.trust == "anywhere" for reading in labels.readings(after.text))
    )
    alone = not line.label and not line.bullet and labels.stands_alone(line.text)
    return alone and not own and not labels.bullet(after.text)
