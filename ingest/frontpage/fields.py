"""The labelled facts of a paper, whatever it calls them: "Date of Meeting", "On:", "TITLE:"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import Block
from ingest.frontpage.field_names import fact_of, is_label, label_pattern

_LONGEST = 1000  # characters of a line that are looked through for labels
_LONGEST_REST = 150  # characters of a line that a value goes on in
_MOST_WORDS = 40  # of a value that takes up several cells
_MOST_LINES = 3  # lines that a value goes on for
# A value that ends so is not over: "Director of Housing and", "Cabinet Member for".
_UNFINISHED = re.compile(r"(?:[,&/–-]|\b(?:and|or|of|the|for|to|in|on|with|at|by))$", re.IGNORECASE)
# Posts that are labels too: "Monitoring Officer: no comments", and "Report of: Monitoring Officer".
_POST = re.compile(r"[^:]{0,60}\b(?:officer|director)s?|head of service", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A fact with its value as printed, and the number of the block that held the value.

    ``begun`` is the part of a value that stands as it is in that block, where the value goes on in
    other cells or lines.
    """

    fact: str
    value: str
    block: int
    label: str
    begun: str = ""

    @property
    def in_block(self) -> str:
        """The value as far as it stands in its block, as it is printed there."""
        return self.begun or self.value

    @property
    def filed(self) -> bool:
        """Whether it comes from the file's own front matter rather than from a block."""
        return self.block < 0


def fields_in(blocks: Sequence[Block]) -> Iterator[Field]:
    """Every labelled fact of some blocks: in a table, on one line, or on the lines after."""
    for number, block in enumerate(blocks):
        if block.kind == "row":
            yield from _fields_of_row(blocks, number)
        else:
            yield from _fields_of_lines(blocks, number)


def _fields_of_row(blocks: Sequence[Block], number: int) -> Iterator[Field]:
    below = _goes_on(blocks, number + 1)
    for label, value in _pairs_of_row(blocks, number):
        fact = fact_of(label)
        if not fact or not value.strip():
            continue
        found = Field(fact, value.strip(), number, label, _as_printed(value, blocks[number]))
        rest = below.pop(fact, "")
        if rest and _runs_on(found.value, rest):
            yield replace(found, value=f"{found.value} {rest}")
            continue
        yield found
        if rest:
            yield Field(fact, rest, number + 1, label)


def _as_printed(value: str, block: Block) -> str:
    """As many words of a value, from its first, as stand together in a cell of a row."""
    words = value.split()[:_MOST_WORDS]
    starts = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return (
        value.strip() if value in block.text else next(filter(block.text.__contains__, starts), "")
    )


def _goes_on(blocks: Sequence[Block], number: int) -> dict[str, str]:
    """What a row without a first cell holds below the values of the row above, by what they are."""
    if number >= len(blocks) or blocks[number].kind != "row" or blocks[number].cells[0]:
        return {}
    above, cells = blocks[number - 1].cells, blocks[number].cells
    pairs = zip(above, cells[1:], strict=False)
    held = ((a, cell) for a, cell in pairs if cell and not (is_label(cell) or _split(cell)))
    return {fact: cell for label, cell in held if (fact := fact_of(label))}


def _runs_on(value: str, rest: str) -> bool:
    """Whether a value was broken off, and a line that follows is the rest of it.

    >>> _runs_on("Needs of young", "people"), _runs_on("Cabinet", "Council")
    (True, False)
    """
    return rest[0].islower() or bool(_UNFINISHED.search(value))


def _pairs_of_row(blocks: Sequence[Block], number: int) -> list[tuple[str, str]]:
    """A row's labels and values: along the row, or its column headings with its cells."""
    block = blocks[number]
    if _all_labels(block.cells):
        return []
    pairs = list(_pairs_along(block.cells))
    if not pairs and _is_one_of_many(blocks, number):
        return []
    if not pairs:
        return list(zip(_headings(blocks, number), block.cells, strict=False))
    if block.columns and not _all_labels(block.columns) and not blocks[number - 1].columns:
        pairs += _pairs_along(block.columns)  # a first row of label and value, read as headings
    return pairs


def _is_one_of_many(blocks: Sequence[Block], number: int) -> bool:
    """Whether a row stands in a list of papers or decisions, and is about one of them."""
    columns = blocks[number].columns
    beside = [*blocks[max(0, number - 1) : number], *blocks[number + 1 : number + 2]]
    listed = any(b.columns == columns and b.cells != columns and b.cells[0] for b in beside)
    return listed and "title" in map(fact_of, columns)


def _headings(blocks: Sequence[Block], number: int) -> tuple[str, ...]:
    """A row's column headings; where nothing told them apart, a row above made only of labels."""
    if blocks[number].columns or number == 0:
        return blocks[number].columns
    above = blocks[number - 1]
    return above.cells if above.kind == "row" and _all_labels(above.cells) else ()


def _all_labels(cells: Sequence[str]) -> bool:
    """Whether a row is of labels only; "Council" alone is rather the name of who met."""
    names = [cell for cell in cells if cell]
    if len({name.endswith(":") for name in names}) > 1:
        return False  # "Report of:", "Monitoring Officer": the second is a value
    return len(names) > 1 and all(fact_of(n) and n.casefold() != "council" for n in names)


def _pairs_along(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Label and value in neighbouring cells, or both in one cell: "Date:", "4 May", "Ref: 12"."""
    label: str | None = None
    values: list[str] = []
    for place, cell in enumerate(cells):
        inside = _split(cell)
        beside = place > 0 and _is_value(cells[place - 1], cell)
        if beside or (not inside and not _labels_the_next(place, cell)):
            values.append(cell)
            continue
        if label:
            yield label, " ".join(filter(None, values))
        yield from inside[:-1]
        label, first = inside[-1] if inside else (cell, "")
        values = [first]
    if label:
        yield label, " ".join(filter(None, values))


def _is_value(label: str, cell: str) -> bool:
    """Whether a cell beside a label with a colon is its value, though some papers label so.

    >>> _is_value("Report of:", "Monitoring Officer"), _is_value("Report of:", "Ward:")
    (True, False)
    """
    return label.endswith(":") and bool(_POST.fullmatch(cell)) and fact_of(cell) == "other"


def _labels_the_next(place: int, cell: str) -> bool:
    """Whether a cell is a label: in first and third place a common word will do."""
    return is_label(cell) or (place % 2 == 0 and fact_of(cell) is not None)


def _fields_of_lines(blocks: Sequence[Block], number: int) -> Iterator[Field]:
    text = blocks[number].words.strip()
    pairs = [(text, "")] if is_label(text) else list(_split(text) or _dashed(text))
    if not pairs:
        return
    for label, value in pairs[:-1]:
        if value:
            yield Field(fact_of(label) or "other", value, number, label)
    label, value = pairs[-1]
    start = number if value else number + 1
    value = value or _value_below(blocks, number) or ""
    if value:
        whole = _to_its_end(blocks, start, value)
        yield Field(fact_of(label) or "other", whole, start, label, value)


def _to_its_end(blocks: Sequence[Block], number: int, value: str) -> str:
    """A value together with the lines that it plainly goes on in."""
    for place in range(number, number + _MOST_LINES):
        rest = _value_below(blocks, place)
        if not rest or len(rest) > _LONGEST_REST or not _runs_on(value, rest):
            break
        value = f"{value} {rest}"
    return value


def _value_below(blocks: Sequence[Block], number: int) -> str | None:
    """The next block, if it is a value: a label without one must not take the next label."""
    if number + 1 >= len(blocks):
        return None
    below = blocks[number + 1]
    text = below.words.strip()
    named = fact_of(text) and not _is_value(blocks[number].words.strip(), text)
    taken = below.kind == "row" or below.label or named or _split(text) or _dashed(text)
    return None if taken or len(text) > 300 else text


def _split(text: str) -> list[tuple[str, str]]:
    """Labels and values on one line: "Meeting: Cabinet Date: 11 March 2026" is two of each.

    >>> _split("Key Decision: Yes  Ward(s) affected: All")
    [('Key Decision', 'Yes'), ('Ward(s) affected', 'All')]
    >>> _split("The date: a reminder")
    []
    """
    if not label_pattern().match(text):
        return []
    found = [m for m in label_pattern().finditer(text[:_LONGEST]) if m[1][0].isupper()]
    if not found or found[0].start() != 0:
        return []
    starts = [match.start() + _of_the_value(match) for match in found]
    pairs = zip(found, starts, [*starts[1:], len(text)], strict=True)
    return [(text[s : m.end(1)], text[m.end() : end].strip(" ;|")) for m, s, end in pairs]


def _of_the_value(label: re.Match[str]) -> int:
    """How much of a label further along a line is the end of the value before it.

    In "Committee: Planning Committee Date: 4 May" the second "Committee" is.
    """
    words = label[1].split(" ", 1)
    ends_a_name = label.start() > 0 and words[0] in ("Committee", "COMMITTEE") and len(words) > 1
    return len(words[0]) + 1 if ends_a_name else 0


def _dashed(text: str) -> list[tuple[str, str]]:
    """A label of several words and its value with a dash between them.

    >>> _dashed("Key decision – No"), _dashed("Council – a history")
    ([('Key decision', 'No')], [])
    """
    label, dash, value = re.sub(r"\s[–—-]\s", "\n", text[:_LONGEST], count=1).partition("\n")
    known = dash and len(label.split()) > 1 and is_label(label) and not is_label(value)
    return [(label, value.strip())] if known and len(text) <= _LONGEST_REST else []
