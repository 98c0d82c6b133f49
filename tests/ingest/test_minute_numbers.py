"""The number of a minute is kept in whatever style it is printed, all met or only some of them."""

import pytest

from index.records import FrontPage
from ingest.decisions import decisions
from ingest.structure import structure
from support.as_read import paper


def _minutes(*numbers: str) -> list[tuple[str | None, str | None]]:
    """The labels of the headings and of the decisions below them."""
    lines = ["Minutes of the Ferry Board held on Wednesday, 7 February 2024"]
    for number in numbers:
        lines += [f"{number} Ferry fares and slips", "RESOLVED that the fare be £2 from May."]
    text, blocks = structure(paper(*lines))
    found = decisions(text, blocks, "minutes", FrontPage())
    labels = [block.label for block in blocks if block.kind == "heading"]
    return list(zip(labels, [each.minute for each in found], strict=True))


@pytest.mark.parametrize(
    ("printed", "minutes"),
    [
        (("36", "37"), ("36", "37")),
        (("36", "38", "41"), ("36", "38", "41")),
        (("36:", "37:"), ("36", "37")),
        (("81.", "82."), ("81", "82")),
        (("PL.46", "PL.47"), ("PL.46", "PL.47")),
        (("C/20", "C/21"), ("C/20", "C/21")),
        (("CAB 14/25", "CAB 15/25"), ("CAB 14/25", "CAB 15/25")),
        (("Min. 12", "Min. 13"), ("Min. 12", "Min. 13")),
        (("Minute 12:", "Minute 13:"), ("Minute 12", "Minute 13")),
        (("No. 36", "No. 37"), ("No. 36", "No. 37")),
        (("CL 36", "CL 37"), ("CL 36", "CL 37")),
        (("P&L 46", "P&L 47"), ("P&L 46", "P&L 47")),
        (("2024-036", "2024-037"), ("2024-036", "2024-037")),
        (("24/33", "24/34"), ("24/33", "24/34")),
        (("PC23/045", "PC23/046"), ("PC23/045", "PC23/046")),
        (("81.",), ("81",)),
        (("C/20",), ("C/20",)),
    ],
)
def test_a_minutes_number_is_its_headings_label_and_its_decisions_minute(
    printed: tuple[str, ...], minutes: tuple[str, ...]
) -> None:
    assert _minutes(*printed) == [(minute, minute) for minute in minutes]
