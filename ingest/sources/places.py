"""What to read from the web, as it is named: an address, ``list:FILE`` or ``moderngov:https://…``."""

import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.doors import printable
from index.errors import NoSuchSource, Unreadable
from ingest.intake.sources import SkippedSource, name_of, path_of
from ingest.readers.decode import text_of
from ingest.sources.address import Address, address_of, is_address

LIST, _SITE = "list:", "moderngov:"
_PAGE = re.compile(r"/(?:mg|ie)\w{1,60}\.(?:aspx|asmx)(?:/\w*)?$", re.IGNORECASE)
_MOST_BYTES = 4 << 20  # of a list
_MOST_LINES = 20_000  # that say anything


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the web: its lasting name, and the addresses of papers or the one of a site.

    ``amiss`` are the lines of a list that are no address.
    """

    root: str
    addresses: tuple[Address, ...]
    is_site: bool = False
    amiss: tuple[SkippedSource, ...] = ()

    @property
    def may_be_empty(self) -> bool:
        """Whether it is a place still when nothing is in it: a list or a site."""
        return self.root.startswith((LIST, _SITE))


def is_online(argument: str) -> bool:
    """Whether an argument, or the name of a place read before, is on the web.

    >>> [is_online(text) for text in ("moderngov:https://a.gov.uk", "list:papers.txt", "papers")]
    [True, True, False]
    """
    return argument.startswith((LIST, _SITE)) or is_address(argument)


def place_of(argument: str) -> Place:
    """The place that an argument names; raises NoSuchSource, in a sentence, if it names none."""
    if argument.startswith(_SITE):
        site = _site(argument.removeprefix(_SITE))
        return Place(f"{_SITE}{site.text.rstrip('/')}", (site,), is_site=True)
    if argument.startswith(LIST):
        return _list(argument.removeprefix(LIST))
    address = address_of(argument)
    return Place(address.text, (address,))


def places_known(roots: Iterable[str]) -> tuple[list[Place], list[SkippedSource]]:
    """Places read before; a list that cannot be read now is skipped with a reason."""
    places: list[Place] = []
    skipped: list[SkippedSource] = []
    for root in sorted(roots):
        try:
            places.append(place_of(_argument(root)))
        except NoSuchSource as error:
            message = f"{error} To have it read no more, `townclerk forget` it."
            skipped.append(SkippedSource(root, root, "bad_list", message, is_folder=True))
    return places, skipped


def _argument(root: str) -> str:
    """What is to be said to name a place again: a list's name may hold bytes that are no text."""
    if root.startswith(LIST):
        return f"{LIST}{path_of(root.removeprefix(LIST))}"
    return root


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


def amiss_in(places: Iterable[Place]) -> list[SkippedSource]:
    """The lines of lists that are no address, each once."""
    return list(dict.fromkeys(line for place in places for line in place.amiss))


def _site(text: str) -> Address:
    """A ModernGov site by any address in it: "https://exham.gov.uk/mgListCommittees.aspx"."""
    address = address_of(text)
    folder = _PAGE.sub("", address.text.partition("?")[0]).rstrip("/")
    return address_of(f"{folder}/")


def _list(said: str) -> Place:
    """A file with one address a line; blank lines and those that begin with # say nothing.

    A line that is no address is told by its number and not by its words, which may be secret.
    """
    path = said if not said or "\0" in said else os.path.realpath(said)
    root = f"{LIST}{name_of(Path(path))}"
    lines = enumerate(map(str.strip, _text(path).splitlines()), 1)
    said_so = [(number, line) for number, line in lines if line and not line.startswith("#")]
    read = {number: _address_in(line) for number, line in said_so[: _MOST_LINES + 1]}
    found = dict.fromkeys(address for address in read.values() if address)
    if not found or len(read) > _MOST_LINES:
        raise NoSuchSource(
            f"{printable(path)} lists {len(found) or 'no'} addresses. Write one a line, up to "
            f"{_MOST_LINES:,}. Nothing was changed."
        )
    amiss = tuple(_amiss(root, number) for number, address in read.items() if not address)
    return Place(root, tuple(found), amiss=amiss)


def _address_in(line: str) -> Address | None:
    try:
        return None if "\N{REPLACEMENT CHARACTER}" in line else address_of(line)
    except NoSuchSource:
        return None


def _amiss(root: str, number: int) -> SkippedSource:
    message = (
        f"Line {number} of this list is no address that papers can be read from. It must begin "
        "with https:// or http:// and name a server, without a user or password in it. Mend the "
        "line, and ingest again; until then, what the list names no more is not taken out."
    )
    return SkippedSource(f"{root}:{number}", root, "bad_line", message, is_folder=True)


def _text(path: str) -> str:
    file = Path(path)
    try:
        if file.is_file() and file.stat().st_size <= _MOST_BYTES:
            return text_of(file.read_bytes())[0]
    except (OSError, ValueError, Unreadable):  # ValueError is for a NUL in its name
        pass
    raise NoSuchSource(
        f"The list “{printable(path)}” cannot be read. Name a text file that has one address a "
        "line. Nothing was changed."
    )
