"""HTTP: Slack calls the bot, through waitress and a guard that lets only Slack's requests pass."""

import io
import json
import logging
import re
from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk.signature import SignatureVerifier
from waitress.server import create_server

from bot.manifest import PATH
from bot.slack.health import CannotListen, Health, say

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

log = logging.getLogger(__name__)

MAX_BODY = 1_000_000  # bytes; Slack's requests are far smaller
THREADS = 8
# Bolt fails on other timestamps and signatures, and parses a body before it checks who sent it.
_TIMESTAMP = re.compile(r"\d{1,12}", re.ASCII)
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)


def listen(app: App, signing_secret: str, address: tuple[str, int], health: Health) -> None:
    """Take events from Slack at http://HOST:PORT/slack/events until told to stop.

    Raises CannotListen where the address is taken or not this machine's.
    """
    host, port = address
    try:
        server = create_server(
            guarded(SlackRequestHandler(app, PATH), signing_secret),
            host=host,
            port=port,
            threads=THREADS,
            max_request_body_size=MAX_BODY,
            ident="",
        )
    except (OSError, ValueError) as error:  # ValueError: a host name that leads nowhere
        raise CannotListen(
            f"The bot cannot listen at {host}:{port}: the port is taken, or the address is not "
            "this machine's. Give another with --http HOST:PORT."
        ) from error
    log.info("listening to Slack at %s:%s%s", host, port, PATH)
    health.connected = lambda: True  # as far as can be known: Slack calls when it has something
    try:
        server.run()
    finally:
        server.close()  # so that nobody calls in vain while the last answers are given


def guarded(app: "WSGIApplication", signing_secret: str) -> "WSGIApplication":
    """The app behind a check of size, signature and form; ``/healthz`` tells that it lives."""
    verifier = SignatureVerifier(signing_secret)

    def guard(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        if environ.get("PATH_INFO") == "/healthz":
            return say(start_response, HTTPStatus.OK)
        body = _body(environ)
        if body is None:
            return say(start_response, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if not _is_from_slack(environ, body, verifier):
            return say(start_response, HTTPStatus.UNAUTHORIZED)
        if not _is_readable(environ, body):
            return say(start_response, HTTPStatus.BAD_REQUEST)
        return app({**environ, "wsgi.input": io.BytesIO(body)}, start_response)

    return guard


def _body(environ: dict[str, Any]) -> bytes | None:
    """The request's body; None if it is too large, or not sized at all."""
    length = environ.get("CONTENT_LENGTH") or "0"
    if not re.fullmatch(r"\d{1,7}", length, re.ASCII) or int(length) > MAX_BODY:
        return None
    body: bytes = environ["wsgi.input"].read(int(length))
    return body


def _is_from_slack(environ: dict[str, Any], body: bytes, verifier: SignatureVerifier) -> bool:
    """Whether the signature is Slack's, made within the last five minutes."""
    timestamp = environ.get("HTTP_X_SLACK_REQUEST_TIMESTAMP", "")
    signature = environ.get("HTTP_X_SLACK_SIGNATURE", "")
    if not _TIMESTAMP.fullmatch(timestamp) or not _SIGNATURE.fullmatch(signature):
        return False
    try:
        return verifier.is_valid(body, timestamp, signature)
    except ValueError:  # a body that is no text
        return False


def _is_readable(environ: dict[str, Any], body: bytes) -> bool:
    """Whether Bolt can read the body: a JSON object, or a form whose payload, if any, is one."""
    try:
        text = body.decode()
        if environ.get("CONTENT_TYPE") == "application/json" or text.startswith("{"):
            return not text or isinstance(json.loads(text), dict)
        payloads = parse_qs(text, keep_blank_values=True).get("payload", ["{}"])
        return all(isinstance(json.loads(one), dict) for one in payloads)
    except (ValueError, RecursionError):
        return False
