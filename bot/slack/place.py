"""Where in Slack something was written: the thread, by whom, and who reads along."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Place:
    """A message's thread, the person who wrote it, and whether people of elsewhere read it."""

    channel: str
    thread_ts: str
    user: str
    direct: bool = False
    shared: bool = False
    ts: str = ""  # of the message itself

    @property
    def begins(self) -> bool:
        """Whether the message stands by itself: a thread is there only once it is replied to."""
        return self.ts == self.thread_ts

    @property
    def thread(self) -> tuple[str, str]:
        """What tells this thread from every other."""
        return self.channel, self.thread_ts


def place_of(event: dict[str, Any], body: dict[str, Any]) -> Place:
    """Where a message event belongs: its thread, or the thread it will begin."""
    return Place(
        channel=event["channel"],
        thread_ts=event.get("thread_ts") or event["ts"],
        user=event["user"],
        direct=event.get("channel_type") == "im",
        shared=bool(body.get("is_ext_shared_channel")),
        ts=event["ts"],
    )
