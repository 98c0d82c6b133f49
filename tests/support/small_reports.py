"""Reports written in a few lines: each line a block, marked by how it begins."""

import hashlib
import re
from dataclasses import replace

from index.catalogue import MetSource
from index.records import Block, Decision, FrontPage, Report, Standing


def report(text: str, source: str = "papers/report.txt", **front: object) -> Report:
    """A report of one block a line.

    "# …" is a heading, "- …" a list item, "3. …" a paragraph labelled 3, a line with tabs a row,
    "RESOLVED …" and "RECOMMENDED …" decisions; the rest are paragraphs.
    """
    blocks = tuple(_blocks(text))
    decisions = tuple(d for d in map(_decision, blocks) if d)
    sha256 = hashlib.sha256(repr((text, front)).encode()).hexdigest()
    return Report(source, sha256, "report", text, blocks, FrontPage(**front), decisions)  # type: ignore[arg-type]


def met(paper: Report, root: str = "papers") -> MetSource:
    """The source of a report, as met."""
    return MetSource(paper.source, root, paper.sha256, size=len(paper.text), mtime=1.5)


def at(paper: Report, source: str) -> Report:
    """The same bytes at another source."""
    return replace(paper, source=source)


def _blocks(text: str) -> "list[Block]":
    blocks: list[Block] = []
    heading: str | None = None
    start = 0
    for line in text.split("\n"):
        if line.strip():
            block = _block(line, start, heading)
            heading = block.words if block.kind == "heading" else heading
            blocks.append(block)
        start += len(line) + 1
    return blocks


def _block(line: str, start: int, heading: str | None) -> Block:
    end = start + len(line)
    if line.startswith("# "):
        return Block("heading", line, start, end, mark=2, heading=heading)
    if line.startswith("- "):
        return Block("item", line, start, end, mark=2, heading=heading)
    if "\t" in line:
        return Block("row", line, start, end, heading=heading)
    label = re.match(r"(\d+)\. ", line)
    if label:
        return Block(
            "paragraph", line, start, end, mark=label.end(), label=label[1], heading=heading
        )
    return Block("paragraph", line, start, end, heading=heading)


_STANDINGS: dict[str, Standing] = {"RESOLVED": "resolved", "RECOMMENDED": "recommended"}


def _decision(block: Block) -> Decision | None:
    standing = _STANDINGS.get(block.words.split()[0])
    if standing is None:
        return None
    return Decision(block.words, standing, block.start, block.end, lead_start=block.start)
