"""What to read from the web, as it is named: an address, ``list:FILE`` or ``moderngov:https://…``."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.doors import printable
from index.errors import NoSuchSource
from ingest.intake.sources import SkippedSource, name_of
from ingest.sources.address import Address, address_of, is_address

_LIST, _SITE = "list:", "moderngov:"
_PAGE = re.compile(r"/(?:mg|ie)\w{1,60}\.(?:aspx|asmx)(?:/\w*)?$", re.IGNORECASE)
_MOST_BYTES = 4 << 20  # of a list
_MOST_ADDRESSES = 20_000


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the web: its lasting name, and the addresses of papers or the one of a site."""

    root: str
    addresses: tuple[Address, ...]
    is_site: bool = False


def is_online(argument: str) -> bool:
    """Whether an argument, or the name of a place read before, is on the web.

    >>> [is_online(text) for text in ("moderngov:https://a.gov.uk", "list:papers.txt", "papers")]
    [True, True, False]
    """
    return argument.startswith((_LIST, _SITE)) or is_address(argument)


def place_of(argument: str) -> Place:
    """The place that an argument names; raises NoSuchSource, in a sentence, if it names none."""
    if argument.startswith(_SITE):
        site = _site(argument.removeprefix(_SITE))
        return Place(f"{_SITE}{site.text.rstrip('/')}", (site,), is_site=True)
    if argument.startswith(_LIST):
        path = argument.removeprefix(_LIST)
        path = path if not path or "\0" in path else os.path.realpath(path)
        return Place(f"{_LIST}{name_of(Path(path))}", tuple(_listed(path)))
    address = address_of(argument)
    return Place(address.text, (address,))


def places_known(roots: Iterable[str]) -> tuple[list[Place], list[SkippedSource]]:
    """Places read before; a list that cannot be read now is skipped with a reason."""
    places: list[Place] = []
    skipped: list[SkippedSource] = []
    for root in sorted(roots):
        try:
            places.append(place_of(root))
        except NoSuchSource as error:
            skipped.append(SkippedSource(root, root, "bad_list", str(error), is_folder=True))
    return places, skipped


def expected_of(places: Sequence[Place]) -> int:
    """How many papers are expected at first: of a site, its list of committees and its end."""
    sites = sum(place.is_site for place in places)
    return 2 * sites + len(papers_of(places))


def papers_of(places: Iterable[Place]) -> dict[Address, Place]:
    """The single addresses, each with the place that names it first."""
    found: dict[Address, Place] = {}
    for place in places:
        for address in () if place.is_site else place.addresses:
            found.setdefault(address, place)
    return found


def _site(text: str) -> Address:
    """A ModernGov site by any address in it: "https://exham.gov.uk/mgListCommittees.aspx"."""
    address = address_of(text)
    folder = _PAGE.sub("", address.text.partition("?")[0]).rstrip("/")
    return address_of(f"{folder}/")


def _listed(path: str) -> Iterator[Address]:
    """The addresses in a file: one a line; blank lines and those that begin with # say nothing."""
    seen: set[str] = set()
    for number, line in enumerate(_text(path).splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        try:
            address = address_of(text)
        except NoSuchSource as error:
            raise NoSuchSource(f"Line {number} of {printable(path)}: {error}") from error
        if address.text not in seen:
            seen.add(address.text)
            yield address
    if not 0 < len(seen) <= _MOST_ADDRESSES:
        raise NoSuchSource(
            f"{printable(path)} lists {len(seen)} addresses. Write one a line, up to "
            f"{_MOST_ADDRESSES:,}. Nothing was changed."
        )


def _text(path: str) -> str:
    file = Path(path)
    try:
        if file.is_file() and file.stat().st_size <= _MOST_BYTES:
            return file.read_text("utf-8-sig")
    except (OSError, ValueError):  # ValueError is for what is no text, and for a NUL in its name
        pass
    raise NoSuchSource(
        f"The list “{printable(path)}” cannot be read. Name a text file that has one address a "
        "line. Nothing was changed."
    )
