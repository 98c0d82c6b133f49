"""Writers that die, writers that meet, and readers who ask in the meantime."""

import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from index.catalogue import Catalogue, MetSource, open_catalogue
from index.errors import Locked
from index.passages import Within
from index.records import Report
from index.shelf import Shelf, open_shelf, passages_folder
from index.whoosh_passages import WhooshPassages
from support.small_reports import met, report

TESTS = Path(__file__).parents[1]


@contextmanager
def readers(data: Path) -> Iterator[tuple[Catalogue, WhooshPassages]]:
    with open_catalogue(data) as catalogue, closing(WhooshPassages(passages_folder(data))) as found:
        yield catalogue, found


def texts(data: Path, stem: str) -> list[str]:
    with readers(data) as (catalogue, engine):
        return _joined(catalogue, engine, stem)


def _joined(catalogue: Catalogue, engine: WhooshPassages, stem: str) -> list[str]:
    hits = engine.search({stem: 1.0}, Within(), 1000)
    return [passage.text for passage in catalogue.passages([hit.passage_id for hit in hits])]


def shelving(data: Path, first: int, last: int) -> "subprocess.Popen[str]":
    """A process that shelves papers numbered first to last, publishing each."""
    return subprocess.Popen(
        [sys.executable, TESTS / "support" / "shelving.py", data, str(first), str(last)],
        env={"PYTHONPATH": f"{TESTS.parent}:{TESTS}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("chance", range(6))
def test_a_writer_killed_at_any_moment_leaves_every_paper_it_acknowledged(
    tmp_path: Path, chance: int
) -> None:
    data = tmp_path / "data"
    with shelving(data, 0, 500) as writer:
        assert writer.stdout is not None
        acknowledged = [int(writer.stdout.readline()) for _ in range(3)]
        time.sleep(random.Random(chance).uniform(0, 0.15))
        writer.kill()
        acknowledged += [int(line) for line in writer.stdout if line.strip()]
    with open_shelf(data) as shelf:
        shelf.expect(0)
    with readers(data) as (catalogue, engine):
        held = len(catalogue.reports())
        assert held in (len(acknowledged), len(acknowledged) + 1)
        assert len(_joined(catalogue, engine, "common")) == engine.count() == held
        assert engine.problem() is None
        assert engine.generation() == catalogue.generation()
        assert [run.state for run in catalogue.runs()] == ["finished", "aborted"]


def test_a_second_process_is_told_that_one_is_writing_and_changes_nothing(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with open_shelf(data):
        with shelving(data, 0, 3) as second:
            _, said = second.communicate(timeout=60)
        assert "Locked: Another ingest is running" in said
        assert second.returncode != 0
    assert texts(data, "common") == []


def test_the_lock_of_a_killed_writer_is_free(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with shelving(data, 0, 500) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with pytest.raises(Locked, match=rf"process {writer.pid}"), open_shelf(data):
            pass
        writer.kill()
    with open_shelf(data):
        pass


def test_an_ingest_that_was_killed_is_told_as_aborted_before_the_next_begins(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    with shelving(data, 0, 500) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        with open_catalogue(data) as catalogue:
            assert [run.state for run in catalogue.runs()] == ["running"]
            writer.kill()
            writer.wait(timeout=60)
            (run,) = catalogue.runs()
            assert (run.state, run.finished, run.seconds) == ("aborted", None, 0.0)
            assert catalogue.status().last_run == catalogue.run(run.run) == run


def test_readers_see_the_old_or_the_new_and_never_an_error(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with open_shelf(data) as shelf:
        _put(shelf, 0)
    seen: list[list[str]] = []
    with readers(data) as (catalogue, engine), shelving(data, 1, 21) as writer:
        threads = [
            threading.Thread(target=_ask, args=(catalogue, engine, writer, seen)) for _ in range(3)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert writer.wait(60) == 0
        assert len(_joined(catalogue, engine, "common")) == 21
    counts = [len(found) for found in seen]
    assert all(found[:1] != [] for found in seen)
    assert set(counts) <= set(range(1, 22))
    assert len(set(counts)) > 3  # they did see it grow


def _ask(
    catalogue: Catalogue,
    engine: WhooshPassages,
    writer: "subprocess.Popen[str]",
    seen: list[list[str]],
) -> None:
    while writer.poll() is None:
        try:
            seen.append(_joined(catalogue, engine, "common"))
        except Exception as error:
            seen.append([])
            raise AssertionError from error


def _put(shelf: Shelf, number: int) -> None:
    paper = report(f"1. The council keeps plot{number} of the common.", f"{number}.txt")
    shelf.add(paper, met(paper), b"bytes")


def test_a_question_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with open_shelf(data) as shelf:
        _put(shelf, 0)
        shelf.publish()
        with readers(data) as (catalogue, engine):
            assert len(_joined(catalogue, engine, "common")) == 1
            assert len(catalogue.decisions_of("0" * 16)) == 0


SOURCES = ["a.txt", "b.txt", "c.txt"]
sources = st.sampled_from(SOURCES)
contents = st.integers(0, 2)


@settings(max_examples=40, stateful_step_count=15, deadline=None)
class ShelfMachine(RuleBasedStateMachine):
    """Any changes in any order: a search, joined, gives what is current and public."""

    temporary: Path

    @initialize()
    def open(self) -> None:
        self.folder = next(FOLDERS)
        self.context = open_shelf(self.folder)
        self.shelf = self.context.__enter__()
        self.current: dict[str, int] = {}
        self.withheld: dict[str, int] = {}

    @rule(source=sources, content=contents)
    def add(self, source: str, content: int) -> None:
        paper = _version(source, content)
        line = self.shelf.add(paper, met(paper), b"")
        self.withheld.pop(source, None)
        if content in self.withheld.values():
            assert line.outcome == "withheld"
            self.current.pop(source, None)
        else:
            self.current[source] = content

    @rule(source=sources, content=contents)
    def withhold(self, source: str, content: int) -> None:
        self.shelf.withhold(met(_version(source, content)), "exempt")
        self.withheld[source] = content
        self.current.pop(source, None)
        self.current = {s: c for s, c in self.current.items() if c != content}

    @rule(source=sources)
    def remove(self, source: str) -> None:
        self.shelf.remove(source)
        self.current.pop(source, None)
        self.withheld.pop(source, None)

    @rule(source=sources)
    def fail(self, source: str) -> None:
        self.shelf.fail(MetSource(source, "papers", "f" * 64), "encrypted", "It has a password.")
        self.withheld.pop(source, None)

    @rule()
    def rebuild(self) -> None:
        self.shelf.rebuild()

    @rule()
    def reopen(self) -> None:
        self.context.__exit__(None, None, None)
        self.context = open_shelf(self.folder)
        self.shelf = self.context.__enter__()

    @rule()
    def publish(self) -> None:
        self.shelf.publish()
        current = {f"Version{content} of the paper." for content in self.current.values()}
        assert sorted(texts(self.folder, "paper")) == sorted(current)

    @invariant()
    def nothing_but_what_is_current_is_ever_found(self) -> None:
        current = {f"Version{content} of the paper." for content in self.current.values()}
        assert set(texts(self.folder, "paper")) <= current

    def teardown(self) -> None:
        self.context.__exit__(None, None, None)


def _version(source: str, content: int) -> Report:
    return report(f"Version{content} of the paper.", source)


def _folders() -> Iterator[Path]:
    number = 0
    while True:
        number += 1
        yield ShelfMachine.temporary / str(number)


FOLDERS = _folders()


def test_any_sequence_of_changes_leaves_what_is_current_and_nothing_else(tmp_path: Path) -> None:
    ShelfMachine.temporary = tmp_path
    ShelfMachine.TestCase().runTest()
