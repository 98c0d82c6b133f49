"""What the stand-in Slack's Web API answers, and what it refuses."""

import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from bot.manifest import manifest
from support.limits import RateLimits, scope_for
from support.posted import Posted
from support.refusal import Refused
from support.view_store import ViewStore
from support.workspace import (
    ADMIN_GROUP,
    APP,
    APP_TOKEN,
    BOT_TOKEN,
    BOT_USER,
    GROUP_ADMIN,
    OFFICER,
    STAFF,
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
    "is_enterprise_install": False,
}
SESSION_STATUSES = ("processing", "active", "suspended", "closed")

Args = dict[str, Any]
Given = dict[str, Any]


@dataclass
class WebApi:
    """The methods of the Web API that the bot may call. Called under the stand-in's lock only."""

    is_agent: bool = True  # whether the workspace knows the app as an agent
    socket_url: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    scopes: set[str] = field(
        default_factory=lambda: set(manifest()["oauth_config"]["scopes"]["bot"])
    )
    group: list[str] = field(default_factory=lambda: [GROUP_ADMIN])
    users: dict[str, dict[str, Any]] = field(default_factory=lambda: dict(USERS))
    limits: RateLimits = field(default_factory=RateLimits)
    sessions: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    lacked: set[str] = field(default_factory=set)  # scopes that a call was refused for
    tickets: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.posted = Posted(numbers=self.numbers)
        self.views = ViewStore(numbers=self.numbers)

    def answer(self, method: str, args: Args, token: str) -> Given:
        """What a call gives; Refused where Slack refuses it."""
        if token != (APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN):
            raise Refused("invalid_auth" if token else "not_authed")
        methods = self.methods()
        if method not in methods:
            raise Refused("unknown_method")
        needed = self.scope_needed(method, args)
        if needed and needed not in self.scopes:
            self.lacked.add(needed)
            given = ",".join(sorted(self.scopes))
            raise Refused("missing_scope", needed=needed, provided=given)
        return methods[method](args)

    def scope_needed(self, method: str, args: Args) -> str | None:
        """The scope that a call needs, if any."""
        channel = str(args.get("channel") or "")
        return scope_for(method, self.posted.channels.get(channel), channel)

    def timestamp(self) -> str:
        """A message's timestamp, never used before."""
        return self.posted.timestamp()

    def methods(self) -> dict[str, Callable[[Args], Given]]:
        """Each method by its name."""
        posted, views = self.posted, self.views
        return {
            "agents.sessions.rename": self._rename,
            "agents.sessions.setStatus": self._set_status,
            "api.test": lambda _: {},
            "apps.connections.open": self._connection,
            "assistant.threads.setStatus": lambda _: {},
            "assistant.threads.setSuggestedPrompts": _prompts,
            "assistant.threads.setTitle": lambda _: {},
            "auth.test": lambda _: dict(_WHO_AM_I),
            "bots.info": lambda _: {"bot": {"id": "B0CLERK", "app_id": APP, "user_id": BOT_USER}},
            "chat.delete": lambda args: _place(posted.delete(args)),
            "chat.getPermalink": self._permalink,
            "chat.postEphemeral": lambda args: {"message_ts": posted.post_to_one(args)["ts"]},
            "chat.postMessage": lambda args: _posted(posted.post(args)),
            "chat.update": lambda args: _posted(posted.update(args)),
            "conversations.history": self._history,
            "conversations.info": lambda args: {"channel": self._channel(args)},
            "conversations.list": lambda _: {"channels": list(posted.channels.values())},
            "conversations.members": lambda _: {"members": [STAFF, OFFICER, BOT_USER]},
            "conversations.open": self._open,
            "conversations.replies": self._replies,
            "team.info": lambda _: {"team": {"id": TEAM, "name": "Town", "domain": "town"}},
            "usergroups.list": lambda _: {"usergroups": [{"id": ADMIN_GROUP, "name": "Clerks"}]},
            "usergroups.users.list": self._usergroup,
            "users.info": self._users_info,
            "views.open": lambda args: {"view": views.open(args)},
            "views.publish": self._publish,
            "views.push": lambda args: {"view": views.push(args)},
            "views.update": lambda args: {"view": views.update(args)},
        }

    def _connection(self, _: Args) -> Given:
        ticket = f"ticket-{next(self.numbers)}"
        self.tickets.add(ticket)
        return {"url": f"{self.socket_url}?ticket={ticket}"}

    def _channel(self, args: Args) -> dict[str, Any]:
        name = args.get("channel", "")
        if name.startswith("D"):
            return {"id": name, "is_im": True, "user": name[1:]}
        if name not in self.posted.channels:
            raise Refused("channel_not_found")
        return self.posted.channels[name]

    def _permalink(self, args: Args) -> Given:
        channel, ts = args.get("channel", ""), args.get("message_ts", "")
        if (channel, ts) not in self.posted.messages:
            raise Refused("message_not_found")
        link = f"https://town.slack.com/archives/{channel}/p{ts.replace('.', '')}"
        head = self.posted.messages[channel, ts].get("thread_ts", ts)
        if len(self.posted.thread(channel, head)) > 1:
            link += f"?thread_ts={head}&cid={channel}"
        return {"channel": channel, "permalink": link}

    def _replies(self, args: Args) -> Given:
        found = self.posted.thread(self.posted.place(args["channel"]), args["ts"])
        if not found:
            raise Refused("thread_not_found")
        return _page(found, args)

    def _history(self, args: Args) -> Given:
        return _page(self.posted.history(self.posted.place(args["channel"])), args)

    def _open(self, args: Args) -> Given:
        if args.get("users") not in self.users:
            raise Refused("user_not_found")
        return {"channel": {"id": f"D{args['users']}"}}

    def _publish(self, args: Args) -> Given:
        if args.get("user_id") not in self.users:
            raise Refused("user_not_found")
        return {"view": self.views.publish(args)}

    def _users_info(self, args: Args) -> Given:
        if args.get("user") not in self.users:
            raise Refused("user_not_found")
        return {"user": self.users[args["user"]]}

    def _usergroup(self, args: Args) -> Given:
        if args["usergroup"] != ADMIN_GROUP:
            raise Refused("no_such_subteam")
        return {"users": list(self.group)}

    def _set_status(self, args: Args) -> Given:
        if args["status"] not in SESSION_STATUSES:
            raise Refused("invalid_arguments")
        self._session(args)["status"] = args["status"]
        return self._rename(args) if args.get("title") else {}

    def _rename(self, args: Args) -> Given:
        if not args.get("title") or len(args["title"]) > 200:
            raise Refused("invalid_arguments")
        self._session(args)["title"] = args["title"]
        return {}

    def _session(self, args: Args) -> dict[str, str]:
        if not self.is_agent:
            raise Refused("app_not_agent")
        return self.sessions.setdefault((args["channel_id"], args.get("thread_ts") or ""), {})


def _posted(message: dict[str, Any]) -> Given:
    return {**_place(message), "text": message["text"], "message": message}


def _place(message: dict[str, Any]) -> Given:
    return {"channel": message["channel"], "ts": message["ts"]}


def _page(found: list[dict[str, Any]], args: Args) -> Given:
    """A page of messages, and where the next begins."""
    start, limit = int(args.get("cursor") or 0), int(args.get("limit") or 100)
    more = start + limit < len(found)
    following = {"next_cursor": str(start + limit) if more else ""}
    page = found[start : start + limit]
    return {"messages": page, "has_more": more, "response_metadata": following}


def _prompts(args: Args) -> Given:
    prompts = args["prompts"]
    whole = all(prompt.get("title") and prompt.get("message") for prompt in prompts)
    if not 1 <= len(prompts) <= 4 or not whole:
        raise Refused("invalid_arguments", "prompts")
    return {}


async def arguments_of(request: web.Request) -> tuple[Args, str]:
    """A call's arguments and token, however it was sent."""
    raw = (await request.read()).decode()
    if request.content_type == "application/json":
        args = json.loads(raw or "{}")
    else:
        args = dict(parse_qsl(raw)) | dict(request.query)
    for name in ("blocks", "view", "prompts", "metadata"):
        if isinstance(args.get(name), str):
            args[name] = json.loads(args[name])
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return args, token or str(args.get("token", ""))
