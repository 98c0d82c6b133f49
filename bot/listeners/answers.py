"""The buttons under an answer: read in context, share, tell whether it was of use."""

import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.answers.answering import answer_to, more_to
from bot.answers.carried import asked_again
from bot.answers.citing import cited
from bot.answers.context_view import in_context
from bot.answers.handover import hand_over
from bot.answers.sharing import share
from bot.desk import Desk, Request
from bot.message import Message
from bot.records.feedback import feedback_form, record_feedback, record_form
from bot.slack.pressed import OPENED, Pressed, TooOld, open_view, pressed, privately

Work = Callable[[Desk, WebClient, Pressed], Message]


def register(app: App, desk: Desk) -> None:
    """Listen for them. Slack waits three seconds for an ack, so it comes first."""
    for action, work in _WORKS.items():
        app.action(re.compile(rf"^{action}(_\d+)?$"))(_listener(desk, action, work))

    @app.view("feedback_form")
    def submitted(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        view, user = body["view"], body["user"]["id"]

        def work() -> Message:
            record_form(desk, user, view)
            return OPENED

        key = f"form {view['id']} {view.get('hash')}"
        desk.take(Request(key, user, "feedback_form", work), _directly(client, user))


def _listener(desk: Desk, action: str, work: Work) -> Callable[..., None]:
    def listen(ack: Ack, body: dict[str, Any], client: WebClient, respond: Respond) -> None:
        ack()
        press = pressed(body)
        request = Request(press.key, press.user, action, lambda: work(desk, client, press))
        desk.take(request, privately(press, client, respond), quick=action in _OPENING)

    return listen


def _directly(client: WebClient, user: str) -> Callable[[Message], None]:
    def reply(message: Message) -> None:
        if message.text:
            client.chat_postMessage(channel=user, text=message.text)

    return reply


def _read_in_context(desk: Desk, client: WebClient, press: Pressed) -> Message:
    return open_view(client, press, in_context(desk.papers.library(), press.fields))


def _copy_citation(desk: Desk, client: WebClient, press: Pressed) -> Message:
    return open_view(client, press, cited(desk.papers.library(), press.fields))


def _more(desk: Desk, _: WebClient, press: Pressed) -> Message:
    asked = asked_again(press.fields, press.user, private=True)
    if asked is None:
        raise TooOld("This answer is too old to show more of it. Please ask again.")
    return more_to(desk, asked)


def _ask_again(desk: Desk, _: WebClient, press: Pressed) -> Message:
    # What is asked on the App Home is answered directly, where there is nobody to share with.
    is_shareable = bool(press.channel) and not press.is_direct
    asked = asked_again(press.fields, press.user, private=is_shareable)
    if asked is None:
        raise TooOld("This button is too old to be used. Please ask the question yourself.")
    if press.place:
        desk.conversations.remember(press.place, asked.text)  # for what is asked of it next
    return answer_to(desk, asked, told=True)


def _judge(desk: Desk, client: WebClient, press: Pressed) -> Message:
    """Note that an answer was of use; ask what was wrong with one that was not."""
    fields = press.fields
    useful = fields.pop("useful", None) is True
    told = record_feedback(desk, press.user, fields, useful)
    if useful or told.outcome == "too_old":
        return told
    return open_view(client, press, feedback_form(press.value, desk.choices.keep_questions_days))


_WORKS: dict[str, Work] = {
    "context": _read_in_context,
    "cite": _copy_citation,
    "more": _more,
    "ask_again": _ask_again,
    "share": share,
    "handover": hand_over,
    "feedback": _judge,
}
_OPENING = ("context", "cite", "feedback")  # a window, for which Slack gives three seconds
