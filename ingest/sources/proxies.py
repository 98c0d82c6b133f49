"""A council's proxy: a tunnel through it to the very number that was looked at.

The proxy is told a number and never a name, so that it is not the proxy that decides where a name
leads: what may be reached is decided here, with a proxy as without.
"""

import base64
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from index.errors import BadSettings

_MOST = 16 << 10  # bytes that a proxy may say before the tunnel is open


class ProxyRefused(OSError):
    """The proxy is not there, or does not lead to where it was asked to."""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where it is, and what opens it, if anything: that is never shown."""

    host: str
    port: int
    key: str = field(default="", repr=False)


def proxy_in(text: str) -> Proxy | None:
    """The proxy that a setting names; raises BadSettings, without its words, if it names none.

    >>> proxy_in("http://clerk:secret@proxy.exham.gov.uk:3128")
    Proxy(host='proxy.exham.gov.uk', port=3128)
    """
    try:
        return _read(text.strip()) if text.strip() else None
    except ValueError as error:
        raise BadSettings(
            "TOWNCLERK_PROXY names no proxy that can be used. Write it as "
            "http://proxy.example:3128, with user:password@ before its name if it asks for them."
        ) from error


def connected(proxy: Proxy, seconds: float) -> socket.socket:
    """A connection to the proxy; raises ProxyRefused."""
    try:
        return socket.create_connection((proxy.host, proxy.port), timeout=seconds)
    except OSError as error:
        raise ProxyRefused("cannot be reached") from error


def open_tunnel(held: socket.socket, number: str, port: int, proxy: Proxy) -> None:
    """Have the proxy lead on to a number; raises ProxyRefused with what it said."""
    there = f"[{number}]:{port}" if ":" in number else f"{number}:{port}"
    key = f"Proxy-Authorization: Basic {proxy.key}\r\n" if proxy.key else ""
    held.sendall(f"CONNECT {there} HTTP/1.1\r\nHost: {there}\r\n{key}\r\n".encode("ascii"))
    said = b"".join(_said(held))
    version, _, rest = said.partition(b" ")
    if not version.startswith(b"HTTP/1.") or not said.endswith(b"\r\n\r\n"):
        raise ProxyRefused("answers as no proxy does")
    if not rest.startswith(b"2"):
        status = rest[:3].decode("ascii", "replace")
        raise ProxyRefused(f"answers {status if status.isdecimal() else 'with no status'}")


def _said(held: socket.socket) -> Iterator[bytes]:
    """What the proxy says up to its first blank line; what follows is the server's."""
    end, count = b"", 0
    while end != b"\r\n\r\n" and count < _MOST and (byte := held.recv(1)):
        end, count = (end + byte)[-4:], count + 1
        yield byte


def _read(text: str) -> Proxy:
    parts = urlsplit(text)
    if parts.scheme != "http" or not parts.hostname or parts.path.strip("/") or parts.query:
        raise ValueError("no proxy")
    key = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}".encode()
    said = base64.b64encode(key).decode("ascii") if parts.username else ""
    return Proxy(parts.hostname, parts.port or 80, said)
