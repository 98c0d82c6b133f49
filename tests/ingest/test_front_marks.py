"""Items, parts, yes and no are read as printed; what is marked as another day's is left alone."""

import pytest

from index.records import Block, FrontPage
from ingest.frontpage import read_front_page
from ingest.pages import Properties
from support.papers import heading, lay_out, para


def _front(*blocks: Block) -> FrontPage:
    return read_front_page(lay_out(*blocks)[1], Properties(), "paper.pdf")[0]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("Yes", True),
        ("No – below £500,000", False),
        ("Non-key", False),
        ("Yes ☐ No ☒", False),
        ("☑ Yes ☐ No", True),
        ("Yes/No", None),
        ("Yes ☐ No ☐", None),
        ("Not applicable", None),
        ("N/A", None),
    ],
)
def test_a_yes_or_no_is_read_as_it_is_ticked(value: str, key: bool | None) -> None:
    assert _front(para(f"Key decision: {value}"), heading("Purpose")).key_decision is key


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("PART I", 1),
        ("Part A – Public", 1),
        ("(Part 1: open to the public)", 1),
        ("Part 2 – Exempt", 2),
        ("Part 1 of Schedule 12A", None),
        ("Part 2 – not applicable", None),
    ],
)
def test_a_part_is_that_of_the_paper(line: str, part: int | None) -> None:
    assert _front(para(line), heading("Trees")).part == part


def test_a_paper_in_two_parts_is_in_neither() -> None:
    assert _front(para("PART I"), para("PART II"), heading("Trees")).part is None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Agenda Item 7", "7"),
        ("ITEM NO. 5", "5"),
        ("Item No: 5.1", "5.1"),
        ("Agenda item number: 4 (a)", "4(a)"),
        ("Item B2", "B2"),
        ("Item 8: Bus franchising", "8"),
        ("Agenda item: Bus franchising", None),
        ("ITEM NO.", None),
    ],
)
def test_the_item_a_paper_was_is_its_number(line: str, number: str | None) -> None:
    assert _front(para(line), heading("Trees")).item_number == number


@pytest.mark.parametrize("label", ["Date of next meeting", "Next meeting:", "Signed:", "Approved"])
def test_a_day_below_another_days_label_is_not_the_meetings(label: str) -> None:
    lines = ("EXHAM TOWN COUNCIL", "Minutes", label, "Tuesday 4 May 2021")
    assert _front(*map(para, lines)).meeting_date is None
