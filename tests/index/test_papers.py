"""What speaks for a paper, and the passages that its sections speak for."""

from datetime import date
from pathlib import Path

import pytest

from index.library import open_library
from index.question import Question, Term
from index.records import Filters
from index.retrieval.evidence import weigh
from index.retrieval.papers import names_in
from support.commands import ingested, run_json

LIDO = """FENWICK BOROUGH COUNCIL

Cabinet, 4 March 2025

Report of the Director of Place

LIDO LEASE

1. Background

The lido is let to a club of swimmers, whose lease of the lido ends in June.

2. Alternative options considered

None.

3. Legal implications

Section 123 forbids a disposal below the best price.
"""
OTHER = """FENWICK BOROUGH COUNCIL

Cabinet, 8 April 2025

Report of the Director of Place

MARKET STALLS

1. Background

The stalls are let by the day, and a lease was never offered for a stall.

2. Alternative options considered

To sell the stalls.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two reports, ingested."""
    return ingested(tmp_path_factory.mktemp("papers"), {"lido.txt": LIDO, "stalls.txt": OTHER})


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("did anyone weigh up anything else before the lido lease?", "None."),
        ("what is the legal position on the lido lease?", "Section 123 forbids"),
    ],
)
def test_a_section_that_shares_no_word_with_the_question_is_found(
    question: str, words: str, data: Path
) -> None:
    excerpts = [cited["excerpt"] for cited in run_json("ask", question, data=data)["citations"]]
    assert any(words in excerpt for excerpt in excerpts[:2]), excerpts


def test_the_paper_that_holds_all_that_is_asked_about_is_the_most_likely(data: Path) -> None:
    with open_library(data) as library:
        today = date(2026, 1, 1)
        understood = library._understand("options for the lido lease", Filters(), today)
        inquiry = library._inquire(weigh(understood, library.engine), today)
        by_title = {
            one.report.front.title: inquiry.papers[one.report.report_id] for one in inquiry.evidence
        }
    assert by_title["LIDO LEASE"].united == 1.0
    assert by_title["MARKET STALLS"].united < 1.0


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("what did Fenwick decide on bins", ["Fenwick", "bins"], ["Fenwick"]),
        ("Bins in TRSS", ["Bins", "TRSS"], ["TRSS"]),
        ("who spoke. Bins were full", ["spoke", "Bins"], []),
        ("WHO LEADS ON BINS", ["LEADS", "BINS"], []),
    ],
)
def test_names_are_told_by_their_capitals(text: str, words: list[str], names: list[str]) -> None:
    terms = tuple(Term(word, word.casefold()) for word in words)
    question = Question(text, "other", terms, Filters())
    assert [term.asked for term in names_in(question)] == names
