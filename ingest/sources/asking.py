"""One request and its answer, without patience; trouble becomes a code and a sentence."""

import http.client
import ssl
from collections.abc import Mapping, Sequence

from index.errors import Unreadable
from ingest.sources.address import Address
from ingest.sources.answers import Answer, answer_of
from ingest.sources.lines import Line, Lines
from ingest.sources.proxies import ProxyRefused
from ingest.sources.settings import Reach


def ask(
    address: Address,
    numbers: Sequence[str],
    headers: Mapping[str, str],
    reach: Reach,
    lines: Lines,
) -> Answer:
    """The answer of the server at these numbers to a GET.

    Raises Unreadable: "fetch_timeout", "fetch_unreachable", "fetch_proxy", "fetch_tls",
    "fetch_broken", and what `answer_of` raises; and Stopped when told to leave off.
    """
    said = {**_usual(address, reach), **headers}
    with lines.line(reach.whole) as line:
        try:
            connection = http.client.HTTPConnection(address.host, address.port)
            connection.sock = line.open(address, numbers, reach)
            connection.request("GET", address.target, headers=said)
            with connection.getresponse() as response:
                answer = answer_of(response, reach.most_bytes, cut=reach.cut)
        except (OSError, http.client.HTTPException) as error:
            lines.refuse_if_ended()
            raise _told(error, address, line) from error
        except Unreadable as error:
            lines.refuse_if_ended()
            raise (_late(address) if line.is_late else error) from None
        if line.is_late:  # an answer without a length seems whole when it is cut
            raise _late(address)
        return answer


def _usual(address: Address, reach: Reach) -> dict[str, str]:
    """What every request says of itself."""
    return {
        "Host": address.server,
        "User-Agent": reach.agent,
        "Accept": "*/*",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _told(error: Exception, address: Address, line: Line) -> Unreadable:
    if line.is_late or isinstance(error, TimeoutError):
        return _late(address)
    if isinstance(error, ProxyRefused):
        return Unreadable(
            "fetch_proxy",
            f"The proxy in TOWNCLERK_PROXY does not lead to {address.host}: it {error}. Ask "
            "whoever runs it to let this server through, by number, and ingest again.",
        )
    if isinstance(error, ssl.SSLError):
        return Unreadable(
            "fetch_tls",
            f"The certificate of {address.host} is not valid for it, so that nothing was read. "
            "Tell whoever runs the website.",
        )
    if isinstance(error, http.client.HTTPException):
        return Unreadable(
            "fetch_broken",
            f"{address.host} broke off its answer, or answers as no web server does. Ingest "
            "again; if it stays so, tell whoever runs the website.",
        )
    return Unreadable(
        "fetch_unreachable",
        f"{address.host} cannot be reached. Check this server's network, and ingest again.",
    )


def _late(address: Address) -> Unreadable:
    return Unreadable(
        "fetch_timeout",
        f"{address.host} did not answer in time. Ingest again; if it stays so, download the paper "
        "and ingest the file.",
    )
