"""Tables typed with bars in plain text: adjoining lines with as many bars become one table."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.pages import Table
from ingest.readers.tabbed import Typed
from ingest.readers.tables import table_of

_OF_RULES = frozenset("|:+=_- \t")  # "|---|---|", "+--+--+", "------"
_FEWEST = 2  # rows with two cells that say something


def with_piped(paragraphs: Iterable[Typed]) -> Iterator[Typed | Table]:
    """The paragraphs, those that are the rows of a table with bars between the cells as a table.

    Every word is kept; the bars and the rules of dashes between the rows are not.
    """
    run: list[Typed] = []
    for typed in paragraphs:
        if run and (typed.blank or not _goes_on(run, typed)):
            yield from _told(run)
            run = []
        if run or _cells(typed) or (_is_rule(typed) and not _is_plain_rule(typed)):
            run.append(typed)
        else:
            yield typed
    yield from _told(run)


def _goes_on(run: list[Typed], typed: Typed) -> bool:
    """Whether a line is one more of the run: a rule below a row, or a row with as many cells."""
    if _is_rule(typed):
        return not _is_rule(run[-1])
    first = next((cells for each in run[:2] if (cells := _cells(each))), [])
    return bool(cells := _cells(typed)) and len(first) in (0, len(cells))


def _told(run: list[Typed]) -> Iterator[Typed | Table]:
    rows = [cells for typed in run if (cells := _cells(typed))]
    filled = [row for row in rows if sum(any(map(str.isalnum, cell)) for cell in row) > 1]
    if len(filled) < _FEWEST:
        yield from run
        return
    below = run[next(n for n, typed in enumerate(run) if _cells(typed)) + 1]
    table = table_of(rows, run[0].para.page, header_rows=int(_is_rule(below)))
    yield replace(table, typed=True)


def _cells(typed: Typed) -> list[str]:
    """A row's cells; none of a rule, of a line without bars, or of one that has tabs as well."""
    text = typed.para.text.strip()
    if "|" not in text or "\t" in text or _is_rule(typed):
        return []
    cells = text.removeprefix("|").removesuffix("|").split("|")
    return cells if len(cells) > 1 else []


def _is_rule(typed: Typed) -> bool:
    text = typed.para.text
    return set(text) <= _OF_RULES and any(dashes in text for dashes in ("--", "==", "__"))


def _is_plain_rule(typed: Typed) -> bool:
    """Whether a rule is a line of dashes alone, which parts paragraphs as often as rows."""
    return not set("|+") & set(typed.para.text)
