"""Word documents: as the print would show them."""

from datetime import date

import pytest

from ingest.pages import Para, Table
from ingest.readers.docx.reader import read
from support.docxs import (
    cell,
    docx,
    levels,
    listed,
    lists,
    para,
    part,
    row,
    run,
    style,
    table,
    zipped,
)
from support.shown import refusal, shown

LEGAL = levels(("decimal", "%1."), ("lowerRoman", "(%2)"), ("lowerLetter", "%3."))


STYLED = '<w:pStyle w:val="S"/>'


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (style("heading 2"), 2),
        (style("Title"), 1),
        (style("Council Head", level='<w:outlineLvl w:val="2"/>'), 3),
        (style("heading 1", level='<w:outlineLvl w:val="9"/>'), None),
        (style("Body Text"), None),
    ],
)
def test_a_style_makes_a_heading(named: str, expected: int | None) -> None:
    (found,) = read(docx(para("Purpose of the report.", STYLED), styles=named)).parts
    assert isinstance(found, Para)
    assert found.heading == expected


def test_a_style_takes_its_level_from_the_one_it_is_based_on() -> None:
    based = '<w:style w:styleId="T"><w:name w:val="Ours"/><w:basedOn w:val="S"/></w:style>'
    body = para("Purpose", '<w:pStyle w:val="T"/>')
    (found,) = read(docx(body, styles=style("heading 3") + based)).parts
    assert isinstance(found, Para)
    assert found.heading == 3


def test_a_short_line_in_bold_is_a_heading_and_a_sentence_is_not() -> None:
    body = para("Purpose of report", "", "<w:b/>") + para("It was agreed.", "", "<w:b/>")
    assert [getattr(p, "heading", None) for p in read(docx(body)).parts] == [6, None]


def test_paragraphs_typed_with_tabs_are_a_table_until_an_empty_one() -> None:
    body = para("Ward\tCost") + para("East\t£40") + para() + para("1.\tTo note the cost")
    assert shown(read(docx(body))) == [(("Ward", "Cost"), ("East", "£40")), "1. To note the cost"]


def test_spans_and_merges_leave_empty_cells() -> None:
    wide = cell(para("Both"), properties='<w:gridSpan w:val="2"/>')
    tall = cell(para("Tall"), properties='<w:vMerge w:val="restart"/>')
    gone = cell(para(""), properties="<w:vMerge/>")
    indented = '<w:gridBefore w:val="1"/>'
    rows = [row("A", "B", "C"), row(wide, "D"), row(tall, "E", "F"), row(gone, "G", "H")]
    body = table(*rows, row("I", "J", properties=indented))
    assert shown(read(docx(body))) == [
        (("A", "B", "C"), ("Both", "", "D"), ("Tall", "E", "F"), ("", "G", "H"), ("", "I", "J"))
    ]


def test_head_rows_are_counted() -> None:
    body = table(row("Ward", "Cost", properties="<w:tblHeader/>"), row("East", "£40"))
    (found,) = read(docx(body)).parts
    assert isinstance(found, Table)
    assert found.header_rows == 1


def test_a_cell_holds_its_paragraphs_lists_and_tables_in_order() -> None:
    inner = table(row("Oak", "Elm"))
    full = cell(para("Plant:"), listed("trees"), inner, para("by May"))
    numbering = lists({0: LEGAL}, {1: (0, "")})
    found = read(docx(table(row(full, "Parks")), numbering=numbering))
    assert shown(found) == [(("Plant: 1. trees Oak Elm by May", "Parks"),)]


def test_a_frame_of_one_cell_is_paragraphs() -> None:
    assert shown(read(docx(table(row(cell(para("A"), para("B"))))))) == ["A", "B"]


def test_numbers_set_in_a_column_go_back_to_their_paragraphs() -> None:
    long = "To note the cost of the felling of one oak in the park."
    body = table(row("1.1", long), row("1.2", cell(para("To agree:"), para("- the plan"))))
    assert shown(read(docx(body))) == [f"1.1 {long}", "1.2 To agree:", "- the plan"]


def test_insertions_stay_and_deletions_go_with_a_warning() -> None:
    inside = (
        f"{run('To approve ')}<w:del><w:r><w:delText>one oak</w:delText></w:r></w:del>"
        f"<w:ins>{run('two oaks')}</w:ins><w:moveFrom>{run(' and a lime')}</w:moveFrom>"
        f"<w:moveTo>{run(' and an elm')}</w:moveTo>"
    )
    paper = read(docx(f"<w:p>{inside}</w:p>"))
    assert shown(paper) == ["To approve two oaks and an elm"]
    assert paper.warnings == ("Text marked as deleted was left out.",)


def test_a_deleted_paragraph_takes_no_number_and_a_deleted_end_joins_two() -> None:
    numbers = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    gone = f"<w:p><w:pPr>{numbers}</w:pPr><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p>"
    open_end = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('To approve ')}</w:p>"
    body = listed("A") + gone + listed("B") + open_end + para("the plan")
    found = read(docx(body, numbering=lists({0: LEGAL}, {1: (0, "")})))
    assert shown(found) == ["1. A", "2. B", "To approve the plan"]


def test_deleted_rows_go() -> None:
    body = table(row("A", "B"), row("C", "D", properties="<w:del/>"), row("E", "F"))
    assert shown(read(docx(body))) == [(("A", "B"), ("E", "F"))]


@pytest.mark.parametrize("hiding", ["<w:vanish/>", '<w:rStyle w:val="H"/>'])
def test_hidden_text_goes_with_a_warning(hiding: str) -> None:
    hidden = '<w:style w:styleId="H"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>'
    body = f"<w:p>{run('Seen')}{run(' unseen', hiding)}</w:p>" + para("All unseen", "", hiding)
    paper = read(docx(body, styles=hidden))
    assert shown(paper) == ["Seen"]
    assert paper.warnings == ("Hidden text was left out.",)


def test_comments_go_with_a_warning() -> None:
    paper = read(docx(para("Agreed"), comments=f"<w:comment>{para('Why?')}</w:comment>"))
    assert shown(paper) == ["Agreed"]
    assert paper.warnings == ("Comments were left out.",)


def test_headers_and_footers_are_margins() -> None:
    top, bottom = para("NOT FOR PUBLICATION"), para("Exham Council")
    paper = read(docx(para("Agreed"), header1=top, header2=top, footer1=bottom))
    assert shown(paper) == ["Agreed"]
    assert paper.margins == ("NOT FOR PUBLICATION", "Exham Council")


def test_each_line_of_a_header_and_a_watermark_is_told() -> None:
    drawn = (
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        '<v:textpath string="CONFIDENTIAL"/></v:shape></w:pict></w:r></w:p>'
    )
    paper = read(docx(para("Agreed"), header1=para("Exham") + para("EXEMPT") + drawn))
    assert paper.margins == ("Exham EXEMPT", "Exham", "EXEMPT", "CONFIDENTIAL")


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    inside = f"<w:txbxContent>{para('In the box')}</w:txbxContent>"
    box = (
        f"<w:r><mc:AlternateContent><mc:Choice><wps:txbx>{inside}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert shown(read(docx(f"<w:p>{run('Beside')}{box}</w:p>"))) == ["Beside", "In the box"]


def test_footnotes_come_last_in_the_order_of_the_text() -> None:
    body = f'<w:p>{run("Agreed")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + para("Next")
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{para("---")}</w:footnote>'
        f'<w:footnote w:id="2">{para("By nine votes to two.")}</w:footnote>'
    )
    assert shown(read(docx(body, footnotes=notes))) == ["Agreed", "Next", "By nine votes to two."]


def test_links_controls_fields_and_symbols_are_read_as_they_show() -> None:
    inside = (
        f"<w:hyperlink>{run('the plan')}</w:hyperlink>"
        f"<w:sdt><w:sdtContent>{run(', dated ')}</w:sdtContent></w:sdt>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        f'{run("5 May")}<w:r><w:noBreakHyphen/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FC"/>'
        "</w:r><w:r><w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>"
        "</w:fldChar></w:r>"
    )
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{para('Click here')}"
    body = f"<w:p>{inside}</w:p>{prompt}</w:sdtContent></w:sdt>"
    assert shown(read(docx(body))) == ["the plan, dated 5 May-✓☒"]


def test_a_line_broken_on_purpose_is_two_and_one_broken_in_a_sentence_is_not() -> None:
    body = para("Jane Roe\nDirector of Parks") + para("To note\nthe report")
    assert shown(read(docx(body))) == ["Jane Roe", "Director of Parks", "To note the report"]


@pytest.mark.parametrize(
    ("above", "below", "gap"),
    [
        ("", "", False),
        ('<w:spacing w:after="160"/>', "", True),
        ("", '<w:spacing w:before="160"/>', True),
        ('<w:spacing w:after="160"/><w:contextualSpacing/>', "<w:contextualSpacing/>", False),
    ],
)
def test_white_space_above_a_paragraph_is_told(above: str, below: str, gap: bool) -> None:
    _, second = read(docx(para("A", above) + para("B", below))).parts
    assert isinstance(second, Para)
    assert second.gap is gap


def test_the_files_own_facts_are_hints() -> None:
    core = (
        '<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:t="http://purl.org/dc/terms/"><dc:title>Parks Plan</dc:title><dc:creator>J Roe'
        "</dc:creator><t:created>2024-03-05T09:00:00Z</t:created></c:coreProperties>"
    )
    main = part("document", f"<w:body>{para('Agreed')}</w:body>")
    paper = read(zipped({"word/document.xml": main, "docProps/core.xml": core}))
    found = paper.properties
    assert (found.title, found.author, found.created) == ("Parks Plan", "J Roe", date(2024, 3, 5))


def test_words_strict_files_are_read_too() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    main = part("document", f"<w:body>{para('Agreed')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", strict
    )
    assert shown(read(zipped({"word/document.xml": main}))) == ["Agreed"]


BOMB = part("document", f"<w:body>{para('A' * 40) * 30_000}</w:body>")
LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
DEEP = "<w:tbl><w:tr><w:tc>" * 3_000 + "</w:tc></w:tr></w:tbl>" * 3_000


@pytest.mark.parametrize(
    ("main", "reason"),
    [
        (BOMB, "bomb"),
        (LAUGHS + part("document", f"<w:body>{para('A')}&b;</w:body>")[21:], "corrupt"),
        (part("document", f"<w:body>{DEEP}</w:body>"), "corrupt"),
        (part("document", ""), "corrupt"),
        ("no markup", "corrupt"),
        ("", "corrupt"),
    ],
)
def test_hostile_and_damaged_documents_are_refused(main: str, reason: str) -> None:
    assert refusal(zipped({"word/document.xml": main})) == reason


def test_an_entity_cannot_bring_in_another_file() -> None:
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{__file__}">]>'
    main = doctype + part("document", "<w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body>")[21:]
    assert refusal(zipped({"word/document.xml": main})) == "corrupt"


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_document_cut_short_is_corrupt(share: float) -> None:
    whole = docx(para("Agreed") * 50)
    assert refusal(whole[: int(len(whole) * share)]) == "corrupt"


def test_a_document_with_flipped_bytes_is_corrupt() -> None:
    whole = bytearray(docx(para("Agreed") * 50))
    middle = whole.index(b"word/document.xml") + 40
    whole[middle : middle + 20] = b"\x00" * 20
    assert refusal(bytes(whole)) == "corrupt"
