"""Which numbers may be reached, and that a connection is made to the number that was looked at."""

import http.server
import shutil
import socket
import ssl
import subprocess
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from index.errors import Unreadable
from ingest.sources.address import address_of
from ingest.sources.fetching import Fetcher
from ingest.sources.guard import may_be_reached
from ingest.sources.lines import Lines
from ingest.sources.settings import reach_in
from support.website import paper, website

REACH = replace(
    reach_in({"TOWNCLERK_ALLOW_NETWORKS": "127.0.0.0/8, fd00::/8"}),
    delay=0.0, silence=30.0, whole=60.0, attempts=1,
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "may"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("127.9.9.9", False),
        ("0.0.0.0", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("100.64.0.1", False),
        ("169.254.169.254", False),
        ("192.0.0.170", False),
        ("192.0.2.7", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::a00:1", False),
        ("64:ff9b::808:808", True),
        ("2002:a00:1::", False),
        ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("2001:db8::1", False),
    ],
)
def test_only_what_is_public_may_be_reached(number: str, may: bool) -> None:
    assert may_be_reached(number, ()) is may


@pytest.mark.parametrize(
    ("number", "may"),
    [("10.20.3.4", True), ("10.21.0.1", False), ("::ffff:10.20.3.4", True), ("fd12::7", True)],
)
def test_a_private_network_may_be_allowed_and_no_other_with_it(number: str, may: bool) -> None:
    allowed = reach_in({"TOWNCLERK_ALLOW_NETWORKS": "10.20.0.0/16,fd00::/8,"}).networks
    assert may_be_reached(number, allowed) is may


def known_as(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> list[str]:
    """Have names lead to these numbers; gives the names that are looked up."""
    asked: list[str] = []
    truly = socket.getaddrinfo

    def lookup(host: str, port: int, *args: Any, **kinds: Any) -> Any:
        if host[:1].isdigit():
            return truly(host, port, *args, **kinds)
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (n, port)) for n in numbers]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    return asked


def test_a_name_is_looked_up_once_for_each_request(monkeypatch: pytest.MonkeyPatch) -> None:
    with website(paper=paper("x")) as site:
        asked = known_as(monkeypatch, "127.0.0.1")
        address = address_of(site.address("/paper", "exham.gov.uk"))
        assert Fetcher(REACH, Lines(lambda: False)).fetch(address).data == b"x"
    assert [each.headers["Host"] for each in site.asked] == [f"exham.gov.uk:{site.port}"] * 2
    assert asked == ["exham.gov.uk"] * 2  # for robots.txt, and for the paper


def test_a_name_with_one_private_number_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    known_as(monkeypatch, "127.0.0.1", "10.0.0.1")
    with website(paper=paper("x")) as site, pytest.raises(Unreadable) as refused:
        Fetcher(REACH, Lines(lambda: False)).fetch(
            address_of(site.address("/paper", "exham.gov.uk"))
        )
    assert refused.value.reason == "fetch_private"
    assert site.asked == []


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")
def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", tmp_path / "key", "-out", tmp_path / "certificate"],
        check=True, capture_output=True,
    )  # fmt: skip
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "certificate", tmp_path / "key")
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    address = address_of(f"https://127.0.0.1:{server.server_port}/paper")
    with pytest.raises(Unreadable) as refused:
        Fetcher(REACH, Lines(lambda: False)).fetch(address)
    server.shutdown()
    thread.join()
    server.server_close()
    assert refused.value.reason == "fetch_tls"
