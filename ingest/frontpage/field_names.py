"""Which fact a printed label stands for, however it is spelt."""

import re
from functools import cache

from ingest.frontpage.lexicon import CALLED, NEEDS_COLON
from ingest.plain_label import plain_label

_PLURAL = r"(?:s|\(s\))?"
_ENDING = r"s?\.?"  # of a word that may be cut short: "Ref. No."
_SHORTENED = ("no", "ref", "tel", "ext")
_ABBREVIATED = re.compile(r"\b(no|ref|tel|ext)\.", re.IGNORECASE)  # "Ref. No.: 12"
_BLANK = frozenset({"", "-", "–", "—", "n/a", "na", "none", "tbc", "tba", "…", "."})


def fact_of(label: str) -> str | None:
    """What a printed label stands for; None if it is not one we know.

    >>> [fact_of(label) for label in ("Ward(s) affected:", "DATE OF MEETING", "Doc ID", "Cats")]
    ['wards', 'meeting_date', 'reference', None]
    """
    if len(label) >= 80:
        return None
    return _facts_by_name().get(plain_label(_ABBREVIATED.sub(r"\1", label)))


def is_blank(value: str) -> bool:
    """Whether a value says that there is none.

    >>> is_blank("N/A"), is_blank("All wards")
    (True, False)
    """
    return value.strip().casefold() in _BLANK


def is_label(text: str) -> bool:
    """Whether a line is a label and nothing else; common words are one only with a colon.

    >>> is_label("On:"), is_label("On"), is_label("Report title")
    (True, False, True)
    """
    if text.rstrip(" -–*_").endswith((":", "?")):
        return fact_of(text) is not None
    return fact_of(text) is not None and plain_label(text) not in _common_words()


@cache
def label_pattern() -> re.Pattern[str]:
    """Any known label before its colon; the longest first, so that "Date of Meeting" is one."""
    names = sorted({n for names in CALLED.values() for n in names.split("|")}, key=len)[::-1]
    some = "|".join(r"\s+".join(_either_number(name)) for name in names)
    return re.compile(rf"(?<![\w(/-])((?:{some}))\s*(?::-?|\?:?)\s*", re.IGNORECASE)


def _either_number(name: str) -> list[str]:
    """A label's words, each in the singular, the plural or both: "ward", "wards", "ward(s)"."""
    return [re.escape(word) + (_ENDING if word in _SHORTENED else _PLURAL) for word in name.split()]


@cache
def _facts_by_name() -> dict[str, str]:
    return {plain_label(name): fact for fact, names in CALLED.items() for name in names.split("|")}


@cache
def _common_words() -> frozenset[str]:
    return frozenset(plain_label(name) for name in NEEDS_COLON)
