"""What somebody asked before in a thread, so that a follow-up keeps its subject.

It is kept in this process only, and of the latest threads only; nothing of it is written down.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.slack.place import Place

MOST_EARLIER = 6  # questions before the present one
MOST_THREADS = 2000

Asked = dict[str, str]  # questions by the timestamp of their message, which sorts by time


@dataclass(slots=True)
class _Talk:
    """What one person asked in one thread; ``whole`` once nothing earlier is to be looked for."""

    asked: Asked = field(default_factory=dict)
    whole: bool = False


class Conversations:
    """The earlier questions of each asker in each thread."""

    def __init__(self) -> None:
        """Remember none yet."""
        self._lock = threading.Lock()
        self._talks: OrderedDict[tuple[str, str, str], _Talk] = OrderedDict()

    def remember(self, place: Place, question: str) -> None:
        """Keep a question for those that follow it."""
        with self._lock:
            talk = self._talk(place)
            talk.whole = talk.whole or place.begins
            talk.asked[place.ts] = question
            _shorten(talk)

    def before(self, place: Place, read_back: Callable[[], Asked]) -> tuple[str, ...]:
        """What the same person asked in the thread before, the oldest first.

        ``read_back`` gives it where the thread is older than this process.
        """
        with self._lock:
            whole = self._talk(place).whole or place.begins
        earlier = {} if whole else read_back()
        with self._lock:
            talk = self._talk(place)
            talk.asked, talk.whole = earlier | talk.asked, True
            before = [talk.asked[ts] for ts in sorted(talk.asked) if ts < place.ts]
            _shorten(talk)
        return tuple(before[-MOST_EARLIER:])

    def _talk(self, place: Place) -> _Talk:
        """What is kept of the asker in this thread; the threads least lately used are let go."""
        key = (*place.thread, place.user)
        talk = self._talks.setdefault(key, _Talk())
        self._talks.move_to_end(key)
        if len(self._talks) > MOST_THREADS:
            self._talks.popitem(last=False)
        return talk


def _shorten(talk: _Talk) -> None:
    """Keep the newest; twice as many as are needed, as messages may overtake one another."""
    for ts in sorted(talk.asked)[: -2 * MOST_EARLIER]:
        del talk.asked[ts]
