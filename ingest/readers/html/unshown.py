"""What a web page holds and does not show, or shows beside its text: a mark may be among it."""

import re
from collections.abc import Iterator

from lxml import html

from ingest.readers.clean import clean
from ingest.readers.html.body import is_invisible

_COMMENT = re.compile(r"<!--(?!\[if)((?:(?!-->).){1,200})-->", re.DOTALL)
_LINKS = ("a", "button", "select", "option", "input", "label")
_LONGEST = 200  # characters: what is longer is no mark
_MOST = 200  # of such lines


def unshown(root: html.HtmlElement, markup: str) -> tuple[str, ...]:
    """The comments of a page, what its elements are labelled as, and what is no link in its menus.

    Links are left out: they name other pages.
    """
    said = dict.fromkeys(filter(None, map(clean, _said(root, markup))))
    return tuple(line for line in said if len(line) <= _LONGEST)[:_MOST]


def _said(root: html.HtmlElement, markup: str) -> Iterator[str]:
    yield from (found[1] for found in _COMMENT.finditer(markup))
    for element in root.iter():
        if element.tag in _LINKS or not isinstance(element.tag, str):
            continue
        yield element.get("aria-label") or ""
        if element.tag == "nav" or is_invisible(element):
            yield from _lines(element)


def _lines(element: html.HtmlElement) -> Iterator[str]:
    """The texts within an element that belong to no link."""
    if element.tag in (*_LINKS, "script", "style"):
        return
    yield element.text or ""
    for child in element:
        yield from _lines(child)
        yield child.tail or ""
