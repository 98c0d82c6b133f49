"""However often a text was escaped, it comes back as it was, and no further."""

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pipeline import read_report
from ingest.readers.moderngov.escapes import markup_of, once, plain
from ingest.readers.moderngov.values import address_of, day_of
from support.moderngov import item, meeting

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="<>"), max_size=60)


@given(_TEXTS, st.integers(0, 4))
def test_html_comes_back_whole_however_often_it_was_escaped(text: str, times: int) -> None:
    markup = f"<p>{escape(text)}</p>"
    sent = markup
    for _ in range(times):
        sent = escape(sent)
    assert markup_of(sent) == markup


@given(st.text(max_size=200))
def test_taking_off_a_level_undoes_putting_one_on(text: str) -> None:
    assert once(escape(text)) == text


@given(st.text(max_size=200))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    markup_of(text)
    plain(text)
    day_of(text)
    assert address_of(text) is None or text.strip().startswith("https://")


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        ("Members&#39; Questions", "Members' Questions"),
        ("Members&amp;#39; Questions", "Members' Questions"),
        ("Members&amp;amp;#x27; Questions", "Members' Questions"),
        ("Parks &amp; Pitches", "Parks & Pitches"),
        ("Parks & Pitches", "Parks & Pitches"),
        ("R&D and Q&A; then &copy and &notanentity;", "R&D and Q&A; then &copy and &notanentity;"),
        ("How to write &amp;amp; in an address", "How to write &amp; in an address"),
        ("Council&rsquo;s budget &ndash; &pound;5m", "Council’s budget – £5m"),
        ("&quot;Quiet&quot; lanes", '"Quiet" lanes'),
    ],
)
def test_titles_lose_the_escape_they_are_sent_with(sent: str, meant: str) -> None:
    assert plain(sent) == meant


@pytest.mark.parametrize("times", [0, 1, 2, 3])
def test_a_meeting_escaped_once_more_than_usual_reads_the_same(times: int) -> None:
    title, minute = escape("Ploughman's & Reed's"), "<p>Write &amp;amp; for &amp; here.</p>"
    for _ in range(times):
        title, minute = escape(title), escape(minute)
    told = item("1.", "", minute) | {"agendaitemtitle": title}
    report = read_report(meeting(told).xml(), "a.xml")
    assert [block.text for block in report.blocks[5:]] == [
        "1. Ploughman's & Reed's",
        "Write &amp; for & here.",
    ]
