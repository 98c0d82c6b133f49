"""OpenDocument texts: the paragraphs and tables of an ODT file, as its print would show them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.blacked_out import WARNING as BLACKED_OUT
from ingest.pages import Paper, Properties, Table
from ingest.readers.clean import clean
from ingest.readers.left_out import ELSEWHERE
from ingest.readers.margins import margin_lines
from ingest.readers.odt.body import Body, plain
from ingest.readers.odt.flat import Flat
from ingest.readers.odt.lists import Lists
from ingest.readers.odt.numbering import list_styles, outline
from ingest.readers.odt.package import DC, META, OFFICE, STYLE, TEXT, Element, Package, truth
from ingest.readers.odt.styles import Styles, styles
from ingest.readers.odt.text import inline
from ingest.readers.tabbed import Typed, joined_parts

_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
_WORD = "MicrosoftOffice"  # as it names itself


def read(data: bytes) -> Paper:
    """The paragraphs and tables of an ODT or FODT file, with the numbers that are printed.

    Deleted and hidden text and comments are left out, with a warning, as are letters in the colour
    of what is behind them; running headers and footers
    go to ``margins``. Raises Unreadable: "corrupt", "bomb", "encrypted" or "too_big".
    """
    package = Package(data) if data.startswith(b"PK") else Flat(data)
    root, common, meta = (package.part(f"{n}.xml") for n in ("content", "styles", "meta"))
    content = None if root is None else root.find(f"{OFFICE}body/{OFFICE}text")
    if content is None:
        raise package.damaged()
    lists = Lists(list_styles(common, root), outline(common), by_style=_is_words(meta))
    body = Body(styles(common, root), lists)
    parts = tuple(joined_parts([*body.parts(content), *_notes(body)]))
    warnings = _warnings(content, body.warnings)
    stated = _properties(meta)
    stated = replace(stated, notes=(*stated.notes, *_of_pictures(root, common)))
    return Paper(
        "odt", parts, 0, stated, warnings=warnings, margins=_margins(common),
        redacted=BLACKED_OUT in warnings,
    )  # fmt: skip


def _notes(body: Body) -> Iterator[Typed | Table]:
    """The footnotes, then the endnotes, that the text refers to, in its order."""
    notes = list(body.notes)
    for kind in ("footnote", "endnote"):
        for note in notes:
            inside = note.find(TEXT + "note-body")
            if inside is not None and (note.get(TEXT + "note-class") or "footnote") == kind:
                yield from body.parts(inside)


def _warnings(content: Element, found: Iterable[str]) -> tuple[str, ...]:
    """The warnings, with one for a section that takes its text from another file and lacks it."""
    linked = (section.getparent() for section in content.iter(TEXT + "section-source"))
    lost = any(each is not None and not plain(each).strip() for each in linked)
    return (*sorted(set(found)), *([ELSEWHERE] if lost else []))


def _margins(common: Element | None) -> tuple[str, ...]:
    """Each line of running headers and footers, once: where papers are often marked as exempt."""
    masters = None if common is None else common.find(OFFICE + "master-styles")
    pages = [] if masters is None else masters.findall(STYLE + "master-page")
    shown = [part for page in pages for part in page if truth(part, STYLE + "display") is not False]
    by_kind = sorted(shown, key=lambda part: str(part.tag).startswith(STYLE + "footer"))
    return margin_lines(_lines_of(part) for part in by_kind if _is_margin(part))


def _of_pictures(*roots: Element | None) -> Iterator[str]:
    """What pictures are named and described as: a mark may be a picture."""
    for root in roots:
        for named in () if root is None else root.iter(_SVG + "title", _SVG + "desc"):
            if said := clean(named.text or ""):
                yield said


def _is_margin(part: Element) -> bool:
    """Whether this is a page's header or footer, of whichever pages."""
    name = str(part.tag).rpartition("}")[2]
    return name.startswith(("header", "footer"))


def _lines_of(part: Element) -> list[str]:
    paragraphs = part.iter(TEXT + "p", TEXT + "h")
    return [inline(paragraph, Styles()).text for paragraph in paragraphs]


def _is_words(meta: Element | None) -> bool:
    """Whether Word wrote the file."""
    return (_fact(meta, META + "generator") or "").startswith(_WORD)


def _properties(meta: Element | None) -> Properties:
    return Properties(
        title=_fact(meta, DC + "title"),
        author=_fact(meta, META + "initial-creator") or _fact(meta, DC + "creator"),
        created=_day(_fact(meta, META + "creation-date") or ""),
        notes=tuple(filter(None, (clean(each.text or "") for each in _said(meta)))),
    )


def _said(meta: Element | None) -> Sequence[Element]:
    """Everything that is stated of the file: subject, keywords, description and the rest."""
    found = None if meta is None else meta.find(f"{OFFICE}meta")
    return () if found is None else list(found)


def _fact(meta: Element | None, tag: str) -> str | None:
    found = None if meta is None else meta.find(f"{OFFICE}meta/{tag}")
    return clean(found.text or "") or None if found is not None else None


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None
