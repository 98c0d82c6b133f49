"""Points that run on in one paragraph or cell: "RESOLVED: (1) that …; (2) that …"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

# "(1)", "2.", "b)" after the start, a colon, a stop or a semicolon, or after "and".
_LABEL = re.compile(
    r"(?:^|(?<=[:;.,–—-]\s)|(?<=[:;]\s-\s)|(?<=\band\s)|(?<=\bthat\s)|(?<=\bto\s))"
    r"(?P<mark>\((?:\d{1,2}|[a-z]|[ivx]{1,5})\)|(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)](?!\d))\s+(?=\S)"
)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv")
_SERIES: tuple[Sequence[str], ...] = (
    [str(number) for number in range(1, 40)],
    _ROMAN,
    "abcdefghijklmnopqrstuvwxyz",
)


class InlinePoint(NamedTuple):
    """A point's label and the span of its words."""

    label: str
    at: int  # where the label stands
    start: int
    end: int


def inline_points(words: str) -> list[InlinePoint]:
    """The points that a run of words holds; none unless they count on from the first.

    >>> [p.label for p in inline_points("Cabinet: (1) noted the survey; and (2) set the rents.")]
    ['(1)', '(2)']
    >>> inline_points("under section 5 (1) of the Act")
    []
    """
    marks = list(_LABEL.finditer(words))
    for series in _SERIES:
        run = _counting(marks, series)
        if len(run) > 1:
            ends = [mark.start() for mark in run[1:]] + [len(words)]
            points = [_point(words, mark, end) for mark, end in zip(run, ends, strict=True)]
            return points if all(point.end > point.start for point in points) else []
    return []


def _counting(marks: Sequence[re.Match[str]], series: Sequence[str]) -> list[re.Match[str]]:
    """The marks that count on in a series from its first, all written alike."""
    run: list[re.Match[str]] = []
    for mark in marks:
        name = mark["mark"].strip("().")
        alike = (
            not run
            or run[0]["mark"][0] == "(" == mark["mark"][0]
            or "(" not in (run[0]["mark"][0] + mark["mark"][0])
        )
        if len(run) < len(series) and name == series[len(run)] and alike:
            run.append(mark)
    return run


def _point(words: str, mark: re.Match[str], end: int) -> InlinePoint:
    """A point up to the next label, without the space before that."""
    start = mark.end()
    label = mark["mark"].rstrip(".")
    return InlinePoint(label, mark.start(), start, start + len(words[start:end].rstrip()))
