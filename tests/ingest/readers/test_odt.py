"""OpenDocument texts: as the print would show them."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pages import Para, Table
from ingest.readers.odt import read
from support.docxs import zipped
from support.odts import (
    MIMETYPE,
    cell,
    heading,
    item,
    level,
    listed,
    numbers,
    odt,
    packed,
    para,
    part,
    row,
    span,
    style,
    table,
)
from support.shown import refusal, shown, words

LEGAL = numbers("L", level("1"), level("i", "(", ")"))
BOLD = style("B", '<style:text-properties fo:font-weight="bold"/>', family="text")
HIDDEN_LETTERS = style("H", '<style:text-properties text:display="none"/>', family="text")
HIDDEN_PARA = style("H", '<style:text-properties text:display="none"/>')
HIDDEN = ("Hidden text was left out.",)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (heading("Purpose of the report.", 2), 2),
        (para("Parks.", "Title"), 1),
        (para("Parks.", "Ours"), 3),
        (para("Parks.", "Mine"), 3),
        (para("Parks.", "Plain"), None),
    ],
)
def test_headings_have_the_level_the_paper_gives_them(body: str, expected: int | None) -> None:
    common = (
        style("Title") + style("Ours", more=' style:default-outline-level="3"') + style("Plain")
    )
    mine = style("Mine", more=' style:parent-style-name="Ours"')
    (found,) = read(odt(body, mine, common=common)).parts
    assert isinstance(found, Para)
    assert found.heading == expected


def test_a_short_line_in_bold_is_a_heading_and_a_sentence_is_not() -> None:
    lines = (span("Purpose of report", "B"), span("It was agreed.", "B"), span("Part", "B") + "ly")
    body = "".join(f"<text:p>{line}</text:p>" for line in lines)
    found = read(odt(body, BOLD)).parts
    assert [getattr(p, "heading", None) for p in found] == [6, None, None]


def test_spaces_tabs_and_line_ends_are_those_of_the_page_and_not_of_the_file() -> None:
    body = "<text:p>To\n\t  note<text:s text:c='3'/>the<text:soft-page-break/> cost</text:p>"
    body += para("Jane Roe\nDirector of Parks")
    assert shown(read(odt(body))) == ["To note the cost", "Jane Roe", "Director of Parks"]


def test_paragraphs_typed_with_tabs_are_a_table_until_an_empty_one() -> None:
    body = para("Ward\tCost") + para("East\t£40") + para() + para("1.\tTo note the cost")
    assert shown(read(odt(body))) == [(("Ward", "Cost"), ("East", "£40")), "1. To note the cost"]


def test_wide_tall_and_repeated_cells_keep_their_columns() -> None:
    wide = cell(para("Both"), more=' table:number-columns-spanned="2"')
    covered, hidden = "<table:covered-table-cell/>", cell(para(), more=REPEATED)
    rows = [row("A", "B", "C", "D"), row(wide, covered, "E", "F"), row("G", hidden, "H")]
    assert shown(read(odt(table(*rows)))) == [
        (("A", "B", "C", "D"), ("Both", "", "E", "F"), ("G", "", "", "H"))
    ]


REPEATED = ' table:number-columns-repeated="2"'
MANY = ' table:number-columns-repeated="99999999"'


def test_repeats_are_bounded() -> None:
    rows = row("A", cell(more=MANY)) + row("B", "C", more=' table:number-rows-repeated="2"')
    (found,) = read(odt(table(rows))).parts
    assert isinstance(found, Table)
    assert [len(cells) for cells in found.rows] == [100, 100, 100]
    long = cell(para("A" * 9_000), more=MANY)
    swollen = row(long, long, more=' table:number-rows-repeated="99999999"')
    assert refusal(odt(table(swollen))) == "too_big"


def test_text_under_another_cell_and_rows_that_are_not_shown_go_with_a_warning() -> None:
    under = f"<table:covered-table-cell>{para('Under')}</table:covered-table-cell>"
    rows = row("A", under) + row("B", "C", more=' table:visibility="collapse"') + row("D", "E")
    paper = read(odt(table(rows)))
    assert shown(paper) == [(("A", ""), ("D", "E"))]
    assert paper.warnings == HIDDEN


def test_head_rows_are_counted() -> None:
    heads = f"<table:table-header-rows>{row('Ward', 'Cost')}</table:table-header-rows>"
    (found,) = read(odt(table("<table:table-column/>", heads, row("East", "£40")))).parts
    assert isinstance(found, Table)
    assert (found.header_rows, found.rows) == (1, (("Ward", "Cost"), ("East", "£40")))


def test_a_cell_holds_its_paragraphs_lists_and_tables_in_order() -> None:
    inner = table(row("Oak", "Elm"))
    full = cell(para("Plant:"), listed("trees", style="L"), inner, para("by May"))
    found = read(odt(table(row(full, "Parks")), LEGAL))
    assert shown(found) == [(("Plant: 1. trees Oak Elm by May", "Parks"),)]


def test_a_frame_of_one_cell_is_paragraphs() -> None:
    assert shown(read(odt(table(row(cell(para("A"), para("B"))))))) == ["A", "B"]


def test_numbers_set_in_a_column_go_back_to_their_paragraphs() -> None:
    long = "To note the cost of the felling of one oak in the park."
    body = table(row("1.1", long), row("1.2", cell(para("To agree:"), para("- the plan"))))
    assert shown(read(odt(body))) == [f"1.1 {long}", "1.2 To agree:", "- the plan"]


def test_insertions_stay_and_deletions_go_with_a_warning() -> None:
    kept = (
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info>"
        f"<dc:creator>J Roe</dc:creator></office:change-info>{para('one oak')}</text:deletion>"
        "</text:changed-region></text:tracked-changes>"
    )
    inside = "To approve <text:change/><text:change-start/>two oaks<text:change-end/>"
    paper = read(odt(f"{kept}<text:p>{inside}</text:p>"))
    assert shown(paper) == ["To approve two oaks"]
    assert paper.warnings == ("Text marked as deleted was left out.",)


SECTION = '<text:section text:name="s" {}>' + para("unseen") + "</text:section>"


@pytest.mark.parametrize(
    "body",
    [
        f"<text:p>{span('unseen', 'H')}</text:p>",
        para("unseen", "H"),
        '<text:p><text:hidden-text text:is-hidden="true">unseen</text:hidden-text></text:p>',
        "<text:p><text:hidden-text>unseen</text:hidden-text></text:p>",
        '<text:p>unseen<text:hidden-paragraph text:is-hidden="true"/></text:p>',
        SECTION.format('text:display="none"'),
        SECTION.format('text:display="condition" text:is-hidden="true"'),
    ],
)
def test_hidden_text_goes_with_a_warning(body: str) -> None:
    paper = read(odt(para("Seen") + body, HIDDEN_LETTERS + HIDDEN_PARA))
    assert shown(paper) == ["Seen"]
    assert paper.warnings == HIDDEN


@pytest.mark.parametrize(
    "body",
    [
        '<text:p><text:hidden-text text:is-hidden="false">Seen</text:hidden-text></text:p>',
        '<text:p>Seen<text:hidden-paragraph text:is-hidden="false"/></text:p>',
        SECTION.format('text:display="condition"').replace("unseen", "Seen"),
        '<text:p>Seen<text:variable-set text:display="none">12</text:variable-set></text:p>',
        "<text:p><text:number>4.</text:number>Seen</text:p>",
        "<text:p>Seen<text:placeholder>Name</text:placeholder></text:p>",
        '<text:p>Seen<loext:content-control loext:showing-place-holder="true">Pick'
        "</loext:content-control></text:p>",
        "<text:p><text:ruby><text:ruby-base>Seen</text:ruby-base><text:ruby-text>x"
        "</text:ruby-text></text:ruby></text:p>",
        '<text:p><text:bookmark text:name="b"/><text:a xlink:href="#">Seen</text:a></text:p>',
    ],
)
def test_what_a_field_shows_is_read_and_nothing_behind_it(body: str) -> None:
    paper = read(odt(body))
    assert shown(paper) == ["Seen"]
    assert paper.warnings == ()


def test_comments_go_with_a_warning() -> None:
    note = f"<office:annotation><dc:creator>J</dc:creator>{para('Why?')}</office:annotation>"
    paper = read(odt(f"<text:p>Agr{note}eed<office:annotation-end/></text:p>"))
    assert shown(paper) == ["Agreed"]
    assert paper.warnings == ("Comments were left out.",)


def test_text_from_another_file_that_is_not_here_is_told() -> None:
    linked = '<text:section><text:section-source xlink:href="../annex.odt"/>{}</text:section>'
    lost = read(odt(para("Agreed") + linked.format("")))
    assert lost.warnings == ("Text that this document takes from another file was left out.",)
    assert read(odt(linked.format(para("Agreed")))).warnings == ()


def test_headers_and_footers_are_margins() -> None:
    page = (
        "<style:master-page><style:header>{}</style:header><style:footer>{}</style:footer>"
        '<style:header-left style:display="false">{}</style:header-left></style:master-page>'
    )
    made = page.format(para("NOT FOR\tPUBLICATION"), para("Exham Council"), para("Old"))
    paper = read(odt(para("Agreed"), masters=made + made))
    assert shown(paper) == ["Agreed"]
    assert paper.margins == ("NOT FOR PUBLICATION", "NOT FOR", "PUBLICATION", "Exham Council")


def test_frames_are_read_after_the_paragraph_they_hang_on() -> None:
    box = (
        f"<draw:frame><draw:text-box>{para('In the box')}</draw:text-box><svg:title>x</svg:title>"
        f"</draw:frame><draw:custom-shape>{para('On the arrow')}</draw:custom-shape>"
    )
    found = read(odt(f"{box}<text:p>Beside{box}</text:p>"))
    assert shown(found) == ["In the box", "On the arrow", "Beside", "In the box", "On the arrow"]


def test_footnotes_come_last_in_the_order_of_the_text_and_endnotes_after_them() -> None:
    note = (
        '<text:note text:note-class="{}"><text:note-citation>1</text:note-citation>'
        "<text:note-body>{}</text:note-body></text:note>"
    )
    body = f"<text:p>Agreed{note.format('endnote', para('See the plan.'))}</text:p>"
    body += f"<text:p>Next{note.format('footnote', para('By nine votes to two.'))}</text:p>"
    assert shown(read(odt(body))) == ["Agreed", "Next", "By nine votes to two.", "See the plan."]


def test_a_table_of_contents_is_read_as_it_stands_and_not_its_template() -> None:
    source = (
        "<text:table-of-content-source><text:index-title-template>Template"
        "</text:index-title-template></text:table-of-content-source>"
    )
    inside = f"<text:index-body><text:index-title>{para('Contents')}</text:index-title>"
    body = f"<text:table-of-content>{source}{inside}{para('Parks')}</text:index-body>"
    assert shown(read(odt(f"{body}</text:table-of-content>"))) == ["Contents", "Parks"]


def test_words_old_check_boxes_are_read_as_they_show() -> None:
    box = (
        '<field:fieldmark field:type="vnd.oasis.opendocument.field.FORMCHECKBOX">'
        '<field:param field:name="Checkbox_Checked" field:value="{}"/></field:fieldmark>'
    )
    body = f"<text:p>{box.format('true')} Yes {box.format('false')} No</text:p>"
    assert shown(read(odt(body))) == ["☒ Yes ☐ No"]


@pytest.mark.parametrize(
    ("above", "below", "gap"),
    [
        ("", "", False),
        ('fo:margin-bottom="0.1in"', "", True),
        ("", 'fo:margin-top="0.4cm"', True),
        ('fo:margin="3mm"', "", True),
        ('fo:margin-bottom="1pt"', 'fo:margin-top="120%"', False),
    ],
)
def test_white_space_above_a_paragraph_is_told(above: str, below: str, gap: bool) -> None:
    styles = "".join(
        style(name, f"<style:paragraph-properties {space}/>")
        for name, space in (("X", above), ("Y", below))
    )
    _, second = read(odt(para("A", "X") + para("B", "Y"), styles)).parts
    assert isinstance(second, Para)
    assert second.gap is gap


def test_paragraphs_of_one_style_may_stand_close() -> None:
    spaced = '<style:paragraph-properties fo:margin-bottom="9pt" style:contextual-spacing="true"/>'
    own = style("P1", more=' style:parent-style-name="Body"')
    paper = read(odt(para("A", "Body") + para("B", "P1"), own, common=style("Body", spaced)))
    assert [getattr(p, "gap", None) for p in paper.parts] == [True, False]


def test_the_files_own_facts_are_hints() -> None:
    meta = (
        "<dc:title>Parks Plan</dc:title><meta:initial-creator>J Roe</meta:initial-creator>"
        "<dc:creator>A Poe</dc:creator><meta:creation-date>2024-03-05T09:00:00</meta:creation-date>"
    )
    found = read(odt(para("Agreed"), meta=meta)).properties
    assert (found.title, found.author, found.created) == ("Parks Plan", "J Roe", date(2024, 3, 5))


def _content(inside: str) -> str:
    return part(
        "document-content", f"<office:body><office:text>{inside}</office:text></office:body>"
    )


BOMB = _content(para("A" * 40) * 60_000)
LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
DEEP = "<text:list><text:list-item>" * 3_000 + "</text:list-item></text:list>" * 3_000
SEALED = '<manifest:encryption-data manifest:checksum="x"/>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (packed({"content.xml": BOMB}), "bomb"),
        (packed({"content.xml": LAUGHS + _content("<text:p>&b;</text:p>")[21:]}), "corrupt"),
        (packed({"content.xml": _content(DEEP)}), "corrupt"),
        (packed({"content.xml": part("document-content", "")}), "corrupt"),
        (packed({"content.xml": b"\x8f\x02 no markup"}), "corrupt"),
        (packed({"content.xml": b"\x8f\x02 no markup"}, SEALED), "encrypted"),
        (packed({"encrypted-package": b"\x8f\x02"}, SEALED), "encrypted"),
        (zipped({"mimetype": MIMETYPE}), "corrupt"),
        (odt(para()), "no_text"),
        (odt(para("Agreed") * 50)[:900], "corrupt"),
    ],
)
def test_hostile_sealed_and_damaged_documents_are_refused(data: bytes, reason: str) -> None:
    assert refusal(data) == reason


def test_an_entity_cannot_bring_in_another_file() -> None:
    doctype = f'<!DOCTYPE d [<!ENTITY x SYSTEM "file://{__file__}">]>'
    inside = doctype + _content("<text:p>&x;</text:p>")[21:]
    assert refusal(packed({"content.xml": inside})) == "corrupt"


WHOLE = odt(listed("A", listed("B"), style="L") + table(row("C", "D")), LEGAL)


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255))
def test_no_flipped_byte_is_more_than_damage(place: int, byte: int) -> None:
    damaged = WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]
    assert refusal(damaged) in {"read", "corrupt", "unsupported", "bomb", "encrypted", "no_text"}


WORDS = st.text("abc é", min_size=1, max_size=12).filter(str.strip)
BLOCKS = st.recursive(
    WORDS.map(para),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda each: listed(item(*each), style="L")),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: table(row(*map(cell, each)))),
        inner.map(lambda each: f"<text:section>{each}</text:section>"),
    ),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=5))
def test_no_word_is_lost_and_none_is_told_twice(blocks: list[str]) -> None:
    body = "".join(blocks)
    typed = re.sub("<[^>]*>", " ", body).split()
    assert words(read(odt(body, numbers("L", *[level("", "", "")] * 10)))) == typed
