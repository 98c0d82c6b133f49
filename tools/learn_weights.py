"""Learn what speaks for a quotation from the questions kept for it: `index.answer.quotes.WEIGHTS`.

Of each question, the quotations of the passages that hold the evidence should come before all
others. The weights printed are those under which that is likeliest, found by following the slope
of the logarithm of that likelihood (the softmax of the scores), with large weights held back.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from index.answer.quotes import Marks, Quote, ranked
from index.evaluation.places import Places
from index.evaluation.questions import SetQuestion, read_questions
from index.library import Library, open_library
from index.records import Filters

ROUNDS, STEP, HELD_BACK = 400, 0.5, 0.005

Case = tuple[list[Marks], list[bool]]  # the quotations of a question, and which are right


def main() -> None:
    """Print the weights learned from the half of the questions that is meant for it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path, help="a data folder that holds the papers")
    arguments.add_argument("questions", type=Path, nargs="+", help="sets of questions")
    chosen = arguments.parse_args()
    with open_library(chosen.data) as library:
        questions = [q for q in read_questions(chosen.questions) if q.half == "develop"]
        cases = [case for case in _cases(library, questions) if any(case[1])]
    weights = _learned(cases)
    print(f"{len(cases)} questions; {_first(cases, weights)} have the evidence first")
    for name, weight in zip(Marks._fields, weights, strict=True):
        print(f"    {name}={weight:.1f},")


def _cases(library: Library, questions: Sequence[SetQuestion]) -> Iterator[Case]:
    places = Places(library.catalogue)
    today = datetime.now(UTC).date()
    for question in questions:
        true = [span for place in question.evidence for span in places.spans(place)]
        understood = library._understand(question.question, Filters(), today)
        quotes = ranked(library._inquire(understood, widened=True))
        yield [quote.marks for quote in quotes], [_is_right(quote, true) for quote in quotes]


def _is_right(quote: Quote, true: Sequence[tuple[str, tuple[int, int]]]) -> bool:
    passage = quote.evidence.passage
    return any(
        passage.report_id == report and passage.start < end and start < passage.end
        for report, (start, end) in true
    )


def _learned(cases: Sequence[Case]) -> list[float]:
    weights = [1.0] * len(Marks._fields)
    for number in range(ROUNDS):
        slope = [2 * HELD_BACK * weight for weight in weights]
        for marks, right in cases:
            _add_slope(slope, marks, right, weights, 1 / len(cases))
        step = STEP / (1 + number / 100)
        weights = [weight - step * part for weight, part in zip(weights, slope, strict=True)]
    return weights


def _add_slope(
    slope: list[float],
    marks: Sequence[Marks],
    right: Sequence[bool],
    weights: Sequence[float],
    share: float,
) -> None:
    """Add the slope of one question's loss: likely marks drawn away, likely right ones drawn to."""
    likely = _softmax([_score(weights, one) for one in marks])
    all_right = sum(p for p, is_right in zip(likely, right, strict=True) if is_right) or 1e-12
    for p, is_right, one in zip(likely, right, marks, strict=True):
        pull = share * (p - (p / all_right if is_right else 0.0))
        if abs(pull) > 1e-7:
            for n, mark in enumerate(one):
                slope[n] += pull * mark


def _softmax(scores: Sequence[float]) -> list[float]:
    most = max(scores)
    powers = [math.exp(score - most) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _score(weights: Sequence[float], marks: Marks) -> float:
    return sum(weight * mark for weight, mark in zip(weights, marks, strict=True))


def _first(cases: Sequence[Case], weights: Sequence[float]) -> int:
    return sum(
        right[max(range(len(marks)), key=lambda n: _score(weights, marks[n]))]
        for marks, right in cases
    )


if __name__ == "__main__":
    main()
