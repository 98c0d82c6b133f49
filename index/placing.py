"""Whether a paper's parts stand in its text where it says they do."""

from index.errors import Unreadable
from index.records import Report


def check_places(report: Report) -> None:
    """An excerpt is quoted by its place: a paper whose places are wrong must not get in."""
    misplaced = any(report.text[b.start : b.end] != b.text for b in report.blocks)
    if misplaced:
        raise Unreadable(
            "misplaced",
            "The paper was read, but its parts could not be found again in its text. Please "
            "report this with the paper, if it is public.",
        )
