"""The Bolt app: which event goes to which function, and nothing else."""

import logging
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from slack_bolt import App, BoltContext, BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from bot.desk import Desk
from bot.excuses import note
from bot.listeners import (
    administration,
    answers,
    commands,
    decisions,
    following,
    home,
    messages,
    sessions,
    shortcuts,
)
from bot.slack.ours import only_ours
from bot.slack.patient_client import PatientClient, PatientRespond

log = logging.getLogger(__name__)

ACKS_AT_ONCE = 8  # listeners only acknowledge and hand on, so that an ack never waits for an answer


def make_app(client: PatientClient, desk: Desk, signing_secret: str | None = None) -> App:
    """The app, signed in as ``client``; ``signing_secret`` is for HTTP only."""
    # Bolt logs the body of a request whose signature is wrong: anything a stranger sends.
    logging.getLogger("slack_bolt.RequestVerification").setLevel(logging.WARNING)
    app = App(
        client=client,
        signing_secret=signing_secret or "",
        request_verification_enabled=signing_secret is not None,
        listener_executor=ThreadPoolExecutor(ACKS_AT_ONCE, thread_name_prefix="ack"),
        attaching_conversation_kwargs_enabled=False,  # they make calls of their own to Slack
        raise_error_for_unhandled_request=True,  # so that it comes to _failed
    )
    app.use(only_ours(desk.signed_in))
    app.use(_with_patience(desk))
    for listeners in LISTENERS:
        listeners.register(app, desk)
    app.error(_failed)
    return app


LISTENERS = (
    messages, sessions, commands, decisions, answers, shortcuts, administration, following, home,
)  # fmt: skip


def _with_patience(desk: Desk) -> Callable[..., None]:
    """Give listeners the client that is patient; Bolt makes a plain one for every request."""

    def put(context: BoltContext, next: Callable[[], None]) -> None:  # noqa: A002 - Bolt's name
        context["client"] = desk.signed_in.client
        if context.respond is not None:
            context["respond"] = PatientRespond(context.respond, desk.figures.slack_trouble)
        next()

    return put


def _failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """Log where a listener failed, or that there is none. Acknowledged: trying again is no use.

    Bolt's own handler would log the words of the error too.
    """
    if isinstance(error, BoltUnhandledRequestError):
        log.warning("nothing listens for a request of type %s", _type_of(body))
    else:
        log.warning("a request of type %s failed", _type_of(body))
        note(error)
    return BoltResponse(status=200)


def _type_of(body: dict[str, Any]) -> str:
    """What kind of request this is, in Slack's words alone."""
    event = body.get("event") or {}
    said = f"{body.get('type') or body.get('command')} {event.get('type', '')}".strip()
    return said if re.fullmatch(r"[\w/ .-]{1,80}", said, re.ASCII) else "unknown"
