"""Questions as officers ask them, made from the very papers that are to answer them."""

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import cycle

from index.records import Report
from tests.benchmarks.prose import said_day
from tests.benchmarks.words import people, places, vocabulary

MOST_SAMPLED = 600  # papers that questions are made from, from one end of the library to the other

_TEMPLATES = {
    "who": (
        "Who is the lead officer for {topic}?",
        "Who moved the {topic} item at {body} on {day}?",
        "who was appointed to oversee {topic} in {town}",
        "Which officer wrote the report on {title}?",
    ),
    "decided": (
        "What did {body} decide about {topic}?",
        "What was decided on {title} in {year}?",
        "decision on {topic} at {place}",
        "What did {council} resolve about {title}?",
    ),
    "when": (
        "When was {title} approved?",
        "When does the lease at {place} run out?",
        "When will the work on {topic} at {place} end?",
        "what date did {body} consider {topic}",
    ),
    "how_much": (
        "How much will {title} cost?",
        "How much is set aside for {place}?",
        "{topic} {place} cost",
        "What is the budget for {topic} in {year}?",
    ),
    "list": (
        "List the decisions of {body} in {month}",
        "Which schemes at {place} have a budget?",
        "What recommendations were made on {topic} by {council} since {year}?",
        "List the reports about {topic} and {word}",
    ),
    "latest": (
        "What is the latest on {topic}?",
        "What is the current position on {title}?",
        "latest decision about {topic} in {town}",
        "Where are we now with {topic} at {place}?",
    ),
    "yes_no": (
        "Has {body} approved {title}?",
        "Did {council} agree to the {topic} at {place}?",
        "Is there a petition about {topic} at {place}?",
        "Was {person} consulted on {topic}?",
    ),
    "other": (
        "What does {short} stand for?",
        "What do papers say of {rare} and {topic}?",
        "What was decided about {reference}?",
        "Why was the {rare} {word} not brought to {body} before {year}?",
    ),
}


def questions(reports: Sequence[Report], count: int = 240, seed: int = 2) -> list[str]:
    """So many different questions, as many of each kind, in an order of no meaning."""
    chance = random.Random(seed)
    every = [pattern for kind in zip(*_TEMPLATES.values(), strict=True) for pattern in kind]
    papers = [r for r in reports if r.kind in ("report", "decision")]
    made: dict[str, None] = {}
    for pattern in cycle(every):
        made[_asked(pattern, papers, chance)] = None
        if len(made) >= count:
            break
    asked = list(made)
    chance.shuffle(asked)
    return asked


class Sample:
    """A few papers from all over a stream of them, kept while they pass by."""

    def __init__(self, most: int = MOST_SAMPLED, seed: int = 3) -> None:
        """Keep nothing yet."""
        self.kept: list[Report] = []
        self._most = most
        self._met = 0
        self._chance = random.Random(seed)

    def of(self, reports: Iterable[Report]) -> Iterable[Report]:
        """The stream itself; each paper is as likely to be kept as any other."""
        for report in reports:
            self._met += 1
            if len(self.kept) < self._most:
                self.kept.append(report)
            elif (place := self._chance.randrange(self._met)) < self._most:
                self.kept[place] = report
            yield report


def _asked(pattern: str, papers: Sequence[Report], chance: random.Random) -> str:
    if "{short}" in pattern:
        papers = [paper for paper in papers if paper.abbreviations] or papers
    report = chance.choice(papers)
    front, day = report.front, report.front.meeting_date
    assert day is not None
    title = (front.title or "").removeprefix("Decision notice: ")
    subject, _, place = title.partition(", ")
    own = report.text.split()
    values: dict[str, Callable[[], str]] = {
        "topic": lambda: f"{subject.lower()} {chance.choice(_plain(own))}".strip(),
        "title": lambda: title,
        "body": lambda: front.body or "",
        "council": lambda: front.council or "",
        "town": lambda: (front.council or "").split()[0],
        "place": lambda: place or chance.choice(_placed(own)),
        "person": lambda: front.author or people().words[0],
        "day": lambda: said_day(day),
        "month": lambda: f"{day:%B %Y}",
        "year": lambda: str(day.year),
        "word": lambda: chance.choice(vocabulary().words[:400]),
        "rare": lambda: vocabulary().rare(chance),
        "short": lambda: next((a.short for a in report.abbreviations), "PSB"),
        "reference": lambda: front.reference or "",
    }
    return pattern.format(**{name: value() for name, value in values.items()})


def _plain(words: Sequence[str]) -> list[str]:
    """Words of the paper in small letters, and half of the time none."""
    found = [word for word in words if word.islower() and word.isalpha() and len(word) > 4]
    return [*found, *("" for _ in found)] or [""]


def _placed(words: Sequence[str]) -> list[str]:
    known = frozenset(places().words)
    return [word for word in words if word in known] or places().words[:1]
