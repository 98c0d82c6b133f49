"""PDF: whole paragraphs and tables from where things lie on the page."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import Para
from ingest.readers.pdf import read
from support.pdfs import PITCH, TOP, Page, pdf, typed, written
from support.shown import refusal, shown

# Courier's letters are all 7.2 points wide at 12 points: lines break where one can count.
FILL = "The Committee considered at length the plan for all of the parks"


def test_lines_that_the_margin_broke_are_one_paragraph() -> None:
    page = typed(
        FILL,
        "within the borough. It was moved that this be noted.",
        "The Clerk was thanked.",
        font=2,
    )
    first, second = read(pdf(page)).parts
    assert first == Para(f"{FILL} within the borough. It was moved that this be noted.", page=1)
    assert second == Para("The Clerk was thanked.", page=1, gap=False)


def test_an_empty_line_parts_paragraphs() -> None:
    page = typed(FILL, "within the borough.", "", "Lease agreed.", font=2)
    assert read(pdf(page)).parts == (
        Para(f"{FILL} within the borough.", page=1),
        Para("Lease agreed.", page=1, gap=True),
    )


@pytest.mark.parametrize("label", ["2.", "(ii)", "b)", "2.1", "-", "•"])
def test_a_printed_label_begins_a_paragraph(label: str) -> None:
    page = typed("1. To approve the plan:", f"{label} To note the cost.", font=2)
    assert shown(read(pdf(page))) == ["1. To approve the plan:", f"{label} To note the cost."]


def test_a_dash_in_a_sentence_begins_none() -> None:
    page = typed(FILL + " now", "- with the consent of the Mayor - for the lake.", font=2)
    assert shown(read(pdf(page))) == [f"{FILL} now - with the consent of the Mayor - for the lake."]


def test_a_paragraph_hangs_under_its_text() -> None:
    page = Page().text(57, 700, "1.1", font=2).text(93, 700, FILL[:62], font=2)
    page.text(93, 686, "within the borough.", font=2).text(57, 658, "1.2", font=2)
    page.text(93, 658, "To note.", font=2)
    assert shown(read(pdf(page))) == [f"1.1 {FILL[:62]} within the borough.", "1.2 To note."]


def _long(n: int) -> list[str]:
    return [f"Line {n}.{k} ends here." for k in range(51)]


def test_a_paragraph_over_a_page_is_one() -> None:
    first = typed(*_long(1), FILL, font=2)
    second = typed("within the borough, as it is known.", *_long(2), font=2)
    paper = read(pdf(first, second))
    assert paper.pages == 2
    assert Para(f"{FILL} within the borough, as it is known.", 1, gap=False) in paper.parts


def test_sentences_that_end_with_a_page_stay_apart() -> None:
    first = typed("Agreed.", "", "", "The lease was agreed by the Committee as it had been moved.")
    assert shown(read(pdf(first, typed("The Clerk was thanked."))))[-2:] == [
        "The lease was agreed by the Committee as it had been moved.",
        "The Clerk was thanked.",
    ]


def test_running_headers_footers_and_page_numbers_are_margins() -> None:
    bodies = ["The lease was agreed.", "The plan was noted.", "Nobody spoke.", "All left."]
    pages = [
        typed("Exham Council: NOT FOR PUBLICATION", "", "", body).text(280, 30, f"Page {n} of 4")
        for n, body in enumerate(bodies, 1)
    ]
    paper = read(pdf(*pages))
    assert shown(paper) == bodies
    assert sorted(text.split()[0] for text in paper.margins) == ["Exham", "Page"]


def test_a_form_that_is_the_same_on_every_page_is_no_margin() -> None:
    assert len(shown(read(pdf(*[typed("Ward of member 1", "Signed") for _ in range(3)])))) == 6


def test_larger_and_bold_lines_are_headings() -> None:
    page = Page().text(57, 780, "Parks Plan", size=20).text(57, 750, "Background", font=1)
    page.text(57, 730, "The oak was felled in May.").text(57, 700, "RESOLVED:", font=1)
    page.text(57, 680, "That this be noted by all of those present at the meeting.")
    headings = [part.heading for part in read(pdf(page)).parts if isinstance(part, Para)]
    assert headings == [1, 6, None, None, None]


TICKS = (("Finance", "X", "Legal", ""), ("Staff", "", "Equality", "X"))


def _ruled(rows: tuple[tuple[str, ...], ...], top: float = 600, step: float = 20) -> Page:
    page, xs = Page(), [57 + 100 * n for n in range(len(rows[0]) + 1)]
    page.grid(xs, [top - step * n for n in range(len(rows) + 1)])
    for n, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            if text:
                page.text(x + 5, top - step * n - 14, text)
    return page


def test_a_ruled_table_keeps_each_tick_in_its_column() -> None:
    page = _ruled(TICKS).text(57, 700, "Implications:").text(57, 500, "None.")
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
    first = _ruled((head, ("East", "Jane Roe"), ("North", "Adam Doe")), top=100)
    second = _ruled((head, ("", "of Parks"), ("West", "Eve Poe")), top=780)
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


def test_weight_tells_nothing_where_all_is_bold() -> None:
    page = typed("Parks", "Oaks were felled", "Elms were felled", font=1)
    assert [getattr(part, "heading", None) for part in read(pdf(page)).parts] == [None] * 3


FORM = written(
    [
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R]>>>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[6 0 R]"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length 91>>stream\nBT /F 12 Tf 57 700 Td (Decision maker:) Tj 0 -40 Td "
        b"(This decision may be called in.) Tj ET\nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Annot/Subtype/Widget/FT/Tx/T(maker)/V(Jane Roe)/F 4/P 3 0 R"
        b"/Rect[160 695 300 715]/AP<</N 7 0 R>>>>",
        b"<</Type/XObject/Subtype/Form/BBox[0 0 140 20]/Resources<</Font<</F 5 0 R>>>>"
        b"/Length 41>>stream\nBT /F 12 Tf 2 5 Td (Jane Roe) Tj ET       \nendstream",
    ]
)


def test_what_is_filled_into_a_form_stands_beside_its_question() -> None:
    assert shown(read(FORM)) == ["Decision maker: Jane Roe", "This decision may be called in."]


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


def test_notes_in_a_column_beside_the_text_do_not_break_into_it() -> None:
    lines = [f"{FILL[: 55 - n % 3]}" for n in range(12)]
    page = typed(*lines, font=2)
    for n in (2, 5, 9):
        page.text(500, TOP - n * PITCH, "JR")
    found = shown(read(pdf(page)))
    assert found.count("JR") == 3
    assert not any("JR" in str(part) and part != "JR" for part in found)


def test_a_word_broken_at_a_lines_end_keeps_a_hyphen_of_its_own() -> None:
    page = typed(
        "The plan for the borough as a whole was agreed upon as a multi-",
        "agency one. In each borough a multi-agency board would be set up.",
        font=2,
    )
    (found,) = shown(read(pdf(page)))
    assert str(found).count("multi-agency") == 2


def test_a_word_that_stands_whole_elsewhere_loses_the_hyphen() -> None:
    page = typed(
        "The plan for the borough as a whole was made by the Commit-",
        "tee. The Committee thanked its Clerk for all she had done.",
        font=2,
    )
    (found,) = shown(read(pdf(page)))
    assert str(found).count("Committee") == 2


def test_blacked_out_words_are_left_out_with_a_warning() -> None:
    page = typed("Words that can be seen", "Words under black").box(50, TOP - PITCH - 4, 200, 14)
    paper = read(pdf(page))
    assert shown(paper) == ["Words that can be seen"]
    assert paper.warnings == ("Text that is blacked out was left out.",)


def test_white_words_on_black_are_read() -> None:
    page = Page().box(50, 696, 200, 16).text(57, 700, "White on black", ink="1 g")
    assert shown(read(pdf(page))) == ["White on black"]


@pytest.mark.parametrize(
    ("rotate", "matrix", "places"),
    [
        (90, "0 1 -1 0", [(100, 60), (114, 60)]),
        (180, "-1 0 0 -1", [(500, 100), (500, 114)]),
        (270, "0 -1 1 0", [(500, 700), (486, 700)]),
    ],
)
def test_a_turned_page_is_read_upright(
    rotate: int, matrix: str, places: list[tuple[int, int]]
) -> None:
    page = Page(rotate)
    for (x, y), text in zip(places, ("The lease was agreed.", "The plan was noted."), strict=True):
        page.drawn.append(f"BT /F0 12 Tf {matrix} {x} {y} Tm ({text}) Tj ET".encode())
    assert shown(read(pdf(page))) == ["The lease was agreed.", "The plan was noted."]


def test_two_columns_are_read_one_after_the_other() -> None:
    page = Page()
    for x, name in ((57, "Left"), (320, "Right")):
        for n in range(8):
            page.text(x, 700 - 14 * n, f"{name} column, line {n} ends.")
    found = shown(read(pdf(page)))
    assert found == [
        f"{side} column, line {n} ends." for side in ("Left", "Right") for n in range(8)
    ]


def test_a_page_is_read_downwards_whatever_order_it_was_drawn_in() -> None:
    page = Page().text(57, 600, "Last.").text(57, 700, "First.").text(57, 650, "Second.")
    assert shown(read(pdf(page))) == ["First.", "Second.", "Last."]


def test_the_files_own_facts_are_hints() -> None:
    found = read(pdf(typed("Agreed."), title="Parks Plan")).properties
    assert (found.title, found.created) == ("Parks Plan", date(2024, 3, 12))


def test_letters_beyond_ascii_are_kept() -> None:
    assert shown(read(pdf(typed("Müller’s £5 – “agreed” at 7½%")))) == [
        "Müller’s £5 – “agreed” at 7½%"
    ]


def test_a_password_is_told_from_damage() -> None:
    assert refusal(pdf(typed("Agreed."), password="secret")) == "encrypted"
    assert refusal(pdf(typed("Agreed."))[:200]) == "corrupt"


def test_a_pdf_that_only_its_owner_may_change_is_read_with_a_warning() -> None:
    paper = read(pdf(typed("Agreed."), password=""))
    assert shown(paper) == ["Agreed."]
    assert "opens without a password" in paper.warnings[0]


def test_pictures_of_pages_need_text_recognition() -> None:
    assert refusal(pdf(Page().scan(), Page().scan())) == "needs_ocr"
    paper = read(pdf(typed("Agreed."), Page().scan(), Page().scan()))
    assert paper.warnings == ("Pictures of text, not read: pages 2, 3.",)


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.pdf.MAX_PAGES", 2)
    assert refusal(pdf(*[typed("Agreed.")] * 3)) == "too_many_pages"


CYCLE = written(
    [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>",
    ]
)
NESTED = b"%PDF-1.4\n1 0 obj\n" + b"[" * 100_000 + b"]" * 100_000 + b"\nendobj\n%%EOF"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", NESTED, b"%PDF-" + bytes(5_000)])
def test_damaged_files_are_refused(data: bytes) -> None:
    assert refusal(data) == "corrupt"


def test_a_tree_of_pages_without_end_ends() -> None:
    assert refusal(CYCLE) in ("corrupt", "too_many_pages", "no_text")


@given(st.integers(0, 1_500), st.integers(0, 255))
def test_no_flipped_byte_is_more_than_damage(place: int, byte: int) -> None:
    data = bytearray(pdf(_ruled(TICKS)))
    data[place % len(data)] = byte
    assert refusal(bytes(data)) in ("read", "corrupt", "no_text", "encrypted", "unsupported")


def test_a_hundred_pages_take_little_time() -> None:
    page = typed(*[FILL] * 45)
    data = pdf(*[page] * 100)
    begun = time.process_time()
    assert read(data).pages == 100
    assert time.process_time() - begun < 10


def test_a_page_of_very_many_letters_is_read_in_bounded_time() -> None:
    line = b"BT /F0 1 Tf 10 700 Td " + b"(A bomb of text) Tj 0 -1 Td " * 4_000 + b"ET"
    begun = time.process_time()
    assert refusal(pdf(Page(drawn=[line]))) == "read"
    assert time.process_time() - begun < 30
