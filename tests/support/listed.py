"""A list of decisions, read off the table that Slack shows."""

from typing import Any

from support.block_kit import texts

Blocks = list[dict[str, Any]]


def rows(blocks: Blocks) -> list[list[str]]:
    """The text of each cell, row by row, without the headings."""
    (table,) = [block for block in blocks if block["type"] == "data_table"]
    return [["".join(texts([cell])) for cell in row] for row in table["rows"][1:]]


def decisions(blocks: Blocks) -> list[str]:
    """The words of each decision, as shown."""
    return [row[3] for row in rows(blocks)]
