"""Run in a process of its own: adds made-up papers, as an ingest does, until its input ends.

python -m tests.benchmarks.filling DATA
"""

import sys
import threading
from dataclasses import replace
from pathlib import Path

from index.shelf import open_shelf
from tests.benchmarks.corpus import corpus
from tests.benchmarks.loading import added

_ENDLESS = 10_000_000


def main(data: Path) -> None:
    """Add papers that are in no other run, at the pace at which an ingest publishes."""
    ended = threading.Event()
    threading.Thread(target=_wait, args=(ended,), daemon=True).start()
    with open_shelf(data, arguments="benchmark, beside answers") as shelf:
        for number, paper in enumerate(corpus(_ENDLESS, seed=99)):
            added(shelf, replace(paper, source=f"beside/{paper.source}"))
            if number == 0:
                shelf.publish()
                print("begun", flush=True)
            if ended.is_set():
                return


def _wait(ended: threading.Event) -> None:
    sys.stdin.read()
    ended.set()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
