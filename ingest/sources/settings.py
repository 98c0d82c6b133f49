"""How a council's server may read the web: who it says it is, how slowly, and what it may reach."""

import ipaddress
import math
from collections.abc import Mapping
from dataclasses import dataclass

from index.errors import BadSettings
from ingest.limits import MAX_BYTES
from ingest.sources.proxies import Proxy, proxy_in

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

LONGEST_DELAY = 60.0  # seconds


@dataclass(frozen=True, slots=True)
class Reach:
    """What may be reached, and with what patience; times are in seconds."""

    contact: str = ""  # who answers for the requests: an e-mail or web address
    networks: tuple[Network, ...] = ()  # private ones that may be read from all the same
    delay: float = 2.0  # between two requests at one host
    silence: float = 30.0  # that a server may keep
    whole: float = 300.0  # that one answer may take
    patience: float = 120.0  # that a server may ask us to wait
    attempts: int = 4  # at an answer that may come yet
    most_bytes: int = MAX_BYTES
    proxy: Proxy | None = None  # by which public servers are reached
    cut: bool = False  # whether an answer with more bytes is cut off there, and not refused

    @property
    def agent(self) -> str:
        """Who we say we are: ourselves, and whom to write to."""
        return f"TownClerk/0.1 (reads council papers; {self.contact or 'no contact given'})"

    def proxy_to(self, number: str) -> Proxy | None:
        """The proxy to ask for a number; none for what is in a network of the council's own."""
        own = ipaddress.ip_address(number.partition("%")[0])
        return None if any(own in network for network in self.networks) else self.proxy


def reach_in(said: Mapping[str, str]) -> Reach:
    """The reach that the environment gives; raises BadSettings for what it says wrongly."""
    return Reach(
        contact=_contact(said.get("TOWNCLERK_CONTACT", "")),
        networks=_networks(said.get("TOWNCLERK_ALLOW_NETWORKS", "")),
        delay=_delay(said.get("TOWNCLERK_FETCH_DELAY") or "2"),
        proxy=proxy_in(said.get("TOWNCLERK_PROXY", "")),
    )


def _contact(text: str) -> str:
    contact = text.strip()
    if not contact.isascii() or not contact.isprintable() or len(contact) > 200:
        raise BadSettings(
            "TOWNCLERK_CONTACT is sent with every request for a paper: give one e-mail or web "
            "address, in plain letters."
        )
    return contact


def _networks(text: str) -> tuple[Network, ...]:
    try:
        return tuple(ipaddress.ip_network(each.strip()) for each in text.split(",") if each.strip())
    except ValueError as error:
        raise BadSettings(
            "TOWNCLERK_ALLOW_NETWORKS holds what is no network. Write networks such as "
            "10.20.0.0/16, separated by commas."
        ) from error


def _delay(text: str) -> float:
    try:
        delay = float(text)
    except ValueError:
        delay = math.nan
    if not 0 <= delay <= LONGEST_DELAY:
        raise BadSettings("TOWNCLERK_FETCH_DELAY is no number of seconds from 0 to 60, such as 2.")
    return delay
