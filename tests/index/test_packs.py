"""A file that holds several papers, on the shelf: each a report, all of one file."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from index.catalogue import MetSource, open_catalogue
from index.catalogue.packs import Pack
from index.checking import disagreements
from index.part_names import part_name, part_sha256
from index.records import Report
from index.runs import RunItem
from index.shelf import open_shelf
from support.small_reports import at, met, report

BYTES = b"the bytes of a pack"
SHA = sha256(BYTES).hexdigest()
FILE = MetSource("pack.pdf", "papers", SHA, size=len(BYTES), mtime=1.5)
PARKS = "# Parks\n1. The council keeps nine parks.\nRESOLVED that byelaws be made."
PONDS = "# Ponds\n1. The council keeps two ponds."
ROADS = "# Roads\n1. The council keeps six roads."


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def part(text: str, place: str, file: MetSource = FILE) -> Report:
    own = part_sha256(file.sha256 or "", place)
    return replace(report(text, part_name(file.source, place)), sha256=own)


def pack(*texts: str, file: MetSource = FILE, left_out: int = 0, raw: bytes = BYTES) -> Pack:
    parts = tuple(part(text, f"page={n}", file) for n, text in enumerate(texts, 1))
    return Pack(parts, raw, f"A pack of {len(texts)} papers.", left_out)


def shelve(data: Path, held: Pack, file: MetSource = FILE) -> RunItem:
    with open_shelf(data) as shelf:
        return shelf.add_pack(held, file)


def sources_held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(facts.source for facts in catalogue.reports())


def rows(data: Path, table: str) -> int:
    with closing(sqlite3.connect(data / "catalogue.db")) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def on_disk(data: Path, words: bytes) -> list[str]:
    files = (path for path in data.rglob("*") if path.is_file())
    return [path.name for path in files if words in path.read_bytes()]


def test_each_paper_of_a_pack_is_a_report_and_the_bytes_are_kept_once(data: Path) -> None:
    assert shelve(data, pack(PARKS, PONDS)) == RunItem(
        "pack.pdf", "added", message="A pack of 2 papers."
    )
    assert sources_held(data) == ["pack.pdf#page=1", "pack.pdf#page=2"]
    with open_catalogue(data) as catalogue:
        kept = [catalogue.original(facts.report_id) for facts in catalogue.reports()]
        assert list(catalogue.known()) == ["pack.pdf"]
        assert catalogue.parts_of("pack.pdf") == sources_held(data)
        assert (catalogue.status().reports, catalogue.status().decisions) == (2, 1)
    assert kept == [BYTES, BYTES]
    assert (data / "catalogue.db").read_bytes().count(BYTES) == 1
    assert disagreements(data) == []


def test_parts_have_ids_of_their_own_that_last(data: Path) -> None:
    ids = {part_sha256(SHA, place)[:16] for place in ("page=1", "page=2", "part=1")}
    assert len(ids | {SHA[:16]}) == 4
    shelve(data, pack(PARKS, PONDS))
    assert shelve(data, pack(PARKS, PONDS)) == RunItem("pack.pdf", "unchanged")


def test_a_changed_file_has_its_papers_replaced(data: Path) -> None:
    shelve(data, pack(PARKS, PONDS))
    newer = replace(FILE, sha256="e" * 64)
    line = shelve(data, pack(PARKS, ROADS, PONDS, file=newer), newer)
    assert line.outcome == "changed"
    assert len(sources_held(data)) == 3
    # The file, its three parts, and the file as it was before.
    assert (rows(data, "reports"), rows(data, "sources"), rows(data, "blobs")) == (3, 4, 5)


def test_a_pack_that_becomes_one_paper_and_the_other_way_round(data: Path) -> None:
    whole = replace(at(report(PARKS), "pack.pdf"), sha256=SHA)
    with open_shelf(data) as shelf:
        assert shelf.add(whole, FILE, BYTES).outcome == "added"
        assert shelf.add_pack(pack(PARKS, PONDS), FILE).outcome == "changed"
    assert len(sources_held(data)) == 2
    with open_shelf(data) as shelf:
        assert shelf.add(whole, FILE, BYTES).outcome == "changed"
    assert sources_held(data) == ["pack.pdf"]
    assert (rows(data, "sources"), rows(data, "blobs")) == (1, 1)
    assert disagreements(data) == []


@pytest.mark.parametrize("deed", ["remove", "withhold", "withdraw", "withdraw a part"])
def test_what_takes_the_file_out_takes_its_papers_out(data: Path, deed: str) -> None:
    shelve(data, pack(PARKS, PONDS))
    with open_shelf(data) as shelf:
        match deed:
            case "remove":
                shelf.remove("pack.pdf")
            case "withhold":
                shelf.withhold(FILE, "exempt")
            case "withdraw":
                assert "all of its 2 papers" in str(shelf.withdraw("pack.pdf", "why").message)
            case _:
                assert shelf.withdraw("pack.pdf#page=2", "why").source == "pack.pdf"
    assert sources_held(data) == []
    kept = 1 if deed == "remove" else 0  # what was open and is gone is marked, and not lost
    assert (rows(data, "blobs"), rows(data, "passages")) == (kept, 0)
    assert on_disk(data, b"nine parks") == []
    with open_shelf(data) as shelf:
        again = shelf.add_pack(pack(PARKS, PONDS), FILE)
    assert again.code == ("withdrawn" if "withdraw" in deed else None)


def test_a_pack_that_cannot_be_read_any_more_stays_searchable(data: Path) -> None:
    shelve(data, pack(PARKS, PONDS))
    with open_shelf(data) as shelf:
        line = shelf.fail(replace(FILE, sha256="f" * 64), "corrupt", "It is damaged.")
    assert line.message == "It is damaged. The copy read earlier stays searchable."
    assert len(sources_held(data)) == 2
    with open_catalogue(data) as catalogue:
        assert catalogue.failures() == [line]
    assert shelve(data, pack(PARKS, PONDS)).outcome == "changed"


def test_the_same_pack_at_two_places_stays_as_long_as_one_is_there(data: Path) -> None:
    twin = replace(FILE, source="copy.pdf")
    shelve(data, pack(PARKS, PONDS))
    shelve(data, pack(PARKS, PONDS, file=twin), twin)
    assert len(sources_held(data)) == 2
    with open_shelf(data) as shelf:
        shelf.remove("pack.pdf")
    assert sources_held(data) == ["copy.pdf#page=1", "copy.pdf#page=2"]
    assert disagreements(data) == []
    with open_shelf(data) as shelf:
        shelf.remove("copy.pdf")
    # The one file, of two sources that are gone, is kept.
    assert (rows(data, "reports"), rows(data, "blobs"), rows(data, "sources")) == (0, 1, 0)


def test_a_pack_that_is_withheld_at_one_place_is_withheld_at_all(data: Path) -> None:
    twin = replace(FILE, source="exempt/copy.pdf")
    shelve(data, pack(PARKS, PONDS))
    with open_shelf(data) as shelf:
        shelf.withhold(twin, "exempt")
    assert sources_held(data) == []
    assert rows(data, "blobs") == 0
    with open_catalogue(data) as catalogue:
        codes = {item.source: item.code for item in catalogue.failures()}
    assert codes == {"exempt/copy.pdf": "exempt", "pack.pdf": "withheld_elsewhere"}
    assert shelve(data, pack(PARKS, PONDS)).code == "withheld_elsewhere"


def test_where_papers_were_left_out_the_files_bytes_are_not_kept(data: Path) -> None:
    shelve(data, pack(PARKS, PONDS, ROADS))
    assert on_disk(data, BYTES)
    line = shelve(data, pack(PARKS, PONDS, left_out=1))
    assert line.outcome == "changed"
    assert sources_held(data) == ["pack.pdf#page=1", "pack.pdf#page=2"]
    assert on_disk(data, BYTES) == []
    assert on_disk(data, b"six roads") == []
    assert disagreements(data) == []
    assert shelve(data, pack(PARKS, PONDS, left_out=1)).outcome == "unchanged"


def test_a_part_that_is_not_public_shuts_the_file(data: Path) -> None:
    parts = pack(PARKS, PONDS)
    closed = replace(parts.reports[1], access="exempt")
    line = shelve(data, replace(parts, reports=(parts.reports[0], closed)))
    assert (line.outcome, line.code) == ("withheld", "exempt")
    assert sources_held(data) == []


def test_a_kept_pack_that_was_altered_is_noticed(data: Path) -> None:
    shelve(data, pack(PARKS, PONDS))
    with closing(sqlite3.connect(data / "catalogue.db")) as connection:
        connection.execute("UPDATE blobs SET bytes = x'00' WHERE sha256 = ?", [SHA])
        connection.commit()
    assert len([line for line in disagreements(data) if "not what was read" in line]) == 2


def test_an_index_made_anew_holds_the_parts(data: Path) -> None:
    shelve(data, pack(PARKS, PONDS))
    shutil.rmtree(data / "passages")
    with open_shelf(data) as shelf:
        shelf.rebuild()
    assert disagreements(data) == []


def test_a_lone_paper_beside_a_pack_is_no_part_of_it(data: Path) -> None:
    alone = report(ROADS, "roads.txt")
    with open_shelf(data) as shelf:
        shelf.add_pack(pack(PARKS, PONDS), FILE)
        shelf.add(alone, met(alone), b"roads")
        shelf.remove("pack.pdf")
    assert sources_held(data) == ["roads.txt"]
