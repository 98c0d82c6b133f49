"""The portfolios of members, where a table of those present gives them beside the names."""

import re
from collections.abc import Iterator, Sequence

from index.records import Block, Lead
from ingest.people.labels import label_in
from ingest.people.posts import is_post, relation_of
from ingest.people.roll import attendees

_PORTFOLIO = re.compile(
    r"(?:(?:cabinet|executive|lead)\s+(?:member\s+)?)?(?:portfolios?|responsibilit(?:y|ies)"
    r"|areas?\s+of\s+responsibility)(?:\s+(?:area|held|title))?",
    re.IGNORECASE,
)
_LONGEST = 150  # characters of a portfolio's name


def portfolios(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Each member in a row under "Present" with what stands beside them under "Portfolio"."""
    for block in blocks:
        if block.kind == "row" and block.cells != block.columns:
            cells = list(zip(block.columns, block.cells, strict=False))
            area = next((c for n, c in cells if _PORTFOLIO.fullmatch(n.strip(" :"))), "")
            names = next((c for n, c in cells if _lists_who_came(n)), "")
            if area and len(area) <= _LONGEST:
                yield from _holder(block, names, area)


def _lists_who_came(column: str) -> bool:
    label = label_in(column) if column else None
    return label is not None and not label.names


def _holder(block: Block, names: str, area: str) -> Iterator[Lead]:
    """The one member of a row: "Leader of the Council" is a post, and no portfolio."""
    people = [one.person for one in attendees(names, members=True)]
    if len(people) != 1 or people[0].name is None:
        return
    name, span = people[0].name, (block.start, block.end)
    if is_post(area):
        yield Lead(name, area, None, relation_of(name, area), None, *span)
    else:
        yield Lead(name, None, None, "Portfolio holder", area, *span)
