"""PDF: whole paragraphs and tables from where things lie on the page."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import Para
from ingest.readers.pdf.reader import read
from support.pdfs import PITCH, TOP, Page, pdf, ruled, typed, written
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


@pytest.mark.parametrize(
    ("end", "below", "paragraphs"),
    [(".", "12.For the lake.", 2), (".", "12.A lake.", 2), (" in", "12.For the lake.", 1)],
)
def test_a_number_without_room_for_a_space_begins_a_paragraph_where_one_has_ended(
    end: str, below: str, paragraphs: int
) -> None:
    assert len(read(pdf(typed(FILL + end, below, font=2))).parts) == paragraphs


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


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.pdf.reader.MAX_PAGES", 2)
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
    data = bytearray(pdf(ruled(("Finance", "X"), ("Legal", ""))))
    data[place % len(data)] = byte
    assert refusal(bytes(data)) in ("read", "corrupt", "no_text", "encrypted", "unsupported")


def test_a_hundred_pages_take_little_time() -> None:
    page = typed(*[FILL] * 45)
    data = pdf(*[page] * 100)
    begun = time.process_time()
    assert read(data).pages == 100
    assert time.process_time() - begun < 10


def test_a_page_of_very_many_letters_is_read_in_bounded_time() -> None:
    line = b"BT /F0 3 Tf 10 700 Td " + b"(A bomb of text) Tj 0 -1 Td " * 4_000 + b"ET"
    begun = time.process_time()
    assert refusal(pdf(Page(drawn=[line]))) == "read"
    assert time.process_time() - begun < 30


def test_a_file_without_pages_is_corrupt_whatever_was_read_before_it() -> None:
    pages = written([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"])
    assert refusal(pdf(typed("Agreed."), password="secret")) == "encrypted"
    assert refusal(pages) == "corrupt"
