"""What a word is: the same in papers, in questions and in every engine."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

# Letters and digits, with an inner apostrophe ("council's", "O'Brien"); figures keep their commas
# and points together, so that £300,000 is one word.
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’][^\W_]+)*")

# Grammar, not subject matter. Words that carry a question's sense ("who", "not", "most") are here
# too: `index.question.understanding` reads them before they are dropped from the search.
STOP_WORDS = frozenset(
    """a about after again all also am an and any are as at be because been before being but by can
    could did do does doing done down during each either else ever every for from further get give
    given had has have having he her here hers him his how i if in into is it its itself just let
    may me might more most much must my neither no nor not of off on once one only or other our
    ours out over own per please shall she should so some such tell than that the their theirs them
    then there these they this those through to too under until up upon us very was we were what
    when where whether which while who whom whose why will with would you your yours""".split()
)


# "in-house", "set-up": a word of its own, and not the noun or verb in it. Both are searched for.
_PARTICLE = "(?:in|on|off|out|up|over|under|down|by)"
JOINED = re.compile(
    rf"(?<![\w-])(?:{_PARTICLE}-[^\W\d_]{{2,}}|[^\W\d_]{{2,}}-{_PARTICLE})(?![\w-])", re.IGNORECASE
)


class Word(NamedTuple):
    """A word as it stands in a text."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Every word of a text, in order, with its span.

    >>> [word.text for word in words("The Council's £300,000 (IEWM)")]
    ['The', "Council's", '300,000', 'IEWM']
    """
    return (Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(text))


def texts_of_words(text: str) -> list[str]:
    """Every word of a text, in order, where it stands not being wanted: much the quicker."""
    return _WORD.findall(text)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word's stem (Porter's English stemmer, second edition), in lower case, possessive gone.

    >>> [stem(w) for w in ("Collaboration", "collaborative", "Council's", "300,000", "IEWM")]
    ['collabor', 'collabor', 'council', '300000', 'iewm']
    """
    plain = re.sub(r"['’]s?$", "", word.casefold())
    if any(letter.isdigit() for letter in plain):
        return plain.replace(",", "")
    # The stemmer keeps state while it works, and answers come from many threads.
    plain = plain.replace("’", "'").replace("-", "")
    return str(snowballstemmer.stemmer("english").stemWord(plain))


def with_joined(text: str) -> str:
    """A text in which what a hyphen joins to a particle stands also as one word.

    >>> with_joined("an in-house team")
    'an inhouse in-house team'
    """
    return JOINED.sub(_as_one_too, text) if "-" in text else text


def _as_one_too(match: re.Match[str]) -> str:
    return f"{match.group().replace('-', '')} {match.group()}"


def stems(text: str) -> tuple[str, ...]:
    """The stems of a text's words, in order, grammar words left out.

    >>> stems("It is recommended that Cabinet note the report")
    ('recommend', 'cabinet', 'note', 'report')
    """
    return tuple(filter(None, map(_searched, texts_of_words(with_joined(text)))))


@lru_cache(maxsize=100_000)
def _searched(word: str) -> str:
    """A word's stem; "" for a grammar word."""
    return "" if word.casefold() in STOP_WORDS else stem(word)
