"""The slash command ``/townclerk``; its replies are private."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.answering import answer_to, status_of
from bot.asked import Asked
from bot.desk import Desk, Request
from bot.message import Message, sentence
from bot.progress import Progress
from bot.replies import to_command
from bot.text import question_in
from bot.usage import townclerk_help

Work = Callable[[], Message]


def register(app: App, desk: Desk) -> None:
    """Listen for it. Slack waits three seconds for an ack, so it comes first."""

    @app.command("/townclerk")
    def townclerk(ack: Ack, command: dict[str, Any], respond: Respond, client: WebClient) -> None:
        ack()
        verb, words = _verb_and_words(command)
        works: dict[str, Work] = {
            "ask": lambda: answer_to(desk, Asked(words, command["user_id"], private=True)),
            "status": lambda: status_of(desk),
            "ingest": lambda: _ingest(desk, words, command["user_id"], client, respond),
            "help": townclerk_help,
            "": townclerk_help,
        }
        unknown = f"I do not know /townclerk {verb}. This is what I can do:"
        work = works.get(verb, lambda: townclerk_help(unknown))
        kind = f"/townclerk {verb}" if verb in works else "/townclerk ?"
        _take(desk, command, respond, kind, work)


def _verb_and_words(command: dict[str, Any]) -> tuple[str, str]:
    verb, _, words = question_in(command.get("text") or "").partition(" ")
    return verb.casefold(), words.strip()


def _take(desk: Desk, command: dict[str, Any], respond: Respond, kind: str, work: Work) -> None:
    key = command.get("trigger_id") or command["response_url"]
    request = Request(key, command["user_id"], kind, work)
    desk.take(request, to_command(respond))


def _ingest(desk: Desk, words: str, user: str, client: WebClient, respond: Respond) -> Message:
    """Start an ingest for an administrator, checked now and not when the command was offered."""
    if not desk.people.is_admin(user):
        return sentence(
            "Only Town Clerk's administrators can start an ingest. Ask one of them.",
            outcome="not_admin",
        )
    if words:
        # A path named from Slack could put any file of the server into the answers.
        return sentence(
            "From Slack, all known papers are read again: say /townclerk ingest and nothing more. "
            "New folders are added on the server with: townclerk ingest FOLDER",
            outcome="bad_source",
        )
    desk.jobs.start((), Progress(client, user, to_command(respond)))
    return sentence("The ingest has started. I will tell you here when it is done.", "started")
