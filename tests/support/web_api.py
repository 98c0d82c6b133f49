"""What the stand-in Slack's Web API answers, and what it refuses."""

import itertools
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from support import block_kit
from support.workspace import (
    ADMIN_GROUP,
    APP,
    APP_TOKEN,
    BOT_TOKEN,
    BOT_USER,
    GROUP_ADMIN,
    TEAM,
    USERS,
)

_WHO_AM_I = {
    "url": "https://town.slack.com/",
    "team": "Town",
    "team_id": TEAM,
    "user": "town_clerk",
    "user_id": BOT_USER,
    "bot_id": "B0CLERK",
}


class Refused(Exception):
    """A call that Slack refuses; the argument is Slack's code."""


@dataclass
class WebApi:
    """The methods of the Web API that the bot may call. Called from one thread only."""

    is_agent: bool = True  # whether the workspace knows the app as an agent
    socket_url: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    _messages: set[tuple[str, str]] = field(default_factory=set)

    def answer(self, method: str, args: dict[str, Any], token: str) -> dict[str, Any]:
        """What a call gives; Refused where Slack refuses it."""
        if token != (APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN):
            raise Refused("invalid_auth")
        methods: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "auth.test": lambda _: _WHO_AM_I,
            "apps.connections.open": lambda _: {"url": self.socket_url},
            "bots.info": lambda _: {"bot": {"id": "B0CLERK", "app_id": APP}},
            "users.info": _users_info,
            "usergroups.users.list": _usergroup,
            "chat.postMessage": self._post,
            "chat.postEphemeral": self._post,
            "chat.update": self._update,
            "views.publish": _publish,
            "assistant.threads.setSuggestedPrompts": _prompts,
            "agents.sessions.setStatus": self._set_status,
        }
        if method not in methods:
            raise Refused("unknown_method")
        return methods[method](args)

    def timestamp(self) -> str:
        """A message's timestamp, never used before."""
        return f"{int(time.time())}.{next(self.numbers):06d}"

    def _post(self, args: dict[str, Any]) -> dict[str, Any]:
        channel = args.get("channel", "")
        if channel[:1] not in ("C", "D", "U"):
            raise Refused("channel_not_found")
        _check_message(args)
        place = (f"D{channel}" if channel.startswith("U") else channel, self.timestamp())
        self._messages.add(place)
        return {"channel": place[0], "ts": place[1], "message": {"text": args["text"]}}

    def _update(self, args: dict[str, Any]) -> dict[str, Any]:
        if (args["channel"], args["ts"]) not in self._messages:
            raise Refused("message_not_found")
        _check_message(args)
        return {"channel": args["channel"], "ts": args["ts"]}

    def _set_status(self, args: dict[str, Any]) -> dict[str, Any]:
        if not self.is_agent:
            raise Refused("app_not_agent")
        if args["status"] not in ("processing", "active", "suspended", "closed"):
            raise Refused("invalid_arguments")
        return {}


def _users_info(args: dict[str, Any]) -> dict[str, Any]:
    if args["user"] not in USERS:
        raise Refused("user_not_found")
    return {"user": USERS[args["user"]]}


def _usergroup(args: dict[str, Any]) -> dict[str, Any]:
    if args["usergroup"] != ADMIN_GROUP:
        raise Refused("no_such_subteam")
    return {"users": [GROUP_ADMIN]}


def _publish(args: dict[str, Any]) -> dict[str, Any]:
    if args["view"]["type"] != "home" or block_kit.problems(args["view"]["blocks"], "home"):
        raise Refused("invalid_arguments")
    return {"view": args["view"]}


def _prompts(args: dict[str, Any]) -> dict[str, Any]:
    if not 1 <= len(args["prompts"]) <= 4:
        raise Refused("invalid_arguments")
    return {}


def _check_message(args: dict[str, Any]) -> None:
    if not args.get("text") and not args.get("blocks"):
        raise Refused("no_text")
    if len(args.get("text", "")) > 40_000:
        raise Refused("msg_too_long")
    if args.get("blocks") and block_kit.problems(args["blocks"]):
        raise Refused("invalid_blocks")


async def arguments_of(request: web.Request) -> tuple[dict[str, Any], str]:
    """A call's arguments and token, however it was sent."""
    raw = (await request.read()).decode()
    if request.content_type == "application/json":
        args = json.loads(raw or "{}")
    else:
        args = dict(parse_qsl(raw)) | dict(request.query)
    for name in ("blocks", "view", "prompts"):
        if isinstance(args.get(name), str):
            args[name] = json.loads(args[name])
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return args, token or str(args.get("token", ""))
