"""Sentences of made-up papers: grammar around words of their subject and of the language."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tests.benchmarks.words import Words, people, places, vocabulary

_ON_TOPIC = 0.3  # of the words of a paper that are of its subject
_TOPIC_WORDS = 36
_FACTS = 0.22  # of the sentences that state a figure, a day, a person or a place

_SENTENCES = """The {} {} has been brought to the {} of the {} by the {}.
There is a {} for the {} and the {} to be {} with each {} of the {} in the {}.
It was {} that the {} would {} the {}, and that this had been {} before.
Members asked whether the {} of the {} could be {} without a {} to the {}.
The {} is not {} by the {}, although the {} and the {} may be.
In the {} of a {}, the {} will be {} to the {} under the {} {}.
A {} {} was held with the {} so that the {} might be {} at an early {}.
Some {} and {} have been {}, while the {} remains with the {}.
Officers will {} the {} of each {} and {} it against the {} of the {} {}.
The {} sets out how the {}, the {} and the {} are to be {} over the {}.
Where the {} is {}, the {} should have {} to the {} and its {}.
This is in line with the {} {} and the {} of the {} that was {} then.
No {} to the {} was {} from the {}; the {} is therefore as it was.
More than one {} had {} about the {}, and about its {} on the {} {}.
The {} of {} and {} is a matter for the {}, which has {} it twice.""".splitlines()

_FACT_SENTENCES = """The cost of the {word} is put at £{money}, to be met from the {topic} budget.
A sum of £{money} has been set aside for {place}, and £{small} a year after that.
{person} leads on the {topic} and will report on the {word} by {day}.
Work at {place} began on {day} and is to end within {months} months.
The number of {word} at {place} rose by {share}% to {number} over the year.
A petition of {number} names about the {topic} at {place} was handed in by {person}.
The charge will go up from £{small} to £{fee} from {day}.
Of those who replied, {share}% were for the {word} and {other}% against.
The lease of the {topic} at {place} runs until {day} at a rent of £{small}.
The {word} {number} for {place} was approved on {day} on the word of {person}.""".splitlines()

BOILERPLATE = """There are no legal implications arising directly from this report.
The costs set out in this report can be met from within existing budgets.
An equality impact assessment has been made and no adverse impact was found.
There are no staffing implications arising from the recommendations in this report.
The background papers are held by the author of the report and may be seen on request.
The risks of the proposal are held in the corporate risk register and looked at each quarter.
Consultation with ward members has taken place and their views are set out above.
This report contributes to the council's aims of safe, clean and thriving places.""".splitlines()


def said_day(day: date) -> str:
    """A day as papers print it."""
    return f"{day.day} {day:%B %Y}"


def money(chance: random.Random) -> str:
    """A sum, more often small than large."""
    return f"{round(10 ** chance.uniform(3, 6.7), -2):,.0f}"


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes on one subject, on one day."""

    chance: random.Random
    topic: tuple[str, ...]
    about: Words  # the words of the subject
    day: date

    def sentence(self) -> str:
        """A sentence with a fact in it, or one of words alone."""
        if self.chance.random() < _FACTS:
            return self._fact()
        pattern = self.chance.choice(_SENTENCES)
        return pattern.format(*self.words(pattern.count("{}")))

    def words(self, count: int) -> list[str]:
        """Words of the language, some of them of the subject."""
        own = round(count * _ON_TOPIC + self.chance.random() - 0.5)
        drawn = vocabulary().draw(self.chance, count - own) + self.about.draw(self.chance, own)
        self.chance.shuffle(drawn)
        return drawn

    def paragraph(self, fewest: int, most: int) -> str:
        """So many sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(fewest, most)))

    def some_day(self) -> date:
        """A day within two years of the paper's."""
        return self.day + timedelta(days=self.chance.randint(-700, 700))

    def person(self) -> str:
        """Somebody."""
        return people().draw(self.chance, 1)[0]

    def place(self) -> str:
        """Somewhere."""
        return places().draw(self.chance, 1)[0]

    def _fact(self) -> str:
        share = self.chance.randint(3, 96)
        return self.chance.choice(_FACT_SENTENCES).format(
            word=" ".join(self.words(2)),
            topic=" ".join(self.topic),
            money=money(self.chance),
            small=self.chance.randint(5, 9500),
            fee=self.chance.randint(10, 950),
            number=self.chance.randint(11, 4000),
            months=self.chance.randint(2, 30),
            share=share,
            other=100 - share,
            place=self.place(),
            person=self.person(),
            day=said_day(self.some_day()),
        )


def writer(chance: random.Random, topic: tuple[str, ...], day: date) -> Writer:
    """One who writes on a subject with some words of their own, rare ones among them."""
    own = [*topic, *_subject_words(chance)]
    return Writer(chance, topic, Words(own, 0.7), day)


def _subject_words(chance: random.Random) -> Iterator[str]:
    rare = _TOPIC_WORDS // 6
    yield from vocabulary().draw(chance, _TOPIC_WORDS - rare)
    yield from (vocabulary().rare(chance) for _ in range(rare))
