"""What is said of papers from outside: council.toml beside them, and --council when ingesting."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from index.catalogue import Catalogue, open_catalogue
from index.records import FrontPage
from index.shelf import open_shelf
from ingest.intake.progress import Silence
from ingest.intake.run import Options, RunReport, ingest
from support.commands import run as command
from support.commands import run_json

PAPER = "Report of the Clerk\n\nWINTER GRITTING\n\nRecommendations\n\n1. That {} waits.\n"
STATED = "EXHAM BOROUGH COUNCIL\n\nMeeting of the Parks Committee – 4 May 2021\n\n" + PAPER
ONE = Options(workers=1)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    (folder / "cabinet" / "2021").mkdir(parents=True)
    (folder / "a.txt").write_text(PAPER.format("Anna"))
    (folder / "cabinet" / "b.txt").write_text(PAPER.format("Bert"))
    (folder / "cabinet" / "2021" / "c.txt").write_text(STATED.format("Carl"))
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *arguments: Path, council: str | None = None) -> RunReport:
    told = replace(ONE, council=council)
    return ingest(data, [str(argument) for argument in arguments], told, Silence())


def outcomes(report: RunReport) -> dict[str, str]:
    return {Path(item.source).stem: item.code or item.outcome for item in report.items}


@contextmanager
def catalogue_of(data: Path) -> Iterator[Catalogue]:
    with open_catalogue(data) as catalogue:
        yield catalogue


def fronts(data: Path) -> dict[str, FrontPage]:
    with catalogue_of(data) as catalogue:
        return {Path(report.source).stem: report.front for report in catalogue.reports()}


def whose(data: Path) -> dict[str, tuple[str | None, str | None]]:
    return {name: (front.council, front.body) for name, front in fronts(data).items()}


def test_a_file_beside_the_papers_says_what_they_do_not(papers: Path, data: Path) -> None:
    (papers / "council.toml").write_text('council = "Exham Borough Council"\nbody = "Cabinet"\n')
    assert outcomes(run(data, papers)) == {"a": "added", "b": "added", "c": "added"}
    assert whose(data) == {
        "a": ("Exham Borough Council", "Cabinet"),
        "b": ("Exham Borough Council", "Cabinet"),
        "c": ("Exham Borough Council", "Parks Committee"),  # as the paper says itself
    }


def test_the_nearest_file_holds_and_of_it_what_it_says_of_one_paper(
    papers: Path, data: Path
) -> None:
    (papers / "council.toml").write_text('council = "Exham Borough Council"\nbody = "Cabinet"\n')
    (papers / "cabinet" / "council.toml").write_text(
        'council = "Wyeford Council"\n\n[files."b.txt"]\nbody = "Planning Committee"\n'
        '[files."2021/c.txt"]\ncouncil = "Exham Borough Council"\n'
    )
    run(data, papers)
    assert whose(data) == {
        "a": ("Exham Borough Council", "Cabinet"),
        "b": ("Wyeford Council", "Planning Committee"),
        "c": ("Exham Borough Council", "Parks Committee"),
    }


def test_a_file_above_the_folder_named_says_nothing(papers: Path, data: Path) -> None:
    (papers / "council.toml").write_text('council = "Exham Borough Council"\n')
    run(data, papers / "cabinet")
    assert whose(data)["b"] == (None, None)


def test_a_paper_named_by_itself_has_the_file_in_its_own_folder(papers: Path, data: Path) -> None:
    (papers / "council.toml").write_text('council = "Wyeford Council"\n')
    (papers / "cabinet" / "council.toml").write_text('body = "Cabinet"\n')
    run(data, papers / "cabinet" / "b.txt")
    assert whose(data) == {"b": (None, "Cabinet")}


def test_a_paper_that_names_another_council_has_a_warning(papers: Path, data: Path) -> None:
    (papers / "council.toml").write_text('council = "Wyeford Council"\n')
    run(data, papers)
    with catalogue_of(data) as catalogue:
        warned = {Path(r.source).stem for r in catalogue.reports() if r.warnings}
    assert warned == {"c"}


@pytest.mark.parametrize(
    "words",
    [
        'council = "Exham',
        "council = 7\n",
        'councl = "Exham Borough Council"\n',
        '[files]\n"a.txt" = "Cabinet"\n',
        '[files."a.txt"]\ntitle = "Gritting"\n',
        "x = " + "[" * 5_000,
        'council = "' + "x" * 400 + '"\n',
    ],
)
def test_a_file_that_cannot_be_used_is_one_line_and_the_papers_are_read(
    papers: Path, data: Path, words: str
) -> None:
    (papers / "council.toml").write_text(words)
    report = run(data, papers)
    assert outcomes(report) == {
        "a": "added", "b": "added", "c": "added", "council": "bad_settings",
    }  # fmt: skip
    (line,) = (item for item in report.items if item.code)
    assert (line.source, line.outcome) == (str(papers / "council.toml"), "failed")
    assert "Mend it and ingest again." in str(line.message)
    with catalogue_of(data) as catalogue:
        assert catalogue.failures() == []  # it is no paper


def test_a_link_or_a_pipe_in_its_place_is_not_read(papers: Path, data: Path) -> None:
    (papers / "council.toml").symlink_to("/etc/hostname")
    os.mkfifo(papers / "cabinet" / "council.toml")
    report = run(data, papers)
    assert [item.code for item in report.items if item.code] == ["bad_settings", "bad_settings"]


def test_a_changed_file_has_the_papers_read_again_that_it_says_more_of(
    papers: Path, data: Path
) -> None:
    run(data, papers)
    (papers / "cabinet" / "council.toml").write_text('council = "Exham Borough Council"\n')
    assert outcomes(run(data)) == {"a": "unchanged", "b": "changed", "c": "unchanged"}
    assert outcomes(run(data)) == dict.fromkeys("abc", "unchanged")
    (papers / "cabinet" / "council.toml").unlink()
    assert outcomes(run(data)) == {"a": "unchanged", "b": "changed", "c": "unchanged"}
    assert whose(data)["b"] == (None, None)


def test_the_council_said_is_remembered_for_papers_new_and_changed(
    papers: Path, data: Path
) -> None:
    run(data, papers, council="Exham Borough Council")
    (papers / "d.txt").write_text(PAPER.format("Dora"))
    (papers / "a.txt").write_text(PAPER.format("Agnes"))
    assert outcomes(run(data)) == {
        "a": "changed", "b": "unchanged", "c": "unchanged", "d": "added",
    }  # fmt: skip
    assert {council for council, _ in whose(data).values()} == {"Exham Borough Council"}


def test_another_council_said_later_replaces_it(papers: Path, data: Path) -> None:
    run(data, papers, council="Exham Borough Council")
    report = run(data, papers, council="Wyeford Council")
    assert outcomes(report) == dict.fromkeys("abc", "changed")
    assert outcomes(run(data)) == dict.fromkeys("abc", "unchanged")
    assert {council for council, _ in whose(data).values()} == {"Wyeford Council"}


def test_a_council_said_of_a_folder_inside_holds_there_until_all_is_said_anew(
    papers: Path, data: Path
) -> None:
    run(data, papers, council="Exham Borough Council")
    run(data, papers / "cabinet", council="Wyeford Council")
    assert outcomes(run(data)) == dict.fromkeys("abc", "unchanged")
    assert whose(data)["a"][0] == "Exham Borough Council"
    assert whose(data)["b"][0] == "Wyeford Council"
    run(data, papers, council="Exham Borough Council")
    assert whose(data)["b"][0] == "Exham Borough Council"


def test_an_empty_council_takes_back_what_was_said(papers: Path, data: Path) -> None:
    run(data, papers, council="Exham Borough Council")
    run(data, papers, council="")
    assert {name: council for name, (council, _) in whose(data).items()} == {
        "a": None, "b": None, "c": "Exham Borough Council",
    }  # fmt: skip


def test_council_toml_is_believed_ahead_of_the_council_said(papers: Path, data: Path) -> None:
    (papers / "cabinet" / "council.toml").write_text('council = "Exham Borough Council"\n')
    run(data, papers, council="Wyeford Council")
    assert {name: council for name, (council, _) in whose(data).items()} == {
        "a": "Wyeford Council", "b": "Exham Borough Council", "c": "Exham Borough Council",
    }  # fmt: skip


def test_a_rehearsal_says_what_another_council_would_change_and_remembers_nothing(
    papers: Path, data: Path
) -> None:
    run(data, papers, council="Exham Borough Council")
    told = replace(ONE, council="Wyeford Council", dry_run=True)
    ingest(data, [str(papers)], told, Silence())
    with catalogue_of(data) as catalogue:
        assert catalogue.council_said() == {str(papers): "Exham Borough Council"}


def test_what_was_said_outlives_the_process(papers: Path, data: Path) -> None:
    done = command("ingest", papers, "--council", "Exham Borough Council", data=data)
    assert done.returncode == 0
    (papers / "d.txt").write_text(PAPER.format("Dora"))
    counted = run_json("ingest", data=data)
    assert (counted["added"], counted["unchanged"]) == (1, 3)
    shown = run_json("show", "d.txt", data=data)
    assert shown["report"]["council"] == "Exham Borough Council"


def test_a_damaged_settings_file_ends_the_command_with_status_3(papers: Path, data: Path) -> None:
    (papers / "council.toml").write_text("council = Exham\n")
    done = command("ingest", papers, data=data)
    assert done.returncode == 3
    assert "[bad_settings]" in done.stdout
    with open_shelf(data) as shelf:
        assert len(shelf.known()) == 3
