"""A table's rows: whole, with the heading of the column over each cell where there is one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.pages import Table

_TICK = re.compile(r"[✓✔√☑☒✗✘☐xXyYnN/\-–—]|(?i:yes|no|n/?a)")
_PERIOD = re.compile(
    r"(?i)(?:(?:19|20)\d\d(?:\s?[/-]\s?\d{2,4})?|q[1-4]|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?"
    r"|oct|nov|dec)[a-z]*\.?\s'?\d{2,4}|(?:year|quarter|option|phase|tier|band|month)\s\d{1,2}"
    r"|£?\s?\(?£?0?00s?\)?|£|%|no\.?)"
)
_FINANCIAL_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[/-]\s?(?:\d\d){1,2}(?!\d)")  # "2025/26"
_UNIT = re.compile(r"\(?(?:£\s?['’]?0?00s?|£\s?[mk]|%)\)?$")  # "(£000)" at a heading's end
_MONTH = re.compile(r"(?i)(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*")
_DATE = re.compile(
    r"(?i)\d\s?(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
# No label ends so, as "Report by" and "Wards affected in" do.
_UNFINISHED = re.compile(r"(?:(?i:(?<![\w-])(?:a|an|and|its|or|our|the|their)|[a-z]-)|[&,(–])$")

# The last word of a column's heading, in the tables of council papers.
_COLUMN_WORDS = frozenset(
    """absent action actions allocation amount apologies area attendance author body budget
    category chair comment comments contact cost costs council councillor date deadline decision
    department description detail details directorate document employer ext funding group id
    impact income item lead likelihood location measure meeting member minute mitigation name no
    note notes number objective officer option organisation outcome outturn owner party
    percentage portfolio position post present priority programme progress project proposal
    purpose rate reason ref reference report responsibility result risk role saving savings
    scheme score section service site source stage status sum target team telephone time
    timescale title topic total type update value variance venue ward week whom year""".split()
)

# What stands at the left of a table of labels and values, as the front page of many reports is.
_LABELS = frozenset(
    """appendices author cabinet-member call-in classification committee contact contact-officer
    contact-officers date date-of-decision date-of-meeting decision-maker email exempt
    forward-plan from item key-decision lead-member lead-officer meeting meeting-date portfolio
    portfolio-holder public purpose reference report-author report-by report-of report-to
    report-title subject subject-to-call-in tel telephone title to venue ward wards
    wards-affected ward(s)-affected""".replace("\n", " ").split()
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of cells, white space single; ``columns`` has a heading for each cell, or is empty."""

    cells: tuple[str, ...]
    page: int | None = None
    columns: tuple[str, ...] = ()


def rows(tables: Sequence[Table], *, broken: bool = True) -> list[Row]:
    """The rows of a table, given as its parts on consecutive pages.

    A heading row is a row itself, without columns, each time it is printed. Where the format may
    have ``broken`` a row over several lines or a page, it is one row again, its words in order.
    """
    width = max((len(row) for table in tables for row in table.rows), default=0)
    printed = [Row(_clean(row, width), table.page) for table in tables for row in table.rows]
    height = _heading_rows(tables[0].header_rows if tables else 0, [row.cells for row in printed])
    heads, body = printed[:height], printed[height:]
    repeats = {_folded(row.cells) for row in heads}
    columns = _columns([row.cells for row in heads])
    return heads + [
        row if _folded(row.cells) in repeats else Row(row.cells, row.page, columns)
        for row in (_joined(body, repeats) if broken else body)
    ]


def continues(table: Table, following: Table) -> bool:
    """Whether a table goes on in another, on the page after it."""
    if table.page is None or following.page != table.page + 1:
        return False
    if not (table.rows and following.rows):
        return False
    width = len(table.rows[0])
    own_heading = _opens_with_headings([_clean(row, width) for row in following.rows])
    same_heading = _clean(table.rows[0], width) == _clean(following.rows[0], width)
    return width == len(following.rows[0]) and (same_heading or not own_heading)


def _clean(cells: tuple[str, ...], width: int) -> tuple[str, ...]:
    """A row with single white space, filled up with empty cells to the table's width."""
    single = tuple(" ".join(cell.split()) for cell in cells)
    return single + ("",) * (width - len(single))


def _folded(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(cell.casefold() for cell in cells)


def _heading_rows(marked: int, cells: Sequence[tuple[str, ...]]) -> int:
    """How many rows name the columns; Markdown marks one in a table of labels and values too."""
    if marked and not _labels_and_values(cells):
        return min(marked, len(cells))
    return int(_opens_with_headings(cells))


def _columns(heads: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """One heading for each column: what stands over it in every heading row, top to bottom."""
    if not heads:
        return ()
    over = zip(*heads, strict=True)
    return tuple(" ".join(dict.fromkeys(cell for cell in column if cell)) for column in over)


def _opens_with_headings(cells: Sequence[tuple[str, ...]]) -> bool:
    """Whether the first row names the columns, seen by how it differs from what is below it."""
    if len(cells) < 2 or len(cells[0]) < 2 or not _could_head(cells[0]):
        return False
    below = cells[1:]
    if _labels_and_values(cells):
        return False
    return _named_columns(cells[0]) or _differs(cells[0], below)


def _could_head(cells: tuple[str, ...]) -> bool:
    # The corner over a column of names is often left empty.
    filled = cells if cells[0] else cells[1:]
    return len([cell for cell in filled if cell]) >= 1 and all(_short_name(c) for c in filled)


def _short_name(cell: str) -> bool:
    if not cell or len(cell) > 60 or cell.removesuffix("No.").endswith((".", ";")):
        return False
    said = _UNIT.sub("", _FINANCIAL_YEAR.sub("", cell))
    if _PERIOD.fullmatch(cell) or (said != cell and not any(map(str.isdigit, said))):
        return True
    return not (_TICK.fullmatch(cell) or _is_value(cell))


def _is_value(cell: str) -> bool:
    """Whether figures are what a cell is about: an amount, a date, a telephone number."""
    figures = sum(letter.isdigit() for letter in cell)
    words = [word for word in re.findall(r"[^\W\d_]{2,}", cell) if not _MONTH.fullmatch(word)]
    about = len(words) < 2 or figures > 6 or bool(_DATE.search(cell))
    return "@" in cell or (figures > 0 and about)


def _labels_and_values(cells: Sequence[tuple[str, ...]]) -> bool:
    """Whether the first column names what the others give: "Date | 4 May", "Ward | All"."""
    names = [row[0].casefold() for row in cells if row[0]]
    labels = [n for n in names if n.endswith(":") or n.replace(" ", "-") in _LABELS]
    return bool(cells) and len(cells[0]) == 2 and len(labels) * 2 > len(names)


def _named_columns(cells: tuple[str, ...]) -> bool:
    named = [c for c in cells if c and c.split()[-1].casefold().strip(":()") in _COLUMN_WORDS]
    return len(named) * 2 > len(cells)


def _differs(head: tuple[str, ...], below: Sequence[tuple[str, ...]]) -> bool:
    """Whether some column has figures, ticks or long text under a short name, in most rows."""
    for place, name in enumerate(head):
        column = [row[place] for row in below if row[place]]
        other = [cell for cell in column if not _short_name(cell)]
        if name and column and len(other) * 2 > len(column):
            return True
    return False


def _joined(printed: Iterable[Row], repeats: set[tuple[str, ...]]) -> list[Row]:
    whole: list[Row] = []
    last: int | None = None
    for row in printed:
        if last is not None and _goes_on(whole[last], row):
            cells = zip(whole[last].cells, row.cells, strict=True)
            whole[last] = Row(tuple(" ".join(filter(None, c)) for c in cells), whole[last].page)
            continue
        whole.append(row)
        if _folded(row.cells) not in repeats:
            last = len(whole) - 1
    return whole


def _goes_on(above: Row, row: Row) -> bool:
    """Whether a row is the rest of the one above: a cell's words run on, and nothing new begins."""
    pairs = [(a, b) for a, b in zip(above.cells, row.cells, strict=True) if b]
    if not pairs or not all(a for a, _ in pairs) or any(_is_bare_value(b) for _, b in pairs):
        return False
    if row.cells[0]:
        return _runs_on(*pairs[0])
    return row.page != above.page or all(_runs_on(a, b) for a, b in pairs)


def _runs_on(cell: str, below: str) -> bool:
    """Whether a cell's words go on in the cell below it."""
    begun = cell[0].isupper() and not cell.endswith((".", ";", ":"))
    return (begun and below[0].islower()) or bool(_UNFINISHED.search(cell[-12:]))


def _is_bare_value(cell: str) -> bool:
    return bool(_TICK.fullmatch(cell)) or not any(letter.isalpha() for letter in cell)
