"""Answers that quote the sentence, figure, date, row or list which states what was asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from index.answer.inquiry import Finding, Inquiry
from index.answer.quotation import Span, list_around, quotable, sentences
from index.answer.who import name_in
from index.language import stem, words
from index.question import Question
from index.question.vocabulary import same_as
from index.records import Block, Citation, Passage
from index.retrieval.evidence import IN_WORDS, Evidence, finders
from index.retrieval.matching import nearness, stemmed
from index.retrieval.values import Value
from index.wording import say_report

LOOKED_AT = 15  # passages inspected, best first
WITHIN_WORDS = 4  # "40 other representatives": how far a figure may stand from what it counts
ENOUGH = 0.6  # share of the subject's weight that the passage and its report's title must hold
ENOUGH_HERE = 0.3  # and the passage alone
SUPPORT = 0.6  # share of the best passage's score that a supporting one must have

# What the choice of a quotation adds up.
WEIGHT_OWN = 2.0  # the subject's words in the quotation itself
WEIGHT_SETTING = 1.0  # the subject's words in its setting too
WEIGHT_NEAR = 0.5
WEIGHT_VALUE = 1.0  # it states the kind of thing asked for
WEIGHT_PASSAGE = 0.3  # the score of the passage it stands in
WEIGHT_RESOLVED = 0.2  # what was resolved outlives what was only asked for
WEIGHT_NEWEST = 0.3  # a later paper outlives an earlier one


@dataclass(frozen=True, slots=True)
class _Quote:
    """A span that may answer: its text, the value it states, and how well it fits."""

    evidence: Evidence
    span: Span
    text: str
    value: Value | None
    score: float
    complete: bool


def from_passages(inquiry: Inquiry) -> Finding | None:
    """The best quotation, and passages of other papers that support it."""
    quotes = _ranked(inquiry)
    if not quotes:
        return None
    best = quotes[0]
    answered = best.complete and (best.value or not finders(inquiry.question))
    headline = _headline(best) if answered else RELATED
    return Finding(
        "answered" if answered else "related",
        headline,
        tuple(_cite(inquiry, quote) for quote in _of_distinct_places(quotes)),
    )


def from_lists(inquiry: Inquiry) -> Finding | None:
    """The whole list that answers, with the paragraph that leads into it."""
    for quote in _ranked(inquiry):
        report = quote.evidence.report
        blocks = inquiry.catalogue.blocks(report.report_id)
        at = next((i for i, b in enumerate(blocks) if b.start <= quote.span.start < b.end), None)
        if at is None or not quote.complete:
            continue
        first, last = list_around(blocks, at)
        if last > first:
            span = Span(blocks[first].start, blocks[last].end)
            standing = quote.evidence.passage.standing
            return Finding("answered", _headline(quote), (inquiry.cite(report, span, standing),))
    return None


def from_newest(inquiry: Inquiry) -> Finding | None:
    """The newest paper that speaks of the subject, then what came before it."""
    quotes = [quote for quote in _ranked(inquiry) if quote.complete]
    if not quotes:
        return None
    by_report = {q.evidence.report.report_id: q for q in reversed(quotes)}
    newest_first = sorted(by_report.values(), key=_day, reverse=True)
    newest = newest_first[0].evidence.report
    earlier = len(newest_first) - 1
    older = f" Earlier papers on it follow: {earlier}." if earlier else ""
    return Finding(
        "answered",
        f"The newest paper held that speaks of it: {say_report(newest)}.{older}",
        tuple(_cite(inquiry, quote) for quote in newest_first[:5]),
    )


RELATED = "The papers speak of this, but nothing found states the answer. The nearest passages:"


def _day(quote: _Quote) -> date:
    return quote.evidence.report.front.meeting_date or date.min


def _headline(quote: _Quote) -> str:
    report = say_report(quote.evidence.report)
    return f"{quote.value.text} – {report}." if quote.value else f"{report}:"


# Lists of other documents say of nothing what it is.
_IS_APPARATUS = re.compile(
    r"(?:list of )?background (?:papers|documents)|appendices\b", re.IGNORECASE
)


def _ranked(inquiry: Inquiry) -> list[_Quote]:
    found = (q for e in inquiry.evidence[:LOOKED_AT] for q in _quotes(inquiry, e))
    return sorted(found, key=lambda quote: -quote.score)


def _quotes(inquiry: Inquiry, evidence: Evidence) -> Iterator[_Quote]:
    passage, report = evidence.passage, evidence.report
    if _IS_APPARATUS.match(passage.heading or ""):
        return
    setting = inquiry.setting(passage, report)
    around = ((IN_WORDS, passage.text), *setting)
    here, with_title = around[:3], around[:4]
    complete = (
        inquiry.holds_all(*around)
        and inquiry.covered(*here) >= ENOUGH_HERE
        and inquiry.covered(*with_title) >= ENOUGH
    )
    for span in _spans(inquiry.catalogue.blocks(report.report_id), passage):
        text = passage.text[span.start - passage.start : span.end - passage.start]
        # Who is who in a table of people is for `index.answer.who` to say, by its columns.
        of_people = passage.row and inquiry.question.kind == "who"
        value = None if of_people else value_of(passage, text, inquiry)
        score = (
            WEIGHT_OWN * inquiry.covered((IN_WORDS, text))
            + WEIGHT_SETTING * inquiry.covered(*around)
            + WEIGHT_NEAR * nearness(stemmed(text), inquiry.question.terms)
            + _worth(value, inquiry.question)
            + WEIGHT_PASSAGE * evidence.score
            + WEIGHT_RESOLVED * (passage.standing == "resolved")
            + WEIGHT_NEWEST * inquiry.newness(report)
        )
        yield _Quote(evidence, span, text, value, score, complete)


def _worth(value: Value | None, question: Question) -> float:
    """What a value adds: most if it is of the likeliest kind, as money is for "how much"."""
    if value is None:
        return 0.0
    of_likeliest = question.kind == "who" or any(finders(question)[0](value.text))
    return WEIGHT_VALUE if of_likeliest else WEIGHT_VALUE / 2


def _spans(blocks: tuple[Block, ...], passage: Passage) -> Iterator[Span]:
    """What may be quoted of a passage: never a heading, or a row that only heads columns."""
    columns = {block.columns for block in blocks}
    for block in blocks:
        inside = passage.start <= block.start and block.end <= passage.end
        if inside and block.kind != "heading" and block.cells not in columns:
            yield from quotable(block)


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


def _of_distinct_places(quotes: list[_Quote]) -> list[_Quote]:
    """The best quotation, and the best of each other passage that comes near it."""
    chosen: dict[int, _Quote] = {}
    for quote in quotes:
        if quote.score >= SUPPORT * quotes[0].score:
            chosen.setdefault(quote.evidence.passage.passage_id, quote)
    return list(chosen.values())[:3]


def _cite(inquiry: Inquiry, quote: _Quote) -> Citation:
    evidence = quote.evidence
    return inquiry.cite(evidence.report, quote.span, evidence.passage.standing, quote.text)
