"""Words that are painted black on black in a Word document: meant to be hidden, and still there."""

from ingest.readers.docx.package import Element, W, value

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


def _is_dark(colour: str) -> bool:
    try:
        shades = bytes.fromhex(colour)
    except ValueError:
        return False
    return len(shades) == 3 and max(shades) < _DARK
