"""Web addresses as text: each written one way only, and refused if it is none to read from."""

import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from index.doors import printable
from index.errors import NoSuchSource

_LONGEST = 2_000  # characters
_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_.-]{1,253}|[0-9a-f:.]{2,45}")
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"


@dataclass(frozen=True, slots=True)
class Address:
    """An address to ask: ``text`` is the whole of it, as it is remembered."""

    text: str
    scheme: str
    host: str
    port: int
    target: str  # path and query, as they are sent

    @property
    def server(self) -> str:
        """The server as it is named in the address: requests to one are made one at a time."""
        return urlsplit(self.text).netloc


def is_address(argument: str) -> bool:
    """Whether an argument is meant as an address and not as a file.

    >>> [is_address(text) for text in ("https://a.gov.uk/", "papers/https", "ftp://a")]
    [True, False, True]
    """
    return "://" in argument


def address_of(text: str) -> Address:
    """An address in its one form; raises NoSuchSource for what is none that can be read from.

    >>> address_of(" HTTPS://Exham.GOV.uk:443/My papers/a.pdf?ID=7#page=2 ").text
    'https://exham.gov.uk/My%20papers/a.pdf?ID=7'
    """
    try:
        return _read(text)
    except ValueError as error:
        raise NoSuchSource(
            f"“{_shown(text)}” is no address that papers can be read from. It "
            "must begin with https:// or http:// and name a server, without a user or password in "
            "it. Nothing was changed."
        ) from error


def linked(base: Address, link: str) -> Address | None:
    """The address that a link on a page leads to; None if none can be read from it."""
    try:
        return _read(urljoin(base.text, link.strip()))
    except ValueError:
        return None


def _shown(text: str) -> str:
    """An address as it may be shown: a password may stand before its server, or a key behind.

    >>> _shown("https://clerk:se?cr@et@exham.gov.uk/a.pdf?key=1")
    'https://…@exham.gov.uk/a.pdf?…'
    """
    scheme = text.strip().partition("://")[0] + "://" if "://" in text else ""
    _, at, after = text.strip().removeprefix(scheme).rpartition("@")
    server, question, _ = after.partition("?")
    return printable(f"{scheme}{'…@' if at else ''}{server}{'?…' if question else ''}")[:200]


def _read(text: str) -> Address:
    parts = urlsplit(text.strip())
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        raise ValueError("no web address")
    host = parts.hostname.rstrip(".")
    host = host if host.isascii() else host.encode("idna").decode("ascii")
    port = parts.port or _PORTS[parts.scheme]
    target = quote(urlunsplit(("", "", parts.path or "/", parts.query, "")), safe=_SAFE)
    named = f"[{host}]" if ":" in host else host
    server = named if port == _PORTS[parts.scheme] else f"{named}:{port}"
    whole = f"{parts.scheme}://{server}{target}"
    if not _HOST.fullmatch(host) or len(whole) > _LONGEST or not target.startswith("/"):
        raise ValueError("no host, or far too long")
    return Address(whole, parts.scheme, host, port, target)
