"""The sign in a thread that an answer is on its way, set beside the answer and never left on."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.slack.aside import aside
from bot.slack.place import Place
from bot.slack.sending import code_of
from bot.text import clip

log = logging.getLogger(__name__)

LATE = 2.0  # seconds after which a sign of work is not worth a call any more
TRIES = 3  # to take a sign off
A_MOMENT = 1.0  # seconds before another try
LONGEST_WAIT = 30.0  # seconds, where Slack says how long to wait
MAX_TITLE = 80
# Codes by which Slack says that it shows no such sign here, and that asking again is no use.
_NEVER = frozenset(
    "app_not_agent access_denied feature_not_enabled method_not_supported"
    " method_not_supported_for_channel_type missing_scope not_allowed not_allowed_token_type"
    " not_supported unknown_method unsupported_channel_type".split()
)


class Signs:
    """Sets the status of agent sessions, one call at a time, in a thread of its own."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Show none yet."""
        self._clock = clock
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="sign")
        self._closing = threading.Event()
        # Only the one thread of the pool touches these.
        self._shown: dict[tuple[str, str], WebClient] = {}
        self._refused: set[bool] = set()  # True: in direct messages; False: in channels

    def show(self, client: WebClient, place: Place, title: str) -> None:
        """Show soon that an answer is on its way; ``title`` names a session that begins."""
        asked_at = self._clock()
        named = clip(title, MAX_TITLE) if place.begins and place.direct and title else None
        self._soon(lambda: self._show(client, place, named, asked_at))

    def take_off(self, thread: tuple[str, str]) -> None:
        """Show soon that none is on its way to a thread any more."""
        self._soon(lambda: self._take_off(thread))

    def close(self) -> None:
        """Take off those that are left, with one call each, and end."""
        self._closing.set()
        self._soon(self._take_all_off)
        self._pool.shutdown(wait=True)

    def _soon(self, work: Callable[[], object]) -> None:
        with suppress(RuntimeError):  # closed: nobody waits for an answer any more
            self._pool.submit(work)

    def _show(self, client: WebClient, place: Place, title: str | None, asked_at: float) -> None:
        if place.direct in self._refused or self._clock() - asked_at > LATE:
            return
        code, _ = _set(client, place.thread, "processing", title)
        if code in _NEVER:
            self._refused.add(place.direct)
            log.info("Slack shows no sign of work here: %s", code)
        else:
            self._shown[place.thread] = client  # a call without an answer may have been heard

    def _take_all_off(self) -> None:
        for thread in list(self._shown):
            self._take_off(thread)

    def _take_off(self, thread: tuple[str, str]) -> None:
        client = self._shown.pop(thread, None)
        if client is None:
            return
        for _ in range(TRIES):
            code, wait = _set(client, thread, "active")
            if code is None or code in _NEVER:
                return
            if self._closing.wait(wait):
                break
        log.warning("a sign of work could not be taken off: %s", code)


def _set(
    client: WebClient, thread: tuple[str, str], status: str, title: str | None = None
) -> tuple[str | None, float]:
    """Slack's code if it refused, and the seconds for which it wants to be left alone."""
    channel, ts = thread
    try:
        aside(client).agents_sessions_setStatus(
            channel_id=channel, thread_ts=ts, status=status, title=title
        )
    except SlackApiError as error:
        # Of an answer that is no JSON, the headers are no attribute.
        after = str(getattr(error.response, "headers", {}).get("Retry-After", ""))
        seconds = float(after) if after.isdecimal() else A_MOMENT
        return code_of(error), min(seconds, LONGEST_WAIT)
    except (SlackClientError, OSError) as error:
        return type(error).__name__, A_MOMENT
    return None, 0.0
