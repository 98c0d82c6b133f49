"""Whether a question asks for a decision, whose it is, and whether a citation tells of theirs."""

import re
from collections.abc import Iterator

from index.language import stem, words
from index.question import Question
from index.records import Citation

_DECIDING = frozenset(
    stem(word)
    for word in """recommendations recommended decisions decide resolved resolutions agree agreed
    approve approved endorse reject refuse defer""".split()
)


def speaks_of_deciding(question: Question) -> bool:
    """Whether a question asks for what was decided, or speaks of deciding at all."""
    return question.kind == "decided" or any(term.stem in _DECIDING for term in question.terms)


# "Ousterby's own cabinet", "Fenwick council", "Upper Thornley parish councillors"
_DECIDER = re.compile(
    r"(?P<whose>[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*)(?:['’]s?)?(?:\s+own)?\s+(?:(?i:full|parish|town"
    r"|borough|district|city|county|executive)\s+)*"
    r"(?i:cabinet|council|committee|executive|members|councillors)\b"
)
# What may stand before such a word with a capital, and is no place's name.
_NO_PLACE = frozenset(
    """what did has have how when why which was were the our did do does list full parish town
    borough district city county executive planning licensing audit cabinet council""".split()
)


def is_of_decider(question: str, citation: Citation) -> bool:
    """Whether a citation is of those whose decision is asked for; true where nobody is named.

    A paper that does not say whose it is may tell of their decision; what it asks for itself may
    be asked of anyone.
    """
    return all(_is_theirs(whose, citation) for whose in _deciders(question))


def _deciders(question: str) -> Iterator[frozenset[str]]:
    for match in _DECIDER.finditer(question):
        named = [word.text for word in words(match["whose"])]
        place = frozenset(stem(word) for word in named if word.casefold() not in _NO_PLACE)
        if place:
            yield place


def _is_theirs(whose: frozenset[str], citation: Citation) -> bool:
    front = citation.report.front
    told = citation.excerpt if citation.standing == "reported" else ""
    said = f"{front.council or told} {front.body or ''} {front.title or ''}"
    return whose <= {stem(word.text) for word in words(said)}
