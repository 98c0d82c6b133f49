"""On a bad day: nobody's question is left without a message, nobody is answered twice."""

import os
import signal
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import pytest
from aiohttp import web

from index.library import Library, open_library
from support.bot_process import bot_running, townclerk
from support.faults import limited
from support.slack import StandInSlack
from support.slack_requests import mention_body
from support.town import Office, Town
from support.waiting import until
from support.workspace import ADMIN, CHANNEL, OFFICER, STAFF

HOURS = "What is recommended on library opening hours?"
CLIENTS = ("builtin", "websocket")


def replies(slack: StandInSlack, ts: str, channel: str = CHANNEL) -> list[str]:
    """What the bot wrote in a thread."""
    return [m["text"] for m in slack.thread(channel, ts) if m.get("bot_id")]


def a_page(status: int) -> web.Response:
    return web.Response(status=status, text="<html>busy</html>", content_type="text/html")


@pytest.mark.parametrize(
    "fault",
    [
        limited(1),
        a_page(500),
        a_page(503),
        a_page(200),
        web.json_response({"ok": False, "error": "internal_error"}, status=500),
        web.json_response({"ok": False, "error": "fatal_error"}),
    ],
    ids=["429", "500", "503", "page", "internal", "fatal"],
)
@pytest.mark.parametrize("method", ["chat.postMessage", "users.info", "agents.sessions.setStatus"])
def test_a_call_that_slack_fails_costs_nobody_an_answer(
    office: Office, method: str, fault: web.Response
) -> None:
    slack = office.slack
    slack.fail_next(method, fault)
    ts, _ = slack.direct_message(STAFF, HOURS)
    slack.wait_for_reply(f"D{STAFF}", ts)
    office.desk.pool.settle()
    office.desk.sessions.close()
    assert len(replies(slack, ts, f"D{STAFF}")) == 1
    assert slack.session_status(f"D{STAFF}", ts) != "processing"


def test_a_slack_that_fails_again_and_again_is_waited_for(town: Town) -> None:
    slack = town.slack
    for fault in (limited(1), a_page(500), a_page(503), a_page(200)):
        slack.fail_next("chat.postMessage", fault)
    slack.slow_next("chat.postMessage", 5.0)
    mention, _ = slack.mention(STAFF, HOURS)
    direct, _ = slack.direct_message(OFFICER, HOURS)
    slack.wait_for_reply(f"D{OFFICER}", direct)
    assert town.bot.stop() == 0
    # Where the bot may not read a channel back, its asker hears directly after a doubt.
    directly = [m["text"] for m in slack.api.posted.history(f"D{STAFF}")]
    assert len(replies(slack, mention) + directly) == 1
    assert len(replies(slack, direct, f"D{OFFICER}")) == 1
    assert "processing" not in {one["status"] for one in slack.api.sessions.values()}
    assert "Traceback" not in town.bot.log


def test_a_command_is_answered_though_its_address_fails(town: Town) -> None:
    slack = town.slack
    slack.fail_next("response", limited(1))
    slack.command(STAFF, "/townclerk", f"ask {HOURS}")
    slack.wait_for_private(STAFF)
    slack.fail_next("response", web.Response(status=404, text="expired_url"))
    slack.command(OFFICER, "/townclerk", f"ask {HOURS}")
    slack.wait_for("chat.postMessage", channel=OFFICER)
    assert town.bot.stop() == 0
    assert len(slack.private(STAFF)) == 1
    (direct,) = slack.api.posted.history(f"D{OFFICER}")
    assert direct["text"].startswith("I could not reply where you asked, so my reply is here.")


def test_events_that_come_twice_and_in_any_order_are_each_answered_once(town: Town) -> None:
    slack, numbers = town.slack, [3, 1, 2, 3, 2, 1, 1, 3]
    stamps = {number: slack.api.timestamp() for number in set(numbers)}
    bodies = {n: mention_body(STAFF, f"<@U0CLERK> {HOURS}", ts) for n, ts in stamps.items()}
    with ThreadPoolExecutor(8) as pool:
        acks = list(pool.map(lambda n: slack.deliver_event(bodies[n], retry=n % 2), numbers))
    for ts in stamps.values():
        slack.wait_for("chat.postMessage", thread_ts=ts)
    assert town.bot.stop() == 0
    assert all(ack.acked for ack in acks)
    assert [len(replies(slack, ts)) for ts in stamps.values()] == [1, 1, 1]


@pytest.mark.parametrize("client", CLIENTS)
def test_a_socket_that_is_cut_mid_answer_costs_no_answer(
    slack: StandInSlack, data: Path, client: str
) -> None:
    with bot_running(slack, data, TOWNCLERK_SOCKET_CLIENT=client) as bot:
        slack.slow_next("users.info", 1.0)
        before, _ = slack.mention(STAFF, HOURS)
        slack.drop_sockets()
        slack.wait_for_reply(CHANNEL, before)
        slack.wait_connected(count=2)
        after, delivery = slack.mention(OFFICER, HOURS)
        slack.wait_for_reply(CHANNEL, after)
        assert bot.stop() == 0
    assert delivery.acked
    assert (len(replies(slack, before)), len(replies(slack, after))) == (1, 1)


@pytest.mark.parametrize("client", CLIENTS)
def test_the_bot_reconnects_when_slack_asks_it_to_by_either_client(
    slack: StandInSlack, data: Path, client: str
) -> None:
    with bot_running(slack, data, TOWNCLERK_SOCKET_CLIENT=client) as bot:
        for times in (2, 3):
            slack.cut_socket()
            slack.wait_connected(count=times)
            ts, delivery = slack.mention(STAFF, HOURS)
            slack.wait_for_reply(CHANNEL, ts)
            assert delivery.acked
        assert bot.stop() == 0
    assert "Traceback" not in bot.log


def test_a_question_whose_ack_was_lost_with_the_socket_is_answered_once(
    slack: StandInSlack, data: Path
) -> None:
    slack.ack_within = 1.0
    with bot_running(slack, data) as bot:
        body = mention_body(STAFF, f"<@U0CLERK> {HOURS}", slack.api.timestamp())
        slack.drop_sockets()
        slack.deliver_event(body)
        slack.wait_connected(count=2)
        assert slack.deliver_event(body, retry=1).acked
        slack.wait_for_reply(CHANNEL, body["event"]["ts"])
        assert bot.stop() == 0
    assert len(replies(slack, body["event"]["ts"])) == 1


def test_an_end_during_an_answer_lets_it_be_finished(town: Town) -> None:
    slack = town.slack
    slack.slow_next("users.info", 2.0)
    ts, _ = slack.direct_message(STAFF, HOURS)
    slack.wait_for("users.info")
    assert town.bot.stop() == 0
    assert len(replies(slack, ts, f"D{STAFF}")) == 1
    assert not any(text.startswith("I am restarting") for text in replies(slack, ts, f"D{STAFF}"))
    assert slack.session_status(f"D{STAFF}", ts) in (None, "active")


def test_a_memory_in_other_hands_costs_no_answer_even_at_the_end(
    slack: StandInSlack, data: Path
) -> None:
    with bot_running(slack, data) as bot:
        first, _ = slack.direct_message(STAFF, HOURS)  # after which the bot knows who asks
        slack.wait_for_reply(f"D{STAFF}", first)
        with held_for_good(data):
            ts, _ = slack.direct_message(STAFF, "What was resolved on allotment rents?")
            assert bot.stop() == 0
    told = replies(slack, ts, f"D{STAFF}")
    assert len(told) == 1
    assert slack.session_status(f"D{STAFF}", ts) in (None, "active")


def held_for_good(data: Path) -> closing[sqlite3.Connection]:
    """The bot's memory in another's hands: whoever needs it waits."""
    other = sqlite3.connect(data / "slack.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return closing(other)


def test_an_ingest_that_dies_is_told_and_answers_go_on(slack: StandInSlack, tmp_path: Path) -> None:
    data, papers = tmp_path / "data", tmp_path / "papers"
    papers.mkdir()
    for number in range(200):
        (papers / f"{number}.txt").write_text(TREES.format(number=number))
    command = townclerk(data, "ingest", str(papers / "0.txt"), str(papers))
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    for paper in papers.iterdir():
        paper.write_text(paper.read_text() + "\n2. More are to come.\n")
    with bot_running(slack, data) as bot:
        start_ingest(slack)
        kill_ingest_of(bot.process.pid, data)
        told = slack.wait_for_private(ADMIN, 2)
        ts, _ = slack.mention(STAFF, "How many street trees were planted in Harbour Ward?")
        slack.wait_for_reply(CHANNEL, ts)
        assert bot.stop() == 0
    assert "before it was done" in told["text"]
    assert len(replies(slack, ts)) == 1


TREES = """\
Parks Committee

3 May 2022

STREET TREES

1. The committee was told that 38 street trees were planted in Harbour Ward, row {number}.
"""


def start_ingest(slack: StandInSlack) -> None:
    """An administrator has the papers read again."""
    slack.command(ADMIN, "/townclerk", "ingest")
    asked = slack.wait_for_private(ADMIN)
    if asked["blocks"]:  # whether to start is asked first
        slack.press(ADMIN, asked, "ingest_confirm")


def kill_ingest_of(bot: int, data: Path) -> None:
    """Kill the ingest that a bot has started, without a word, once it is at work."""
    with open_library(data) as library:
        until(lambda: is_running(library), "an ingest at work")
    (process, *_) = until(lambda: ingests_of(bot), "the process of an ingest")
    os.killpg(process, signal.SIGKILL)


def is_running(library: Library) -> bool:
    run = library.latest_run()
    return bool(run and run.state == "running")


def ingests_of(bot: int) -> list[int]:
    """The processes that a bot has started to ingest."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == bot and b"ingest" in (process / "cmdline").read_bytes():
                found.append(int(process.name))
    return found
