"""Short forms a paper explains, with what it says they stand for."""

import re
from collections.abc import Iterator

from index.records import Abbreviation

# Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
# text" (2003), both ways round, with the tighter limits that prose of councils allows.
_SHORT = r"[A-Z][A-Za-z0-9&/.-]{1,9}s?"
_LONG_THEN_SHORT = re.compile(rf"\(\s*[“\"‘']?({_SHORT})[”\"’']?\s*\)")
_SHORT_THEN_LONG = re.compile(
    rf"(?<![\w(])({_SHORT})\s+\(\s*((?:the\s+)?[A-Za-z][\w’'-]*(?:[ ,/&-]+[\w’'&-]+){{1,9}})\s*\)"
)
_SMALL = frozenset("a an and at by for from in of on the to under with &".split())
_WORD = re.compile(r"[\w’'&/-]+")


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
    for _, each in sorted([*_after_long(text), *_before_long(text)], key=lambda pair: pair[0]):
        found.setdefault(each.short, each)
    return tuple(found.values())


def _after_long(text: str) -> Iterator[tuple[int, Abbreviation]]:
    """ "Local Strategic Partnerships (LSPs)"."""
    for match in _LONG_THEN_SHORT.finditer(text):
        short = match[1]
        if _is_short_form(short):
            line = text[: match.start()].rpartition("\n")[2].rpartition("\t")[2]
            if long := _long_form(short, line.rstrip()):
                yield match.start(), _singular(short, long)


def _before_long(text: str) -> Iterator[tuple[int, Abbreviation]]:
    """ "CAA (Comprehensive Area Assessment)"."""
    for match in _SHORT_THEN_LONG.finditer(text):
        short, inside = match[1], match[2].removeprefix("the ")
        if _is_short_form(short) and _long_form(short, inside) == inside:
            yield match.start(), _singular(short, inside)


def _is_short_form(short: str) -> bool:
    """Two to eight letters, most of them capitals: not "Cllr", not "Part 1"."""
    letters = [letter for letter in short if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return 2 <= capitals <= 8 and capitals * 2 >= len(letters)


def _long_form(short: str, before: str) -> str | None:
    """The words that end a text and spell a short form, by their initials or else within them.

    Within words each letter is found from the right, the first at the start of a word; and the
    words are few, at most twice the letters.
    """
    letters = [x.casefold() for x in re.sub(r"s$", "", short) if x.isalnum()]
    words = list(_WORD.finditer(before))[-min(len(letters) + 5, len(letters) * 2) :]
    start = _by_initials(letters, words)
    if start is None:
        start = _within_words(letters, before, words[0].start() if words else 0)
    long = before[start:] if start is not None else ""
    return long if _is_long_form(short, long) else None


def _by_initials(letters: list[str], words: list[re.Match[str]]) -> int | None:
    """Where the words start whose initials are the letters; "of" and "and" may be skipped."""
    wanted = letters[::-1]
    for word in reversed(words):
        if word[0][0].casefold() == wanted[0]:
            wanted = wanted[1:]
        elif word[0].casefold() not in _SMALL:
            return None
        if not wanted:
            return word.start()
    return None


def _within_words(letters: list[str], before: str, start: int) -> int | None:
    at, wanted = len(before) - 1, len(letters) - 1
    while wanted >= 0:
        while at >= start and not _matches(before, at, letters[wanted], first=wanted == 0):
            at -= 1
        if at < start:
            return None
        at, wanted = at - 1, wanted - 1
    return at + 1


def _matches(text: str, at: int, letter: str, *, first: bool) -> bool:
    at_word = at == 0 or not text[at - 1].isalnum()
    return text[at].casefold() == letter and (at_word or not first)


def _is_long_form(short: str, long: str) -> bool:
    words = long.split()
    stops = any(mark in long for mark in ".;:()")
    return len(words) >= 2 and len(long) > len(short) and not stops and short not in words


def _singular(short: str, long: str) -> Abbreviation:
    """A plural pair as its singular: "LSPs" and "Partnerships" as one of each."""
    plural = short.endswith("s") and short[:-1].isupper() and long.endswith("s")
    if not plural:
        return Abbreviation(short, long)
    single = long[:-3] + "y" if long.endswith("ies") else long[:-1]
    return Abbreviation(short[:-1], single)
