"""How an ingest goes, told to the administrator who started it."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from slack_sdk import WebClient

from bot.administration.ingest_blocks import finished_message
from bot.administration.job_blocks import cancelled_message, left_message, progress_message
from bot.desk import Reply, send
from bot.message import Message, sentence
from index.runs import Run, RunItem

EVERY = 3.0  # seconds; Slack asks that one message be changed no oftener


class Progress:
    """A direct message that is kept up to date, and a last word where the ingest was asked for.

    The last word comes through the request's response address, which Slack honours for half an
    hour; after that the direct message alone tells how it ended.
    """

    def __init__(
        self,
        client: WebClient,
        user: str,
        reply: Reply | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``reply`` answers privately where the ingest was asked for, if that can be answered."""
        self._client, self._user, self._reply, self._clock = client, user, reply, clock
        self._place: tuple[str, str] | None = None  # channel and timestamp of the direct message
        self._shown = ("", 0.0)

    def progress(self, run: Run) -> None:
        """Change the direct message, if there is anything new and the last change is old enough."""
        message, now = progress_message(run, self._user), self._clock()
        if message.text != self._shown[0] and now - self._shown[1] >= EVERY:
            self._shown = (message.text, now)
            send(message, self._show)

    def finished(self, run: Run, kept_out: Sequence[RunItem]) -> None:
        """Tell what was read, and what was not, by name."""
        self._last(finished_message(run, kept_out))

    def cancelled(self, run: Run | None, by: str) -> None:
        """Tell who had it stopped."""
        self._last(cancelled_message(run, by))

    def broke(self, why: str) -> None:
        """Tell why it ended early."""
        self._last(sentence(why))

    def left(self) -> None:
        """Leave no message that seems to be kept up to date."""
        self._last(left_message())

    def _last(self, message: Message) -> None:
        wait = EVERY - (self._clock() - self._shown[1])
        if self._place and wait > 0:
            time.sleep(wait)
        send(message, self._show)
        if self._reply:
            send(message, self._reply)

    def _show(self, message: Message) -> None:
        content: dict[str, Any] = {"text": message.text, "blocks": list(message.blocks)}
        if self._place:
            channel, ts = self._place
            self._client.chat_update(channel=channel, ts=ts, **content)
        else:
            posted = self._client.chat_postMessage(
                channel=self._user, unfurl_links=False, unfurl_media=False, **content
            )
            self._place = (posted["channel"], posted["ts"])
