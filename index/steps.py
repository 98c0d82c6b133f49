"""The steps of an ingest, a backup and a restoring, by name, for tests of crashes."""

from typing import Literal

IngestStep = Literal[
    "papers_found",  # folders were walked; nothing is written yet
    "paper_copied",  # its bytes are in memory, and hashed
    "paper_understood",  # the reading process has answered
    "before_commit",  # a transaction is written and not yet kept
    "committed",  # it is kept
    "index_written",  # the new files of the index are there, and nobody reads them
    "index_synced",  # and are safe on disk
    "index_published",  # readers find them; the catalogue has not noted it
    "index_swept",  # what they took the place of is deleted
]

CopyStep = Literal[
    "backup_begun",  # there is a draft, and nothing in it
    "backup_copied",  # the databases are in it, as they are at one moment
    "backup_described",  # and what they should be is written down
    "backup_safe",  # all of it is on disk, and packed where it is to be one file
    "backup_placed",  # it has the name that was asked for
    "restore_begun",  # the data folder is marked as half restored
    "restore_brought",  # the files are there, compared, under other names
    "restore_placed",  # they have their names; there is no index yet
]
Step = IngestStep | CopyStep


def reached(step: Step) -> None:
    """Nothing happens: a test puts in its place what is to go wrong at a step."""
