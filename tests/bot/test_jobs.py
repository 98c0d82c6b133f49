"""Ingests started from Slack: real processes, followed in the ledger."""

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.jobs import Busy, Jobs
from bot.message import Message
from bot.papers import Papers
from bot.progress import EVERY, Progress
from bot.settings import Settings
from bot.sign_in import web_client
from index.lock import only_writer
from index.records import Run, RunItem
from support.slack import StandInSlack
from support.workspace import ADMIN


class Heard:
    """Somebody who keeps what is said of an ingest."""

    def __init__(self) -> None:
        self.ended = threading.Event()
        self.end: tuple[str, Sequence[RunItem]] = ("", ())

    def progress(self, run: Run) -> None: ...

    def finished(self, run: Run, kept_out: Sequence[RunItem]) -> None:
        self.end = (f"added {run.added} failed {run.failed}", kept_out)
        self.ended.set()

    def broke(self, why: str) -> None:
        self.end = (why, ())
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
        jobs.start([str(tmp_path)], heard)
        assert heard.ended.wait(30)
    assert "since 2024-01-09" in heard.end[0]


def test_a_second_ingest_waits_for_the_first_to_end(jobs: Jobs) -> None:
    heard = Heard()
    jobs.start((), heard)
    with pytest.raises(Busy, match="already running"):
        jobs.start((), Heard())
    assert heard.ended.wait(30)


def test_an_ingest_tells_what_it_added_and_what_it_could_not_read(
    jobs: Jobs, tmp_path: Path
) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "ponds.txt").write_text("POND CLEANING\n\n1. Three ponds were cleaned.")
    (tmp_path / "papers" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    heard = Heard()
    jobs.start([str(tmp_path / "papers")], heard)
    assert heard.ended.wait(60)
    assert heard.end[0] == "added 1 failed 1"
    assert [Path(item.source).name for item in heard.end[1]] == ["broken.pdf"]


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
        "Ingest 3 is running: 1 of 40 papers met."
    )
    assert shown == [
        "Ingest 3 is running: 3 of 40 papers met.",
        "Ingest 3 is running: 4 of 40 papers met.",
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
