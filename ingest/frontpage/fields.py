"""The labelled facts of a paper, whatever it calls them: "Date of Meeting", "On:", "TITLE:"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import Block
from ingest.frontpage.field_names import fact_of, is_label, label_pattern

_LONGEST = 1000  # characters of a line that are looked through for labels


@dataclass(frozen=True, slots=True)
class Field:
    """A fact with its value as printed, and the number of the block that held the value."""

    fact: str
    value: str
    block: int
    label: str

    @property
    def filed(self) -> bool:
        """Whether it comes from the file's own front matter rather than from a block."""
        return self.block < 0


def fields_in(blocks: Sequence[Block]) -> Iterator[Field]:
    """Every labelled fact of some blocks: in a table, on one line, or on the line after."""
    for number, block in enumerate(blocks):
        if block.kind == "row":
            yield from _fields_of_row(blocks, number)
        else:
            yield from _fields_of_lines(blocks, number)


def _fields_of_row(blocks: Sequence[Block], number: int) -> Iterator[Field]:
    for label, value in _pairs_of_row(blocks, number):
        fact = fact_of(label)
        if fact and value.strip():
            yield Field(fact, value.strip(), number, label)


def _pairs_of_row(blocks: Sequence[Block], number: int) -> list[tuple[str, str]]:
    """A row's labels and values: along the row, or its column headings with its cells."""
    block = blocks[number]
    if _all_labels(block.cells):
        return []
    pairs = list(_pairs_along(block.cells))
    if not pairs:
        return list(zip(_headings(blocks, number), block.cells, strict=False))
    if block.columns and not _all_labels(block.columns) and not blocks[number - 1].columns:
        pairs += _pairs_along(block.columns)  # a first row of label and value, read as headings
    return pairs


def _headings(blocks: Sequence[Block], number: int) -> tuple[str, ...]:
    """A row's column headings; where nothing told them apart, a row above made only of labels."""
    if blocks[number].columns or number == 0:
        return blocks[number].columns
    above = blocks[number - 1]
    return above.cells if above.kind == "row" and _all_labels(above.cells) else ()


def _all_labels(cells: Sequence[str]) -> bool:
    """Whether a row is of labels only; "Council" alone is rather the name of who met."""
    names = [cell for cell in cells if cell]
    return len(names) > 1 and all(fact_of(n) and n.casefold() != "council" for n in names)


def _pairs_along(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Label and value in neighbouring cells, or both in one cell: "Date:", "4 May", "Ref: 12"."""
    label: str | None = None
    values: list[str] = []
    for place, cell in enumerate(cells):
        inside = list(_split(cell))
        if not inside and not _labels_the_next(place, cell):
            values.append(cell)
            continue
        if label:
            yield label, " ".join(filter(None, values))
        yield from inside[:-1]
        label, first = inside[-1] if inside else (cell, "")
        values = [first]
    if label:
        yield label, " ".join(filter(None, values))


def _labels_the_next(place: int, cell: str) -> bool:
    """Whether a cell is a label: in first and third place a common word will do."""
    return is_label(cell) or (place % 2 == 0 and fact_of(cell) is not None)


def _fields_of_lines(blocks: Sequence[Block], number: int) -> Iterator[Field]:
    text = blocks[number].words.strip()
    pairs = [(text, "")] if is_label(text) else list(_split(text))
    for label, value in pairs:
        if value:
            yield Field(fact_of(label) or "other", value, number, label)
    if pairs and not pairs[-1][1] and (below := _value_below(blocks, number)):
        label = pairs[-1][0]
        yield Field(fact_of(label) or "other", below, number + 1, label)


def _value_below(blocks: Sequence[Block], number: int) -> str | None:
    """The next block, if it is a value: a label without one must not take the next label."""
    if number + 1 >= len(blocks):
        return None
    below = blocks[number + 1]
    text = below.words.strip()
    taken = below.kind == "row" or below.label or fact_of(text) or list(_split(text))
    return None if taken or len(text) > 300 else text


def _split(text: str) -> Iterator[tuple[str, str]]:
    """Labels and values on one line: "Meeting: Cabinet Date: 11 March 2026" is two of each.

    >>> list(_split("Key Decision: Yes  Ward(s) affected: All"))
    [('Key Decision', 'Yes'), ('Ward(s) affected', 'All')]
    >>> list(_split("The date: a reminder"))
    []
    """
    if not label_pattern().match(text):
        return
    found = [m for m in label_pattern().finditer(text[:_LONGEST]) if m[1][0].isupper()]
    if not found or found[0].start() != 0:
        return
    ends = [match.start() for match in found[1:]] + [len(text)]
    for match, end in zip(found, ends, strict=True):
        yield match[1], text[match.end() : end].strip(" ;|")
