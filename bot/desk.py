"""Where work is done: each request once, in its own threads, for people who may ask."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date

from slack_sdk.errors import SlackApiError

from bot.choices import Choices
from bot.conversation import Conversations
from bot.excuses import excuse, note
from bot.jobs import Jobs
from bot.memory import Memory
from bot.message import Message
from bot.once import Once
from bot.papers import Papers
from bot.people import People
from bot.sessions import Sessions
from bot.sign_in import SignedIn

log = logging.getLogger(__name__)

ANSWERS_AT_ONCE = 4  # answering is work for the processor; more threads would only take turns
QUICK_AT_ONCE = 4

Reply = Callable[[Message], None]


class ReplyRefused(Exception):
    """Slack did not take a reply; the argument is Slack's code."""


@dataclass(frozen=True, slots=True)
class Request:
    """Who wants something done, under which key Slack would deliver it again, and what it is."""

    key: str
    user: str
    kind: str  # for the log: "mention", "direct", "/decisions ask" …
    work: Callable[[], Message]


@dataclass(frozen=True, slots=True)
class Desk:
    """What every listener works with."""

    signed_in: SignedIn
    choices: Choices
    papers: Papers
    people: People
    memory: Memory
    once: Once
    jobs: Jobs
    pool: ThreadPoolExecutor  # for answers
    quick: ThreadPoolExecutor  # for what Slack gives three seconds, such as opening a form
    today: Callable[[], date] = date.today
    conversations: Conversations = field(default_factory=Conversations)
    sessions: Sessions = field(default_factory=Sessions)

    def take(self, request: Request, reply: Reply, *, quick: bool = False) -> None:
        """Have the work done and replied to, soon; nothing if the request was taken before.

        What is ``quick`` waits for no answer.
        """
        if self.once.take(request.key):
            (self.quick if quick else self.pool).submit(self._do, request, reply)
        else:
            log.info("kind=%s outcome=repeated", request.kind)

    def _do(self, request: Request, reply: Reply) -> None:
        started = time.perf_counter()
        message = self._made(request)
        if message is not None:
            send(message, reply)
        outcome = message.outcome if message else "refused"
        took_ms = (time.perf_counter() - started) * 1000
        log.info("kind=%s outcome=%s took_ms=%.0f", request.kind, outcome, took_ms)

    def _made(self, request: Request) -> Message | None:
        """The reply; None for someone who may not ask, to whom nothing at all is said."""
        try:
            return request.work() if self.people.may_ask(request.user) else None
        except Exception as error:  # noqa: BLE001 - the last door: whoever asked must hear of it
            return excuse(error)


def send(message: Message, reply: Reply) -> None:
    """Reply; where Slack will not show the blocks, in plainer ones, or in words alone.

    Trouble goes to the log.
    """
    try:
        reply(message)
    except (SlackApiError, ReplyRefused) as error:
        code = _code(error)
        log.error("Slack refused a reply: %s", code)  # noqa: TRY400 - the code says it all
        if message.blocks and any(part in code for part in _OF_BLOCKS):
            send(message.plainer or Message(message.text), reply)
    except Exception as error:  # noqa: BLE001 - whatever it is, the next request must be served
        note(error)


_OF_BLOCKS = ("block", "too_long", "attachments")  # in the codes that refuse what blocks hold


def _code(error: SlackApiError | ReplyRefused) -> str:
    return str(error.response.get("error") if isinstance(error, SlackApiError) else error)
