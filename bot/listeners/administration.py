"""What administrators do from Slack: read papers again, withdraw one, see what is missing."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.administration.administering import (
    cancel_ingest,
    open_withdrawal,
    report_gaps,
    start_ingest,
    withdraw,
)
from bot.administration.job_blocks import CANCEL, LEAVE, READ_AGAIN
from bot.administration.withdrawing import CHOOSE, CONFIRM, submitted
from bot.desk import Desk, Reply, ReplyRefused, Request
from bot.listeners.home import refresh
from bot.message import Message
from bot.slack.pressed import Pressed, pressed, privately
from bot.slack.sending import directly

Work = Callable[[WebClient, Pressed], Message]


def register(app: App, desk: Desk) -> None:
    """Listen for them. Slack waits three seconds for an ack, so it comes first."""
    _on_reading_again(app, desk)
    _on_leaving(app, desk)
    _on_withdrawing(app, desk)
    _on_buttons(app, desk)


def _on_reading_again(app: App, desk: Desk) -> None:
    @app.action(READ_AGAIN)
    def read_again(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        ack()
        press = pressed(body)
        # In a direct message, what is kept up to date is seen there.
        elsewhere = respond.response_url and not press.is_direct
        last_word = privately(press, client, respond) if elsewhere else None

        def work() -> Message:
            return start_ingest(desk, client, press.user, last_word)

        reply = _refreshing(desk, client, press, _in_place(client, press, respond))
        desk.take(Request(press.key, press.user, READ_AGAIN, work), reply)


def _on_leaving(app: App, desk: Desk) -> None:
    @app.action(LEAVE)
    def leave(ack: Ack, body: dict[str, Any], respond: Respond) -> None:
        ack()
        press = pressed(body)
        request = Request(press.key, press.user, LEAVE, lambda: Message("", outcome="left"))
        desk.take(request, lambda _: _take_away(respond), quick=True)


def _on_withdrawing(app: App, desk: Desk) -> None:
    @app.view(CONFIRM)
    def confirmed(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        view, user = body["view"], body["user"]["id"]

        def work() -> Message:
            return withdraw(desk, client, user, submitted(view))

        key = f"form {view['id']} {view.get('hash')}"
        desk.take(Request(key, user, CONFIRM, work), _wordless(directly(client, user)))


def _on_buttons(app: App, desk: Desk) -> None:
    works: dict[str, Work] = {
        CANCEL: lambda _, press: cancel_ingest(desk, press.user),
        CHOOSE: lambda client, press: open_withdrawal(desk, client, press),
        "gap_report": lambda _, press: report_gaps(desk, press.user),
    }
    for action, work in works.items():
        app.action(action)(_listener(desk, action, work))


def _listener(desk: Desk, action: str, work: Work) -> Callable[..., None]:
    def listen(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        ack()
        press = pressed(body)
        request = Request(press.key, press.user, action, lambda: work(client, press))
        desk.take(request, privately(press, client, respond), quick=action == CHOOSE)

    return listen


def _in_place(client: WebClient, press: Pressed, respond: Respond) -> Reply:
    """Reply in the place of what was asked, so that it cannot be answered twice."""
    if not respond.response_url:
        return privately(press, client, respond)

    def reply(message: Message) -> None:
        blocks = list(message.blocks) or None
        answered = respond(text=message.text, blocks=blocks, replace_original=True)
        if answered.status_code != 200:
            raise ReplyRefused(answered.body)

    return reply


def _take_away(respond: Respond) -> None:
    if respond.response_url:
        respond(delete_original=True)


def _refreshing(desk: Desk, client: WebClient, press: Pressed, reply: Reply) -> Reply:
    """The reply; and where the button was on the App Home, that page as it is now."""

    def refreshed(message: Message) -> None:
        reply(message)
        if not press.channel:
            refresh(desk, client, press.user)

    return refreshed


def _wordless(reply: Reply) -> Reply:
    """The reply, unless there is nothing to say."""

    def said(message: Message) -> None:
        if message.text:
            reply(message)

    return said
