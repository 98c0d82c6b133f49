"""A paper fetched from its address: politely, patiently, within limits, and never in disguise.

The codes that a fetch may fail with:

    fetch_private       the address leads into a network that is not to be read from
    fetch_robots        the site's robots.txt asks programs not to read it
    fetch_blocked       the site checks for robots: it is left for this run
    fetch_refused       the site refuses (401, 403 and the like)
    fetch_gone          there is nothing at the address any more (404, 410)
    fetch_busy          the site asks for a longer wait than we take (429, 503)
    fetch_server        the site has an error of its own (5xx)
    fetch_error_page    the site leads to ModernGov's error page
    fetch_redirects     the address leads on and on, or from https to http
    fetch_unknown_name  there is no such server
    fetch_timeout, fetch_unreachable, fetch_proxy, fetch_tls, fetch_broken, too_big, bomb
"""

from dataclasses import replace

from index.errors import Unreadable
from ingest.readers.challenge import looks_like_challenge
from ingest.sources.address import Address, linked
from ingest.sources.answers import Answer
from ingest.sources.asking import ask
from ingest.sources.guard import checked_numbers
from ingest.sources.judging import (
    UNKNOWN,
    Fetched,
    Stamp,
    is_challenge,
    judged,
    leads_nowhere,
    markup_of,
    next_address,
    refusal_of,
)
from ingest.sources.lines import Lines
from ingest.sources.manners import Server, Servers
from ingest.sources.robots import MOST, Rules, rules_in
from ingest.sources.settings import Reach
from ingest.sources.waiting import PASSING, wait_before

_MOST_REDIRECTS = 5
_LEADS_ON = (301, 302, 303, 307, 308)


class Fetcher:
    """Fetches for one run. Threads share it."""

    def __init__(self, reach: Reach, lines: Lines) -> None:
        """``lines`` are the connections it may open, and ends when told to."""
        self._reach = reach
        self._for_rules = replace(reach, most_bytes=MOST, cut=True)
        self._lines = lines
        self._servers = Servers(reach.delay)

    def fetch(self, address: Address, known: Stamp = UNKNOWN) -> Fetched:
        """What is at an address now; raises Unreadable, and Stopped when told to leave off."""
        here = address
        for _ in range(_MOST_REDIRECTS + 1):
            server = self._servers.named(here.server)
            self._refuse_if_unwanted(here, server)
            answer = self._patiently(here, server, known, self._reach)
            if answer.status not in _LEADS_ON:
                return judged(answer, here, server, known)
            here = next_address(here, answer)
        raise leads_nowhere(here)

    def _refuse_if_unwanted(self, address: Address, server: Server) -> None:
        with server.reading_rules:
            if server.rules is None:
                server.rules = self._rules_or_left(address, server)
        if not server.rules.allow(address.target):
            raise Unreadable(
                "fetch_robots",
                f"The robots.txt of {address.host} asks programs not to read this address. Ask "
                "whoever runs the website to allow TownClerk, or download the paper.",
            )

    def _rules_or_left(self, address: Address, server: Server) -> Rules:
        """The rules; a server of which they cannot be told is not asked for anything else."""
        server.refuse_if_left()
        try:
            return self._rules(address)
        except Unreadable as trouble:
            server.leave(trouble)
            raise

    def _rules(self, address: Address) -> Rules:
        here = linked(address, "/robots.txt")
        for _ in range(_MOST_REDIRECTS + 1):
            if here is None:
                break
            there = self._servers.named(here.server)
            answer = self._patiently(here, there, UNKNOWN, self._for_rules)
            if answer.status not in _LEADS_ON:
                return _rules_of(answer, here)
            here = linked(here, answer.said("Location") or "")
        return Rules()  # a robots.txt that cannot be found asks for nothing

    def _patiently(self, address: Address, server: Server, known: Stamp, reach: Reach) -> Answer:
        """An answer that is one: what may pass is waited for, and asked for again."""
        attempt = 0
        while True:
            attempt += 1
            answer, trouble = self._attempt(address, server, known, reach)
            if answer and (not answer.may_pass or is_challenge(answer)):
                return answer
            seconds = wait_before(attempt, answer, self._reach)
            if attempt == self._reach.attempts or seconds is None:
                break
            self._lines.wait(seconds)
        if trouble:
            server.troubled(trouble)
            raise trouble
        assert answer is not None  # noqa: S101 - where there is no trouble there is an answer
        return answer

    def _attempt(
        self, address: Address, server: Server, known: Stamp, reach: Reach
    ) -> tuple[Answer | None, Unreadable | None]:
        try:
            return self._once(address, server, known, reach), None
        except Unreadable as trouble:
            if trouble.reason not in PASSING:
                raise
            return None, trouble

    def _once(self, address: Address, server: Server, known: Stamp, reach: Reach) -> Answer:
        with server.turn(self._lines):
            numbers = checked_numbers(address, self._reach.networks)
            return ask(address, numbers, known.headers, reach, self._lines)


def _rules_of(answer: Answer, address: Address) -> Rules:
    """The rules in a robots.txt; one that is not there, or not for us to see, asks for nothing."""
    if answer.status == 200 and not looks_like_challenge(markup_of(answer)):
        return rules_in(answer.data)
    if answer.status < 500 and answer.status != 429:
        return Rules()
    raise refusal_of(answer, address)
