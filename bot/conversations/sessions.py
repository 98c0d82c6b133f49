"""The answers under way in each thread: which of them were stopped, and the sign of them."""

import threading
from collections.abc import Iterable

from slack_sdk import WebClient

from bot.conversations.signs import Signs
from bot.slack.place import Place


class Sessions:
    """Which messages are being answered, thread by thread."""

    def __init__(self) -> None:
        """None is under way yet."""
        self._signs = Signs()
        self._lock = threading.Lock()
        self._working: dict[tuple[str, str], set[str]] = {}
        self._stopped: set[tuple[str, str]] = set()  # channel and timestamp of messages

    def begin(self, client: WebClient, place: Place, title: str = "") -> None:
        """An answer to the message is under way."""
        with self._lock:
            self._working.setdefault(place.thread, set()).add(place.ts)
            if not place.shared:  # there, only the asker is to know of the answer
                self._signs.show(client, place, title)

    def claim(self, place: Place) -> bool:
        """Whether the answer may be posted now; from here on it is too late to stop it."""
        with self._lock:
            self._forget(place)
            message = (place.channel, place.ts)
            was_stopped = message in self._stopped
            self._stopped.discard(message)
            return not was_stopped

    def end(self, place: Place) -> None:
        """The answer is posted, or will not be: the sign goes with the last of its thread."""
        with self._lock:
            self._forget(place)
            if place.thread not in self._working:
                self._signs.take_off(place.thread)

    def was_stopped(self, place: Place) -> bool:
        """Whether the answer is not to be posted, so that none need be looked for."""
        with self._lock:
            return (place.channel, place.ts) in self._stopped

    def stop(self, thread: tuple[str, str], waiting: Iterable[str] = ()) -> bool:
        """Have no answer in the thread posted; False if there is none.

        ``waiting`` are the messages whose turn has not come, which no sign tells of yet.
        """
        with self._lock:
            working = self._working.pop(thread, set()) | set(waiting)
            stopped = {(thread[0], ts) for ts in working} - self._stopped
            self._stopped |= stopped
            self._signs.take_off(thread)
            return bool(stopped)

    def close(self) -> None:
        """Leave no sign of work behind."""
        self._signs.close()

    def _forget(self, place: Place) -> None:
        working = self._working.get(place.thread, set())
        working.discard(place.ts)
        if not working:
            self._working.pop(place.thread, None)
