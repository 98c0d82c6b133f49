"""Marks as they were meant, where they are spaced out, hyphenated or in odd letters."""

import re
import unicodedata

_SPACED = re.compile(r"(?<![A-Z])(?:[A-Z] ){3,}[A-Z](?![\w])")  # "E X E M P T"
_SCHEDULE = re.compile(r"\bsch\.?\s*(?=(?:12|7)\s*A\b)", re.IGNORECASE)  # "Sch.12A"
_BROKEN = re.compile(r"(?<=[A-Za-z]{3})-\s+(?=[A-Za-z])")  # "NOT FOR PUBLI- CATION"
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2212", "-") | {"\u00ad": None})
_CUT_SHORT = re.compile(r"\b(?:not(?: for)?|strictly|private (?:and|&)|[a-z]{3,}-)$", re.IGNORECASE)
_LONGEST = 60  # characters of a line that a mark may begin on


def as_meant(words: str) -> str:
    """Words in plain letters, none spaced out, cut or broken at a line's end; for comparing only.

    >>> as_meant("N O T  F O R  P U B L I C A T I O N"), as_meant("NOT FOR PUBLI- CATION")
    ('NOTFORPUBLICATION', 'NOT FOR PUBLICATION')
    """
    plain = unicodedata.normalize("NFKC", words).translate(_HYPHENS)
    plain = re.sub(r"\s+", " ", plain)
    plain = _SPACED.sub(lambda match: match[0].replace(" ", ""), plain)
    return _SCHEDULE.sub("Schedule ", _BROKEN.sub("", plain))


def is_cut_short(line: str) -> bool:
    """Whether a mark may go on in the next line: "NOT FOR PUBLI-" above "CATION".

    >>> is_cut_short("NOT FOR"), is_cut_short("NOT FOR PUBLI-"), is_cut_short("EXEMPT")
    (True, True, False)
    """
    return len(line) < _LONGEST and bool(_CUT_SHORT.search(line.rstrip(" *_")))
