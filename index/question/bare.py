"""Words that ask without saying of what: "why", "how much", "who seconded", "the reasons"."""

import re
from collections.abc import Iterable
from typing import Final

from index.language import STOP_WORDS, Word, stem, words
from index.question.asks import PREPOSITION

# Nouns that are always of something and verbs that are always done to something: what a body does
# with what is put to it, what that costs, when it happens, who was for it. Asked alone, they are
# of what was spoken of before.
_OF_SOMETHING = frozenset(
    stem(word)
    for word in """abstain abstained accepted adopted against agree agreed alternative
    alternatives altogether amended amendment amendments amount announced apologies approval
    approve approved approximately attend attendance attended author background begin benefit
    benefits built carried cause caused complete completed condition conditions confirmed
    consequence consequences considered consulted contractor cost costs currently date day
    deadline decide decided decision deferred delayed drawback drawbacks effect end ended endorsed
    eventually exactly expected fail failed favour finally finish finished gave give given gone
    grounds happen happened implication implications introduced involved justification last long
    made make meeting meetings minuted money month move moved mover much noted objected objection
    objections objectors ones oppose opposed option options outcome paid pass passed pay present
    price propose proposed proposer rationale reason reasons recommend recommended refused reject
    rejected reported resolution resolved responsible result results risk risks roughly second
    seconded seconder send sent sign signed soon spend spent start started still supplier support
    supported term terms time timescale timetable today total unanimous unanimously update vote
    voted votes way week win won written wrong wrote year yet""".split()
)
# "The scheme", "that contract": what was spoken of, by what kind of thing it is.
GENERIC: Final = (
    r"(?:application|arrangement|bit|case|change|charge|contract|cost|decision|fee|figure|grant"
    r"|idea|issue|item|job|matter|meeting|money|motion|one|paper|plan|point|policy|post|project"
    r"|proposal|recommendation|report|resolution|role|scheme|sum|vote|work)s?"
)
# "The year before": the one beside that of the question before.
YEAR_BESIDE: Final = re.compile(
    r"(?:(?:in|for) )?the (?:(?:previous|preceding|following|next) year|year (?:before|after))",
    re.IGNORECASE,
)
_PREPOSITION: Final = re.compile(PREPOSITION)
_THE_GENERIC: Final = re.compile(
    rf"\b(?:the|this|that|these|those) {GENERIC}\b|\bnext steps?\b", re.IGNORECASE
)


def naming(said: Iterable[Word]) -> list[Word]:
    """The words that name something: neither grammar nor always of something else."""
    return [word for word in said if not (_is_grammar(word) or is_of_something(word))]


def is_bare(text: str) -> bool:
    """Whether a text names nothing that it could be about.

    >>> is_bare("who seconded?"), is_bare("the reasons for that"), is_bare("who chairs planning")
    (True, True, False)
    """
    return not naming(words(_THE_GENERIC.sub(" ", text)))


def is_of_something(word: Word) -> bool:
    """Whether a word is always of something else: "cost", "seconded", "reasons"."""
    return stem(word.text) in _OF_SOMETHING


def _is_grammar(word: Word) -> bool:
    is_name = len(word.text) > 1 and word.text.isupper()
    is_small = len(word.text) == 1 or _plain(word) in STOP_WORDS
    return not is_name and (is_small or bool(_PREPOSITION.fullmatch(_plain(word))))


def _plain(word: Word) -> str:
    """A word without what is joined to it: "what" of "what's"."""
    return re.sub(r"(?:n['’]t|['’]\w+)$", "", word.text.casefold())
