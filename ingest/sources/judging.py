"""What a server's answer comes to: a paper, the same paper, or the reason why there is none."""

from dataclasses import dataclass

from index.errors import Unreadable
from ingest.readers.challenge import looks_like_challenge
from ingest.sources.address import Address, linked
from ingest.sources.answers import Answer
from ingest.sources.manners import Server

_ERROR_PAGE = "/mgerror.aspx"  # where ModernGov sends whoever asks for what it cannot show


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a server said of a paper, by which it tells whether it is still the same."""

    etag: str | None = None
    last_modified: str | None = None

    @property
    def headers(self) -> dict[str, str]:
        """The question whether it is still the same."""
        asked = (("If-None-Match", self.etag), ("If-Modified-Since", self.last_modified))
        return {name: value for name, value in asked if value}


UNKNOWN = Stamp()


@dataclass(frozen=True, slots=True)
class Fetched:
    """A paper's bytes, or None where it is the same as it was; and its stamp."""

    data: bytes | None
    stamp: Stamp
    is_page: bool = False


def judged(answer: Answer, address: Address, server: Server, known: Stamp) -> Fetched:
    """What an answer brings; raises Unreadable where that is no paper, and may leave the server."""
    if is_challenge(answer):
        trouble = _blocked(address)
        server.leave(trouble)
        raise trouble
    if answer.status == 200:
        server.answered()
        stamp = Stamp(answer.said("ETag"), answer.said("Last-Modified"))
        return Fetched(answer.data, stamp, answer.is_page)
    if answer.status == 304 and known.headers:
        server.answered()
        return Fetched(None, known)
    trouble = refusal_of(answer, address)
    if trouble.reason == "fetch_gone":
        server.answered()
    elif trouble.reason == "fetch_busy":
        server.leave(trouble)
    else:
        server.troubled(trouble)
    raise trouble


def is_challenge(answer: Answer) -> bool:
    """Whether an answer asks if one is a robot."""
    asked = (answer.said("cf-mitigated") or "").casefold() == "challenge"
    return asked or (answer.is_page and looks_like_challenge(markup_of(answer)))


def markup_of(answer: Answer) -> str:
    """How an answer begins, if it is a page."""
    return answer.data[:100_000].decode("latin-1")


def next_address(address: Address, answer: Answer) -> Address:
    """Where an answer leads on to."""
    there = linked(address, answer.said("Location") or "")
    if there is None or (address.scheme, there.scheme) == ("https", "http"):
        raise leads_nowhere(address)
    if there.target.partition("?")[0].casefold().endswith(_ERROR_PAGE):
        raise Unreadable(
            "fetch_error_page",
            f"{address.host} leads to its error page in place of the paper. Open the address in "
            "a browser; if the paper is there, ingest again.",
        )
    return there


def leads_nowhere(address: Address) -> Unreadable:
    """Of an address that leads on for too long, or out of https."""
    return Unreadable(
        "fetch_redirects",
        f"The address leads on and on, or out of https, at {address.host}. Open it in a browser, "
        "and ingest the address at which the paper is shown.",
    )


def _blocked(address: Address) -> Unreadable:
    return Unreadable(
        "fetch_blocked",
        f"{address.host} checks for robots and was left for this run. Ask whoever runs the website "
        "to allow TownClerk, or download its papers into a folder and ingest that.",
    )


def refusal_of(answer: Answer, address: Address) -> Unreadable:
    """Of an answer that is no paper, by its status."""
    status, host = answer.status, address.host
    if status in (404, 410):
        return Unreadable(
            "fetch_gone",
            f"There is nothing at this address any more ({status}). If the paper has moved, ingest "
            "its new address; if it is to go, withdraw it.",
        )
    if status in (429, 503):
        return Unreadable(
            "fetch_busy",
            f"{host} asks to be left alone for a while ({status}). Ingest again later.",
        )
    if status >= 500:
        return Unreadable(
            "fetch_server",
            f"{host} has an error of its own ({status}). Ingest again; if it stays so, tell "
            "whoever runs the website.",
        )
    return Unreadable(
        "fetch_refused",
        f"{host} does not give out this paper ({status}). Open the address in a browser: if it "
        "can be read without signing in, ask whoever runs the website to allow TownClerk.",
    )
