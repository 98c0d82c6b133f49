"""The evidence for a question: passages in the light of their reports, best first."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple

from index.labels import labels_told
from index.language import stem, texts_of_words
from index.passages import Hit, Passages, Within
from index.question import Question, Term
from index.question.when import Days
from index.records import Passage, QuestionKind, ReportFacts
from index.retrieval.kept import Kept
from index.retrieval.matching import Credits, coverage, idf, nearness, rarities, stemmed
from index.retrieval.tallies import quantities, ranks, splits, times, votes
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

CANDIDATES = 60  # passages taken from the engine to be scored again
MOST_STEMS = 24  # asked for at once: the engine's time grows with them

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
    return _finders(question.text.casefold(), question.kind)


@lru_cache(maxsize=1000)  # asked for every quotation
def _finders(asked: str, kind: QuestionKind) -> tuple[Finder, ...]:
    if kind == "how_much":
        of_its_sort = (found for said, found in _SORTS if said.search(asked))
        return next(of_its_sort, (money, measures))
    if kind == "when":
        if _OF_DAYTIME.search(asked):
            return (times, dates) if _OF_DATE.search(asked) else (times,)
        return (durations, dates) if "how long" in asked else (dates, durations)
    return (names,) if kind == "who" else ()


# What the words of "how much" look for; the first that fits holds.
_SORTS: tuple[tuple[re.Pattern[str], tuple[Finder, ...]], ...] = (
    (re.compile(r"\bvote"), (votes, counts)),
    (re.compile(r"\bhow (?:many|few)\b"), (counts,)),
    (re.compile(r"\b(?:split|ratio|weighting)"), (splits, shares, money)),
    (re.compile(r"%|\b(?:percentage|proportion|per ?cent|share)\b"), (shares,)),
    (re.compile(r"\b(?:rank|position in)"), (ranks, measures)),
    (
        re.compile(
            r"\bhow (?:big|large|tall|wide|high|deep|fast|heavy|far|steep|thick|low|short)\b"
            r"|\b(?:acreage|area|depth|distance|height|length|mileage|speed|tonnage|tonnes|weight"
            r"|width)\b"
        ),
        (quantities, shares, measures),
    ),
    (_OF_MONEY, (money,)),
    (re.compile(r"\b(?:number|count|population|turnout|roll|total)s?\b"), (measures, shares)),
    (re.compile(r"\b(?:drop|fall|growth|increase|decrease|reduction|rise)\b"), (shares, measures)),
)
_OF_DAYTIME = re.compile(
    r"\b(?:what|which|closing|opening|start(?:ing)?|finish(?:ing)?|kick[- ]?off|last|the)"
    r" times?\b(?! (?:of (?:the )?year|limit|scale|frame|did|we|it|they))|\bhours\b|\bo'?clock\b"
    r"|\bhow (?:late|early)\b|^times? (?:of|for)\b|\bday and time\b|\bdates? and times?\b"
)
_OF_DATE = re.compile(r"\b(?:days?|dates?|when)\b")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, its report, its score, and how much of the question's subject it covers.

    ``engine`` is the engine's score, as a share of its best; ``fits`` the share of the limits said
    in the question, such as its days and body, that the paper is within; ``credited`` how surely
    it or its setting holds each term, by its stem.
    """

    passage: Passage
    report: ReportFacts
    score: float
    covered: float
    engine: float
    fits: float
    credited: Mapping[str, float]

    @property
    def aimed(self) -> bool:
        """Whether not its words but its section spoke for it."""
        return self.engine == 0.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's terms with what each tells in this library, and where each is held."""

    question: Question
    rarity: Mapping[str, float]
    subject: tuple[Term, ...]  # the question's, which takes time to work out
    credits: Credits
    kept: Kept  # of what is read, in one place or in another

    def credited(self, passage: Passage, report: ReportFacts) -> Mapping[str, float]:
        """How surely the passage, its heading or its report speaks of each term, by its stem."""
        front = report.front
        places = (
            (IN_WORDS, passage.text),
            (IN_HEADING, " ".join((passage.heading or "", *passage.columns))),
            (IN_TITLE, front.title or ""),
            (IN_BODY_NAME, f"{front.body or ''} {front.council or ''}"),
        )
        return self.credits.best((*places, (IN_WORDS, self.labels(passage))))

    def labels(self, passage: Passage) -> str:
        """The labels of a passage, where the question names any such thing."""
        asked = self.question.references
        return labels_told(passage.label, passage.text) if asked else ""


def weigh(question: Question, engine: Passages) -> Weighed:
    """Look up how rare each of the question's words is."""
    rarity = dict(rarities(question.terms, engine.frequency, engine.count()))
    subject = question.subject
    for term in question.terms:
        if term.soft and term not in subject:
            rarity[term.stem] *= SOFT_WEIGHT
    return Weighed(question, rarity, subject, Credits(question.terms), Kept())


def stem_weights(question: Question) -> dict[str, float]:
    """What the engine is asked for: every term's stem, and at half weight its other ways."""
    weights: dict[str, float] = {}
    subject = question.subject
    for term in question.terms:
        own = SOFT_WEIGHT if term.soft and term not in subject else 1.0
        weights[term.stem] = max(own, weights.get(term.stem, 0.0))
        for way in term.ways:
            for part in way:
                weights[part] = max(own / (2 * len(way)), weights.get(part, 0.0))
    return weights


def most_telling(stems: Mapping[str, float], engine: Passages) -> dict[str, float]:
    """The stems that weigh most in the engine's score, of those that any passage holds."""
    frequency = {root: engine.frequency(root) for root in stems}
    count = engine.count()
    weight = {root: stems[root] * idf(held, count) for root, held in frequency.items() if held}
    return {root: stems[root] for root in nlargest(MOST_STEMS, weight, key=weight.__getitem__)}


Found = tuple[Passage, ReportFacts]
Look = Callable[[list[int]], list[Found]]


def find(
    weighed: Weighed, engine: Passages, places: Sequence[Within], look: Look
) -> list[Evidence]:
    """The evidence in any of the places, best first; the first of them is the one asked for.

    ``look`` joins hits to the catalogue; none that is not public.
    """
    hits = [hit for within in places for hit in _hits(weighed, engine, within)]
    scores = {hit.passage_id: hit.score for hit in hits}
    best = max(scores.values(), default=0.0) or 1.0
    found = [
        judged(weighed, one, scores[one[0].passage_id] / best, places[0])
        for one in _looked_up(weighed, list(scores), look)
    ]
    return sorted(found, key=lambda evidence: -evidence.score)


def _hits(weighed: Weighed, engine: Passages, within: Within) -> list[Hit]:
    stems = weighed.kept.once(
        most_telling, lambda: most_telling(stem_weights(weighed.question), engine)
    )
    return weighed.kept.once(within, lambda: engine.search(stems, within, CANDIDATES))


def _looked_up(weighed: Weighed, numbers: list[int], look: Look) -> list[Found]:
    """The passages of these numbers, in order; what was looked up before is not again."""
    held: dict[int, Found] = weighed.kept.once(_looked_up, dict)
    new = look([number for number in numbers if number not in held])
    held.update((found[0].passage_id, found) for found in new)
    return [held[number] for number in numbers if number in held]


class _Read(NamedTuple):
    """What a passage in its report says of a question, whatever else was found."""

    credited: Mapping[str, float]
    covered: float  # of the subject
    score: float  # for that alone


def judged(weighed: Weighed, found: Found, engine_score: float, asked: Within) -> Evidence:
    """A passage as evidence; an ``engine_score`` of 0.0 is of one not found by its words."""
    passage, report = found
    read = weighed.kept.once((_read, passage.passage_id), lambda: _read(weighed, found))
    fits = fitting(weighed.question, asked, report, passage.text)
    score = read.score + WEIGHT_ENGINE * engine_score + WEIGHT_FITS * fits
    return Evidence(passage, report, score, read.covered, engine_score, fits, read.credited)


def _read(weighed: Weighed, found: Found) -> _Read:
    (passage, _), question = found, weighed.question
    credited = weighed.credited(*found)
    return _Read(
        credited,
        coverage(weighed.subject, credited, weighed.rarity),
        WEIGHT_COVERAGE * coverage(question.terms, credited, weighed.rarity)
        + WEIGHT_NEARNESS * nearness(stemmed(passage.text), question.terms)
        + WEIGHT_KIND * states(question, passage.text),
    )


def fitting(question: Question, asked: Within, report: ReportFacts, text: str) -> float:
    """The share of the limits said in a question that a report is within; 0.0 if none was said.

    One that says no date is half within the days if its text speaks of their year.
    """
    front = report.front
    met: list[float] = []
    if question.days and question.days != (None, None):
        met.append(_within_days(question.days, report, text))
    if asked.councils is not None:
        met.append(front.council in asked.councils)
    if asked.committees is not None:
        met.append(front.body in asked.committees)
    if asked.kind is not None:
        met.append(report.kind == asked.kind)
    return sum(met) / len(met) if met else 0.0


def _within_days(days: Days, report: ReportFacts, text: str) -> float:
    first, last = days
    day = report.front.meeting_date
    if day is not None:
        return float((first or day) <= day <= (last or day))
    said = f"{text} {'/'.join(Path(report.source).parts[-2:])}"
    return 0.5 * any(str(one.year) in said for one in (first, last) if one)


def states(question: Question, text: str) -> float:
    """1.0 if a text holds the kind of thing asked for, beside the question's own words."""
    if not (sought := finders(question)):
        return 0.0
    asked = _stems_of(question.text)
    found = (value for finder in sought for value in finder(text))
    return float(any(not _stems_of(value.text) <= asked for value in found))


@lru_cache(maxsize=10_000)
def _stems_of(text: str) -> frozenset[str]:
    """The stems of all of a text's words, grammar too."""
    return frozenset(map(stem, texts_of_words(text)))
