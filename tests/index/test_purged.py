"""What is withheld leaves the write-ahead log too, even if somebody was reading meanwhile."""

from pathlib import Path

from index.catalogue import open_catalogue
from index.catalogue.connections import Readers
from index.shelf import open_shelf
from support.small_reports import met, report

QUAY = report("# The quay\n1. The Zebrafinch lease of the quay.", "quay.txt")


def on_disk(data: Path) -> list[str]:
    found = (path for path in data.rglob("*") if path.is_file())
    return [path.name for path in found if b"Zebrafinch" in path.read_bytes()]


def test_what_was_withheld_while_somebody_was_reading_is_cleared_when_the_run_ends(
    tmp_path: Path,
) -> None:
    with open_shelf(tmp_path) as shelf:
        shelf.add(QUAY, met(QUAY), b"Zebrafinch")
    with open_catalogue(tmp_path) as idle, open_shelf(tmp_path) as shelf:
        idle.reports()
        readers = Readers(tmp_path)
        with readers.reading() as slow:
            list(slow.query("SELECT * FROM reports"))
            shelf.withhold(met(QUAY), "exempt")
            assert on_disk(tmp_path) != []  # for whoever reads still
        shelf.finish()
        assert on_disk(tmp_path) == []
        readers.close()
