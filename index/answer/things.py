"""Whether a word of a paper names a thing, so that a question may ask what is said about it."""

import re
from collections.abc import Iterator
from typing import Final

from index.language import STOP_WORDS, stem
from index.question.vocabulary import soft_stems

# What is done to things, and how they are: nobody asks what is said "about begin".
_NO_THINGS: Final = frozenset(
    stem(word)
    for word in """begin start end stop finish extend rule allow permit refuse sell buy pay preside
    license open close raise lower rise fall grow cut add remove replace build mend repair move
    second carry lose win make build do have hold keep let put turn write speak ask answer attend
    apologise appoint elect become remain continue last next first former lead hire early late big
    small good bad high low new old own free full likely due local legal national public
    annual""".split()
)
_SHORTEST_PLURAL: Final = 5  # letters: "bins" is one, but so are "does" and "this"
# What stands before a thing: "the lifeguards", "for each new lifeguard", a cell or a clause.
_BEFORE: Final = (
    r"(?:\b(?:the|an?|of|for|in|on|at|with|from|about|no|any|each|every|our|its|their|this|these"
    r"|those|all|per)\s+(?:[\w’'-]+\s+)??|\d\s+|[\t\n:;(“]\s*|^)"
)
_AFTER: Final = rf"(?=\s*(?:$|[.,;:)\t\n(”?]|\s(?:{'|'.join(sorted(STOP_WORDS))})\b))"


def names_thing(said: str, text: str) -> bool:
    """Whether the last word said is used in a text as the name of a thing, or ends a proper name.

    >>> names_thing("boats", "The boats are let."), names_thing("let", "The boats are let.")
    (True, False)
    >>> names_thing("Corn", "He saw the Corn Hall."), names_thing("Corn Hall", "He saw Corn Hall.")
    (False, True)
    """
    word = said.split()[-1]
    root = stem(word)
    if root in _NO_THINGS or root in soft_stems():
        return False
    return any(_is_thing(match, text) for match in _uses(root, text))


def _uses(root: str, text: str) -> Iterator[re.Match[str]]:
    return (match for match in _WORD.finditer(text) if stem(match.group()) == root)


_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS_NAME: Final = re.compile(r"(?!['’]? +[A-Z])")
_IN_SENTENCE: Final = re.compile(r"[^\s.?!:] +$")
_BEHIND: Final = 40  # characters before a word that are looked at
_USED: Final = re.compile(_BEFORE + "$", re.IGNORECASE)
_THEN: Final = re.compile(_AFTER, re.IGNORECASE)


def _is_thing(use: re.Match[str], text: str) -> bool:
    """Whether one use of a word is that of a name or of a noun."""
    word, before = use.group(), text[max(0, use.start() - _BEHIND) : use.start()]
    if word.endswith("ed") and not stem(word).endswith("ed"):  # a verb, and not "reed"
        return False
    if word[0].isupper() and not word.isupper() and _IN_SENTENCE.search(before):
        return _ENDS_NAME.match(text, use.end()) is not None
    if len(word) >= _SHORTEST_PLURAL and re.search(r"[^sui]s$", word, re.IGNORECASE):
        return True
    return bool(_USED.search(before) and _THEN.match(text, use.end()))
