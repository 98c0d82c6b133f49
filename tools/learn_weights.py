"""Learn what speaks for a quotation from the questions kept for it: `index.answer.quotes.WEIGHTS`.

Of each question, the quotations of the passages that hold the evidence should come before all
others. The weights printed are those under which that is likeliest, found by following the slope
of the logarithm of that likelihood (the softmax of the scores), with large weights held back.
"""

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.answer.quotes import Marks, Quote, ranked
from index.evaluation.places import Places
from index.evaluation.questions import SetQuestion, read_questions
from index.library import Library, open_library
from index.records import Filters
from index.retrieval.evidence import weigh

ROUNDS, STEP, HELD_BACK = 1500, 0.5, 0.002

Array = NDArray[np.float64]
Case = tuple[Array, Array]  # the marks of a question's quotations, and which are right


def main() -> None:
    """Print the weights learned from the half of the questions that is meant for it."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path, help="a data folder that holds the papers")
    arguments.add_argument("questions", type=Path, nargs="+", help="sets of questions")
    chosen = arguments.parse_args()
    with open_library(chosen.data) as library:
        questions = [q for q in read_questions(chosen.questions) if q.half == "develop"]
        cases = [case for case in _cases(library, questions) if case[1].any()]
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
        quotes = ranked(library._inquire(weigh(understood, library.engine), today, widened=True))
        right = [float(_is_right(quote, true)) for quote in quotes]
        yield np.array([quote.marks for quote in quotes]), np.array(right)


def _is_right(quote: Quote, true: Sequence[tuple[str, tuple[int, int]]]) -> bool:
    passage = quote.evidence.passage
    return any(
        passage.report_id == report and passage.start < end and start < passage.end
        for report, (start, end) in true
    )


def _learned(cases: Sequence[Case]) -> Array:
    weights = np.ones(len(Marks._fields))
    for number in range(ROUNDS):
        slopes = [_slope(marks, right, weights) for marks, right in cases]
        slope = np.mean(slopes, axis=0) + 2 * HELD_BACK * weights
        weights -= STEP / (1 + number / 100) * slope
    return weights


def _slope(marks: Array, right: Array, weights: Array) -> Array:
    """The slope of one question's loss: likely marks drawn away, likely right ones drawn to."""
    scores = marks @ weights
    likely = np.exp(scores - scores.max())
    likely /= likely.sum()
    likely_right = likely * right
    return np.asarray(marks.T @ (likely - likely_right / max(likely_right.sum(), 1e-12)))


def _first(cases: Sequence[Case], weights: Array) -> int:
    return sum(bool(right[np.argmax(marks @ weights)]) for marks, right in cases)


if __name__ == "__main__":
    main()
