"""The spans that may answer a question, best first, each with the value it states."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Final, NamedTuple

from index.answer.inquiry import Credited, Inquiry
from index.answer.quotation import Span, quotable
from index.answer.stated import value_of
from index.catalogue.surroundings import Surroundings
from index.question import Question
from index.records import Passage
from index.retrieval.aims import headed, in_heading, meets
from index.retrieval.evidence import IN_WORDS, Evidence, finders, states
from index.retrieval.matching import nearness, stemmed
from index.retrieval.values import Value

LOOKED_AT = 32  # passages inspected, best first
ENOUGH = 0.6  # share of the subject's weight that the passage and its report's title must hold
ENOUGH_HERE = 0.3  # and the passage alone
_USUAL = 25  # stems of a quotation, from which on its length tells against it


class Marks(NamedTuple):
    """What speaks for a quotation, each from 0 to 1: what the choice among them adds up."""

    engine: float  # the engine's score of its passage, beside the best
    dense: float  # how much of the quotation is what was asked
    heading: float  # the subject's words in its heading and columns
    title: float  # and in its report's title, body and council
    setting: float  # and in all that it is read in the light of
    near: float  # they stand together
    section: float  # it stands where papers give what the question is after
    aim: float  # or says it so, or has a standing that was asked for
    states: float  # it holds the kind of thing asked for
    value: float  # and surely the thing
    fits: float  # its paper is of the days, body and council that were asked for
    resolved: float  # what was resolved outlives what was only asked for
    best: float  # the engine's score of its paper's best passage
    together: float  # and of its best few
    united: float  # the subject's words anywhere in its paper
    named: float  # and the names that were asked about


# Learned from the questions kept for it, by tools/learn_weights.py.
WEIGHTS: Final = Marks(
    engine=2.9, dense=1.6, heading=1.4, title=1.2, setting=2.8, near=0.5, section=1.5, aim=1.6,
    states=2.0, value=1.6, fits=4.2, resolved=0.7, best=1.4, together=1.0, united=1.7, named=2.0,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quote:
    """A span that may answer: its text, the value it states, and how well it fits."""

    evidence: Evidence
    span: Span
    text: str
    value: Value | None
    marks: Marks
    complete: bool  # whether its setting holds all of the subject, and itself enough of it

    @property
    def score(self) -> float:
        """How well it fits."""
        return float(sum(map(mul, WEIGHTS, self.marks)))


# Lists of other documents say of nothing what it is.
_IS_APPARATUS = re.compile(
    r"(?:list of )?background (?:papers|documents)|appendices\b", re.IGNORECASE
)


def ranked(inquiry: Inquiry) -> list[Quote]:
    """Every span of the best passages, the likeliest answer first."""
    return inquiry.once(_ranked)


def _ranked(inquiry: Inquiry) -> list[Quote]:
    found = inquiry.evidence
    inspected = [*found[:LOOKED_AT], *(one for one in found[LOOKED_AT:] if one.aimed)]
    readings = _readings(inquiry, inspected)
    quotes = (q for e in inspected for q in _quotes(inquiry, e, readings[e.passage.passage_id]))
    return sorted(quotes, key=lambda quote: -quote.score)


class _Reading(NamedTuple):
    """What a passage says of the question, whatever else was found."""

    marks: Marks  # for every quotation of it
    complete: bool
    quotations: tuple["_Quotation", ...]


class _Quotation(NamedTuple):
    """A span of a passage with the value that it states, and what speaks for it alone."""

    span: Span
    text: str
    value: Value | None
    marks: Mapping[str, float]


def _readings(inquiry: Inquiry, inspected: Sequence[Evidence]) -> Mapping[int, _Reading]:
    """How each passage reads, by its number: they are read once, however often they are found."""
    read: dict[int, _Reading] = inquiry.weighed.kept.once(_readings, dict)
    new = [one for one in inspected if one.passage.passage_id not in read]
    held = inquiry.catalogue.surroundings([one.passage for one in new])
    for one in new:
        number = one.passage.passage_id
        read[number] = _reading(inquiry, one, held[number])
    return read


def _quotes(inquiry: Inquiry, evidence: Evidence, reading: _Reading) -> Iterator[Quote]:
    of_paper = inquiry.papers[evidence.report.report_id]
    of_passage = reading.marks._replace(
        engine=evidence.engine,
        fits=evidence.fits,
        best=of_paper.best,
        together=of_paper.together,
        united=of_paper.united,
        named=of_paper.named,
    )
    for span, text, value, marks in reading.quotations:
        yield Quote(evidence, span, text, value, of_passage._replace(**marks), reading.complete)


def _reading(inquiry: Inquiry, evidence: Evidence, held: Surroundings) -> _Reading:
    passage, report = evidence.passage, evidence.report
    light = _light(inquiry, evidence, held.beside)
    is_apparatus = _IS_APPARATUS.match(passage.heading or "")
    spans = () if is_apparatus else _spans(held, report.front.title)
    quotations = tuple(_quotation(inquiry, passage, span) for span in spans)
    return _Reading(
        _marks_of_passage(inquiry, evidence, light), _is_complete(inquiry, light), quotations
    )


def _quotation(inquiry: Inquiry, passage: Passage, span: Span) -> _Quotation:
    text = passage.text[span.start - passage.start : span.end - passage.start]
    # Who is who in a table of people is for `index.answer.who` to say, by its columns.
    of_people = passage.row and inquiry.question.kind == "who"
    value = None if of_people else value_of(passage, text, inquiry)
    return _Quotation(span, text, value, _marks(inquiry, passage, text, value))


class _Light(NamedTuple):
    """How surely a passage speaks of each term, alone and in more and more of its setting."""

    heading: Credited  # its heading and columns, without its words
    title: Credited  # its report's title, body and council, without them
    here: Credited
    titled: Credited
    whole: Credited


def _light(inquiry: Inquiry, evidence: Evidence, beside: Sequence[str]) -> _Light:
    passage = evidence.passage
    heading, columns, title, body, *near = inquiry.setting(passage, evidence.report, beside)
    above = inquiry.credited(heading, columns)
    here = inquiry.credited((IN_WORDS, passage.text), beside=above)
    titled = inquiry.credited(title, beside=here)
    whole = inquiry.credited(body, *near, beside=titled)
    return _Light(above, inquiry.credited(title, body), here, titled, whole)


def _marks_of_passage(inquiry: Inquiry, evidence: Evidence, light: _Light) -> Marks:
    """What speaks for every quotation of a passage, whatever else was found."""
    return _NONE._replace(
        heading=inquiry.share(light.heading),
        title=inquiry.share(light.title),
        setting=inquiry.share(light.whole),
        section=float(in_heading(inquiry.question.text, headed(evidence.passage))),
        resolved=float(evidence.passage.standing == "resolved"),
    )


_NONE: Final = Marks(*(0.0 for _ in Marks._fields))


def _marks(
    inquiry: Inquiry, passage: Passage, text: str, value: Value | None
) -> Mapping[str, float]:
    """What speaks for a quotation by itself."""
    held, question = stemmed(text), inquiry.question
    return {
        "dense": inquiry.asked_share(text) * _USUAL / max(len(held), _USUAL),
        "near": nearness(held, question.terms),
        "aim": meets(question.text, headed(passage), text, passage.standing),
        "states": states(question, text),
        "value": _worth(value, question),
    }


def _is_complete(inquiry: Inquiry, light: _Light) -> bool:
    """Whether a passage in its setting holds all of the subject, and itself enough of it."""
    return (
        inquiry.is_whole(light.whole)
        and inquiry.share(light.here) >= ENOUGH_HERE
        and inquiry.share(light.titled) >= ENOUGH
    )


def _worth(value: Value | None, question: Question) -> float:
    """What a value is worth: most if it is of the likeliest kind, as money is for "how much".

    A post answers "who", and a person answers it better.
    """
    if value is None:
        return 0.0
    if question.kind == "who":
        return 0.8 if _IS_POST.search(value.text) else 1.0
    return 1.0 if any(finders(question)[0](value.text)) else 0.5


_IS_POST = re.compile(r"\b(?:of|for)\b")


def _spans(held: Surroundings, title: str | None) -> Iterator[Span]:
    """What may be quoted of a passage: no heading, no title, no row that only heads columns."""
    for block in held.blocks:
        heads = block.kind == "heading" or block.words == title or block.cells in held.columns
        if not heads:
            yield from quotable(block)
