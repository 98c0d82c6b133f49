"""Paragraph styles of a DOCX file: headings, list levels, spacing and hidden text, inherited."""

import re
from dataclasses import dataclass, field

from ingest.readers.docx.package import Element, W, is_on, number, value

_HEADING_NAME = re.compile(r"heading ([1-9])$", re.IGNORECASE)
_DEEPEST = 20  # styles based on styles; Word itself stops at eleven


@dataclass(frozen=True, slots=True)
class Style:
    """What a style gives its paragraphs; None where it says nothing."""

    style_id: str = ""
    heading: int | None = None  # from 1; 0 where the style says that it is body text
    list_id: str | None = None
    depth: int | None = None
    before: int | None = None  # white space, in twentieths of a point
    after: int | None = None
    tight: bool | None = None  # no white space between paragraphs of this same style
    bold: bool | None = None
    hidden: bool = False
    shaded: bool = False  # whether it is set on a colour of its own

    def over(self, base: "Style") -> "Style":
        """This style, with what it leaves open filled from the style it is based on."""
        return Style(
            self.style_id,
            base.heading if self.heading is None else self.heading,
            base.list_id if self.list_id is None else self.list_id,
            base.depth if self.depth is None else self.depth,
            base.before if self.before is None else self.before,
            base.after if self.after is None else self.after,
            base.tight if self.tight is None else self.tight,
            base.bold if self.bold is None else self.bold,
            self.hidden or base.hidden,
            shaded=self.shaded or base.shaded,
        )


@dataclass(frozen=True, slots=True)
class Styles:
    """A document's styles by their ids."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)

    def of(self, properties: Element | None) -> Style:
        """What a paragraph with these properties (``w:pPr``) looks like."""
        if properties is None:
            return self.default
        named = self.by_id.get(value(properties.find(W + "pStyle")) or "", self.default)
        own = _described(properties, named.style_id)
        return own.over(named)

    def is_bold(self, run_properties: Element | None, paragraph: Style) -> bool:
        """Whether a run with these properties is bold, in a paragraph of this style."""
        own = _bold(run_properties)
        if own is not None or run_properties is None:
            return own if own is not None else bool(paragraph.bold)
        named = self.by_id.get(value(run_properties.find(W + "rStyle")) or "")
        return bool(paragraph.bold if named is None or named.bold is None else named.bold)

    def hides(self, run_properties: Element | None) -> bool:
        """Whether a run with these properties (``w:rPr``) is hidden by itself or by its style."""
        if run_properties is None:
            return False
        own = run_properties.find(W + "vanish")
        if own is not None:
            return is_on(own)
        named = self.by_id.get(value(run_properties.find(W + "rStyle")) or "")
        return named is not None and named.hidden


def styles(part: Element | None) -> Styles:
    """The styles of a document's styles part; none if it has no such part."""
    if part is None:
        return Styles()
    elements = {value(e, "styleId") or "": e for e in part.findall(W + "style")}
    rest = Style().over(_defaults(part))
    by_id = {name: _inherited(name, elements).over(rest) for name in elements}
    normal = next((name for name, e in elements.items() if _is_default(e)), "")
    return Styles(by_id, by_id.get(normal, rest))


def _is_default(element: Element) -> bool:
    return value(element, "type") == "paragraph" and value(element, "default") in ("1", "true")


def _defaults(part: Element) -> Style:
    properties = part.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")
    return Style() if properties is None else _described(properties, "")


def _inherited(name: str, elements: dict[str, Element]) -> Style:
    style, element = Style(name), elements.get(name)
    for _ in range(_DEEPEST):
        if element is None:
            break
        style = style.over(_own(element))
        element = elements.get(value(element.find(W + "basedOn")) or "")
    return style


def _own(element: Element) -> Style:
    """What a style says itself."""
    properties, run = element.find(W + "pPr"), element.find(W + "rPr")
    described = Style() if properties is None else _described(properties, "")
    title = value(element.find(W + "name")) or ""
    named = _HEADING_NAME.match(title)
    level = int(named[1]) if named else 1 if title.casefold() == "title" else None
    hidden = run is not None and is_on(run.find(W + "vanish"))
    return described.over(Style(heading=level, bold=_bold(run), hidden=hidden))


def _described(properties: Element, style_id: str) -> Style:
    outline = number(properties.find(W + "outlineLvl"))
    listed = properties.find(W + "numPr")
    spacing = properties.find(W + "spacing")
    tight = properties.find(W + "contextualSpacing")
    return Style(
        style_id,
        None if outline is None else (outline + 1) % 10,
        None if listed is None else value(listed.find(W + "numId")),
        None if listed is None else number(listed.find(W + "ilvl")),
        _space(spacing, "before"),
        _space(spacing, "after"),
        None if tight is None else is_on(tight),
        shaded=properties.find(W + "shd") is not None,
    )


def _bold(run_properties: Element | None) -> bool | None:
    weight = None if run_properties is None else run_properties.find(W + "b")
    return None if weight is None else is_on(weight)


def _space(spacing: Element | None, side: str) -> int | None:
    if value(spacing, side + "Autospacing") in ("1", "true", "on"):
        return 280  # what Word takes for a web page's space
    return number(spacing, side)
