"""What is kept of questions, what is not, and for how long."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.answers.asked import Asked
from bot.choices import Choices
from bot.memory import Memory
from bot.records.record import Kept, Record, Vote, kept_words, note_question, record_of, voter
from bot.records.sweeping import sweeping
from index.records import Answer, AnswerStatus, Filters, Searched
from support.held import RESOLVED
from support.town import Office

TODAY = date(2026, 3, 10)
SECRET = "Which of my neighbours objected to the lido?"
ID = "0123456789abcdef"


def answer(status: AnswerStatus, question: str = SECRET) -> Answer:
    searched = Searched(3, None, Filters())
    return Answer(question, status, "who", "Nothing found.", None, (), searched, took_ms=20.0)


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "slack.db")


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("slack.db*"))


def test_the_words_of_an_answered_question_are_not_kept(memory: Memory) -> None:
    record = Record(memory, days=30)
    record.add(ID, TODAY, answer("answered"), SECRET)
    assert record.kept() == [Kept(TODAY, "answered", (), None)]


@pytest.mark.parametrize("status", ["related", "no_answer"])
def test_the_words_of_a_question_that_was_not_answered_are_kept(
    memory: Memory, status: AnswerStatus
) -> None:
    record = Record(memory, days=30)
    record.add(ID, TODAY, answer(status), SECRET)
    assert record.kept() == [Kept(TODAY, status, (), SECRET)]


def test_answers_are_counted_by_status(memory: Memory) -> None:
    record = Record(memory, days=0)
    for number, status in enumerate(("answered", "answered", "no_answer")):
        record.add(f"{number:016x}", TODAY, answer(status), SECRET)
    record.add(ID, TODAY - timedelta(days=9), answer("related"), SECRET)
    assert record.counts(TODAY - timedelta(days=5)) == {"answered": 2, "no_answer": 1}


def test_a_very_long_question_is_kept_in_part(memory: Memory) -> None:
    record = Record(memory, days=30)
    record.add(ID, TODAY, answer("no_answer"), "why " * 1000)
    (kept,) = record.kept()
    assert (len(kept.words or ""), (kept.words or "")[-5:]) == (500, " why…")


def test_who_asked_stands_nowhere_in_the_file(office: Office, data: Path) -> None:
    asked = Asked(SECRET, "U0STAFF")
    answer_id = note_question(office.desk, asked, answer("no_answer"))
    person = voter(office.desk, "U0STAFF", answer_id)
    record_of(office.desk).vote(answer_id, person, TODAY, Vote(False), SECRET)
    kept = bytes_of(data)
    assert (b"U0STAFF" in kept, SECRET.encode() in kept) == (False, True)


def test_a_voter_is_another_code_on_another_answer(office: Office) -> None:
    first, second = voter(office.desk, "U0STAFF", ID), voter(office.desk, "U0STAFF", ID[::-1])
    assert first != second
    assert voter(office.desk, "U0STAFF", ID) == first
    assert voter(office.desk, "U0OTHER", ID) != first


def test_nothing_of_a_paper_is_kept_but_which_was_cited(office: Office, data: Path) -> None:
    library = office.desk.papers.library()
    found = library.ask("What are the allotment rents for Mill Lane?")
    note_question(office.desk, Asked(found.question, "U0STAFF"), found)
    (kept,) = record_of(office.desk).kept()
    assert kept.cited == (found.citations[0].report.report_id,)
    assert RESOLVED[:30].encode() not in bytes_of(data)


def test_words_are_kept_for_as_many_days_as_were_chosen(memory: Memory) -> None:
    record = Record(memory, days=7)
    record.add(ID, TODAY, answer("no_answer"), SECRET)
    record.vote(ID, "someone", TODAY, Vote(False, ("missing",), "It was closed."), SECRET)
    record.sweep(TODAY + timedelta(days=6))
    (kept,) = record.kept()
    assert kept.words == SECRET
    record.sweep(TODAY + timedelta(days=7))
    assert record.kept() == []


def test_what_is_deleted_is_gone_from_the_file(memory: Memory, tmp_path: Path) -> None:
    record = Record(memory, days=7)
    record.add(ID, TODAY, answer("no_answer"), SECRET)
    assert SECRET.encode() in bytes_of(tmp_path)
    record.sweep(TODAY + timedelta(days=7))
    assert SECRET.encode() not in bytes_of(tmp_path)


def test_no_words_are_kept_where_none_are_to_be(memory: Memory) -> None:
    record = Record(memory, days=0)
    record.add(ID, TODAY, answer("no_answer"), SECRET)
    record.vote(ID, "someone", TODAY, Vote(False, ("missing",), "It was closed."), SECRET)
    assert record.kept() == [Kept(TODAY, "no_answer", (), None, (Vote(False, ("missing",)),))]


def test_words_kept_before_go_at_once_when_none_are_to_be_kept(
    memory: Memory, tmp_path: Path
) -> None:
    before = Record(memory, days=30)
    before.add(ID, TODAY, answer("no_answer"), SECRET)
    before.vote(ID, "someone", TODAY, Vote(False, (), "It was closed."), SECRET)
    with sweeping(Record(memory, days=0), lambda: TODAY):
        assert Record(memory, days=0).kept() == [Kept(TODAY, "no_answer", (), None, (Vote(False),))]
        assert SECRET.encode() not in bytes_of(tmp_path)
        assert b"It was closed." not in bytes_of(tmp_path)


def test_the_bot_sweeps_when_it_starts_and_goes_on_where_it_cannot(
    memory: Memory, tmp_path: Path
) -> None:
    record = Record(memory, days=30)
    record.add(ID, TODAY, answer("no_answer"), SECRET)
    with sweeping(record, lambda: TODAY + timedelta(days=31)):
        assert record.kept() == []
    memory.close()  # any use of it fails from now on
    with sweeping(record, lambda: TODAY):
        pass


def test_no_answer_is_lost_for_want_of_a_record(office: Office) -> None:
    with office.desk.memory.using() as db:
        db.execute("ALTER TABLE counts RENAME COLUMN answers TO others")
    answer_id = note_question(office.desk, Asked(SECRET, "U0STAFF"), answer("no_answer"))
    assert len(answer_id) == 16


@pytest.mark.parametrize(
    ("days", "said", "unsaid"),
    [
        (30, "are kept for 30 days, without your name", "No words"),
        (1, "are kept for 1 day, without", "No words"),
        (0, "No words of a question are kept", "administrators"),
    ],
)
def test_people_are_told_what_is_kept(days: int, said: str, unsaid: str) -> None:
    told = kept_words(Choices(keep_questions_days=days))
    assert (said in told, unsaid in told) == (True, False)


def test_the_file_is_its_owners_alone(memory: Memory, tmp_path: Path) -> None:
    Record(memory, days=30)
    assert (tmp_path / "slack.db").stat().st_mode & 0o077 == 0
