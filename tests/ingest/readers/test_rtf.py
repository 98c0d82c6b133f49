"""Rich Text: as the print would show it."""

from datetime import date

import pytest

from ingest.pages import Para
from ingest.readers.rtf import read
from support.rtfs import para, rtf
from support.shown import shown

LISTS = (
    r"{\*\listtable{\list\listtemplateid1"
    r"{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}"
    r"{\listlevel\levelnfc2\levelstartat1{\leveltext\'03(\'01);}{\levelnumbers\'02;}}"
    r"{\listlevel\levelnfc23\levelstartat1{\leveltext\'01\u-3913 ?;}{\levelnumbers;}}\listid7}}"
    r"{\listoverridetable{\listoverride\listid7\listoverridecount0\ls1}"
    r"{\listoverride\listid7\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls2}}"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"\'a340 \'96 \'93yes\'94 \'92", "£40 – “yes” ’"),
        (r"\u163\'a3 \u8211- \u10003 ?\u8730\'3f", "£ – ✓√"),
        (r"\uc0\u163 40", "£40"),
        (r"\u133?\u146?s", "…’s"),
        (r"\uc2\u8364\'80\'80 40 {\uc0\u163}5 \u163 ??6", "€ 40 £5 £6"),
        (r"\u8211\endash ends", "–ends"),
        (r"\u8211\par Next", "–"),  # a paragraph's end never stands in for a letter
        (r"\u-10179 ?\u-8704 ?", "😀"),
        (r"\uc0 \u55357\uc1 \u56832\'3f", "😀"),  # as LibreOffice writes it
        (r"A\~B co\-operate pre\_2010", "A B cooperate pre-2010"),
        (r"a\emdash b\endash c \lquote d\rquote  \ldblquote e\rdblquote", "a—b–c ‘d’ “e”"),
        (r"a\emspace b\enspace c\bullet d", "a b c•d"),
        (r"\{braces\} and \\ slashes", "{braces} and \\ slashes"),
        ("broken\r\n by\nlines", "broken bylines"),
        (r"{\f3\'cf\'f0} {\f4\'93\'fa}", "Пр 日"),
        (r"{\f2\'fc}{\f2 \u-3844\'fc} {\f1\'b7\'a3} {\f5 P\'a3}", "✓✓ •≤ ✓☐"),
        ("£40 raw", "£40 raw"),
        (r"plain {\b bold {\i both}} plain", "plain bold both plain"),
        (r"\unknownword5 \par1", ""),
    ],
)
def test_letters_come_out_as_they_are_printed(body: str, expected: str) -> None:
    assert "".join(map(str, shown(read(rtf(body)))[:1])) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0}", "Пр"),
        (rb"{\rtf1\mac \'a3 \'8e}", "£ é"),
        (rb"{\rtf1\pc \'9c}", "£"),
        (rb"{\rtf1\ansi\ansicpg65001 \'c2\'a3}", "£"),
        (rb"{\rtf1\ansi\ansicpg99999 \'a3}", "£"),
        ("{\\rtf1\\ansi £40 – “yes”}".encode(), "£40 – “yes”"),  # by programs without code pages
        ("{\\rtf1\\ansi £40 – “yes”}".encode("cp1252"), "£40 – “yes”"),
        (rb"{\rtf1\ansi\deff1{\fonttbl\f0\fcharset0 Arial;\f1\fcharset238 Arial CE;}\'a3}", "Ł"),
        (rb"{\rtf1\ansi{\fonttbl{\f0\cpg1251 Arial;}}\'cf}", "П"),
    ],
)
def test_bytes_are_read_by_the_code_page_of_their_document_or_font(
    data: bytes, expected: str
) -> None:
    assert shown(read(data)) == [expected]


@pytest.mark.parametrize(
    ("layout", "expected"),
    [
        (r"\s1", 1),
        (r"\s2", 2),
        (r"\s3", 2),
        (r"\s4", 1),
        (r"\s5", 3),
        (r"\s6", None),
        (r"\s0\outlinelevel3", 4),
        (r"\s1\outlinelevel9", None),
        (r"\s9", None),
        ("", None),
    ],
)
def test_a_style_or_an_outline_level_makes_a_heading(layout: str, expected: int | None) -> None:
    (found,) = read(rtf(para("Purpose of the report.", layout))).parts
    assert isinstance(found, Para)
    assert found.heading == expected


def test_a_short_line_in_bold_is_a_heading_and_a_sentence_is_not() -> None:
    body = r"{\b Purpose of report}\par{\b It was agreed.}\par{\b Date} 5 May\par"
    assert [getattr(p, "heading", None) for p in read(rtf(body)).parts] == [6, None, None]


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (r"{\listtext\pard\plain 1.\tab}", "1. To note"),
        (r"{\listtext\pard\plain\f0  (ii)\tab }", "(ii) To note"),
        (r"{\pntext\f0 3.2\tab}{\*\pn\pnlvlbody\pndec{\pntxta .}}", "3.2 To note"),
        (r"{\pntext\f1\'b7\tab}{\*\pn\pnlvlblt\pnf1{\pntxtb\'b7}}", "• To note"),
        (r"{\*\pn\pnlvlblt\pnf1\pnindent0{\pntxtb\'b7}}", "• To note"),
        (r"{\*\pn\pnlvlblt\pnf0{\pntxtb c.}{\pntxta .}}", "c. To note"),
        (r"{\*\pn\pnlvlbody\pndec{\pntxtb (}{\pntxta )}}", "To note"),
        (r"{\listtext\f2\'a7\tab}", "• To note"),
        (r"{\listtext\pard\plain \u8211\'96\tab}", "• To note"),
        (r"{\listtext o\tab}", "• To note"),
        (r"{\listtext\pard\plain }", "To note"),
        (r"{\listtext\v 4.\tab}", "To note"),
    ],
)
def test_what_is_printed_before_a_paragraph_is_its_label_or_bullet(
    mark: str, expected: str
) -> None:
    assert shown(read(rtf(rf"{mark}\pard\fi-360 To note\par"))) == [expected]


def test_a_number_that_the_file_does_not_print_is_counted_from_its_lists() -> None:
    body = "".join(
        para(text, rf"\ls{list_id}\ilvl{depth}")
        for text, list_id, depth in (
            ("A", 1, 0), ("B", 1, 1), ("C", 1, 1), ("D", 1, 0), ("E", 1, 2), ("F", 2, 0),
            ("G", 9, 0),
        )
    )  # fmt: skip
    found = shown(read(rtf(body, before=LISTS)))
    assert found == ["1. A", "(i) B", "(ii) C", "2. D", "• E", "5. F", "G"]


def test_a_number_belongs_to_one_paragraph() -> None:
    body = r"{\listtext 1.\tab}\pard A\par B\par{\listtext 2.\tab}\par C\par"
    assert shown(read(rtf(body))) == ["1. A", "B", "C"]


def test_hidden_and_deleted_text_goes_with_a_warning_and_inserted_text_stays() -> None:
    body = (
        r"To {\deleted fell}{\revised plant} two oaks{\v  in secret}\par"
        r"{\v All unseen\par}{\v\b0 x}\v0 Seen\par"
    )
    paper = read(rtf(body))
    assert shown(paper) == ["To plant two oaks", "Seen"]
    assert paper.warnings == ("Hidden text was left out.", "Text marked as deleted was left out.")


def test_a_deleted_end_joins_two_paragraphs_and_a_deleted_paragraph_takes_its_number_along() -> (
    None
):
    body = (
        r"To approve {\deleted\par}the plan\par"
        r"{\listtext 1.\tab}{\deleted Gone\par}{\listtext 2.\tab}Kept\par"
    )
    assert shown(read(rtf(body))) == ["To approve the plan", "2. Kept"]


@pytest.mark.parametrize(
    "group",
    [
        r"{\pict\wmetafile8 0102abcd}",
        r"{\*\shppict{\pict 0102abcd}}{\nonshppict{\pict 0102abcd}}",
        r"{\object\objemb drawn{\*\objclass Word}{\*\objdata 0105}}",
        r"{\colortbl;\red0\green0\blue0;}",
        r"{\*\generator Some Program;}",
        r"{\*\unknown {\b deep} text}",
        r"{\*\bkmkstart _Toc1}{\*\bkmkend _Toc1}",
        r"{\xe {\v an index}}{\tc a list}",
        r"{\info{\keywords secret}{\doccomm secret}}",
        r"{\shp{\*\shpinst{\sp{\sn name}{\sv 1}}}{\shprslt{\par drawn again}}}",
        r"{\*\ftnsep\chftnsep}{\ftnsepc\chftnsepc}",
        r"{\field{\*\fldinst PAGE}}",
        r"{\filetbl{\file a file}}{\revtbl{Jane Roe;}}",
        "{\\bin5 }}}}}}",
    ],
)
def test_what_no_reader_of_the_print_sees_is_skipped(group: str) -> None:
    paper = read(rtf(rf"Agreed{group} today\par"))
    assert (shown(paper), paper.warnings) == (["Agreed today"], ())


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (r'{\field{\*\fldinst HYPERLINK "http://exham.example"}{\fldrslt{\ul a plan}}}', "a plan"),
        (r"{\field{\*\fldinst{\f0 REF}}{\fldrslt a {\field{\*\fldinst P}{\fldrslt b}}}}", "a b"),
        (r'{\field{\*\fldinst SYMBOL 252 \\f "Wingdings" \\s 12}{\fldrslt\f2}}', "✓"),
        (r"{\field{\*\fldinst SYMBOL 252 \\f Wingdings}{\fldrslt{\f2\'fc}}}", "✓"),
        (r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres1{\*\ffname x}}}}}", "☒"),
        (r"{\field{\*\fldinst FORMCHECKBOX{\*\formfield{\fftype1\ffres25\ffdefres0}}}}", "☐"),
        (r"{\object\objemb{\*\objdata 0105}{\result{a table}}}", "a table"),
        (r"{\upr{R?e}{\*\ud{R\u333 ?e}}}", "Rōe"),
        (r"\page next\column one", "next one"),
        (r"{\*\htmltag64 <p>}x", "x"),
    ],
)  # fmt: skip
def test_what_the_print_shows_of_fields_and_objects_is_kept(group: str, expected: str) -> None:
    assert shown(read(rtf(group + r"\par"))) == [expected]


def test_lines_broken_on_purpose_are_paragraphs_and_tabs_make_tables() -> None:
    body = (
        r"Jane Roe\line Director of Parks\par To note\line the report\par\par "
        r"Ward\tab Cost\par East\tab \'a340\par\par 1.\tab To note the cost\par"
    )
    assert shown(read(rtf(body))) == [
        "Jane Roe",
        "Director of Parks",
        "To note the report",
        (("Ward", "Cost"), ("East", "£40")),
        "1. To note the cost",
    ]


def test_a_paragraph_ends_with_its_section_or_the_file_and_keeps_its_style() -> None:
    paper = read(rtf("A\\sect B\\par\\sect\\pard\\s1 The end"))
    assert shown(paper) == ["A", "B", "The end"]
    assert [getattr(part, "heading", None) for part in paper.parts] == [None, None, 1]


def test_a_backslash_at_a_lines_end_ends_the_paragraph() -> None:
    assert shown(read(rtf("A\\\nB\\\r\nC"))) == ["A", "B", "C"]


def test_braces_bound_how_a_paragraph_is_set() -> None:
    body = r"{\pard\s1 Purpose\par}{\pard It was agreed to wait.\par}"
    assert [getattr(part, "heading", None) for part in read(rtf(body)).parts] == [1, None]


@pytest.mark.parametrize(
    ("above", "below", "gap"),
    [
        ("", "", False),
        (r"\sa160", "", True),
        ("", r"\sb160", True),
        (r"\saauto1", "", True),
        (r"\sa160\contextualspace", r"\contextualspace", False),
    ],
)
def test_white_space_above_a_paragraph_is_told(above: str, below: str, gap: bool) -> None:
    _, second = read(rtf(para("A", above) + para("B", below))).parts
    assert isinstance(second, Para)
    assert second.gap is gap


def test_footnotes_come_last_and_endnotes_behind_them() -> None:
    body = (
        r"Agreed{\super\chftn}{\footnote\ftnalt\chftn At the end.}{\footnote\pard\plain\chftn  By"
        r" nine votes.}\par Next{\v{\footnote\plain unseen}}\par"
    )
    assert shown(read(rtf(body))) == ["Agreed", "Next", "By nine votes.", "At the end."]


def test_headers_and_footers_are_margins_and_said_once() -> None:
    running = r"{\header\pard NOT FOR\par PUBLICATION\par}{\headerf\pard NOT FOR PUBLICATION\par}"
    footer = r"{\footer Page {\field{\*\fldinst PAGE}{\fldrslt 2}}}"
    paper = read(rtf(running + footer + r"Agreed\par"))
    assert shown(paper) == ["Agreed"]
    assert paper.margins == ("NOT FOR PUBLICATION", "NOT FOR", "PUBLICATION", "Page 2")


def test_comments_go_with_a_warning() -> None:
    paper = read(rtf(r"Agreed{\*\atnid JR}{\*\atnauthor Roe}\chatn{\*\annotation\pard Why?}\par"))
    assert shown(paper) == ["Agreed"]
    assert paper.warnings == ("Comments were left out.",)


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = (
        r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard In the box\par}}{\shprslt{\*\do"
        r"{\dptxbxtext\pard In the box\par}}}}"
    )
    assert shown(read(rtf(rf"Beside{box} it\par After\par"))) == [
        "Beside it",
        "In the box",
        "After",
    ]


def test_the_files_own_facts_are_hints() -> None:
    info = (
        r"{\info{\title Parks \u8211- Plan \u-10179 ?\u-8704 ?}{\author J Roe}{\operator A Doe}"
        r"{\creatim\yr2024\mo3\dy5\hr9}{\revtim\yr2025\mo1\dy1}}"
    )
    found = read(rtf(r"Agreed\par", before=info)).properties
    assert (found.title, found.author, found.created) == (
        "Parks – Plan 😀",
        "J Roe",
        date(2024, 3, 5),
    )


def test_a_date_that_is_none_is_unknown() -> None:
    info = r"{\info{\creatim\yr0\mo0\dy0}{\title }}"
    found = read(rtf(r"Agreed\par", before=info)).properties
    assert (found.title, found.created) == (None, None)
