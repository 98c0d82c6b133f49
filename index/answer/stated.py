"""The value a text states for a question: the sum, count, date or name that was asked for."""

import re
from collections.abc import Sequence, Set
from itertools import islice, takewhile

from index.answer.cells import cell_asked
from index.answer.inquiry import Inquiry
from index.answer.nearest import distance
from index.answer.quotation import sentences
from index.answer.who import name_in
from index.language import stem, words
from index.question import Question
from index.question.vocabulary import same_as
from index.records import Passage
from index.retrieval.evidence import finders
from index.retrieval.matching import stemmed
from index.retrieval.values import Value, figures

WITHIN_WORDS = 4  # "40 other representatives": how far a figure may stand from what it counts


def value_of(passage: Passage, text: str, inquiry: Inquiry) -> Value | None:
    """The value that answers: a row's cell under the column asked for, or what the text states."""
    kind = inquiry.question.kind
    of_row = passage.row and passage.columns and kind in ("how_much", "when")
    cell = cell_asked(passage, inquiry) if of_row else None
    # A date anywhere in a row may be told; a figure under another heading is of something else.
    if cell or (of_row and kind == "how_much") or not finders(inquiry.question):
        return cell
    return value_in(text, inquiry)


def value_in(text: str, inquiry: Inquiry) -> Value | None:
    """The value of the kind asked for, from the sentence that holds most of the question."""
    spans = [*sentences(text)]
    if len(spans) > 1:
        spans.sort(key=lambda s: -inquiry.asked_share(text[s.start : s.end]))
    for start, end in spans[:2]:
        sentence = text[start:end]
        if _speaks_of(sentence, inquiry) and (value := _value(sentence, inquiry)):
            return value
    return None


def _speaks_of(sentence: str, inquiry: Inquiry) -> bool:
    """Whether a sentence holds something of what was asked, or what is to be counted."""
    if not counted_by(inquiry.question).isdisjoint(stemmed(sentence)):
        return True
    # "It costs £740,000 a year to run": the paragraph's first sentence says what "it" is.
    return inquiry.asked_share(sentence) > 0


def _value(sentence: str, inquiry: Inquiry) -> Value | None:
    if inquiry.question.kind == "who":
        return name_in(sentence, inquiry)
    asked = frozenset(term.stem for term in inquiry.question.terms)
    beside = asked - counted_by(inquiry.question)
    for finder in finders(inquiry.question):
        found = [v for v in finder(sentence) if not asked.issuperset(stemmed(v.text))]
        found = [v for v in found if not _is_beside_it(sentence, v)]
        found = [v for v in found if is_counted(sentence, v, inquiry.question)]
        if found:
            return min(found, key=lambda value: distance(sentence, value, beside))
    return None


def _is_beside_it(sentence: str, value: Value) -> bool:
    """Whether a value is what was not chosen, or numbers something: "not £5", "Lots 1 and 2"."""
    before = sentence[: value.start]
    return _REJECTING.search(before) is not None or _NUMBERING.search(before) is not None


_REJECTING = re.compile(
    r"\b(?:rather than|instead of|in place of|in lieu of|(?:and|but)? ?not)(?: (?:the|a|by|at|to))?"
    r"(?: (?:sum|figure|price|fee) of)? ?$",
    re.IGNORECASE,
)
_NUMBERING = re.compile(
    r"\b(?:Lots?|Options?|Phases?|Stages?|Tables?|Appendix|Appendices|Paragraphs?|Paras?|Sections?"
    r"|Items?|Minutes?|Parts?|Zones?|Bands?|Nos?\.?|Recommendations?)"
    r" (?:\d+[a-z]?(?:,| and| to|, and) )*$",
    re.IGNORECASE,
)


def counted_by(question: Question) -> frozenset[str]:
    """The stems of what "how many …" asks to have counted; empty for any other question."""
    match = _HOW_MANY.search(question.text)
    if not match:
        return frozenset()
    # "how many enforcement cases were …" asks for cases; "how many people visit …" for people.
    root = stem(match["head"] or match["first"])
    return frozenset({root, *(way[-1] for way in same_as((root,)))})


_HOW_MANY = re.compile(
    r"\bhow many (?P<first>[\w’'-]+)"
    r"(?:(?: [\w’'-]+)? (?P<head>[\w’'-]+)(?= (?:is|are|was|were|did|do|does|has|have|had)\b))?",
    re.IGNORECASE,
)


def is_counted(sentence: str, figure: Value, question: Question) -> bool:
    """Whether a figure counts what "how many …" asks for.

    What is counted follows it, before any further figure ("40 other members"), or stands before it
    in the sentence ("of the gullies, 37 were blocked", "46 cases were opened and 51 closed").
    """
    counted = counted_by(question)
    if not counted:
        return True
    if {stem(word.text) for word in words(figure.text)} & counted:  # "12 weeks"
        return True
    following = min((v.start for v in figures(sentence) if v.start >= figure.end), default=None)
    after = [w.text for w in islice(words(sentence[figure.end : following]), WITHIN_WORDS)]
    if any(stem(word) in counted for word in after):
        return not _counts_some(after, counted, question)
    before = {stem(word.text) for word in words(sentence[: figure.start])}
    return bool(before & counted) and (not after or _stands_alone(after[0], question))


def _counts_some(after: Sequence[str], counted: Set[str], question: Question) -> bool:
    """Whether a figure counts only some of what is asked for: "12 affordable homes" of homes."""
    between = takewhile(lambda word: stem(word) not in counted, after)
    asked = {stem(word.text) for word in words(question.text)}
    return any(word.casefold() in _ONLY_SOME and stem(word) not in asked for word in between)


_ONLY_SOME = frozenset(
    "affordable additional extra further more remaining social vacant empty spare disabled".split()
)


def _stands_alone(word: str, question: Question) -> bool:
    """Whether the word after a figure shows that the figure has no noun of its own."""
    asked = {term.stem for term in question.terms}
    return word.casefold() in _STANDS_ALONE or stem(word) in asked


# What follows a figure that has no noun of its own: "37 were blocked".
_STANDS_ALONE = frozenset("were was are is have had has will would of in on at by from per".split())
