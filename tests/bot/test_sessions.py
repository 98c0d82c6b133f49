"""The sign that an answer is on its way, and the Stop button beside it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event

import pytest
from aiohttp import web

from bot.app import make_app
from bot.conversations.courtesies import silence
from bot.conversations.sessions import Sessions
from bot.conversations.signs import LATE, Signs
from bot.desk import ANSWERS, Desk, Request
from bot.serve import desk
from bot.settings import Settings
from bot.slack.place import Place
from bot.slack.sign_in import sign_in
from support.faults import Cut, Slow, a_page, limited
from support.in_process import handed_to
from support.slack import StandInSlack
from support.town import Office
from support.waiting import PATIENCE, until
from support.workspace import CHANNEL, STAFF

HOURS = "What is recommended on library opening hours?"
DIRECT = Place(f"D{STAFF}", "1.1", STAFF, direct=True, ts="1.1")
STATUS = "agents.sessions.setStatus"


def statuses(slack: StandInSlack) -> list[str]:
    return [call["status"] for call in slack.called(STATUS)]


def wait_statuses(slack: StandInSlack, count: int) -> list[str]:
    return [call["status"] for call in slack.wait_for(STATUS, count)]


# The sign


def test_a_sign_of_work_is_set_and_taken_off_in_direct_messages_and_in_channels(
    office: Office,
) -> None:
    ts, _ = office.slack.direct_message(STAFF, HOURS)
    begun, ended = office.slack.wait_for(STATUS, 2)
    assert begun == {
        "channel_id": f"D{STAFF}",
        "thread_ts": ts,
        "status": "processing",
        "title": HOURS,
    }
    assert ended == {"channel_id": f"D{STAFF}", "thread_ts": ts, "status": "active"}
    ts, _ = office.slack.mention(STAFF, HOURS)
    *_, begun, ended = office.slack.wait_for(STATUS, 4)
    assert begun == {"channel_id": CHANNEL, "thread_ts": ts, "status": "processing"}
    assert ended == {"channel_id": CHANNEL, "thread_ts": ts, "status": "active"}


def test_where_slack_shows_no_such_sign_it_is_asked_once(office: Office) -> None:
    office.slack.api.is_agent = False
    for number in (1, 2, 3):
        office.slack.direct_message(STAFF, HOURS)
        office.slack.wait_for("chat.postMessage", number)
    office.desk.sessions.close()
    assert statuses(office.slack) == ["processing"]


@pytest.mark.parametrize("fault", [a_page(), Cut(), limited(30), web.Response(status=502)])
def test_trouble_with_the_sign_costs_no_answer_and_no_second_of_it(
    office: Office, fault: web.Response | Cut
) -> None:
    office.slack.fail_next(STATUS, fault)
    office.slack.direct_message(STAFF, HOURS)
    office.slack.wait_for("chat.postMessage")
    assert wait_statuses(office.slack, 2) == ["processing", "active"]


@pytest.mark.parametrize("fault", [a_page(), Cut(), limited(0), web.Response(status=500)])
def test_a_sign_that_could_not_be_taken_off_is_tried_again(
    office: Office, fault: web.Response | Cut
) -> None:
    office.slack.fail_next(STATUS, Slow(0.0))
    office.slack.fail_next(STATUS, fault)
    office.slack.direct_message(STAFF, HOURS)
    assert wait_statuses(office.slack, 3) == ["processing", "active", "active"]


def test_an_answer_that_fails_takes_the_sign_off(office: Office, data: Path) -> None:
    office.slack.direct_message(STAFF, HOURS)
    office.slack.wait_for("chat.postMessage")
    office.desk.papers.close()
    (data / "townclerk.db").unlink(missing_ok=True)
    for path in data.glob("*.db*"):
        path.unlink()
    office.slack.direct_message(STAFF, HOURS)
    office.slack.wait_for("chat.postMessage", 2)
    assert wait_statuses(office.slack, 4)[-1] == "active"


def test_a_sign_is_left_out_where_the_answer_would_come_before_it(slack: StandInSlack) -> None:
    now = [0.0]
    signs = Signs(clock=lambda: now[0])
    slack.fail_next(STATUS, Slow(0.3))
    client = signed_in_client(slack)
    signs.show(client, DIRECT, "first")
    signs.show(client, other("1.2"), "second")
    now[0] = LATE + 1
    signs.take_off(other("1.2").thread)
    signs.close()
    assert statuses(slack) == ["processing", "active"]
    assert {call["thread_ts"] for call in slack.called(STATUS)} == {"1.1"}


def test_the_sign_stays_while_another_answer_of_the_thread_is_under_way(
    slack: StandInSlack,
) -> None:
    sessions, client = Sessions(), signed_in_client(slack)
    second = Place(DIRECT.channel, DIRECT.thread_ts, STAFF, direct=True, ts="1.3")
    for begun in (DIRECT, second):
        sessions.begin(client, begun)
    sessions.end(DIRECT)
    sessions.end(second)
    sessions.close()
    assert statuses(slack) == ["processing", "processing", "active"]


def test_no_sign_is_left_behind_when_the_bot_stops(slack: StandInSlack) -> None:
    sessions = Sessions()
    sessions.begin(signed_in_client(slack), DIRECT)
    sessions.close()
    assert statuses(slack) == ["processing", "active"]


# Stop


def test_an_answer_that_is_stopped_is_not_posted_and_that_is_said_once(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with_slow_answer(slack, settings, data, lambda root: stop(slack, root))
    texts = [call["text"] for call in slack.called("chat.postMessage")]
    assert texts == ["Stopped. Ask again whenever you like."]
    assert statuses(slack) == ["processing", "active"]


def test_stop_pressed_twice_is_told_once(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    with_slow_answer(slack, settings, data, lambda root: (stop(slack, root), stop(slack, root)))
    assert len(slack.called("chat.postMessage")) == 1


def test_after_the_answer_there_is_nothing_to_stop(office: Office) -> None:
    ts, _ = office.slack.direct_message(STAFF, HOURS)
    wait_statuses(office.slack, 2)
    assert office.slack.stop_session(STAFF, f"D{STAFF}", ts).acked
    office.desk.stop(10)
    assert len(office.slack.called("chat.postMessage")) == 1


def test_what_is_asked_after_a_stop_is_answered(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    def stop_and_ask(root: str) -> None:
        stop(slack, root)
        slack.direct_message(STAFF, HOURS, thread_ts=root)
        slack.wait_for("chat.postMessage", 2)

    with_slow_answer(slack, settings, data, stop_and_ask)
    stopped, answer = slack.called("chat.postMessage")
    assert stopped["text"].startswith("Stopped.")
    assert answer["blocks"]
    assert statuses(slack)[-1] == "active"


def test_a_question_whose_turn_has_not_come_is_stopped_too(
    slack: StandInSlack, settings: Settings, data: Path
) -> None:
    signed_in = sign_in(settings)
    with desk(data, settings, signed_in) as open_desk, all_thinking(open_desk):
        slack.hand_to = handed_to(make_app(signed_in.client, open_desk))
        unwanted, _ = slack.direct_message(STAFF, HOURS)
        wanted, _ = slack.direct_message(STAFF, HOURS)
        wait_until_queued(open_desk, 2)
        stop(slack, unwanted)
    said = slack.called("chat.postMessage")
    assert [one["text"][:8] for one in said if one["thread_ts"] == unwanted] == ["Stopped."]
    assert [bool(one["blocks"]) for one in said if one["thread_ts"] == wanted] == [True]
    assert {call["thread_ts"] for call in slack.called(STATUS)} <= {wanted}


@contextmanager
def all_thinking(open_desk: Desk) -> Iterator[None]:
    """Every thread that answers is at work on something else until this ends."""
    going_on = Event()
    with ExitStack() as ending:
        ending.callback(going_on.set)
        for number in range(ANSWERS.thinking):
            work = lambda: (going_on.wait(PATIENCE), silence())[1]  # noqa: E731
            open_desk.take(Request(f"work {number}", STAFF, "work", work), lambda _: None)
        until(lambda: open_desk.pool.waiting == 0, "the threads to be at work")
        yield


def wait_until_queued(open_desk: Desk, number: int) -> None:
    until(lambda: open_desk.pool.waiting == number, f"{number} questions to wait")


def test_only_the_thread_that_was_stopped_is_stopped() -> None:
    sessions = Sessions()
    for begun in (shared(DIRECT), shared(other("1.2"))):
        sessions.begin(None, begun)  # type: ignore[arg-type]
    assert sessions.stop(DIRECT.thread)
    assert not sessions.claim(shared(DIRECT))
    assert sessions.claim(shared(other("1.2")))
    assert not sessions.stop(DIRECT.thread)


def with_slow_answer(
    slack: StandInSlack, settings: Settings, data: Path, meanwhile: Callable[[str], object]
) -> None:
    """A question for which the thread is read back slowly, and what happens meanwhile."""
    root = slack.api.timestamp()
    slack.api.posted.written(STAFF, f"D{STAFF}", "An earlier question?", ts=root)
    signed_in = sign_in(settings)
    with desk(data, settings, signed_in) as open_desk:
        slack.hand_to = handed_to(make_app(signed_in.client, open_desk))
        slack.fail_next("conversations.replies", Slow(2.0))
        slack.direct_message(STAFF, HOURS, thread_ts=root)
        slack.wait_for("conversations.replies")
        slack.wait_for(STATUS)
        meanwhile(root)


def stop(slack: StandInSlack, root: str) -> None:
    assert slack.stop_session(STAFF, f"D{STAFF}", root).acked
    slack.wait_for("chat.postMessage")


def signed_in_client(slack: StandInSlack):  # type: ignore[no-untyped-def]
    return sign_in(Settings(bot_token="xoxb-stand-in", api_url=slack.api_url)).client


def other(ts: str) -> Place:
    return Place(DIRECT.channel, ts, STAFF, direct=True, ts=ts)


def shared(place: Place) -> Place:
    """The same where others read along, so that no sign is shown."""
    return Place(place.channel, place.thread_ts, place.user, shared=True, ts=place.ts)
