"""Where the sentences of a paragraph begin and end."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"(?P<stop>[.!?][”\"’)]*)\s+(?=[A-Z“\"(£\d])")
# A stop after one of these, or after an initial, ends no sentence.
_SHORT = re.compile(
    r"(?:\b(?:Cllrs?|Clr|Mr|Mrs|Ms|Dr|Prof|Rev|Hon|St|Nos?|no|para|paras|s|ss|Sch|ref|approx|incl"
    r"|etc|e\.g|i\.e|cf|viz|Ltd|Co|Tel|Ext|Min|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|[ap]\.m|[A-Z]))\.$"
)


LONGEST = 1500  # characters; a longer run without a stop is no sentence that can be read


class Sentence(NamedTuple):
    """A sentence and its span in the paragraph."""

    text: str
    start: int
    end: int


def sentences(paragraph: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, in order, white space between them left out.

    >>> [s.text for s in sentences("Cllr. A. Pike agreed. It was noted.")]
    ['Cllr. A. Pike agreed.', 'It was noted.']
    """
    start = 0
    for match in _END.finditer(paragraph):
        stop = match.end("stop")
        if not _SHORT.search(paragraph, max(start, stop - 12), stop):
            yield Sentence(paragraph[start:stop], start, stop)
            start = match.end()
    rest = paragraph[start:].rstrip()
    if rest:
        yield Sentence(rest, start, start + len(rest))
