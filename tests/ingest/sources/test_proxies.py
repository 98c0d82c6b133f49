"""Reading by a proxy: it is told numbers only, and only such as may be reached without it."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from index.errors import BadSettings, Unreadable
from ingest.sources.address import address_of
from ingest.sources.fetching import Fetcher
from ingest.sources.lines import Lines
from ingest.sources.settings import Reach, reach_in
from support.website import Website, paper, website


@dataclass
class Proxy:
    """A proxy on this machine; whatever number it is asked for, it leads to one website."""

    port: int = 0
    asked: list[str] = field(default_factory=list)

    def reach(self, key: str = "") -> Reach:
        """How to read by it."""
        said = {"TOWNCLERK_PROXY": f"http://{key}127.0.0.1:{self.port}"}
        return replace(reach_in(said), delay=0.0, silence=30.0, whole=60.0, attempts=1)


@contextmanager
def proxy(
    site: Website, answer: bytes = b"HTTP/1.1 200 Open\r\nVia: exham\r\n\r\n"
) -> Iterator[Proxy]:
    """A proxy that answers so."""
    server = socket.create_server(("127.0.0.1", 0))
    held = Proxy(server.getsockname()[1])

    def serve() -> None:
        with suppress(OSError):
            while True:
                _lead(server.accept()[0], site, answer, held)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()


def _lead(client: socket.socket, site: Website, answer: bytes, held: Proxy) -> None:
    with client, socket.create_connection(("127.0.0.1", site.port)) as there, suppress(OSError):
        held.asked.append(client.recv(65536).decode())
        client.sendall(answer)
        if b" 200 " in answer and (request := client.recv(65536)):
            there.sendall(request)
            while part := there.recv(65536):
                client.sendall(part)


@pytest.fixture(autouse=True)
def names(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have names lead to a public number, and those that say so into the council's network."""

    truly = socket.getaddrinfo

    def lookup(host: str, port: int, *args: Any, **kinds: Any) -> Any:
        if host == "127.0.0.1":
            return truly(host, port, *args, **kinds)
        number = "10.0.0.7" if host.startswith("inside") else "93.184.215.14"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


@pytest.fixture
def site() -> Iterator[Website]:
    with website(paper=paper("The paper.")) as there:
        yield there


def fetch(reach: Reach, address: str = "http://exham.gov.uk/paper") -> bytes | None:
    return Fetcher(reach, Lines(lambda: False)).fetch(address_of(address)).data


def test_a_proxy_is_asked_for_the_number_that_was_checked(site: Website) -> None:
    with proxy(site) as held:
        assert fetch(held.reach("clerk:p%40ss@")) == b"The paper."
    assert {each.headers["Host"] for each in site.asked} == {"exham.gov.uk"}
    assert set(held.asked) == {
        "CONNECT 93.184.215.14:80 HTTP/1.1\r\nHost: 93.184.215.14:80\r\n"
        "Proxy-Authorization: Basic Y2xlcms6cEBzcw==\r\n\r\n"
    }


def test_no_name_leads_into_a_private_network_by_a_proxy(site: Website) -> None:
    with proxy(site) as held, pytest.raises(Unreadable) as refused:
        fetch(held.reach(), "http://inside.exham.gov.uk/paper")
    assert refused.value.reason == "fetch_private"
    assert held.asked == []


def test_a_network_that_is_allowed_is_reached_without_the_proxy() -> None:
    reach = reach_in({"TOWNCLERK_PROXY": "http://p:1", "TOWNCLERK_ALLOW_NETWORKS": "10.0.0.0/8"})
    assert reach.proxy_to("10.0.0.7") is None
    assert reach.proxy_to("93.184.215.14") is reach.proxy


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b"HTTP/1.1 403 Forbidden\r\n\r\n<h1>Policy</h1>", "answers 403"),
        (b"HTTP/1.1 407 Who are you\r\n\r\n", "answers 407"),
        (b"HTTP/1.1 302 Found\r\nLocation: http://10.0.0.1/\r\n\r\n", "answers 302"),
        (b"HTTP/1.1 \xff\xff\xff\r\n\r\n", "answers with no status"),
        (b"SSH-2.0-OpenSSH\r\n\r\n", "answers as no proxy does"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 9000, "answers as no proxy does"),
        (b"", "answers as no proxy does"),
    ],
)
def test_a_proxy_that_does_not_lead_on_is_named(site: Website, answer: bytes, said: str) -> None:
    with proxy(site, answer) as held, pytest.raises(Unreadable, match=said) as refused:
        fetch(held.reach("clerk:Zebrafinch@"))
    assert refused.value.reason == "fetch_proxy"
    assert "Zebrafinch" not in repr((refused.value, held.reach("clerk:Zebrafinch@")))


def test_a_proxy_that_is_not_there_is_named(site: Website) -> None:
    with proxy(site) as held:
        reach = held.reach()
    with pytest.raises(Unreadable, match="it cannot be reached") as refused:
        fetch(reach)
    assert refused.value.reason == "fetch_proxy"


@pytest.mark.parametrize(
    "text",
    ["proxy.exham.gov.uk:3128", "https://clerk:Zebra@proxy:3128", "socks5://p:1", "http://p:port",
     "http://", "http://p:1/path", "http://p:99999"],
)  # fmt: skip
def test_what_is_no_proxy_is_told_without_its_words(text: str) -> None:
    with pytest.raises(BadSettings, match="TOWNCLERK_PROXY names no proxy") as refused:
        reach_in({"TOWNCLERK_PROXY": text})
    assert "Zebra" not in str(refused.value)
