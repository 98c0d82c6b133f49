"""Reference numbers in a question: of an application, a paper, a decision or a minute.

A minute, an item, a paragraph or a recommendation may be named by a figure alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from index.language import Word
from index.question.when import MONTHS

# "23/00145/PPP", "ADMINREP/REPORT/DH", "CAB.45/23", "P/2019/0123".
_SLASHED = re.compile(r"(?<![\w/£$€])[^\W_][\w.-]*(?:/[^\W_][\w.-]*)+(?<![.-])")
# "CAB 45/23", "minute no. 183/20": the word before makes a reference of figures.
_CALLED = re.compile(
    r"(?<!\w)(?P<called>[A-Z]{2,6}|(?i:minutes?|mins?|item|ref(?:erence)?|application|app|decision"
    r"|notice|resolution|number|no))(?:\.|:)?(?: (?i:no|number|ref)\.?)? (?P<ref>\d{1,5}/\d{1,6})"
    r"(?![\w/])"
)
# "FIN-2024-17", "TRO-2019-05": capitals and at least three figures.
_DASHED = re.compile(
    r"(?<![\w-])[A-Z]{2,}[-_](?=(?:[\w-]*\d){3})[A-Z0-9]+(?:[-_][A-Z0-9]+)*(?![\w-])"
)
# "minute 36", "item no. 7(a)", "paragraph 4.2", "recommendation (b)"; but not "item 2019" or "item
# 5 March", and of laws, which have sections too, only "section 4.2" and "section 4 of the report".
_LABELLED = re.compile(
    r"(?<!\w)(?:(?:minute|min\.?|item|para(?:graph)?s?\.?|recommendation|resolution)"
    r"|section(?= \d+(?:\.\d| of (?:the|this|that) (?:report|paper|minutes|plan|policy)\b)))"
    r"(?: (?:no\.?|number|ref\.?))? (?!(?:19|20)\d\d\b)"
    r"(?P<label>(?:[a-z]{1,4}[./]?)?\d{1,4}(?:[./]\d{1,6})*(?: ?\((?:[a-z]{1,4}|\d{1,2})\))*"
    r"|\((?:[a-z]{1,4}|\d{1,2})\))"
    rf"(?![\w/])(?!\.\d)(?! (?:{'|'.join(MONTHS)})\b)",
    re.IGNORECASE,
)
_OF_FIGURES: Final = re.compile(r"[\d/.]+")
_YEARS_OR_DAY = re.compile(r"(?:19|20)\d{2}/\d{2,4}|\d{1,2}/\d{1,2}(?:/(?:\d{2}|\d{4}))?")


def references_in(text: str) -> Iterator[Word]:
    """The reference numbers of a text, in order, each with its span.

    >>> [word.text for word in references_in("Is 23/00145/PPP in 2015/16 or CAB.45/23 on 5/11/19?")]
    ['23/00145/PPP', 'CAB.45/23']
    >>> [word.text for word in references_in("minute 183/20 and/or CAB 45/23, Beanburn/Lawfield")]
    ['183/20', 'CAB 45/23']
    >>> [word.text for word in references_in("paragraph 4.2, minute 36, and item 2 March")]
    ['paragraph 4.2', 'minute 36']
    """
    found = [Word(m.group(), m.start(), m.end()) for m in _DASHED.finditer(text)]
    found += [_called(match) for match in _CALLED.finditer(text)]
    found += [_labelled(match) for match in _LABELLED.finditer(text)]
    found += [
        Word(match.group(), match.start(), match.end())
        for match in _SLASHED.finditer(text)
        if _is_reference(match.group())
    ]
    end = 0
    for word in sorted(found, key=lambda one: (one.start, -one.end)):
        if word.start >= end:
            yield word
            end = word.end


def label_of(reference: str) -> str:
    """The label in a reference: "36" of "minute 36"; any other reference may be one itself."""
    match = _LABELLED.fullmatch(reference)
    return match["label"] if match else reference


def _labelled(match: re.Match[str]) -> Word:
    """The label with what it is of; a label with a stroke says enough alone."""
    start = match.start("label") if "/" in match["label"] else match.start()
    return Word(match.string[start : match.end()], start, match.end())


def _called(match: re.Match[str]) -> Word:
    """The figures, and capitals before them: "CAB 45/23", but "183/20" of "minute 183/20"."""
    start = match.start("called" if match["called"].isupper() else "ref")
    return Word(match.string[start : match.end()], start, match.end())


def _is_reference(said: str) -> bool:
    """Whether words joined by strokes are a reference: no day, no years, no "and/or"."""
    parts = said.split("/")
    if _YEARS_OR_DAY.fullmatch(said):
        return False
    if _OF_FIGURES.fullmatch(said):
        return any(len(part) > 2 for part in parts)
    if any(letter.isdigit() for letter in said):
        return len(parts) > 2 or any(sum(c.isdigit() for c in part) > 1 for part in parts)
    return len(parts) > 2 and said.isupper()
