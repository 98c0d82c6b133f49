"""Words that were blacked out in a paper: the sign that stands where they were, and how it is said.

Their number and length are not told: one sign stands for however many follow on each other.
"""

from collections.abc import Iterable
from typing import Final, Literal

from index.records import ReportFacts

SIGN: Final = "█"
WARNING: Final = f"Words are blacked out in this paper; {SIGN} stands where they were."

Where = Literal["here", "elsewhere"]
_SAID: Final[dict[Where, str]] = {
    "here": f"words are blacked out here ({SIGN})",
    "elsewhere": "words are blacked out elsewhere in this paper",
}


def sign_after(pieces: Iterable[str]) -> list[str]:
    """The sign, to follow what a paper says so far; nothing where that ends with one.

    >>> sign_after(["Paid to "]), sign_after(["Paid to ", "█", " "])
    (['█'], [])
    """
    return [] if "".join(pieces).rstrip().endswith(SIGN) else [SIGN]


def blacked_out(text: str, report: ReportFacts) -> Where | None:
    """Where words are blacked out in a paper that a text is quoted from; None where none are.

    The sign is also drawn by papers that black out nothing, for bars and fillings.
    """
    if WARNING not in report.warnings:
        return None
    return "here" if SIGN in text else "elsewhere"


def say_blacked_out(text: str, report: ReportFacts) -> str:
    """The same in words; nothing where no words are."""
    where = blacked_out(text, report)
    return _SAID[where] if where else ""
