"""The times a question speaks of: which limit it, which only hint, and which do neither."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question.hints import times_in
from index.question.kinds import kind_of
from index.question.when import Days

TODAY = date(2026, 3, 10)  # a Tuesday


def _limit(asked: str) -> Days | None:
    return times_in(asked, kind_of(asked), TODAY).limit


def _hint(asked: str) -> Days | None:
    times = times_in(asked, kind_of(asked), TODAY)
    return None if times.limit else times.hint


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("what was agreed since April 2007", date(2007, 4, 1), None),
        ("what has been said since 2019 about the mast", date(2019, 1, 1), None),
        ("what was agreed until 2007 on bins", None, date(2007, 12, 31)),
        ("what was agreed before 16 March 2011", None, date(2011, 3, 15)),
        ("what was agreed after 16 March 2011", date(2011, 3, 17), None),
        ("decisions in 2006/07 on waste", date(2006, 4, 1), date(2007, 3, 31)),
        ("what was decided in 26/27 on the scheme", date(2026, 4, 1), date(2027, 3, 31)),
        ("what was refused by the panel in 2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("what did cabinet decide last month", date(2026, 2, 1), date(2026, 2, 28)),
        ("any news on the mast this year", date(2026, 1, 1), date(2026, 12, 31)),
        ("reports since April", date(2025, 4, 1), None),
        ("what was discussed from 2014 to 2016", date(2014, 1, 1), date(2016, 12, 31)),
        (
            "Did Ann Cook turn up to the November 2009 meeting",
            date(2009, 11, 1),
            date(2009, 11, 30),
        ),
        ("Who turned up to the June 2018 meeting", date(2018, 6, 1), date(2018, 6, 30)),
        ("the July minutes: what about bins", date(2025, 7, 1), date(2025, 7, 31)),
        ("minutes of 5th Nov 2019", date(2019, 11, 5), date(2019, 11, 5)),
        ("What was agreed in the December 2014 minutes?", date(2014, 12, 1), date(2014, 12, 31)),
        (
            "Outcome of the pool item at cabinet on 21 Jan 2025",
            date(2025, 1, 21),
            date(2025, 1, 21),
        ),
        ("how much was spent, as in the June 2018 minutes", date(2018, 6, 1), date(2018, 6, 30)),
        (
            "what did cabinet approve at the 2016 annual meeting",
            date(2016, 1, 1),
            date(2016, 12, 31),
        ),
        ("what did we agree last Tuesday", date(2026, 3, 3), date(2026, 3, 3)),
        ("in may what did the council agree", date(2025, 5, 1), date(2025, 5, 31)),
    ],
)
def test_a_time_of_papers_meetings_or_deciding_limits(
    asked: str, first: date | None, last: date | None
) -> None:
    assert _limit(asked) == Days(first, last)


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("how much was in the fund at July 2008?", date(2008, 7, 1), date(2008, 7, 31)),
        ("how much did cabinet agree in June 2024", date(2024, 6, 1), date(2024, 6, 30)),
        ("May 2011 - which body was that?", date(2011, 5, 1), date(2011, 5, 31)),
        ("Old garden, Nov 2018: stance taken?", date(2018, 11, 1), date(2018, 11, 30)),
        ("what about the bins (Oct 2015)", date(2015, 10, 1), date(2015, 10, 31)),
        ("bins between March and June 2019", date(2019, 3, 1), date(2019, 6, 30)),
        ("bins, March 2018 to June 2019", date(2018, 3, 1), date(2019, 6, 30)),
        ("bins in 2024 or 2025", date(2024, 1, 1), date(2025, 12, 31)),
        ("when was the bridge to open, in spring 2011?", date(2011, 3, 1), date(2011, 5, 31)),
        ("which dates for cabinet in 2024 were called off", date(2024, 1, 1), date(2024, 12, 31)),
        ("what did we agree last spring", date(2025, 3, 1), date(2025, 5, 31)),
        ("what was agreed late in 2019", date(2019, 9, 1), date(2019, 12, 31)),
        ("when was the June 2018 meeting", date(2018, 6, 1), date(2018, 6, 30)),
        ("What did the report on the 2015 accounts say", date(2015, 1, 1), date(2015, 12, 31)),
        ("backed in July", date(2025, 7, 1), date(2025, 7, 31)),
        ("by Feb 2010 what had been offered", date(2010, 2, 1), date(2010, 2, 28)),
        ("the bridge closed in 2011", date(2011, 1, 1), date(2011, 12, 31)),
        ("car park closed since 2014", date(2014, 1, 1), date(2014, 12, 31)),
        # The most exact of several.
        ("in 2015, on 3 June 2015, what fell", date(2015, 6, 3), date(2015, 6, 3)),
    ],
)
def test_any_other_time_only_hints(asked: str, first: date, last: date) -> None:
    assert _hint(asked) == Days(first, last)


@pytest.mark.parametrize(
    "asked",
    [
        "Who proposed the minutes of the June 2018 meeting?",
        "What had to be put right in the June 2018 minutes?",
        "Who seconded the June 2018 minutes",
        "were the June 2018 minutes approved",
    ],
)
def test_minutes_that_were_approved_hint_at_the_meetings_that_followed(asked: str) -> None:
    assert _hint(asked) == Days(date(2018, 7, 1), date(2018, 10, 9))


@pytest.mark.parametrize(
    "asked",
    [
        "trains until 2018",
        "contracts that end in 2025",
        "which leases expire on 30 September 2025",
        "works starting in June 2027",
        "may members speak",
        "who marched in protest",
        "the summer fair and the Christmas lights",
        "18/01804/FUL",
        "minute 183/20",
        "a grant of £2000",
    ],
)
def test_what_is_to_come_and_what_is_no_time_do_neither(asked: str) -> None:
    times = times_in(asked, kind_of(asked), TODAY)
    assert (times.limit, times.hint) == (None, None)


def test_only_the_words_of_the_limit_are_cut_out() -> None:
    asked = "what was agreed since April 2007 on bins?"
    start, end = times_in(asked, "decided", TODAY).cut
    assert asked[:start] + asked[end:] == "what was agreed  on bins?"


@given(st.text(max_size=80))
def test_any_text_at_all_may_be_asked(asked: str) -> None:
    times = times_in(asked, "other", TODAY)
    assert all(0 <= one.start < one.end <= len(asked) for one in times.spoken)
