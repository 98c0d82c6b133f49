"""A report's passages as a search engine sees them: stems, without contact details."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.contacts import holds_contacts, without_contacts
from index.labels import label_words
from index.language import stems
from index.passages import Entry
from index.records import Block, Lead, Passage, ReportFacts


@dataclass(frozen=True, slots=True)
class Indexable:
    """What is needed of a report to index it; ``above`` has the further headings of passages."""

    facts: ReportFacts
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    above: dict[int, str]
    leads: tuple[Lead, ...]


def entries(report: Indexable) -> Iterator[Entry]:
    """An entry for each of the report's passages."""
    front = report.facts.front
    title = stems(" ".join(filter(None, (front.title, front.council, front.body, front.reference))))
    starts = [block.start for block in report.blocks]
    for passage in report.passages:
        blocks = report.blocks[_overlap(starts, passage)]
        yield Entry(
            passage_id=passage.passage_id,
            report_id=passage.report_id,
            title=title,
            heading=_heading(report, passage),
            body=tuple(_body(passage, blocks)),
            # With the leads, for labels make a passage no longer to read either.
            leads=(*_leads(_within(report.leads, passage)), *_labels(passage, blocks)),
            council=front.council,
            committee=front.body,
            meeting_date=front.meeting_date,
            kind=report.facts.kind,
            standing=passage.standing,
        )


def _heading(report: Indexable, passage: Passage) -> tuple[str, ...]:
    above = report.above.get(passage.passage_id, "")
    return stems(without_contacts(f"{above} {passage.heading or ''}"))


def _labels(passage: Passage, blocks: Iterable[Block]) -> tuple[str, ...]:
    """The words that a passage's labels are searched by; its printed figures are left out."""
    said = (passage.label, *(label for block in blocks for label in (block.under, block.label)))
    return tuple(dict.fromkeys(word for label in said if label for word in label_words(label)))


def _overlap(starts: list[int], passage: Passage) -> slice:
    """Which blocks a passage stands in: blocks are in order and do not overlap."""
    first = max(bisect_right(starts, passage.start) - 1, 0)
    return slice(first, bisect_left(starts, passage.end))


def _body(passage: Passage, blocks: Iterable[Block]) -> Iterator[str]:
    for column in passage.columns:
        yield from stems(column)
    for block in blocks:
        yield from stems(_searchable(block, passage))


def _searchable(block: Block, passage: Passage) -> str:
    """The block's words that stand in the passage, without cells meant for contact details."""
    if block.kind == "row":
        cells = enumerate(block.words.split("\t"))
        return " ".join(without_contacts(cell) for n, cell in cells if not _private(n, block))
    first = max(block.start + block.mark, passage.start) - block.start
    return without_contacts(block.text[first : passage.end - block.start])


def _private(cell: int, block: Block) -> bool:
    return cell < len(block.columns) and holds_contacts(block.columns[cell])


def _within(leads: Iterable[Lead], passage: Passage) -> Iterator[Lead]:
    return (x for x in leads if x.end > passage.start and x.start < passage.end)


def _leads(leads: Iterable[Lead]) -> tuple[str, ...]:
    said = (
        part
        for lead in leads
        for part in (lead.name, lead.post, lead.organisation, lead.relation, lead.area)
    )
    return stems(" ".join(filter(None, said)))
