"""Lists of decisions as messages that Slack accepts, with every decision's words unaltered."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.decisions.blocks import Showing, decisions_message
from bot.decisions.page import Page, Turn, carried, turn_in
from bot.decisions.request import MOST
from bot.decisions.table import COLUMNS, MOST_ROWS, decision_table, room_for
from bot.message import MAX_TEXT, Message
from bot.values import packed
from index.records import Decision, DecisionFound, DecisionQuery, Filters, FrontPage, ReportFacts
from index.runs import BodyCoverage, Status
from support.block_kit import problems, quotes, texts

FRONT = FrontPage(
    title="Library opening hours",
    council="Borough of Eastmere",
    body="Cabinet",
    meeting_date=date(2023, 6, 14),
    meeting_date_basis="stated",
)
REPORT = ReportFacts("0" * 16, "papers/hours.txt", "minutes", FRONT, "public", 3, 900)
AGREED = Decision(
    "That the hours be agreed.", "resolved", 0, 25, 0, "approved", "4.2", "31", page=2
)
FOUND = DecisionFound(AGREED, REPORT)
STATUS = Status(
    12, 300, 20, 1, 2, date(2024, 1, 9), 5, None,
    (
        BodyCoverage("Borough of Eastmere", "Cabinet", 9, date(2024, 1, 9)),
        BodyCoverage("Borough of Eastmere", "Licensing Panel", 3, date(2023, 5, 2)),
    ),
)  # fmt: skip
ANY = DecisionQuery()


def page(*found: DecisionFound, query: DecisionQuery = ANY, older: bool = False) -> Page:
    return Page(query, found, older, STATUS)


def assert_slack_accepts(message: Message) -> None:
    assert problems(list(message.blocks)) == []
    assert 0 < len(message.text) <= MAX_TEXT
    assert not re.search(r"<(?!@U)|&(?!amp;|lt;|gt;)", message.text)
    if message.plainer:
        assert_slack_accepts(message.plainer)


def table_of(message: Message) -> dict[str, Any]:
    (table,) = [block for block in message.blocks if block["type"] == "data_table"]
    return table


def elements_of(message: Message) -> dict[str, dict[str, Any]]:
    """What can be pressed or chosen, by its name."""
    (row,) = [block for block in message.blocks if block["type"] == "actions"]
    return {element["action_id"]: element for element in row["elements"]}


def footing(message: Message) -> str:
    return message.blocks[-1]["elements"][0]["text"]


def test_a_decision_is_a_row_with_date_body_words_standing_place_and_paper() -> None:
    message = decisions_message(page(FOUND))
    assert_slack_accepts(message)
    headings, row = table_of(message)["rows"]
    assert [cell["text"] for cell in headings] == [*COLUMNS]
    assert [cell["text"] for cell in row] == [
        "1",
        "14 June 2023",
        "Cabinet",
        "That the hours be agreed.",
        "Resolved: approved",
        "minute 31, paragraph 4.2, page 2",
        "Minutes",
    ]


def test_a_table_is_told_by_its_caption_and_its_rows_by_their_number() -> None:
    table = table_of(decisions_message(page(FOUND, query=DecisionQuery("hours"))))
    assert table["caption"] == "1 decision, newest first (about “hours”)"
    assert table["row_header_column_index"] == 0


def test_dates_are_read_in_uk_order_and_sorted_in_order_of_time() -> None:
    older = replace(
        FOUND, report=replace(REPORT, front=replace(FRONT, meeting_date=date(2022, 12, 1)))
    )
    undated = replace(FOUND, report=replace(REPORT, front=replace(FRONT, meeting_date=None)))
    rows = table_of(decisions_message(page(FOUND, older, undated)))["rows"][1:]
    assert [(row[1]["value"], row[1]["text"]) for row in rows] == [
        (20230614, "14 June 2023"),
        (20221201, "1 December 2022"),
        (0, "not stated"),
    ]


def test_an_inferred_date_says_so() -> None:
    front = replace(FRONT, meeting_date_basis="inferred")
    (row,) = table_of(decisions_message(page(replace(FOUND, report=replace(REPORT, front=front)))))[
        "rows"
    ][1:]
    assert row[1]["text"] == "14 June 2023 (inferred)"


def test_bodies_of_several_councils_are_told_apart() -> None:
    other = replace(REPORT, front=replace(FRONT, council="Stroud District Council"))
    rows = table_of(decisions_message(page(FOUND, replace(FOUND, report=other))))["rows"][1:]
    assert [row[2]["text"] for row in rows] == [
        "Cabinet, Borough of Eastmere",
        "Cabinet, Stroud District Council",
    ]


def test_a_paper_on_the_web_is_a_link_and_any_other_a_name() -> None:
    for url, kind in (("https://x.gov.uk/a.pdf", "link"), ("javascript:x", "text"), (None, None)):
        report = replace(REPORT, url=url)
        (row,) = table_of(decisions_message(page(replace(FOUND, report=report))))["rows"][1:]
        named = row[-1]
        shown = named["elements"][0]["elements"][0]["type"] if "elements" in named else None
        assert shown == kind


def test_the_words_stay_verbatim_and_a_cut_is_marked_and_can_be_read_whole() -> None:
    long = "The committee resolved at length. " * 400
    found = replace(FOUND, decision=replace(AGREED, text=long, end=len(long)))
    message = decisions_message(page(FOUND, found))
    assert_slack_accepts(message)
    whole, cut = [row[3]["text"] for row in table_of(message)["rows"][1:]]
    assert whole == AGREED.text
    assert cut.endswith("…")
    assert long.startswith(cut[:-1])
    assert len(cut) > 9_000
    options = elements_of(message)["context"]["options"]
    assert options[1]["text"]["text"] == "No. 2: Cabinet, 14 June 2023"
    assert options[1]["value"] == packed(report="0" * 16, start=0, end=len(long))


def test_what_short_decisions_leave_long_ones_get() -> None:
    lengths = [10, 1000, 20, 400]
    found = [replace(FOUND, decision=replace(AGREED, text="x" * length)) for length in lengths]
    room = room_for(found, 830)
    assert room == 400
    assert sum(min(length, room) for length in lengths) <= 830


def test_a_hundred_decisions_fill_a_table_and_more_are_left_out() -> None:
    table = decision_table([FOUND] * 300, 1, "Decisions", 1)
    assert len(table.rows) == MOST_ROWS + 1 == 101


def test_a_list_says_what_was_looked_through() -> None:
    message = decisions_message(page(FOUND))
    assert footing(message) == (
        "A recommendation or proposal is not a decision until minutes say so. Looked through 12 "
        "papers of 2 bodies, the newest of 9 January 2024. What no paper held records is not "
        "listed."
    )
    assert "Looked through 12 papers" in message.text


def test_of_one_body_only_its_own_papers_count() -> None:
    message = decisions_message(page(query=DecisionQuery(filters=Filters(body="licensing"))))
    assert "Looked through 3 papers, the newest of 2 May 2023." in message.text


def test_a_body_that_is_not_held_is_said_with_those_that_are() -> None:
    message = decisions_message(page(query=DecisionQuery(filters=Filters(body="Zoo Board"))))
    assert_slack_accepts(message)
    assert message.text.startswith("No decisions were found (of Zoo Board).")
    assert (
        "No paper of “Zoo Board” is held. Held are papers of: Cabinet; Licensing Panel."
        in message.text
    )


def test_nothing_found_says_what_was_asked_for_and_what_to_try() -> None:
    message = decisions_message(page(query=DecisionQuery("<!here>", Filters(body="Cabinet"))))
    assert_slack_accepts(message)
    said = "\n".join(texts(list(message.blocks)))
    assert "No decisions were found (about “<!here>”, of Cabinet). Try fewer words" in said


@pytest.mark.parametrize(
    ("offset", "older", "buttons"),
    [
        (0, False, ["context", "decisions_share"]),
        (0, True, ["context", "decisions_page", "decisions_share"]),
        (10, True, ["context", "decisions_page_newer", "decisions_page", "decisions_share"]),
        (10, False, ["context", "decisions_page_newer", "decisions_share"]),
    ],
)
def test_pages_can_be_turned_as_far_as_there_are_any(
    offset: int, older: bool, buttons: list[str]
) -> None:
    message = decisions_message(page(FOUND, query=DecisionQuery(offset=offset), older=older))
    assert_slack_accepts(message)
    assert list(elements_of(message)) == buttons
    turns = {name: turn_in(one.get("value")) for name, one in elements_of(message).items()}
    for name, at in (("decisions_page_newer", 0), ("decisions_page", offset + 10)):
        turn = turns.get(name)
        assert turn is None or turn.query.offset == at


def test_a_later_page_goes_on_numbering() -> None:
    message = decisions_message(page(FOUND, FOUND, query=DecisionQuery(offset=10)))
    assert [row[0]["text"] for row in table_of(message)["rows"][1:]] == ["11", "12"]
    assert texts(list(message.blocks))[0] == "Decisions 11 to 12, newest first"


def test_a_shared_list_names_who_shared_it_and_says_how_to_ask() -> None:
    query = DecisionQuery("hours", Filters(body="Cabinet"))
    message = decisions_message(page(FOUND, query=query, older=True), Showing(shared_by="U0STAFF"))
    assert_slack_accepts(message)
    assert list(elements_of(message)) == ["context"]
    assert message.text.startswith("Shared by <@U0STAFF>. Decisions 1 to 1, newest first")
    assert {"type": "user", "user_id": "U0STAFF"} in message.blocks[1]["elements"][0]["elements"]
    assert footing(message).endswith("Ask yourself: /decisions about hours by Cabinet 10")


def test_a_subject_too_long_for_buttons_has_none_and_says_how_to_see_more() -> None:
    message = decisions_message(page(FOUND, query=DecisionQuery("é" * 3000), older=True))
    assert_slack_accepts(message)
    assert list(elements_of(message)) == ["context"]
    assert f"say fewer words, a number up to {MOST}" in footing(message)


def test_the_plainer_list_quotes_every_decision_of_the_longest_page() -> None:
    message = decisions_message(page(*[FOUND] * MOST))
    assert_slack_accepts(message)
    assert message.plainer
    assert quotes(list(message.plainer.blocks)) == [AGREED.text] * MOST
    assert elements_of(message.plainer) == elements_of(message)


def test_a_standing_in_the_plainer_list_has_outcome_kind_and_place() -> None:
    plainer = decisions_message(page(FOUND)).plainer
    assert plainer
    assert texts(list(plainer.blocks))[1:5] == [
        "[1] Resolved: approved",
        "That the hours be agreed.",
        "Minutes",
        " · Borough of Eastmere, Cabinet, 14 June 2023 · minute 31, paragraph 4.2, page 2",
    ]


# What buttons carry

WORDS = st.text(max_size=60)
QUERIES = st.builds(
    DecisionQuery,
    about=st.none() | WORDS,
    filters=st.builds(
        Filters,
        council=st.none() | WORDS,
        body=st.none() | WORDS,
        since=st.none() | st.dates(),
        until=st.none() | st.dates(),
        standing=st.sampled_from((None, "resolved", "recommended", "proposed", "reported")),
        kind=st.none(),
    ),
    limit=st.integers(1, MOST),
    offset=st.integers(0, 100_000),
)


@given(QUERIES, st.integers(), st.text(max_size=12), st.booleans())
def test_a_button_gives_back_what_it_was_given(
    query: DecisionQuery, generation: int, seen: str, may_share: bool
) -> None:
    turn = Turn(query, generation, seen, may_share)
    value = carried(turn)
    assert value is None or (len(value) <= 2000 and turn_in(value) == turn)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "decisions 2",
        "[]",
        "{}",
        packed(at=0, n=10, g=1, p=""),
        packed(at=-1, n=10, g=1, p="", share=True),
        packed(at=0, n=4000, g=1, p="", share=True),
        packed(at=0, n=True, g=1, p="", share=True),
        packed(at=0, n="10", g=1, p="", share=True),
        packed(at=0, n=10, g=1, p="", share=True, since="Whitsun"),
        packed(at=0, n=10, g=1, p="", share=True, standing="agreed"),
        packed(at=0, n=10, g=1, p="", share=True, about=["bins"]),
    ],
)
def test_a_button_that_is_not_ours_asks_for_nothing(value: str | None) -> None:
    assert turn_in(value) is None


# Whatever the papers hold, Slack accepts the message.

UNSHRUNK = settings(
    max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)
NASTY = "<!channel> <@U0STAFF> <https://evil.example|minutes> *b* `c` &amp; :tada: \u202e\t|\n"
# Papers are read without control characters.
LETTERS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\t\n")
TEXT = (
    st.text(LETTERS, max_size=200)
    | st.just(NASTY)
    | st.text(LETTERS, min_size=1, max_size=3).map(lambda text: text * 40_000)
)
MAYBE = st.none() | TEXT
FRONTS = st.builds(FrontPage, title=MAYBE, council=MAYBE, body=MAYBE, meeting_date_rule=MAYBE)
FACTS = st.builds(ReportFacts, report_id=st.just("f" * 16), source=TEXT, front=FRONTS, url=MAYBE)
DECISIONS = st.builds(
    Decision, text=TEXT, outcome=MAYBE, label=MAYBE, minute=MAYBE, mover=MAYBE, heading=MAYBE
)
FOUNDS = st.lists(st.builds(DecisionFound, decision=DECISIONS, report=FACTS), max_size=MOST)
ASKED = st.builds(DecisionQuery, about=MAYBE, filters=st.builds(Filters, council=MAYBE, body=MAYBE))
COVERAGE = st.lists(st.builds(BodyCoverage, council=MAYBE, body=MAYBE), max_size=30)
STATUSES = st.builds(Status, by_body=COVERAGE.map(tuple))
SHOWINGS = st.builds(Showing, shared_by=st.sampled_from((None, "U0STAFF")))


@UNSHRUNK
@given(FOUNDS, ASKED, STATUSES, SHOWINGS, st.booleans())
def test_slack_accepts_any_list_and_no_word_of_a_decision_is_altered(
    found: list[DecisionFound], query: DecisionQuery, status: Status, showing: Showing, older: bool
) -> None:
    message = decisions_message(Page(query, tuple(found), older, status), showing)
    assert_slack_accepts(message)
    if not found:
        return
    cells = [row[3]["text"] for row in table_of(message)["rows"][1:]]
    for cell, one in zip(cells, found, strict=True):
        text = one.decision.text
        assert cell == text or text.startswith(cell.removesuffix("…")) or not text.strip()
