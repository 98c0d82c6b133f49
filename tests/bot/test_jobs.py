"""Ingests started from Slack: real processes, followed in the ledger."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.administration.job import Busy, NothingToStop, ingest_job, withdraw_job
from bot.administration.jobs import Jobs
from bot.administration.progress import EVERY, Progress
from bot.message import Message
from bot.papers import Papers
from bot.settings import Settings
from bot.slack.sign_in import web_client
from index.acts import Doing, last_acts
from index.catalogue import open_catalogue
from index.checking import disagreements
from index.lock import only_writer
from index.runs import Run, RunItem
from index.shelf import open_shelf
from support.slack import StandInSlack
from support.workspace import ADMIN, GROUP_ADMIN, OFFICER


class Heard:
    """Somebody who keeps what is said of an ingest."""

    def __init__(self) -> None:
        self.goes_on, self.ended = threading.Event(), threading.Event()
        self.end: tuple[str, Sequence[RunItem]] = ("", ())

    def progress(self, run: Run) -> None:
        if run.added:
            self.goes_on.set()

    def finished(self, run: Run, kept_out: Sequence[RunItem]) -> None:
        self.end = (f"added {run.added} failed {run.failed}", kept_out)
        self.ended.set()

    def cancelled(self, run: Run | None, by: str) -> None:
        self.end = (f"cancelled by {by}, {run.state if run else 'not begun'}", ())
        self.ended.set()

    def broke(self, why: str) -> None:
        self.end = (why, ())
        self.ended.set()

    def left(self) -> None:
        self.end = ("left", ())
        self.ended.set()


@pytest.fixture
def jobs(tmp_path: Path) -> Iterator[Jobs]:
    (tmp_path / "data").mkdir(mode=0o700)
    papers = Papers(tmp_path / "data")
    started = Jobs(papers)
    yield started
    started.stop()
    papers.close()


def test_an_ingest_that_another_holds_up_says_so_in_its_own_words(
    jobs: Jobs, tmp_path: Path
) -> None:
    heard = Heard()
    with only_writer(tmp_path / "data" / "ingest.lock", now=datetime(2024, 1, 9, 10, tzinfo=UTC)):
        jobs.start(ingest_job(ADMIN, [str(tmp_path)]), heard)
        assert heard.ended.wait(30)
    assert "since 2024-01-09" in heard.end[0]


def test_a_second_ingest_waits_for_the_first_to_end(jobs: Jobs) -> None:
    heard = Heard()
    jobs.start(ingest_job(ADMIN), heard)
    with pytest.raises(Busy, match="Papers are being read or taken out already") as busy:
        jobs.start(ingest_job(OFFICER), Heard())
    assert busy.value.under_way.doing.who == ADMIN
    assert heard.ended.wait(30)
    assert jobs.under_way() is None


def test_an_ingest_tells_what_it_added_and_what_it_could_not_read(
    jobs: Jobs, tmp_path: Path
) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "ponds.txt").write_text("POND CLEANING\n\n1. Three ponds were cleaned.")
    (tmp_path / "papers" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    heard = Heard()
    jobs.start(ingest_job(ADMIN, [str(tmp_path / "papers")]), heard)
    assert heard.ended.wait(60)
    assert heard.end[0] == "added 1 failed 1"
    assert [Path(item.source).name for item in heard.end[1]] == ["broken.pdf"]
    assert acts(tmp_path) == [(ADMIN, "ingest", "done: 1 added, 1 failed")]


def acts(home: Path) -> list[tuple[str, str, str | None]]:
    """Who did what, and what came of it, newest first."""
    with open_catalogue(home / "data") as catalogue:
        return [(act.who, act.act, act.outcome) for act in last_acts(catalogue)]


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More papers than are read in a few seconds."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1500):
        (folder / f"{number}.txt").write_text(f"POND {number}\n\n1. Pond {number} was cleaned.")
    return folder


def test_an_ingest_is_cancelled_in_good_order_by_any_administrator(
    jobs: Jobs, tmp_path: Path, many: Path
) -> None:
    heard = Heard()
    jobs.start(ingest_job(ADMIN, [str(many)]), heard)
    assert heard.goes_on.wait(60)
    under_way = jobs.under_way()
    assert under_way is not None
    assert (under_way.doing.who, under_way.ours) == (ADMIN, True)
    assert jobs.cancel(GROUP_ADMIN).run is not None
    with pytest.raises(NothingToStop, match="being stopped already"):
        jobs.cancel(ADMIN)
    assert heard.ended.wait(60)
    assert heard.end[0] == f"cancelled by {GROUP_ADMIN}, aborted"
    with open_catalogue(tmp_path / "data") as catalogue:
        (run,) = catalogue.runs()
        assert run.cancelled
        assert 0 < len(catalogue.reports()) == run.added < 1500
    assert disagreements(tmp_path / "data") == []
    ((who, act, outcome),) = acts(tmp_path)
    assert (who, act, outcome) == (ADMIN, "ingest", f"cancelled: {run.added} added")


def test_an_ingest_that_is_cancelled_before_it_has_begun_does_nothing(
    jobs: Jobs, tmp_path: Path, many: Path
) -> None:
    heard = Heard()
    jobs.start(ingest_job(ADMIN, [str(many)]), heard)
    jobs.cancel(ADMIN)
    assert heard.ended.wait(60)
    assert heard.end[0].startswith(f"cancelled by {ADMIN}")


def test_an_ingest_that_is_killed_is_told_to_have_broken_off(
    jobs: Jobs, tmp_path: Path, many: Path
) -> None:
    heard = Heard()
    jobs.start(ingest_job(ADMIN, [str(many)]), heard)
    assert heard.goes_on.wait(60)
    assert jobs._process is not None
    jobs._process.kill()
    assert heard.ended.wait(60)
    assert heard.end[0].startswith("Ingest 1 broke off before it was done. What it had read is")
    assert [act[1] for act in acts(tmp_path)] == ["ingest"]
    assert str(acts(tmp_path)[0][2]).startswith("broken off")
    again = Heard()
    jobs.start(ingest_job(ADMIN, [str(many)]), again)
    assert again.ended.wait(120)
    assert again.end[0].endswith("failed 0")


def test_what_was_started_on_the_server_is_told_and_not_stopped_from_slack(
    jobs: Jobs, tmp_path: Path
) -> None:
    with open_shelf(tmp_path / "data", doing=Doing("ingest", "papers")):
        under_way = jobs.under_way()
        assert under_way is not None
        assert (under_way.doing.who, under_way.ours) == ("command line", False)
        with pytest.raises(Busy):
            jobs.start(ingest_job(ADMIN), Heard())
        with pytest.raises(NothingToStop, match="on the server"):
            jobs.cancel(ADMIN)
    assert jobs.under_way() is None
    with pytest.raises(NothingToStop, match="No ingest is running"):
        jobs.cancel(ADMIN)


def test_a_bot_that_stops_says_that_it_follows_no_longer(
    jobs: Jobs, tmp_path: Path, many: Path
) -> None:
    heard = Heard()
    jobs.start(ingest_job(ADMIN, [str(many)]), heard)
    assert heard.goes_on.wait(60)
    process = jobs._process
    assert process is not None
    jobs.stop()
    assert heard.end[0] == "left"
    assert process.poll() is None
    process.terminate()
    process.wait(60)


def test_a_withdrawal_is_a_job_of_its_own(jobs: Jobs, tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "--ponds.txt").write_text("POND CLEANING\n\n1. Three were cleaned.")
    for job in (
        ingest_job(ADMIN, [str(tmp_path / "papers")]),
        withdraw_job(OFFICER, str(tmp_path / "papers" / "--ponds.txt"), "--names a child"),
    ):
        heard = Heard()
        jobs.start(job, heard)
        assert heard.ended.wait(60)
    assert [item.code for item in heard.end[1]] == ["withdrawn"]
    assert acts(tmp_path)[0] == (OFFICER, "withdraw", "done: 1 withheld")


def test_what_could_not_be_withdrawn_is_told_and_noted(jobs: Jobs, tmp_path: Path) -> None:
    with open_shelf(tmp_path / "data"):
        pass
    heard = Heard()
    jobs.start(withdraw_job(ADMIN, "gone.pdf", "no reason"), heard)
    assert heard.ended.wait(60)
    assert heard.end[0].startswith("No paper 'gone.pdf' is held.")
    assert acts(tmp_path) == [(ADMIN, "withdraw", "refused, or broken off")]


RUN = Run(3, "running", "2024-01-09T10:00:00Z", None, total=40)


def test_progress_is_one_message_changed_no_oftener_than_slack_asks(
    slack: StandInSlack, settings: Settings
) -> None:
    now = [100.0]
    replies: list[Message] = []
    progress = Progress(web_client(settings), ADMIN, replies.append, clock=lambda: now[0])
    for added, seconds in ((1, 0.0), (2, 1.0), (3, EVERY), (3, EVERY), (4, EVERY)):
        now[0] += seconds
        progress.progress(Run(3, "running", RUN.started, None, added=added, total=40))
    shown = [call["text"] for call in slack.called("chat.update")]
    assert slack.called("chat.postMessage")[0]["text"] == (
        "Ingest 3 is running: 1 of 40 papers met. Started by <@U0ADMIN>."
    )
    assert shown == [
        "Ingest 3 is running: 3 of 40 papers met. Started by <@U0ADMIN>.",
        "Ingest 3 is running: 4 of 40 papers met. Started by <@U0ADMIN>.",
    ]
    assert replies == []


def test_the_end_is_told_in_both_places_even_if_one_fails(
    slack: StandInSlack, settings: Settings
) -> None:
    def fails(_: Message) -> None:
        raise OSError

    replies: list[Message] = []
    ways: list[Callable[[Message], None]] = [fails, replies.append]
    for way in ways:
        Progress(web_client(settings), ADMIN, way).broke("The ingest was stopped.")
    texts = [call["text"] for call in slack.called("chat.postMessage")]
    assert texts == ["The ingest was stopped."] * 2
    assert [reply.text for reply in replies] == ["The ingest was stopped."]
