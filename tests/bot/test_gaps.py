"""What administrators are told is missing."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from aiohttp import web
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.administration.administering import report_gaps
from bot.memory import Memory
from bot.message import Message
from bot.records.gap_words import gap_lines, gap_message
from bot.records.missing import Missing, Unanswered, Useless, what_is_missing
from bot.records.record import Record, Vote
from index.library import Library, open_library
from index.records import Answer, AnswerStatus, Citation, Filters, ReportFacts, Searched
from index.relating.minutes import MinutesGaps, Silence, Unminuted
from index.shelf import open_shelf
from support.block_kit import message_problems
from support.commands import run, run_json
from support.held import hold_papers
from support.meetings import told
from support.small_reports import met
from support.town import Office
from support.workspace import ADMIN, GROUP_ADMIN, STAFF

TODAY = date(2026, 3, 10)
NOTHING = Missing(30, True, {}, (), (), {}, {}, (), ())

Ask = Callable[..., str]


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    with open_library(data) as opened:
        yield opened


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return Record(Memory(tmp_path / "slack.db"), 30)


@pytest.fixture
def ask(record: Record) -> Ask:
    """Has a question answered so, some days ago, citing some papers; gives the answer's id."""
    numbers = count()

    def asked(
        question: str, status: AnswerStatus, ago: int = 0, cited: tuple[ReportFacts, ...] = ()
    ) -> str:
        answer_id = f"{next(numbers):016x}"
        citations = tuple(Citation("", 0, 0, one, None, None, None, "reported") for one in cited)
        searched = Searched(3, None, Filters())
        answer = Answer(question, status, "other", "", None, citations, searched)
        record.add(answer_id, TODAY - timedelta(days=ago), answer, question)
        return answer_id

    return asked


def vote(record: Record, answer_id: str, *votes: Vote, words: str | None = None) -> None:
    for number, one in enumerate(votes):
        record.vote(answer_id, f"person {number}", TODAY, one, words)


def missing(library: Library, record: Record | None, keep: int = 30) -> Missing:
    return what_is_missing(library, record, keep, TODAY)


def refused(message: Message) -> list[str]:
    """What Slack would refuse of a message."""
    return message_problems({"blocks": list(message.blocks), "text": message.text})


def paper(library: Library, source: str) -> ReportFacts:
    return next(one for one in library.reports() if one.source == source)


def test_questions_not_answered_are_told_by_how_often_they_were_asked(
    library: Library, record: Record, ask: Ask
) -> None:
    ask("Who runs the lido?", "no_answer", ago=9)
    ask("Is the museum free?", "related", ago=3)
    ask("When is the fair?", "no_answer", ago=1)
    ask("who runs the LIDO", "no_answer", ago=2)
    ask("Who chairs Cabinet?", "answered")
    assert missing(library, record).questions == (
        Unanswered("who runs the LIDO", "no_answer", 2, TODAY - timedelta(days=2)),
        Unanswered("When is the fair?", "no_answer", 1, TODAY - timedelta(days=1)),
        Unanswered("Is the museum free?", "related", 1, TODAY - timedelta(days=3)),
    )


def test_questions_are_counted_whether_their_words_are_kept_or_not(
    library: Library, tmp_path: Path, record: Record, ask: Ask
) -> None:
    for status in ("answered", "answered", "related", "no_answer"):
        ask("Who runs the lido?", status)
    found = missing(library, record, keep=0)
    assert found.answers == {"answered": 2, "no_answer": 1, "related": 1}
    lines = gap_lines(found)
    assert lines[:3] == [
        "Questions of the last 30 days",
        "4 questions: 2 answered; 1 where the papers speak of it but none found says it; "
        "1 where nothing was found.",
        "Their words are not kept here (TOWNCLERK_KEEP_QUESTIONS_DAYS is 0).",
    ]


def test_what_was_of_no_use_is_told_by_question_and_by_paper(
    library: Library, record: Record, ask: Ask
) -> None:
    rents, hours = paper(library, "rents.txt"), paper(library, "hours.txt")
    useless, useful = Vote(False, ("excerpt",), "It is £42 now."), Vote(True)
    first = ask("What are the rents?", "answered", cited=(rents, hours))
    vote(record, first, useless, Vote(False, ("excerpt", "missing")), words="What are the rents?")
    vote(record, ask("When do libraries open?", "answered", cited=(hours,)), useful, useful, useful)
    found = missing(library, record)
    reasons = {"excerpt": 2, "missing": 1}
    assert found.useless_answers == (
        Useless("What are the rents?", 2, 0, reasons, ("It is £42 now.",)),
    )
    assert [
        (one.what.split(",")[0], one.not_useful, one.useful) for one in found.useless_papers
    ] == [
        ("Minutes", 2, 0),
        ("Library opening hours", 2, 3),
    ]


def test_a_paper_no_longer_held_is_not_named(library: Library, record: Record, ask: Ask) -> None:
    gone = ReportFacts(
        "f" * 16, "gone.txt", "report", paper(library, "rents.txt").front, "public", 1, 9
    )
    vote(record, ask("What was it?", "answered", cited=(gone,)), Vote(False))
    assert missing(library, record).useless_papers == ()


def test_papers_that_failed_or_were_withheld_are_counted_by_reason(tmp_path: Path) -> None:
    data = tmp_path / "data"
    hold_papers(data)
    with open_shelf(data) as shelf:
        for name in ("a.pdf", "b.pdf"):
            shelf.fail(met(told(name, "report", name)), "encrypted", "It has a password.")
        shelf.withhold(met(told("c.pdf", "report", "c")), "exempt")
    with open_library(data) as library:
        found = missing(library, None)
    assert (found.failed, found.withheld) == ({"encrypted": 2}, {"exempt": 1})
    assert gap_lines(found)[-7:-3] == [
        "Papers that were not taken in",
        "2 papers could not be read: encrypted 2.",
        "1 paper withheld as exempt, unclear or withdrawn: exempt 1.",
        "townclerk failures lists them by name, with what to do.",
    ]


def test_minutes_that_may_be_missing_are_told_with_how_it_is_known() -> None:
    gaps = MinutesGaps(
        council="Borough of Eastmere",
        body="Cabinet",
        held=20,
        newest=date(2026, 1, 6),
        usual_days=28,
        missing=(
            Unminuted(date(2025, 12, 9), papers=2),
            Unminuted(date(2025, 11, 11), papers=1, named_on=date(2026, 1, 6)),
        ),
        silences=(Silence(date(2024, 1, 9), date(2024, 7, 2)), Silence(date(2026, 1, 6), None)),
    )
    message = gap_message(Missing(30, True, {}, (), (gaps,), {}, {}, (), ()))
    assert (
        "• Cabinet, Borough of Eastmere (minutes of 20 meetings held, usually every 28 days): "
        "9 December 2025 (with 2 papers); 11 November 2025 (with 1 paper, named in the minutes of "
        "6 January 2026); none between 9 January 2024 and 2 July 2024; none since 6 January 2026."
    ) in message.text
    assert "may have been called off" in message.text


def test_an_administrator_sees_the_report(office: Office) -> None:
    for user in (ADMIN, GROUP_ADMIN):
        message = report_gaps(office.desk, user)
        assert (message.outcome, refused(message)) == ("gaps", [])


def test_nobody_else_sees_the_report(office: Office) -> None:
    message = report_gaps(office.desk, STAFF)
    assert message.text == (
        "Only Town Clerk's administrators can see what is missing. Ask one of them."
    )


def test_whoever_was_taken_out_of_the_group_a_moment_ago_sees_no_report(office: Office) -> None:
    assert report_gaps(office.desk, GROUP_ADMIN).outcome == "gaps"
    gone = web.json_response({"ok": True, "users": []})
    office.slack.fail_next("usergroups.users.list", gone)
    assert report_gaps(office.desk, GROUP_ADMIN).outcome == "not_admin"


def test_nothing_missing_is_said_plainly() -> None:
    assert gap_lines(NOTHING) == [
        "Questions of the last 30 days",
        "None was asked.",
        "",
        "Minutes that may be missing",
        "None that the papers held tell of.",
        "",
        "Papers that were not taken in",
        "0 papers could not be read.",
        "0 papers withheld as exempt, unclear or withdrawn.",
        "",
        "Answers found to be of no use",
        "None was marked so.",
    ]


LONG = (
    "<!channel> " * 40,
    "<https://evil.example|here>",
    "`*_~" * 200,
    "\u202eضد" * 200,
    "x" * 100_000,
)
NASTY = st.text(max_size=300) | st.sampled_from(LONG)
WORDS = NASTY.filter(lambda text: text.strip())


@st.composite
def hostile(draw: st.DrawFn) -> Missing:
    """A report as long as can be, in words as bad as can be."""
    said = draw(WORDS)
    days = tuple(Unminuted(TODAY, 9, TODAY) for _ in range(30))
    gaps = MinutesGaps(said, draw(WORDS), 9, TODAY, 28, days, (Silence(TODAY, None),))
    useless = Useless(draw(WORDS), 3, 1, {"excerpt": 2, draw(WORDS): 1}, (said,))
    codes = {f"{said[:50]}{number}": number for number in range(30)}
    asked = tuple(Unanswered(draw(WORDS), "no_answer", 2, TODAY) for _ in range(20))
    return Missing(
        30, True, {}, asked, (gaps,) * 20, codes, codes, (useless,) * 20, (useless,) * 20
    )


@settings(max_examples=40, deadline=None)
@given(hostile())
def test_slack_shows_any_report(missing: Missing) -> None:
    message = gap_message(missing)
    assert refused(message) == []
    assert "<!" not in message.text
    assert len(message.text) <= 4000


def test_the_command_line_tells_it_without_a_bot(data: Path) -> None:
    done = run("gaps", data=data)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Questions of the last 30 days\nNone was asked.\n")
    assert not (data / "slack.db").exists()


def test_the_command_line_tells_what_the_bot_has_kept(data: Path) -> None:
    memory = Memory(data / "slack.db")
    answer = Answer("Why?", "no_answer", "other", "", None, (), Searched(3, None, Filters()))
    Record(memory, 30).add("0" * 16, date.today(), answer, "Who runs the \x1b[2Jlido?")  # noqa: DTZ011
    found = run_json("gaps", data=data)
    assert found["questions"][0]["question"] == "Who runs the \x1b[2Jlido?"
    assert sorted(found) == [
        "answers", "days", "failed", "minutes", "questions", "useless_answers", "useless_papers",
        "withheld", "words_are_kept",
    ]  # fmt: skip
    assert "\x1b" not in run("gaps", data=data).stdout


def test_the_command_line_says_what_is_wrong_with_a_setting(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOWNCLERK_KEEP_QUESTIONS_DAYS", "soon")
    done = run("gaps", data=data)
    assert done.returncode == 1
    assert "TOWNCLERK_KEEP_QUESTIONS_DAYS is no number of days" in done.stderr
