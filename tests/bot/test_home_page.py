"""The App Home page: what each person sees of papers, follows and, if they may, of ingests."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from bot.administration.home_page import Followed, HomePage, home_view, privacy
from bot.administration.job import UnderWay
from bot.administration.panel import Panel
from bot.choices import Choices
from index.acts import Act, Doing
from index.records import Decision, DecisionFound, FrontPage, ReportFacts
from index.runs import BodyCoverage, Run, RunItem, Status
from index.shelf import open_shelf
from support.block_kit import quotes, texts, view_problems
from support.held import RESOLVED
from support.town import Office
from support.workspace import ADMIN, GUEST, OFFICER, STAFF

RUN = Run(7, "finished", "2024-01-09T10:00:00+00:00", "2024-01-09T10:01:00+00:00", added=2)
STATUS = Status(
    12, 300, 20, 1, 2, date(2024, 1, 9), 5, RUN,
    (BodyCoverage("Borough of Eastmere", "Cabinet", 12, date(2024, 1, 9)),),
)  # fmt: skip
PAGE = HomePage(Choices(), STATUS)
STARTED = "2024-01-10T09:30:00+00:00"


def words_of(page: HomePage) -> str:
    view = home_view(page)
    assert view_problems(view, "home") == []
    return "\n".join(texts(view["blocks"]))


def actions_of(page: HomePage) -> list[str]:
    """The names of the buttons on a page, from the top."""
    found: list[str] = []
    for block in home_view(page)["blocks"]:
        elements = [*block.get("elements", []), block.get("accessory", {})]
        found += [one["action_id"] for one in elements if "action_id" in one]
    assert found[:1] == ["home_ask"]
    return found[1:]


def test_the_page_tells_what_is_held_and_how_fresh_it_is() -> None:
    words = words_of(PAGE)
    assert "I hold 12 papers with 20 decisions and recommendations" in words
    assert "• Cabinet, Borough of Eastmere: 12 papers, newest 9 January 2024" in words
    assert "Papers were last looked for on 9 January 2024, 10:01 UTC." in words
    assert "1 withheld as exempt, unclear or withdrawn; 2 could not be read." in words


def test_one_decision_is_told_as_one() -> None:
    one = words_of(HomePage(Choices(), replace(STATUS, decisions=1)))
    assert "with 1 decision or recommendation, the newest of" in one


def test_without_papers_the_page_says_why() -> None:
    assert "Nothing has been read yet." in words_of(
        HomePage(Choices(), problem="Nothing has been read yet.")
    )


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (30, "kept for 30 days"),
        (1, "kept for 1 day"),
        (0, "No words of a question are kept."),
    ],
)
def test_what_is_kept_of_questions_is_told_as_it_was_chosen(days: int, said: str) -> None:
    choices = Choices(keep_questions_days=days)
    assert said in privacy(choices)
    assert privacy(choices) in words_of(HomePage(choices, STATUS))
    assert "which papers I cited to you" not in privacy(choices)
    told = privacy(replace(choices, tell_askers=True))
    assert ("which papers I cited to you" in told) == (days > 0)


def test_examples_are_asked_by_pressing_them() -> None:
    page = replace(PAGE, prompts=["What did Cabinet decide?", "x" * 2500])
    assert actions_of(page) == ["ask_again_1"]


def test_the_newest_decisions_are_quoted_with_their_standing() -> None:
    front = FrontPage(title="Rents", body="Cabinet", meeting_date=date(2024, 1, 9))
    facts = ReportFacts("0" * 16, "rents.txt", "minutes", front, "public", 1, 9)
    found = DecisionFound(Decision("RESOLVED that rents be held.", "resolved", 0, 28, 0), facts)
    page = replace(PAGE, decisions=[found])
    assert "Resolved\nRESOLVED that rents be held.\nMinutes\n · Cabinet, 9 January" in words_of(
        page
    )


def test_what_was_put_off_is_not_shown_as_plainly_resolved() -> None:
    facts = ReportFacts("0" * 16, "rents.txt", "minutes", FrontPage(), "public", 1, 9)
    found = DecisionFound(Decision("Rents: deferred.", "resolved", 0, 16, 0, "deferred"), facts)
    assert "Resolved: deferred" in words_of(replace(PAGE, decisions=[found]))


def test_what_one_follows_can_be_stopped_one_by_one() -> None:
    page = replace(PAGE, followed=[Followed(f"subject {n}", f"{n}") for n in range(20)])
    assert actions_of(page) == ["home_unfollow"] * 15
    assert "… and 5 more: /townclerk following lists them all." in words_of(page)


PANEL = Panel(None, RUN)


def test_nobody_but_administrators_sees_their_panel() -> None:
    assert "For administrators" not in words_of(PAGE)
    assert actions_of(PAGE) == []


def test_the_panel_tells_how_the_last_ingest_went_and_what_is_kept_out() -> None:
    items = [
        RunItem("a/exempt.pdf", "withheld", "exempt", "It is marked exempt."),
        RunItem("a/scan.pdf", "failed", "no_text", "There is no text in it. Scan it again."),
        RunItem("a/old.pdf", "withheld", "withdrawn", "It was withdrawn."),
    ]
    act = Act(STARTED, OFFICER, "withdraw", "a/old.pdf: it names a child", "done: 1 withheld")
    page = replace(PAGE, panel=Panel(None, RUN, items, [act]))
    words = words_of(page)
    assert "Ingest 7 is done, 9 January 2024, 10:01 UTC: 2 added." in words
    failed, withheld = (
        "• scan.pdf – failed (no_text): There is",
        "• withheld paper d04ee4fa – withheld (exempt)",
    )
    assert words.index(failed) < words.index(withheld)
    assert "10 January 2024, 09:30 UTC, " in words
    assert ": withdraw withheld paper 337eca5f: it names a child: done: 1 withheld" in words
    assert "old.pdf" not in words
    assert f"'user_id': '{OFFICER}'" in str(home_view(page))
    assert actions_of(page) == ["ingest_confirm", "gap_report"]


def test_a_running_ingest_is_shown_with_who_started_it_and_a_button_to_stop_it() -> None:
    run = Run(8, "running", STARTED, None, added=3, total=40)
    doing = UnderWay(Doing("ingest", "", OFFICER), STARTED, run, ours=True)
    page = replace(PAGE, panel=replace(PANEL, under_way=doing))
    assert "Ingest 8 is running: 3 of 40 papers met. Started by " in words_of(page)
    assert actions_of(page) == ["ingest_cancel", "gap_report"]
    elsewhere = replace(doing, doing=Doing("ingest"), ours=False)
    page = replace(PAGE, panel=replace(PANEL, under_way=elsewhere))
    assert "somebody on the server" in words_of(page)
    assert actions_of(page) == ["gap_report"]


def test_before_any_ingest_there_is_nothing_to_read_again() -> None:
    assert actions_of(replace(PAGE, panel=Panel())) == ["gap_report"]


TEXT = st.text(max_size=60) | st.sampled_from(
    ["<!channel>", "x" * 5000, "`*_~", "\u202e אב", "🎉" * 900]
)
SOME = st.text(min_size=1, max_size=60).filter(str.strip) | st.just("x" * 5000)
FRONTS = st.builds(FrontPage, title=TEXT, council=TEXT, body=TEXT)
FACTS = st.builds(ReportFacts, source=TEXT, front=FRONTS, url=st.none() | TEXT)
DECISIONS = st.builds(DecisionFound, st.builds(Decision, text=TEXT), FACTS)
COVERAGE = st.lists(st.builds(BodyCoverage, TEXT, TEXT), max_size=20)
PAGES = st.builds(
    HomePage,
    choices=st.just(Choices()),
    status=st.builds(Status, by_body=COVERAGE.map(tuple)),
    prompts=st.lists(SOME, max_size=5),
    decisions=st.lists(DECISIONS, max_size=4),
    followed=st.lists(st.builds(Followed, SOME, st.just("1")), max_size=60),
    panel=st.none()
    | st.builds(
        Panel,
        under_way=st.none() | st.builds(UnderWay, since=st.just(STARTED)),
        kept_out=st.lists(st.builds(RunItem, source=TEXT, code=TEXT, message=TEXT), max_size=30),
        acts=st.lists(st.builds(Act, at=st.just(STARTED), who=TEXT, arguments=TEXT), max_size=9),
    ),
)  # fmt: skip


@given(PAGES)
def test_slack_accepts_the_page_whatever_the_papers_and_the_trail_hold(page: HomePage) -> None:
    assert view_problems(home_view(page), "home") == []


# In Slack


def opened(office: Office, user: str) -> dict[str, Any]:
    """The page that somebody has after opening it."""
    before = len(office.slack.called("views.publish"))
    office.slack.open_home(user)
    office.slack.wait_for("views.publish", before + 1)
    return office.slack._wait(lambda: [v for v in [office.slack.home(user)] if v], 1, 20, "a page")[
        0
    ]  # type: ignore[no-any-return]


def test_staff_see_examples_and_decisions_and_administrators_their_panel(office: Office) -> None:
    page = opened(office, STAFF)
    assert RESOLVED in quotes(page["blocks"])
    assert "For administrators" not in texts(page["blocks"])
    assert "For administrators" in texts(opened(office, ADMIN)["blocks"])


def test_a_guest_sees_no_page(office: Office) -> None:
    office.slack.open_home(GUEST)
    opened(office, STAFF)
    assert office.slack.home(GUEST) is None


def test_the_form_to_ask_by_opens_from_the_page(office: Office) -> None:
    office.slack.press(STAFF, opened(office, STAFF), "home_ask")
    office.slack.wait_for_modal(STAFF, callback_id="ask_form")


def test_an_example_is_answered_in_a_direct_message(office: Office) -> None:
    page = opened(office, STAFF)
    office.slack.press(STAFF, page, "ask_again_1")
    (answer,) = office.slack.wait_for("chat.postMessage")
    assert answer["channel"] == STAFF
    assert "Share to channel" not in texts(answer["blocks"])  # nobody else reads it there


def test_what_is_followed_is_stopped_on_the_page(office: Office) -> None:
    office.slack.command(STAFF, "/townclerk", "follow allotment rents")
    office.slack.command(STAFF, "/townclerk", "follow library hours")
    office.slack.wait_for_private(STAFF, 2)
    page = opened(office, STAFF)
    office.slack.press(STAFF, page, "home_unfollow", index=0)
    office.slack.wait_for("views.publish", 2)
    wanted = lambda: [p for p in [office.slack.home(STAFF)] if p and names_followed(p) == 1]  # noqa: E731
    office.slack._wait(wanted, 1, 20, "a page with one subject")


def names_followed(page: dict[str, Any]) -> int:
    return str(page["blocks"]).count("'home_unfollow'")


def test_an_ingest_begun_on_the_page_is_shown_there(office: Office) -> None:
    page = opened(office, ADMIN)
    office.slack.press(ADMIN, page, "ingest_confirm")
    office.slack.wait_for("views.publish", 2)
    office.slack.wait_for("chat.postMessage", 2)
    office.desk.jobs.stop()


def test_a_page_that_a_newer_one_took_the_place_of_is_left(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    opened(office, STAFF)
    office.slack.fail_next(
        "views.publish", web.json_response({"ok": False, "error": "hash_conflict"})
    )
    office.slack.open_home(STAFF)
    office.slack.wait_for("views.publish", 2)
    assert office.slack.called("views.publish")[1]["hash"]
    office.desk.quick.settle(10)
    office.desk.pool.settle(10)
    assert "hash_conflict" not in caplog.text


def test_what_goes_on_at_the_server_is_on_the_page(office: Office) -> None:
    with open_shelf(office.desk.papers.folder, doing=Doing("rebuild")):
        page = opened(office, ADMIN)
    assert "The search index is being built anew by " in texts(page["blocks"])
