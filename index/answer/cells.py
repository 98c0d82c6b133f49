"""The cell of a table's row that answers: what stands under the column asked for."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from index.answer.inquiry import Inquiry
from index.question.when import Days, read_when
from index.records import Passage
from index.retrieval.evidence import IN_WORDS, finders
from index.retrieval.values import Finder, Value, dates, found, money, shares

NO_DAYS = Days(None, None)


class Cell(NamedTuple):
    """A cell with its place in its row, and the heading of its column."""

    text: str
    start: int
    heading: str


def cell_asked(passage: Passage, inquiry: Inquiry) -> Value | None:
    """The cell under the heading that holds most of the question, of the days that were asked.

    A row with one such cell needs no heading that was asked for: it can mean no other.
    """
    cells = _of_sort([*_cells(passage)], inquiry)
    by_fit = sorted(_of_days(cells, inquiry), key=lambda cell: _asked(cell, inquiry))
    best = by_fit[-1] if by_fit else None
    if best is None or (_asked(best, inquiry)[0] == 0 and len(cells) > 1):
        return None
    # Of "Hours now" and "Hours proposed", neither can be told to be the hours that were asked for.
    if len(by_fit) > 1 and _asked(by_fit[-2], inquiry) == _asked(best, inquiry):
        return None
    return Value(best.text, best.start, best.start + len(best.text))


def _cells(passage: Passage) -> Iterator[Cell]:
    """The cells of a row that hold something, each under its heading."""
    start = 0
    for heading, text in zip(passage.columns, passage.text.split("\t"), strict=False):
        if stripped := text.strip():
            yield Cell(stripped, start + text.index(stripped), heading)
        start += len(text) + 1


def _asked(cell: Cell, inquiry: Inquiry) -> tuple[float, float]:
    """How much of the subject and the days asked a heading holds; then of all that is asked."""
    days = _shared(inquiry.question.days or NO_DAYS, _days_of(cell.heading, inquiry.today))
    return inquiry.covered((IN_WORDS, cell.heading)) + (days or 0), inquiry.asked_share(
        cell.heading
    )


def _of_sort(cells: Sequence[Cell], inquiry: Inquiry) -> Sequence[Cell]:
    """The cells that hold what was asked for; of figures, those of the likeliest sort, if any."""
    sought = finders(inquiry.question)
    if inquiry.question.kind == "when":
        return [cell for cell in cells if any(any(finder(cell.text)) for finder in sought)]
    in_figures = [cell for cell in cells if any(letter.isdigit() for letter in cell.text)]
    mark = _MARKS.get(sought[0]) if sought else None
    if mark is None:
        return in_figures
    return [c for c in in_figures if mark.search(f"{c.heading} {c.text}")] or in_figures


# What shows the sort of a figure, in its cell or in the heading over it.
_MARKS: Final[Mapping[Finder, re.Pattern[str]]] = {
    money: re.compile(r"[£€$]|\dp\b"),
    shares: re.compile(r"%|per ?cent", re.IGNORECASE),
}


def _of_days(cells: Sequence[Cell], inquiry: Inquiry) -> Sequence[Cell]:
    """The cells under the heading nearest to the days asked, if headings say days at all."""
    asked = inquiry.question.days or NO_DAYS
    shared = {cell: _shared(asked, _days_of(cell.heading, inquiry.today)) for cell in cells}
    said = [share for share in shared.values() if share is not None]
    best = max(said, default=0.0) or None
    return [cell for cell in cells if shared[cell] == best]


def _days_of(heading: str, today: date) -> Days:
    """The days that a column's heading says: "Budget 2023/24", "March 2024"."""
    said = (value.text for value in (*dates(heading), *found(_YEAR, heading)))
    read = (read_when(words, today) for words in said)
    return next((days for days in read if days.first), NO_DAYS)


_YEAR = re.compile(r"\b(?:19|20)\d{2}(?:[/–-]\d{2})?\b")


def _shared(asked: Days, said: Days) -> float | None:
    """The share of the days asked or said that are both; None where either says none."""
    if not (asked.first and asked.last and said.first and said.last):
        return None
    both = (min(asked.last, said.last) - max(asked.first, said.first)).days + 1
    either = (max(asked.last, said.last) - min(asked.first, said.first)).days + 1
    return max(both, 0) / either
