"""After an ingest that brought something new: one message to each person it concerns.

A person is told of a run once. That is remembered before the message is sent: if the bot dies
between the two, or Slack does not take it, that one message is lost, and ``/decisions`` still lists
what it held.
"""

import logging
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from bot.desk import Desk
from bot.excuses import note
from bot.following.digest_blocks import Digest, Group, digest_message
from bot.following.fitting import fitting
from bot.following.follows import Follow, Follows, Subject
from bot.following.request import forget
from bot.following.told import Told
from bot.logs import tell
from bot.message import Message
from bot.slack.sending import directly, send
from bot.wording import title
from index.errors import TownClerkError
from index.library import Library
from index.records import DecisionFound
from index.touching import touched

log = logging.getLogger(__name__)

LOOKS_EVERY = 30.0  # seconds between two looks at the ledger
ENDS_WITHIN = 10.0  # seconds in which a message under way is sent
BETWEEN = 1.0  # seconds between two messages: Slack takes about one a second


@contextmanager
def telling_news(desk: Desk, every: float = LOOKS_EVERY) -> Iterator[None]:
    """Tell people what ingests bring, until the end of the block; a message under way is sent."""
    stopping = threading.Event()
    thread = threading.Thread(
        target=_watch, args=(desk, stopping, every), name="digests", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        stopping.set()
        thread.join(ENDS_WITHIN)


def _watch(desk: Desk, stopping: threading.Event, every: float) -> None:
    done = -1
    while not stopping.wait(every):
        try:
            done = tell_news(desk, done, stopping)
        except Exception as error:  # noqa: BLE001 - the thread's last door: the next look may do
            note(error)


def tell_news(desk: Desk, done: int = -1, stopping: threading.Event | None = None) -> int:
    """Tell everyone of the newest ingest, unless it is still running or is ``done``.

    Gives the run of which everyone has been told.
    """
    try:
        library = desk.papers.library()
        run = library.latest_run()
    except TownClerkError:  # nothing has been ingested yet, or it cannot be read just now
        return done
    Told(desk.memory).sweep(desk.today(), desk.choices.keep_questions_days)
    if run is None or run.state != "finished" or run.run == done:
        return done
    everyone = _Telling(desk, library, run.run).everyone(stopping or threading.Event())
    return run.run if everyone else done


class _Telling:
    """One run, told to everyone whom it concerns."""

    def __init__(self, desk: Desk, library: Library, run: int) -> None:
        self._desk, self._library, self._run = desk, library, run
        self._follows, self._told = Follows(desk.memory), Told(desk.memory)
        self._new: dict[int, tuple[DecisionFound, ...]] = {}
        self._fitting: dict[tuple[int, Subject], tuple[DecisionFound, ...]] = {}
        self._touched: dict[int, dict[str, DecisionFound]] = {}

    def everyone(self, stopping: threading.Event) -> bool:
        """Whether all were told: not where it cannot be known now who may be, or at the end."""
        askers = self._told.askers() if self._desk.choices.tell_askers else []
        users = dict.fromkeys((*self._follows.users(), *askers))
        told = [self._tell(user, stopping) for user in users if not stopping.is_set()]
        return all(told) and not stopping.is_set()

    def _tell(self, user: str, stopping: threading.Event) -> bool:
        try:
            return self._told_or_left(user, stopping)
        except TownClerkError:  # the papers, or Slack, may be asked again at the next look
            return False
        except Exception as error:  # noqa: BLE001 - it would only fail again; others must be told
            note(error)
            self._told.remember(user, self._run)
            return True

    def _told_or_left(self, user: str, stopping: threading.Event) -> bool:
        before = self._told.up_to(user)
        follows = [(one, max(before, one.since_run)) for one in self._follows.of(user)]
        asked = {paper: max(before, run) for paper, run in self._asked_of(user).items()}
        if not any(map(self._since, {*(after for _, after in follows), *asked.values()})):
            return True
        if not self._desk.people.may_ask(user):
            forget(self._desk, user)
            return True
        groups = tuple(self._groups(follows))
        newer = {paper: one for paper, after in asked.items() if (one := self._on(paper, after))}
        if self._told.remember(user, self._run, newer) and (groups or newer):
            self._send(user, digest_message(Digest(groups, self._named(newer, groups))))
            stopping.wait(BETWEEN)
        return True

    def _asked_of(self, user: str) -> dict[str, int]:
        return self._told.asked(user) if self._desk.choices.tell_askers else {}

    def _since(self, after: int) -> tuple[DecisionFound, ...]:
        """What is new since a run."""
        if after not in self._new:
            self._new[after] = self._library.new_decisions(after, self._run)
        return self._new[after]

    def _groups(self, follows: Iterable[tuple[Follow, int]]) -> Iterator[Group]:
        """What fits each subject, and none of the subjects before it."""
        told: set[DecisionFound] = set()
        for follow, after in follows:
            found = tuple(one for one in self._fits(follow.subject, after) if one not in told)
            told.update(found)
            if found:
                yield Group(follow, found)

    def _fits(self, subject: Subject, after: int) -> tuple[DecisionFound, ...]:
        """What fits a subject: worked out once, however many follow it."""
        key = (after, subject)
        if key not in self._fitting:
            self._fitting[key] = fitting(self._library, subject, self._since(after))
        return self._fitting[key]

    def _on(self, paper: str, after: int) -> DecisionFound | None:
        """A new decision that bears on a paper."""
        if after not in self._touched:
            self._touched[after] = touched(self._library.catalogue, self._since(after))
        return self._touched[after].get(paper)

    def _named(
        self, newer: Mapping[str, DecisionFound], groups: Iterable[Group]
    ) -> tuple[tuple[str, DecisionFound], ...]:
        """The papers once asked about, by name, with what is newer; nothing told already."""
        told = {one for group in groups for one in group.found}
        facts = self._library.catalogue.facts(newer)
        named = [(title(facts[i]), one) for i, one in newer.items() if i in facts]
        return tuple((name, one) for name, one in named if one not in told)

    def _send(self, user: str, digest: Message) -> None:
        trouble = send(digest, directly(self._desk.signed_in.client, user))
        tell(log, kind="digest", outcome="sent" if trouble is None else "not_sent")
