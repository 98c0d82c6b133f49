"""Web pages: as a browser would set them out, without what surrounds the paper."""

import time
from datetime import date
from html import escape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ingest.pages import Para, Table
from ingest.readers.clean import clean
from ingest.readers.html.reader import read
from ingest.readers.left_out import DELETED
from support.shown import refusal, shown


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def test_headings_paragraphs_and_inline_marks() -> None:
    body = "<h2>Purpose</h2><p>To <b>approve</b> the <a href=x>plan</a>,\n  <i>note</i> it.</p>"
    heading, paragraph = read(page(body)).parts
    assert heading == Para("Purpose", heading=2)
    assert paragraph == Para("To approve the plan, note it.")


def test_a_short_paragraph_in_bold_is_a_heading() -> None:
    body = "<p><b>Background</b></p><p><b>Agreed.</b></p><p style='font-weight: bold'>Law</p>"
    assert [getattr(p, "heading", None) for p in read(page(body)).parts] == [6, None, 6]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ol><li>A<li>B</ol>", ["1. A", "2. B"]),
        ('<ol start="3"><li>A<li>B</ol>', ["3. A", "4. B"]),
        ('<ol start="0"><li>A</ol>', ["0. A"]),
        ("<ol reversed><li>A<li>B</ol>", ["2. A", "1. B"]),
        ('<ol type="i"><li>A<li value="4">B<li>C</ol>', ["i. A", "iv. B", "v. C"]),
        ('<ol type="A" start="27"><li>A<li>B</ol>', ["AA. A", "AB. B"]),
        ('<ol style="list-style-type: lower-alpha"><li>A</ol>', ["a. A"]),
        ('<ol style="list-style: none"><li>(a) A</ol>', ["(a) A"]),
        ('<ol><li type="I">A<li>B</ol>', ["I. A", "2. B"]),
        ("<ul><li>A<li>B</ul>", ["• A", "• B"]),
        ('<ul style="list-style-type:none"><li>A</ul>', ["A"]),
        ("<ol><li><p>A</p><p>B</p></li><li>C</ol>", ["1. A", "B", "2. C"]),
        ("<ol><li>A<ol type=a><li>B<li>C</ol><li>D</ol>", ["1. A", "a. B", "b. C", "2. D"]),
        ("<ol><li>A<ul><li>B</ul></ol>E", ["1. A", "• B", "E"]),
        ('<ol start="x"><li value="99999999999">A</ol>', ["1. A"]),
    ],
)
def test_list_items_have_the_numbers_that_a_browser_prints(body: str, expected: list[str]) -> None:
    assert shown(read(page(body))) == expected


def test_tables_are_squared() -> None:
    body = """<table><caption>Costs</caption><thead><tr><th>Ward<th>Cost<th>Year</thead>
      <tr><td rowspan=2>East<td>£40<td>2024<tr><td>£50<td>2025
      <tr><td colspan=2>Both<td>✓</table>"""
    caption, table = read(page(body)).parts
    assert caption == Para("Costs")
    assert table == Table(
        (("Ward", "Cost", "Year"), ("East", "£40", "2024"), ("", "£50", "2025"), ("Both", "", "✓")),
        header_rows=1,
    )


def test_rows_of_nothing_but_head_cells_are_head_rows() -> None:
    (table,) = read(page("<table><tr><th>A<th>B<tr><th>C<td>D<tr><td>E<td>F</table>")).parts
    assert isinstance(table, Table)
    assert table.header_rows == 1


def test_a_cell_holds_paragraphs_and_lists_on_one_line() -> None:
    body = "<table><tr><td><p>Plant:</p><ol><li>oaks<li>elms</ol><td>Parks<tr><td>A<td>B</table>"
    assert shown(read(page(body))) == [(("Plant: 1. oaks 2. elms", "Parks"), ("A", "B"))]


@pytest.mark.parametrize(
    "body",
    [
        "<table><tr><td><p>A</p><p>B</p></table>",
        "<table role=presentation><tr><td>A<td>B</table>",
        "<table><tr><td><table><tr><td>A</table><td>B</table>",
        "<table><tr><td><h1>A</h1></table>B",
    ],
)
def test_tables_for_layout_are_paragraphs(body: str) -> None:
    assert shown(read(page(body))) == ["A", "B"]


def test_an_absurd_span_is_held_to_a_hundred_columns() -> None:
    (table,) = read(page("<table><tr><td colspan=999999>A<td>B<tr><td>C</table>")).parts
    assert isinstance(table, Table)
    assert len(table.rows[0]) == 100
    assert "B" in table.rows[0][-1].split()


def test_what_is_not_the_paper_is_left_out() -> None:
    body = """<nav>Home</nav><header>Exham Council</header><script>var a</script><style>p{}</style>
      <div role="navigation">Menu</div><p>Agreed<span class="mgHide"> ref: 12</span>.</p>
      <form><select><option>All</select><button>Go</button></form>
      <footer>Contact us</footer>"""
    assert shown(read(page(body))) == ["Exham Council", "Agreed."]


def test_only_the_main_part_of_a_page_is_read_where_it_says_which() -> None:
    body = "<div>Cookies</div><main><h1>Minutes</h1></main><div>Share</div>"
    assert shown(read(page(body))) == ["Minutes"]


def test_hidden_text_goes_with_a_warning() -> None:
    body = "<p>Seen</p><p hidden>Not</p><div style='display: none'>Nor <b>this</b></div>"
    paper = read(page(body))
    assert shown(paper) == ["Seen"]
    assert paper.warnings == ("Hidden text was left out.",)


def test_running_headers_and_footers_are_margins() -> None:
    body = '<div title="header"><p>NOT FOR PUBLICATION</p></div><p>Agreed</p><footer>Exham</footer>'
    paper = read(page(body))
    assert shown(paper) == ["Agreed"]
    assert paper.margins == ("NOT FOR PUBLICATION", "Exham")


def test_what_a_picture_is_said_to_show_is_told() -> None:
    paper = read(page('<img src="banner.png" alt="NOT FOR PUBLICATION"><p>Agreed</p>'))
    assert paper.margins == ("NOT FOR PUBLICATION",)


def test_each_line_of_a_running_header_is_told() -> None:
    paper = read(page("<footer><div>Exham</div><p>EXEMPT</p></footer><p>Agreed</p>"))
    assert paper.margins[1:] == ("Exham", "EXEMPT")


def test_the_pages_own_facts_are_hints() -> None:
    head = (
        "<title>Parks Plan</title><meta name=author content='J Roe'>"
        "<meta name=created content='2024-03-05T10:00:00'>"
    )
    found = read(page("<p>Agreed", head)).properties
    assert (found.title, found.author, found.created) == ("Parks Plan", "J Roe", date(2024, 3, 5))


def test_line_breaks_and_white_space_above() -> None:
    body = "<p>Jane Roe<br>Director of Parks</p><p>To note<br>the plan</p>"
    parts = [part for part in read(page(body)).parts if isinstance(part, Para)]
    assert [(part.text, part.gap) for part in parts] == [
        ("Jane Roe", True), ("Director of Parks", False), ("To note the plan", True),
    ]  # fmt: skip


def test_text_set_as_typed_keeps_its_lines_and_tables() -> None:
    body = "<pre>PURPOSE\n\n1. To note\n2. To agree\n\nWard\tCost\nEast\t£40</pre>"
    rows = (("Ward", "Cost"), ("East", "£40"))
    assert shown(read(page(body))) == ["PURPOSE", "1. To note", "2. To agree", rows]


def test_paragraphs_with_tabs_in_them_are_a_table() -> None:
    body = "<p>Ward\tCost</p><p>East\t£40</p><p><br></p><p>Other\n\t\twords</p>"
    assert shown(read(page(body))) == [(("Ward", "Cost"), ("East", "£40")), "Other words"]


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "cp1252"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ("", "utf-8"),
        ("", "cp1252"),
        ('<meta charset="utf-16">', "utf-16"),
        ('<meta charset="nonsense">', "cp1252"),
    ],
)
def test_the_bytes_are_believed_before_the_page(head: str, encoding: str) -> None:
    text = f"<html><head>{head}</head><body><p>Müller’s £5 – “agreed”</body></html>"
    assert shown(read(text.encode(encoding))) == ["Müller’s £5 – “agreed”"]


def test_other_encodings_are_read_as_declared() -> None:
    text = '<meta charset="iso-8859-2"><p>Łódź'
    assert shown(read(text.encode("iso-8859-2"))) == ["Łódź"]


def test_entities_are_letters_even_those_of_windows() -> None:
    assert shown(read(page("<p>Council&#146;s &pound;5 &#150; &#x2713; &nbsp;&amp;"))) == [
        "Council’s £5 – ✓ &"
    ]


def test_a_page_nested_without_end_is_read_as_lines_in_little_time() -> None:
    begun = time.process_time()
    paper = read(b"<div>" * 200_000 + b"Deep <b>text</b><p>below" + b"</div>" * 200_000)
    assert shown(paper) == ["Deep text", "below"]
    assert "too deeply" in paper.warnings[0]
    assert time.process_time() - begun < 5


@pytest.mark.parametrize("text", ["<!--", "<p", "<![CDATA[", "&#99999999;", "<table><td><table>"])
def test_broken_markup_never_takes_the_rest_with_it(text: str) -> None:
    assert refusal(page(f"<p>Agreed</p>{text}")) == "read"


@given(st.text())
@example("\n\x85")  # which Windows writes for an ellipsis
def test_any_text_in_a_paragraph_is_read_as_it_stands(text: str) -> None:
    plain = text.encode("utf-8", "ignore").decode()
    found = read(page(f"<p>Agreed: {escape(plain)} .</p>"))
    assert " ".join(map(str, shown(found))).split() == f"Agreed: {clean(plain)} .".split()


@given(st.text("<>/abp ", max_size=200))
def test_no_tangle_of_tags_is_too_much(text: str) -> None:
    assert read(page(text + "<p>Agreed")).format == "html"


def test_what_is_marked_as_deleted_is_left_out_with_a_warning() -> None:
    paper = read(b"<p>The lease be <del>ended</del> <ins>granted</ins> at <s>once</s>.</p>")
    assert shown(paper) == ["The lease be granted at once."]
    assert paper.warnings == (DELETED,)


@pytest.mark.parametrize(
    "banner",
    [
        '<div id="cookie-banner"><p>We use cookies.</p></div>',
        '<section class="site cookieConsent"><p>We use cookies.</p></section>',
        '<div class="cookie-notice__text">We use cookies.</div>',
    ],
)
def test_what_asks_about_cookies_is_no_part_of_a_paper(banner: str) -> None:
    assert shown(read(f"{banner}<p>Agreed.</p>".encode())) == ["Agreed."]


def test_a_policy_on_cookies_is_read() -> None:
    page = b'<div class="cookie-policy"><p>We use cookies.</p></div>'
    assert shown(read(page)) == ["We use cookies."]


def test_what_browsers_without_frames_are_told_is_left_out() -> None:
    page = b'<frameset><frame src="a.html"><noframes><p>Get frames.</p></noframes></frameset>'
    assert refusal(page) == "no_text"


@pytest.mark.parametrize("name", ["utf-16", "utf-32le", "utf-7", "unicode_escape", "rot13", "no"])
def test_letters_that_a_page_cannot_be_in_are_not_believed(name: str) -> None:
    page = f'<meta charset="{name}"><p>£5 \\x41'.encode("cp1252")
    assert shown(read(page)) == ["£5 \\x41"]
