"""/decisions in Slack: a private table, its pages, sharing it, reading on."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from aiohttp import web

from bot.choices import Choices
from bot.decisions.page import page_of
from index.catalogue import MetSource
from index.records import Block, Decision, DecisionQuery
from index.shelf import open_shelf
from support.block_kit import quotes, texts
from support.held import APPROVES, RESOLVED, rents
from support.listed import decisions, rows
from support.looking import Message
from support.town import Office
from support.workspace import CHANNEL, OFFICER, STAFF


def listed(office: Office, text: str = "", user: str = STAFF) -> Message:
    """The list that one person alone sees, after a command."""
    seen = len(office.slack.private(user))
    assert office.slack.command(user, "/decisions", text)[1].acked
    return office.slack.wait_for_private(user, seen + 1)


@pytest.mark.parametrize(
    ("request_", "found"),
    [
        ("", [RESOLVED, APPROVES]),
        ("about allotment rents", [RESOLVED]),
        ("by Cabinet since June 2023 until 2023 5", [APPROVES]),
        ("by Eastmere", [RESOLVED, APPROVES]),
        ("by Allotments Committee of Eastmere in January 2024", [RESOLVED]),
        ("recommended", [APPROVES]),
        ("resolved only", [RESOLVED]),
    ],
)
def test_decisions_are_listed_privately_newest_first(
    office: Office, request_: str, found: list[str]
) -> None:
    message = listed(office, request_)
    assert decisions(message["blocks"]) == found
    assert office.slack.called("chat.postMessage") == []


def test_a_list_has_a_row_for_each_decision_and_what_was_looked_through(office: Office) -> None:
    message = listed(office)
    assert rows(message["blocks"])[0] == [
        "1",
        "9 January 2024",
        "Allotments Committee",
        RESOLVED,
        "Resolved",
        "–",
        "Minutes",
    ]
    footing = texts(message["blocks"])[-1]
    assert "Looked through 3 papers of 3 bodies, the newest of 9 January 2024." in footing
    assert RESOLVED in message["text"]


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        ("help", "/decisions about parking charges"),
        ("?", "/decisions about parking charges"),
        ("Help!", "/decisions about parking charges"),
        ("since Whitsun", "“Whitsun” could not be read as a date"),
        ("about “zeppelins”", "No decisions were found (about “zeppelins”)"),
        ("“about zeppelins”", "No decisions were found (about “zeppelins”)"),
        ("about zeppelins", "No decisions were found (about “zeppelins”)"),
        ("by Zoo Board", "No paper of “Zoo Board” is held."),
    ],
)
def test_a_request_is_never_left_without_a_word(office: Office, request_: str, said: str) -> None:
    assert said in listed(office, request_)["text"]


def test_pages_are_turned_in_place_as_far_as_there_are_any(office: Office) -> None:
    first = listed(office, "1")
    assert decisions(first["blocks"]) == [RESOLVED]
    assert "decisions_page_newer" not in names(first)
    second = turn(office, first, "decisions_page")
    assert decisions(second["blocks"]) == [APPROVES]
    assert "decisions_page" not in names(second)
    assert decisions(turn(office, second, "decisions_page_newer")["blocks"]) == [RESOLVED]
    assert len(office.slack.private(STAFF)) == 1


def names(message: Message) -> list[str]:
    """What can be pressed under a list."""
    (block,) = [block for block in message["blocks"] if block["type"] == "actions"]
    return [element["action_id"] for element in block["elements"]]


def turn(office: Office, message: Message, button: str, user: str = STAFF) -> Message:
    """The list that stands in the place of another after a button was pressed."""
    replies = len(office.slack.called("response"))
    assert office.slack.press(user, message, button).acked
    office.slack.wait_for("response", replies + 1)
    same = [m for m in office.slack.private(user) if m["ts"] == message["ts"]]
    return same[0] if same else message


def test_two_people_turn_pages_at_once_and_neither_sees_the_others(office: Office) -> None:
    lists = {user: listed(office, "1", user) for user in (STAFF, OFFICER)}
    with ThreadPoolExecutor(2) as people:
        for user, message in lists.items():
            people.submit(office.slack.press, user, message, "decisions_page")
    office.slack.wait_for("response", 4)
    turned = [office.slack.private(user) for user in (STAFF, OFFICER)]
    assert [[decisions(m["blocks"]) for m in own] for own in turned] == [[[APPROVES]], [[APPROVES]]]


def test_a_page_is_told_apart_when_papers_have_come_since(office: Office, data: Path) -> None:
    first = listed(office, "1")
    add_newer(data)
    second = turn(office, first, "decisions_page")
    assert any(
        "Papers were added, changed or withdrawn since" in t for t in texts(second["blocks"])
    )


MARCH = date(2024, 3, 5)
NEWER = "RESOLVED that the boathouse be painted green."


def add_newer(data: Path) -> None:
    """An ingest brings minutes that are newer than any."""
    (old, _), raw = rents(), NEWER.encode()
    front = replace(old.front, title="Boathouse", body="Harbour Committee", meeting_date=MARCH)
    decision = Decision(NEWER, "resolved", 0, len(NEWER), 0)
    blocks = (Block("paragraph", NEWER, 0, len(NEWER)),)
    changed = {"front": front, "blocks": blocks, "decisions": (decision,), "text": NEWER}
    digest = hashlib.sha256(raw).hexdigest()
    report = replace(old, source="boathouse.txt", sha256=digest, **changed)
    with open_shelf(data, arguments="tests") as shelf:
        shelf.add(report, MetSource(report.source, "papers", report.sha256), raw)


def test_a_button_of_an_older_version_says_so_and_leaves_the_list(office: Office) -> None:
    message = listed(office, "1")
    body = office.slack.pressed(STAFF, message, "decisions_page")
    body["actions"][0]["value"] = "page 2"
    assert office.slack.hand_to
    assert office.slack.hand_to(body)[0]
    told = office.slack.wait_for_private(STAFF, 2)
    assert told["text"] == "This button is too old to be used. Please ask with /decisions again."
    assert decisions(office.slack.private(STAFF)[0]["blocks"]) == [RESOLVED]


def test_a_page_whose_address_has_expired_comes_in_a_direct_message(office: Office) -> None:
    message = listed(office, "1")
    office.slack.fail_next("response", web.Response(status=404, text="expired_url"))
    office.slack.press(STAFF, message, "decisions_page")
    (told,) = office.slack.wait_for("chat.postMessage", channel=STAFF)
    assert APPROVES in told["text"]


def test_a_slack_that_shows_no_tables_is_given_a_list(office: Office) -> None:
    office.slack.fail_next("response", web.Response(status=400, text="invalid_blocks"))
    message = listed(office)
    assert quotes(message["blocks"]) == [RESOLVED, APPROVES]
    assert names(message) == ["context", "decisions_share"]


def test_a_shared_list_names_who_shared_it_and_goes_out_once(office: Office) -> None:
    message = listed(office, "about allotment rents")
    mine = turn(office, message, "decisions_share")
    (public,) = office.slack.wait_for("chat.postMessage")
    assert public["channel"] == CHANNEL
    assert public["text"].startswith(f"Shared by <@{STAFF}>. 1 decision, newest first")
    assert RESOLVED in texts(public["blocks"])
    assert names(mine) == ["context"]
    assert "You shared this list with the channel." in texts(mine["blocks"])
    turn(office, message, "decisions_share")
    assert len(office.slack.called("chat.postMessage")) == 1


def test_anyone_reads_a_decision_of_a_shared_list_in_context(office: Office) -> None:
    turn(office, listed(office, "about allotment rents"), "decisions_share")
    office.slack.wait_for("chat.postMessage")
    (public,) = office.slack.api.posted.history(CHANNEL)
    office.slack.press(OFFICER, public, "context")
    view = office.slack.wait_for_modal(OFFICER)
    assert quotes(view["blocks"]) == [RESOLVED]


def test_what_has_changed_since_it_was_seen_is_shown_before_it_is_shared(
    office: Office, data: Path
) -> None:
    message = listed(office)
    add_newer(data)
    now = turn(office, message, "decisions_share")
    assert office.slack.called("chat.postMessage") == []
    assert decisions(now["blocks"]) == [NEWER, RESOLVED, APPROVES]
    for said in (texts(now["blocks"]), now["text"].splitlines()):
        assert any(text.startswith("Not shared: the papers have changed") for text in said)
    turn(office, now, "decisions_share")
    (public,) = office.slack.wait_for("chat.postMessage")
    assert NEWER in public["text"]


@pytest.mark.parametrize(
    ("channel", "channels", "said"),
    [
        ("C0NOTIN", (), "I cannot write in this channel"),
        (CHANNEL, ("C0HELP",), "I am not to answer in this channel"),
    ],
)
def test_where_the_bot_may_not_write_nothing_is_shared(
    office: Office, channel: str, channels: tuple[str, ...], said: str
) -> None:
    object.__setattr__(office.desk, "choices", Choices(channels=frozenset(channels)))
    office.slack.command(STAFF, "/decisions", "", channel=channel)
    office.slack.press(STAFF, office.slack.wait_for_private(STAFF), "decisions_share")
    told = office.slack.wait_for_private(STAFF, 2)
    assert told["text"].startswith(said)
    assert office.slack.api.posted.history(channel) == []


def test_in_a_direct_message_there_is_nobody_to_share_with(office: Office) -> None:
    office.slack.command(STAFF, "/decisions", "", channel=f"D{STAFF}")
    assert "decisions_share" not in names(office.slack.wait_for_private(STAFF))


def test_pages_past_the_end_begin_again(office: Office) -> None:
    page = page_of(office.desk.papers.library(), DecisionQuery(limit=5, offset=50))
    assert [one.decision.text for one in page.found] == [RESOLVED, APPROVES]
    assert page.query.offset == 0


def test_every_decision_is_on_one_page_however_many_a_page_holds(office: Office) -> None:
    library = office.desk.papers.library()
    for limit in (1, 2, 3):
        query, seen = DecisionQuery(limit=limit), []
        while True:
            page = page_of(library, query)
            seen += [one.decision.text for one in page.found]
            if not page.older:
                break
            query = replace(query, offset=query.offset + limit)
        assert seen == [RESOLVED, APPROVES]
