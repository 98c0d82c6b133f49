"""PDF: pages that are pictures of text, recognised where tesseract is installed."""

import codecs
import textwrap
from dataclasses import replace
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from ingest.pages import Paper, Para
from ingest.readers.ocr import tesseract
from ingest.readers.ocr.picture import Picture
from ingest.readers.pdf.pictures import taken
from ingest.readers.pdf.reader import read
from support.pdfs import LEFT, PITCH, TOP, Page, pdf, ruled, typed
from support.scans import photographed, pictured, scanned, unreadable
from support.shown import refusal, shown

SAMPLES = Path(__file__).parents[3] / "samples"
MINUTES = (
    "The Committee considered at length the plan for all of the parks within the borough.",
    "RESOLVED: That the plan be approved and that £4,200 be spent on the lake in 2026.",
    "The Clerk was thanked for the report, and the meeting ended at 9.15 pm.",
)
# As they stand on a page: two lines each, and a blank line below.
APART = [line for said in MINUTES for line in (*textwrap.wrap(said, 70), "")]
TYPED = shown(read(pdf(typed(*APART))))

with_tesseract = pytest.mark.skipif(
    not tesseract.is_installed(), reason="tesseract is not installed"
)


def scan(page: Page) -> Page:
    """A page that is nothing but a picture of another."""
    picture = photographed(pdf(page))
    return Page().photo(picture.width, picture.height, picture.pixels)


def with_attachment(page: Page, attached: bytes) -> bytes:
    document, file = pdfium.PdfDocument(pdf(page)), BytesIO()
    document.new_attachment("costs.csv").set_data(attached)
    document.save(file)
    document.close()
    return file.getvalue()


@pytest.fixture
def without_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_languages", lambda: ())


def likeness(paper: Paper, to: Paper) -> float:
    """How much of the one is letter for letter the other, from 0 to 1."""
    one, other = (" ".join(map(str, shown(each))) for each in (paper, to))
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@with_tesseract
def test_a_scan_is_read_and_says_how_sure_it_is() -> None:
    paper = read(scanned(pdf(typed(*APART))))
    assert shown(paper) == TYPED
    ((page, sure),) = paper.ocr
    assert page == 1
    assert 85 <= sure <= 100
    assert paper.warnings == (f"Read by OCR, at least {sure} % sure: page 1.",)


@with_tesseract
@pytest.mark.parametrize("askew", [-6, -4, -0.7, 1.5, 4.4])
def test_a_scan_that_is_askew_and_dirty_is_read(askew: float) -> None:
    data = (SAMPLES / "scrutiny" / "2025-12-03-flooding-at-staithe-end.pdf").read_bytes()
    paper = read(scanned(data, askew=askew, dirt=0.002))
    assert likeness(paper, read(data)) > 0.97


@with_tesseract
@pytest.mark.parametrize("turned", [1, 2, 3])
def test_a_page_scanned_sideways_or_upside_down_is_read(turned: int) -> None:
    data = (SAMPLES / "cabinet" / "2026-01-13-aldergate-depot.pdf").read_bytes()
    paper = read(scanned(data, turned=turned))
    assert likeness(paper, read(data)) > 0.97


@with_tesseract
def test_only_pages_without_text_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr("ingest.readers.pdf.scans.ask_for_time", asked.append)
    paper = read(pdf(typed("Agenda item 5: " + MINUTES[0]), scan(typed(*APART))))
    assert asked == [1]
    assert [page for page, _ in paper.ocr] == [2]
    assert {part.page for part in paper.parts} == {1, 2}


@with_tesseract
def test_what_is_printed_over_a_scan_is_read_once() -> None:
    page = scan(typed("", "", *APART)).text(LEFT, 780, "Agenda Item 5")
    assert shown(read(pdf(page))) == ["Agenda Item 5", *TYPED]


@with_tesseract
def test_a_ruled_table_in_a_scan_keeps_its_cells() -> None:
    rows = (("Service", "Lead officer"), ("Housing", "Jane Roe"), ("Planning", "Adam Doe"))
    page = ruled(*rows).text(LEFT, 700, "The leads of the reviews are named below this line.")
    assert shown(read(scanned(pdf(page)))) == [
        "The leads of the reviews are named below this line.",
        rows,
    ]


FIGURES = (("Parks", "1,204,318", "987,450"), ("Roads", "5,620,117", "4,318,902"))


@with_tesseract
@pytest.mark.parametrize("askew", [-4, 2.6, 5])
def test_a_ruled_table_that_is_askew_keeps_its_figures(askew: float) -> None:
    page = ruled(*FIGURES).text(LEFT, 700, MINUTES[0])
    assert shown(read(scanned(pdf(page), askew=askew)))[1:] == [FIGURES]


@with_tesseract
@pytest.mark.parametrize(("ink", "paper"), [(150, 235), (10, 150)])
def test_a_faint_page_or_one_on_dark_paper_keeps_its_rules(ink: int, paper: int) -> None:
    page = photographed(pdf(ruled(*FIGURES).text(LEFT, 700, MINUTES[0])))
    shades = bytes(ink + (paper - ink) * n // 255 for n in range(256))
    faint = replace(page, pixels=page.pixels.translate(shades))
    assert shown(read(pictured([faint])))[1:] == [FIGURES]


@with_tesseract
def test_a_figure_that_may_be_misread_is_told_with_how_sure_it_is() -> None:
    rows = (("Parks", "9813,775", "987,450"), FIGURES[1])
    paper = read(scanned(pdf(ruled(*rows).text(LEFT, 700, MINUTES[0]))))
    assert shown(paper)[1:] == [rows]
    assert paper.doubts == ((1, "9813,775", 50),)
    assert "Figures may be misread, look at the paper: page 1." in paper.warnings


@with_tesseract
def test_a_table_whose_rules_are_broken_is_given_as_rows() -> None:
    page = Page().text(LEFT, 700, MINUTES[0]).grid((57, 157, 357), (600, 580, 560))
    for n, row in enumerate(FIGURES):
        for x, text in zip((62, 162, 262), row, strict=True):
            page.text(x, 586 - 20 * n, text)
    assert shown(read(scanned(pdf(page))))[1:] == [FIGURES]


@with_tesseract
@pytest.mark.parametrize("turned", [0, 1, 2])
def test_specks_between_lines_are_no_lines(turned: int) -> None:
    page = typed(*APART)
    for n, x in enumerate((70, 200, 333, 470)):
        page.box(x, TOP - 8 - n * 3 * PITCH, 2, 3).box(x + 31, TOP - 50 - n * PITCH, 1.5, 2)
    said = [part for part in shown(read(scanned(pdf(page), turned=turned))) if part]
    assert len(said) == len(TYPED)


@with_tesseract
def test_what_runs_up_the_edge_of_a_scan_is_looked_through_for_marks() -> None:
    page = typed(*APART * 4)
    page.drawn.append(b"BT /F1 20 Tf 0 1 -1 0 40 300 Tm (CONFIDENTIAL) Tj ET")
    assert "CONFIDENTIAL" in read(scanned(pdf(page))).doubted


@with_tesseract
@pytest.mark.parametrize("slant", [0, 30])
def test_a_pale_stamp_across_the_text_is_looked_through_for_marks(slant: float) -> None:
    text = photographed(pdf(typed(*APART * 4)))
    stamp = pdf(Page().text(90, 560, "CONFIDENTIAL", size=54, font=1, ink="0.5 g"))
    over = stamped_at(stamp, slant).pixels
    both = replace(text, pixels=bytes(map(min, text.pixels, over)))
    assert any("CONFIDENTIA" in line for line in read(pictured([both])).doubted)


def stamped_at(data: bytes, slant: float) -> Picture:
    """A page as a picture, turned by some degrees."""
    document = pdfium.PdfDocument(data)
    try:
        return taken(document, 1, 200, 0, slant)
    finally:
        document.close()


@with_tesseract
def test_two_columns_of_a_scan_are_read_one_after_the_other() -> None:
    page = Page()
    words = "The lake in the park was full of ducks this year"
    for x, name in ((57, "Left"), (320, "Right")):
        for n in range(12):
            page.text(x, 700 - 14 * n, f"{name} {n}: {words}", size=9)
    text = " ".join(map(str, shown(read(scanned(pdf(page), dpi=250)))))
    places = [text.index(f"{side} {n}") for side in ("Left", "Right") for n in (0, 5, 9)]
    assert places == sorted(places)


@with_tesseract
def test_labels_stand_before_what_they_label() -> None:
    page = Page()
    for n in range(1, 9):
        page.text(57, 760 - 40 * n, f"{n}.").text(93, 760 - 40 * n, MINUTES[n % 3][:70] + ".")
    found = [str(part).split()[0] for part in shown(read(scanned(pdf(page))))]
    assert found == [f"{n}." for n in range(1, 9)]


@with_tesseract
def test_a_table_without_rules_keeps_its_rows() -> None:
    rows = [("Present", "Jane Roe", "Labour"), ("Also", "Adam Doe", "Green"),
            ("Apology", "Eve Poe", "Labour"), ("Clerk", "Ann Low", "None")]  # fmt: skip
    page = Page().text(57, 740, "The members of the committee who were there are listed here.")
    for n, row in enumerate(rows):
        for x, cell in zip((57, 200, 380), row, strict=True):
            page.text(x, 700 - 16 * n, cell)
    assert shown(read(scanned(pdf(page))))[1:] == [tuple(rows)]


@with_tesseract
def test_a_scan_too_bad_to_read_surely_is_refused() -> None:
    bad = unreadable(pdf(typed(*MINUTES * 5)))
    assert refusal(pictured([bad])) == "ocr_low_confidence"


@with_tesseract
def test_a_page_that_cannot_be_read_surely_is_left_out_with_a_warning() -> None:
    good = photographed(pdf(typed(*MINUTES)))
    bad = unreadable(pdf(typed(*MINUTES * 5)))
    paper = read(pictured([good, good, bad]))
    assert [page for page, _ in paper.ocr] == [1, 2]
    assert "Scanned too badly to be read, and left out: page 3." in paper.warnings
    assert paper.doubted
    assert {part.page for part in paper.parts} == {1, 2}


@with_tesseract
def test_a_picture_without_words_is_no_paper() -> None:
    assert refusal(pdf(Page().scan(), Page().scan())) == "no_text"


@pytest.mark.usefixtures("without_tesseract")
def test_a_scan_needs_text_recognition_where_none_is_installed() -> None:
    assert refusal(pdf(Page().scan(), Page().scan())) == "needs_ocr"
    paper = read(pdf(typed("Agreed."), Page().scan(), Page().scan()))
    assert paper.warnings == (
        "Pictures of text, not read: pages 2, 3.",
        "Tesseract, which might read them better, is not installed: pages 2, 3.",
    )


def elsewhere(text: str) -> str:
    """A text as it comes out of a font that has its letters at other places than it says."""
    return "".join(codecs.encode(c, "rot13") if c.isascii() else c for c in text)


GARBLED = pdf(typed(*(elsewhere(line) for line in MINUTES * 2)))


@pytest.mark.parametrize("has", [True, False])
def test_letters_that_make_no_words_are_no_text(has: bool, request: pytest.FixtureRequest) -> None:
    if not has:
        request.getfixturevalue("without_tesseract")
    elif not tesseract.is_installed():
        pytest.skip("tesseract is not installed")
    assert refusal(GARBLED) == "no_text"


FRENCH = [
    "Le conseil municipal approuve le projet de budget pour cette année avec",
    "quatre voix contre deux, et remercie le maire de son rapport très complet.",
    "Les travaux de la rue Haute commenceront au printemps selon le calendrier.",
    "Les habitants seront informés par une lettre au cours du mois prochain.",
]


@pytest.mark.parametrize("said", [FRENCH, ["Jane Roe, Adam Doe, Eve Poe"] * 20])
def test_other_languages_and_names_stay_as_they_are(said: list[str]) -> None:
    paper = read(pdf(typed(*said)))
    assert paper.ocr == ()
    assert likeness(paper, Paper("pdf", tuple(map(Para, said)))) > 0.95


@with_tesseract
def test_more_scanned_pages_than_may_be_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.pdf.scans.MOST_PAGES", 1)
    assert refusal(pdf(Page().scan(), Page().scan())) == "too_many_pages"


@with_tesseract
def test_a_page_on_which_tesseract_fails_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> bytes:
        raise tesseract.NotRead

    monkeypatch.setattr(tesseract, "hocr", fails)
    paper = read(pdf(typed("Agreed."), Page().scan()))
    assert paper.warnings == ("Pictures of text, not read: page 2.",)


@with_tesseract
def test_a_page_on_which_tesseract_takes_too_long_is_named_and_such_a_paper_may_be_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tesseract, "SECONDS_A_PAGE", 0.01)
    paper = read(pdf(typed("Agreed."), Page().scan()))
    assert paper.warnings == ("Not read, as recognising them took too long: page 2.",)
    assert refusal(pdf(Page().scan())) == "timeout"


def test_tesseract_hangs_no_longer_than_it_may(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = tmp_path / "tesseract"
    slow.write_text("#!/bin/sh\nexec sleep 600\n")
    slow.chmod(0o755)
    monkeypatch.setattr(tesseract, "_program", lambda: str(slow))
    monkeypatch.setattr(tesseract, "SECONDS_A_PAGE", 0.5)
    with pytest.raises(tesseract.TooSlow):
        tesseract.hocr(photographed(pdf(typed("Agreed."))))


def test_attached_files_are_not_read_and_the_paper_says_so() -> None:
    paper = read(with_attachment(typed("Agreed."), b"Secret words of a spreadsheet"))
    assert shown(paper) == ["Agreed."]
    assert paper.warnings == (
        "Files attached to the PDF were not read. Ingest them apart if they are papers.",
    )
