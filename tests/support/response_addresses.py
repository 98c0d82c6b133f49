"""The response addresses of commands and actions: five posts each, within half an hour."""

import time
from dataclasses import dataclass, field
from typing import Any

from support.posted import Message, Posted
from support.refusal import Refused
from support.workspace import CHANNEL

USES = 5
SECONDS = 30 * 60


@dataclass
class Address:
    """To whom an address speaks: a person in a channel, and the message they acted on."""

    user: str = ""
    channel: str = CHANNEL
    message: Message | None = None
    made: float = field(default_factory=time.monotonic)
    uses: int = 0


@dataclass
class ResponseAddresses:
    """Every address given out. One made up by a test speaks to nobody in the council's channel."""

    posted: Posted
    given: dict[str, Address] = field(default_factory=dict)

    def give(self, path: str, address: Address) -> str:
        self.given[path] = address
        return path

    def expire(self, path: str) -> None:
        """Half an hour passes."""
        self.given[path].made -= SECONDS

    def post(self, path: str, args: dict[str, Any]) -> Message | None:
        """What a post to an address does; Refused with Slack's word for why not."""
        address = self.given.setdefault(path, Address())
        if time.monotonic() - address.made >= SECONDS:
            raise Refused("expired_url")
        if address.uses >= USES:
            raise Refused("used_url")
        message = self._done(address, args)
        address.uses += 1
        return message

    def _done(self, address: Address, args: dict[str, Any]) -> Message | None:
        if address.message and args.get("delete_original"):
            self.posted.remove(address.message)
            return None
        if address.message and args.get("replace_original"):
            return self.posted.replace(address.message, args)
        return self.posted.reply(args, address.channel, self._reader(address, args))

    def _reader(self, address: Address, args: dict[str, Any]) -> str | None:
        return None if args.get("response_type") == "in_channel" else address.user
