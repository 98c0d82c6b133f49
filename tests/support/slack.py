"""A stand-in Slack on loopback: Web API, Socket Mode, signed HTTP requests, response addresses.

It checks tokens and blocks as Slack does, delivers an event again when it is not acknowledged
within three seconds, and remembers every call. ``tests/bot/test_stand_in.py`` holds it to that.
"""

import asyncio
import hashlib
import hmac
import itertools
import json
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import parse_qsl, urlencode

from aiohttp import WSMsgType, web

from support import block_kit

TEAM = "T0TOWN"
APP = "A0CLERK"
BOT_USER = "U0CLERK"
BOT_TOKEN = "xoxb-stand-in"
APP_TOKEN = "xapp-stand-in"
SIGNING_SECRET = "0123456789abcdef0123456789abcdef"
CHANNEL = "C0COUNCIL"

STAFF, OFFICER, ADMIN, GROUP_ADMIN = "U0STAFF", "U0OFFICER", "U0ADMIN", "U0GROUP"
GUEST, STRANGER, LEAVER, ROBOT, ELSEWHERE = (
    "U0GUEST",
    "U0STRANGER",
    "U0LEAVER",
    "U0ROBOT",
    "U0ELSE",
)
ADMIN_GROUP = "S0CLERKS"

ACK_WITHIN = 3.0
RESPONSE_USES = 5


def _user(user: str, **traits: Any) -> dict[str, Any]:
    return {"id": user, "team_id": TEAM, "name": user.lower(), "deleted": False, **traits}


USERS = {
    user["id"]: user
    for user in (
        _user(STAFF),
        _user(OFFICER),
        _user(ADMIN),
        _user(GROUP_ADMIN),
        _user(GUEST, is_restricted=True),
        _user(STRANGER, team_id="T0OTHER", is_stranger=True),
        _user(LEAVER, deleted=True),
        _user(ROBOT, is_bot=True),
        _user(ELSEWHERE, team_id="T0OTHER"),
    )
}


@dataclass(frozen=True)
class Call:
    """A Web API call, or a post to a response address (method "response")."""

    method: str
    args: dict[str, Any]
    token: str = ""


@dataclass(frozen=True)
class Delivery:
    """How a request to the bot went: attempts made, seconds to the ack, what the ack said."""

    attempts: int
    seconds: float
    acked: bool
    payload: Any = None


class ApiError(Exception):
    """A Web API call that Slack refuses; the argument is Slack's code."""


@dataclass
class StandInSlack:
    """The workspace. Use it as a context manager."""

    http_bot: str | None = None  # the bot's address, where Slack is to call it by HTTP
    is_agent: bool = True  # whether the workspace knows the app as an agent
    ack_within: float = ACK_WITHIN
    revoked: set[str] = field(default_factory=set)
    calls: list[Call] = field(default_factory=list)
    faults: dict[str, list[web.Response]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self._changed = threading.Condition()
        self._numbers = itertools.count(1)
        self._sockets: list[web.WebSocketResponse] = []
        self._opened = 0
        self._acks: dict[str, Any] = {}
        self._response_uses: dict[str, int] = {}
        self._messages: set[tuple[str, str]] = set()
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)))
        self._thread.start()
        assert ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(20)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def called(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of a method so far."""
        with self._changed:
            return [call.args for call in self.calls if call.method == method]

    def wait_for(
        self, method: str, count: int = 1, timeout: float = 20.0, **having: Any
    ) -> list[dict[str, Any]]:
        """At least so many calls of a method whose arguments have these values."""

        def found() -> list[dict[str, Any]]:
            return [
                call.args
                for call in self.calls
                if call.method == method and having.items() <= call.args.items()
            ]

        with self._changed:
            done = self._changed.wait_for(lambda: len(found()) >= count, timeout)
            assert done, f"{len(found())} of {count} {method}; {[c.method for c in self.calls]}"
            return found()

    def wait_connected(self, count: int = 1, timeout: float = 20.0) -> None:
        """Until bots have opened so many WebSockets, counting those closed since."""
        with self._changed:
            opened = self._changed.wait_for(lambda: self._opened >= count, timeout)
            assert opened, f"{self._opened} of {count} WebSockets"

    def cut_socket(self) -> None:
        """Tell the bot to reconnect, as Slack does every few hours."""
        notice = {"type": "disconnect", "reason": "refresh_requested"}
        self._run(self._sockets[-1].send_json(notice))

    def fail_next(self, method: str, response: web.Response) -> None:
        """Answer the next call of a method with this instead."""
        self.faults.setdefault(method, []).append(response)

    # What happens in the workspace

    def mention(self, user: str, question: str, **event: Any) -> tuple[str, Delivery]:
        """Somebody mentions the bot in a channel; the message's timestamp and the delivery."""
        ts = event.pop("ts", None) or self.timestamp()
        body = mention_body(user, f"<@{BOT_USER}> {question}", ts, **event)
        return ts, self.deliver_event(body)

    def direct_message(self, user: str, text: str, **event: Any) -> tuple[str, Delivery]:
        """Somebody writes to the bot directly."""
        ts = self.timestamp()
        return ts, self.deliver_event(direct_body(user, text, ts, **event))

    def open_home(self, user: str, tab: str = "home") -> Delivery:
        """Somebody opens the bot's own page."""
        event = {"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": tab}
        return self.deliver_event(event_body(event, f"Ev{self.timestamp()}"))

    def command(self, user: str, command: str, text: str = "") -> tuple[str, Delivery]:
        """Somebody gives a slash command; the path of its response address and the delivery."""
        number = next(self._numbers)
        path = f"/commands/{number}"
        body = command_body(user, command, text, f"{self.url}{path}") | {
            "trigger_id": f"{number}.trigger"
        }
        return path, self._deliver("slash_commands", body, attempts=1)

    def deliver_event(self, body: dict[str, Any], retry: int = 0) -> Delivery:
        """Deliver an event, and again if it is not acknowledged; ``retry`` begins at a retry."""
        return self._deliver("events_api", body, attempts=4, first=retry)

    def timestamp(self) -> str:
        """A message's timestamp, never used before."""
        return f"{int(time.time())}.{next(self._numbers):06d}"

    # Delivering

    def _deliver(self, kind: str, body: dict[str, Any], attempts: int, first: int = 0) -> Delivery:
        send = self._by_http if self.http_bot else self._by_socket
        for attempt in range(first, attempts):
            started = time.monotonic()
            acked, payload = send(kind, body, attempt)
            if acked:
                return Delivery(attempt + 1, time.monotonic() - started, True, payload)
        return Delivery(attempts, self.ack_within, False)

    def _by_socket(self, kind: str, body: dict[str, Any], attempt: int) -> tuple[bool, Any]:
        envelope = f"envelope-{next(self._numbers)}"
        sent: dict[str, Any] = {
            "type": kind,
            "envelope_id": envelope,
            "payload": body,
            "accepts_response_payload": kind == "slash_commands",
        }
        if kind == "events_api":
            sent |= {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
        self._run(self._sockets[-1].send_json(sent))
        with self._changed:
            acked = self._changed.wait_for(lambda: envelope in self._acks, self.ack_within)
            return acked, self._acks.get(envelope)

    def _by_http(self, kind: str, body: dict[str, Any], attempt: int) -> tuple[bool, Any]:
        as_form = kind == "slash_commands"
        raw = (urlencode(body) if as_form else json.dumps(body)).encode()
        content_type = "application/x-www-form-urlencoded" if as_form else "application/json"
        headers = {"Content-Type": content_type, **signed(raw)}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"}
        status, said = post(f"{self.http_bot}/slack/events", raw, headers, self.ack_within)
        return status == 200, said

    # Serving

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application()
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/link", self._link)
        app.router.add_post("/commands/{number}", self._respond)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.port = runner.addresses[0][1]
        ready.set()
        await self._stop.wait()
        for socket in list(self._sockets):
            await socket.close()
        await runner.cleanup()

    def _run(self, coroutine: Any) -> None:
        asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _link(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"type": "hello", "connection_info": {"app_id": APP}})
        with self._changed:
            self._sockets.append(socket)
            self._opened += 1
            self._changed.notify_all()
        async for message in socket:
            if message.type == WSMsgType.TEXT:
                self._acknowledged(json.loads(message.data))
        with self._changed:
            self._sockets.remove(socket)
        return socket

    def _acknowledged(self, ack: dict[str, Any]) -> None:
        with self._changed:
            self._acks[ack["envelope_id"]] = ack.get("payload")
            self._changed.notify_all()

    async def _respond(self, request: web.Request) -> web.Response:
        """A response address takes five posts, and no block that Slack would not show."""
        args = json.loads(await request.read())
        uses = self._response_uses.get(request.path, 0)
        if uses >= RESPONSE_USES:
            return web.Response(status=404, text="used_url")
        if args.get("blocks") and block_kit.problems(args["blocks"]):
            return web.Response(status=500, text="invalid_blocks")
        self._response_uses[request.path] = uses + 1
        self._record(Call("response", args | {"path": request.path}))
        return web.Response(text="ok")

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args, token = await _arguments(request)
        self._record(Call(method, args, token))
        if self.faults.get(method):
            return self.faults[method].pop(0)
        try:
            return web.json_response({"ok": True, **self._answer(method, args, token)})
        except ApiError as refusal:
            return web.json_response({"ok": False, "error": str(refusal)})

    def _record(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()

    def _answer(self, method: str, args: dict[str, Any], token: str) -> dict[str, Any]:
        wanted = APP_TOKEN if method == "apps.connections.open" else BOT_TOKEN
        if token in self.revoked:
            raise ApiError("token_revoked")
        if token != wanted:
            raise ApiError("invalid_auth")
        methods: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
            "auth.test": lambda _: _WHO_AM_I,
            "apps.connections.open": lambda _: {"url": f"ws://127.0.0.1:{self.port}/link"},
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
            raise ApiError("unknown_method")
        return methods[method](args)

    def _post(self, args: dict[str, Any]) -> dict[str, Any]:
        channel = args.get("channel", "")
        if channel[:1] not in ("C", "D", "U"):
            raise ApiError("channel_not_found")
        _check_message(args)
        place = (f"D{channel}" if channel.startswith("U") else channel, self.timestamp())
        self._messages.add(place)
        return {"channel": place[0], "ts": place[1], "message": {"text": args["text"]}}

    def _update(self, args: dict[str, Any]) -> dict[str, Any]:
        if (args["channel"], args["ts"]) not in self._messages:
            raise ApiError("message_not_found")
        _check_message(args)
        return {"channel": args["channel"], "ts": args["ts"]}

    def _set_status(self, args: dict[str, Any]) -> dict[str, Any]:
        if not self.is_agent:
            raise ApiError("app_not_agent")
        if args["status"] not in ("processing", "active", "suspended", "closed"):
            raise ApiError("invalid_arguments")
        return {}


_WHO_AM_I = {
    "url": "https://town.slack.com/",
    "team": "Town",
    "team_id": TEAM,
    "user": "town_clerk",
    "user_id": BOT_USER,
    "bot_id": "B0CLERK",
}


def _users_info(args: dict[str, Any]) -> dict[str, Any]:
    if args["user"] not in USERS:
        raise ApiError("user_not_found")
    return {"user": USERS[args["user"]]}


def _usergroup(args: dict[str, Any]) -> dict[str, Any]:
    if args["usergroup"] != ADMIN_GROUP:
        raise ApiError("no_such_subteam")
    return {"users": [GROUP_ADMIN]}


def _publish(args: dict[str, Any]) -> dict[str, Any]:
    if args["view"]["type"] != "home" or block_kit.problems(args["view"]["blocks"], "home"):
        raise ApiError("invalid_arguments")
    return {"view": args["view"]}


def _prompts(args: dict[str, Any]) -> dict[str, Any]:
    if not 1 <= len(args["prompts"]) <= 4:
        raise ApiError("invalid_arguments")
    return {}


def _check_message(args: dict[str, Any]) -> None:
    if not args.get("text") and not args.get("blocks"):
        raise ApiError("no_text")
    if len(args.get("text", "")) > 40_000:
        raise ApiError("msg_too_long")
    if args.get("blocks") and block_kit.problems(args["blocks"]):
        raise ApiError("invalid_blocks")


async def _arguments(request: web.Request) -> tuple[dict[str, Any], str]:
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


# Requests as Slack makes them


def mention_body(user: str, text: str, ts: str, **event: Any) -> dict[str, Any]:
    shared = event.pop("is_ext_shared_channel", False)
    mention = {"type": "app_mention", "user": user, "text": text, "ts": ts, "channel": CHANNEL}
    body = event_body(mention | {"team": TEAM, "event_ts": ts} | event, f"Ev{ts}")
    return body | {"is_ext_shared_channel": shared}


def direct_body(user: str, text: str, ts: str, **event: Any) -> dict[str, Any]:
    message = {"type": "message", "user": user, "text": text, "ts": ts, "channel": f"D{user}"}
    message |= {"channel_type": "im", "team": TEAM, "event_ts": ts}
    return event_body(message | event, f"Ev{ts}")


def event_body(event: dict[str, Any], event_id: str) -> dict[str, Any]:
    granted = {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "enterprise_id": None}
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": APP,
        "event": event,
        "event_id": event_id,
        "event_time": int(time.time()),
        "authorizations": [granted],
        "is_ext_shared_channel": False,
    }


def command_body(user: str, command: str, text: str, response_url: str) -> dict[str, Any]:
    return {
        "team_id": TEAM,
        "team_domain": "town",
        "channel_id": CHANNEL,
        "channel_name": "council",
        "user_id": user,
        "user_name": user.lower(),
        "command": command,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
    }


def signed(raw: bytes, secret: str = SIGNING_SECRET, when: int | None = None) -> dict[str, str]:
    """The headers with which Slack signs a request."""
    timestamp = str(int(time.time()) if when is None else when)
    base = b"v0:" + timestamp.encode() + b":" + raw
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def post(url: str, raw: bytes, headers: dict[str, str], timeout: float = 5.0) -> tuple[int, str]:
    """POST, and what came back; status 0 where nothing came in time."""
    request = urllib.request.Request(url, raw, headers, method="POST")
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=timeout) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
    except OSError:
        return 0, ""


@contextmanager
def stand_in(**options: Any) -> Iterator[StandInSlack]:
    """A stand-in Slack, running."""
    with StandInSlack(**options) as slack:
        yield slack
