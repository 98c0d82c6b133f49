"""The days a question speaks of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.when import MONTHS, Days, read_when, said_in

TODAY = date(2026, 3, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2007", date(2007, 1, 1), date(2007, 12, 31)),
        ("April 2007", date(2007, 4, 1), date(2007, 4, 30)),
        ("feb 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2006/07", date(2006, 4, 1), date(2007, 3, 31)),
        ("2006-2007", date(2006, 4, 1), date(2007, 3, 31)),
        ("16 March 2011", date(2011, 3, 16), date(2011, 3, 16)),
        ("6th of September, 2007", date(2007, 9, 6), date(2007, 9, 6)),
        ("2011-03-16", date(2011, 3, 16), date(2011, 3, 16)),
        ("16/03/2011", date(2011, 3, 16), date(2011, 3, 16)),
        ("last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("this year", date(2026, 1, 1), date(2026, 12, 31)),
        ("last week", date(2026, 3, 2), date(2026, 3, 8)),
        ("last 7 days", date(2026, 3, 3), date(2026, 3, 10)),
        ("yesterday", date(2026, 3, 9), date(2026, 3, 9)),
        # Without a year, the latest that has begun: never a month still to come.
        ("April", date(2025, 4, 1), date(2025, 4, 30)),
        ("March", date(2026, 3, 1), date(2026, 3, 31)),
        ("20 March", date(2025, 3, 20), date(2025, 3, 20)),
    ],
)
def test_words_for_days_are_read(words: str, first: date, last: date) -> None:
    assert read_when(words, TODAY) == Days(first, last)


@pytest.mark.parametrize(
    "words", ["", "the leisure trust", "31 November 2007", "2006/09", "29 February 2025", "item 6"]
)
def test_words_that_are_no_days_mean_none(words: str) -> None:
    assert read_when(words, TODAY) == Days(None, None)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("what was agreed since April 2007", date(2007, 4, 1), None),
        ("what was agreed until 2007 on bins", None, date(2007, 12, 31)),
        ("what was agreed before 16 March 2011", None, date(2011, 3, 15)),
        ("what was agreed after 16 March 2011", date(2011, 3, 17), None),
        ("decisions in 2006/07 on waste", date(2006, 4, 1), date(2007, 3, 31)),
        ("what did cabinet decide last month", date(2026, 2, 1), date(2026, 2, 28)),
    ],
)
def test_a_question_can_limit_itself_in_time(
    question: str, first: date | None, last: date | None
) -> None:
    said = said_in(question, TODAY)
    assert said is not None
    assert said.days == Days(first, last)


@pytest.mark.parametrize(
    "question", ["may members speak", "who marched in protest", "what is item 2007 about"]
)
def test_a_question_without_a_limit_has_none(question: str) -> None:
    assert said_in(question, TODAY) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    month = MONTHS[day.month - 1]
    for written in (f"{day.day} {month} {day.year}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}"):
        assert read_when(written, TODAY) == Days(day, day)


@given(st.text(max_size=80))
def test_any_text_at_all_may_be_asked(text: str) -> None:
    said = said_in(text, TODAY)
    assert said is None or 0 <= said.start < said.end <= len(text)


@given(st.sampled_from(MONTHS), st.integers(1990, 2030))
def test_a_month_runs_from_its_first_day_to_its_last(month: str, year: int) -> None:
    first, last = read_when(f"{month} {year}", TODAY)
    assert first
    assert last
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    assert (last + timedelta(days=1)) > first
