"""Fetching from a website that misbehaves in every way there is: a bounded read, a code, an end."""

import gzip
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler
from itertools import pairwise

import pytest

from index.errors import Unreadable
from ingest.sources.address import address_of
from ingest.sources.fetching import Fetcher
from ingest.sources.judging import Fetched, Stamp
from ingest.sources.lines import Lines, Stopped
from ingest.sources.settings import Reach, reach_in
from support.waiting import PATIENCE, until
from support.website import (
    CHALLENGE,
    Deed,
    Website,
    drip,
    endless,
    gzipped,
    in_turn,
    leads_to,
    paper,
    raw,
    silent,
    status,
    website,
)

HERE = reach_in({"TOWNCLERK_ALLOW_NETWORKS": "127.0.0.0/8", "TOWNCLERK_CONTACT": "clerk@exham.gov"})
# It waits long for what comes, on a machine that has much else to do; HASTY, for what never does.
REACH = replace(
    HERE, delay=0.0, silence=30.0, whole=60.0, patience=2.0, attempts=2, most_bytes=20 << 20
)
HASTY = replace(REACH, silence=0.4, whole=1.0)


def fetcher(reach: Reach = REACH, stopping: Callable[[], bool] = lambda: False) -> Fetcher:
    return Fetcher(reach, Lines(stopping))


def fetch(site: Website, path: str = "/paper", reach: Reach = REACH) -> Fetched:
    return fetcher(reach).fetch(address_of(site.address(path)))


def code(deed: Deed, reach: Reach = REACH, **more: Deed) -> str:
    """Why a paper with this deed could not be fetched."""
    with website(paper=deed, **more) as site, pytest.raises(Unreadable) as refused:
        fetch(site, reach=reach)
    return refused.value.reason


def endless_packings(handler: BaseHTTPRequestHandler) -> None:
    """Send packings of nothing, without end."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
    while True:
        handler.wfile.write(gzip.compress(b"") * 5000)


def test_a_paper_comes_with_what_tells_whether_it_is_the_same() -> None:
    day = "Wed, 04 Feb 2026 10:00:00 GMT"
    with website(paper=paper("The paper.", ETag='"a1"', Last_Modified=day)) as site:
        fetched = fetch(site)
        assert fetched == Fetched(b"The paper.", Stamp('"a1"', day))
        again = fetcher().fetch(address_of(site.address("/paper")), fetched.stamp)
    assert again == Fetched(None, fetched.stamp)


def test_the_request_says_who_asks_and_whom_to_write_to() -> None:
    with website(paper=paper("The paper.")) as site:
        fetch(site)
    assert site.asked[-1].headers["User-Agent"] == (
        "TownClerk/0.1 (reads council papers; clerk@exham.gov)"
    )


def test_a_packed_paper_is_unpacked() -> None:
    with website(paper=gzipped(b"The paper. " * 1000)) as site:
        assert fetch(site).data == b"The paper. " * 1000


@pytest.mark.parametrize("between", [b"", b"\x1f"])
def test_a_paper_packed_in_several_parts_is_whole(between: bytes) -> None:
    """Wherever the packings are cut from each other as they come."""
    first, second = gzip.compress(b"The paper"), gzip.compress(b" and its end.")
    cut = len(first) + len(between)

    def in_two(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        handler.wfile.write((first + second)[:cut])
        time.sleep(0.1)
        handler.wfile.write((first + second)[cut:])

    with website(paper=in_two) as site:
        assert fetch(site).data == b"The paper and its end."


def test_ten_gigabytes_are_refused_before_they_are_read() -> None:
    left = threading.Event()

    def huge(handler: BaseHTTPRequestHandler) -> None:
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\nx")(handler)
        left.wait(PATIENCE)

    assert code(huge, HASTY) == "too_big"  # of what never comes
    left.set()


@pytest.mark.parametrize(
    ("deed", "expected"),
    [
        (endless, "too_big"),
        (gzipped(bytes(30 << 20)), "bomb"),
        (gzipped(gzip.compress(bytes(1000))[:20] + bytes(9 << 20)), "bomb"),
        (paper(gzip.compress(b"The paper." * 99)[:20], Content_Encoding="gzip"), "fetch_broken"),
        (paper(b"not packed at all", Content_Encoding="gzip"), "fetch_broken"),
        (paper(b"x", Content_Encoding="br"), "fetch_broken"),
        (paper(gzip.compress(b"x") + b"rubbish", Content_Encoding="gzip"), "fetch_broken"),
        (endless_packings, "fetch_broken"),
        (
            raw(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 9\r\n\r\ncut off"),
            "fetch_broken",
        ),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\ncut"), "fetch_broken"),
        (raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\ncut"), "fetch_broken"),
        (raw(b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"), ""),
        (raw(b"I am no web server\r\n\r\n"), "fetch_broken"),
        (raw(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n"), "fetch_broken"),
        (raw(b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n"), "fetch_broken"),
        (raw(b""), "fetch_broken"),
        (leads_to("/paper"), "fetch_redirects"),
        (leads_to("ftp://exham.gov.uk/paper"), "fetch_redirects"),
        (leads_to("file:///etc/passwd"), "fetch_redirects"),
        (leads_to(""), "fetch_redirects"),
        (leads_to("/mgError.aspx?a=1"), "fetch_error_page"),
        (leads_to("http://10.0.0.1/paper"), "fetch_private"),
        (leads_to("http://169.254.169.254/latest/meta-data"), "fetch_private"),
        (leads_to("http://[::1]/paper"), "fetch_private"),
        (leads_to("http://exham..gov.uk/"), "fetch_unknown_name"),
        (status(500), "fetch_server"),
        (status(404), "fetch_gone"),
        (status(410), "fetch_gone"),
        (status(401), "fetch_refused"),
        (status(403, b"<h1>Forbidden</h1>"), "fetch_refused"),
        (status(403, CHALLENGE), "fetch_blocked"),
        (status(503, CHALLENGE), "fetch_blocked"),
        (paper(CHALLENGE, "text/html"), "fetch_blocked"),
        (status(403, b"<p>Wait", cf_mitigated="challenge"), "fetch_blocked"),
        (status(429), "fetch_busy"),
        (status(503, Retry_After="86400"), "fetch_busy"),
        (status(206, b"part"), "fetch_refused"),
        (status(304), "fetch_refused"),
    ],
)
def test_each_misdeed_has_its_code(deed: Deed, expected: str) -> None:
    if expected:
        assert code(deed) == expected
    else:  # an answer that is odd and harmless
        with website(paper=deed) as site, suppress(Unreadable):
            fetch(site)


@pytest.mark.parametrize("deed", [silent(), drip(0.1), drip(0.1, headers_too=True)])
def test_a_server_that_keeps_one_waiting_is_given_up(deed: Deed) -> None:
    assert code(deed, HASTY) == "fetch_timeout"


def test_a_server_that_fails_once_is_asked_again() -> None:
    with website(paper=in_turn(status(500), paper("The paper."))) as site:
        assert fetch(site).data == b"The paper."
    assert site.paths == ["/paper", "/paper"]


@pytest.mark.parametrize("as_date", [False, True])
def test_a_server_that_asks_for_a_wait_gets_it(as_date: bool) -> None:
    said = formatdate(time.time() + 2.5, usegmt=True) if as_date else "1"
    busy = in_turn(status(429, Retry_After=said), paper("The paper."))
    with website(paper=busy) as site:
        fetch(site, reach=replace(REACH, patience=30))
    first, second = (each.at for each in site.asked if each.path == "/paper")
    assert second - first > 0.9


@pytest.mark.parametrize(
    "said", ["soon", "-5", "1.5", "21 Oct 99999999999 07:28:00 GMT", "Wed, 99 Feb 2026 25:00:00"]
)
def test_a_wait_that_nobody_can_read_is_none(said: str) -> None:
    busy = in_turn(status(429, Retry_After=said), paper("The paper."))
    with website(paper=busy) as site:
        assert fetch(site).data == b"The paper."


def test_a_server_that_asks_for_a_day_is_left_for_this_run() -> None:
    with website(paper=status(429, Retry_After="86400"), other=paper("x")) as site:
        one = fetcher()
        for path in ("/paper", "/other"):
            with pytest.raises(Unreadable, match="Ingest again later") as refused:
                one.fetch(address_of(site.address(path)))
            assert refused.value.reason == "fetch_busy"
    assert site.paths == ["/paper"]


def test_a_site_that_checks_for_robots_is_named_and_left() -> None:
    with website(paper=status(403, CHALLENGE), other=paper("x")) as site:
        one = fetcher()
        with pytest.raises(Unreadable, match=r"127\.0\.0\.1 checks for robots"):
            one.fetch(address_of(site.address("/paper")))
        with pytest.raises(Unreadable, match="Not asked for") as refused:
            one.fetch(address_of(site.address("/other")))
    assert refused.value.reason == "fetch_blocked"
    assert site.paths == ["/paper"]


def test_after_three_refusals_in_a_row_a_site_is_left() -> None:
    with website(a=status(403), b=status(403), c=status(403), d=paper("x")) as site:
        one = fetcher()
        for path in ("/a", "/b", "/c", "/d"):
            with pytest.raises(Unreadable):
                one.fetch(address_of(site.address(path)))
    assert site.paths == ["/a", "/b", "/c"]


def test_what_is_gone_is_no_sign_that_a_site_is_unwell() -> None:
    with website(d=paper("x")) as site:
        one = fetcher()
        for path in ("/a", "/b", "/c"):
            with pytest.raises(Unreadable):
                one.fetch(address_of(site.address(path)))
        assert one.fetch(address_of(site.address("/d"))).data == b"x"


def test_five_redirects_are_followed_and_no_sixth() -> None:
    chain = {f"r{n}": leads_to(f"/r{n + 1}") for n in range(1, 6)}
    with website(**chain, r6=paper("The paper."), r0=leads_to("/r1")) as site:
        assert fetch(site, "/r1").data == b"The paper."
        with pytest.raises(Unreadable):
            fetch(site, "/r0")


def test_a_site_that_may_not_be_reached_is_not_asked() -> None:
    with website(paper=paper("x")) as site, pytest.raises(Unreadable) as refused:
        fetch(site, reach=replace(REACH, networks=()))
    assert refused.value.reason == "fetch_private"
    assert site.asked == []


def test_a_name_that_leads_home_is_not_asked_either() -> None:
    nowhere = fetcher(replace(REACH, networks=()))
    with website(paper=paper("x")) as site, pytest.raises(Unreadable) as refused:
        nowhere.fetch(address_of(site.address("/paper", "localhost")))
    assert refused.value.reason == "fetch_private"
    assert site.asked == []


def test_what_robots_txt_shuts_is_not_asked_for() -> None:
    rules = paper("User-agent: *\nDisallow: /private\nDisallow: /*.pdf$", "text/plain")
    with website(paper=paper("x"), private=paper("x")) as site:
        site.deeds |= {"/robots.txt": rules, "/a.pdf": paper("x")}
        one = fetcher()
        for path in ("/private", "/a.pdf"):
            with pytest.raises(Unreadable, match=r"robots\.txt of 127") as refused:
                one.fetch(address_of(site.address(path)))
            assert refused.value.reason == "fetch_robots"
        assert one.fetch(address_of(site.address("/paper"))).data == b"x"
    assert [each.path for each in site.asked] == ["/robots.txt", "/paper"]


def test_a_redirect_to_what_robots_txt_shuts_is_not_followed() -> None:
    with website(paper=leads_to("/private"), private=paper("x")) as site:
        site.deeds["/robots.txt"] = paper("User-agent: TownClerk\nDisallow: /private")
        with pytest.raises(Unreadable):
            fetch(site)
    assert site.paths == ["/paper"]


@pytest.mark.parametrize(
    ("robots", "asked"), [(status(500), 0), (status(404), 1), (status(403), 1)]
)
def test_a_robots_txt_that_cannot_be_read_shuts_all_only_if_the_server_fails(
    robots: Deed, asked: int
) -> None:
    with website(paper=paper("x")) as site:
        site.deeds["/robots.txt"] = robots
        with suppress(Unreadable):
            fetch(site)
    assert len(site.paths) == asked


@pytest.mark.parametrize(
    "robots",
    [
        paper("User-agent: *\nDisallow: /private\n" + "# and so on\n" * 100_000),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9999999999\r\n\r\nUser-agent: *\n"
            b"Disallow: /private\n" + b"#\n" * 300_000),
        gzipped(b"User-agent: *\nDisallow: /private\n" + bytes(30 << 20)),
    ],
    ids=["huge", "said to be huge", "bomb"],
)  # fmt: skip
def test_a_robots_txt_without_end_is_read_as_far_as_it_must_be(robots: Deed) -> None:
    with website(paper=paper("x"), private=paper("x")) as site:
        site.deeds["/robots.txt"] = robots
        one = fetcher()
        with pytest.raises(Unreadable, match=r"robots\.txt of 127"):
            one.fetch(address_of(site.address("/private")))
        assert one.fetch(address_of(site.address("/paper"))).data == b"x"


@pytest.mark.parametrize(
    "robots", [leads_to("http://10.0.0.1/robots.txt"), status(503, Retry_After="9999"), raw(b"")]
)
def test_a_robots_txt_that_cannot_be_told_is_asked_for_once_in_a_run(robots: Deed) -> None:
    with website(paper=paper("x"), other=paper("x")) as site:
        site.deeds["/robots.txt"] = robots
        one = fetcher(replace(REACH, attempts=1))
        for path in ("/paper", "/other"):
            with pytest.raises(Unreadable):
                one.fetch(address_of(site.address(path)))
    assert [each.path for each in site.asked] == ["/robots.txt"]


def test_a_pause_lies_between_two_requests_and_a_site_may_ask_for_more() -> None:
    with website(a=paper("x"), b=paper("x"), c=paper("x")) as site:
        site.deeds["/robots.txt"] = paper("User-agent: *\nCrawl-delay: 0.5")
        one = fetcher(replace(REACH, delay=0.2))
        for path in ("/a", "/b", "/c"):
            one.fetch(address_of(site.address(path)))
    moments = [each.at for each in site.asked]
    pauses = [later - earlier for earlier, later in pairwise(moments)]
    assert pauses[0] >= 0.2
    assert min(pauses[1:]) >= 0.5


def test_whoever_stops_an_ingest_does_not_wait_for_a_slow_server() -> None:
    lines = Lines(lambda: False)
    slow = replace(REACH, silence=2 * PATIENCE, whole=2 * PATIENCE)
    with website(paper=lambda _: lines.stop()) as site:
        left, was_left = threading.Event(), list[bool]()
        site.deeds["/paper"] = lambda _: (lines.stop(), was_left.append(left.wait(PATIENCE)))[0]
        with pytest.raises(Stopped):
            Fetcher(slow, lines).fetch(address_of(site.address("/paper")))
        left.set()
        until(lambda: was_left, "the server's end")
    assert was_left == [True]  # and not tired of waiting itself
