"""Tables in Rich Text: their cells at their columns."""

import pytest

from ingest.pages import Table
from ingest.readers.rtf import read
from support.rtfs import para, row, rtf
from support.shown import refusal, shown

PLAIN = r"\cellx2000\cellx4000\cellx6000"


def test_rows_are_a_table_until_a_paragraph_outside_of_it() -> None:
    body = row("Ward", "Cost") + row("East", r"\'a340") + para("After") + row("A", "B")
    assert shown(read(rtf(body))) == [(("Ward", "Cost"), ("East", "£40")), "After", (("A", "B"),)]


def test_a_row_is_described_before_its_cells_or_behind_them_or_as_the_one_above() -> None:
    body = (
        r"\pard\intbl A\cell B\cell{\trowd\cellx1000\cellx2000\row}"
        r"\trowd\cellx1000\cellx2000\intbl C\cell D\cell\row\intbl E\cell F\cell\row"
    )
    assert shown(read(rtf(body))) == [(("A", "B"), ("C", "D"), ("E", "F"))]


def test_a_row_whose_writer_forgot_to_say_so_is_one() -> None:
    assert shown(read(rtf(r"\trowd\cellx100\cellx200 A\cell B\par C\cell\row"))) == [
        (("A", "B C"),)
    ]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("A", "B", "C"), row("Both", "D", definition=r"\cellx4000\cellx6000"), ("Both", "", "D")),
        (("A", "B", "C"), row("D", "Both", definition=r"\cellx2010\cellx5990"), ("D", "Both", "")),
        (
            ("A", "B", "C"),
            row("Both", "", "D", definition=r"\clmgf\cellx2000\clmrg\cellx4000\cellx6000"),
            ("Both", "", "D"),
        ),
        (
            ("A", "B", "C"),
            row("One", "two", "D", definition=r"\clmgf\cellx2000\clmrg\cellx4000\cellx6000"),
            ("One two", "", "D"),
        ),
        (
            ("A", "B", "C"),
            row("gone", "D", "E", definition=r"\clvmrg\cellx2000\cellx4000\cellx6000"),
            ("", "D", "E"),
        ),
        (
            ("A", "B", "C"),
            row("D", "E", definition=r"\trleft2000\cellx4000\cellx6000"),
            ("", "D", "E"),
        ),
        (("A", "B", "C"), row("D", "E", "F", definition=r"\cellx1"), ("D", "E", "F")),
        (("A", "B", "C"), row("D", "E", "F", definition=r"\cellx9\cellx8\cellx7"), ("D", "E", "F")),
    ],
)  # fmt: skip
def test_spans_and_merges_leave_empty_cells(
    first: tuple[str, ...], second: str, expected: tuple[str, ...]
) -> None:
    (found,) = read(rtf(row(*first, definition=PLAIN) + second)).parts
    assert isinstance(found, Table)
    assert [cells[: len(expected)] for cells in found.rows][1] == expected


def test_head_rows_are_counted() -> None:
    body = row("Ward", "Cost", definition=r"\trhdr\cellx1\cellx900") + row("East", "1")
    (found,) = read(rtf(body)).parts
    assert isinstance(found, Table)
    assert found.header_rows == 1


@pytest.mark.parametrize(("first", "last"), [(r"\irow0", r"\irow1\lastrow"), ("", r"\lastrow")])
def test_a_table_straight_below_another_is_told_by_its_rows(first: str, last: str) -> None:
    edges = r"\cellx100\cellx900"
    table = row("A", "B", definition=first + edges) + row("C", "D", definition=last + edges)
    assert shown(read(rtf(table + table))) == [(("A", "B"), ("C", "D"))] * 2


def test_a_section_ends_a_table() -> None:
    table = row("A", "B")
    ended = table + r"\pard\sect\sectd " + table + r"\pard\itap0\sect The end"
    assert shown(read(rtf(ended))) == [(("A", "B"),), (("A", "B"),), "The end"]


def test_a_cell_holds_its_paragraphs_lists_and_tables_in_order() -> None:
    nested = (
        r"\pard\intbl\itap2 Oak\nestcell Elm\nestcell{\*\nesttableprops\trowd\cellx100\cellx200"
        r"\nestrow}{\nonesttables\par}\pard\intbl\itap1 "
    )
    full = rf"Plant:\par{{\listtext 1.\tab}}trees\par{nested}by May"
    assert shown(read(rtf(row(full, "Parks")))) == [(("Plant: 1. trees Oak Elm by May", "Parks"),)]


def test_an_empty_cell_more_than_the_row_has_is_none() -> None:
    body = r"\trowd\cellx100\cellx900\intbl A\cell B\cell\cell\row\intbl C\cell D\cell\row"
    assert shown(read(rtf(body))) == [(("A", "B"), ("C", "D"))]


def test_a_frame_of_one_cell_is_paragraphs() -> None:
    assert shown(read(rtf(row(r"A\par B")))) == ["A", "B"]


def test_numbers_set_in_a_column_go_back_to_their_paragraphs() -> None:
    long = "To note the cost of the felling of one oak in the park."
    body = row("1.1", long) + row("1.2", r"To agree:\par - the plan")
    assert shown(read(rtf(body))) == [f"1.1 {long}", "1.2 To agree:", "- the plan"]


def test_deleted_rows_go_and_empty_ones_stay() -> None:
    body = row("A", "B") + row(r"{\deleted C}", r"{\deleted D}") + row("", "") + row("E", "F")
    assert shown(read(rtf(body))) == [(("A", "B"), ("", ""), ("E", "F"))]


def test_a_table_that_the_file_breaks_off_is_kept() -> None:
    assert shown(read(rtf(r"\trowd\cellx1\cellx900\intbl A\cell B\cell\row\intbl C\cell D"))) == [
        (("A", "B"), ("C", "D"))
    ]


def test_a_table_that_would_fill_the_memory_is_refused() -> None:
    narrow = row("Fee", "B", definition=r"\cellx100\cellx9000") * 2_500
    wide = row("A", "B", definition="".join(rf"\cellx{n * 100}" for n in range(1, 99)))
    assert refusal(rtf(narrow + wide)) == "read"
    swollen = "".join(rf"\cellx{n * 100}" for n in range(1, 95))
    many = r"\trowd" + swollen + r"\intbl A" + r"\cell" * 94 + r"\row"
    assert refusal(rtf(many + narrow)) == "too_big"
