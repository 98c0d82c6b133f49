"""A stand-in Slack on loopback: Web API, Socket Mode, signed HTTP requests, response addresses.

It checks tokens and blocks as Slack does, delivers an event again when it is not acknowledged
within three seconds, and remembers every call. `tests/bot/test_stand_in.py` holds it to that.
"""

import asyncio
import json
import threading
import time
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import WSMsgType, web

from support import block_kit
from support.slack_requests import (
    command_body,
    direct_body,
    event_body,
    mention_body,
    post,
    signed,
)
from support.web_api import Refused, WebApi, arguments_of
from support.workspace import APP, BOT_USER

ACK_WITHIN = 3.0
RESPONSE_USES = 5


@dataclass(frozen=True)
class Call:
    """A Web API call, or a post to a response address (method "response")."""

    method: str
    args: dict[str, Any]
    token: str


@dataclass(frozen=True)
class Delivery:
    """How a request to the bot went: attempts made, seconds to the ack, what the ack said."""

    attempts: int
    seconds: float
    acked: bool
    payload: Any = None


@dataclass
class StandInSlack:
    """The workspace. Use it as a context manager."""

    http_bot: str | None = None  # the bot's address, where Slack is to call it by HTTP
    ack_within: float = ACK_WITHIN
    api: WebApi = field(default_factory=WebApi)
    calls: list[Call] = field(default_factory=list)
    faults: dict[str, list[web.Response]] = field(default_factory=dict)

    def __enter__(self) -> Self:
        self._changed = threading.Condition()
        self._sockets: list[web.WebSocketResponse] = []
        self._opened = 0
        self._acks: dict[str, Any] = {}
        self._response_uses: dict[str, int] = {}
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
        ts = event.pop("ts", None) or self.api.timestamp()
        body = mention_body(user, f"<@{BOT_USER}> {question}", ts, **event)
        return ts, self.deliver_event(body)

    def direct_message(self, user: str, text: str, **event: Any) -> tuple[str, Delivery]:
        """Somebody writes to the bot directly."""
        ts = self.api.timestamp()
        return ts, self.deliver_event(direct_body(user, text, ts, **event))

    def open_home(self, user: str, tab: str = "home") -> Delivery:
        """Somebody opens the bot's own page."""
        event = {"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": tab}
        return self.deliver_event(event_body(event, f"Ev{self.api.timestamp()}"))

    def command(self, user: str, command: str, text: str = "") -> tuple[str, Delivery]:
        """Somebody gives a slash command; the path of its response address and the delivery."""
        number = next(self.api.numbers)
        path = f"/commands/{number}"
        body = command_body(user, command, text, f"{self.url}{path}") | {
            "trigger_id": f"{number}.trigger"
        }
        return path, self._deliver("slash_commands", body, attempts=1)

    def deliver_event(self, body: dict[str, Any], retry: int = 0) -> Delivery:
        """Deliver an event, and again if it is not acknowledged; ``retry`` begins at a retry."""
        return self._deliver("events_api", body, attempts=4, first=retry)

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
        envelope = f"envelope-{next(self.api.numbers)}"
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
        self.api.socket_url = f"ws://127.0.0.1:{self.port}/link"
        ready.set()
        await self._stop.wait()
        for socket in list(self._sockets):
            await socket.close()
        await _close(runner)

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
        self._record(Call("response", args | {"path": request.path}, token=""))
        return web.Response(text="ok")

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args, token = await arguments_of(request)
        self._record(Call(method, args, token))
        if self.faults.get(method):
            return self.faults[method].pop(0)
        try:
            return web.json_response({"ok": True, **self.api.answer(method, args, token)})
        except Refused as refusal:
            return web.json_response({"ok": False, "error": str(refusal)})

    def _record(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()


async def _close(runner: web.AppRunner) -> None:
    """Close every connection before the loop ends: one left half closed is told as a leak."""
    assert runner.server
    transports = [connection.transport for connection in runner.server.connections]
    await runner.cleanup()
    for transport in transports:
        if transport is not None:
            transport.abort()
    await asyncio.sleep(0.02)  # in which the loop carries the closing out
