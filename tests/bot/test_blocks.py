"""Answers as messages that Slack accepts, with excerpts unaltered."""

import re
from dataclasses import replace
from datetime import date

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from bot.administration.ingest_blocks import finished_message, status_message
from bot.answers.asked import Asked
from bot.answers.blocks import answer_message, more_message
from bot.answers.frame import ALONE, Frame
from bot.message import MAX_TEXT, READ_ON, Message
from bot.text import visible
from bot.usage import asking_help, decisions_help, townclerk_help
from index.records import Answer, Citation, Filters, FrontPage, ReportFacts, Searched
from index.runs import BodyCoverage, Run, RunItem, Status
from support.block_kit import problems, quotes, texts
from support.sample_answer import ANSWER, CITATION, FRONT, REPORT


def assert_slack_accepts(message: Message) -> None:
    assert problems(list(message.blocks)) == []
    assert 0 < len(message.text) <= MAX_TEXT
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", message.text)


def words_of(message: Message) -> str:
    return "\n".join(texts(list(message.blocks)))


def test_an_answer_shows_headline_excerpt_standing_place_and_what_was_searched() -> None:
    message = answer_message(ANSWER)
    assert_slack_accepts(message)
    *shown, searched = texts(list(message.blocks))
    assert searched.startswith("Searched 12 papers, the newest of 9 January 2024")
    assert shown == [
        "Recommended, not a decision.",
        "[1] Recommended, not a decision",
        "That Cabinet approve the hours.",
        "Library opening hours",
        " · Borough of Eastmere, Cabinet, 14 June 2023 · paragraph 4.2 · page 2",
        "Read in context",
        "Copy citation",
    ]


def test_the_latest_position_stands_under_the_headline() -> None:
    said = ("It decides what was recommended in: Hours.", "Nothing newer was found: 2 years.")
    message = answer_message(replace(ANSWER, kind="latest", position=said))
    assert_slack_accepts(message)
    assert texts(list(message.blocks))[:2] == ["Recommended, not a decision.", "\n".join(said)]
    assert "\n".join(said) in message.text


def test_citations_are_numbered_in_order() -> None:
    second = replace(CITATION, excerpt="Agreed.", standing="resolved")
    words = words_of(answer_message(replace(ANSWER, citations=(CITATION, second))))
    assert words.index("[1] Recommended, not a decision") < words.index("[2] Resolved")


def test_an_inferred_year_is_said_to_be_inferred() -> None:
    front = replace(FRONT, meeting_date_basis="inferred", meeting_date_rule="from the footer")
    cited = replace(CITATION, report=replace(REPORT, front=front))
    words = words_of(answer_message(replace(ANSWER, citations=(cited,))))
    assert "14 June 2023 (inferred: from the footer)" in words


def test_a_paper_of_unknown_date_says_so() -> None:
    report = replace(REPORT, front=FrontPage())
    words = words_of(answer_message(replace(ANSWER, citations=(replace(CITATION, report=report),))))
    assert "date not stated" in words
    assert "hours.txt" in words


def test_a_mention_in_a_paper_mentions_nobody() -> None:
    nasty = "<!channel> <@U0STAFF> <https://evil.example|minutes> *bold* `code` &amp; :tada:"
    cited = replace(CITATION, excerpt=nasty, report=replace(REPORT, source=nasty))
    message = answer_message(
        replace(ANSWER, headline=nasty, citations=(cited,), suggestions=(nasty,))
    )
    assert_slack_accepts(message)
    assert quotes(list(message.blocks)) == [nasty]
    assert {node["type"] for node in parts(message)} == {"text"}


def parts(message: Message) -> list[dict[str, str]]:
    """The smallest parts of all rich text."""
    rich = [block for block in message.blocks if block["type"] == "rich_text"]
    return [part for block in rich for group in block["elements"] for part in group["elements"]]


def test_a_title_leads_to_the_paper_only_by_a_web_address() -> None:
    for url, kinds in (("https://x.gov.uk/a.pdf", {"text", "link"}), ("javascript:x", {"text"})):
        cited = replace(CITATION, report=replace(REPORT, url=url))
        message = answer_message(replace(ANSWER, citations=(cited,)))
        assert_slack_accepts(message)
        assert {part["type"] for part in parts(message)} == kinds


def test_a_long_excerpt_is_cut_only_at_its_end_and_says_so_outside_the_quote() -> None:
    excerpt = "The committee considered the options at length. " * 400
    message = answer_message(replace(ANSWER, citations=(replace(CITATION, excerpt=excerpt),)))
    assert_slack_accepts(message)
    (quote,) = quotes(list(message.blocks))
    assert excerpt.startswith(quote)
    assert len(quote) > 2000
    assert READ_ON in texts(list(message.blocks))


def test_an_answer_that_was_not_found_says_what_was_searched_and_what_to_try() -> None:
    answer = replace(
        ANSWER,
        status="no_answer",
        headline="Not found: no paper held speaks of this.",
        citations=(),
        suggestions=("What were the recommendations on library hours?",),
    )
    words = words_of(answer_message(answer))
    assert "Searched 12 papers" in words
    assert "What were the recommendations on library hours?" in words


def test_what_an_ingest_kept_out_is_named_with_its_code() -> None:
    run = Run(7, "finished", "2024-01-09T10:00:00Z", "2024-01-09T10:01:00Z", added=2, failed=1)
    item = RunItem("papers/scan.pdf", "failed", "no_text", "There is no text in it.")
    message = finished_message(run, [item])
    assert_slack_accepts(message)
    assert "scan.pdf – failed (no_text): There is no text in it." in words_of(message)
    assert "2 added, 1 failed." in words_of(message)


def test_papers_that_were_kept_out_for_one_reason_are_told_in_one_line() -> None:
    run = Run(7, "finished", "2024-01-09T10:00:00Z", "2024-01-09T10:01:00Z", unchanged=2, failed=4)
    why = ("no_text", "There is no text in it.")
    items = [RunItem("papers/exempt.pdf", "withheld", "exempt", "It is marked exempt.")]
    items += [RunItem(f"papers/{name}", "failed", *why) for name in ("a.pdf", "b.pdf", "old/a.pdf")]
    message = finished_message(run, items)
    assert_slack_accepts(message)
    assert message.text.splitlines()[1:] == [
        "• a.pdf (2 times), b.pdf – failed (no_text): There is no text in it.",
        "• withheld paper 1fd1442f – withheld (exempt): It is marked exempt.",
        "The names of withheld papers are not told in Slack. On the server, townclerk failures "
        "says which each is.",
    ]


def test_help_is_accepted() -> None:
    for message in (asking_help(), decisions_help("Sorry."), townclerk_help("Sorry.")):
        assert_slack_accepts(message)


STATUS = Status(
    12, 300, 20, 1, 2, date(2024, 1, 9), 5, None,
    (BodyCoverage("Borough of Eastmere", "Cabinet", 12, date(2024, 1, 9)),),
)  # fmt: skip


def test_the_status_tells_coverage_and_what_was_kept_out() -> None:
    message = status_message(STATUS)
    assert_slack_accepts(message)
    words = words_of(message)
    assert "12 papers" in words
    assert "• Cabinet, Borough of Eastmere: 12 papers, newest 9 January 2024" in words
    assert "1 withheld as exempt, unclear or withdrawn; 2 could not be read." in words


# Whatever the papers hold, Slack accepts the message.

# Shrinking an answer of many long texts takes minutes and tells no more than the failure does.
UNSHRUNK = settings(
    max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)

TEXT = st.text(max_size=200) | st.text(min_size=1, max_size=3).map(lambda text: text * 2000)
MAYBE = st.none() | TEXT
FRONTS = st.builds(FrontPage, title=MAYBE, council=MAYBE, body=MAYBE, meeting_date_rule=MAYBE)
FACTS = st.builds(ReportFacts, source=TEXT, front=FRONTS, url=MAYBE)
CITATIONS = st.builds(Citation, excerpt=TEXT, report=FACTS, paragraph=MAYBE, heading=MAYBE)
FILTERS = st.builds(Filters, council=MAYBE, body=MAYBE)
SEARCHED = st.builds(Searched, filters=FILTERS, words=st.lists(TEXT, max_size=3).map(tuple))
ANSWERS = st.builds(
    Answer,
    headline=TEXT,
    citations=st.lists(CITATIONS, max_size=60).map(tuple),
    searched=SEARCHED,
    suggestions=st.lists(TEXT, max_size=8).map(tuple),
    read_as=MAYBE,
    position=st.lists(TEXT, max_size=5).map(tuple),
)


ASKED = st.builds(Asked, text=TEXT, conversation=st.lists(TEXT, max_size=3).map(tuple))
FRAMES = st.just(ALONE) | st.builds(
    Frame,
    asked=ASKED,
    answer_id=st.just("0123456789abcdef"),
    handover=st.none() | st.just("Democratic Services"),
)


@UNSHRUNK
@given(ANSWERS, FRAMES)
def test_slack_accepts_any_answer_and_no_quote_is_altered(answer: Answer, frame: Frame) -> None:
    message = answer_message(answer, frame)
    assert_slack_accepts(message)
    assert_slack_accepts(more_message(answer, frame))
    quoted = [visible(citation.excerpt) for citation in answer.citations]
    shown = quotes(list(message.blocks))
    assert all(any(excerpt.startswith(quote) for excerpt in quoted) for quote in shown)


ITEMS = st.lists(st.builds(RunItem, source=TEXT, code=MAYBE, message=MAYBE), max_size=60)
COVERAGE = st.lists(st.builds(BodyCoverage, council=MAYBE, body=MAYBE), max_size=30)


@UNSHRUNK
@given(st.builds(Run), ITEMS, st.builds(Status, by_body=COVERAGE.map(tuple)))
def test_slack_accepts_any_ingest_and_any_status(
    run: Run, items: list[RunItem], status: Status
) -> None:
    assert_slack_accepts(finished_message(run, items))
    assert_slack_accepts(status_message(status))
