"""Run in a process of its own: shelves papers until it is done or killed.

python shelving.py DATA FIRST LAST: adds papers FIRST to LAST, publishing after each, and says so.
"""

import sys
from pathlib import Path

from index.shelf import open_shelf
from support.small_reports import met, report


def main(data: Path, first: int, last: int) -> None:
    with open_shelf(data, arguments="papers") as shelf:
        for number in range(first, last):
            paper = report(f"1. The council keeps plot{number} of the common.", f"{number}.txt")
            shelf.add(paper, met(paper), b"bytes")
            shelf.publish()
            print(number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
