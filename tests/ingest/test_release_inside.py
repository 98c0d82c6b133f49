"""Papers inside archives, mails and packs: let in and taken out, for good, whatever comes after."""

from pathlib import Path

import pytest

from support.canaries import CANARY
from support.commands import run, run_json
from support.packed import CLOSED, archive, mail
from support.packs import LINE, agenda, marked, prose, report
from support.pdfs import Page, pdf, typed

FRONT = "EXHAM BOROUGH COUNCIL\n\nReport to: Cabinet\n\nDate: 8 July 2025\n\n"
OPEN = f"{FRONT}Title: Lamps\n\n1. {LINE} {LINE} {LINE}\n".encode()
SHUT = f"{FRONT}{CLOSED}Title: Quay\n\n1. {CANARY} made an offer. {LINE} {LINE}\n".encode()


def closed() -> Page:
    return typed(
        CLOSED.strip()[:70], "", "Report to: Cabinet", "", "Date: 8 July 2025", "", "Title: Quay",
        "", "Report of: Director of Place", "", "1. PURPOSE OF REPORT", "",
        f"1.1 {CANARY} made an offer.", "", *prose(2, 3),
    )  # fmt: skip


INSIDE = {
    "papers.zip": archive({"lamps.txt": OPEN, "more/quay.txt": SHUT}),
    "mail.eml": mail("Papers for Tuesday.", {"lamps.txt": OPEN, "quay.txt": SHUT}).as_bytes(),
    "pack.pdf": pdf(
        agenda("Minutes", "Quay", "Lamps"),
        marked(closed(), "Agenda Item 2", 2),
        marked(report("Lamps"), "Agenda Item 3", 3),
    ),
}


@pytest.fixture
def papers(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / request.param).write_bytes(INSIDE[request.param])
    return tmp_path / "papers"


def withheld_or_pack(data: Path, papers: Path) -> str:
    """What `release` is told: the id of what is withheld, or the pack that lacks a part."""
    shut = run_json("failures", data=data)["failures"]
    assert len(shut) <= 1
    return str(shut[0]["id"] if shut else papers / "pack.pdf")


def is_held(data: Path) -> bool:
    """Whether the paper can be found, and if it cannot, whether any byte of it is kept."""
    cited = run_json("ask", f"Who made an offer? {CANARY}", data=data)["citations"]
    kept = [path for path in data.rglob("*") if path.is_file() and _holds(path)]
    assert bool(kept) == any(CANARY in one["excerpt"] for one in cited), kept
    return bool(kept)


def _holds(path: Path) -> bool:
    return CANARY.casefold().encode() in path.read_bytes().lower()


@pytest.mark.parametrize("papers", INSIDE, indirect=True)
def test_a_paper_inside_another_file_is_let_in_and_taken_out_for_good(
    papers: Path, tmp_path: Path
) -> None:
    data, backup, restored = (tmp_path / name for name in ("data", "backup", "restored"))
    run("ingest", papers, data=data)
    assert not is_held(data)
    done = run("release", withheld_or_pack(data, papers), "--why", "agreed", data=data)
    assert done.returncode == 0, done.stderr
    assert is_held(data)
    run("ingest", papers, data=data)
    run("rebuild", data=data)
    assert is_held(data)
    (source,) = [one["source"] for one in run_json("reports", data=data)["reports"] if _is_it(one)]
    done = run("withdraw", source, "--why", "agreed", data=data)
    assert done.returncode == 0, done.stderr
    for command in (("ingest", papers), ("rebuild",), ("ingest",), ("backup", backup)):
        run(*command, data=data)
        assert not is_held(data)
    assert run("restore", backup, data=restored).returncode == 0
    run("ingest", papers, data=restored)
    assert not is_held(restored)
    for folder in (data, restored):
        assert run("check", data=folder).returncode == 0


def _is_it(report: dict[str, str]) -> bool:
    return report["title"] == "Quay"
