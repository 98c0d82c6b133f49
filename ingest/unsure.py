"""Figures that were recognised from a picture and may be misread: where they stand in a report."""

import re
from collections.abc import Iterable, Sequence

from index.records import Block, Unsure


def unsure_figures(doubts: Iterable[tuple[int, str, int]], blocks: Sequence[Block]) -> Unsure:
    """Where the doubtful figures of each page stand; each is told by page, text and percent.

    Where one stands on its page more than once, each is doubtful.
    """
    found = {
        (block.start + at.start(), block.start + at.end(), sure)
        for page, figure, sure in doubts
        for block in blocks
        if block.page == page
        for at in re.finditer(rf"(?<!\S){re.escape(figure)}(?!\S)", block.text)
    }
    return tuple(sorted(found))
