"""Styles of an OpenDocument text: outline levels, lists, spacing, weight and hiding, inherited."""

from dataclasses import dataclass, field

from ingest.readers.odt.package import FO, OFFICE, STYLE, TEXT, Element, number, space, truth

DEEPEST = 10  # levels of headings and of lists, as the standard has them
_MOST_BASES = 20  # styles based on styles
_BOLD = ("bold", "600", "700", "800", "900")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style gives its paragraphs or letters; None where it says nothing."""

    style_id: str = ""  # the nearest style that has a name of its own
    heading: int | None = None  # from 1
    list_name: str | None = None  # "" where a list's numbers are taken away
    before: int | None = None  # white space, in twentieths of a point
    after: int | None = None
    tight: bool | None = None  # no white space between paragraphs of this same style
    bold: bool | None = None
    hidden: bool | None = None
    ink: str | None = None  # the letters' colour, "#rrggbb"
    ground: str | None = None  # the colour behind them

    def over(self, base: "Style") -> "Style":
        """This style, with what it leaves open filled from the style it is based on."""
        return Style(
            self.style_id or base.style_id,
            base.heading if self.heading is None else self.heading,
            base.list_name if self.list_name is None else self.list_name,
            base.before if self.before is None else self.before,
            base.after if self.after is None else self.after,
            base.tight if self.tight is None else self.tight,
            base.bold if self.bold is None else self.bold,
            base.hidden if self.hidden is None else self.hidden,
            base.ink if self.ink is None else self.ink,
            base.ground if self.ground is None else self.ground,
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """A document's styles by family ("paragraph", "text") and name."""

    by_name: dict[tuple[str, str], Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)
    drawn_behind: bool = False  # whether pages are coloured, or pictures lie behind their words

    def paragraph(self, element: Element) -> Style:
        """What a paragraph or heading looks like."""
        return self._of("paragraph", element).over(self.default)

    def letters(self, element: Element) -> Style:
        """What a span adds to the paragraph around it."""
        return self._of("text", element)

    def _of(self, family: str, element: Element) -> Style:
        return self.by_name.get((family, element.get(TEXT + "style-name") or ""), Style())


def styles(*parts: Element | None) -> Styles:
    """The styles of a document's parts, ``styles.xml`` first: later ones come before earlier."""
    elements: dict[tuple[str, str], Element] = {}
    own: set[tuple[str, str]] = set()  # made for one place and not named by anyone
    default = Style()
    for group in (e for part in parts if part is not None for e in part):
        if group.tag not in (OFFICE + "styles", OFFICE + "automatic-styles"):
            continue
        for element in group.iterchildren(STYLE + "style"):
            elements[_key(element)] = element
            own |= {_key(element)} if group.tag == OFFICE + "automatic-styles" else set()
        for element in group.iterchildren(STYLE + "default-style"):
            if element.get(STYLE + "family") == "paragraph":
                default = _described(element)
    by_name = {key: _inherited(key, elements, own) for key in elements}
    return Styles(by_name, default, any(map(_draws_behind, parts)))


def _draws_behind(part: Element | None) -> bool:
    """Whether a part colours its pages or lets drawings run behind their words."""
    named = (
        ()
        if part is None
        else part.iter(STYLE + "graphic-properties", STYLE + "page-layout-properties")
    )
    return any(
        each.get(STYLE + "run-through") == "background"
        or (each.tag == STYLE + "page-layout-properties" and _colour(each, "background-color"))
        for each in named
    )


def _key(element: Element) -> tuple[str, str]:
    return element.get(STYLE + "family") or "", element.get(STYLE + "name") or ""


def _inherited(
    key: tuple[str, str], elements: dict[tuple[str, str], Element], own: set[tuple[str, str]]
) -> Style:
    style = Style()
    for _ in range(_MOST_BASES):
        element = elements.get(key)
        if element is None:
            break
        style = style.over(_described(element, "" if key in own else key[1]))
        key = (key[0], element.get(STYLE + "parent-style-name") or "")
    return style


def _described(element: Element, style_id: str = "") -> Style:
    """What a style says itself."""
    level = number(element, STYLE + "default-outline-level")
    if level is not None and not 0 < level <= DEEPEST:
        level = None
    if level is None and style_id.casefold() == "title":
        level = 1
    style = Style(style_id, level, element.get(STYLE + "list-style-name"))
    for properties in element.iterchildren(STYLE + "paragraph-properties"):
        style = _spaced(properties).over(style)
    for properties in element.iterchildren(STYLE + "text-properties"):
        style = _lettered(properties).over(style)
    return style


def _spaced(properties: Element) -> Style:
    around = space(properties, FO + "margin")
    above, below = space(properties, FO + "margin-top"), space(properties, FO + "margin-bottom")
    return Style(
        before=around if above is None else above,
        after=around if below is None else below,
        tight=truth(properties, STYLE + "contextual-spacing"),
        ground=_colour(properties, "background-color"),
    )


def _lettered(properties: Element) -> Style:
    weight, display = properties.get(FO + "font-weight"), properties.get(TEXT + "display")
    return Style(
        bold=None if weight is None else weight in _BOLD,
        hidden=None if display is None else display == "none",
        ink=_colour(properties, "color"),
        ground=_colour(properties, "background-color"),
    )


def _colour(properties: Element, name: str) -> str | None:
    said = properties.get(FO + name)
    return said if said and said.startswith("#") else None  # "transparent" is none
