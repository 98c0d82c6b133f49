"""The steps between finding a paper and its being searchable, by name, for tests of crashes."""

from typing import Literal

Step = Literal[
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


def reached(step: Step) -> None:
    """Nothing happens: a test puts in its place what is to go wrong at a step."""
