"""The slash command ``/townclerk``; its replies are private."""

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App, Respond

from bot.administration.administering import ask_to_ingest, offer_to_withdraw, report_gaps
from bot.administration.ingest_blocks import status_message
from bot.answers.answering import answer_to
from bot.answers.asked import Asked
from bot.desk import Desk, Request
from bot.following.request import VERBS, follow_request
from bot.message import Message
from bot.slack.replies import to_command
from bot.text import question_in
from bot.usage import townclerk_help

_AROUND = "“”\"‘’'.,:;!?"  # what people set beside a word; a telephone makes quotes curly
Verb = Callable[[Desk, str, str], Message]  # of a user's id, and of the words after the verb


def register(app: App, desk: Desk) -> None:
    """Listen for it. Slack waits three seconds for an ack, so it comes first."""

    @app.command("/townclerk")
    def townclerk(ack: Ack, command: dict[str, Any], respond: Respond) -> None:
        ack()
        verb, words = _verb_and_words(command)
        user, do = command["user_id"], _VERBS.get(verb, _unknown(verb))
        kind = f"/townclerk {verb}" if verb in _VERBS else "/townclerk ?"
        key = command.get("trigger_id") or command["response_url"]
        desk.take(Request(key, user, kind, lambda: do(desk, user, words)), to_command(respond))


def _verb_and_words(command: dict[str, Any]) -> tuple[str, str]:
    verb, _, words = question_in(command.get("text") or "").partition(" ")
    return verb.casefold().strip(_AROUND), words.strip()


def _ask(desk: Desk, user: str, words: str) -> Message:
    return answer_to(desk, Asked(words, user, private=True))


def _status(desk: Desk, _user: str, _words: str) -> Message:
    return status_message(desk.papers.library().status(), desk.jobs.under_way())


def _follow(verb: str) -> Verb:
    return lambda desk, user, words: follow_request(desk, user, f"{verb} {words}".strip())


def _help(_desk: Desk, _user: str, _words: str) -> Message:
    return townclerk_help()


def _unknown(verb: str) -> Verb:
    said = f"I do not know /townclerk {verb}. This is what I can do:"
    return lambda _desk, _user, _words: townclerk_help(said)


_VERBS: dict[str, Verb] = {
    "ask": _ask,
    "status": _status,
    **{verb: _follow(verb) for verb in VERBS},
    "ingest": ask_to_ingest,
    "withdraw": offer_to_withdraw,
    "gaps": lambda desk, user, _: report_gaps(desk, user),
    "help": _help,
    "": _help,
}
