"""Printed labels, such as "36", "PL.46" and "4.2(b)", as words that are searched for.

A figure alone may be anything. The word made of a label is no word of any paper, so that "minute
36" finds what is numbered so.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

_MARK: Final = "l0x"
_PARTS = re.compile(r"\d+|[^\W\d_]+")
# "4.2 The roof", "36. Gates", "PL/7 Gates", "(b) that": as a line begins.
_PRINTED = re.compile(
    r"^(?:(?P<own>(?:[A-Z]{1,4}[./]?)?\d{1,4}(?:[./]\d{1,4})+|[A-Z]{1,4}[./]?\d{1,4}(?=[.)]?\s)"
    r"|\d{1,3}(?=[.)]\s))|\((?P<below>\d{1,2}|[a-z]{1,4})\)\s)",
    re.MULTILINE,
)
_LAST_BRACKET = re.compile(r"\([^()]*\)$")


def label_word(label: str) -> str:
    """The word that a label is searched by, however it is written.

    >>> label_word("PL.46") == label_word("pl/46"), label_word("4.2") == label_word("42")
    (True, False)
    """
    return _MARK + "x".join(_PARTS.findall(label.casefold()))


def label_words(label: str) -> Iterator[str]:
    """The words of a label, and of those it stands under: of "4.2(b)" also "4.2", "4" and "(b)".

    >>> list(label_words("4.2(b)")) == [label_word(x) for x in ("4", "4.2", "4.2(b)", "(b)")]
    True
    """
    parts = _PARTS.findall(label.casefold())
    for size in range(1, len(parts) + 1):
        if size == len(parts) or any(part.isdigit() for part in parts[:size]):
            yield _MARK + "x".join(parts[:size])
    if len(parts) > 1 and parts[-1].isalpha():
        yield _MARK + parts[-1]


@lru_cache(maxsize=10_000)
def labels_told(label: str | None, text: str) -> str:
    """The words of a passage's label and of those printed in it, beside each other."""
    above = _LAST_BRACKET.sub("", label or "")
    found = [label] if label else []
    for printed in _PRINTED.finditer(text):
        found.append(printed["own"] or f"{above}({printed['below']})")
    return " ".join(dict.fromkeys(word for one in found for word in label_words(one)))
