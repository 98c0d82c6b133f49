"""A question, as we understand it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language import STOP_WORDS, stem, words
from index.question import Known, phrase_of, understand
from index.question.names import is_name_of

TODAY = date(2026, 3, 10)
BODIES = ("Cabinet", "Executive Cabinet", "Overview and Scrutiny Committee", "Council")
KNOWN = Known(councils=("Marrowby Borough Council",), bodies=BODIES)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("what did cabinet decide on Blackpool", "cabinet"),
        ("what did the executive cabinet decide on Blackpool", "executive cabinet"),
        ("what was agreed by the scrutiny committee on bins", "scrutiny committee"),
        ("what did full council resolve in 2007", "full council"),
        # Who sits on a body, or what the council does, is not a question within that body's papers.
        ("who chairs the scrutiny committee", None),
        ("who is the cabinet member for housing", None),
        ("what has the council decided on parking", None),
        # A body that plainly acts limits the question even where no paper of it is held.
        ("what did the allotments panel decide", "allotments panel"),
        ("which allotments panel was that", None),
        ("what did the cabinet member for housing decide", None),
        ("what did the licensing committee decide about taxis", "licensing committee"),
    ],
)
def test_a_body_that_acts_or_meets_limits_the_question(question: str, body: str | None) -> None:
    assert understand(question, KNOWN, TODAY).filters.body == body


@pytest.mark.parametrize(
    ("question", "since"),
    [
        ("what was agreed on contracts in 2025", date(2025, 1, 1)),
        ("which contracts end in 2025", None),
        ("what expires on 30 September 2025", None),
    ],
)
def test_when_something_happens_does_not_limit_the_papers(
    question: str, since: date | None
) -> None:
    assert understand(question, KNOWN, TODAY).filters.since == since


def test_a_council_named_in_full_or_by_its_place_limits_the_question() -> None:
    for name in ("Marrowby Borough Council", "Marrowby Council", "marrowby borough council's"):
        asked = understand(f"what did {name} decide on bins", KNOWN, TODAY)
        assert asked.filters.council == "Marrowby Borough Council"
        assert [term.asked for term in asked.subject] == ["bins"]


def test_a_place_alone_is_a_word_to_search_for() -> None:
    asked = understand("bins in Marrowby", KNOWN, TODAY)
    assert asked.filters.council is None
    assert [term.asked for term in asked.terms] == ["bins", "Marrowby"]


def test_words_that_shape_a_question_are_searched_but_name_no_subject() -> None:
    asked = understand("what was the latest decision about the leisure trust", KNOWN, TODAY)
    assert [term.asked for term in asked.terms] == ["latest", "decision", "leisure", "trust"]
    assert [term.asked for term in asked.subject] == ["leisure", "trust"]


def test_a_question_of_soft_words_only_is_about_those() -> None:
    asked = understand("what is the latest report", KNOWN, TODAY)
    assert [term.asked for term in asked.subject] == ["latest", "report"]


def test_abbreviations_work_in_both_directions() -> None:
    short, long = phrase_of("LSP"), phrase_of("Local Strategic Partnership")
    known = Known(abbreviations={short: frozenset({long}), long: frozenset({short})})
    assert long in understand("who runs the LSP", known, TODAY).subject[-1].ways
    for term in understand("the local strategic partnership", known, TODAY).terms:
        assert short in term.ways


def test_capitals_keep_a_word_that_small_letters_would_lose() -> None:
    assert [t.asked for t in understand("who leads on IT", KNOWN, TODAY).terms] == ["leads", "IT"]
    assert [t.asked for t in understand("is it leads", KNOWN, TODAY).terms] == ["leads"]


def test_a_word_said_twice_is_searched_once() -> None:
    asked = understand("parking and car parking", Known(), TODAY)
    assert [term.stem for term in asked.terms] == ["park", "car"]


@given(st.text(max_size=200))
def test_any_text_at_all_may_be_asked_and_no_word_is_lost(text: str) -> None:
    asked = understand(text, Known(), TODAY)
    held = {term.stem for term in asked.terms}
    left_out = {w.text for w in words(asked.text) if stem(w.text) not in held}
    spoken_dates = bool(asked.filters.since or asked.filters.until)
    assert spoken_dates or all(word.casefold() in STOP_WORDS for word in left_out)


def test_a_body_is_known_by_any_words_of_its_name() -> None:
    assert is_name_of("scrutiny committee", "Overview and Scrutiny Committee")
    assert not is_name_of("planning committee", "Overview and Scrutiny Committee")
