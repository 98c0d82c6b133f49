"""What an address may lead to: the public internet, and private networks only where allowed.

A name is looked up once, and the connection is made to the very number that was looked at, so that
a name that leads elsewhere a moment later leads nowhere.
"""

import ipaddress
import socket
from collections.abc import Sequence

from index.errors import Unreadable
from ingest.sources.address import Address
from ingest.sources.settings import Network

Number = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Set aside for protocols and old tunnels: no council publishes there.
_SET_ASIDE = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "2001::/23")))


def checked_numbers(address: Address, allowed: Sequence[Network]) -> list[str]:
    """The numbers of an address's host, all of which may be reached.

    Raises Unreadable: "fetch_unknown_name"; "fetch_unreachable" if names cannot be looked up now;
    and "fetch_private" if any of its numbers is of a network that is not to be reached.
    """
    try:
        found = socket.getaddrinfo(address.host, address.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise _not_found(address, error) from error
    numbers = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if not all(may_be_reached(number, allowed) for number in numbers):
        raise Unreadable(
            "fetch_private",
            f"{address.host} is in a private network, and nothing was asked of it. If papers are "
            "to be read from there, name the network in TOWNCLERK_ALLOW_NETWORKS.",
        )
    return numbers


def _not_found(address: Address, error: Exception) -> Unreadable:
    if isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN:
        return Unreadable(
            "fetch_unreachable",
            f"The name {address.host} cannot be looked up now. Check this server's network, and "
            "ingest again.",
        )
    return Unreadable(
        "fetch_unknown_name",
        f"There is no server named {address.host}. Check the address, and ingest the right one.",
    )


def may_be_reached(number: str, allowed: Sequence[Network]) -> bool:
    """Whether a number is public, or of a network that is allowed.

    >>> [may_be_reached(n, ()) for n in ("8.8.8.8", "10.0.0.1", "::ffff:10.0.0.1", "2002:a00:1::")]
    [True, False, False, False]
    """
    plain = _plain(ipaddress.ip_address(number.partition("%")[0]))
    if any(plain in network for network in allowed):
        return True
    aside = any(plain in network for network in _SET_ASIDE)
    return plain.is_global and not (aside or plain.is_multicast or plain.is_reserved)


def _plain(number: Number) -> Number:
    """The number itself, out of one that only wraps it."""
    if isinstance(number, ipaddress.IPv6Address):
        if number in _NAT64:
            return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
        return number.ipv4_mapped or number.sixtofour or number
    return number
