"""The views of the stand-in Slack: each person's open modals and App Home, and their triggers."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from support import block_kit
from support.refusal import Refused
from support.workspace import APP, TEAM

TRIGGER_SECONDS = 3.0
MOST_OPEN = 3

View = dict[str, Any]


@dataclass
class ViewStore:
    """What each person has open. A trigger opens one view, within three seconds."""

    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    trigger_seconds: float = TRIGGER_SECONDS
    homes: dict[str, View] = field(default_factory=dict)
    stacks: dict[str, list[View]] = field(default_factory=dict)
    _triggers: dict[str, tuple[str, float]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)

    def trigger(self, user: str) -> str:
        """A new trigger, from something that a person has just done."""
        name = f"{next(self.numbers)}.trigger"
        self._triggers[name] = (user, time.monotonic())
        return name

    def open(self, args: dict[str, Any]) -> View:
        """A modal above everything; what the person had open is closed."""
        check_view(args.get("view"), "modal")
        user = self._spend(args)
        self.stacks[user] = [self._made(args["view"])]
        return self.stacks[user][-1]

    def push(self, args: dict[str, Any]) -> View:
        """A modal above the one in which a button was pressed."""
        check_view(args.get("view"), "modal")
        user = self._spend(args)
        return self.pushed(user, args["view"])

    def pushed(self, user: str, view: View) -> View:
        stack = self.stacks.get(user)
        if not stack:
            raise Refused("not_found")
        if len(stack) >= MOST_OPEN:
            raise Refused("push_limit_reached")
        above = {"root_view_id": stack[0]["id"], "previous_view_id": stack[-1]["id"]}
        stack.append(self._made(view) | above)
        return stack[-1]

    def update(self, args: dict[str, Any]) -> View:
        """An open modal, changed, if it is still the one that the hash names."""
        check_view(args.get("view"), "modal")
        for stack in self.stacks.values():
            for number, view in enumerate(stack):
                if args.get("view_id") == view["id"] or _is(view, args.get("external_id")):
                    stack[number] = self._changed(view, args)
                    return stack[number]
        raise Refused("not_found")

    def publish(self, args: dict[str, Any]) -> View:
        """Somebody's App Home."""
        check_view(args.get("view"), "home")
        user, before = args["user_id"], self.homes.get(args["user_id"])
        if args.get("hash") and before and args["hash"] != before["hash"]:
            raise Refused("hash_conflict")
        made = self._made(args["view"])
        self.homes[user] = made | ({"id": before["id"]} if before else {})
        return self.homes[user]

    def _changed(self, view: View, args: dict[str, Any]) -> View:
        if args.get("hash") and args["hash"] != view["hash"]:
            raise Refused("hash_conflict")
        kept = {name: view[name] for name in ("id", "root_view_id", "previous_view_id")}
        return self._made(args["view"]) | kept

    def replaced(self, view: View, new: View) -> View:
        """What an ack with ``update`` makes of a view."""
        return self.update({"view_id": view["id"], "view": new})

    def _spend(self, args: dict[str, Any]) -> str:
        name = args.get("trigger_id")
        if name in self._used:
            raise Refused("exchanged_trigger_id")
        if name not in self._triggers:
            raise Refused("invalid_trigger_id")
        user, made = self._triggers[name]
        if time.monotonic() - made > self.trigger_seconds:
            raise Refused("expired_trigger_id")
        self._used.add(name)
        return user

    def _made(self, view: View) -> View:
        number = next(self.numbers)
        blocks = [{"block_id": f"v{at}", **block} for at, block in enumerate(view["blocks"])]
        defaults = {"callback_id": "", "private_metadata": "", "external_id": "", "close": None}
        state = {"state": {"values": {}}, "previous_view_id": None, "root_view_id": f"V{number}"}
        owner = {"team_id": TEAM, "app_id": APP, "bot_id": "B0CLERK", "app_installed_team_id": TEAM}
        made = {"id": f"V{number}", "hash": f"{time.time():.3f}.{number}", "blocks": blocks}
        defaults |= {"clear_on_close": False, "notify_on_close": False, "submit_disabled": False}
        return {**defaults, **view, **state, **owner, **made}


def check_view(view: View | None, surface: str) -> None:
    """Refused for a view that Slack would not show, with the reasons."""
    wrong = block_kit.view_problems(view, surface) if view else ["no view"]
    if wrong:
        raise Refused("invalid_arguments", *wrong)


def _is(view: View, external_id: str | None) -> bool:
    return bool(external_id) and view["external_id"] == external_id
