"""Writing papers to a data folder, and what becomes of them there."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue import Catalogue, MetSource, open_catalogue
from index.errors import DataFolderUnusable, Locked, NoSuchSource, Unreadable
from index.passages import Within
from index.records import Lead
from index.runs import RunItem
from index.shelf import READER_VERSION, open_shelf, passages_folder
from index.whoosh_passages import WhooshPassages
from support.small_reports import at, met, report

PARKS = report("# Parks\n1. The council keeps nine parks.\nRESOLVED that byelaws be made.", "a.txt")
PONDS = report("# Ponds\n1. The council keeps two ponds.", "b.txt")
NEWER = report("# Parks\n1. The council keeps ten parks.", "a.txt")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def shelve(data: Path, *papers: object) -> list[RunItem]:
    with open_shelf(data) as shelf:
        return [shelf.add(p, met(p), b"bytes of " + p.source.encode()) for p in papers]  # type: ignore[attr-defined, arg-type]


@contextmanager
def catalogue_of(data: Path) -> Iterator[Catalogue]:
    with open_catalogue(data) as catalogue:
        yield catalogue


def searched(data: Path, stem: str) -> list[str]:
    """The texts found by a stem, joined to the catalogue."""
    with catalogue_of(data) as catalogue, closing(WhooshPassages(passages_folder(data))) as engine:
        hits = engine.search({stem: 1.0}, Within(), 100)
        return [passage.text for passage in catalogue.passages([h.passage_id for h in hits])]


def sources_held(data: Path) -> list[str]:
    with catalogue_of(data) as catalogue:
        return sorted(facts.source for facts in catalogue.reports())


def tables(data: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(data / "catalogue.db")) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        every = [name for (name,) in names.fetchall()]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in every}


def on_disk(data: Path, words: bytes) -> list[str]:
    """The names of the data folder's files that hold these words."""
    files = (path for path in data.rglob("*") if path.is_file())
    return [path.name for path in files if words in path.read_bytes()]


def test_a_paper_that_was_added_is_found(data: Path) -> None:
    assert shelve(data, PARKS) == [RunItem("a.txt", "added")]
    assert searched(data, "nine") == ["1. The council keeps nine parks."]


def test_the_same_paper_again_is_unchanged(data: Path) -> None:
    shelve(data, PARKS)
    assert shelve(data, PARKS) == [RunItem("a.txt", "unchanged")]
    assert len(searched(data, "nine")) == 1


def test_a_second_run_changes_only_the_ledger(data: Path) -> None:
    shelve(data, PARKS, PONDS)
    first = tables(data)
    with open_shelf(data) as shelf:
        shelf.add(PARKS, met(PARKS), b"bytes of a.txt")
        shelf.unchanged(met(PONDS))
    second = tables(data)
    ledger = {"runs", "run_items", "sqlite_sequence"}
    assert {name for name in first if first[name] != second[name]} <= ledger
    assert len(second["runs"]) == 2


def test_replacing_a_report_leaves_one_copy(data: Path) -> None:
    shelve(data, PARKS)
    assert shelve(data, NEWER) == [RunItem("a.txt", "changed")]
    assert searched(data, "nine") == []
    assert searched(data, "ten") == ["1. The council keeps ten parks."]
    assert on_disk(data, b"keeps nine parks") == []


def test_the_same_bytes_at_two_sources_are_one_report(data: Path) -> None:
    twin = at(PARKS, "copy.txt")
    assert shelve(data, PARKS, twin) == [RunItem("a.txt", "added"), RunItem("copy.txt", "added")]
    assert len(searched(data, "nine")) == 1
    assert sources_held(data) == ["a.txt"]


def test_a_report_stays_as_long_as_one_source_has_it(data: Path) -> None:
    shelve(data, PARKS, at(PARKS, "copy.txt"))
    with open_shelf(data) as shelf:
        shelf.remove("a.txt")
    assert sources_held(data) == ["copy.txt"]
    assert len(searched(data, "nine")) == 1
    with open_shelf(data) as shelf:
        shelf.remove("copy.txt")
    assert sources_held(data) == []
    assert searched(data, "nine") == []


def test_a_paper_that_moves_is_cited_from_where_it_is_now(data: Path) -> None:
    linked = replace(PARKS, url="https://borough.example/a")
    shelve(data, linked, replace(at(PARKS, "copy.txt"), url="https://borough.example/copy"))
    with open_shelf(data) as shelf:
        shelf.remove("a.txt")
    with catalogue_of(data) as catalogue:
        assert [facts.url for facts in catalogue.reports()] == ["https://borough.example/copy"]


def test_a_paper_understood_otherwise_than_before_replaces_itself(data: Path) -> None:
    shelve(data, PARKS)
    better = replace(PARKS, kind="minutes")
    assert shelve(data, better) == [RunItem("a.txt", "changed")]
    with catalogue_of(data) as catalogue:
        assert [facts.kind for facts in catalogue.reports()] == ["minutes"]
    assert len(searched(data, "nine")) == 1


def test_a_failure_keeps_the_earlier_copy_and_says_so(data: Path) -> None:
    shelve(data, PARKS)
    with open_shelf(data) as shelf:
        line = shelf.fail(replace(met(PARKS), sha256="f" * 64), "encrypted", "It has a password.")
        fresh = shelf.fail(met(PONDS), "encrypted", "It has a password.")
    assert line.message == "It has a password. The copy read earlier stays searchable."
    assert fresh.message == "It has a password."
    assert len(searched(data, "nine")) == 1
    with catalogue_of(data) as catalogue:
        assert catalogue.failures() == [line, fresh]
        assert catalogue.status().failed == 2


def test_a_failure_tells_of_no_copy_that_was_since_withheld(data: Path) -> None:
    shelve(data, PARKS)
    with open_shelf(data) as shelf:
        shelf.fail(replace(met(PARKS), sha256="f" * 64), "encrypted", "It has a password.")
        shelf.withhold(met(at(PARKS, "copy.txt")), "exempt")
    assert searched(data, "nine") == []
    with catalogue_of(data) as catalogue:
        told = [(line.source, line.code, line.message) for line in catalogue.failures()]
    assert told[0] == ("a.txt", "encrypted", "It has a password.")


def test_a_paper_that_reads_well_again_has_changed(data: Path) -> None:
    shelve(data, PARKS)
    with open_shelf(data) as shelf:
        shelf.fail(replace(met(PARKS), sha256="f" * 64), "encrypted", "It has a password.")
    assert shelve(data, PARKS) == [RunItem("a.txt", "changed")]
    with catalogue_of(data) as catalogue:
        assert catalogue.failures() == []


def test_nothing_of_a_withheld_paper_is_kept(data: Path) -> None:
    exempt = replace(
        report("# Dismissal of Q\n1. The severance is agreed.", "q.txt"), access="exempt"
    )
    assert [line.outcome for line in shelve(data, PARKS, exempt)] == ["added", "withheld"]
    assert searched(data, "sever") == []
    assert on_disk(data, b"severance") + on_disk(data, b"Dismissal") == []
    assert on_disk(data, b"bytes of q.txt") == []


@pytest.mark.parametrize("access", ["exempt", "confidential", "unknown"])
def test_whatever_is_not_public_is_withheld(data: Path, access: str) -> None:
    shelve(data, replace(PARKS, access=access))  # type: ignore[arg-type]
    with catalogue_of(data) as catalogue:
        assert [line.code for line in catalogue.failures()] == [access]
        assert catalogue.reports() == []


def test_a_public_paper_that_becomes_exempt_is_taken_out_at_once(data: Path) -> None:
    shelve(data, PARKS, PONDS)
    with open_shelf(data) as shelf:
        shelf.withhold(met(NEWER), "exempt")
        assert searched(data, "nine") == []  # while the run still goes on
        assert on_disk(data, b"nine parks") == []
        assert on_disk(data, b"bytes of a.txt") == []
    assert on_disk(data, b"byelaw") == []  # nor a stem, once it is over
    assert sources_held(data) == ["b.txt"]
    assert len(searched(data, "pond")) == 1


def test_what_a_run_that_died_had_withheld_is_purged_by_the_next(data: Path) -> None:
    shelve(data, PARKS, PONDS)
    with pytest.raises(KeyboardInterrupt):
        _withheld_and_stopped(data)
    assert searched(data, "nine") == []
    with open_shelf(data):
        assert on_disk(data, b"byelaw") == []
    assert len(searched(data, "pond")) == 1


def _withheld_and_stopped(data: Path) -> None:
    with open_shelf(data) as shelf:
        shelf.withhold(met(PARKS), "exempt")
        raise KeyboardInterrupt


def test_the_same_bytes_are_withheld_wherever_they_are_found(data: Path) -> None:
    twin = at(PARKS, "copy.txt")
    shelve(data, PARKS, twin)
    with open_shelf(data) as shelf:
        shelf.withhold(met(PARKS), "exempt")
    assert sources_held(data) == []
    assert [line.code for line in shelve(data, twin)] == ["withheld_elsewhere"]
    assert searched(data, "nine") == []


def test_a_paper_withheld_because_of_another_is_read_again_once_that_is_gone(data: Path) -> None:
    twin = at(PARKS, "copy.txt")
    with open_shelf(data) as shelf:
        shelf.withhold(met(PARKS), "exempt")
        shelf.add(twin, met(twin), b"")
        assert shelf.known()["copy.txt"].reader_version == READER_VERSION
        shelf.remove("a.txt")
        assert shelf.known()["copy.txt"].reader_version != READER_VERSION
        assert shelf.add(twin, met(twin), b"").outcome == "added"


def test_papers_withheld_because_of_another_do_not_hold_each_other_back(data: Path) -> None:
    twins = at(PARKS, "b.txt"), at(PARKS, "c.txt")
    with open_shelf(data) as shelf:
        shelf.withhold(met(PARKS), "exempt")
        assert [shelf.add(twin, met(twin), b"").outcome for twin in twins] == ["withheld"] * 2
        shelf.remove("a.txt")
        assert [shelf.add(twin, met(twin), b"").outcome for twin in twins] == ["added"] * 2


@pytest.mark.parametrize("sha256", [None, PARKS.sha256])
def test_what_was_withheld_and_cannot_be_read_now_stays_withheld(
    data: Path, sha256: str | None
) -> None:
    twin = at(PARKS, "copy.txt")
    with open_shelf(data) as shelf:
        shelf.withhold(met(PARKS), "exempt")
        again = shelf.fail(replace(met(PARKS), sha256=sha256), "timed_out", "It took too long.")
        assert (again.outcome, again.code) == ("withheld", "exempt")
        assert shelf.add(twin, met(twin), b"").outcome == "withheld"


def test_a_withdrawn_paper_does_not_come_back_under_any_name(data: Path) -> None:
    shelve(data, PARKS)
    with open_shelf(data) as shelf:
        assert shelf.withdraw("a.txt", "It names a child.").outcome == "withheld"
    assert searched(data, "nine") == []
    again = shelve(data, PARKS, at(PARKS, "renamed.txt"), NEWER)
    assert [line.code for line in again] == ["withdrawn", "withdrawn", "withdrawn"]
    assert searched(data, "council") == []


def test_what_was_never_ingested_cannot_be_withdrawn(data: Path) -> None:
    shelve(data, PARKS)
    with (
        pytest.raises(NoSuchSource, match=r"No paper was ingested from b.txt"),
        open_shelf(data) as shelf,
    ):
        shelf.withdraw("b.txt", "why")


def test_parts_out_of_place_are_refused(data: Path) -> None:
    crooked = replace(PARKS, text=" " + PARKS.text)
    with open_shelf(data) as shelf, pytest.raises(Unreadable) as refused:
        shelf.add(crooked, met(crooked), b"")
    assert refused.value.reason == "misplaced"
    assert sources_held(data) == []


def test_sources_are_remembered_as_they_were_met(data: Path) -> None:
    shelve(data, PARKS)
    seen = MetSource("a.txt", "elsewhere", PARKS.sha256, size=7, mtime=1234.25, etag='"x"')
    with open_shelf(data) as shelf:
        shelf.unchanged(seen)
    with open_shelf(data) as shelf:
        known = shelf.known()["a.txt"]
    assert (known.met, known.outcome, known.report_id) == (seen, "added", PARKS.report_id)


def test_the_ledger_counts_what_became_of_each_source(data: Path) -> None:
    shelve(data, PARKS)
    with open_shelf(data, arguments="papers") as shelf:
        shelf.expect(4)
        shelf.add(NEWER, met(NEWER), b"")
        shelf.add(PONDS, met(PONDS), b"")
        shelf.fail(MetSource("c.pdf", "papers"), "encrypted", "It has a password.")
        shelf.unchanged(MetSource("d.txt", "papers"))
        with catalogue_of(data) as catalogue:
            running = catalogue.runs()[0]
        run = shelf.finish()
    assert (running.state, running.total, running.added, running.failed) == ("running", 4, 1, 1)
    assert (run.state, run.added, run.changed, run.unchanged, run.failed) == (
        "finished",
        1,
        1,
        1,
        1,
    )
    with catalogue_of(data) as catalogue:
        lines = [(i.source, i.outcome) for i in catalogue.run_items(run.run)]
    assert lines == [
        ("a.txt", "changed"),
        ("b.txt", "added"),
        ("c.pdf", "failed"),
        ("d.txt", "unchanged"),
    ]


def test_lines_of_unchanged_sources_are_written_while_a_long_run_goes_on(data: Path) -> None:
    with open_shelf(data) as shelf:
        for n in range(150):
            shelf.unchanged(MetSource(f"{n}.txt", "papers"))
        with catalogue_of(data) as catalogue:
            run = catalogue.run(shelf.run)
            assert run is not None
            assert run.unchanged >= 100
            assert catalogue.run(99) is None


def test_finishing_twice_is_finishing_once(data: Path) -> None:
    with open_shelf(data) as shelf:
        shelf.add(PARKS, met(PARKS), b"")
        assert shelf.finish() == shelf.finish()


def test_removing_what_was_never_there_is_only_a_line(data: Path) -> None:
    shelve(data, PARKS)
    with open_shelf(data) as shelf:
        assert shelf.remove("never.txt") == RunItem("never.txt", "removed")
    assert sources_held(data) == ["a.txt"]


def test_a_run_that_an_error_ends_is_aborted_and_keeps_what_it_did(data: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _stopped_by_hand(data)
    with catalogue_of(data) as catalogue:
        assert [run.state for run in catalogue.runs()] == ["aborted"]
    with open_shelf(data):
        pass  # publishes what the run before did not
    assert len(searched(data, "nine")) == 1


def _stopped_by_hand(data: Path) -> None:
    with open_shelf(data) as shelf:
        shelf.add(PARKS, met(PARKS), b"")
        raise KeyboardInterrupt


def test_a_missing_index_is_made_anew_from_the_catalogue(data: Path) -> None:
    shelve(data, PARKS, PONDS)
    for file in passages_folder(data).rglob("*"):
        if file.is_file():
            file.unlink()
    with pytest.raises(DataFolderUnusable, match="townclerk rebuild"):
        searched(data, "nine")
    with open_shelf(data):
        pass
    assert len(searched(data, "nine")) == 1


def test_a_damaged_index_is_made_anew_from_the_catalogue(data: Path) -> None:
    shelve(data, PARKS, PONDS)
    for file in passages_folder(data).rglob("*.pst"):
        file.write_bytes(file.read_bytes()[:-5])
    with open_shelf(data):
        pass
    assert len(searched(data, "nine")) == 1


def test_rebuilding_reads_no_source_and_finds_the_same(data: Path) -> None:
    lead = Lead("A. Gardener", "Head of Parks", None, "Lead Officer", "Parks", 0, 7, "01234 567890")
    shelve(data, replace(PARKS, leads=(lead,)), PONDS)
    before = [searched(data, stem) for stem in ("nine", "pond", "garden")]
    with open_shelf(data) as shelf:
        shelf.rebuild()
    assert [searched(data, stem) for stem in ("nine", "pond", "garden")] == before


def test_what_is_cut_as_before_stays_findable_while_everything_is_rebuilt(data: Path) -> None:
    shelve(data, PARKS, PONDS)
    with sqlite3.connect(data / "catalogue.db") as db:
        other = "UPDATE passages SET heading = 'As an earlier version cut' WHERE report_id = ?"
        db.execute(other, [PONDS.report_id])
    with catalogue_of(data) as catalogue:
        parks, ponds = (catalogue.passages_of(paper.report_id) for paper in (PARKS, PONDS))
        with open_shelf(data) as shelf:
            shelf.rebuild()
        assert catalogue.passages_of(PARKS.report_id) == parks
        assert all(
            new.heading != ponds[0].heading for new in catalogue.passages_of(PONDS.report_id)
        )
        assert {p.passage_id for p in ponds}.isdisjoint(catalogue.passage_ids())


def test_papers_become_searchable_while_a_long_run_goes_on(data: Path) -> None:
    with open_shelf(data) as shelf:
        for n in range(60):
            paper = report(f"1. The council keeps plot number{n}.", f"{n}.txt")
            shelf.add(paper, met(paper), b"")
        assert len(searched(data, "number0")) == 1
    assert len(searched(data, "number59")) == 1


def test_a_second_writer_is_told_who_holds_the_shelf(data: Path) -> None:
    with (
        open_shelf(data),
        pytest.raises(Locked, match=r"Another ingest is running \(process \d+, since 20\d\d-"),
        open_shelf(data),
    ):
        pass
    with open_shelf(data):
        pass  # and it is free again


def test_the_data_folder_is_private(data: Path) -> None:
    shelve(data, PARKS)
    modes = {path.stat().st_mode & 0o077 for path in [data, *data.rglob("*")]}
    assert modes == {0}


def test_a_folder_of_other_things_is_not_shut_to_others(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    tmp_path.chmod(0o755)
    with open_shelf(tmp_path):
        pass
    assert tmp_path.stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "catalogue.db").stat().st_mode & 0o077 == 0


def test_a_data_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with (
        pytest.raises(DataFolderUnusable, match=r"cannot be made or written .* --data"),
        open_shelf(tmp_path / "file" / "data"),
    ):
        pass


def test_an_index_that_cannot_be_written_is_told_in_a_sentence(data: Path) -> None:
    shelve(data, PARKS)
    shutil.rmtree(passages_folder(data))
    passages_folder(data).symlink_to(data / "a folder that is gone")
    with pytest.raises(DataFolderUnusable, match=r"search index .* free space"), open_shelf(data):
        pass


def test_a_catalogue_damaged_in_the_middle_is_told_in_a_sentence(data: Path) -> None:
    shelve(data, *(report(f"1. {'plot ' * 900}", f"{n}.txt") for n in range(20)))
    whole = (data / "catalogue.db").read_bytes()
    (data / "catalogue.db").write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(DataFolderUnusable, match="may be damaged"), open_shelf(data) as shelf:
        shelf.rebuild()
    with pytest.raises(DataFolderUnusable, match="may be damaged"), catalogue_of(data) as catalogue:
        catalogue.reports()


def test_a_catalogue_that_is_not_one_is_told_in_a_sentence(data: Path) -> None:
    data.mkdir()
    (data / "catalogue.db").write_bytes(b"This is not a database at all. " * 200)
    with pytest.raises(DataFolderUnusable, match="not a catalogue at all"):
        open_catalogue(data)
    with pytest.raises(DataFolderUnusable, match="not a catalogue at all"), open_shelf(data):
        pass
