"""Blocks laid out by hand, as `ingest.structure.assembly` would give them."""

from dataclasses import replace

from index.records import Block


def heading(text: str, *, label: str | None = None) -> Block:
    return _block("heading", text, label, None)


def para(text: str, *, label: str | None = None, under: str | None = None) -> Block:
    return _block("paragraph", text, label, under)


def item(text: str, *, label: str | None = None, under: str | None = None) -> Block:
    return _block("item", text, label, under)


def row(*cells: str, columns: tuple[str, ...] = ()) -> Block:
    return replace(_block("row", "\t".join(cells), None, None), columns=columns)


def lay_out(*blocks: Block) -> tuple[str, tuple[Block, ...]]:
    """The text that blocks make up, and the blocks with their places in it and their headings."""
    placed: list[Block] = []
    start, above = 0, None
    for block in blocks:
        end = start + len(block.text)
        placed.append(replace(block, start=start, end=end, heading=above))
        above = block.words if block.kind == "heading" else above
        start = end + 1
    return "\n".join(block.text for block in blocks), tuple(placed)


def _block(kind: str, text: str, label: str | None, under: str | None) -> Block:
    """A block whose printed label, where it has one, ends at the first space."""
    printed = label is not None or text.startswith(("- ", "• "))
    mark = text.index(" ") + 1 if printed else 0
    return Block(kind, text, 0, len(text), mark, label, under=under)  # type: ignore[arg-type]
