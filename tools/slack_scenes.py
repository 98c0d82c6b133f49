"""What happens in a workspace with Town Clerk, one scene for every kind of message it sends."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.app import make_app
from bot.choices import Choices
from bot.serve import desk
from bot.settings import Settings
from bot.slack.sign_in import sign_in
from support.in_process import handed_to
from support.slack import StandInSlack
from support.workspace import ADMIN, APP_TOKEN, BOT_TOKEN, CHANNEL, HANDOVER, STAFF
from tools import slack_look as look

DECIDED = "What did Cabinet decide about the garden waste charge?"
RECOMMENDED = "Has Cabinet agreed to joint building control with Ousterby?"
UNKNOWN = "What was decided about the airport?"
Sent = dict[str, Any]


@dataclass(frozen=True)
class Town:
    """The bot at work in this process, and the Slack it serves."""

    slack: StandInSlack

    def answer(self, question: str, thread: str | None = None, count: int = 1) -> tuple[str, Sent]:
        """Ask in the channel; the thread, and the bot's answer in it."""
        more = {"thread_ts": thread} if thread else {}
        ts, _ = self.slack.mention(STAFF, question, **more)
        return thread or ts, self.slack.wait_for_reply(CHANNEL, thread or ts, count)

    def command(self, command: str, text: str = "", user: str = STAFF) -> Sent:
        """Give a command; what that person alone is told."""
        before = len(self.slack.private(user))
        self.slack.command(user, command, text)
        return self.slack.wait_for_private(user, before + 1)

    def press(self, where: Sent, action: str, user: str = STAFF, **which: Any) -> Sent:
        """Press a button; what that person alone is told."""
        before = len(self.slack.private(user))
        self.slack.press(user, where, action, **which)
        return self.slack.wait_for_private(user, before + 1)

    def window(self, where: Sent, action: str, **which: Any) -> Sent:
        """Press a button; the window that it opens."""
        self.slack.press(STAFF, where, action, **which)
        return self.slack.wait_for_modal(STAFF)

    def home(self, user: str) -> Sent:
        """The app's own page, as somebody sees it."""
        self.slack.open_home(user)
        self.slack.wait_for("views.publish", user_id=user)
        return self.slack.home(user) or {}


@contextmanager
def opened_town(data: Path) -> Iterator[Town]:
    """A workspace with the bot on a data folder, of which it remembers nothing."""
    for file in data.glob("slack.db*"):
        file.unlink()
    with StandInSlack() as slack:
        settings = Settings(
            bot_token=BOT_TOKEN,
            app_token=APP_TOKEN,
            admins=frozenset({ADMIN}),
            api_url=slack.api_url,
            choices=Choices(handover_channel=HANDOVER),
        )
        with desk(data, settings, sign_in(settings)) as opened:
            slack.hand_to = handed_to(make_app(opened.signed_in.client, opened))
            yield Town(slack)


def _answered(question: str, *, dark: bool = False) -> Callable[[Town], str]:
    def scene(town: Town) -> str:
        _, sent = town.answer(question)
        return look.page([_asked(question), look.message(sent)], dark=dark)

    return scene


def _asked(question: str) -> str:
    return look.said("Alex", f"@Town Clerk {question}")


def _follow_up(town: Town) -> str:
    thread, first = town.answer(DECIDED)
    follow_up = "When was that?"
    _, second = town.answer(follow_up, thread, count=2)
    parts = [_asked(DECIDED), look.message(first), _asked(follow_up), look.message(second)]
    return look.page(parts)


def _window(action: str, **which: Any) -> Callable[[Town], str]:
    """A window that a button under an answer opens."""

    def scene(town: Town) -> str:
        _, sent = town.answer(DECIDED)
        return look.page([look.modal(town.window(sent, action, **which))])

    return scene


def _private(town: Town) -> str:
    return look.page([look.message(town.command("/townclerk", f"ask {RECOMMENDED}"), private=True)])


def _shared(town: Town) -> str:
    sent = town.command("/townclerk", f"ask {RECOMMENDED}")
    town.press(sent, "share")
    return look.page([look.message(town.slack.called("chat.postMessage")[-1])])


def _handover(town: Town) -> str:
    _, sent = town.answer(UNKNOWN)
    town.press(sent, "handover")
    posted = town.slack.wait_for("chat.postMessage", channel=HANDOVER)[-1]
    return look.page([look.message(posted)])


def _told(command: str, text: str = "", user: str = STAFF) -> Callable[[Town], str]:
    """What a command tells whoever gives it."""
    return lambda town: look.page([look.message(town.command(command, text, user), private=True)])


def _home(user: str) -> Callable[[Town], str]:
    return lambda town: look.page([look.blocks(town.home(user)["blocks"])])


def _ask_form(town: Town) -> str:
    town.slack.shortcut(STAFF, "ask_papers")
    return look.page([look.modal(town.slack.wait_for_modal(STAFF))])


SCENES: Final[dict[str, Callable[[Town], str]]] = {
    "answer": _answered(DECIDED),
    "answer-dark": _answered(DECIDED, dark=True),
    "recommended": _answered(RECOMMENDED),
    "not-found": _answered(UNKNOWN),
    "follow-up": _follow_up,
    "in-context": _window("context"),
    "copy-citation": _window("cite"),
    "not-useful": _window("feedback", value="negative"),
    "private": _private,
    "shared": _shared,
    "handover": _handover,
    "decisions": _told("/decisions", "about charges"),
    "ask-form": _ask_form,
    "following": _told("/townclerk", "follow garden waste in cabinet"),
    "help": _told("/townclerk", "help"),
    "status": _told("/townclerk", "status"),
    "ingest": _told("/townclerk", "ingest", ADMIN),
    "gaps": _told("/townclerk", "gaps", ADMIN),
    "home": _home(STAFF),
    "home-administrator": _home(ADMIN),
}
