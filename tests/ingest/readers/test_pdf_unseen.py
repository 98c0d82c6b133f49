"""Words that a PDF holds and does not show are not kept; where meant to be hidden, they shut it."""

import pytest

from index.blacked_out import WARNING as BLACKED_OUT
from index.errors import Withheld
from ingest.pages import Para
from ingest.readers.pdf import read
from ingest.reading import read_paper
from support.pdfs import LEFT, PITCH, TOP, Page, pdf, typed
from support.scanned import scanned, with_notes

SECRET = "Zebrafinch Ltd"
HIDDEN = "Hidden text was left out."
FIRST, SECOND = TOP, TOP - PITCH
OVER_SECOND = (50.0, SECOND - 4.0, 200.0, 14.0)


def said(data: bytes) -> str:
    parts = [part for part in read(data).parts if isinstance(part, Para)]
    return " ".join(part.text for part in parts)


def held_back(data: bytes) -> bool:
    with pytest.raises(Withheld) as refused:
        read_paper(data, "paper.pdf")
    assert "Zebrafinch" not in str(refused.value)
    return refused.value.reason == "bad_redaction"


def two_lines(second: str = SECRET, ink: str = "0 g") -> Page:
    return typed("The tender of").text(LEFT, SECOND, second, ink=ink)


@pytest.mark.parametrize("colour", ["0 g", "1 g", "0.5 g", "0 0 0.6 rg", "0.1 0.1 0.1 rg"])
def test_words_under_a_box_of_any_colour_shut_the_paper(colour: str) -> None:
    assert held_back(pdf(two_lines().box(*OVER_SECOND, colour)))


def test_a_black_highlight_that_was_drawn_before_its_black_words_shuts_the_paper() -> None:
    page = Page().box(*OVER_SECOND).text(LEFT, SECOND, SECRET).text(LEFT, FIRST, "The tender of")
    assert held_back(pdf(page))


def test_a_box_that_leaves_only_the_tips_of_letters_shuts_the_paper() -> None:
    assert held_back(pdf(two_lines().box(50, SECOND - 1, 200, 8)))


def test_words_under_a_picture_shut_the_paper() -> None:
    page = two_lines()
    page.drawn.append(b"q 200 0 0 14 50 %d cm /Im Do Q" % (SECOND - 4))
    assert held_back(pdf(page))


def test_words_under_a_broad_pen_or_a_shape_shut_the_paper() -> None:
    pen, shape = two_lines(), two_lines()
    pen.drawn.append(f"14 w 50 {SECOND + 3} m 250 {SECOND + 3} l S".encode())
    shape.drawn.append(f"0 g 45 {SECOND - 4} m 50 {SECOND + 14} l 250 {SECOND + 12} l "
                       f"255 {SECOND - 5} l f".encode())  # fmt: skip
    assert held_back(pdf(pen))
    assert held_back(pdf(shape))


def test_a_note_painted_over_words_shuts_the_paper() -> None:
    rect = f"/Rect[50 {SECOND - 4} 250 {SECOND + 12}]"
    assert held_back(with_notes(two_lines(), f"/Subtype/Square{rect}/IC[0 0 0]/C[0 0 0]"))


def test_words_marked_to_be_redacted_and_never_redacted_shut_the_paper() -> None:
    rect = f"/Rect[50 {SECOND - 4} 250 {SECOND + 12}]"
    assert held_back(with_notes(two_lines(), f"/Subtype/Redact{rect}"))


@pytest.mark.parametrize("ink", ["1 g", "0.97 g", "1 1 0.98 rg"])
def test_a_name_painted_white_within_a_line_shuts_the_paper(ink: str) -> None:
    page = Page().text(LEFT, TOP, "The tender of").text(LEFT + 80, TOP, SECRET, ink=ink)
    assert held_back(pdf(page.text(LEFT + 170, TOP, "was accepted.")))


def test_a_searchable_scan_is_read_as_any_other() -> None:
    lines = ["The tender of Salt Ltd was accepted by the Cabinet", "on Tuesday."] * 6
    words = [(LEFT, TOP - n * PITCH, line) for n, line in enumerate(lines)]
    for beneath in (False, True):
        paper = scanned(typed(*lines), words, beneath=beneath)
        assert said(paper).split() == " ".join(lines).split()
        assert read(paper).warnings == ()


@pytest.mark.parametrize("beneath", [False, True])
@pytest.mark.parametrize("colour", ["0 g", "1 g"])
def test_a_scan_whose_text_tells_what_its_picture_hides_shuts_the_paper(
    colour: str, *, beneath: bool
) -> None:
    lines = ["The tender of", SECRET, *["was accepted by the Cabinet on Tuesday"] * 4]
    page = typed(*lines).box(*OVER_SECOND, colour)
    words = [(LEFT, TOP - n * PITCH, line) for n, line in enumerate(lines)]
    assert held_back(scanned(page, words, beneath=beneath))


@pytest.mark.parametrize("colour", ["0 g", "1 g"])
def test_a_box_drawn_over_a_searchable_scan_shuts_the_paper(colour: str) -> None:
    words = [(LEFT, FIRST, "The tender of"), (LEFT, SECOND, SECRET)]
    box = "{} {} {} {} {} re f".format(colour, *OVER_SECOND)
    assert held_back(scanned(typed("The tender of", SECRET), words, over=box))


@pytest.mark.parametrize(
    "page",
    [
        Page().text(LEFT, 400, SECRET, ink="1 g"),
        Page().text(LEFT, 400, SECRET, ink="0.96 g"),
        Page().text(LEFT, 400, SECRET, ink="3 Tr 0 g"),
        Page().text(LEFT, 400, SECRET, size=1),
        Page().text(LEFT, 900, SECRET),
        Page().text(-300, 400, SECRET),
    ],
    ids=["white", "nearly white", "without ink", "tiny", "above the page", "beside the page"],
)
def test_hidden_words_are_left_out_with_a_warning(page: Page) -> None:
    paper = pdf(page.text(LEFT, TOP, "The tender was accepted.", ink="0 Tr 0 g"))
    assert said(paper) == "The tender was accepted."
    assert read(paper).warnings == (HIDDEN,)


def test_words_on_a_layer_that_is_switched_off_are_left_out() -> None:
    page = typed("The tender was accepted.")
    page.drawn.append(b"/OC /MC0 BDC BT /F0 12 Tf 1 0 0 1 57 400 Tm (Zebrafinch) Tj ET EMC")
    data = pdf(page)
    data = data.replace(b"/Type/Catalog/Pages 2 0 R", b"/Type/Catalog/Pages 2 0 R/OCProperties<<"
                        b"/OCGs[90 0 R]/D<</OFF[90 0 R]>>>>")  # fmt: skip
    data = data.replace(b"/Resources <<", b"/Resources <</Properties<</MC0 90 0 R>>")
    data = data.replace(b"%%EOF", b"%%EOF\n90 0 obj\n<</Type/OCG/Name(Draft)>>\nendobj\n")
    assert "Zebrafinch" not in said(data)


def _double() -> Page:
    return two_lines("Salt Ltd").box(*OVER_SECOND, "1 g").text(LEFT, SECOND, "Salt Ltd")


def _struck() -> Page:
    page = two_lines("Salt Ltd").line(50, SECOND + 4, 200, SECOND + 4)
    return page.box(50, SECOND + 3, 200, 1)


def _clear() -> Page:
    page = two_lines("Salt Ltd")
    page.drawn.append(b"/G gs")
    return page


@pytest.mark.parametrize(
    "page",
    [
        Page().box(0, 0, 595, 842, "1 g").text(LEFT, TOP, "The tender of Salt Ltd"),
        Page().box(50, TOP - 4, 200, 16).text(LEFT, TOP, "The tender of Salt Ltd", ink="1 g"),
        Page().box(50, TOP - 4, 200, 16, "0 0 0.5 rg")
        .text(LEFT, TOP, "The tender of Salt Ltd", ink="1 1 0.9 rg"),
        Page().box(50, TOP - 4, 200, 16, "0.9 g").text(LEFT, TOP, "The tender of Salt Ltd"),
        typed("The tender of Salt Ltd").box(300, TOP - 4, 100, 16),
        typed("The tender of Salt Ltd", "").box(50, TOP - 10, 200, 4),
        typed("The tender of Salt Ltd").grid((50, 250), (TOP - 6, TOP + 14)),
        Page().text(LEFT, TOP, "The tender of Salt Ltd", ink="0.75 g"),
        Page().text(LEFT, TOP, "The tender of Salt Ltd", size=4),
        _double(),
        _struck(),
    ],
)  # fmt: skip
def test_words_that_can_be_seen_are_read_whatever_lies_around_them(page: Page) -> None:
    assert said(pdf(page)) == "The tender of Salt Ltd"
    assert read(pdf(page)).warnings == ()


def test_a_highlighter_that_lets_words_through_hides_nothing() -> None:
    rect = f"/Rect[50 {TOP - 4} 250 {TOP + 12}]"
    corners = f"/QuadPoints[50 {TOP + 12} 250 {TOP + 12} 50 {TOP - 4} 250 {TOP - 4}]"
    page = typed("The tender of Salt Ltd")
    noted = with_notes(page, f"/Subtype/Highlight{rect}{corners}/C[1 1 0]")
    assert said(noted) == "The tender of Salt Ltd"


def test_letters_outlined_under_text_without_ink_are_read() -> None:
    page = Page()
    page.drawn.append(b"3 Tr")
    page.text(LEFT, TOP, "The tender of Salt Ltd")
    page.drawn += [f"0 g {57 + 4 * n} {TOP} 2 8 re f".encode() for n in range(30)]
    assert said(pdf(page)) == "The tender of Salt Ltd"


def test_words_that_run_over_the_edge_of_the_page_are_no_redaction() -> None:
    page = Page().text(480, TOP, "The tender of Salt Ltd was accepted")
    assert said(pdf(page)).startswith("The tender of Salt")


def test_a_sign_stands_for_what_is_hidden_where_a_person_let_the_paper_in() -> None:
    paper = read_paper(pdf(two_lines().box(*OVER_SECOND)), "paper.pdf", released=True)
    assert [part.text for part in paper.parts if isinstance(part, Para)] == ["The tender of", "█"]
    assert paper.warnings == (HIDDEN, BLACKED_OUT)
