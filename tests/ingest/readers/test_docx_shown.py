"""What of a Word document is shown, and what only stands in its file."""

import pytest

from ingest.readers.docx import read
from support.docxs import cell, docx, para, part, row, run, table, zipped
from support.shown import refusal, shown

BEGIN, BETWEEN, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
CODE = "<w:r><w:instrText>IF</w:instrText></w:r>"
BOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox>'
    f"</w:ffData></w:fldChar></w:r>{CODE}{BETWEEN}{END}"
)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f"{BEGIN}{CODE}{BETWEEN}{run('five')}{END}", "five pounds"),
        # A field in the code of another: what it gave is what that one compares, say.
        (
            f"{BEGIN}{CODE}{BEGIN}{CODE}{BETWEEN}{run('spring')}{END}{CODE}{BETWEEN}{run('five')}{END}",
            "five pounds",
        ),
        (f"{BEGIN}{run('typed in a code')}{END}{run('five')}", "five pounds"),
        (f"{BEGIN}{CODE}{run('five')}", "five pounds"),  # no code that ends
        (f"{run('five')}{END}", "five pounds"),  # its beginning is in an earlier paragraph
        (f"{BOX}{run('five')}", "☒five pounds"),
    ],
)
def test_a_field_shows_what_its_code_gave_and_nothing_of_its_code(
    inside: str, expected: str
) -> None:
    assert shown(read(docx(f"<w:p>{inside}{run(' pounds')}</w:p>"))) == [expected]


@pytest.mark.parametrize(
    ("first", "expected"),
    [("<w:drawing/>", "Chart of rents"), ("<w:t>Rents</w:t>", "Rents"), ("", "Chart of rents")],
)
def test_of_two_forms_the_second_is_shown_where_the_first_has_no_words(
    first: str, expected: str
) -> None:
    forms = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{first}</mc:Choice>'
        "<mc:Fallback><w:t>Chart of rents</w:t></mc:Fallback></mc:AlternateContent>"
    )
    assert shown(read(docx(f"<w:p><w:r>{forms}</w:r></w:p>"))) == [expected]


def test_a_deleted_cell_goes_with_a_warning() -> None:
    gone = cell(para("Offer withdrawn"), properties='<w:cellDel w:id="1"/>')
    paper = read(docx(table(row("A", gone, "B"), row("C", "D"))))
    assert shown(paper) == [(("A", "B"), ("C", "D"))]
    assert paper.warnings == ("Text marked as deleted was left out.",)


def test_a_document_whose_parts_are_numbered_is_read() -> None:
    body = f'<w:p>{run("Agreed")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{para("By nine votes.")}</w:footnote>'
    data = zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document2.xml": part("document", f"<w:body>{body}</w:body>"),
            "word/footnotes2.xml": part("footnotes", notes),
        }
    )
    assert shown(read(data)) == ["Agreed", "By nine votes."]
    assert refusal(data) == "read"
