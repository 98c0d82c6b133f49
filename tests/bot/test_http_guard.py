"""What stands before Bolt lets only small, signed requests pass, and never fails itself."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slack_bolt.request.internals import parse_body

from bot.slack.http_mode import MAX_BODY, guarded
from support.slack_requests import signed
from support.workspace import SIGNING_SECRET

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

BODY = '{"text": "£40 a year"}'.encode()


def inner(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """An app that gives back the body it was given."""
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def ask(body: bytes, headers: dict[str, str], **environ: Any) -> tuple[str, bytes]:
    """The status and body that the guard, or the app behind it, answers with."""
    named = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}
    statuses: list[str] = []
    request = {"PATH_INFO": "/slack/events", "CONTENT_LENGTH": str(len(body))} | named | environ
    answer = guarded(inner, SIGNING_SECRET)(
        {"wsgi.input": io.BytesIO(body), **request},
        lambda status, *_: statuses.append(status),  # type: ignore[arg-type, return-value]
    )
    return statuses[0], b"".join(answer)


def test_slacks_own_request_passes_with_its_body_whole() -> None:
    assert ask(BODY, signed(BODY)) == ("200 OK", BODY)


def test_a_body_that_was_changed_on_the_way_does_not_pass() -> None:
    assert ask(BODY.replace(b"40", b"90"), signed(BODY))[0] == "401 Unauthorized"


@pytest.mark.parametrize("length", [str(MAX_BODY + 1), "9" * 40, "-1", "many", "١٢"])
def test_a_body_too_large_or_of_no_length_is_not_read(length: str) -> None:
    status, _ = ask(BODY, signed(BODY), CONTENT_LENGTH=length)
    assert status == "413 Request Entity Too Large"


@given(st.text(), st.text())
def test_no_timestamp_and_no_signature_makes_it_fail(timestamp: str, signature: str) -> None:
    headers = {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": signature}
    assert ask(BODY, headers)[0] == "401 Unauthorized"


JSON, FORM = "application/json", "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (b'{"type": "event_callback"}', JSON, "200 OK"),
        (b'{"type": "event_callback"}', FORM, "200 OK"),
        (b"command=%2Fdecisions&text=", FORM, "200 OK"),
        (b"payload=%7B%22type%22%3A%22block_actions%22%7D", FORM, "200 OK"),
        (b"ssl_check=1", FORM, "200 OK"),
        (b"{not json", JSON, "400 Bad Request"),
        (b"{not json", FORM, "400 Bad Request"),
        (b"command=%2Fdecisions", JSON, "400 Bad Request"),
        (b"[]", JSON, "400 Bad Request"),
        (b"payload=%7Bnot+json", FORM, "400 Bad Request"),
        (b"payload=", FORM, "400 Bad Request"),
        (b"payload=%5B%5D", FORM, "400 Bad Request"),
        (b"\xff\xfe", FORM, "401 Unauthorized"),
        (b'{"a":' * 50_000, JSON, "400 Bad Request"),
    ],
)
def test_a_body_that_bolt_could_not_read_does_not_reach_it(
    body: bytes, content_type: str, status: str
) -> None:
    assert ask(body, signed(body), CONTENT_TYPE=content_type)[0] == status


@given(st.binary(max_size=300), st.sampled_from([JSON, FORM, ""]))
def test_no_body_that_slack_signed_makes_bolt_fail(body: bytes, content_type: str) -> None:
    status, passed = ask(body, signed(body), CONTENT_TYPE=content_type)
    assert status in ("200 OK", "400 Bad Request", "401 Unauthorized")
    if status == "200 OK":
        assert isinstance(parse_body(passed.decode(), content_type), dict)


def test_the_health_check_needs_no_signature() -> None:
    assert ask(b"", {}, PATH_INFO="/healthz") == ("200 OK", b"OK")
