"""The front of a paper as read: its labelled facts and the lines it opens with."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.records import Block
from ingest.frontpage.field_names import fact_of, is_blank
from ingest.frontpage.fields import Field, fields_in
from ingest.frontpage.openings import Opening, openings
from ingest.pages import Properties
from ingest.sections import item_in, section_of

_LONGEST_FRONT = 30  # blocks before the first section's heading, where there is one
_LONGEST_VALUE = 500  # characters
# Facts that papers also give at their end, in an author's table or under headings of their own.
_ANYWHERE = frozenset(
    {"author", "contact", "reference", "wards", "key_decision", "call_in", "report_date"}
)
_FORWARD = re.compile(
    r"(?:[\w’'&-]+\s+){0,5}(?:forward\s+plan|work(?:ing)?\s+programme)(?:\s+(?:of|for|from)\b.*|\W*\d.*)?",
    re.IGNORECASE,
)
_OF_PEOPLE = ("author", "contact")


@dataclass(frozen=True, slots=True)
class Front:
    """A paper's first blocks, and what is labelled or said in them and in its author's table."""

    blocks: Sequence[Block]
    fields: Sequence[Field]
    openings: Sequence[Opening]

    def first(self, *facts: str) -> str | None:
        """The first value found under any of these facts, blank ones left out."""
        values = (f.value for f in self.all(*facts) if len(f.value) <= _LONGEST_VALUE)
        return next((value for value in values if not is_blank(value)), None)

    def all(self, *facts: str) -> list[Field]:
        """Every field of these facts, in the facts' order."""
        return [f for fact in facts for f in self.fields if f.fact == fact]

    def opening(self, *kinds: str) -> Iterable[Opening]:
        """Every opening line of these kinds, in the kinds' order."""
        return (o for kind in kinds for o in self.openings if o.kind == kind)


def front_of(blocks: Sequence[Block], properties: Properties) -> Front:
    """What the front of a paper holds; the file's own front matter counts as labelled facts."""
    first = front_blocks(blocks)
    fields = [
        Field(fact, value, -1, key)
        for key, value in properties.front_matter.items()
        if (fact := fact_of(key))
    ]
    found = [f for f in fields_in(blocks) if not (listed(first) and blocks[f.block].columns)]
    rows = {each.block for each in found if each.fact in ("author", "reference")}
    elsewhere = _ANYWHERE | ({"meeting_date"} if _is_notice(found, len(first)) else frozenset())
    for each in found:
        written = each.fact == "date" and each.block in rows and blocks[each.block].kind == "row"
        fact = "report_date" if written else each.fact
        if each.block < len(first) or (fact in elsewhere and _is_own(each, blocks)):
            fields.append(Field(fact, each.value, each.block, each.label))
    return Front(first, fields, list(openings(first)))


def listed(front: Sequence[Block]) -> bool:
    """Whether a paper is a list of decisions to come, whose rows are about each and not about it.

    "Forward Plan of Key Decisions", "CABINET FORWARD PLAN", "Scrutiny Work Programme 2021/22".
    """
    return any(b.kind != "row" and _FORWARD.fullmatch(b.words[:150].strip(" *_")) for b in front)


def _is_notice(found: Sequence[Field], front: int) -> bool:
    """Whether a paper names its decision maker: such a notice gives its date below the decision."""
    makers = (f for f in found if f.block < front and f.fact == "body")
    return any("decision" in maker.label.casefold() for maker in makers)


def front_blocks(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks before the first section of a paper's own text."""
    for number, block in enumerate(blocks[:_LONGEST_FRONT]):
        section = section_of(block.words) if block.kind == "heading" else None
        numbered = block.kind == "heading" and (
            block.label is not None or item_in(block.words) is not None
        )
        if number and (numbered or section not in (None, "agenda")):
            return blocks[:number]
    return blocks[:_LONGEST_FRONT]


def _is_own(found: Field, blocks: Sequence[Block]) -> bool:
    """Whether a fact beyond the front page is about the paper, not a row of some table in it."""
    block = blocks[found.block]
    if block.kind != "row":
        return True
    return all(map(fact_of, block.columns)) and fact_of("".join(block.columns[:1])) in _OF_PEOPLE
