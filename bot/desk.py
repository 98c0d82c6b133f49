"""Where work is done: each request once, in its own threads, for people who may ask."""

import logging
import secrets
import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date

from slack_sdk.errors import SlackApiError

from bot.jobs import Jobs
from bot.message import Message, sentence
from bot.once import Once
from bot.papers import Papers
from bot.people import People
from index.errors import TownClerkError

log = logging.getLogger(__name__)

ANSWERS_AT_ONCE = 4  # answering is work for the processor; more threads would only take turns

Reply = Callable[[Message], None]


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

    papers: Papers
    people: People
    once: Once
    jobs: Jobs
    pool: ThreadPoolExecutor
    today: Callable[[], date] = date.today

    def take(self, request: Request, reply: Reply) -> None:
        """Have the work done and replied to, soon; nothing if the request was taken before."""
        if self.once.take(request.key):
            self.pool.submit(self._do, request, reply)
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
        except TownClerkError as error:
            return sentence(str(error), outcome=error.code)
        except Exception as error:  # noqa: BLE001 - the last door: whoever asked must hear of it
            return apology(error)


def send(message: Message, reply: Reply) -> None:
    """Reply; where that fails there is nobody left to tell but the log."""
    try:
        reply(message)
    except SlackApiError as error:
        log.error("Slack refused a reply: %s", error.response.get("error"))  # noqa: TRY400
    except Exception as error:  # noqa: BLE001 - whatever it is, the next request must be served
        note(error)


def apology(error: Exception) -> Message:
    """A plain apology with a number under which the log tells what happened."""
    return sentence(
        "Sorry, something went wrong here and I have no answer. Please ask again; if it happens "
        f"again, give your administrator this number: {note(error)}.",
        outcome="error",
    )


def note(error: BaseException) -> str:
    """Log where an error happened, under a number; never its words, which may quote a paper."""
    number = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)
    where = " < ".join(f"{frame.name} ({frame.filename}:{frame.lineno})" for frame in frames[::-1])
    log.error("error=%s type=%s at %s", number, type(error).__name__, where or "an unknown place")
    return number
