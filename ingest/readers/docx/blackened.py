"""Words of a Word document in the colour of what is behind them: black on black, white on white."""

from ingest.readers.docx.package import Element, W, value

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DARK = 0x30  # of 255, in each colour


def is_blackened(properties: Element | None) -> bool:
    """Whether a run with these properties (``w:rPr``) is as dark as what is painted behind it.

    Word turns letters white before a dark shading, and not before a black highlight, unless they
    have a colour of their own.
    """
    if properties is None:
        return False
    colour = value(properties.find(W + "color")) or "auto"
    if value(properties.find(W + "highlight")) == "black":
        return colour == "auto" or _is_dark(colour)
    return _is_dark(value(properties.find(W + "shd"), "fill") or "") and _is_dark(colour)


def is_white_on_page(run: Element) -> bool:
    """Whether a run's letters are white, and nothing but the white page can be behind them.

    In a table or a box, or over a picture, white letters can be read. What the paragraph is set on
    is for the caller to look at.
    """
    properties = run.find(W + "rPr")
    if properties is None or (value(properties.find(W + "color")) or "").upper() != "FFFFFF":
        return False
    behind = [properties.find(W + name) for name in ("shd", "highlight", "rStyle")]
    if any(each is not None for each in behind):
        return False
    boxed = any(above.tag in (W + "tc", W + "txbxContent") for above in run.iterancestors())
    return not boxed and not _is_drawn_behind(run)


def _is_drawn_behind(run: Element) -> bool:
    """Whether a document colours its pages, or has a picture behind its words."""
    every = run.getroottree().iter(W + "background", _DRAWING + "anchor", W + "pict")
    return any(each.get("behindDoc") != "0" for each in every)


def _is_dark(colour: str) -> bool:
    try:
        shades = bytes.fromhex(colour)
    except ValueError:
        return False
    return len(shades) == 3 and max(shades) < _DARK
