"""Print a paper's paragraphs and rows with the hashes by which questions name them as evidence."""

import argparse
from pathlib import Path

from index.evaluation.places import hash_of
from index.library import open_library


def main() -> None:
    """Each block of the papers whose path ends so: its hash, where it stands, its words."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", type=Path, help="a data folder")
    arguments.add_argument("source", help="the end of a paper's path")
    arguments.add_argument("--sentence", help="print the hash of these words instead")
    chosen = arguments.parse_args()
    if chosen.sentence:
        print(hash_of(chosen.sentence))
        return
    with open_library(chosen.data) as library:
        for report in library.reports():
            if report.source.endswith(chosen.source):
                print(report.source, report.kind, report.front.meeting_date, sep=" | ")
                for block in library.catalogue.blocks(report.report_id):
                    where = block.label or block.under or block.heading or ""
                    print(hash_of(block.words), block.kind, where, block.text, sep=" | ")


if __name__ == "__main__":
    main()
