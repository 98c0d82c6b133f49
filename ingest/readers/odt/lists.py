"""Which list an item of an OpenDocument text counts along with, and at which level."""

from dataclasses import dataclass, field

from ingest.readers.odt.numbering import BULLETS, Counts, Levels, mark
from ingest.readers.odt.package import TEXT, Element, number, truth
from ingest.readers.setting import Mark

_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its list's style and counts, and its depth in it, from 1."""

    style: str
    counts: Counts
    depth: int


@dataclass(slots=True)
class Lists:
    """The lists of one document, and how far each has counted."""

    styles: dict[str, Levels] = field(default_factory=dict)
    outline: Levels = field(default_factory=dict)
    by_style: bool = False  # whether a list goes on across others, as Word means it
    _headings: Counts = field(default_factory=Counts)
    _by_id: dict[str, Counts] = field(default_factory=dict)
    _newest: dict[str, Counts] = field(default_factory=dict)  # by the style's name

    def enter(self, element: Element, outer: Place | None, *, first: bool = True) -> Place:
        """The place of a ``text:list``'s items; ``first`` where nothing stands above it in its
        item, so that it only goes on with the list it is in."""
        named = element.get(TEXT + "style-name")
        if outer is None:
            return Place(named or "", self._counts(element, named or ""), 1)
        place = Place(named or outer.style, outer.counts, outer.depth + 1)
        if not first and not truth(element, TEXT + "continue-numbering"):
            place.counts.forget(place.depth)
        return place

    def numbered(self, element: Element) -> Place:
        """The place of a ``text:numbered-paragraph``, which is a list's item by itself."""
        style, list_id = element.get(TEXT + "style-name") or "", element.get(TEXT + "list-id") or ""
        counts = self._by_id.setdefault(list_id, Counts())
        return Place(style, counts, number(element, TEXT + "level") or 1)

    def mark(self, place: Place, item: Element) -> Mark:
        """Count an item, and give what is printed before it."""
        own = self.styles.get(place.style, BULLETS)
        levels = self.styles.get(item.get(TEXT + "style-override") or "", own)
        place.counts.count(levels, place.depth, number(item, TEXT + "start-value"))
        return mark(levels, place.depth, place.counts)

    def heading(self, element: Element, level: int) -> Mark:
        """Count a heading that stands in no list, and give what is printed before it."""
        start = number(element, TEXT + "start-value")
        if not truth(element, TEXT + "restart-numbering"):
            start = None
        self._headings.count(self.outline, level, start)
        return mark(self.outline, level, self._headings)

    def _counts(self, element: Element, style: str) -> Counts:
        """The counts of the list that this one goes on with, or new ones."""
        continued, own = element.get(TEXT + "continue-list"), element.get(_ID)
        counts = self._by_id.get(continued) if continued else None
        if counts is None and truth(element, TEXT + "continue-numbering"):
            counts = self._newest.get(style)
        counts = Counts() if counts is None else counts
        if own:
            self._by_id[own] = counts
        if not self.by_style:
            self._newest.clear()
        self._newest[style] = counts
        return counts
