"""Marks that are no text of a paper: in pictures' names, properties, labels; and painted words."""

import io
import zipfile
from email.message import EmailMessage

import pytest

from index.errors import Withheld
from ingest.packs.reading import read_papers
from ingest.pages import Para
from ingest.readers.left_out import HIDDEN
from ingest.reading import read_paper
from support.docxs import cell, docx, para, row, run, table, zipped
from support.odts import odt

LINES = ("Report to: Cabinet", "Title: Depot", "1. PURPOSE OF REPORT", "1.1 The depot is let.")
WORDS = "".join(map(para, LINES))
WORDPROCESSING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"


def drawing(**named: str) -> str:
    said = " ".join(f'{name}="{words}"' for name, words in named.items())
    picture = f'<wp:docPr xmlns:wp="{WORDPROCESSING}" id="1" name="Picture 1" {said}/>'
    return f"<w:p><w:r><w:drawing>{picture}</w:drawing></w:r></w:p>"


def stated(name: str, said: str) -> bytes:
    """A Word document with a property of the council's own."""
    parts = {"docProps/custom.xml": f'<Properties xmlns="{CUSTOM}"><property name="{name}">'
             f"<lpwstr>{said}</lpwstr></property></Properties>"}  # fmt: skip
    return with_parts(docx(WORDS), parts)


def with_parts(document: bytes, parts: dict[str, str]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(document)) as held:
        return zipped({**{name: held.read(name) for name in held.namelist()}, **parts})


def picture(kind: str, words: str) -> str:
    frame = f"<draw:frame><draw:image/><svg:{kind}>{words}</svg:{kind}></draw:frame>"
    return "".join(f"<text:p>{line}</text:p>" for line in LINES) + f"<text:p>{frame}</text:p>"


def page(inside: str) -> bytes:
    return (
        f"<html><body>{inside}{''.join(f'<p>{line}</p>' for line in LINES)}</body></html>".encode()
    )


def labelled(label: str) -> bytes:
    made = EmailMessage()
    made["Subject"], made["msip_labels"] = "Depot", label
    made.set_content("\n\n".join(LINES))
    return made.as_bytes()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx(WORDS + drawing(descr="CONFIDENTIAL"))),
        ("a.docx", docx(WORDS + drawing(title="Not for publication"))),
        ("a.docx", docx(WORDS, header1=drawing(descr="EXEMPT"))),
        ("a.docx", stated("Classification", "Official-Sensitive")),
        ("a.docx", stated("MSIP_Label_1a2b_Name", "Official Sensitive")),
        ("a.docx", stated("Access", "Exempt")),
        ("a.odt", odt(picture("desc", "CONFIDENTIAL"))),
        ("a.odt", odt(picture("title", "NOT FOR PUBLICATION"))),
        ("a.html", page('<img title="CONFIDENTIAL" src="x.png">')),
        ("a.html", page("<svg><text>NOT FOR PUBLICATION</text></svg>")),
        ("a.html", page("<nav><p>NOT FOR PUBLICATION</p></nav>")),
        ("a.html", page('<div aria-label="Exempt report">x</div>')),
        ("a.html", page("<!-- NOT FOR PUBLICATION -->")),
        ("a.html", page("<div hidden>CONFIDENTIAL</div>")),
        ("a.html", page('<p style="display:none">Exempt by virtue of paragraph 3</p>')),
        (
            "a.eml",
            labelled("MSIP_Label_1a2b_Enabled=true; MSIP_Label_1a2b_Name=OFFICIAL-SENSITIVE"),
        ),
    ],
)
def test_a_mark_that_is_no_text_of_the_paper_withholds_it(name: str, data: bytes) -> None:
    with pytest.raises(Withheld):
        read_papers(data, name)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", docx(WORDS + drawing(descr="A sign at the depot that says private"))),
        ("a.docx", stated("Classification", "Official")),
        ("a.docx", stated("Department", "Exempt services")),
        ("a.odt", odt(picture("desc", "The borough's arms"))),
        ("a.eml", labelled("MSIP_Label_1a2b_Name=OFFICIAL;")),
        ("a.html", page('<img title="The closed gate of the depot" src="x.png">')),
        ("a.html", page("<nav><ul><li><a>Closed</a></li><li><a>Exempt</a></li></ul></nav>")),
        ("a.html", page('<a aria-label="Restricted" href="x">x</a>')),
        ("a.html", page("<!-- end of the private sector menu -->")),
    ],
)
def test_any_other_name_or_property_leaves_the_paper_open(name: str, data: bytes) -> None:
    assert len(read_papers(data, name).reports) == 1


SECRET = "Zebrafinch Holdings "
BLACK = '<w:highlight w:val="black"/>'
SHADED = '<w:color w:val="000000"/><w:shd w:val="clear" w:fill="000000"/>'


def painted(properties: str) -> bytes:
    inside = run("The offer of ") + run(SECRET, properties) + run("was accepted.")
    return docx(WORDS + f"<w:p>{inside}</w:p>")


@pytest.mark.parametrize("properties", [BLACK, SHADED])
def test_words_painted_black_in_a_word_document_withhold_it_and_are_never_shown(
    properties: str,
) -> None:
    with pytest.raises(Withheld) as refused:
        read_paper(painted(properties), "a.docx")
    assert refused.value.reason == "bad_redaction"
    paper = read_paper(painted(properties), "a.docx", released=True)
    last = paper.parts[-1]
    assert isinstance(last, Para)
    assert last.text == "The offer of █ was accepted."


@pytest.mark.parametrize(
    "properties",
    ['<w:highlight w:val="yellow"/>', '<w:shd w:val="clear" w:fill="000000"/>',
     f'<w:color w:val="FFFFFF"/>{BLACK}'],
)  # fmt: skip
def test_words_that_can_be_read_before_what_is_painted_are_kept(properties: str) -> None:
    paper = read_paper(painted(properties), "a.docx")
    assert SECRET.strip() in str(paper.parts)


WHITE = '<w:color w:val="FFFFFF"/>'


def test_white_words_on_the_page_of_a_word_document_are_left_out_with_a_warning() -> None:
    paper = read_paper(painted(WHITE), "a.docx")
    last = paper.parts[-1]
    assert isinstance(last, Para)
    assert last.text == "The offer of was accepted."
    assert HIDDEN in paper.warnings


ANCHOR = f'<w:drawing><wp:anchor xmlns:wp="{WORDPROCESSING}" behindDoc="1"/></w:drawing>'


@pytest.mark.parametrize(
    "body",
    [
        table(row(cell(para(SECRET, "", WHITE)), cell(para("Let.")))),
        para(SECRET, '<w:shd w:val="clear" w:fill="003366"/>', WHITE),
        para(SECRET, "", f'{WHITE}<w:shd w:val="clear" w:fill="003366"/>'),
        f"<w:p><w:r>{ANCHOR}</w:r></w:p>" + para(SECRET, "", WHITE),
    ],
)
def test_white_words_on_a_colour_or_a_picture_of_a_word_document_are_kept(body: str) -> None:
    assert SECRET.strip() in str(read_paper(docx(WORDS + body), "a.docx").parts)
