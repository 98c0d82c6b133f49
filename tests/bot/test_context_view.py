"""The windows that show a citation in its paper, and ready to be copied."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.answers.citing import citation_text, cite_view
from bot.answers.context_view import context_view, page_address
from bot.text import visible
from index.context import Context
from index.records import Block, Decision, FrontPage, ReportFacts
from support.block_kit import quotes, texts, view_problems
from support.sample_answer import FRONT, REPORT

HEADING = Block("heading", "Opening hours", 0, 13)
BEFORE = Block("paragraph", "4.1 The library opens at nine.", 14, 44, label="4.1", page=2)
CITED = Block(
    "paragraph",
    "4.2 Use fell. That Cabinet approve the hours. It costs £400.",
    45,
    105,
    label="4.2",
    heading="Opening hours",
    page=2,
)
AFTER = Block("row", "Tuesday\t9 to 7", 106, 120, page=3)
EXCERPT = "That Cabinet approve the hours."
START = CITED.start + CITED.text.index(EXCERPT)
FOUND = Context(REPORT, START, START + len(EXCERPT), (HEADING, BEFORE), (CITED,), (AFTER,))
RESOLVED = Decision(EXCERPT, "resolved", START, START + 31, START, minute="31")


def shown(view: dict[str, Any]) -> list[str]:
    assert view_problems(view, "modal") == []
    return texts(view["blocks"])


def test_the_excerpt_stands_alone_in_a_quote_between_lines_that_say_so() -> None:
    view = context_view(FOUND)
    assert quotes(view["blocks"]) == [EXCERPT]
    assert shown(view) == [
        "Library opening hours",
        "Borough of Eastmere, Cabinet, 14 June 2023 · under “Opening hours” · page 2",
        "Opening hours",
        "4.1 The library opens at nine.",
        "4.2 Use fell. ",
        "What was cited, word for word:",
        EXCERPT,
        "What was cited ends here.",
        " It costs £400.",
        "Tuesday\t9 to 7",
        "No web address of this paper is known. It was read from the file hours.txt.",
    ]


def test_a_paper_on_the_web_is_opened_at_its_page() -> None:
    found = replace(FOUND, report=replace(REPORT, url="https://x.gov.uk/Hours.PDF?id=3"))
    (link,) = [
        part
        for block in context_view(found)["blocks"]
        for group in block.get("elements", [])
        for part in group.get("elements", [])
        if part["type"] == "link"
    ]
    url = "https://x.gov.uk/Hours.PDF?id=3#page=2"
    assert (link["text"], link["url"]) == ("Open the paper", url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, None),
        ("http://x.gov.uk/a.pdf", None),
        ("javascript:alert(1)", None),
        ("https://x.gov.uk/a.pdf#top", "https://x.gov.uk/a.pdf#top"),
        ("https://x.gov.uk/a.docx", "https://x.gov.uk/a.docx"),
    ],
)
def test_only_a_pdf_without_a_place_of_its_own_is_opened_at_a_page(
    url: str | None, expected: str | None
) -> None:
    assert page_address(url, 2) == expected


def test_a_block_given_in_part_says_so() -> None:
    assert "(in part) " in shown(context_view(replace(FOUND, cut=frozenset([BEFORE.start]))))


def test_a_citation_names_title_meeting_minute_paragraph_page_and_address() -> None:
    report = replace(REPORT, kind="minutes", url="https://x.gov.uk/a.pdf")
    assert citation_text(replace(FOUND, report=report), [RESOLVED], "resolved") == (
        "Library opening hours. Minutes of Borough of Eastmere, Cabinet, 14 June 2023, "
        "minute 31, paragraph 4.2, page 2. https://x.gov.uk/a.pdf"
    )


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ("recommended", "A recommendation, not a decision."),
        ("proposed", "A proposal, not a decision."),
    ],
)
def test_what_is_no_decision_is_cited_as_none(standing: str, said: str) -> None:
    assert citation_text(FOUND, [], standing) == (
        "Library opening hours. Report to Borough of Eastmere, Cabinet, 14 June 2023, "
        f"paragraph 4.2, page 2. {said} File: hours.txt"
    )


def test_what_a_paper_does_not_say_is_said_not_to_be_stated() -> None:
    report = replace(REPORT, front=FrontPage(draft=True), source="/srv/secret/hours.txt")
    assert citation_text(replace(FOUND, report=report, cited=(AFTER,)), [], "reported") == (
        "hours.txt (draft). Report to body not stated, date not stated, page 3. File: hours.txt"
    )


# Whatever the paper holds, Slack shows the windows.

TEXT = st.text(min_size=1, max_size=300) | st.text(min_size=1, max_size=3).map(lambda t: t * 1000)
KINDS = st.sampled_from(["heading", "paragraph", "item", "row"])


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    counts = [draw(st.integers(low, 5)) for low in (0, 1, 0)]
    start, zones = 0, []
    for count in counts:
        zone = []
        for _ in range(count):
            text = draw(TEXT)
            zone.append(Block(draw(KINDS), text, start, start + len(text), heading=draw(MAYBE)))
            start += len(text) + 1
        zones.append(tuple(zone))
    before, cited, after = zones
    first = draw(st.integers(cited[0].start, cited[0].end - 1))
    last = draw(st.integers(max(first + 1, cited[-1].start + 1), cited[-1].end))
    front = replace(FRONT, title=draw(MAYBE), body=draw(MAYBE))
    report = ReportFacts("0" * 16, draw(TEXT), "report", front, "public", 3, start, (), draw(MAYBE))
    return Context(report, first, last, before, cited, after, frozenset([0]))


MAYBE = st.none() | TEXT


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(contexts())
def test_slack_shows_any_citation_in_context_and_to_be_copied(found: Context) -> None:
    view = context_view(found)
    shown(view)
    shown(cite_view(found, [], "recommended"))
    for quote in quotes(view["blocks"]):
        assert visible(found.excerpt).startswith(quote)
