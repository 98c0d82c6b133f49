"""The Bolt app: which event goes to which function, and nothing else."""

import logging
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from slack_bolt import App, BoltResponse
from slack_sdk import WebClient

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
from bot.ours import only_ours

ACKS_AT_ONCE = 8  # listeners only acknowledge and hand on, so that an ack never waits for an answer


def make_app(client: WebClient, desk: Desk, signing_secret: str | None = None) -> App:
    """The app, signed in as ``client``; ``signing_secret`` is for HTTP only."""
    # Bolt logs the body of a request whose signature is wrong: anything a stranger sends.
    logging.getLogger("slack_bolt.RequestVerification").setLevel(logging.WARNING)
    app = App(
        client=client,
        signing_secret=signing_secret or "",
        request_verification_enabled=signing_secret is not None,
        listener_executor=ThreadPoolExecutor(ACKS_AT_ONCE, thread_name_prefix="ack"),
        attaching_conversation_kwargs_enabled=False,  # they make calls of their own to Slack
    )
    app.use(only_ours(desk.signed_in))
    for listeners in LISTENERS:
        listeners.register(app, desk)
    app.error(_failed)
    return app


LISTENERS = (
    messages, sessions, commands, decisions, answers, shortcuts, administration, following, home,
)  # fmt: skip


def _failed(error: Exception, body: dict[str, Any]) -> BoltResponse:
    """Log where a listener failed; Bolt's own handler would log the words of the error too."""
    logging.getLogger(__name__).warning("a request of type %s failed", body.get("type"))
    note(error)
    return BoltResponse(status=200)
