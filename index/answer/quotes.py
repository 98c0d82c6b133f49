"""The spans that may answer a question, best first, each with the value it states."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from index.answer.inquiry import Inquiry, Texts
from index.answer.quotation import Span, quotable
from index.answer.stated import value_of
from index.question import Question
from index.records import Block, Passage
from index.retrieval.evidence import IN_WORDS, Evidence, finders
from index.retrieval.matching import nearness, stemmed
from index.retrieval.values import Value

LOOKED_AT = 15  # passages inspected, best first
ENOUGH = 0.6  # share of the subject's weight that the passage and its report's title must hold
ENOUGH_HERE = 0.3  # and the passage alone

# What the choice of a quotation adds up.
WEIGHT_OWN = 2.0  # the subject's words in the quotation itself
WEIGHT_ASKED = 0.5  # all that was asked, soft words too: "cost to run" is not "cost to buy"
WEIGHT_SETTING = 1.0  # the subject's words in its setting too
WEIGHT_NEAR = 0.5
WEIGHT_VALUE = 1.0  # it states the kind of thing asked for
WEIGHT_PASSAGE = 0.3  # the score of the passage it stands in
WEIGHT_RESOLVED = 0.2  # what was resolved outlives what was only asked for
WEIGHT_NEWEST = 0.3  # a later paper outlives an earlier one


@dataclass(frozen=True, slots=True)
class Quote:
    """A span that may answer: its text, the value it states, and how well it fits."""

    evidence: Evidence
    span: Span
    text: str
    value: Value | None
    score: float
    complete: bool  # whether its setting holds all of the subject, and itself enough of it


# Lists of other documents say of nothing what it is.
_IS_APPARATUS = re.compile(
    r"(?:list of )?background (?:papers|documents)|appendices\b", re.IGNORECASE
)


def ranked(inquiry: Inquiry) -> list[Quote]:
    """Every span of the best passages, the likeliest answer first."""
    blocks = cache(inquiry.catalogue.blocks)  # several passages stand in one report
    inspected = inquiry.evidence[:LOOKED_AT]
    found = (q for e in inspected for q in _quotes(inquiry, e, blocks(e.report.report_id)))
    return sorted(found, key=lambda quote: -quote.score)


def _quotes(inquiry: Inquiry, evidence: Evidence, blocks: tuple[Block, ...]) -> Iterator[Quote]:
    passage, report = evidence.passage, evidence.report
    if _IS_APPARATUS.match(passage.heading or ""):
        return
    around = ((IN_WORDS, passage.text), *inquiry.setting(passage, report))
    complete = _is_complete(inquiry, around)
    of_passage = (
        WEIGHT_SETTING * inquiry.covered(*around)
        + WEIGHT_PASSAGE * evidence.score
        + WEIGHT_RESOLVED * (passage.standing == "resolved")
        + WEIGHT_NEWEST * inquiry.newness(report)
    )
    for span in _spans(blocks, passage, report.front.title):
        text = passage.text[span.start - passage.start : span.end - passage.start]
        # Who is who in a table of people is for `index.answer.who` to say, by its columns.
        of_people = passage.row and inquiry.question.kind == "who"
        value = None if of_people else value_of(passage, text, inquiry)
        score = of_passage + _fit(inquiry, text) + _worth(value, inquiry.question)
        yield Quote(evidence, span, text, value, score, complete)


def _fit(inquiry: Inquiry, text: str) -> float:
    """What the quoted words themselves add, apart from a value they state."""
    return (
        WEIGHT_OWN * inquiry.covered((IN_WORDS, text))
        + WEIGHT_ASKED * inquiry.asked_share(text)
        + WEIGHT_NEAR * nearness(stemmed(text), inquiry.question.terms)
    )


def _is_complete(inquiry: Inquiry, around: Texts) -> bool:
    """Whether a passage in its setting holds all of the subject, and itself enough of it."""
    here, with_title = around[:3], around[:4]
    return (
        inquiry.holds_all(*around)
        and inquiry.covered(*here) >= ENOUGH_HERE
        and inquiry.covered(*with_title) >= ENOUGH
    )


def _worth(value: Value | None, question: Question) -> float:
    """What a value adds: most if it is of the likeliest kind, as money is for "how much"."""
    if value is None:
        return 0.0
    of_likeliest = question.kind == "who" or any(finders(question)[0](value.text))
    return WEIGHT_VALUE if of_likeliest else WEIGHT_VALUE / 2


def _spans(blocks: tuple[Block, ...], passage: Passage, title: str | None) -> Iterator[Span]:
    """What may be quoted of a passage: no heading, no title, no row that only heads columns."""
    columns = {block.columns for block in blocks}
    for block in blocks:
        inside = passage.start <= block.start and block.end <= passage.end
        heads = block.kind == "heading" or block.words == title or block.cells in columns
        if inside and not heads:
            yield from quotable(block)
