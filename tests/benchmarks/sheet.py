"""A made-up paper while it is written, block by block, and the parsed report that it ends as."""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from index.records import (
    Abbreviation,
    Block,
    BlockKind,
    Decision,
    FrontPage,
    Lead,
    Report,
    ReportKind,
    Standing,
)


@dataclass(slots=True)
class Sheet:
    """Takes a paper's parts in reading order, and knows where in its text each of them stands."""

    blocks: list[Block] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    leads: list[Lead] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    _heading: str | None = None
    _under: str | None = None
    _end: int = 0
    _number: int = 0

    def heading(self, text: str) -> None:
        """A heading; what follows stands under it."""
        self._heading = text
        self._put("heading", "", text)

    def plain(self, text: str) -> Block:
        """A paragraph without a number."""
        return self._put("paragraph", "", text)

    def numbered(self, text: str) -> Block:
        """A paragraph with the next number."""
        self._number += 1
        self._under = str(self._number)
        return self._put("paragraph", f"{self._number}. ", text, label=self._under)

    def item(self, label: str, text: str) -> Block:
        """An item of a list under the paragraph before."""
        path = f"{self._under}.{label}" if self._under else label
        return self._put("item", f"{label} ", text, label=path, under=self._under)

    def row(self, cells: tuple[str, ...], columns: tuple[str, ...]) -> Block:
        """A row of a table."""
        return self._put("row", "", "\t".join(cells), columns=columns)

    def decision(self, block: Block, standing: Standing, lead: Block, **more: Any) -> None:
        """Say that a block is a recommendation or a resolution, led into by another."""
        self.decisions.append(
            Decision(
                block.words,
                standing,
                block.start + block.mark,
                block.end,
                lead.start,
                label=block.label,
                heading=block.heading,
                page=block.page,
                **more,
            )
        )

    def lead(self, block: Block, relation: str, area: str, name: str, post: str) -> None:
        """Say that a block names who answers for an area."""
        self.leads.append(Lead(name, post, None, relation, area, block.start, block.end))

    def report(self, source: str, kind: ReportKind, front: FrontPage) -> Report:
        """The paper as it is understood."""
        text = "\n".join(block.text for block in self.blocks)
        return Report(
            source=source,
            sha256=hashlib.sha256(f"{source}\n{text}".encode()).hexdigest(),
            kind=kind,
            text=text,
            blocks=tuple(self.blocks),
            front=front,
            decisions=tuple(self.decisions),
            leads=tuple(self.leads),
            abbreviations=tuple(self.abbreviations),
            pages=1 + len(text) // 3000,
        )

    def _put(self, kind: BlockKind, mark: str, words: str, **more: Any) -> Block:
        start = self._end + 1 if self.blocks else 0
        text = f"{mark}{words}"
        self._end = start + len(text)
        page = 1 + start // 3000
        block = Block(
            kind, text, start, self._end, len(mark), heading=self._heading, page=page, **more
        )
        self.blocks.append(block)
        return block
