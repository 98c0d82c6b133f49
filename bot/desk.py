"""Where work is done: each request once, in its own threads, for people who may ask."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.administration.jobs import Jobs
from bot.choices import Choices
from bot.conversations.conversation import Conversations
from bot.conversations.sessions import Sessions
from bot.excuses import excuse
from bot.line import Bounds, Line, TooLong, seconds_since
from bot.logs import tell
from bot.memory import Memory
from bot.message import Message, sentence
from bot.metrics import Figures
from bot.once import Once
from bot.papers import Papers
from bot.slack.people import People
from bot.slack.place import Place
from bot.slack.sending import Reply as Reply
from bot.slack.sending import ReplyRefused as ReplyRefused
from bot.slack.sending import directly, send_somehow
from bot.slack.sending import send as send
from bot.slack.sign_in import SignedIn

log = logging.getLogger(__name__)

# Thinking is work for the processor, of which Python uses one at a time: more threads would only
# take turns, but for those that wait to hear from Slack who is asking. Sending waits for Slack.
# However much one person asks, all but the first waits while others are answered.
ANSWERS = Bounds(thinking=6, sending=12, waiting=300, each=60)
QUICK = Bounds(thinking=4, sending=4, waiting=300, each=60)
PASSING = ("busy", "restarting")  # outcomes of what is said in place of an answer
LAST_WORDS = 5.0  # seconds in which those hear of a restart whose answer will not come


@dataclass(frozen=True, slots=True)
class Request:
    """Who wants something done, under which key Slack would deliver it again, and what it is."""

    key: str
    user: str
    kind: str  # for the log: "mention", "direct", "/decisions ask" …
    work: Callable[[], Message]
    place: Place | None = None  # the message whose answer can be stopped


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
    figures: Figures = field(default_factory=Figures)
    pool: "Line[Errand]" = field(default_factory=lambda: Line("answer", ANSWERS))
    # For what Slack gives three seconds, such as opening a form.
    quick: "Line[Errand]" = field(default_factory=lambda: Line("quick", QUICK))
    today: Callable[[], date] = date.today
    conversations: Conversations = field(default_factory=Conversations)
    sessions: Sessions = field(default_factory=Sessions)
    stopping: threading.Event = field(default_factory=threading.Event)

    def take(self, request: Request, reply: Reply, *, quick: bool = False) -> None:
        """Have the work done and replied to, soon; nothing if the request was taken before.

        What is ``quick`` waits for no answer.
        """
        if not self.once.take(request.key):
            tell(log, kind=request.kind, outcome="repeated")
            return
        line = self.quick if quick else self.pool
        errand = Errand(self, request, reply)
        if too_long := line.join(errand):
            errand.give_up(line, busy(too_long))

    def stop_answers(self, thread: tuple[str, str]) -> bool:
        """Have no answer posted that is under way in a thread or waits for its turn; if any is."""
        places = [one.request.place for one in self.pool.unfinished if not one.is_settled]
        waiting = [place.ts for place in places if place and place.thread == thread]
        return self.sessions.stop(thread, waiting)

    def stop(self, within: float) -> None:
        """Finish what was taken, when no more comes; whoever waits longer is told to ask again."""
        self.stopping.set()
        until = time.monotonic() + within
        lines = (self.quick, self.pool)
        for line in lines:
            line.settle(max(0.0, until - time.monotonic()))
        for line in lines:
            for errand in line.unfinished:
                errand.give_up(line, restarting())
        until = time.monotonic() + LAST_WORDS
        for line in lines:
            if not line.settle(max(0.0, until - time.monotonic())):
                log.error("%d replies were not sent before the end", len(line.unfinished))
            line.shutdown(wait=False)


@dataclass(slots=True, eq=False)
class Errand:
    """A request on its way through the line, and its one reply."""

    desk: Desk
    request: Request
    reply: Reply
    joined: float = field(default_factory=time.perf_counter)
    waited: float = 0.0
    message: Message | None = None
    _settled: threading.Lock = field(default_factory=threading.Lock)  # held once a reply is sent
    _given_up: bool = False

    @property
    def user(self) -> str:
        """Who asked."""
        return self.request.user

    @property
    def is_settled(self) -> bool:
        """Whether a reply is sent, or being sent."""
        return self._settled.locked()

    def think(self) -> bool:
        """Do the work; whether there is something to say."""
        self.waited = seconds_since(self.joined)
        if self._given_up:
            return False
        self.message = self._made(self.request.work)
        if self.message is None and self._settled.acquire(blocking=False):
            self._tell("refused", None)
        return self.message is not None

    def send(self) -> None:
        """Say it, unless something was said."""
        if self.message is not None and self._settled.acquire(blocking=False):
            last = directly(self.desk.signed_in.client, self.user)
            trouble = send_somehow(self.message, self.reply, last)
            self._tell(self.message.outcome, trouble)

    def give_up(self, line: "Line[Errand]", instead: Message) -> None:
        """Say something else, unless the answer is being sent; one that comes is dropped."""
        other = Farewell(self.desk, self.request, self.reply, self.joined, instead=instead)
        other._settled, self._given_up = self._settled, True
        line.join_to_send(other)
        line.let_go(self)

    def _made(self, work: Callable[[], Message]) -> Message | None:
        """The reply; None for someone who may not ask, to whom nothing at all is said."""
        try:
            return work() if self.desk.people.may_ask(self.user) else None
        except Exception as error:  # noqa: BLE001 - the last door: whoever asked must hear of it
            return excuse(error)

    def _tell(self, outcome: str, trouble: str | None) -> None:
        took = seconds_since(self.joined)
        self.desk.figures.done(self.request.kind, outcome, self.waited, took)
        tell(
            log,
            kind=self.request.kind,
            outcome=outcome,
            waited_ms=round(self.waited * 1000),
            took_ms=round(took * 1000),
            **({"trouble": trouble} if trouble else {}),
        )


@dataclass(slots=True, eq=False)
class Farewell(Errand):
    """What is said in place of an answer."""

    instead: Message = field(kw_only=True)

    def send(self) -> None:
        """Say it, to somebody who may ask."""
        self.message = self._made(lambda: self.instead)
        Errand.send(self)


def busy(line: TooLong) -> Message:
    """Told to somebody for whom the line is too long."""
    if line.own:
        said = (
            f"I have {line.number - 1} of your questions waiting and can keep no more of them just "
            "now. Please ask this one again when those are answered."
        )
    else:
        said = (
            "I have more questions than I can answer just now; yours was number "
            f"{line.number}. Please ask again in a minute."
        )
    return sentence(said, outcome="busy")


def restarting() -> Message:
    """Told to somebody whose answer will not come before the end."""
    return sentence(
        "I am restarting and could not answer this first. Please ask again in a minute.",
        outcome="restarting",
    )
