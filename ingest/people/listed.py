"""People that a paper's source lists field by field, found again in the text that shows them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Lead, ReportKind
from ingest.people.leads import leads


def all_leads(
    blocks: Sequence[Block], kind: ReportKind, told: Sequence[tuple[str, Lead]] = ()
) -> tuple[Lead, ...]:
    """Everyone a paper names; what its source says of a line is believed over what the line says.

    Each of ``told`` is a line of the paper as it stands there and someone it shows, without span.
    """
    listed = list(_listed(blocks, told))
    lines = {lead.start for lead in listed}
    read = (lead for lead in leads(blocks, kind) if lead.start not in lines)
    return tuple(sorted([*listed, *read], key=lambda lead: lead.start))


def _listed(blocks: Sequence[Block], told: Sequence[tuple[str, Lead]]) -> Iterator[Lead]:
    shown: dict[str, Block] = {}
    for block in blocks:
        shown.setdefault(block.text, block)  # "A. Pike" may have been read as a label and a word
        shown.setdefault(block.words, block)
    for line, lead in told:
        if found := shown.get(line):
            yield replace(lead, start=found.start, end=found.end)
