"""Shortcuts: "Ask the papers" from anywhere, "Find decisions on this" from a message."""

from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.answers.answering import answer_to
from bot.answers.ask_form import FORM, ask_form, asked_in, faults_in
from bot.decisions.on_message import decisions_on
from bot.decisions.replies import to_one
from bot.desk import Desk, Reply, Request
from bot.message import Message
from bot.slack.pressed import open_by
from bot.slack.sending import directly

Body = dict[str, Any]


def register(app: App, desk: Desk) -> None:
    """Listen for them. Slack waits three seconds for an ack, so it comes first."""

    @app.shortcut("ask_papers")
    def ask(ack: Ack, body: Body, client: WebClient) -> None:
        ack()
        _open_form(desk, body, client)

    @app.view(FORM)
    def submitted(ack: Ack, body: Body, client: WebClient) -> None:
        if faults := faults_in(body["view"]):
            ack(response_action="errors", errors=faults)
            return
        ack()
        _answer(desk, body, client)

    @app.shortcut("find_decisions")
    def find(ack: Ack, body: Body, respond: Respond) -> None:
        ack()
        _find(desk, body, respond)


def _open_form(desk: Desk, body: Body, client: WebClient) -> None:
    user, trigger = body["user"]["id"], body["trigger_id"]

    def work() -> Message:
        return open_by(client, trigger, ask_form(desk.papers.library().status()))

    desk.take(Request(trigger, user, "ask_papers", work), _told(client, user), quick=True)


def _told(client: WebClient, user: str) -> Reply:
    """Tell whoever asked for a form why there is none; the form itself says it all."""

    def reply(message: Message) -> None:
        if message.text:
            directly(client, user)(message)

    return reply


def _answer(desk: Desk, body: Body, client: WebClient) -> None:
    view, user = body["view"], body["user"]["id"]
    asked = asked_in(view, user)
    key = f"{FORM} {view['id']} {view.get('hash')}"
    work = Request(key, user, FORM, lambda: answer_to(desk, asked, told=True))
    desk.take(work, directly(client, user))


def _find(desk: Desk, body: Body, respond: Respond) -> None:
    message = body.get("message") or {}
    text = str(message.get("text") or "")
    # Where nobody has replied yet there is no thread, and Slack would show nothing in it.
    reply = to_one(respond, message.get("thread_ts"))
    key = body.get("trigger_id") or body["response_url"]
    work = Request(key, body["user"]["id"], "find_decisions", lambda: decisions_on(desk, text))
    desk.take(work, reply)
