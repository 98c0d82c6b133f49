"""Rich Text from anywhere: any text comes back, and no bytes do worse than be refused."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import Para, Table
from ingest.readers.clean import clean
from ingest.readers.rtf import read
from ingest.reading import read_paper
from support.rtfs import para, row, rtf, typed
from support.shown import refusal, shown

AWKWARD = Path(__file__).parents[4] / "shared" / "corpora" / "awkward"
DEEP = 100_000
CODES = {"read", "corrupt", "no_text", "too_big"}
PIECES = (
    r"{|}|\par |\pard|\intbl|\itap2|\itap99|\cell |\row |\nestcell|\nestrow|\trowd|\cellx9|"
    r"\cellx-4|\trleft7|\clmrg|\clvmrg|{\*\nesttableprops|\u8211?|\u-10179 |\uc0|\uc3|\'a3|\'|"
    r"\\|\b|\b0 |\v |\deleted|\plain|{\header |{\footnote |\ftnalt|{\listtext 1.\tab}|{\field|"
    r"{\*\fldinst SYMBOL 9 |{\fldrslt |{\info|{\title |\creatim|\yr9|{\fonttbl|\f1|\fcharset2|"
    r"{\stylesheet|\s1|\sbasedon1|{\*\listtable|\list|\listlevel|\levelnfc0|{\leveltext|\ls1|"
    r"\ilvl8|{\*|{\object|{\result|{\upr|{\shp|{\shptxt |{\*\annotation |\bin2 |\bin-1 |\sect|"
    r"\tab|\line| |a|£|1."
).split("|")


@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    found = read(rtf(para(text))).parts
    assert all(isinstance(part, Para | Table) for part in found)
    said = [p.text if isinstance(p, Para) else " ".join(map(" ".join, p.rows)) for p in found]
    assert clean(" ".join(said)) == clean(text)


@given(st.lists(st.lists(st.text("ab £–\U0001f600{}\\", min_size=1), min_size=3, max_size=3)))
def test_any_cells_come_back(cells: list[list[str]]) -> None:
    body = "".join(row(*map(typed, texts)) for texts in cells)
    rows = [part.rows for part in read(rtf(body)).parts if isinstance(part, Table)]
    assert rows == ([tuple(tuple(map(clean, texts)) for texts in cells)] if cells else [])


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert refusal(b"{\\rtf1" + data) in CODES
    assert refusal(b"{\\rtf1" + data + b"}") in CODES


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_control_words_are_read_or_refused(body: str) -> None:
    open_braces = max(0, body.count("{") - body.count("}"))
    for data in (body, body + "}" * open_braces):
        assert refusal(rtf(data)) in CODES


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9, 0.99])
def test_a_file_cut_short_is_corrupt(share: float) -> None:
    whole = rtf(para("Agreed to plant two oaks.") * 50)
    assert refusal(whole[: int(len(whole) * share)]) == "corrupt"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (rtf(r"Agreed\par")[:-1], "corrupt"),
        (rtf(r"Agreed}\par and no more"), "corrupt"),
        (rtf(r"Agreed") + rtf("Again"), "corrupt"),
        (rtf("Agreed") + b"}\r\n\x00\x00", "read"),
        (rtf("Agreed") + rb"{\*\themedata 0102}}", "read"),
        (rtf(r"{\bin999 }Agreed"), "corrupt"),
        (rtf(""), "no_text"),
        (rtf(r"\par\par"), "no_text"),
        (rtf(r"{\v All of it}"), "no_text"),
        (rtf(r"{\pict 0102}"), "no_text"),
        (b"{\\rtf", "corrupt"),
    ],
)
def test_unbalanced_and_empty_files_are_named_as_such(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_text_behind_the_end_is_left_out_with_a_warning() -> None:
    paper = read(rtf("Agreed") + b"\r\nSent from a website")
    assert shown(paper) == ["Agreed"]
    assert paper.warnings == ("What stands behind the end of the document was left out.",)


@pytest.mark.parametrize(
    "body",
    [
        "{" * DEEP + "Agreed" + "}" * DEEP,
        r"{\b" * DEEP + " Agreed" + "}" * DEEP,
        r"{\field{\fldrslt" * (DEEP // 2) + " Agreed" + "}" * DEEP,
        r"{\upr{\*\ud" * (DEEP // 2) + " Agreed" + "}" * DEEP,
        r"{\shp{\shptxt" * (DEEP // 2) + " Agreed" + "}" * DEEP,
        r"{\footnote" * DEEP + " Agreed" + "}" * DEEP,
        r"\itap99999999 Agreed\nestcell\nestrow" * 1000,
        r"\intbl Agreed\cell" + r"\row" * DEEP,
        r"\tab\sect" * DEEP + " Agreed",
        r"\tab{\deleted\par}" * DEEP + "Agreed",
        r"\'" * DEEP + "Agreed",
        "\\" * (2 * DEEP) + "Agreed",
        r"\u" + "9" * DEEP + " Agreed",
        "\\" + "x" * DEEP + " Agreed",
        r"Agreed{\*\fldinst " + "SYMBOL \\\\f" * DEEP + "}",
    ],
    ids=lambda body: body[:16],
)
def test_hostile_files_are_read_in_little_time(body: str) -> None:
    start = time.process_time()
    assert "Agreed" in str(shown(read(rtf(body))))
    assert time.process_time() - start < 10


def test_more_braces_than_any_paper_has_are_refused() -> None:
    assert refusal(rtf("{" * 1_000_001 + "}" * 1_000_001)) == "corrupt"


@pytest.mark.parametrize("name", ["minutes.rtf", "https://exham.gov.uk/minutes.rtf?T=1"])
def test_a_web_page_in_place_of_rich_text_is_a_mismatch(name: str) -> None:
    assert refusal(b"<html><p>Page not found</p>", name) == "type_mismatch"
    assert read_paper(rtf("Agreed"), name).format == "rtf"


@pytest.mark.parametrize("name", ["minutes.doc", "minutes.docx", "minutes.pdf", "minutes.txt"])
def test_rich_text_under_another_name_is_read_for_what_it_is(name: str) -> None:
    assert read_paper(rtf("Agreed"), name).format == "rtf"


needs_awkward = pytest.mark.skipif(not AWKWARD.is_dir(), reason="../shared/corpora is not there")


@needs_awkward
def test_a_file_by_pandoc_has_its_heading_and_table() -> None:
    paper = read((AWKWARD / "unstructured-example-docs" / "fake-doc.rtf").read_bytes())
    assert [getattr(part, "heading", None) for part in paper.parts] == [1, None, None, None]
    (table,) = [part for part in paper.parts if isinstance(part, Table)]
    assert (len(table.rows), len(table.rows[0])) == (3, 2)


@needs_awkward
@pytest.mark.parametrize("kind", ["docx", "odt", "html"])
def test_a_file_of_many_languages_reads_as_its_other_copies(kind: str) -> None:
    folder = AWKWARD / "unstructured-example-docs" / "language-docs"
    copies = [folder / f"eng_spa_mult.{suffix}" for suffix in ("rtf", kind)]
    first, second = (shown(read_paper(path.read_bytes(), path.name)) for path in copies)
    assert first == second
