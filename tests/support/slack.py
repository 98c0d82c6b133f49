"""A stand-in Slack on loopback: Web API, Socket Mode, signed HTTP requests, response addresses.

It checks tokens, scopes, triggers, blocks and views as Slack does, delivers an event again when it
is not acknowledged within three seconds, and remembers every call and message.
`tests/bot/test_stand_in.py` holds it to that. What it refused as unfit fails the test at its end.
"""

import asyncio
import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from socket import create_server
from typing import Any, Self
from urllib.parse import urlencode

from aiohttp import web

from support.faults import Cut, Faults, Slow, limited
from support.happenings import Delivery, Happenings
from support.looking import Call, Looking
from support.refusal import Refused
from support.response_addresses import ResponseAddresses
from support.slack_requests import post, signed
from support.sockets import MOST_CONNECTIONS, Sockets
from support.waiting import PATIENCE
from support.web_api import WebApi, arguments_of

ACK_WITHIN = 3.0


@dataclass
class StandInSlack(Happenings, Looking):
    """The workspace. Use it as a context manager."""

    http_bot: str | None = None  # the bot's address, where Slack is to call it by HTTP
    hand_to: Callable[[dict[str, Any]], tuple[bool, Any]] | None = None  # a bot in this process
    ack_within: float = ACK_WITHIN
    hears_channels: bool = False
    twice: bool = False  # whether every event comes twice, as it does on a bad day
    api: WebApi = field(default_factory=WebApi)
    calls: list[Call] = field(default_factory=list)
    faults: Faults = field(default_factory=Faults)
    unfit: list[str] = field(default_factory=list)  # what was refused, and exactly why

    def __enter__(self) -> Self:
        self._changed = threading.Condition()
        self.sockets = Sockets(self._changed)
        self.addresses = ResponseAddresses(self.api.posted)
        ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve(ready)))
        self._thread.start()
        assert ready.wait(PATIENCE)
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)
        assert failed or not self.unfit, "\n".join(["Slack would refuse:", *self.unfit])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def api_url(self) -> str:
        return f"{self.url}/api/"

    def cut_socket(self, reason: str = "refresh_requested") -> None:
        """Tell the bot to reconnect, as Slack does every few hours; "warning" comes before it."""
        self._run(self._say_goodbye(reason))

    def drop_sockets(self) -> None:
        """Cut every WebSocket without a word."""
        self._loop.call_soon_threadsafe(self._abort_sockets)

    # Delivering

    def _deliver(self, kind: str, body: dict[str, Any], attempts: int, first: int = 0) -> Delivery:
        if self.twice and kind == "events_api":
            self._send(kind, body, 0)
        for attempt in range(first, attempts):
            started = time.monotonic()
            acked, payload = self._send(kind, body, attempt)
            if acked:
                return Delivery(attempt + 1, time.monotonic() - started, True, payload)
        return Delivery(attempts, self.ack_within, False)

    def _send(self, kind: str, body: dict[str, Any], attempt: int) -> tuple[bool, Any]:
        if self.hand_to:
            return self.hand_to(body)
        return (self._by_http if self.http_bot else self._by_socket)(kind, body, attempt)

    def _by_socket(self, kind: str, body: dict[str, Any], attempt: int) -> tuple[bool, Any]:
        envelope = f"envelope-{next(self.api.numbers)}"
        sent: dict[str, Any] = {
            "type": kind,
            "envelope_id": envelope,
            "payload": body,
            "accepts_response_payload": kind != "events_api",
        }
        if kind == "events_api":
            sent |= {"retry_attempt": attempt, "retry_reason": "timeout" if attempt else ""}
        acks = self.sockets.acks
        with self._changed:
            self._changed.wait_for(self.sockets.next, self.ack_within)
            socket = self.sockets.next()
        if socket is None:
            return False, None
        self._run(_sent(socket, sent))
        with self._changed:
            acked = self._changed.wait_for(lambda: envelope in acks, self.ack_within)
            return acked, acks.get(envelope)

    def _by_http(self, kind: str, body: dict[str, Any], attempt: int) -> tuple[bool, Any]:
        forms = {"slash_commands": body, "interactive": {"payload": json.dumps(body)}}
        raw = (urlencode(forms[kind]) if kind in forms else json.dumps(body)).encode()
        content = "application/x-www-form-urlencoded" if kind in forms else "application/json"
        headers = {"Content-Type": content, **signed(raw)}
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": "http_timeout"}
        status, said = post(f"{self.http_bot}/slack/events", raw, headers, self.ack_within)
        return status == 200, said

    # Serving

    async def _serve(self, ready: threading.Event) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        app = web.Application(client_max_size=10 * 1024**2)
        app.router.add_route("*", "/api/{method}", self._api)
        app.router.add_get("/link", self._link)
        for kind in ("commands", "actions"):
            app.router.add_post(f"/{kind}/{{number}}", self._respond)
        runner = web.AppRunner(app, shutdown_timeout=1)
        await runner.setup()
        listening = create_server(("127.0.0.1", 0), backlog=128)
        await web.SockSite(runner, listening).start()
        self.port = listening.getsockname()[1]
        self.api.socket_url = f"ws://127.0.0.1:{self.port}/link"
        ready.set()
        await self._stop.wait()
        for connection in list(self.sockets.open):
            await connection.close()
        self._loop.remove_reader(listening)
        await _close(runner)

    def _run(self, coroutine: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(PATIENCE)

    async def _link(self, request: web.Request) -> web.StreamResponse:
        """A WebSocket; each address that apps.connections.open gives opens one."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.api.tickets or len(self.sockets.open) >= MOST_CONNECTIONS:
            return web.Response(status=403)
        self.api.tickets.remove(ticket)
        return await self.sockets.serve(request)

    async def _say_goodbye(self, reason: str) -> None:
        with self._changed:
            going = self.sockets.retire()
        for socket in going:
            await socket.send_json({"type": "disconnect", "reason": reason})

    def _abort_sockets(self) -> None:
        for socket in self.sockets.open:
            transport = socket._req.transport if socket._req else None
            if transport is not None:
                transport.abort()

    async def _respond(self, request: web.Request) -> web.Response:
        """A post to a response address, which Slack answers with a word where it is refused."""
        args = json.loads(await request.read())
        fault = self.faults.take("response")
        if isinstance(fault, web.Response):
            return fault
        if isinstance(fault, Slow):
            await asyncio.sleep(fault.seconds)
        with self._changed:
            try:
                self.addresses.post(request.path, args)
            except Refused as refusal:
                self._note("response_url", refusal)
                gone = refusal.code in ("used_url", "expired_url")
                return web.Response(status=404 if gone else 400, text=refusal.code)
            self._record(Call("response", args | {"path": request.path}, token=""))
        return web.Response(text="ok")

    async def _api(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        args, token = await arguments_of(request)
        fault = self.faults.take(method)
        with self._changed:
            self._record(Call(method, args, token))
            if isinstance(fault, web.Response):
                return fault
            if isinstance(fault, Cut) and not fault.done:
                return _cut(request)
            answer = self._answer(method, args, token)
        if isinstance(fault, Slow):
            await asyncio.sleep(fault.seconds)
        return _cut(request) if isinstance(fault, Cut) else answer

    def _answer(self, method: str, args: dict[str, Any], token: str) -> web.Response:
        if wait := self.api.limits.wait(method, args):
            return limited(wait)
        headers = {"X-OAuth-Scopes": ",".join(sorted(self.api.scopes))}
        try:
            given = {"ok": True, **self.api.answer(method, args, token)}
        except Refused as refusal:
            self._note(method, refusal)
            given = {"ok": False, "error": refusal.code, **refusal.more}
        self._changed.notify_all()
        return web.json_response(given, headers=headers)

    def _note(self, method: str, refusal: Refused) -> None:
        self.unfit += [f"{method}: {refusal.code}: {reason}" for reason in refusal.reasons]

    def _record(self, call: Call) -> None:
        with self._changed:
            self.calls.append(call)
            self._changed.notify_all()


async def _sent(socket: web.WebSocketResponse, envelope: dict[str, Any]) -> None:
    with suppress(ConnectionError):  # closed, or about to be
        await socket.send_json(envelope)


def _cut(request: web.Request) -> web.Response:
    """End a connection without an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _close(runner: web.AppRunner) -> None:
    """Close every connection before the loop ends: one left half closed is told as a leak.

    Nothing more is accepted by now; first, what was being accepted is: asyncio drops, and leaves
    open, a connection whose server is closed while it is being accepted.
    """
    assert runner.server
    await _rounds()
    for connection in runner.server.connections:
        if connection.transport is not None:
            connection.transport.abort()
    await runner.cleanup()
    await _rounds()


async def _rounds() -> None:
    """More rounds of the loop than opening or closing a connection takes, however slow each is."""
    for _ in range(20):
        await asyncio.sleep(0)
