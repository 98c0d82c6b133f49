"""The numbers a browser prints before the items of a numbered list."""

import re
from collections.abc import Iterator

from lxml import html

from ingest.readers.counting import columns, roman

_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z][a-z-]*)", re.IGNORECASE)
_TYPES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}


def marks(items: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str | None]]:
    """Each item of an ``ol`` or ``ul`` with its number, such as "iv."; None for a bullet."""
    children = [child for child in items if child.tag == "li"]
    if items.tag != "ol":
        yield from ((child, None) for child in children)
        return
    step = -1 if items.get("reversed") is not None else 1
    start = _whole(items.get("start"))
    count = start if start is not None else len(children) if step < 0 else 1
    for child in children:
        own = _whole(child.get("value"))
        count = count if own is None else own
        yield child, _printed(_kind(child) or _kind(items) or "decimal", count)
        count += step


def is_bare(items: html.HtmlElement) -> bool:
    """Whether a list's style takes its bullets away."""
    return _kind(items) == "none"


def _kind(element: html.HtmlElement) -> str | None:
    styled = _STYLE.search(element.get("style") or "")
    return styled[1].casefold() if styled else _TYPES.get(element.get("type") or "")


def _printed(kind: str, count: int) -> str | None:
    if kind == "none":
        return None
    if kind.endswith(("alpha", "latin")):
        number = columns(count)
    elif kind.endswith("roman"):
        number = roman(count)
    else:
        number = f"{count:02}" if kind == "decimal-leading-zero" else str(count)
    return f"{number.upper() if kind.startswith('upper') else number}."


def _whole(text: str | None) -> int | None:
    plain = (text or "").strip()
    return int(plain) if re.fullmatch(r"-?\d{1,6}", plain) else None
