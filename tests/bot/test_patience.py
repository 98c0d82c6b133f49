"""A Slack that stumbles is asked again, and nothing is ever said twice."""

import json
from http.client import IncompleteRead, RemoteDisconnected
from urllib.error import URLError

import pytest
from aiohttp import web
from slack_sdk.http_retry import HttpRequest, HttpResponse, RetryState

from bot.slack import patience, patient_client
from bot.slack.patience import LONGEST_WAIT, Patience, is_harmless
from bot.slack.patient_client import PatientClient
from bot.slack.sending import Unsure
from support.faults import limited
from support.slack import StandInSlack
from support.workspace import BOT_TOKEN, CHANNEL, STAFF

POST, LOOK = "https://slack.com/api/chat.postMessage", "https://slack.com/api/users.info"
HOOK = "https://hooks.slack.com/commands/T0/1/abc"


@pytest.mark.parametrize(
    ("url", "harmless"),
    [
        (POST, False),
        (f"{POST}?x=1.2", False),
        ("https://slack.com/api/chat.postEphemeral", False),
        (HOOK, False),
        (LOOK, True),
        ("https://slack.com/api/chat.update", True),
        ("https://slack.com/api/views.publish", True),
        ("https://slack.com/api/agents.sessions.setStatus", True),
    ],
)
def test_what_says_something_to_somebody_is_not_harmless(url: str, harmless: bool) -> None:
    assert is_harmless(url) is harmless


def page(status: int, **headers: str) -> HttpResponse:
    return HttpResponse(status_code=status, headers=dict(headers), data=b"<html>")


def said(**body: object) -> HttpResponse:
    return HttpResponse(status_code=200, headers={}, body=dict(body))


@pytest.mark.parametrize(
    ("came", "post", "look"),
    [
        (said(ok=True), False, False),
        (said(ok=False, error="channel_not_found"), False, False),
        (said(ok=False, error="ratelimited"), True, True),
        (said(ok=False, error="service_unavailable"), True, True),
        (said(ok=False, error="internal_error"), False, True),
        (said(), False, True),  # a page with status 200
        (page(429, **{"Retry-After": "2"}), True, True),
        (page(429, **{"retry-after": "soon"}), True, True),
        (page(429, **{"Retry-After": str(int(LONGEST_WAIT) + 1)}), False, False),
        (page(503), True, True),
        (page(500), False, True),
        (page(502), False, True),
        (page(404), False, False),
        (URLError(ConnectionRefusedError()), True, True),
        (URLError("no such host"), True, True),
        (ConnectionResetError(), False, True),
        (RemoteDisconnected(), False, True),
        (IncompleteRead(b"{"), False, True),
        (TimeoutError(), False, True),
        (json.JSONDecodeError("", "", 0), False, True),
    ],
)
def test_a_post_is_made_again_only_where_slack_cannot_have_taken_it(
    came: HttpResponse | Exception, post: bool, look: bool
) -> None:
    handler = Patience(lambda _: None)
    given = {"response": came} if isinstance(came, HttpResponse) else {"error": came}
    for url, again in ((POST, post), (HOOK, post), (LOOK, look)):
        request = HttpRequest(method="POST", url=url, headers={})
        assert handler.can_retry(state=RetryState(), request=request, **given) is again  # type: ignore[arg-type]


@pytest.mark.parametrize(("url", "times"), [(POST, 5), (LOOK, 2)])
def test_patience_comes_to_an_end(url: str, times: int) -> None:
    handler, request = Patience(lambda _: None), HttpRequest(method="POST", url=url, headers={})
    state = RetryState(current_attempt=times - 1)
    assert handler.can_retry(state=state, request=request, response=page(503))
    state.increment_current_attempt()
    assert not handler.can_retry(state=state, request=request, response=page(503))


@pytest.fixture
def troubles() -> list[str]:
    return []


@pytest.fixture
def client(
    slack: StandInSlack, troubles: list[str], monkeypatch: pytest.MonkeyPatch
) -> PatientClient:
    """A client whose pauses are short."""
    monkeypatch.setattr(patience, "_PAUSE", 0.01)
    monkeypatch.setattr(patient_client, "SETTLED_AFTER", 0.01)
    return PatientClient(BOT_TOKEN, slack.api_url, troubles.append)


DIRECT = f"D{STAFF}"


def replies(slack: StandInSlack, channel: str, ts: str) -> list[str]:
    return [m["text"] for m in slack.thread(channel, ts) if m.get("bot_id")]


def ask_directly(slack: StandInSlack) -> str:
    """Something that somebody wrote, to be replied to."""
    ts = slack.api.timestamp()
    slack.api.posted.written(STAFF, DIRECT, "a question", ts=ts)
    return ts


@pytest.mark.parametrize(
    "fault",
    [
        limited(0),
        web.Response(status=503, text="<html>"),
        web.Response(status=500, text="<html>"),
        web.json_response({"ok": False, "error": "internal_error"}, status=500),
        web.json_response({"ok": False, "error": "fatal_error"}),
        web.Response(text="<html>", content_type="text/html"),
        web.Response(text="{not json", content_type="application/json"),
    ],
)
def test_a_reply_that_slack_stumbled_over_is_there_once(
    slack: StandInSlack, client: PatientClient, troubles: list[str], fault: web.Response
) -> None:
    ts = ask_directly(slack)
    slack.fail_next("chat.postMessage", fault)
    answer = client.chat_postMessage(channel=DIRECT, thread_ts=ts, text="Agreed at £40.")
    assert replies(slack, DIRECT, ts) == ["Agreed at £40."]
    assert answer["ts"] == slack.thread(DIRECT, ts)[-1]["ts"]
    assert len(troubles) == 1


@pytest.mark.parametrize("done", [False, True])
def test_a_reply_cut_off_is_there_once_whether_slack_took_it_or_not(
    slack: StandInSlack, client: PatientClient, done: bool
) -> None:
    ts = ask_directly(slack)
    slack.cut_next("chat.postMessage", done=done)
    answer = client.chat_postMessage(channel=DIRECT, thread_ts=ts, text="Agreed at &lt;£40&gt;.")
    assert replies(slack, DIRECT, ts) == ["Agreed at &lt;£40&gt;."]
    assert answer["ts"] == slack.thread(DIRECT, ts)[-1]["ts"]
    assert len(slack.called("chat.postMessage")) == (1 if done else 2)


def test_a_message_outside_threads_is_looked_for_too(
    slack: StandInSlack, client: PatientClient
) -> None:
    slack.cut_next("chat.postMessage", done=True)
    client.chat_postMessage(channel=DIRECT, text="What is new")
    assert [m["text"] for m in slack.api.posted.history(DIRECT)] == ["What is new"]


def test_where_the_bot_may_not_look_it_does_not_say_a_thing_twice(
    slack: StandInSlack, client: PatientClient
) -> None:
    slack.api.scopes.discard("channels:history")
    ts = slack.api.timestamp()
    slack.cut_next("chat.postMessage", done=True)
    with pytest.raises(Unsure):
        client.chat_postMessage(channel=CHANNEL, thread_ts=ts, text="Agreed.")
    assert replies(slack, CHANNEL, ts) == ["Agreed."]


def test_a_look_that_fails_once_is_made_again(
    slack: StandInSlack, client: PatientClient, troubles: list[str]
) -> None:
    slack.cut_next("users.info")
    slack.html_next("users.info")
    assert client.users_info(user=STAFF)["user"]["id"] == STAFF
    assert troubles == ["RemoteDisconnected", "http_200"]


def test_a_token_that_slack_refuses_is_known_until_it_is_taken_again(
    slack: StandInSlack, client: PatientClient, troubles: list[str]
) -> None:
    revoked = web.json_response({"ok": False, "error": "token_revoked"})
    slack.fail_next("users.info", revoked)
    with pytest.raises(Exception, match="token_revoked"):
        client.users_info(user=STAFF)
    assert (client.token_refused, troubles) == ("token_revoked", ["token_revoked"])
    client.users_info(user=STAFF)
    assert client.token_refused is None
