"""Web pages: the paragraphs, lists and tables of an HTML file, without scripts and navigation."""

import re
from dataclasses import replace
from datetime import date

from lxml import etree, html

from index.blacked_out import WARNING as BLACKED_OUT
from ingest.pages import Paper, Properties
from ingest.readers.challenge import refuse_challenge
from ingest.readers.clean import clean
from ingest.readers.decode import declared, text_of
from ingest.readers.html.body import Body, is_margin
from ingest.readers.html.flat import flat_paragraphs
from ingest.readers.html.unshown import unshown
from ingest.readers.margins import margin_lines
from ingest.readers.tabbed import joined_parts, parts_of

_FLATTENED = "This page is nested too deeply; its lists and tables were read as plain lines."
_CHARSET = re.compile(rb"<meta[^>]{0,300}charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_LINES = ("p", "div", "li", "td", "th", "span", "h1", "h2", "h3", "h4")
_WIDE = ("utf-16", "utf16", "utf-32", "utf32", "ucs")
_WINDOWS = ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii")  # what browsers read as cp1252


def read(data: bytes) -> Paper:
    """The paragraphs, lists with their numbers, and tables of a web page.

    A page nested too deeply to parse is read as plain lines, with a warning. Raises Unreadable:
    "type_mismatch" for a page that only asks whether one is a robot, and "too_big".
    """
    markup, damage = _decoded(data)
    root = _parsed(markup)
    if root is None:
        parts = tuple(parts_of(flat_paragraphs(markup)))
        return Paper("html", parts, warnings=(*damage, _FLATTENED))
    title = clean(root.findtext(".//head/title") or "") or None
    body = Body()
    parts = tuple(joined_parts(body.parts(_content(root))))
    refuse_challenge(markup, title or "", clean(root.text_content()))
    stated = _properties(root, title)
    stated = replace(stated, notes=(*stated.notes, *unshown(root, markup)))
    return Paper(
        "html", parts, 0, stated, warnings=(*damage, *sorted(body.warnings)),
        margins=_margins(root), redacted=BLACKED_OUT in body.warnings,
    )  # fmt: skip


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The markup: by its bytes where they can only be UTF-8 or 16, else by what the page says."""
    text, damage = text_of(data)
    said = _CHARSET.search(data[:4096])
    name = said[1].decode("ascii").casefold() if said else ""
    # What says in single bytes that it is of two or four a letter is not.
    if not name or name in _WINDOWS or name.startswith(_WIDE) or _is_unicode(data):
        return text, damage
    page = declared(data, name)
    return (text, damage) if page is None else (page, ())


def _is_unicode(data: bytes) -> bool:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in data[:200]:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _parsed(markup: str) -> html.HtmlElement | None:
    """The page; None where the parser stopped early, which it says only in its log."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    plain = _DECLARATION.sub("", markup).replace("\x00", "").encode("utf-8", errors="ignore")
    try:
        root = html.document_fromstring(plain, parser=parser)
    except etree.ParserError:  # nothing but comments
        return html.document_fromstring(b"<html><body></body></html>")
    limits = parser.error_log.filter_types([etree.ErrorTypes.ERR_RESOURCE_LIMIT])
    return None if len(limits) else root


def _content(root: html.HtmlElement) -> html.HtmlElement:
    """What the page is about: its one ``main`` element if it has one with text, else all of it."""
    mains = [e for e in root.iter("main", "div", "section") if _is_main(e)]
    if len(mains) == 1 and clean(mains[0].text_content()):
        return mains[0]
    body = root.find("body")
    return root if body is None else body


def _is_main(element: html.HtmlElement) -> bool:
    return "main" in (element.tag, element.get("role"))


def _margins(root: html.HtmlElement) -> tuple[str, ...]:
    """What the page's header, footer and pictures say: where papers may be marked as exempt."""
    margins = [element for element in root.iter() if is_margin(element)]
    inner = [list(margin.iter(*_LINES)) for margin in margins]
    whole = [[margin.text_content()] for margin in margins]
    named = (image.get(name) or "" for image in root.iter("img") for name in ("alt", "title"))
    shown = [[words] for words in (*named, *(drawn.text_content() for drawn in root.iter("svg")))]
    lines = [[line.text_content()] for within in inner for line in within]
    return margin_lines([*whole, *lines, *shown])


def _properties(root: html.HtmlElement, title: str | None) -> Properties:
    said = {(e.get("name") or "").casefold(): e.get("content") or "" for e in root.iter("meta")}
    author = clean(said.get("author") or said.get("dc.creator") or "") or None
    day = _day(said.get("created") or said.get("dc.date") or "")
    return Properties(title, author, day, notes=tuple(filter(None, map(clean, said.values()))))


def _day(stamp: str) -> date | None:
    try:
        return date.fromisoformat(stamp[:10])
    except ValueError:
        return None
