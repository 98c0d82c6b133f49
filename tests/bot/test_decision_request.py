"""What follows /decisions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.decision_request import DEFAULT, MOST, NotUnderstood, decision_query
from index.records import DecisionQuery, Filters

TODAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    ("request_", "query"),
    [
        ("", DecisionQuery(limit=DEFAULT)),
        ("5", DecisionQuery(limit=5)),
        ("last 5", DecisionQuery(limit=5)),
        ("99", DecisionQuery(limit=MOST)),
        ("0", DecisionQuery(limit=1)),
        ("about parking charges", DecisionQuery("parking charges")),
        ("parking charges", DecisionQuery("parking charges")),
        ("by Cabinet", DecisionQuery(filters=Filters(body="Cabinet"))),
        ("since April 2007", DecisionQuery(filters=Filters(since=date(2007, 4, 1)))),
        ("until April 2007", DecisionQuery(filters=Filters(until=date(2007, 4, 30)))),
        (
            "About bins BY cabinet Since 2007 until 16 March 2011 3",
            DecisionQuery("bins", Filters(None, "cabinet", date(2007, 1, 1), date(2011, 3, 16)), 3),
        ),
        (
            "by Planning Committee about trees from 2007 to 2008",
            DecisionQuery(
                "trees",
                Filters(None, "Planning Committee", date(2007, 1, 1), date(2008, 12, 31)),
            ),
        ),
        ("about 30", DecisionQuery("30")),
        (
            "about what was decided by whom by Cabinet",
            DecisionQuery("what was decided", Filters(body="whom by Cabinet")),
        ),
    ],
)
def test_a_request_is_read_by_its_keywords(request_: str, query: DecisionQuery) -> None:
    assert decision_query(request_, TODAY) == query


def test_a_date_that_cannot_be_read_is_said_so() -> None:
    with pytest.raises(NotUnderstood, match="“Whitsun” could not be read as a date"):
        decision_query("about bins since Whitsun", TODAY)


def test_dates_that_run_backwards_are_said_so() -> None:
    with pytest.raises(NotUnderstood, match="backwards"):
        decision_query("since 2011 until 2007", TODAY)


@given(st.text())
def test_any_request_is_read_or_refused_in_words(request_: str) -> None:
    try:
        query = decision_query(request_, TODAY)
    except NotUnderstood:
        query = DecisionQuery()
    assert 1 <= query.limit <= MOST
