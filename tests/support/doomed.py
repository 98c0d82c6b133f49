"""Run in a process of its own, to be killed: writes to a library, and says what it has done.

python doomed.py DATA WORK VERSION: "ready" before it begins, then a line for each paper that the
ledger has; "done" at the end.
"""

import hashlib
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from index import merging
from index.records import Report
from index.shelf import Shelf, open_shelf
from support.small_reports import met, report

PAPERS = 24  # that there are to be changed
SECRETS = 6  # of them, that may be withheld and let out again


def paper(number: int, version: int) -> Report:
    """A paper that can be asked for by its number and version."""
    text = f"# Plot {number}\n1. The council keeps {mark(number, version)} of the common.\n" + (
        f"2. The grass of the common is cut in June and in plot{number} again in August."
    )
    own = hashlib.sha256(text.encode()).hexdigest()
    return replace(report(text, f"papers/{number}.txt"), sha256=own)


def mark(number: int, version: int) -> str:
    """A word that one version of one paper has."""
    return f"plot{number}version{version}"


def load(shelf: Shelf, version: int) -> None:
    """As a first ingest does: much at once, published at its own pace and at the end."""
    for number in range(PAPERS):
        _add(shelf, number, version)


def change(shelf: Shelf, version: int) -> None:
    """As daily ingests do: a few papers, published at once; segments are soon merged."""
    merging.MOST_SEGMENTS = 2
    for number in range(PAPERS):
        _add(shelf, number, version)
        if number % 3 == 2:
            shelf.publish()


def withhold(shelf: Shelf, version: int) -> None:
    """What is taken out goes from the index's files as well."""
    for number in range(SECRETS):
        shelf.withhold(met(paper(number, version)), "exempt")
        print(f"withheld {number}", flush=True)
    shelf.publish(purge=True)
    for number in range(SECRETS):
        _add(shelf, number, version)


def rebuild(shelf: Shelf, version: int) -> None:
    """Everything is cut and indexed anew."""
    shelf.rebuild()


WORKS: dict[str, Callable[[Shelf, int], None]] = {
    work.__name__: work for work in (load, change, withhold, rebuild)
}


def _add(shelf: Shelf, number: int, version: int) -> None:
    one = paper(number, version)
    shelf.add(one, met(one), one.text.encode())
    print(f"added {number}", flush=True)


def main(data: Path, work: str, version: int) -> None:
    """Do one sort of work."""
    print("ready", flush=True)
    with open_shelf(data, arguments=work) as shelf:
        WORKS[work](shelf, version)
    print("done", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
