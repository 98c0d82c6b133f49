"""Checking that what is stored is whole and agrees."""

import hashlib
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.checking import _index_at_rest, disagreements
from index.errors import NothingIngested
from index.lock import only_writer
from index.records import Report
from index.shelf import open_shelf, passages_folder
from index.whoosh_passages import WhooshPassages
from support.small_reports import met, report


def of(data: bytes, text: str, source: str) -> tuple[Report, bytes]:
    return replace(report(text, source), sha256=hashlib.sha256(data).hexdigest()), data


PAPERS = [
    of(b"one", "# Gates\n1. The gate is shut.", "gates.txt"),
    of(b"two", "# Ponds\n1. The pond is full.", "ponds.txt"),
]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with open_shelf(tmp_path / "data") as shelf:
        for paper, content in PAPERS:
            shelf.add(paper, met(paper), content)
    return tmp_path / "data"


def change(data: Path, sql: str, values: Sequence[object] = ()) -> None:
    with closing(sqlite3.connect(data / "catalogue.db")) as connection, connection:
        connection.execute(sql, values)


def test_a_folder_in_order_has_no_disagreements(data: Path) -> None:
    assert disagreements(data) == []


def test_there_is_nothing_to_check_before_anything_is_ingested(tmp_path: Path) -> None:
    with pytest.raises(NothingIngested):
        disagreements(tmp_path)


def test_a_missing_index_is_told(data: Path) -> None:
    (passages_folder(data) / "CURRENT").unlink()
    (told,) = disagreements(data)
    assert told.startswith("There is no search index")


def test_passages_missing_from_the_index_are_counted(data: Path) -> None:
    with closing(WhooshPassages(passages_folder(data))) as engine:
        engine.apply([], [PAPERS[0][0].report_id], engine.generation())
    assert disagreements(data) == [
        "Passages missing from the search index: 1. Run `townclerk rebuild`."
    ]


def test_passages_no_longer_held_are_counted(data: Path) -> None:
    change(data, "DELETE FROM passages WHERE report_id = ?", [PAPERS[0][0].report_id])
    assert disagreements(data) == [
        "Passages in the search index no longer held: 1. Run `townclerk rebuild`."
    ]


def test_another_generation_is_told(data: Path) -> None:
    change(data, "UPDATE publication SET generation = generation + 1")
    assert disagreements(data) == [
        "The search index is of another generation than the catalogue. Run `townclerk rebuild`."
    ]


def test_what_does_not_agree_while_an_ingest_runs_is_left_until_it_has_finished(
    data: Path,
) -> None:
    change(data, "UPDATE publication SET generation = generation + 1")
    with only_writer(data / "ingest.lock", now=datetime.now(UTC)):
        assert disagreements(data) == [
            "The search index is being changed. An ingest is running: check again when it has "
            "finished."
        ]


class IngestedMeanwhile(WhooshPassages):
    """An index of which a whole ingest changes the papers just before it is looked into."""

    def passage_ids(self) -> frozenset[int]:
        found = super().passage_ids()
        with open_shelf(self._folder.parent) as shelf:
            shelf.remove("gates.txt")
        return found


def test_what_an_ingest_published_while_it_was_checked_is_no_disagreement(data: Path) -> None:
    with (
        closing(IngestedMeanwhile(passages_folder(data))) as engine,
        open_catalogue(data) as catalogue,
    ):
        assert _index_at_rest(data, catalogue, engine) == []
        assert len(catalogue.reports()) == 1


def test_a_passage_that_is_not_in_its_text_is_told(data: Path) -> None:
    change(data, "UPDATE passages SET text = 'The gate is open.' WHERE text LIKE '%gate%'")
    assert disagreements(data) == [
        "A passage of gates.txt is not in its text. Run `townclerk rebuild`."
    ]


def test_a_copy_that_is_not_what_was_read_is_told(data: Path) -> None:
    change(data, "UPDATE blobs SET bytes = X'00' WHERE bytes = ?", [b"two"])
    assert disagreements(data) == [
        "The copy kept of ponds.txt is not what was read. "
        "Withdraw it, or remove its source, and ingest it again."
    ]


def test_rows_that_belong_to_nothing_are_told(data: Path) -> None:
    change(data, "INSERT INTO abbreviations VALUES ('0000000000000000', 0, 'ABC', 'A')")
    assert disagreements(data) == [
        "The catalogue is damaged (loose rows in abbreviations). "
        "Restore it from a copy, or ingest again."
    ]


def test_rebuilding_mends_what_can_be_rebuilt(data: Path) -> None:
    change(data, "UPDATE passages SET text = 'The gate is open.'")
    (passages_folder(data) / "CURRENT").unlink()
    with open_shelf(data) as shelf:
        shelf.rebuild()
    assert disagreements(data) == []
