"""What reading our own papers gives, as a fingerprint of each, and the file that notes them.

``make readings`` notes them anew.
"""

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import TypedDict

import msgspec

from index.errors import Unreadable, Withheld
from index.shelf import READER_VERSION
from ingest.packs.reading import read_papers
from support.reading_samples import ROOT, samples

NOTED = ROOT / "tests" / "readings.json"
RAISE = (
    "Papers are read otherwise than was noted: raise READER_VERSION in index/shelf.py, so that "
    "every paper held is read again, and run `make readings`."
)


class Noted(TypedDict):
    """The version of the rules, and every paper's fingerprint under them."""

    reader_version: int
    papers: dict[str, str]


def readings() -> dict[str, str]:
    """The fingerprint of every paper as it is read today, by its name."""
    return {name: fingerprint(data, name) for name, data in samples()}


def fingerprint(data: bytes, name: str) -> str:
    """A short hash of all that is read in a file; it tells nothing of how it was saved."""
    digest = hashlib.sha256()
    for told in _told(data, name):
        digest.update(told + b"\n")
    return digest.hexdigest()[:16]


def noted() -> Noted:
    """What is noted."""
    return msgspec.json.decode(NOTED.read_bytes(), type=Noted)


def changed(before: Noted, today: dict[str, str]) -> list[str]:
    """The papers that are read otherwise today; one that is no more has not changed."""
    was = before["papers"]
    return [name for name, now in today.items() if was.get(name, now) != now]


def _told(data: bytes, name: str) -> Iterator[bytes]:
    """Each paper of a file as it is understood, or why none is."""
    try:
        found = read_papers(data, name)
    except (Unreadable, Withheld) as refused:
        yield f"{type(refused).__name__}: {refused.reason}".encode()
        return
    for report in found.reports:
        yield msgspec.json.encode(replace(report, sha256=""), order="deterministic")
    for member in found.unpacking.members if found.unpacking else ():
        yield from _told(member.data, f"{name}#{member.name}")


def main() -> None:
    """Note the readings of today; refuse where that would hide that the rules have changed."""
    today = readings()
    if NOTED.exists():
        before = noted()
        if before["reader_version"] == READER_VERSION and changed(before, today):
            sys.exit(RAISE)
    told = Noted(reader_version=READER_VERSION, papers=today)
    NOTED.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
