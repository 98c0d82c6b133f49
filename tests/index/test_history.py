"""What a source gave before is kept and not shown; of what is shut, nothing is."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from index import history
from index.catalogue import MetSource, open_catalogue
from index.catalogue.packs import Pack
from index.checking import disagreements
from index.errors import NoSuchSource
from index.records import Report
from index.shelf import Shelf, open_shelf, passages_folder
from index.whoosh_passages import WhooshPassages
from support.commands import run, run_json
from support.small_reports import met, report


def paper(text: str, source: str = "ponds.txt") -> Report:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return replace(report(text, source), sha256=sha256)


OLD = paper("# Ponds\n1. The council keeps nine ponds.")
NEW = paper("# Ponds\n1. The council keeps ten ponds.")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def add(shelf: Shelf, one: Report) -> None:
    shelf.add(one, met(one), one.text.encode())


def shelve(data: Path, *papers: Report) -> None:
    """One run for each."""
    for one in papers:
        with open_shelf(data) as shelf:
            add(shelf, one)


def remove(data: Path, source: str = "ponds.txt") -> None:
    with open_shelf(data) as shelf:
        shelf.remove(source)


def told(data: Path, source: str = "ponds.txt") -> list[tuple[str, int, str | None, bool]]:
    found = history.versions(data, source)
    return [(one.ended, one.run, one.report_id, one.kept) for one in found]


def held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(one.report_id for one in catalogue.reports())


def bytes_in(data: Path, words: str) -> list[str]:
    files = [path for path in data.rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


def test_new_bytes_at_a_known_place_supersede_the_old_and_keep_them(data: Path) -> None:
    shelve(data, OLD, NEW)
    assert held(data) == [NEW.report_id]
    assert told(data) == [("changed", 2, OLD.report_id, True)]
    (old,) = history.versions(data, "ponds.txt")
    assert history.original(data, old.sha256) == OLD.text.encode()
    assert disagreements(data) == []


def test_what_was_superseded_is_neither_found_nor_shown(data: Path) -> None:
    shelve(data, OLD, NEW)
    with closing(WhooshPassages(passages_folder(data))) as engine:
        assert (engine.frequency("nine"), engine.frequency("ten")) == (0, 1)
    with open_catalogue(data) as catalogue:
        assert catalogue.text(OLD.report_id) == ""


def test_a_removed_paper_is_marked_and_not_lost(data: Path) -> None:
    shelve(data, OLD)
    remove(data)
    assert held(data) == []
    (gone,) = history.removed(data)
    assert (gone.source, gone.ended, gone.kept) == ("ponds.txt", "removed", True)
    assert history.original(data, gone.sha256) == OLD.text.encode()
    shelve(data, OLD)  # it is there again
    assert history.removed(data) == []
    assert held(data) == [OLD.report_id]


def test_reading_the_same_bytes_again_makes_no_version(data: Path) -> None:
    shelve(data, OLD)
    better = replace(OLD, kind="minutes")
    shelve(data, better)
    assert told(data) == []


def test_one_paper_at_two_places_is_one_report_with_two_sources(data: Path) -> None:
    shelve(data, OLD, replace(OLD, source="copy.txt"))
    assert held(data) == [OLD.report_id]
    remove(data)
    assert held(data) == [OLD.report_id]
    with open_catalogue(data) as catalogue:
        assert [one.source for one in catalogue.reports()] == ["copy.txt"]
    assert [one.source for one in history.removed(data)] == ["ponds.txt"]


def test_the_files_of_the_last_five_versions_are_kept(data: Path) -> None:
    versions = [paper(f"# Ponds\n1. The council keeps pond{n}.") for n in range(8)]
    shelve(data, *versions)
    kept = [(one.report_id, one.kept) for one in history.versions(data, "ponds.txt")]
    newest_first = [one.report_id for one in reversed(versions[:-1])]
    assert kept == [(i, n < 5) for n, i in enumerate(newest_first)]
    assert bytes_in(data, "pond1") == []
    assert disagreements(data) == []


@pytest.mark.parametrize("way", ["withheld", "withdrawn"])
def test_of_a_paper_that_is_shut_no_earlier_version_stays(data: Path, way: str) -> None:
    shelve(data, OLD, NEW)
    with open_shelf(data) as shelf:
        if way == "withheld":
            shelf.withhold(met(paper("# Exempt")), "exempt")
        else:
            shelf.withdraw("ponds.txt", "published by mistake")
    assert told(data) == []
    assert bytes_in(data, "nine ponds") + bytes_in(data, "ten ponds") == []
    assert disagreements(data) == []


def test_a_paper_that_was_removed_can_still_be_withdrawn(data: Path) -> None:
    shelve(data, OLD)
    remove(data)
    done = run("withdraw", "ponds.txt", "--why", "names a child", data=data)
    assert done.returncode == 0, done.stderr
    assert bytes_in(data, "nine ponds") == []
    assert history.removed(data) == []
    shelve(data, OLD)  # it comes back, and is kept out
    assert held(data) == []


def part(file: str, words: str, place: str) -> Report:
    sha256 = hashlib.sha256(f"{file}#{place}".encode()).hexdigest()
    text = f"# Part\n1. {place} has {words} ponds."
    return replace(report(text, f"pack.pdf#{place}"), sha256=sha256)


def test_a_pack_that_is_replaced_is_kept_as_one_file(data: Path) -> None:
    for words in ("nine", "ten"):
        content = f"a pack of {words}".encode()
        file = hashlib.sha256(content).hexdigest()
        parts = tuple(part(file, words, f"page={n}") for n in (1, 2))
        with open_shelf(data) as shelf:
            shelf.add_pack(Pack(parts, content, "2 papers."), MetSource("pack.pdf", "papers", file))
    assert told(data, "pack.pdf") == [("changed", 2, None, True)]
    (old,) = history.versions(data, "pack.pdf")
    assert history.original(data, old.sha256) == b"a pack of nine"
    assert disagreements(data) == []
    with open_shelf(data) as shelf:
        shelf.withdraw("pack.pdf", "by mistake")
    assert bytes_in(data, "a pack of") == []


def test_files_that_no_paper_is_of_are_swept(data: Path) -> None:
    shelve(data, OLD)
    with closing(sqlite3.connect(data / "catalogue.db")) as db, db:
        db.execute("INSERT INTO blobs (sha256, bytes) VALUES ('00', X'00')")
    assert disagreements(data) == [
        "Files kept that no paper is of: 1. Run `townclerk rebuild`.",
    ]
    with open_shelf(data):
        pass
    assert disagreements(data) == []


def test_history_is_told_at_the_command_line(tmp_path: Path) -> None:
    papers, data = tmp_path / "papers", tmp_path / "data"
    papers.mkdir()
    for text in ("PONDS\n\n1. Nine ponds.", "PONDS\n\n1. Ten ponds."):
        (papers / "ponds.txt").write_text(text)
        (papers / "oaks.txt").write_text("OAKS\n\n1. One oak.")
        run_json("ingest", papers, data=data)
    (papers / "oaks.txt").unlink()
    run_json("ingest", papers, data=data)
    (removed,) = run_json("history", data=data)["versions"]
    assert (removed["source"], removed["ended"]) == (str(papers / "oaks.txt"), "removed")
    (changed,) = run_json("history", "ponds.txt", data=data)["versions"]
    assert (changed["ended"], changed["kept"]) == ("changed", True)
    assert f"replaced {papers / 'ponds.txt'}" in run("history", "ponds.txt", data=data).stdout
    saved = tmp_path / "old.txt"
    assert run("history", "ponds.txt", "--save", saved, data=data).returncode == 0
    assert saved.read_text() == "PONDS\n\n1. Nine ponds."
    for taken, why in ((saved, "File exists"), (saved / "x", "Not a directory")):
        refused = run("history", "ponds.txt", "--save", taken, data=data)
        assert (refused.returncode, refused.stdout) == (2, "")
        assert f"{taken} cannot be made: {why}. Name a new file, in a folder" in refused.stderr
    assert run("history", "gone.txt", data=data).stderr.endswith("[no_such_source]\n")


def test_what_was_never_there_has_no_history(data: Path) -> None:
    shelve(data, OLD)
    with open_catalogue(data) as catalogue, pytest.raises(NoSuchSource):
        history.named(data, catalogue, "never.txt")


def test_a_paper_at_two_places_goes_by_the_name_of_either(tmp_path: Path) -> None:
    papers, data = tmp_path / "papers", tmp_path / "data"
    for folder, name in (("a", "ponds.txt"), ("b", "lakes.txt")):
        (papers / folder).mkdir(parents=True)
        (papers / folder / name).write_text(OLD.text)
    run("ingest", papers, data=data)
    first, second = str(papers / "a/ponds.txt"), str(papers / "b/lakes.txt")
    for name in ("ponds.txt", "lakes.txt", second):
        shown = run_json("show", name, data=data)
        assert {shown["report"]["source"], *shown["also_at"]} == {first, second}
    assert "Also at" in run("show", "lakes.txt", data=data).stdout
    (papers / "b/lakes.txt").write_text(NEW.text)
    run("ingest", data=data)
    (changed,) = run_json("history", "lakes.txt", data=data)["versions"]
    assert (changed["source"], changed["ended"]) == (second, "changed")
    assert run_json("history", "ponds.txt", data=data)["versions"] == []


def test_withdrawing_by_either_name_takes_the_paper_from_both_places(tmp_path: Path) -> None:
    papers, data = tmp_path / "papers", tmp_path / "data"
    papers.mkdir()
    for name in ("ponds.txt", "lakes.txt"):
        (papers / name).write_text(OLD.text)
    run("ingest", papers, data=data)
    assert run("withdraw", "ponds.txt", "--why", "sent by mistake", data=data).returncode == 0
    assert run_json("reports", data=data)["reports"] == []
    run("ingest", data=data)
    outcomes = run_json("failures", data=data)["failures"]
    assert [one["outcome"] for one in outcomes] == ["withheld", "withheld"]
