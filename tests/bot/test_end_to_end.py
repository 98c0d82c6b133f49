"""The real bot as a process, asked through Slack and heard through Slack, by both ways in."""

import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.manifest import manifest
from support.block_kit import quotes, texts
from support.bot_process import bot_running, townclerk
from support.held import APPROVES, NASTY, RESOLVED
from support.listed import decisions
from support.slack import StandInSlack
from support.slack_requests import mention_body
from support.town import Town
from support.workspace import (
    ADMIN,
    ADMIN_GROUP,
    CHANNEL,
    GROUP_ADMIN,
    GUEST,
    OFFICER,
    STAFF,
)

HOURS = "What is recommended on library opening hours?"


def test_a_mention_is_answered_in_its_thread_word_for_word(town: Town) -> None:
    ts, delivery = town.slack.mention(STAFF, HOURS)
    (answer,) = town.slack.wait_for("chat.postMessage", thread_ts=ts)
    assert delivery.attempts == 1
    assert answer["channel"] == CHANNEL
    assert APPROVES in quotes(answer["blocks"])
    assert "[1] Recommended, decision not held" in texts(answer["blocks"])
    assert " · Borough of Eastmere, Cabinet, 14 June 2023" in texts(answer["blocks"])
    assert APPROVES in answer["text"]
    assert answer["unfurl_links"] in (False, "0", 0)


def test_a_mention_within_a_thread_is_answered_there(town: Town) -> None:
    town.slack.mention(STAFF, HOURS, thread_ts="1700000000.000001")
    town.slack.wait_for("chat.postMessage", thread_ts="1700000000.000001")


def test_a_direct_message_is_answered_with_a_sign_of_work(town: Town) -> None:
    ts, _ = town.slack.direct_message(STAFF, "What was resolved on allotment rents?")
    (answer,) = town.slack.wait_for("chat.postMessage", channel=f"D{STAFF}", thread_ts=ts)
    assert RESOLVED in quotes(answer["blocks"])
    statuses = town.slack.wait_for("agents.sessions.setStatus", 2)
    assert [call["status"] for call in statuses] == ["processing", "active"]


def test_a_follow_up_in_the_thread_keeps_the_subject(town: Town) -> None:
    ts, _ = town.slack.mention(STAFF, "What was resolved on allotment rents?")
    town.slack.wait_for("chat.postMessage", thread_ts=ts)
    town.slack.mention(STAFF, "When was that?", thread_ts=ts)
    _, answer = town.slack.wait_for("chat.postMessage", 2, thread_ts=ts)
    assert "9 January 2024" in answer["text"]


def test_a_thread_is_followed_without_a_mention_where_that_was_chosen(
    slack: StandInSlack, data: Path
) -> None:
    slack.hears_channels = True
    slack.api.scopes = set(manifest(threads=True)["oauth_config"]["scopes"]["bot"])
    with bot_running(slack, data, TOWNCLERK_THREADS="yes") as bot:
        ts, _ = slack.mention(STAFF, "What was resolved on allotment rents?")
        slack.wait_for("chat.postMessage", thread_ts=ts)
        assert bot.stop() == 0
    with bot_running(slack, data, TOWNCLERK_THREADS="yes") as bot:
        slack.wait_connected(2)
        slack.channel_message(STAFF, "When was that?", thread_ts=ts)
        _, answer = slack.wait_for("chat.postMessage", 2, thread_ts=ts)
        slack.channel_message(OFFICER, "<@U0STAFF> thanks", thread_ts=ts)
        assert bot.stop() == 0
    assert "9 January 2024" in answer["text"]
    assert len(slack.called("chat.postMessage")) == 2


def test_decisions_are_listed_privately_newest_first(town: Town) -> None:
    path, delivery = town.slack.command(STAFF, "/decisions")
    (listed,) = town.slack.wait_for("response", path=path)
    assert delivery.acked
    assert listed["response_type"] == "ephemeral"
    assert decisions(listed["blocks"]) == [RESOLVED, APPROVES]


def test_decisions_can_be_chosen_by_subject_body_and_day(town: Town) -> None:
    path, _ = town.slack.command(STAFF, "/decisions", "by Cabinet since June 2023 until 2023 5")
    (listed,) = town.slack.wait_for("response", path=path)
    assert decisions(listed["blocks"]) == [APPROVES]


def test_a_question_by_command_is_answered_privately(town: Town) -> None:
    path, _ = town.slack.command(STAFF, "/townclerk", f"ask {HOURS}")
    (answer,) = town.slack.wait_for("response", path=path)
    assert APPROVES in quotes(answer["blocks"])
    assert answer["response_type"] == "ephemeral"
    assert town.slack.called("chat.postMessage") == []


def test_status_and_help_are_private(town: Town) -> None:
    for words, said in (("status", "3 papers"), ("help", "/townclerk ask"), ("dance", "dance")):
        path, _ = town.slack.command(STAFF, "/townclerk", words)
        (told,) = town.slack.wait_for("response", path=path)
        assert said in told["text"]
        assert told["response_type"] == "ephemeral"


def test_an_event_delivered_twice_is_answered_once(town: Town) -> None:
    ts = town.slack.api.timestamp()
    body = mention_body(STAFF, f"<@U0CLERK> {HOURS}", ts)
    assert town.slack.deliver_event(body).acked
    assert town.slack.deliver_event(body, retry=1).acked
    assert town.slack.deliver_event(body, retry=2).acked
    later, _ = town.slack.mention(OFFICER, HOURS)
    assert town.bot.stop() == 0  # when all answers in hand are given
    assert answered_threads(town.slack) == [ts, later]


def test_an_event_answered_before_a_restart_is_not_answered_again(
    slack: StandInSlack, data: Path
) -> None:
    ts = slack.api.timestamp()
    body = mention_body(STAFF, f"<@U0CLERK> {HOURS}", ts)
    with bot_running(slack, data, http=True) as bot:
        slack.deliver_event(body)
        slack.wait_for("chat.postMessage", thread_ts=ts)
        assert bot.stop() == 0
    with bot_running(slack, data, http=True) as bot:
        slack.deliver_event(body, retry=3)
        later, _ = slack.mention(STAFF, HOURS)
        assert bot.stop() == 0
    assert answered_threads(slack) == [ts, later]


def test_a_guest_is_told_nothing(town: Town) -> None:
    town.slack.mention(GUEST, HOURS)
    path, delivery = town.slack.command(GUEST, "/townclerk", f"ask {HOURS}")
    later, _ = town.slack.mention(STAFF, HOURS)
    assert town.bot.stop() == 0
    assert delivery.acked
    assert answered_threads(town.slack) == [later]
    assert not [call for call in town.slack.called("response") if call["path"] == path]


def answered_threads(slack: StandInSlack) -> list[str]:
    """The threads answered in, by age."""
    return sorted(call["thread_ts"] for call in slack.called("chat.postMessage"))


def test_a_mark_of_slacks_in_a_paper_mentions_nobody(town: Town) -> None:
    ts, _ = town.slack.mention(STAFF, "Who told visitors of the paddling pool?")
    (answer,) = town.slack.wait_for("chat.postMessage", thread_ts=ts)
    assert NASTY in quotes(answer["blocks"])
    assert "<" not in answer["text"]
    assert "&lt;!channel&gt;" in answer["text"]


def test_commands_are_acknowledged_in_time_while_many_questions_are_answered(town: Town) -> None:
    with ThreadPoolExecutor(9) as people:
        asked = [people.submit(town.slack.mention, STAFF, HOURS) for _ in range(8)]
        time.sleep(0.05)
        path, command = town.slack.command(OFFICER, "/decisions")
        deliveries = [question.result()[1] for question in asked]
    assert command.acked
    assert all(delivery.attempts == 1 for delivery in deliveries)
    town.slack.wait_for("response", path=path)
    town.slack.wait_for("chat.postMessage", 8)


def test_whoever_is_no_administrator_starts_no_ingest(town: Town) -> None:
    path, _ = town.slack.command(STAFF, "/townclerk", "ingest")
    (told,) = town.slack.wait_for("response", path=path)
    assert told["text"].startswith("Only Town Clerk's administrators can start an ingest.")


@pytest.mark.parametrize("admin", [ADMIN, GROUP_ADMIN])
def test_an_administrator_has_the_papers_read_again(
    slack: StandInSlack, tmp_path: Path, admin: str
) -> None:
    data, papers = tmp_path / "data", tmp_path / "papers"
    papers.mkdir()
    (papers / "trees.txt").write_text(TREES)
    run_ingest(data, papers)
    (papers / "benches.txt").write_text(BENCHES)
    (papers / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    with bot_running(slack, data, TOWNCLERK_ADMIN_GROUP=ADMIN_GROUP):
        slack.command(admin, "/townclerk", "ingest")
        asked = slack.wait_for_private(admin)
        slack.press(admin, asked, "ingest_confirm")
        started, ended = slack.wait_for("response", 3)[1:]
        ts, _ = slack.mention(STAFF, "How many park benches are to be repaired?")
        (answer,) = slack.wait_for("chat.postMessage", thread_ts=ts)
    assert started["text"].startswith("The ingest has started.")
    assert "1 added" in ended["text"]
    assert "1 failed" in ended["text"]
    assert "broken.pdf – failed (" in ended["text"]
    assert any("benches" in quote for quote in quotes(answer["blocks"]))
    assert slack.called("chat.postMessage")[0]["channel"] == admin


TREES = """\
Parks Committee

3 May 2022

STREET TREES

1. The committee was told that 38 street trees were planted in Harbour Ward last winter.
"""
BENCHES = """\
Parks Committee

7 June 2022

PARK BENCHES

1. The committee was told that 21 park benches in Mill Meadow are to be repaired by September.
"""


def run_ingest(data: Path, *sources: Path) -> None:
    """The ingest as somebody runs it on the server."""
    command = townclerk(data, "ingest", *map(str, sources))
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def test_a_bot_without_papers_starts_and_says_so(slack: StandInSlack, tmp_path: Path) -> None:
    with bot_running(slack, tmp_path / "data"):
        ts, _ = slack.mention(STAFF, HOURS)
        (told,) = slack.wait_for("chat.postMessage", thread_ts=ts)
        slack.open_home(STAFF)
        slack.wait_for("views.publish", user_id=STAFF)
    assert "townclerk ingest" in told["text"]


def test_the_home_page_and_the_suggested_questions_are_shown(town: Town) -> None:
    town.slack.open_home(STAFF)
    town.slack.open_home(STAFF, tab="messages")
    (home,) = town.slack.wait_for("views.publish", user_id=STAFF)
    (prompts,) = town.slack.wait_for("assistant.threads.setSuggestedPrompts")
    assert "3 papers" in "\n".join(texts(home["view"]["blocks"]))
    assert 1 <= len(prompts["prompts"]) <= 4


def test_the_bot_reconnects_when_slack_asks_it_to(slack: StandInSlack, data: Path) -> None:
    with bot_running(slack, data):
        slack.cut_socket()
        slack.wait_for("apps.connections.open", 2)
        slack.wait_connected(count=2)
        ts, delivery = slack.mention(STAFF, HOURS)
        slack.wait_for("chat.postMessage", thread_ts=ts)
    assert delivery.acked


def test_an_answer_in_hand_is_finished_before_the_bot_stops(town: Town) -> None:
    ts, _ = town.slack.mention(STAFF, HOURS)
    assert town.bot.stop() == 0
    assert len(town.slack.wait_for("chat.postMessage", thread_ts=ts)) == 1


def test_no_word_of_question_or_paper_reaches_the_log(town: Town) -> None:
    ts, _ = town.slack.mention(STAFF, HOURS)
    town.slack.wait_for("chat.postMessage", thread_ts=ts)
    assert town.bot.stop() == 0
    assert "kind=mention outcome=answered" in town.bot.log
    assert "WARNING" not in town.bot.log
    assert not any(word in town.bot.log for word in ("library", "opening", "Harbour", "xoxb-"))
