"""The evidence for a question: passages in the light of their reports, best first."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from index.language import stem, words
from index.passages import Passages, Within
from index.question import Question, Term
from index.records import Passage, ReportFacts
from index.retrieval.matching import coverage, holds, nearness, rarities, stemmed
from index.retrieval.values import (
    Finder,
    counts,
    dates,
    durations,
    measures,
    money,
    names,
    shares,
)

CANDIDATES = 80  # passages taken from the engine to be scored again

# What the second scoring adds up. Few, named, and here only.
WEIGHT_ENGINE = 1.0  # BM25F, as a share of the best passage's
WEIGHT_COVERAGE = 3.0  # how much of the question's weight the passage and its setting hold
WEIGHT_NEARNESS = 0.5  # the words stand together, as asked
WEIGHT_KIND = 0.6  # the passage holds the kind of thing asked for
WEIGHT_FITS = 1.5  # its paper is of the days, body and council that the question speaks of
SOFT_WEIGHT = 0.25  # a soft word, beside one that names the subject

# What a word counts for by where it is found.
IN_WORDS, IN_HEADING, IN_TITLE, IN_BODY_NAME = 1.0, 0.85, 0.7, 0.4


_OF_MONEY = re.compile(
    r"\b(?:cost|price|charge|fee|budget|fund|grant|pay|paid|spen[dt]|income|saving|tax|sum|money"
    r"|worth|rent|salary|invest|contribut|put in|raise)"
)


def finders(question: Question) -> tuple[Finder, ...]:
    """What reads off a text the values that would answer a question, the likeliest first."""
    asked = question.text.casefold()
    if question.kind == "how_much":
        if "how many" in asked:
            return (counts,)
        if re.search(r"\b(?:percentage|proportion|per ?cent)\b", asked):
            return (shares,)
        return (money,) if _OF_MONEY.search(asked) else (money, measures)
    if question.kind == "when":
        return (durations, dates) if "how long" in asked else (dates, durations)
    return (names,) if question.kind == "who" else ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, its report, its score, and how much of the question's subject it covers.

    ``engine`` is the engine's score, as a share of its best; ``fits`` the share of the limits said
    in the question, such as its days and body, that the paper is within.
    """

    passage: Passage
    report: ReportFacts
    score: float
    covered: float
    engine: float = 0.0
    fits: float = 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's terms with what each tells in this library."""

    question: Question
    rarity: Mapping[str, float]

    def credit(self, term: Term, passage: Passage, report: ReportFacts) -> float:
        """How surely the passage, its heading or its report speaks of the term, from 0 to 1."""
        front = report.front
        places = (
            (IN_WORDS, passage.text),
            (IN_HEADING, " ".join((passage.heading or "", *passage.columns))),
            (IN_TITLE, front.title or ""),
            (IN_BODY_NAME, f"{front.body or ''} {front.council or ''}"),
        )
        return max(weight * holds(stemmed(text), term) for weight, text in places)

    def covered(self, passage: Passage, report: ReportFacts) -> float:
        """The share of the question's subject that the passage speaks of."""
        return coverage(
            self.question.subject, lambda term: self.credit(term, passage, report), self.rarity
        )


def weigh(question: Question, engine: Passages) -> Weighed:
    """Look up how rare each of the question's words is."""
    rarity = dict(rarities(question.terms, engine.frequency, engine.count()))
    for term in question.terms:
        if term.soft and term not in question.subject:
            rarity[term.stem] *= SOFT_WEIGHT
    return Weighed(question, rarity)


def stem_weights(question: Question) -> dict[str, float]:
    """What the engine is asked for: every term's stem, and at half weight its other ways."""
    weights: dict[str, float] = {}
    for term in question.terms:
        own = SOFT_WEIGHT if term.soft and term not in question.subject else 1.0
        weights[term.stem] = max(own, weights.get(term.stem, 0.0))
        for way in term.ways:
            for part in way:
                weights[part] = max(own / (2 * len(way)), weights.get(part, 0.0))
    return weights


Look = Callable[[list[int]], list[tuple[Passage, ReportFacts]]]


def find(
    weighed: Weighed, engine: Passages, places: Sequence[Within], look: Look
) -> list[Evidence]:
    """The evidence in any of the places, best first; the first of them is the one asked for.

    ``look`` joins hits to the catalogue; none that is not public.
    """
    stems = stem_weights(weighed.question)
    hits = [hit for within in places for hit in engine.search(stems, within, CANDIDATES)]
    scores = {hit.passage_id: hit.score for hit in hits}
    best = max(scores.values(), default=0.0) or 1.0
    found = [
        _evidence(weighed, passage, report, scores[passage.passage_id] / best, places[0])
        for passage, report in look(list(scores))
    ]
    return sorted(found, key=lambda evidence: -evidence.score)


def _evidence(
    weighed: Weighed, passage: Passage, report: ReportFacts, engine_score: float, asked: Within
) -> Evidence:
    question = weighed.question
    every = coverage(
        question.terms, lambda term: weighed.credit(term, passage, report), weighed.rarity
    )
    score = (
        WEIGHT_ENGINE * engine_score
        + WEIGHT_COVERAGE * every
        + WEIGHT_NEARNESS * nearness(stemmed(passage.text), question.terms)
        + WEIGHT_KIND * states(question, passage.text)
        + WEIGHT_FITS * (fits := fitting(question, asked, report))
    )
    covered = weighed.covered(passage, report)
    return Evidence(passage, report, score, covered, engine_score, fits)


def fitting(question: Question, asked: Within, report: ReportFacts) -> float:
    """The share of the limits said in a question that a report is within; 0.0 if none was said."""
    front = report.front
    met: list[bool] = []
    if question.days and question.days != (None, None):
        first, last = question.days
        day = front.meeting_date
        met.append(day is not None and (first or day) <= day <= (last or day))
    if asked.councils is not None:
        met.append(front.council in asked.councils)
    if asked.committees is not None:
        met.append(front.body in asked.committees)
    return sum(met) / len(met) if met else 0.0


def states(question: Question, text: str) -> float:
    """1.0 if a text holds the kind of thing asked for, beside the question's own words."""
    asked = {stem(word.text) for word in words(question.text)}
    found = (value for finder in finders(question) for value in finder(text))
    return float(any(stem(w.text) not in asked for value in found for w in words(value.text)))
