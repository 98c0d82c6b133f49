"""The stand-in Slack's end of Socket Mode: connections, envelopes and their acks."""

import itertools
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import WSMsgType, web

from support.workspace import APP

MOST_CONNECTIONS = 10


@dataclass
class Sockets:
    """Every connection, and what came back on it. ``changed`` guards it and tells of news."""

    changed: threading.Condition
    open: list[web.WebSocketResponse] = field(default_factory=list)
    retiring: list[web.WebSocketResponse] = field(default_factory=list)
    opened: int = 0
    acks: dict[str, Any] = field(default_factory=dict)
    _turns: Iterator[int] = field(default_factory=itertools.count)

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """A connection, from its greeting until it is closed."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        info = {"type": "hello", "connection_info": {"app_id": APP}}
        info |= {"num_connections": len(self.open) + 1}
        info |= {"debug_info": {"host": "stand-in", "approximate_connection_time": 18060}}
        await socket.send_json(info)
        with self.changed:
            self.open.append(socket)
            self.opened += 1
            self.changed.notify_all()
        try:
            async for message in socket:
                if message.type == WSMsgType.TEXT:
                    self._acknowledged(json.loads(message.data))
        finally:
            self._gone(socket)
        return socket

    def next(self) -> web.WebSocketResponse | None:
        """The connection for the next envelope: they take turns, those to be closed left out."""
        live = [one for one in self.open if one not in self.retiring and not one.closed]
        return live[next(self._turns) % len(live)] if live else None

    def retire(self) -> list[web.WebSocketResponse]:
        """The connections open now; no more comes on them."""
        self.retiring += self.open
        return list(self.open)

    def _acknowledged(self, ack: dict[str, Any]) -> None:
        with self.changed:
            self.acks[ack["envelope_id"]] = ack.get("payload")
            self.changed.notify_all()

    def _gone(self, socket: web.WebSocketResponse) -> None:
        with self.changed:
            self.open.remove(socket)
            if socket in self.retiring:
                self.retiring.remove(socket)
            self.changed.notify_all()
