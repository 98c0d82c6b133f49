"""Connections that end in time: each is closed when its time is up, and all when told to stop."""

import socket
import ssl
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from threading import Event, Lock, Timer
from typing import TypeVar

from ingest.sources.address import Address
from ingest.sources.proxies import connected, open_tunnel
from ingest.sources.settings import Reach

S = TypeVar("S", bound=socket.socket)


class Stopped(Exception):
    """The ingest was told to leave off while a server was being asked."""


class Lines:
    """The connections that are open now. Threads share it."""

    def __init__(self, stopping: Callable[[], bool]) -> None:
        """``stopping`` tells whether to leave off."""
        self._stopping = stopping
        self._ended = Event()
        self._open: set[Line] = set()
        self._lock = Lock()

    def wait(self, seconds: float) -> None:
        """Let time pass; raises Stopped as soon as everything is to end."""
        passed = 0.0
        while not self.are_ended() and passed < seconds:
            step = min(0.2, seconds - passed)
            self._ended.wait(step)
            passed += step
        self.refuse_if_ended()

    def refuse_if_ended(self) -> None:
        """Raise Stopped if nothing is to be asked any more."""
        if self.are_ended():
            raise Stopped

    def are_ended(self) -> bool:
        """Whether nothing is to be asked any more."""
        return self._ended.is_set() or self._stopping()

    def stop(self) -> None:
        """Close every connection, from any thread, and open none again."""
        with self._lock:
            self._ended.set()
            for line in self._open:
                line.cut()

    @contextmanager
    def line(self, seconds: float) -> Iterator["Line"]:
        """A connection to be, cut after so many seconds whatever it is doing."""
        line = Line()
        timer = Timer(seconds, line.end_late)
        timer.daemon = True
        with self._lock:
            self.refuse_if_ended()
            self._open.add(line)
        timer.start()
        try:
            yield line
        finally:
            timer.cancel()
            with self._lock:
                self._open.discard(line)
            line.close()


class Line:
    """One connection, which any thread may cut."""

    def __init__(self) -> None:
        """Open nothing yet."""
        self._socket: socket.socket | None = None
        self._lock = Lock()
        self._is_cut = False
        self.is_late = False

    def open(self, address: Address, numbers: Sequence[str], reach: Reach) -> socket.socket:
        """Connect to the first number that answers, in secret if the address says https."""
        held = self._connected(numbers, address.port, reach)
        if address.scheme == "https":
            # The handshake is made below, when the socket it is made on can be cut.
            held = self._hold(
                ssl.create_default_context().wrap_socket(
                    held, server_hostname=address.host, do_handshake_on_connect=False
                )
            )
            held.do_handshake()
        return held

    def end_late(self) -> None:
        """Cut it, because its time is up."""
        self.is_late = True
        self.cut()

    def cut(self) -> None:
        """End what is being sent or read."""
        with self._lock:
            self._is_cut = True
            if self._socket:
                with suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let go of it."""
        with self._lock:
            if self._socket:
                self._socket.close()

    def _connected(self, numbers: Sequence[str], port: int, reach: Reach) -> socket.socket:
        errors: list[OSError] = []
        for number in numbers:
            try:
                return self._through(number, port, reach)
            except OSError as error:
                errors.append(error)
        raise errors[0] if errors else OSError("no number")

    def _through(self, number: str, port: int, reach: Reach) -> socket.socket:
        if proxy := reach.proxy_to(number):
            held = self._hold(connected(proxy, reach.silence))
            open_tunnel(held, number, port, proxy)
            return held
        return self._hold(socket.create_connection((number, port), timeout=reach.silence))

    def _hold(self, held: S) -> S:
        with self._lock:
            self._socket = held
            if self._is_cut:
                held.close()
        return held
