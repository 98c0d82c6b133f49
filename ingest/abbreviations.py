"""Short forms a paper explains, with what it says they stand for."""

import re
from collections.abc import Iterator

from index.records import Abbreviation
from ingest.long_forms import long_form

# Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
# text" (2003), both ways round, with the tighter limits that prose of councils allows.
_SHORT = r"[A-Z\d][A-Za-z\d&/.-]{1,9}(?:[’']?s)?"
_QUOTE = "[“”\"‘’']"
_CALLED = (
    r"(?:(?:also\s+|commonly\s+|otherwise\s+|usually\s+)?(?:known|referred\s+to)\s+as|or|henceforth"
    r"|here(?:in)?after(?:\s+(?:known|referred\s+to)\s+as|\s+called)?|abbreviated\s+(?:to|as)"
    r"|called|in\s+short)"
)
# "Local Strategic Partnership (LSP)", "(the “LSP”)", "(hereafter LSP)".
_IN_BRACKETS = re.compile(
    rf"[(\[]\s*(?:{_CALLED}\s*,?\s+)?{_QUOTE}?(?:the\s+)?{_QUOTE}?(?P<short>{_SHORT}){_QUOTE}?"
    r"(?:,?\s+(?:hereafter|for\s+short|or\s+[^()\[\]]{1,40}))?\s*[)\]]",
    re.IGNORECASE,
)
# "Local Strategic Partnership, known as the LSP", "Local Strategic Partnership, “LSP”,".
_AFTER_COMMA = re.compile(
    rf",\s+(?:{_CALLED}\s+(?:the\s+)?{_QUOTE}?(?P<called>{_SHORT}){_QUOTE}?"
    rf"|(?:the\s+)?[“\"‘](?P<quoted>{_SHORT})[”\"’])(?=[\s,.;:)]|$)"
)
_LONG = r"(?:the\s+)?[A-Za-z\d][\w’'-]*(?:[ ,/&-]+[\w’'&-]+){1,9}"
# "LSP (Local Strategic Partnership)", "LSP stands for Local Strategic Partnership".
_SHORT_FIRST = re.compile(
    rf"(?<![\w(])(?P<short>{_SHORT}){_QUOTE}?\s*(?:\(\s*(?P<inside>{_LONG})\s*\)"
    rf"|,?\s+(?:stands\s+for|means|is\s+short\s+for)\s+(?:the\s+)?{_QUOTE}?(?P<said>{_LONG}))"
)
# A line or row of a glossary: "LSP – Local Strategic Partnership", "LSP", "Local Strategic …".
_GLOSSARY = re.compile(
    rf"^[^\w\n]*(?P<short>{_SHORT})(?:\t|\s*[:=]\s+|\s+[–—-]\s+)(?P<long>{_LONG})\.?\s*$",
    re.MULTILINE,
)
# "Present: Ann Pike AP, Tom Ash (Chair) (TA)": who is who in the minutes.
_ATTENDING = re.compile(
    r"^\W*(?:\d{1,2}[.)]?\s+)?(?:[A-Z]{2,5}\s+)?(?:Members\s+|Also\s+)?(?:Present|In\s+Attendance"
    r"|Attendance|Members|Apologies)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?P<long>[A-Z][a-z’'-]+(?:[ \t][A-Z][\w’'-]*[a-z]){1,4})(?:[ \t]*\([^()\n]{1,40}\))?[ \t]+\(?"
    r"(?P<short>[A-Z]{2,3}[a-z]?)\)?(?=[\s,;.)]|$)"
)
_LINES_OF_PEOPLE = 20


def abbreviations(text: str) -> tuple[Abbreviation, ...]:
    """Every short form explained in a text, each once, in order.

    >>> abbreviations("the Medium Term Financial Plan (MTFP) and CTR (Council Tax Reduction)")
    ... # doctest: +NORMALIZE_WHITESPACE
    (Abbreviation(short='MTFP', long='Medium Term Financial Plan'),
     Abbreviation(short='CTR', long='Council Tax Reduction'))
    >>> abbreviations("the Leader (Cllr Pike) and Appendix 2 (Exempt)")
    ()
    """
    found: dict[str, Abbreviation] = {}
    explained = (*_after_long(text), *_before_long(text), *_of_people(text))
    for _, each in sorted(explained, key=lambda pair: pair[0]):
        found.setdefault(each.short, each)
    return tuple(found.values())


def _after_long(text: str) -> Iterator[tuple[int, Abbreviation]]:
    """The long form first: "Local Strategic Partnerships (LSPs)"."""
    for match in (*_IN_BRACKETS.finditer(text), *_AFTER_COMMA.finditer(text)):
        groups = match.groupdict()
        short = (groups.get("short") or groups.get("called") or groups.get("quoted") or "").strip(
            " ."
        )
        if _is_short_form(short):
            line = text[max(0, match.start() - _REACH) : match.start()]
            before = re.split(r"[\n\t]", line)[-1]
            if long := long_form(short, before.rstrip().rstrip("“”\"‘’', ")):
                yield match.start(), _singular(short, long)


def _before_long(text: str) -> Iterator[tuple[int, Abbreviation]]:
    """The short form first: "CAA (Comprehensive Area Assessment)", and lines of a glossary."""
    for match in (*_SHORT_FIRST.finditer(text), *_GLOSSARY.finditer(text)):
        groups = match.groupdict()
        short = match["short"]
        said = groups.get("inside") or groups.get("long") or groups.get("said") or ""
        inside = said.removeprefix("the ").strip()
        if _is_short_form(short):
            whole = _opening(short, inside) if groups.get("said") else inside
            if whole and long_form(short, whole) == whole:
                yield match.start(), _singular(short, whole)


def _opening(short: str, said: str) -> str | None:
    """The words that a sentence goes on with, as far as they spell the short form."""
    ends = [m.end() for m in re.finditer(r"[\w’'-]+", said)]
    return next((said[:end] for end in ends if long_form(short, said[:end]) == said[:end]), None)


def _of_people(text: str) -> Iterator[tuple[int, Abbreviation]]:
    """The initials that minutes give beside the names of those who were there."""
    left = at = 0
    for line in text.splitlines(keepends=True):
        if _ATTENDING.match(line):
            left = _LINES_OF_PEOPLE
        if left > 0:
            for match in _PERSON.finditer(line):
                if _are_initials(match["short"], match["long"]):
                    yield at + match.start(), Abbreviation(match["short"], match["long"])
        left, at = left - 1, at + len(line)


def _are_initials(short: str, name: str) -> bool:
    words = name.split()
    capitals = [letter for letter in short if letter.isupper()]
    return words[0][0] == short[0] and words[-1][0] in short[1:] and len(capitals) <= len(words)


def _is_short_form(short: str) -> bool:
    """Two to eight letters, most of them capitals, or a capital with figures; not "Cllr"."""
    letters = [letter for letter in short if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    figures = any(letter.isdigit() for letter in short)
    enough = 1 if figures else 2
    return enough <= capitals <= 8 and capitals * 2 >= len(letters)


def _singular(short: str, long: str) -> Abbreviation:
    """A plural pair as its singular: "LSPs" and "Partnerships" as one of each.

    "Authorities" stays as it is printed: the long form is always words of the paper.
    """
    single = re.sub(r"[’']?s$", "", short)
    plural = single != short and single.isupper() and re.search(r"s\b", long)
    if not plural:
        return Abbreviation(short, long)
    kept = not long.endswith("s") or long.endswith(("ies", "ches", "shes", "sses", "xes"))
    return Abbreviation(single, long if kept else long[:-1])


_REACH = 250  # characters before a short form in which its long form may stand
