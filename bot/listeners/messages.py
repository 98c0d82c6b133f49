"""Questions put in a channel or in a direct message, and those that follow them in a thread."""

from typing import Any

from slack_bolt import App
from slack_sdk import WebClient

from bot.conversations.answered_threads import AnsweredThreads
from bot.conversations.courtesies import elsewhere
from bot.conversations.questions import Question, reply_to
from bot.conversations.said import calls_anyone, is_new, said_in
from bot.desk import Desk, Reply, Request
from bot.message import Message
from bot.slack.place import Place, place_of
from bot.slack.replies import in_session, only_to_asker


def register(app: App, desk: Desk) -> None:
    """Listen for mentions and messages. Bolt acknowledges events before it calls these."""
    ours = AnsweredThreads(desk.memory)
    _on_mentions(app, desk, ours)
    _on_messages(app, desk, ours)


def _on_mentions(app: App, desk: Desk, ours: AnsweredThreads) -> None:
    @app.event("app_mention")
    def mentioned(body: dict[str, Any], client: WebClient) -> None:
        event = body["event"]
        if not is_new(event):
            return
        place = place_of(event, body)
        if _may_answer_in(place, desk):
            reply = in_session(client, place, desk)
            if desk.choices.threads:
                reply = _noting(reply, place, ours)
            _take(desk, "mention", client, Question(place, said_in(event)), reply)
        else:
            request = Request(
                _key(place), place.user, "mention", lambda: elsewhere(desk.choices.channels)
            )
            desk.take(request, only_to_asker(client, place))


def _on_messages(app: App, desk: Desk, ours: AnsweredThreads) -> None:
    @app.event("message")
    def written(body: dict[str, Any], client: WebClient) -> None:
        event = body["event"]
        if not is_new(event):
            return
        place = place_of(event, body)
        if place.direct:
            question = Question(place, said_in(event))
            _take(desk, "direct", client, question, in_session(client, place, desk))
        elif desk.choices.threads and _follows_up(event, place, desk) and ours.has(place):
            question = Question(place, said_in(event), called=False)
            if question.said.asks:
                _take(desk, "follow-up", client, question, in_session(client, place, desk))


def _may_answer_in(place: Place, desk: Desk) -> bool:
    chosen = desk.choices.channels
    return place.direct or not chosen or place.channel in chosen


def _follows_up(event: dict[str, Any], place: Place, desk: Desk) -> bool:
    """Whether a message goes on in a thread, and is to nobody else; a mention comes by itself."""
    to_all = not place.begins and not calls_anyone(event.get("text") or "")
    return to_all and not place.shared and _may_answer_in(place, desk)


def _take(desk: Desk, kind: str, client: WebClient, question: Question, reply: Reply) -> None:
    place = question.place
    if question.said.asks:
        # Now, and not when its turn comes: the next question of the thread may come before it.
        desk.conversations.remember(place, question.said.question)
    work = lambda: reply_to(desk, client, question)  # noqa: E731
    stoppable = place if question.called else None
    desk.take(Request(_key(place), place.user, kind, work, stoppable), reply)


def _key(place: Place) -> str:
    """The message itself: Slack may tell of one as a mention and as a message, each an event."""
    return f"message {place.channel} {place.ts}"


def _noting(reply: Reply, place: Place, ours: AnsweredThreads) -> Reply:
    """The reply, after which the thread is known for one in which the bot answers."""

    def noted(message: Message) -> None:
        reply(message)
        if not place.shared:
            ours.add(place)

    return noted
