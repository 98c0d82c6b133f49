"""Papers let in after a person looked, and words that do not come back once withdrawn."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.catalogue.packs import Pack
from index.errors import NoSuchSource
from index.shelf import open_shelf
from support.small_reports import at, met, report

LONG = " ".join(f"Lane {n} of the parish was walked by its officers." for n in range(12))
QUAY = report(f"# The quay\n1. {LONG}\nRESOLVED that the quay be sold.", "quay.txt")
OTHER = report(f"# The quay\n1. {LONG} It rained.", "quay.txt")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def codes(data: Path) -> dict[str, str | None]:
    with open_catalogue(data) as catalogue:
        return {item.source: item.code for item in catalogue.failures()}


def held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(facts.source for facts in catalogue.reports())


def test_what_was_released_is_let_in_and_other_bytes_there_are_judged_anew(data: Path) -> None:
    with open_shelf(data) as shelf:
        shelf.withhold(met(QUAY), "exempt")
        shelf.release("quay.txt", "The Monitoring Officer has agreed.")
        assert shelf.released() == {QUAY.sha256}
        assert shelf.add(QUAY, met(QUAY), b"").outcome == "added"
        assert OTHER.sha256 not in shelf.released()
    assert held(data) == ["quay.txt"]


def test_a_release_opens_the_same_bytes_at_every_place(data: Path) -> None:
    twin = at(QUAY, "copy.txt")
    with open_shelf(data) as shelf:
        shelf.withhold(met(QUAY), "exempt")
        assert shelf.add(twin, met(twin), b"").code == "withheld_elsewhere"
        shelf.release("quay.txt", "why")
        assert shelf.add(twin, met(twin), b"").outcome == "added"
    assert held(data) == ["copy.txt"]


def test_only_what_is_withheld_can_be_released(data: Path) -> None:
    twin = at(QUAY, "copy.txt")
    with open_shelf(data) as shelf:
        shelf.add(QUAY, met(QUAY), b"")
        with pytest.raises(NoSuchSource, match="is not withheld"):
            shelf.release("quay.txt", "why")
        with pytest.raises(NoSuchSource, match="No paper was ingested"):
            shelf.release("never.txt", "why")
        shelf.withhold(met(QUAY), "exempt")
        shelf.add(twin, met(twin), b"")
        with pytest.raises(NoSuchSource, match="withheld at another place"):
            shelf.release("copy.txt", "why")


def test_what_was_withdrawn_is_not_released_and_what_was_released_can_be_withdrawn(
    data: Path,
) -> None:
    with open_shelf(data) as shelf:
        shelf.withhold(met(QUAY), "exempt")
        shelf.release("quay.txt", "why")
        shelf.add(QUAY, met(QUAY), b"")
        shelf.withdraw("quay.txt", "why")
        assert shelf.released() == frozenset()
        assert shelf.add(QUAY, met(QUAY), b"").code == "withdrawn"
        with pytest.raises(NoSuchSource, match="withdrawn for good"):
            shelf.release("quay.txt", "why")


def test_the_words_of_a_withdrawn_paper_do_not_come_back_in_other_bytes(data: Path) -> None:
    again = replace(at(QUAY, "elsewhere.pdf"), sha256="e" * 64, text=QUAY.text)
    with open_shelf(data) as shelf:
        shelf.add(QUAY, met(QUAY), b"")
        shelf.withdraw("quay.txt", "It names a child.")
        line = shelf.add(again, met(again), b"")
        assert (line.outcome, line.code) == ("withheld", "withdrawn")
        assert shelf.add(at(OTHER, "other.txt"), met(at(OTHER, "other.txt")), b"").code is None
    assert held(data) == ["other.txt"]
    assert b"quay be sold" not in b"".join(
        path.read_bytes() for path in data.rglob("*") if path.is_file()
    )


def test_the_words_of_a_withdrawn_paper_do_not_come_back_in_a_pack(data: Path) -> None:
    parts = tuple(
        replace(at(paper, f"pack.pdf#page={n}"), sha256=str(n) * 64)
        for n, paper in enumerate((report("# Ponds\n1. Two ponds."), QUAY), 1)
    )
    with open_shelf(data) as shelf:
        shelf.add(QUAY, met(QUAY), b"")
        shelf.withdraw("quay.txt", "why")
        file = replace(met(QUAY), source="pack.pdf", sha256="f" * 64)
        assert shelf.add_pack(Pack(parts, b"", "A pack of 2 papers."), file).code == "withdrawn"
    assert held(data) == []


def test_a_few_words_that_were_withdrawn_may_be_another_papers_words_too(data: Path) -> None:
    short = report("# Note\n1. The meeting was called off.", "a.txt")
    again = replace(at(short, "b.txt"), sha256="e" * 64)
    with open_shelf(data) as shelf:
        shelf.add(short, met(short), b"")
        shelf.withdraw("a.txt", "why")
        assert shelf.add(again, met(again), b"").outcome == "added"
    assert codes(data) == {"a.txt": "withdrawn"}
