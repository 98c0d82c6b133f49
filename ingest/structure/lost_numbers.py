"""Numbers a file lost on the way: dashes where paragraphs 1 to 7 stood, before a printed "8."."""

from collections.abc import Sequence
from dataclasses import replace

from index.records import Block


def with_lost_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the lost numbers of paragraphs put back as inferred labels, if they are certain.

    They are certain when exactly as many bulleted paragraphs stand straight under headings as
    numbers are missing before the first printed one; lists below a paragraph do not count.
    """
    first = _first_number(blocks)
    if first is None:
        return list(blocks)
    lost = _paragraphs_with_bullets(blocks[:first])
    missing = int(blocks[first].label or 0) - 1
    if not lost or len(lost) != missing:
        return list(blocks)
    return _renumbered(blocks, dict(zip(lost, map(str, range(1, missing + 1)), strict=True)))


def _first_number(blocks: Sequence[Block]) -> int | None:
    """The first block with a label, if it is a plain number and its paper's numbering goes on."""
    labelled = [n for n, block in enumerate(blocks) if block.label]
    if not labelled:
        return None
    first = blocks[labelled[0]]
    plain = first.kind == "paragraph" and (first.label or "").isdecimal()
    return labelled[0] if plain and first.text.startswith(f"{first.label}.") else None


def _paragraphs_with_bullets(blocks: Sequence[Block]) -> list[int]:
    """The bulleted blocks that follow a heading, with no paragraph to introduce them as a list."""
    found: list[int] = []
    introduced = True
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            introduced = False
        elif block.kind == "paragraph":
            introduced = True
        elif block.kind == "item" and not introduced:
            found.append(number)
    return found


def _renumbered(blocks: Sequence[Block], numbers: dict[int, str]) -> list[Block]:
    """The blocks with labels for some, and what follows each of those under it."""
    found: list[Block] = []
    above: str | None = None
    for number, block in enumerate(blocks):
        if block.kind == "heading" or (block.label and number not in numbers):
            above = None
        under = block.under or above
        if number in numbers:
            above = numbers[number]
            block = replace(block, kind="paragraph", label=above, label_inferred=True)
            under = None
        found.append(replace(block, under=under))
    return found
