"""An ingest from files to ledger, with real processes, a real catalogue and a real index."""

import os
import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.errors import DataFolderUnusable, Locked, NoSuchSource, NothingIngested
from index.runs import RunItem
from index.shelf import open_shelf
from ingest.intake.plan import Places
from ingest.intake.progress import Silence
from ingest.intake.run import Options, RunReport, ingest
from ingest.workers.process import NoWorker, Reading

TESTS = Path(__file__).parent.parent
UNRULY = Options(workers=2, reading=Reading("support.unruly:read", (TESTS,), wall_seconds=30))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    return write(tmp_path / "papers", a="The first paper.", b="The second paper.")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text)
    return folder


def run(data: Path, *arguments: Path | str, options: Options = UNRULY) -> RunReport:
    return ingest(data, [str(argument) for argument in arguments], options, Silence())


def outcomes(report: RunReport) -> dict[str, str]:
    """What became of each paper, by its name without folder and ending."""
    return {Path(item.source).stem: item.code or item.outcome for item in report.items}


def ledger(data: Path, number: int) -> list[RunItem]:
    with open_catalogue(data) as catalogue:
        return catalogue.run_items(number)


def held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(Path(report.source).stem for report in catalogue.reports())


def test_every_paper_is_added_and_stands_in_the_ledger(papers: Path, data: Path) -> None:
    report = run(data, papers)
    assert outcomes(report) == {"a": "added", "b": "added"}
    assert sorted(ledger(data, 1), key=str) == sorted(report.items, key=str)
    assert report.run == 1
    assert held(data) == ["a", "b"]


def test_a_second_run_changes_nothing_and_starts_no_process(papers: Path, data: Path) -> None:
    run(data, papers)
    nobody = replace(UNRULY, reading=Reading("support.nowhere:read", (TESTS,)))
    report = run(data, papers, options=nobody)
    assert outcomes(report) == {"a": "unchanged", "b": "unchanged"}
    assert len(ledger(data, 2)) == 2
    assert held(data) == ["a", "b"]


def test_with_no_source_the_same_folders_are_read_again(papers: Path, data: Path) -> None:
    run(data, papers)
    write(papers, a="The first paper, again.", c="The third paper.")
    assert outcomes(run(data)) == {"a": "changed", "b": "unchanged", "c": "added"}


def test_with_no_source_and_nothing_read_before_it_says_so(data: Path) -> None:
    with pytest.raises(NothingIngested, match="ingest FOLDER"):
        run(data)
    assert not data.exists()


def test_a_named_place_is_read_again_though_it_was_empty_and_may_be_so_still(
    papers: Path, data: Path
) -> None:
    (papers.parent / "empty").mkdir()
    assert outcomes(run(data, papers.parent / "empty")) == {}
    assert outcomes(run(data)) == {}
    write(papers.parent / "empty", c="The third paper.")
    assert outcomes(run(data)) == {"c": "added"}


def test_a_place_that_cannot_be_looked_at_may_be_a_folder_and_is_read_again() -> None:
    unknown = f"/{'a' * 300}"  # no system has a name so long: it can tell nothing of it
    assert Places((), frozenset({unknown, "/etc", "/etc/hostname", "/nowhere"})).lasting == {
        unknown, "/etc",
    }  # fmt: skip


def test_a_dry_run_has_no_place_read_again(papers: Path, data: Path) -> None:
    run(data, papers)
    (papers.parent / "empty").mkdir()
    run(data, papers.parent / "empty", options=replace(UNRULY, dry_run=True))
    shutil.rmtree(papers.parent / "empty")
    assert outcomes(run(data)) == {"a": "unchanged", "b": "unchanged"}


def test_a_folder_named_in_another_that_is_read_may_go_without_a_failure(
    papers: Path, data: Path
) -> None:
    inside = write(papers / "2024", c="The third paper.")
    run(data, papers)
    run(data, inside)
    shutil.rmtree(inside)
    assert outcomes(run(data)) == {"a": "unchanged", "b": "unchanged", "c": "removed"} | {
        "2024": "not_there"
    }
    assert outcomes(run(data)) == {"a": "unchanged", "b": "unchanged"}


def test_a_file_that_was_named_and_was_taken_out_leaves_nothing_to_read_again(
    papers: Path, data: Path
) -> None:
    run(data, papers / "a.txt")
    with open_shelf(data) as shelf:
        shelf.remove(str(papers / "a.txt"))
    with pytest.raises(NothingIngested, match="ingest FOLDER"):
        run(data)


def test_a_changed_paper_replaces_its_older_self(papers: Path, data: Path) -> None:
    run(data, papers)
    write(papers, a="The first paper, corrected.")
    assert outcomes(run(data, papers)) == {"a": "changed", "b": "unchanged"}
    with open_catalogue(data) as catalogue:
        texts = [catalogue.text(report.report_id) for report in catalogue.reports()]
    assert sorted(texts) == ["The first paper, corrected.", "The second paper."]


def test_a_deleted_paper_is_taken_out(papers: Path, data: Path) -> None:
    run(data, papers)
    (papers / "a.txt").unlink()
    assert outcomes(run(data, papers)) == {"a": "removed", "b": "unchanged"}
    assert held(data) == ["b"]
    assert outcomes(run(data)) == {"b": "unchanged"}


def test_a_renamed_paper_is_held_under_its_new_name(papers: Path, data: Path) -> None:
    run(data, papers)
    (papers / "a.txt").rename(papers / "z.txt")
    assert outcomes(run(data, papers)) == {"z": "added", "a": "removed", "b": "unchanged"}
    assert held(data) == ["b", "z"]


@pytest.mark.parametrize("away", ["emptied", "deleted"])
def test_a_share_that_is_away_takes_nothing_out(papers: Path, data: Path, away: str) -> None:
    run(data, papers)
    shutil.rmtree(papers)
    if away == "emptied":
        papers.mkdir()
    report = run(data)
    assert outcomes(report) == {"papers": {"emptied": "folder_empty", "deleted": "not_there"}[away]}
    assert report.count("failed") == 1
    assert held(data) == ["a", "b"]
    write(papers, a="The first paper.", b="The second paper.")
    assert outcomes(run(data, papers)) == {"a": "unchanged", "b": "unchanged"}


def test_a_crash_costs_only_the_paper_that_caused_it(papers: Path, data: Path) -> None:
    write(papers, c="segfault", d="raise", e="swell", f="unreadable", g="withheld")
    report = run(data, papers)
    assert outcomes(report) == {
        "a": "added", "b": "added", "c": "crashed", "d": "internal", "e": "oom",
        "f": "corrupt", "g": "exempt",
    }  # fmt: skip
    assert (report.count("failed"), report.count("withheld")) == (4, 1)
    assert held(data) == ["a", "b"]
    assert len(ledger(data, 1)) == 7


def test_what_failed_or_was_withheld_is_tried_again(papers: Path, data: Path) -> None:
    write(papers, c="segfault", d="withheld")
    run(data, papers)
    assert outcomes(run(data, papers)) == {
        "a": "unchanged", "b": "unchanged", "c": "crashed", "d": "exempt",
    }  # fmt: skip


def test_an_error_of_our_own_is_logged_without_the_papers_words(papers: Path, data: Path) -> None:
    run(data, write(papers, c="raise"))
    log = data / "errors.log"
    assert "unruly.py" in log.read_text()
    assert str(papers / "c.txt") in log.read_text()
    assert "private words" not in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_paper_that_breaks_the_catalogues_rules_fails_alone(papers: Path, data: Path) -> None:
    report = run(data, write(papers, c="misplaced"))
    assert outcomes(report) == {"a": "added", "b": "added", "c": "misplaced"}


def test_a_file_replaced_by_a_pipe_or_a_link_out_is_named(papers: Path, data: Path) -> None:
    os.mkfifo(papers / "pipe.txt")
    (papers / "link.txt").symlink_to("/etc/hostname")
    assert outcomes(run(data, papers)) == {
        "a": "added", "b": "added", "pipe": "not_a_file", "link": "outside",
    }  # fmt: skip


def test_the_council_said_is_used_and_can_be_said_later(papers: Path, data: Path) -> None:
    run(data, papers)
    report = run(data, papers, options=replace(UNRULY, council="Anytown"))
    assert outcomes(report) == {"a": "changed", "b": "changed"}
    with open_catalogue(data) as catalogue:
        assert {report.front.council for report in catalogue.reports()} == {"Anytown"}
    assert outcomes(run(data, papers)) == {"a": "unchanged", "b": "unchanged"}


def test_the_same_bytes_twice_are_two_sources_of_one_report(papers: Path, data: Path) -> None:
    report = run(data, write(papers, copy="The first paper."))
    assert outcomes(report) == {"a": "added", "b": "added", "copy": "added"}
    assert len(held(data)) == 2


def test_names_no_text_can_hold_are_ingested_and_known_again(papers: Path, data: Path) -> None:
    (papers / os.fsdecode(b"caf\xe9.txt")).write_text("The third paper.")
    (papers / "two\nlines.txt").write_text("The fourth paper.")
    added = {"a": "added", "b": "added", "caf\\xe9": "added", "two\nlines": "added"}
    assert outcomes(run(data, papers)) == added
    assert outcomes(run(data)) == dict.fromkeys(added, "unchanged")


def test_a_folder_that_is_not_there_changes_nothing(papers: Path, data: Path) -> None:
    with pytest.raises(NoSuchSource):
        run(data, papers, papers / "nowhere")
    assert not data.exists()


def test_a_data_folder_that_cannot_be_made_is_a_sentence(papers: Path) -> None:
    with pytest.raises(DataFolderUnusable, match="data folder"):
        run(papers / "a.txt" / "data", papers)


def test_an_installation_that_cannot_read_fails_whole_and_logs_why(
    papers: Path, data: Path
) -> None:
    broken = replace(UNRULY, reading=Reading("support.nowhere:read", (TESTS,)))
    with pytest.raises(NoWorker, match=r"errors\.log") as raised:
        run(data, papers, options=broken)
    assert raised.value.code == "no_worker"
    assert "ModuleNotFoundError" in (data / "errors.log").read_text()
    assert outcomes(run(data, papers)) == {"a": "added", "b": "added"}


class Spoils:
    """Puts a file where the search index is to be written, once the ingest has begun."""

    def __init__(self, data: Path) -> None:
        self.index = data / "passages"

    def expect(self, total: int) -> None:
        shutil.rmtree(self.index)
        self.index.touch()

    def met(self, item: RunItem) -> None:
        pass


def test_an_index_that_cannot_be_written_is_a_sentence_and_is_mended_next_time(
    papers: Path, data: Path
) -> None:
    with pytest.raises(DataFolderUnusable):
        ingest(data, [str(papers)], UNRULY, Spoils(data))
    (data / "passages").unlink()
    assert outcomes(run(data, papers)) == {"a": "unchanged", "b": "unchanged"}
    assert held(data) == ["a", "b"]


def test_a_second_ingest_at_the_same_time_is_told_who_is_first(papers: Path, data: Path) -> None:
    with open_shelf(data, arguments="test"), pytest.raises(Locked, match=str(os.getpid())):
        run(data, papers)


def test_a_dry_run_says_what_would_happen_and_writes_nothing(papers: Path, data: Path) -> None:
    dry = replace(UNRULY, dry_run=True)
    report = run(data, write(papers, c="segfault"), options=dry)
    assert outcomes(report) == {"a": "added", "b": "added", "c": "crashed"}
    assert report.run is None
    assert not data.exists()


def test_a_dry_run_knows_what_is_held(papers: Path, data: Path) -> None:
    run(data, papers)
    before = _files(data)
    write(papers, b="The second paper, corrected.", c="The third paper.")
    (papers / "a.txt").unlink()
    report = run(data, papers, options=replace(UNRULY, dry_run=True))
    assert outcomes(report) == {"a": "removed", "b": "changed", "c": "added"}
    assert _files(data) == before


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm"))
    }


def test_the_data_folder_inside_the_papers_is_not_read(papers: Path) -> None:
    run(papers / "data", papers)
    assert outcomes(run(papers / "data", papers)) == {"a": "unchanged", "b": "unchanged"}


class StopsAfter:
    """Asks to stop once so many papers have been met."""

    def __init__(self, count: int) -> None:
        self.left = count

    def expect(self, total: int) -> None:
        self.total = total

    def met(self, item: RunItem) -> None:
        self.left -= 1

    def asked(self) -> bool:
        return self.left <= 0


def test_stopping_keeps_what_was_read_and_the_next_run_goes_on(papers: Path, data: Path) -> None:
    for number in range(30):
        write(papers, **{f"paper{number}": f"Paper number {number}."})
    watch = StopsAfter(3)
    report = ingest(data, [str(papers)], replace(UNRULY, stopping=watch.asked), watch)
    assert report.stopped
    assert watch.total == report.total == 32
    assert 3 <= len(report.items) < 32
    assert len(held(data)) == len(report.items)
    again = run(data, papers)
    assert again.count("unchanged") == len(report.items)
    assert again.count("added") == 32 - len(report.items)


def test_stopping_breaks_off_a_paper_that_hangs(papers: Path, data: Path) -> None:
    stop = threading.Event()
    threading.Timer(1.5, stop.set).start()
    report = run(data, write(papers, c="sleep"), options=replace(UNRULY, stopping=stop.is_set))
    assert report.stopped
    assert outcomes(report) == {"a": "added", "b": "added"}


@pytest.fixture(autouse=True)
def _no_process_is_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    assert [
        t for t in threading.enumerate() if t not in before and t.name.startswith("reader")
    ] == []
