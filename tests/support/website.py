"""A website on this machine that keeps or breaks the rules as a test wants it to.

Each path has a deed, which answers one request. Whatever is asked for is noted, with its headers
and the moment.
"""

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Deed = Callable[[BaseHTTPRequestHandler], None]

CHALLENGE = (
    b"<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><p>Enable JavaScript "
    b"and cookies to continue</p><script src='/cdn-cgi/challenge-platform/h/b'></script></body>"
)


@dataclass
class Asked:
    """One request."""

    path: str
    headers: Message
    at: float


@dataclass
class Website:
    """What is at each path, and what was asked for."""

    port: int
    deeds: dict[str, Deed]
    asked: list[Asked] = field(default_factory=list)
    most_at_once: int = 0

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        """The address of a path."""
        return f"http://{host}:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order, without robots.txt."""
        return [each.path for each in self.asked if each.path != "/robots.txt"]


@contextmanager
def website(**deeds: Deed) -> Iterator[Website]:
    """A site with these deeds at "/name"; what has none is not found."""
    at_once = [0]
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            with lock:
                at_once[0] += 1
                site.most_at_once = max(site.most_at_once, at_once[0])
                site.asked.append(Asked(self.path, self.headers, time.monotonic()))
            self.close_connection = True
            self.is_answered = False
            deed = site.deeds.get(self.path) or site.deeds.get(self.path.partition("?")[0])
            with suppress(OSError):
                (deed or status(404))(self)
            self.answering()

        def answering(self) -> None:
            """Count the request as answered; before its answer is sent, as the next may follow."""
            with lock:
                at_once[0] -= not self.is_answered
                self.is_answered = True

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    site = Website(server.server_port, {f"/{name}": deed for name, deed in deeds.items()})
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def paper(data: bytes | str, kind: str = "application/octet-stream", **headers: str) -> Deed:
    """Give out these bytes, with headers; ``ETag`` and ``Last_Modified`` make it answer 304."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    body = data.encode() if isinstance(data, str) else data

    def deed(handler: BaseHTTPRequestHandler) -> None:
        known = handler.headers.get("If-None-Match"), handler.headers.get("If-Modified-Since")
        if any(known) and known == (named.get("ETag"), named.get("Last-Modified")):
            status(304)(handler)
            return
        _send(handler, 200, body, {"Content-Type": kind, **named})

    return deed


def status(code: int, body: bytes = b"", **headers: str) -> Deed:
    """Answer with a status."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return lambda handler: _send(handler, code, body, {"Content-Type": "text/html", **named})


def leads_to(address: str, code: int = 302) -> Deed:
    """Redirect."""
    return status(code, Location=address)


def in_turn(*deeds: Deed) -> Deed:
    """One deed after another; the last for ever."""
    left = list(deeds)
    return lambda handler: (left.pop(0) if len(left) > 1 else left[0])(handler)


def silent(seconds: float = 30) -> Deed:
    """Say nothing for so long."""
    return lambda handler: time.sleep(seconds)


def slowly(deed: Deed, seconds: float) -> Deed:
    """Think for so long, and then do it."""

    def slow(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        deed(handler)

    return slow


def drip(every: float, headers_too: bool = False) -> Deed:
    """Send a byte now and then, without end."""

    def deed(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        handler.wfile.write(b"X-Slow: " if headers_too else b"Content-Length: 5000\r\n\r\n")
        while True:
            handler.wfile.write(b"x")
            time.sleep(every)

    return deed


def raw(data: bytes) -> Deed:
    """Send just these bytes, and close."""
    return lambda handler: handler.wfile.write(data) and None


def endless(handler: BaseHTTPRequestHandler) -> None:
    """Send without end, and never say how much."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while True:
        handler.wfile.write(b"x" * 65536)


def gzipped(data: bytes) -> Deed:
    """Give out bytes packed."""
    return paper(gzip.compress(data), Content_Encoding="gzip")


def _send(handler: BaseHTTPRequestHandler, code: int, body: bytes, headers: dict[str, str]) -> None:
    handler.answering()  # type: ignore[attr-defined]
    handler.send_response(code)
    for name, value in {"Content-Length": str(len(body)), **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    if code != 304:
        handler.wfile.write(body)
