"""Rows, whole, and the headings over their cells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import Table
from ingest.structure.tables import continues, rows
from support.as_read import table


def cells(*tables: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in rows(tables)]


def columns(*tables: Table) -> list[tuple[str, ...]]:
    return [row.columns for row in rows(tables)]


@pytest.mark.parametrize(
    "printed",
    [
        ("Report of | Meeting | Date", "Director of Trees | Cabinet | 10 November"),
        ("Report Author | Ext | Date | Doc ID", "Ann Hawes | 5104 | 30 May 2025 | "),
        ("Tree | Number", "Oak | 41", "Ash | 12"),
        (" | March 24 | March 25", "Oaks | 5,627 | 5,322", "Ashes | 41 | 52"),
        ("Tree | 2023/24 | 2024/25", "Oak | £1,200 | £1,300"),
        ("Tree | 2025/26 (£000) | 2026/27 (£000)", "Oak | 120 | 110", "Ash | 80 | 75"),
        ("Tree | Budget 2025/26 | Forecast 2025/26 £m", "Oak | 1.2 | 1.1", "Ash | 0.8 | 0.7"),
        ("Option | Score out of 100 | Cost", "Fell | 54 | £438,000", "Lop | 58 | £401,000"),
        ("Service Area | Lead Officer", "Trees | Ann Hawes", "Verges | Basil Thorn"),
        ("Risk | Likelihood | Impact", "Frost | Low | High", "Drought | High | Low"),
        (
            "Year | Fee agreed in June 2025 | Cost",
            "2026/27 | £185,000 | £41,000",
            "2027/28 | £1 | £0",
        ),
        ("Tree | Preserved", "Oak | ✓", "Ash | ✓"),
    ],
)
def test_a_heading_row_names_the_columns_below_it(printed: tuple[str, ...]) -> None:
    head, *below = rows([table(*printed)])
    assert head.columns == ()
    assert {row.columns for row in below} == {head.cells}


@pytest.mark.parametrize(
    "printed",
    [
        ("Finance | ✓ | Customer Services | ", "Legal | | Equality | ✓"),
        ("Trees | X | Verges | X", "Hedges | X | Parks | X"),
        ("Meeting: | Cabinet", "Date: | 10 November 2025"),
        ("Subject | Oak Strategy", "Decision maker | Ann Hawes", "Date of decision | 3 May 2025"),
        ("Oak | Hollin Lane", "Ash | Mill Lane", "Elm | Church Lane"),
        ("Oak | 41", "Ash | 12"),
        ("2025/26 | £41", "2026/27 | £12"),
        ("14 Market Place | Granted", "15 Mill Lane | Refused"),
        ("Name | Post",),
    ],
)
def test_a_table_without_a_heading_row_has_no_columns(printed: tuple[str, ...]) -> None:
    assert set(columns(table(*printed))) == {()}


def test_the_rows_the_format_marks_are_the_heading() -> None:
    found = rows([table("Oaks | Ashes", "felled | lopped", "4 | 5", header_rows=2)])
    assert [row.columns for row in found] == [(), (), ("Oaks felled", "Ashes lopped")]


def test_a_row_broken_over_lines_is_one_row_again() -> None:
    found = cells(
        table("Legal | | No significant effect in this | ", " | | area | ", "Oak | ✓ | Ash | ✓")
    )
    assert found == [
        ("Legal", "", "No significant effect in this area", ""),
        ("Oak", "✓", "Ash", "✓"),
    ]


def test_cells_that_run_on_are_joined_each_to_its_own() -> None:
    found = cells(
        table(
            "Better lives for all | A town to feel",
            "and for each | At home in",
            "Taking part in their | ✓",
            "Parishes | ",
        )
    )
    assert found == [
        ("Better lives for all and for each", "A town to feel At home in"),
        ("Taking part in their Parishes", "✓"),
    ]


def test_a_new_row_with_an_empty_first_cell_stays_a_row() -> None:
    printed = ("Trees | Oak | 41", " | Ash | 12", " | | £300")
    assert len(cells(table("Kind | Tree | Number", *printed))) == 4


@pytest.mark.parametrize(
    "printed",
    [
        ("Call-in | Yes", "Wards affected | All"),
        ("Report by | Clerk", "Ward | All"),
        ("oak | felled", "ash | lopped"),
        ("Oak. | Felled", "and ash | Lopped"),
        ("Oak | felled", " | 41"),
        ("Oak | felled", "Ash | lopped and pruned"),
    ],
)
def test_rows_that_only_look_broken_stay_two(printed: tuple[str, ...]) -> None:
    assert len(cells(table(*printed))) == 2


def test_rows_of_a_format_that_keeps_them_whole_are_never_joined() -> None:
    assert len(rows([table("Oak | felled", "and ash | and lopped")], broken=False)) == 2


def test_labels_and_values_have_no_heading_row_even_where_the_format_marks_one() -> None:
    found = rows([table("Reference | OAK/12", "Subject | Oaks", "Date | 4 May", header_rows=1)])
    assert {row.columns for row in found} == {()}


def test_a_row_cut_by_the_page_is_joined_and_keeps_its_page() -> None:
    first = table("Service Area | Lead Officer", "Trees | Ann Hawes Head of", page=1)
    second = table(" | Trees 01629 555 0100", "Verges | Basil Thorn", page=2)
    assert continues(first, second)
    found = rows([first, second])
    assert [(row.cells, row.page) for row in found[1:]] == [
        (("Trees", "Ann Hawes Head of Trees 01629 555 0100"), 1),
        (("Verges", "Basil Thorn"), 2),
    ]
    assert {row.columns for row in found[1:]} == {("Service Area", "Lead Officer")}


def test_a_heading_row_repeated_on_the_next_page_is_kept_but_heads_nothing() -> None:
    first = table("Tree | Number", "Oak | 41", page=1)
    second = table("Tree | Number", "Ash | 12", page=2)
    assert continues(first, second)
    assert columns(first, second) == [(), ("Tree", "Number"), (), ("Tree", "Number")]


def test_a_table_with_other_headings_or_further_on_is_another_table() -> None:
    first = table("Tree | Number", "Oak | 41", page=1)
    assert not continues(first, table("Road | Length", "High Street | 12", page=2))
    assert not continues(first, table("Ash | 12", page=3))
    assert not continues(first, table("Ash | 12 | 4", page=2))


texts = st.lists(st.text("aB1✓ and,", max_size=8), min_size=3, max_size=3).map(tuple)


@given(st.lists(texts, max_size=8), st.integers(0, 3))
def test_no_cell_loses_or_gains_a_word(printed: list[tuple[str, ...]], header_rows: int) -> None:
    found = cells(Table(tuple(printed), header_rows=header_rows))
    before = sorted(word for row in printed for cell in row for word in cell.split())
    assert sorted(word for row in found for cell in row for word in cell.split()) == before
    assert all(len(row) == 3 for row in found)
