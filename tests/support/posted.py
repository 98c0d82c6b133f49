"""The messages of the stand-in Slack: posted, changed, deleted, read back, and seen by whom."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from support import block_kit
from support.refusal import Refused
from support.workspace import APP, BOT_USER, CHANNELS, TEAM, USERS

Message = dict[str, Any]


@dataclass
class Posted:
    """Every message, by its channel and timestamp; ``private_to`` names its only reader."""

    channels: dict[str, dict[str, Any]] = field(default_factory=lambda: dict(CHANNELS))
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    messages: dict[tuple[str, str], Message] = field(default_factory=dict)
    private_to: dict[tuple[str, str], str] = field(default_factory=dict)

    def timestamp(self) -> str:
        """A message's timestamp, never used before."""
        return f"{int(time.time())}.{next(self.numbers):06d}"

    def written(self, user: str, channel: str, text: str, **more: Any) -> Message:
        """A message that a person has written."""
        ts = more.pop("ts", None) or self.timestamp()
        return self._keep({"user": user, "text": text, "ts": ts, "team": TEAM, **more}, channel)

    def post(self, args: dict[str, Any]) -> Message:
        """The bot's message where it may write."""
        channel = self.place(args.get("channel", ""))
        check_message(args)
        return self._keep(self._by_bot(args), channel)

    def post_to_one(self, args: dict[str, Any]) -> Message:
        """The bot's message that one person sees."""
        channel = self.place(args.get("channel", ""))
        if args.get("user") not in USERS:
            raise Refused("user_not_in_channel")
        check_message(args)
        return self._keep(self._by_bot(args), channel, only=args["user"])

    def update(self, args: dict[str, Any]) -> Message:
        """The bot's own message, changed; one that a single person saw cannot be."""
        place = self._own(args, "cant_update_message")
        check_message(args)
        changed = {"text": args.get("text", ""), "blocks": _named(args.get("blocks") or [])}
        self.messages[place] |= changed | {"edited": {"user": BOT_USER, "ts": self.timestamp()}}
        return self.messages[place]

    def delete(self, args: dict[str, Any]) -> Message:
        """The bot's own message, taken away."""
        return self.messages.pop(self._own(args, "cant_delete_message"))

    def reply(self, args: dict[str, Any], channel: str, only: str | None) -> Message:
        """What comes by a response address, which may write where the bot is no member."""
        check_message(args)
        return self._keep(self._by_bot(args), channel, only=only)

    def replace(self, old: Message, args: dict[str, Any]) -> Message:
        """What a response address puts in the place of a message."""
        check_message(args)
        content = {"text": args.get("text", ""), "blocks": _named(args.get("blocks") or [])}
        place = (old["channel"], old["ts"])
        self.messages[place] = self.messages.get(place, old) | content
        return self.messages[place]

    def remove(self, old: Message) -> None:
        """What a response address takes away."""
        self.messages.pop((old["channel"], old["ts"]), None)

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A thread as everybody there reads it, the oldest first."""
        found = (one for place, one in self.messages.items() if place not in self.private_to)
        return sorted(
            (m for m in found if m["channel"] == channel and ts in (m["ts"], m.get("thread_ts"))),
            key=lambda one: float(one["ts"]),
        )

    def history(self, channel: str) -> list[Message]:
        """A channel as everybody there reads it, the newest first; no replies in threads."""
        found = (one for place, one in self.messages.items() if place not in self.private_to)
        heads = [m for m in found if m["channel"] == channel and not _is_reply(m)]
        return sorted(heads, key=lambda one: float(one["ts"]), reverse=True)

    def private(self, user: str) -> list[Message]:
        """What one person alone sees, in the order in which it came."""
        return [
            message
            for place, message in self.messages.items()
            if self.private_to.get(place) == user
        ]

    def place(self, channel: str) -> str:
        """Where a message to a channel, or to a person, goes; Refused where the bot may not."""
        if channel in USERS or channel == BOT_USER:
            return f"D{channel}"
        if channel.startswith("D"):
            return channel
        if channel not in self.channels:
            raise Refused("channel_not_found")
        if self.channels[channel].get("is_archived"):
            raise Refused("is_archived")
        if not self.channels[channel]["is_member"]:
            raise Refused("not_in_channel")
        return channel

    def _own(self, args: dict[str, Any], refusal: str) -> tuple[str, str]:
        place = (args.get("channel", ""), args.get("ts", ""))
        if place not in self.messages or place in self.private_to:
            raise Refused("message_not_found")
        if self.messages[place].get("user") != BOT_USER:
            raise Refused(refusal)
        return place

    def _by_bot(self, args: dict[str, Any]) -> Message:
        message = {"user": BOT_USER, "bot_id": "B0CLERK", "app_id": APP, "team": TEAM}
        message |= {"text": args.get("text", ""), "ts": self.timestamp()}
        message |= {"blocks": _named(args.get("blocks") or [])}
        kept = {name: args[name] for name in ("thread_ts", "metadata") if args.get(name)}
        return message | kept

    def _keep(self, message: Message, channel: str, only: str | None = None) -> Message:
        kept = {"type": "message", "channel": channel, **message}
        place = (channel, kept["ts"])
        self.messages[place] = kept
        if only is not None:
            self.private_to[place] = only
        return kept


def check_message(args: dict[str, Any]) -> None:
    """Refused for what Slack would not show, with the reasons."""
    if not args.get("text") and not args.get("blocks"):
        raise Refused("no_text")
    if len(args.get("text") or "") > 40_000:
        raise Refused("msg_too_long")
    wrong = block_kit.message_problems(args)
    if wrong:
        raise Refused("invalid_blocks", *wrong)


def _named(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Blocks with the names that Slack gives those that have none."""
    return [
        {"block_id": f"b{number}", **block, **_named_inside(block)}
        for number, block in enumerate(blocks)
    ]


def _named_inside(block: dict[str, Any]) -> dict[str, Any]:
    """A container's own blocks, named too."""
    inside = block.get("child_blocks")
    named = [{"block_id": f"c{number}", **one} for number, one in enumerate(inside or [])]
    return {"child_blocks": named} if inside else {}


def _is_reply(message: Message) -> bool:
    return message.get("thread_ts", message["ts"]) != message["ts"]
