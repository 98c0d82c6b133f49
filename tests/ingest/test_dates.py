"""Dates are read as council papers write them, and never made up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import MONTHS, WEEKDAYS, find_dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held on 6 th September 2007 at the Town Hall", date(2007, 9, 6)),
        ("16th March 2011", date(2011, 3, 16)),
        ("5th March, 2003", date(2003, 3, 5)),
        ("Tuesday 4th of November 2025", date(2025, 11, 4)),
        ("Dydd Mawrth, 4 Mawrth 2025", date(2025, 3, 4)),
        ("9 MAI 2024", date(2024, 5, 9)),
        ("the 4th day of November 2025", date(2025, 11, 4)),
        ("TUESDAY, 4 NOVEMBER 2025", date(2025, 11, 4)),
        ("Tues 4 Nov. 2025 at 7pm", date(2025, 11, 4)),
        ("November 4, 2025", date(2025, 11, 4)),
        ("Saturday May 3rd, 2025", date(2025, 5, 3)),
        ("04/11/2025", date(2025, 11, 4)),
        ("4.11.25", date(2025, 11, 4)),
        ("4-11-2025", date(2025, 11, 4)),
        ("1.5.98", date(1998, 5, 1)),
        ("2025-11-04", date(2025, 11, 4)),
        ("2025-11-04T19:00:00", date(2025, 11, 4)),
        ("minutes_2018-11-06.pdf", date(2018, 11, 6)),
        ("Committee Room 3, 6 November 2007", date(2007, 11, 6)),
        ("Item 6 - 4 November 2025", date(2025, 11, 4)),
        ("3 0ctober 2017", date(2017, 10, 3)),
        ("29 February 2012", date(2012, 2, 29)),
        ("on 1 6th March 2011", date(2011, 3, 16)),
        ("Tuesday 1 6 March 2010", date(2010, 3, 16)),
        ("16thMarch2011", date(2011, 3, 16)),
        ("4th.May 2021", date(2021, 5, 4)),
        ("Thurs.6th May 2021", date(2021, 5, 6)),
        ("Tuesday - 4 November 2025", date(2025, 11, 4)),
        ("4 November ’25", date(2025, 11, 4)),
        ("4 Nov 25", date(2025, 11, 4)),
        ("4-Nov-25", date(2025, 11, 4)),
        ("04/NOV/2025", date(2025, 11, 4)),
        ("04 / 11 / 2025", date(2025, 11, 4)),
        ("at 7.00pm on 4.11.25", date(2025, 11, 4)),
        ("Room 1 6th March 2011", date(2011, 3, 6)),
        ("on 3 9 March 2011", date(2011, 3, 9)),
    ],
)
def test_a_date_is_read_in_each_way_papers_write_it(text: str, expected: date) -> None:
    assert [found.value for found in find_dates(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "the financial year 2016/17",
        "in 2010-11 and 2010–11",
        "Item 6",
        "Item 6 May be taken first",
        "ext 5270",
        "31 November",
        "31 November 2010",
        "29 Feb 2011",
        "10 may attend",
        "paragraph 4.11.25 above",
        "version 1.2.10.5",
        "131 November 2010",
        "£10 November",
        "01384 814884",
        "In November 4 members resigned",
        "March 2011",
        "32/01/2010",
        "application 22/01/12/FUL",
        "Ref: 10/11/12",
        "sort code 20-10-25",
        "part no. 10 MAY3",
        "the 1st Marchmont hall",
        "from 7.30 to 9.15 pm",
        "minutes 12/24 and 13/24",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert find_dates(text) == ()


def test_a_date_without_its_year_says_so() -> None:
    (found,) = find_dates("Executive Cabinet, 10 November")
    assert (found.day, found.month, found.year, found.value) == (10, 11, None, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6th and 7th November 2007", [6, 7]),
        ("6–8 November 2007", [6, 8]),
        ("5, 6 and 7 November 2007", [5, 6, 7]),
        ("Tuesday 6 and Wednesday 7 November 2007", [6, 7]),
        ("week of 19/20 November 2007", [19, 20]),
        ("Item 9 - 4 November 2007", [4]),
    ],
)
def test_a_range_gives_each_day_it_names(text: str, days: list[int]) -> None:
    assert [found.value for found in find_dates(text)] == [date(2007, 11, day) for day in days]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("30 November and 1 December 2019", [date(2019, 11, 30), date(2019, 12, 1)]),
        ("6 November 2007–8 November 2007", [date(2007, 11, 6), date(2007, 11, 8)]),
        ("28 December – 2 January 2020", [None, date(2020, 1, 2)]),
        ("31 November and 1 December 2019", [date(2019, 12, 1)]),
        ("4 May. The board met on 6 June 2020", [None, date(2020, 6, 6)]),
    ],
)
def test_a_year_is_shared_only_by_days_joined_within_it(text: str, days: list[date | None]) -> None:
    assert [found.value for found in find_dates(text)] == days


def test_a_long_run_of_days_is_read_in_good_time() -> None:
    assert find_dates("1, 2, " * 20_000) == ()


def test_a_span_covers_the_words_of_the_date() -> None:
    text = "The panel met on 6th and 7th November 2007 at noon."
    assert [text[d.start : d.end] for d in find_dates(text)] == ["6th", "7th November 2007"]


def test_a_weekday_that_does_not_fit_is_noticed() -> None:
    right, wrong = find_dates("Tuesday 4 November 2025; Wednesday 4 November 2025")
    assert (right.weekday_agrees, wrong.weekday_agrees) == (True, False)


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


_WAYS = {
    "plain": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "ordinal": lambda d: f"{d.day}{_ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "spaced ordinal": lambda d: f"{d.day} {_ordinal(d.day)} {MONTHS[d.month - 1]} {d.year}",
    "comma": lambda d: f"{d.day}{_ordinal(d.day)} {MONTHS[d.month - 1]}, {d.year}",
    "of": lambda d: (
        f"{WEEKDAYS[d.weekday()]} {d.day}{_ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}"
    ),
    "capitals": lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    "short month": lambda d: f"{d.day} {MONTHS[d.month - 1][:3]} {d.year}",
    "month first": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "slashes": lambda d: f"{d.day:02}/{d.month:02}/{d.year}",
    "points": lambda d: f"{d.day}.{d.month}.{d.year % 100:02}",
    "spaced slashes": lambda d: f"{d.day} / {d.month} / {d.year}",
    "hyphens": lambda d: f"{d.day:02}-{d.month:02}-{d.year}",
    "short month and hyphens": lambda d: f"{d.day:02}-{MONTHS[d.month - 1][:3]}-{d.year % 100:02}",
    "run together": lambda d: f"{d.day}{_ordinal(d.day)}{MONTHS[d.month - 1]}{d.year}",
    "weekday and comma": lambda d: (
        f"{WEEKDAYS[d.weekday()][:3]}, {d.day} {MONTHS[d.month - 1][:3]} {d.year}"
    ),
    "ISO": lambda d: d.isoformat(),
}


@pytest.mark.parametrize("way", _WAYS)
@given(day=st.dates(date(1980, 1, 1), date(2079, 12, 31)), before=st.sampled_from(["", "on ", "("]))
def test_any_date_written_any_of_these_ways_is_read_back(way: str, day: date, before: str) -> None:
    text = f"{before}{_WAYS[way](day)}; and so on"
    (found,) = find_dates(text)
    assert found.value == day
    assert text[found.start : found.end] == _WAYS[way](day)


@given(st.text(alphabet="0123456789/.-– thndrsNovemberMay", max_size=60) | st.text(max_size=80))
def test_nothing_is_found_that_the_text_does_not_say(text: str) -> None:
    for found in find_dates(text):
        words = text[found.start : found.end]
        assert str(found.day) in words
        assert found.year is None or str(found.year)[2:] in text


@given(
    st.integers(1900, 2099).flatmap(
        lambda year: st.sampled_from(
            [f"{year}/{(year + 1) % 100:02}", f"{year}-{(year + 1) % 100:02}", f"{year}–{year + 1}"]
        )
    )
    | st.from_regex(r"\A[£(]?\d{1,12}[).,%]?\Z")
    | st.from_regex(r"\A0\d{3,4} \d{6}\Z")
    | st.from_regex(r"\A\d{1,2}[.:]\d\d ?[ap]m\Z")
)
def test_figures_years_telephones_and_times_hold_no_date(figures: str) -> None:
    assert find_dates(f"In {figures} it was so") == ()
