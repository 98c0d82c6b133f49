"""An agenda item as paragraphs: its heading, what was minuted or decided, and its documents."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.records import ReportKind
from ingest.pages import Paper, Para, Table
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.prose import prose_of, told_by
from ingest.readers.moderngov.restricted import is_published, is_restricted
from ingest.readers.moderngov.values import address_of, words
from ingest.sections import section_of

MINUTES, DECISION, AGENDA = "minutesnonemptyhtmlbody", "decisionnonemptyhtmlbody", "agendatext"
ITEM_LEVEL = 2
_NO_NUMBER = re.compile(r"[0.\W]*")
_LONGEST_NUMBER = 20  # characters
_PARTS_OF_ITEMS = ("decision", "reasons", "alternatives")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a meeting; a restricted one has no title and no text."""

    number: str | None  # as printed: "51.", "7a"; None for a heading over several items
    title: str
    minutes: Paper
    decision: Paper
    agenda: Paper
    documents: tuple[str, ...] = ()
    restricted: bool = False

    @property
    def warnings(self) -> frozenset[str]:
        """What was doubtful in reading its text."""
        read = (self.minutes, self.decision, self.agenda)
        return frozenset(warning for paper in read for warning in paper.warnings)


def item_of(node: Node, meeting: Node, levels: int) -> Item:
    """An item as the answer has it; ``levels`` is how often the answer's texts are escaped."""
    nothing = Paper("html", ())
    number = _number(node, levels)
    if is_restricted(node):
        return Item(number, "", nothing, nothing, nothing, restricted=True)
    out = {what: is_published(node, meeting, what) for what in ("minute", "decision")}
    return Item(
        number=number,
        title=words(node.said("agendaitemtitle"), levels),
        minutes=prose_of(node.said(MINUTES)) if out["minute"] else nothing,
        decision=prose_of(node.said(DECISION)) if out["decision"] else nothing,
        agenda=prose_of(node.said(AGENDA)),
        documents=documents_of(node, levels),
    )


def parts_of(item: Item, kind: ReportKind) -> Iterator[Para | Table]:
    """An item's parts in order.

    What an item was to be about is only told where nothing came of it yet: an agenda's words are
    no minutes, though they may say "RESOLVED".
    """
    yield Para(item.title or _untitled(item), label=item.number, heading=ITEM_LEVEL)
    if kind == "agenda":
        yield from map(_within_item, item.agenda.parts)
    else:
        yield from map(_within_item, item.minutes.parts)
        if told_by(item.decision) not in told_by(item.minutes):
            yield from _decision(item)
    yield from document_list(item.documents, "Documents", ITEM_LEVEL + 1)


def _decision(item: Item) -> Iterator[Para | Table]:
    """What was decided; a decision that ModernGov gives by itself need not say that it is one."""
    yield Para("Decision", heading=ITEM_LEVEL + 1)
    yield from map(_within_item, item.decision.parts)


def _within_item(part: Para | Table) -> Para | Table:
    """A part of an item's text: only what heads a part of every item is a heading in it.

    So each resolution stands under its item's own title, whatever is set in bold above it.
    """
    if isinstance(part, Table) or section_of(part.text) in _PARTS_OF_ITEMS:
        return part
    return replace(part, heading=None)


def document_list(documents: tuple[str, ...], title: str, level: int) -> Iterator[Para]:
    """The titles and addresses of documents, below a heading that says what they are."""
    if documents:
        yield Para(title, heading=level)
        yield from (Para(document, bullet=True, gap=False) for document in documents)


def documents_of(node: Node, levels: int) -> tuple[str, ...]:
    """Each linked document that is not restricted: its title, and its address if that is safe."""
    found = (d for d in node.listed("linkeddocuments", "linkeddoc") if not is_restricted(d))
    named = ((words(d.said("title"), levels), address_of(d.said("url"), levels)) for d in found)
    return tuple(f"{title} ({url})" if url else title for title, url in named if title)


def _untitled(item: Item) -> str:
    # Not "Restricted item" alone: that is how a paper marks itself as a whole.
    return "Restricted item (left out)" if item.restricted else "Item without a title"


def _number(node: Node, levels: int) -> str | None:
    """The number an item is printed with; None for 0 or a blank, which head a section."""
    printed = words(node.said("fulldisplaynumberformat"), levels)
    own = printed or _joined(node, "minutesitem") or _joined(node, "agendaitem")
    return None if _NO_NUMBER.fullmatch(own) or len(own) > _LONGEST_NUMBER else own


def _joined(node: Node, kind: str) -> str:
    number, sub = node.said(f"{kind}number"), node.said(f"{kind}subnumber")
    return f"{number}{sub if sub != '0' else ''}." if number not in ("", "0") else ""
