"""Tables of a PDF: ruled, tabbed, or only standing under each other."""

from ingest.pages import Table
from ingest.readers.pdf.reader import read
from support.pdfs import Page, pdf, ruled
from support.shown import shown

TICKS = (("Finance", "X", "Legal", ""), ("Staff", "", "Equality", "X"))


def test_a_ruled_table_keeps_each_tick_in_its_column() -> None:
    page = ruled(*TICKS).text(57, 700, "Implications:").text(57, 500, "None.")
    assert shown(read(pdf(page))) == ["Implications:", TICKS, "None."]


def test_cells_of_many_lines_are_whole_and_merged_cells_leave_empty_ones() -> None:
    page = Page().grid([57, 257, 457], [600, 560]).line(57, 580, 257, 580)
    page.line(57, 540, 457, 540).line(57, 560, 57, 540).line(457, 560, 457, 540)
    page.text(60, 586, "One").text(60, 566, "Two").text(260, 586, "Tall over")
    page.text(260, 572, "two rows").text(60, 546, "Wide over both columns")
    assert shown(read(pdf(page))) == [
        (("One", "Tall over two rows"), ("Two", ""), ("Wide over both columns", ""))
    ]


def test_lines_drawn_as_thin_boxes_rule_a_table_too() -> None:
    page = Page()
    for x in (57, 200, 350):
        page.box(x, 560, 0.5, 40)
    for y in (560, 580, 600):
        page.box(57, y, 293.5, 0.5)
    page.text(60, 586, "Ward").text(205, 586, "Cost").text(60, 566, "East").text(205, 566, "40")
    assert shown(read(pdf(page))) == [(("Ward", "Cost"), ("East", "40"))]


def test_a_frame_round_text_is_no_table() -> None:
    page = Page().grid([50, 400], [600, 550]).text(57, 580, "Agreed.").text(57, 560, "Noted.")
    assert shown(read(pdf(page))) == ["Agreed.", "Noted."]


def test_a_table_over_a_page_is_one_its_head_not_repeated_and_a_cut_row_mended() -> None:
    head = ("Ward", "Lead")
    first = ruled(head, ("East", "Jane Roe"), ("North", "Adam Doe"), top=100)
    second = ruled(head, ("", "of Parks"), ("West", "Eve Poe"), top=780)
    assert shown(read(pdf(first, second))) == [
        (head, ("East", "Jane Roe"), ("North", "Adam Doe of Parks"), ("West", "Eve Poe"))
    ]


def test_rows_of_figures_between_two_rules_are_rows() -> None:
    page = Page().grid([57, 157, 257], [600, 580, 520]).text(60, 586, "Ward").text(160, 586, "Cost")
    for n, (ward, cost) in enumerate([("East", "£40.50"), ("North", "1,200"), ("West", "15%")]):
        page.text(60, 564 - 16 * n, ward).text(160, 564 - 16 * n, cost)
    assert shown(read(pdf(page))) == [
        (("Ward", "Cost"), ("East", "£40.50"), ("North", "1,200"), ("West", "15%"))
    ]


def test_lines_of_words_between_two_rules_are_one_cell() -> None:
    page = Page().grid([57, 157, 257], [600, 550])
    for n, (one, other) in enumerate([("Jane Roe", "Adam Doe"), ("Head of", "Clerk to"),
                                      ("Parks", "Council")]):  # fmt: skip
        page.text(60, 586 - 14 * n, one).text(160, 586 - 14 * n, other)
    assert shown(read(pdf(page))) == [(("Jane Roe Head of Parks", "Adam Doe Clerk to Council"),)]


def _row(page: Page, y: float, *cells: tuple[float, str]) -> Page:
    for x, text in cells:
        page.text(x, y, text)
    return page


def test_cells_that_stand_under_each_other_are_a_table() -> None:
    page = _row(Page(), 700, (57, "Present"), (150, "Jane Roe"), (300, "JR"))
    _row(page, 686, (150, "Adam Doe"), (300, "AD"))
    _row(page, 672, (150, "Eve Poe"), (300, "EP"))
    assert shown(read(pdf(page))) == [
        (("Present", "Jane Roe", "JR"), ("", "Adam Doe", "AD"), ("", "Eve Poe", "EP"))
    ]


def test_a_row_whose_cells_come_one_after_another_is_one_row() -> None:
    """As programs write tables without rules: each cell's lines, then back up to the next."""
    page = _row(Page(), 700, (57, "Meeting:"), (150, "Cabinet"))
    _row(page, 686, (150, "Council"))
    _row(page, 700, (300, "Date:"), (360, "10 May 2024"))
    _row(page, 686, (360, "12 June 2024"))
    assert shown(read(pdf(page))) == [
        (("Meeting:", "Cabinet Council", "Date:", "10 May 2024 12 June 2024"),)
    ]


STOPS = [57 + 36 * n for n in range(14)]


def test_tabs_are_counted_where_their_stops_are_known() -> None:
    """Finance⇥✓⇥Legal and Staffing⇥⇥Equality: the longer word takes the tick a stop further."""
    page = _row(Page(), 700, (57, "Finance"), (STOPS[2], "X"), (STOPS[3], "Customer Services"))
    _row(page, 686, (57, "Human Resources"), (STOPS[3], "X"), (STOPS[4], "Equality"))
    _row(page, 672, (57, "Law"), (STOPS[2], "None of any significance"))
    assert shown(read(pdf(page))) == [
        (
            ("Finance", "X", "Customer Services"),
            ("Human Resources", "X", "Equality"),
            ("Law", "", "None of any significance"),
        )
    ]


def test_the_last_row_may_have_but_its_first_cell_filled() -> None:
    page = _row(Page(), 700, (57, "Finance"), (STOPS[3], "Customer Services"))
    _row(page, 686, (57, "Staffing"), (STOPS[2], "X"), (STOPS[3], "Equality"), (STOPS[5], "X"))
    _row(page, 672, (57, "Law")).text(57, 630, "There are no background papers.")
    assert shown(read(pdf(page))) == [
        (
            ("Finance", "", "Customer Services", ""),
            ("Staffing", "X", "Equality", "X"),
            ("Law", "", "", ""),
        ),
        "There are no background papers.",
    ]


def test_rows_set_with_tabs_are_told_from_ruled_ones() -> None:
    page = ruled(*TICKS)
    _row(page, 400, (57, "Present"), (150, "Jane Roe"), (300, "JR"))
    _row(page, 386, (150, "Adam Doe"), (300, "AD"))
    tables = [part for part in read(pdf(page)).parts if isinstance(part, Table)]
    assert [table.typed for table in tables] == [False, True]
