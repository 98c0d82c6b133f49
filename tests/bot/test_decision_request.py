"""What follows /decisions."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.decisions.limits import Names
from bot.decisions.request import DEFAULT, MOST, NotUnderstood, decision_query, request_for
from index.records import DecisionQuery, Filters

TODAY = date(2026, 3, 5)
EASTMERE, STROUD = "Borough of Eastmere", "Stroud District Council"
NAMES = Names((EASTMERE, STROUD), ("Cabinet", "Stroud Area Committee", "Planning Committee"))
FEBRUARY = Filters(since=date(2026, 2, 1), until=date(2026, 2, 28))


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
        ("last month", DecisionQuery(filters=FEBRUARY)),
        ("last month 5", DecisionQuery(filters=FEBRUARY, limit=5)),
        ("parking charges last month", DecisionQuery("parking charges", FEBRUARY)),
        ("about bins in February 2026", DecisionQuery("bins", FEBRUARY)),
        ("February 2026", DecisionQuery(filters=FEBRUARY)),
        (
            "parking by Cabinet on 16 March 2011",
            DecisionQuery(
                "parking", Filters(None, "Cabinet", date(2011, 3, 16), date(2011, 3, 16))
            ),
        ),
        ("a tax on parking", DecisionQuery("a tax on parking")),
        ("bins before March 2011 5", DecisionQuery("bins", Filters(until=date(2011, 2, 28)), 5)),
        (
            "by Cabinet after 16 March 2011",
            DecisionQuery(filters=Filters(body="Cabinet", since=date(2011, 3, 17))),
        ),
        (
            "bins between April 2007 and 2008 by Cabinet",
            DecisionQuery("bins", Filters(None, "Cabinet", date(2007, 4, 1), date(2008, 12, 31))),
        ),
        (
            "since 1 April to 30 June 2023",
            DecisionQuery(filters=Filters(since=date(2023, 4, 1), until=date(2023, 6, 30))),
        ),
        (
            "from 1 November 2022 to February",
            DecisionQuery(filters=Filters(since=date(2022, 11, 1), until=date(2023, 2, 28))),
        ),
        (
            "bins between November and February 2023",
            DecisionQuery("bins", Filters(since=date(2022, 11, 1), until=date(2023, 2, 28))),
        ),
        ("clubs after school", DecisionQuery("clubs after school")),
        ("the path between Elm and Oak Road", DecisionQuery("the path between Elm and Oak Road")),
        ("about by-elections", DecisionQuery("by-elections")),
        ("by-law fines by Cabinet", DecisionQuery("by-law fines", Filters(body="Cabinet"))),
        ("the budget 2007", DecisionQuery("the budget 2007")),
        ("by Cabinet last month", DecisionQuery(filters=replace(FEBRUARY, body="Cabinet"))),
        ("access to services", DecisionQuery("access to services")),
        ("income from parking", DecisionQuery("income from parking")),
        (
            "about what was decided by whom by Cabinet",
            DecisionQuery("what was decided", Filters(body="whom by Cabinet")),
        ),
    ],
)
def test_a_request_is_read_by_its_keywords(request_: str, query: DecisionQuery) -> None:
    assert decision_query(request_, TODAY) == query


@pytest.mark.parametrize(
    ("request_", "about", "standing"),
    [
        ("resolved", None, "resolved"),
        ("Recommended 5", None, "recommended"),
        ("recommended about parking", "parking", "recommended"),
        ("about parking resolved only", "parking", "resolved"),
        ("only proposed about parking", "parking", "proposed"),
        ("decided last month", None, "resolved"),
        ("about resolved complaints", "resolved complaints", None),
        ("recommended parking charges", "recommended parking charges", None),
        ("proposed", None, "proposed"),
        ("by Cabinet resolved 5", None, "resolved"),
        ("since April 2007 recommended about bins", "bins", "recommended"),
        ("about complaints resolved", "complaints resolved", None),
    ],
)
def test_a_standing_limits_the_list_where_it_is_no_subject(
    request_: str, about: str | None, standing: str | None
) -> None:
    query = decision_query(request_, TODAY)
    assert (query.about, query.filters.standing) == (about, standing)


@pytest.mark.parametrize(
    ("said", "council", "body"),
    [
        ("Cabinet", None, "Cabinet"),
        ("Eastmere", EASTMERE, None),
        ("the Borough of Eastmere", EASTMERE, None),
        ("Cabinet of Eastmere", EASTMERE, "Cabinet"),
        ("Cabinet, Borough of Eastmere", EASTMERE, "Cabinet"),
        ("Stroud District Council planning committee", STROUD, "planning committee"),
        ("Stroud Area Committee", None, "Stroud Area Committee"),
        ("Stroud", STROUD, None),
        ("the Zoo Board", None, "the Zoo Board"),
    ],
)
def test_who_met_is_a_council_that_is_held_or_a_body(
    said: str, council: str | None, body: str | None
) -> None:
    filters = decision_query(f"by {said}", TODAY, NAMES).filters
    assert (filters.council, filters.body) == (council, body)


def test_a_date_that_cannot_be_read_is_said_so() -> None:
    with pytest.raises(NotUnderstood, match="“Whitsun” could not be read as a date"):
        decision_query("about bins since Whitsun", TODAY)


def test_dates_that_run_backwards_are_said_so() -> None:
    with pytest.raises(NotUnderstood, match="backwards"):
        decision_query("since 2011 until 2007", TODAY)


def test_a_time_said_in_two_ways_is_said_so() -> None:
    with pytest.raises(NotUnderstood, match="says twice from when"):
        decision_query("parking last month since 2020", TODAY)


SUBJECTS = st.lists(st.sampled_from("bins parking charges Mill Lane £40 n°7".split()), max_size=4)
DAYS = st.none() | st.dates(date(1974, 4, 1), date(2030, 1, 1))
FILTERS = st.builds(
    Filters,
    council=st.sampled_from((None, EASTMERE, STROUD)),
    body=st.sampled_from((None, "Cabinet", "Planning Committee", "Zoo Board")),
    since=DAYS,
    until=DAYS,
    standing=st.sampled_from((None, "resolved", "recommended", "proposed")),
    kind=st.none(),
)


@given(SUBJECTS.map(" ".join), FILTERS, st.integers(1, MOST))
def test_any_list_can_be_asked_for_in_words(about: str, filters: Filters, limit: int) -> None:
    if filters.since and filters.until and filters.since > filters.until:
        filters = replace(filters, since=filters.until, until=filters.since)
    query = DecisionQuery(about or None, filters, limit)
    again = request_for(query, NAMES)
    assert again
    assert decision_query(again, TODAY, NAMES) == query


@pytest.mark.parametrize(
    ("request_", "again"),
    [
        ("", "10"),
        ("bins last month 5", "about bins since 1 February 2026 until 28 February 2026 5"),
        ("recommended by Eastmere Cabinet", "only recommended by Cabinet, Borough of Eastmere 10"),
    ],
)
def test_a_list_can_be_asked_for_again_in_words(request_: str, again: str) -> None:
    assert request_for(decision_query(request_, TODAY, NAMES), NAMES) == again


def test_where_words_would_be_read_as_something_else_none_are_given() -> None:
    assert request_for(DecisionQuery("what was decided by whom")) is None


@given(st.text())
def test_any_request_is_read_or_refused_in_words(request_: str) -> None:
    try:
        query = decision_query(request_, TODAY)
    except NotUnderstood:
        query = DecisionQuery()
    assert 1 <= query.limit <= MOST
