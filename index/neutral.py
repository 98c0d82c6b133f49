"""Papers that are withheld, told by a neutral title: a file's name may itself tell what is exempt.

On the server, `townclerk failures` says which file each is; elsewhere nothing does.
"""

import hashlib
from collections.abc import Iterable
from typing import Final

from index.runs import RunItem

_DIGITS: Final = 8  # of the hash


def short_id(source: str) -> str:
    """What a source is called where its name is not to be told; it stays the same.

    >>> short_id("/srv/papers/Sale of the quay to Salt Ltd.pdf")
    '53cf4dbe'
    """
    return hashlib.sha256(source.encode("utf-8", "surrogateescape")).hexdigest()[:_DIGITS]


def neutral_title(source: str) -> str:
    """The title of a source that is withheld."""
    return f"withheld paper {short_id(source)}"


def of_id(sources: Iterable[str], said: str) -> list[str]:
    """Those of some sources that are called so."""
    wanted = said.strip().casefold().removeprefix("withheld paper ")
    return [source for source in sources if short_id(source) == wanted]


def without_name(act: str, arguments: str, withheld: Iterable[RunItem]) -> str:
    """The arguments of an act as they are told where names of papers are not to be.

    A withheld paper is told by its neutral title, with the reason that was given; of any other
    act that names papers or folders, nothing is told.
    """
    if act not in ("ingest", "withdraw", "release", "forget"):
        return arguments
    for item in withheld:
        name, why = f"{item.source}: ", neutral_title(item.source)
        if item.outcome == "withheld" and arguments.startswith(name):
            return f"{why}: {arguments.removeprefix(name)}"
    return ""
