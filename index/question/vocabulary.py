"""Council language: words that mean the same in a question and in a paper, and words that are soft.

The groups of words stand in `vocabulary.txt`, open to read, by theme. A group is used in both
directions, and a word found through its group counts for less than the asker's own.
"""

from functools import cache

from index.language import stem
from index.question.groups import Phrase, other_ways

# Words that shape a question rather than name its subject. They are searched for, lightly, and
# their absence from a paper says nothing about whether the paper answers.
SOFT_WORDS = frozenset(
    """able about according across actually against agenda ago agree agreed agreement ahead along
    already always among another answer any anybody anyone anything anywhere apparently approve
    approved around ask asked available away back became become body bring brought call called
    came cause certain change come committee concern considered considering contribute cost
    council councillor councillors councils cover current currently date day deal decide decided
    decision decisions describe description despite detail details did different discuss
    discussed does doing due effect else enough especially eventually ever everybody everyone
    everything exact exactly except exist expect explain figure finally find follow followed
    following found gave get getting give given go going got happen happened happening have hear
    heard held help identified identify include included includes including indicate inside
    instead intend intended intention involve involved item keep kept kind know known last later
    latest leave like likely list long look lot lots made main mainly make many matter mean meet
    meeting mention mentioned minute money month mostly much name near need new news nobody none
    note nothing now number officer often others outcome outline outside overall paper papers
    part particular particularly people per perhaps person place plan planned plans point
    position possible previously price probably proceed programme propose proposed provide
    provided purpose put question quite raise raised rather reach really reason reasons receive
    recent recently recommend recommendation recommendations recommended record recorded regard
    regarding relate related relating relevant remain reply report reported reports request
    resolution resolve resolved respond response responsible result review run runs said same
    say says scheme see seem send set several show simply since situation so somebody someone
    something soon sort speak specific specifically spend spent staff stand start state status
    still suggest suggested sum summarise summary support sure take taken takes taking talk tell
    there thing things think though thought today together told took total touch toward towards
    try turn turned type understand until update upon use used various versus via view vote
    voted want way week went what whole within without words work working would year years yes
    yet""".split()
)


# Soft words that ask for a kind of value: no paper that gives the value need hold them.
ASKING_WORDS = frozenset(
    "amount date many much name number percentage proportion total worth".split()
)


def same_as(phrase: Phrase) -> frozenset[Phrase]:
    """Other ways of saying a phrase, each as its stems; empty when we know of none.

    The phrase may be given with its grammar words or without: "change of use", "change use".

    >>> sorted(same_as(("hr",)))
    [('human', 'resourc'), ('personnel',)]
    """
    return other_ways().get(phrase, frozenset())


@cache
def soft_stems() -> frozenset[str]:
    """The stems of the soft words."""
    return frozenset(stem(word) for word in SOFT_WORDS | ASKING_WORDS)


@cache
def asking_stems() -> frozenset[str]:
    """The stems of the words that ask for a kind of value."""
    return frozenset(stem(word) for word in ASKING_WORDS)
