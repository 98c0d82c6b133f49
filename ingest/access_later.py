"""The marks that close a part bound into an open paper: what heads it, or is said of it."""

import re

from ingest import access_welsh as welsh
from ingest.access_marks import CLOSED_WORD, PAGE

_SHUT = r"(?:exempt|confidential|restricted)"
_BOUND_IN = r"(?:append(?:ix|ices)|annexe?|schedule|enclosure|supplement|addendum)"
_IS = (
    r"(?:is|are|contains?|includes?)\s+(?:strictly\s+|wholly\s+)?(?:exempt|confidential"
    r"|not\s+for\s+(?:publication|release|disclosure|circulation|the\s+public))\b"
)
_ANY = re.compile(
    # "CONFIDENTIAL APPENDIX 1", "Confidential Annex A (not for publication)".
    rf"(?:exempt|confidential|restricted|private|closed)\s+{_BOUND_IN}\s*\w{{0,3}}\b(?!.*\b(?:is|are|was|were)\b).{{0,80}}"
    # "Appendix 3 – Exempt information", "Annex B: Commercially sensitive".
    rf"|{_BOUND_IN}\s*\w{{0,3}}\s*[:–(-]*\s*(?:{_SHUT}\s+(?:information|by\s+virtue|under|from\s+publication)\b"
    r"|commercial(?:ly)?[\s-]+(?:sensitive|confidential|in[\s-]+confidence)\b"
    r"|legal(?:ly)?\s+(?:professional\s+)?privileged?\b).{0,120}"
    rf"|(?:\w+\s+)?minutes\s+of\s+the\s+{CLOSED_WORD}\s+(?:session|part|business|meeting|items?)\b.{{0,60}}"
    r"|pink\s+(?:papers?|pages?|reports?|minutes?)\b.{0,40}"
    r"|commercial(?:ly)?[\s-]+(?:in[\s-]+confidence|confidential|sensitive)\W*",
    re.IGNORECASE,
)
# In minutes such words head what is told in public of a private part.
_IN_REPORTS = re.compile(
    rf"(?:start|beginning|commencement)\s+of\s+(?:the\s+)?{CLOSED_WORD}\s+\w+.{{0,60}}"
    rf"|{CLOSED_WORD}\s+(?:text|section|information|part)\s+(?:begins|starts|follows)\b.{{0,40}}"
    rf"|{_SHUT}\s+(?:section|paragraphs?|part|text|material|details|content|matters|business)"
    r"(?:\s+of\s+(?:the|this)\s+report)?\W*(?:not\s+for\b.{0,40})?"
    r"|exempt\s+from\s+(?:publication|disclosure)\b.{0,80}"
    rf"|(?:section|part|paragraphs?)\s+[\w.]{{1,6}}\s*[:–-]\s*(?:{_SHUT}|not\s+for\s+publication)\b.{{0,60}}"
    r"|exempt\s+information\s*[:–(-]+\s*not\s+for\b.{0,60}|below\s+the\s+line\b\W.{0,40}",
    re.IGNORECASE,
)
# What a paragraph begins with: "This appendix is exempt …", "The following minute is confidential".
_SAID = re.compile(
    rf"(?:this\s+(?:{_BOUND_IN}|minute|section|part|page)|the\s+following\s+(?:section|part|minute"
    rf"|paragraphs?|information|text|pages?))\s+{_IS}"
    rf"|paragraphs?\s+\d+\.\d[^;]{{0,60}}\b{_IS}",
    re.IGNORECASE,
)
# A heading that open reports have too, above a word on whether anything is exempt.
_HEADING = re.compile(rf"{_SHUT}(?:\s+(?:and|or)\s+{_SHUT})?\s+information\W*", re.IGNORECASE)
_ON_EXEMPTION = re.compile(
    r"\b(?:exempt\w*|confidential\w*|none|no|not|nil|n/?a|append\w+|annex\w*|schedule|paragraph"
    r"|public\w*|press|disclos\w+|act|eithriedig)\b",
    re.IGNORECASE,
)


def heads_closed_part(words: str, *, in_minutes: bool = False) -> bool:
    """Whether a line heads a part that is closed to the public, or a paragraph says that it is.

    >>> heads_closed_part("CONFIDENTIAL APPENDIX 1"), heads_closed_part("Appendix 1 – Map")
    (True, False)
    """
    if _ANY.fullmatch(words) or _SAID.match(words) or welsh.PAGE.fullmatch(words):
        return True
    return not in_minutes and bool(_IN_REPORTS.fullmatch(words))


def heads_closed_page(words: str) -> bool:
    """Whether a line at the top of a page closes it."""
    return bool(PAGE.fullmatch(words)) or heads_closed_part(words)


def heads_information(words: str, below: str) -> bool:
    """Whether what stands under "Exempt information" is just that, and no word on whether any is.

    >>> heads_information("Exempt information", "None.")
    False
    """
    return bool(_HEADING.fullmatch(words)) and not _ON_EXEMPTION.search(below)
