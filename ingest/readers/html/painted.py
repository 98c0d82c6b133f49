"""Words of a web page in the colour of what is behind them: black on black, white on white."""

import re

from lxml import html

from ingest.readers.colours import are_alike, shades

_INK = re.compile(r"(?:^|;)\s*color\s*:\s*([^;!]+)", re.IGNORECASE)
_GROUND = re.compile(r"(?:^|;)\s*background(?:-color)?\s*:\s*([^;!]+)", re.IGNORECASE)
_SPLIT = re.compile(r"\s+(?![^(]*\))")  # "url(x.png) #000", and not within "rgb(0, 0, 0)"
_BLACK, _WHITE = "#000000", "#ffffff"


def unseen_on(element: html.HtmlElement) -> str | None:
    """The colour behind an element, if it gives its letters the same one; None if it does not."""
    if _ink(element) is None and _ground(element) is None:
        return None
    if any(_ink(each) or _ground(each) for each in element.iterdescendants()):
        return None
    around = [element, *element.iterancestors()]
    ink = next(filter(None, map(_ink, around)), None)
    ground = next(filter(None, map(_ground, around)), None)
    said = bool(ink and ground)
    ink, ground = ink or _BLACK, ground or _WHITE
    return ground if are_alike(ink, ground) and (said or not _is_coloured(element)) else None


def _is_coloured(element: html.HtmlElement) -> bool:
    """Whether a page has sheets of styles that may colour what says nothing of colours itself."""
    root = element.getroottree()
    sheets = " ".join(str(sheet.text or "") for sheet in root.iter("style"))
    linked = (str(link.get("rel") or "").casefold() for link in root.iter("link"))
    return "background" in sheets or "stylesheet" in linked


def _ink(element: html.HtmlElement) -> str | None:
    said = _INK.search(element.get("style") or "")
    return said[1].strip() if said else element.get("color")


def _ground(element: html.HtmlElement) -> str | None:
    said = _GROUND.search(element.get("style") or "")
    named = [each for each in _SPLIT.split(said[1].strip()) if shades(each)] if said else []
    drawn = element.get("bgcolor") or element.get("background")  # a picture is of no one colour
    return named[0] if named else drawn or (said[1] if said else None)
