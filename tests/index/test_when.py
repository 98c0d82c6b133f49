"""The days a question speaks of."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.when import MONTHS, Days, read_when

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
        ("Nov '18", date(2018, 11, 1), date(2018, 11, 30)),
        ("Sept. 2018", date(2018, 9, 1), date(2018, 9, 30)),
        ("Tuesday, 16th March 2011", date(2011, 3, 16), date(2011, 3, 16)),
        ("March 16th, 2011", date(2011, 3, 16), date(2011, 3, 16)),
        ("5/11/19", date(2019, 11, 5), date(2019, 11, 5)),
        ("5.11.2019", date(2019, 11, 5), date(2019, 11, 5)),
        ("3 to 9 June 2019", date(2019, 6, 3), date(2019, 6, 9)),
        ("early May 2019", date(2019, 5, 1), date(2019, 5, 15)),
        ("end of May 2019", date(2019, 5, 15), date(2019, 5, 31)),
        ("early 2016", date(2016, 1, 1), date(2016, 4, 30)),
        ("mid-2016", date(2016, 5, 1), date(2016, 8, 31)),
        ("late 2016", date(2016, 9, 1), date(2016, 12, 31)),
        ("the end of 2016", date(2016, 10, 1), date(2016, 12, 31)),
        ("spring 2011", date(2011, 3, 1), date(2011, 5, 31)),
        ("winter of 2010", date(2010, 12, 1), date(2011, 2, 28)),
        ("winter 2010/11", date(2010, 12, 1), date(2011, 2, 28)),
        ("Q3 2019", date(2019, 7, 1), date(2019, 9, 30)),
        ("third quarter of 2019/20", date(2019, 10, 1), date(2019, 12, 31)),
        ("Q4 2019/20", date(2020, 1, 1), date(2020, 3, 31)),
        ("1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("financial year 2015-16", date(2015, 4, 1), date(2016, 3, 31)),
        ("2014-2016", date(2014, 1, 1), date(2016, 12, 31)),
        ("last spring", date(2025, 3, 1), date(2025, 5, 31)),
        ("last winter", date(2025, 12, 1), date(2026, 2, 28)),
        ("this summer", date(2026, 6, 1), date(2026, 8, 31)),
        ("last June", date(2025, 6, 1), date(2025, 6, 30)),
        ("last March", date(2025, 3, 1), date(2025, 3, 31)),
        ("next February", date(2027, 2, 1), date(2027, 2, 28)),
        ("last quarter", date(2025, 10, 1), date(2025, 12, 31)),
        ("next month", date(2026, 4, 1), date(2026, 4, 30)),
        ("this financial year", date(2025, 4, 1), date(2026, 3, 31)),
        ("the last two years", date(2024, 3, 10), date(2026, 3, 10)),
        ("two years ago", date(2024, 1, 1), date(2024, 12, 31)),
        ("last Tuesday", date(2026, 3, 3), date(2026, 3, 3)),
        ("Christmas 2019", date(2019, 12, 1), date(2019, 12, 31)),
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


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    month = MONTHS[day.month - 1]
    for written in (f"{day.day} {month} {day.year}", f"{day:%Y-%m-%d}", f"{day:%d/%m/%Y}"):
        assert read_when(written, TODAY) == Days(day, day)


@given(st.sampled_from(MONTHS), st.integers(1990, 2030))
def test_a_month_runs_from_its_first_day_to_its_last(month: str, year: int) -> None:
    first, last = read_when(f"{month} {year}", TODAY)
    assert first
    assert last
    assert first.day == 1
    assert (last + timedelta(days=1)).day == 1
    assert (last + timedelta(days=1)) > first
