"""The numbers of OpenDocument lists: as LibreOffice prints them."""

import pytest

from ingest.readers.odt import read
from support.odts import heading, item, level, listed, numbers, odt, outline, para, style
from support.shown import shown

LEGAL = numbers("L", level("1"), level("i", "(", ")"), level("a"))
DEEP = numbers("D", level("A"), level("1", "", "", 'text:display-levels="2"'))
BOTH = LEGAL + DEEP
GOES_ON = ' text:continue-numbering="true"'


def test_levels_are_counted_and_begin_anew_under_the_next_item() -> None:
    body = listed("A", listed("B", listed("C", "D"), "E"), "F", listed("G"), style="L")
    assert shown(read(odt(body, LEGAL))) == [
        "1. A", "(i) B", "a. C", "b. D", "(ii) E", "2. F", "(i) G",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (listed("C", style="L"), "1. C"),
        (listed("C", style="L", more=GOES_ON), "3. C"),
        (listed("C", style="D", more=GOES_ON), "A. C"),
        (listed("C", style="L", more=' text:continue-list="first"'), "3. C"),
        (listed("X", style="D") + listed("C", style="L", more=GOES_ON), "1. C"),
        (listed("X", style="D") + listed("C", style="L", more=' text:continue-list="first"'),
         "3. C"),
        (listed(item(listed("C")), style="L", more=GOES_ON), "(i) C"),
        (listed(item(para("C"), more=' text:start-value="8"'), style="L"), "8. C"),
    ],
)  # fmt: skip
def test_a_list_goes_on_where_it_says_so(second: str, expected: str) -> None:
    first = listed("A", "B", style="L", more=' xml:id="first"')
    assert shown(read(odt(first + para("Between") + second, BOTH)))[-1] == expected


def test_words_lists_go_on_by_their_style() -> None:
    said = "<meta:generator>MicrosoftOffice/16.0 MicrosoftWord</meta:generator>"
    parts = [listed(text, style=name, more=GOES_ON) for text, name in ("AL", "BD", "CL")]
    assert shown(read(odt("".join(parts), BOTH, meta=said))) == ["1. A", "A. B", "2. C"]


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ((para("A"), listed("B", "C"), para("D"), listed("E")), "(i) E"),
        ((para("A"), listed("B", "C"), para("D"), listed("E", more=GOES_ON)), "(iii) E"),
        ((para("A"), listed("B", "C"), para("D"), listed("E", style="D")), "A.1 E"),
    ],
)
def test_a_second_list_within_an_item_begins_anew(inside: tuple[str, ...], expected: str) -> None:
    assert shown(read(odt(listed(item(*inside), style="L"), BOTH)))[-1] == expected


def test_a_level_that_was_passed_over_has_counted_one() -> None:
    body = listed(item(listed("A")), "B", style="D")
    assert shown(read(odt(body, DEEP))) == ["A.1 A", "B. B"]


def test_only_the_first_paragraph_of_an_item_is_numbered_and_a_lists_header_never() -> None:
    header = f"<text:list-header>{para('Head')}</text:list-header>"
    body = listed(header, item(para("A"), para("more of A")), "B", style="L")
    assert shown(read(odt(body, LEGAL))) == ["Head", "1. A", "more of A", "2. B"]


def test_an_item_may_have_a_style_of_its_own() -> None:
    body = listed("A", item(para("B"), more=' text:style-override="D"'), "C", style="L")
    assert shown(read(odt(body, BOTH))) == ["1. A", "B. B", "3. C"]


@pytest.mark.parametrize(
    ("levels", "start", "expected"),
    [
        (level("1"), 8, "8. A"),
        (level("I", "Part ", ""), 4, "Part IV A"),
        (level("A", "(", ")"), 2, "(B) A"),
        (level("a"), 28, "ab. A"),
        (level("a", more='style:num-letter-sync="true"'), 28, "bb. A"),
        (level("1st"), 3, "3rd. A"),
        (level("01"), 3, "03. A"),
        (level("", "Note:", ""), 1, "Note: A"),
        (level("", "", "."), 1, "A"),
        (level("chicken"), 3, "3. A"),
        ("•", 1, "• A"),
    ],
)
def test_every_kind_of_number(levels: str, start: int, expected: str) -> None:
    body = listed(item(para("A"), more=f' text:start-value="{start}"'), style="K")
    assert shown(read(odt(body, numbers("K", levels)))) == [expected]


def test_a_level_may_say_where_it_starts() -> None:
    styles = numbers("S", level("1", more='text:start-value="0"'))
    assert shown(read(odt(listed("A", "B", style="S"), styles))) == ["0. A", "1. B"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (level("1", more='text:display-levels="2"'), "1.1. B"),
        (level("a", more='loext:num-list-format="%1%(%2%)" text:display-levels="2"'), "1(a) B"),
        (level("1", more='text:display-levels="9"'), "1.1. B"),
        ("•", "• B"),
    ],
)
def test_levels_may_show_those_above_them(second: str, expected: str) -> None:
    styles = numbers("S", level("1"), second)
    assert shown(read(odt(listed("A", listed("B"), style="S"), styles)))[1] == expected


def test_a_list_without_a_style_has_bullets() -> None:
    assert shown(read(odt(listed("A", listed("B"))))) == ["• A", "• B"]


def test_styles_of_the_whole_document_number_too() -> None:
    assert shown(read(odt(listed("A", style="L"), common=LEGAL))) == ["1. A"]


OUTLINE = outline(level("1"), level("1", "", "", 'text:display-levels="2"'))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (heading("A") + heading("B", 2) + heading("C"), ["1. A", "1.1 B", "2. C"]),
        (heading("A") + heading("B", more=' text:is-list-header="true"') + heading("C"),
         ["1. A", "B", "2. C"]),
        (heading("A", more=' text:restart-numbering="true" text:start-value="7"'), ["7. A"]),
        (heading("A", more=' text:style-name="off"') + heading("B"), ["A", "1. B"]),
        (listed(item(heading("A")), style="L") + heading("B"), ["1. A", "1. B"]),
        (para("A", "H") + heading("B"), ["1. A", "2. B"]),
        (heading("A", 9), ["A"]),
        (heading("A", 999_999_999), ["A"]),
    ],
)  # fmt: skip
def test_headings_are_numbered_by_the_outline(body: str, expected: list[str]) -> None:
    off = style("off", more=' style:list-style-name=""')
    named = style("H", more=' style:default-outline-level="1"')
    assert shown(read(odt(body, off + LEGAL, common=OUTLINE + named))) == expected


def test_a_paragraph_may_be_an_item_by_itself() -> None:
    def numbered(text: str, depth: int) -> str:
        at = f'text:style-name="L" text:list-id="q" text:level="{depth}"'
        return f"<text:numbered-paragraph {at}>{para(text)}</text:numbered-paragraph>"

    body = numbered("A", 1) + para("Between") + numbered("B", 2) + numbered("C", 1)
    assert shown(read(odt(body, LEGAL))) == ["1. A", "Between", "(i) B", "2. C"]
    assert shown(read(odt(numbered("A", 999_999_999), LEGAL))) == ["A"]


def test_a_paragraph_that_nobody_sees_takes_no_number() -> None:
    hidden = style("gone", '<style:text-properties text:display="none"/>')
    body = listed("A", item(para("B", "gone")), item("<text:p><text:change/></text:p>"), "C",
                  style="L")  # fmt: skip
    assert shown(read(odt(body, LEGAL + hidden))) == ["1. A", "2. C"]
