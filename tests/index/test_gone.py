"""An answer says when what it quotes was replaced lately, or a paper on the matter was removed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from index.history import versions
from index.library import open_library
from index.wording import say_date
from support.commands import ingested, run

LEASE = (
    "WYEFORD COUNCIL\n\nCABINET\n\n4 March 2025\n\nLEASE OF THE BOATHOUSE\n\n1. The rent is £{}."
)
PONDS = "WYEFORD COUNCIL\n\nCABINET\n\n4 March 2025\n\nPONDS\n\n1. The council keeps nine ponds."
QUESTION = "What is the rent in the lease of the boathouse?"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return ingested(tmp_path, {"lease.txt": LEASE.format("2,100"), "ponds.txt": PONDS})


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    return tmp_path / "papers" / "lease.txt"


def told(data: Path, question: str = QUESTION, days: int = 0) -> tuple[str, ...]:
    day = datetime.now(UTC).date() + timedelta(days)
    with open_library(data) as library:
        return library.ask(question, today=day).position


def ended_on(data: Path, source: Path) -> str:
    """The day that the ledger has for the end of what a source gave, as an answer tells it."""
    (version,) = versions(data, str(source))
    return say_date(date.fromisoformat(version.at[:10]))


def replace(lease: Path) -> None:
    lease.write_text(LEASE.format("2,400"))


def test_an_answer_from_a_paper_that_was_replaced_lately_says_so(data: Path, lease: Path) -> None:
    assert told(data) == ()
    replace(lease)
    run("ingest", data=data)
    day = ended_on(data, lease)
    said = f"The paper quoted first was replaced on {day}: this is what it says now."
    assert told(data) == (said,)
    asked = run("ask", QUESTION, data=data).stdout
    assert said in asked
    assert "£2,400" in asked
    assert told(data, days=100) == ()
    assert told(data, "How many ponds does the council keep?") == ()


def test_where_a_paper_on_the_matter_was_removed_the_answer_says_so(
    data: Path, lease: Path
) -> None:
    lease.unlink()
    run("ingest", data=data)
    day = ended_on(data, lease)
    said = (
        "A paper with “lease” and “boathouse” in its title was removed from its place on "
        f"{day}, and is quoted no more."
    )
    assert told(data) == (said,)
    assert told(data, days=100) == ()
    assert told(data, "Who repairs the windmill?") == ()


def _withdrawn(data: Path, _lease: Path) -> None:
    run("withdraw", "lease.txt", "--why", "sent by mistake", data=data)


def _closed(data: Path, lease: Path) -> None:
    lease.write_text(f"NOT FOR PUBLICATION: EXEMPT\n\n{LEASE.format('2,400')}")
    run("ingest", data=data)


def _moved(data: Path, lease: Path) -> None:
    lease.rename(lease.with_name("moved.txt"))
    run("ingest", data=data)


@pytest.mark.parametrize("way", [_withdrawn, _closed, _moved])
def test_of_a_paper_that_was_shut_or_only_moved_nothing_is_told(
    data: Path, lease: Path, way: Callable[[Path, Path], None]
) -> None:
    way(data, lease)
    assert told(data) == ()


def test_of_many_papers_that_were_removed_the_one_asked_for_is_told(tmp_path: Path) -> None:
    ponds = {f"pond{n}.txt": PONDS.replace("PONDS", f"POND NUMBER {n}") for n in range(40)}
    libraries = LEASE.replace("LEASE OF THE BOATHOUSE", "LIBRARIES AND MUSEUMS").format("5")
    data = ingested(tmp_path, {**ponds, "library.txt": libraries})
    for paper in (tmp_path / "papers").iterdir():
        paper.unlink()
    (tmp_path / "papers" / "other.txt").write_text(PONDS)
    run("ingest", data=data)
    (said,) = told(data, "What of the library and museum?")
    assert said.startswith("A paper with “library” and “museum” in its title was removed")
