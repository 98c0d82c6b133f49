"""The value a text states for a question: the sum, count, date or name that was asked for."""

import re
from itertools import islice

from index.answer.inquiry import Inquiry
from index.answer.quotation import sentences
from index.answer.who import name_in
from index.language import stem, words
from index.question import Question
from index.question.vocabulary import same_as
from index.records import Passage
from index.retrieval.evidence import IN_WORDS, finders
from index.retrieval.matching import stemmed
from index.retrieval.values import Value

WITHIN_WORDS = 4  # "40 other representatives": how far a figure may stand from what it counts


def value_of(passage: Passage, text: str, inquiry: Inquiry) -> Value | None:
    """The value that answers: a row's cell under the column asked for, or what the text states."""
    if passage.row and passage.columns and inquiry.question.kind == "how_much":
        return cell_asked(passage, inquiry)
    return value_in(text, inquiry)


def cell_asked(passage: Passage, inquiry: Inquiry) -> Value | None:
    """The figure under the column heading that holds most of the question, if one does."""
    cells = passage.text.split("\t")
    figures = [
        (inquiry.covered((IN_WORDS, heading)), cell)
        for heading, cell in zip(passage.columns, cells, strict=False)
        if any(letter.isdigit() for letter in cell)
    ]
    best, cell = max(figures, default=(0.0, ""), key=lambda one: one[0])
    start = passage.text.find(cell)
    return Value(cell, start, start + len(cell)) if best > 0 else None


def value_in(text: str, inquiry: Inquiry) -> Value | None:
    """The value of the kind asked for, from the sentence that holds most of the question."""
    spans = [*sentences(text)]
    best = sorted(spans, key=lambda s: -inquiry.covered((IN_WORDS, text[s.start : s.end])))
    for start, end in best[:2]:
        sentence = text[start:end]
        if inquiry.covered((IN_WORDS, sentence)) and (value := _value(sentence, inquiry)):
            return value
    return None


def _value(sentence: str, inquiry: Inquiry) -> Value | None:
    if inquiry.question.kind == "who":
        return name_in(sentence, inquiry)
    asked = {term.stem for term in inquiry.question.terms}
    beside = asked - counted_by(inquiry.question)
    places = [w.start for w in words(sentence) if stem(w.text) in beside]
    for finder in finders(inquiry.question):
        found = [v for v in finder(sentence) if not stemmed(v.text).held <= asked]
        found = [v for v in found if is_counted(sentence, v, inquiry.question)]
        if found:
            return min(found, key=lambda v: min((abs(v.start - p) for p in places), default=0))
    return None


def counted_by(question: Question) -> frozenset[str]:
    """The stems of what "how many …" asks to have counted; empty for any other question."""
    match = re.search(r"\bhow many (\w+)", question.text, re.IGNORECASE)
    if not match:
        return frozenset()
    root = stem(match[1])
    return frozenset({root, *(way[-1] for way in same_as((root,)))})


def is_counted(sentence: str, figure: Value, question: Question) -> bool:
    """Whether a figure counts what "how many …" asks for.

    What is counted follows it ("40 other members"), or stands before it in the sentence ("of the
    gullies, 37 were blocked").
    """
    counted = counted_by(question)
    if not counted:
        return True
    after = [word.text for word in islice(words(sentence[figure.end :]), WITHIN_WORDS)]
    if any(stem(word) in counted for word in after):
        return True
    before = {stem(word.text) for word in words(sentence[: figure.start])}
    return bool(before & counted) and (not after or after[0].casefold() in _STANDS_ALONE)


# What follows a figure that has no noun of its own: "37 were blocked".
_STANDS_ALONE = frozenset("were was are is have had has will would of in on at by from per".split())
