"""Papers that are gone are taken out; papers whose share is away are not."""

import errno
import os
from pathlib import Path

import pytest

from ingest.intake.missing import missing
from ingest.intake.sources import discover


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    for name in ("2010/a.txt", "2010/b.txt", "2011/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A paper.")
    return tmp_path


def lost(papers: Path, *known: str) -> tuple[list[str], dict[str, str]]:
    """What is gone and what is emptied, by path in the folder, when all that is known was read."""
    names = [str(papers / name) for name in ("2010/a.txt", "2010/b.txt", "2011/c.txt", *known)]
    found = missing(names, list(discover([str(papers)])), [str(papers)])
    gone = [str(Path(name).relative_to(papers)) for name in found.gone]
    return gone, {str(Path(e.name).relative_to(papers)): e.reason for e in found.emptied}


def test_nothing_is_missing_while_every_paper_is_there(papers: Path) -> None:
    assert lost(papers) == ([], {})


def test_a_paper_deleted_beside_others_is_gone(papers: Path) -> None:
    (papers / "2010/b.txt").unlink()
    assert lost(papers) == (["2010/b.txt"], {})


def test_papers_of_a_deleted_folder_beside_others_are_gone(papers: Path) -> None:
    (papers / "2011/c.txt").unlink()
    (papers / "2011").rmdir()
    assert lost(papers, "2009/march/d.txt") == (["2009/march/d.txt", "2011/c.txt"], {})


def test_a_folder_that_is_suddenly_empty_loses_nothing_and_is_named(papers: Path) -> None:
    (papers / "2010/a.txt").unlink()
    (papers / "2010/b.txt").unlink()
    (papers / "2010/.mounted-here").touch()
    assert lost(papers) == ([], {"2010": "folder_empty"})


def test_an_empty_root_loses_nothing_and_is_named(papers: Path) -> None:
    for paper in papers.glob("*/*.txt"):
        paper.unlink()
    for folder in list(papers.iterdir()):
        folder.rmdir()
    assert lost(papers) == ([], {".": "folder_empty"})


def test_a_paper_that_became_unreadable_is_not_gone(papers: Path) -> None:
    (papers / "2010/a.txt").unlink()
    (papers / "2010/a.txt").symlink_to("/etc/hostname")
    assert lost(papers) == ([], {})


def test_what_was_read_from_elsewhere_is_left_alone(papers: Path) -> None:
    elsewhere = ["https://council.example/a.pdf", "/srv/other/a.txt", f"{papers}-old/a.txt"]
    found = missing(elsewhere, list(discover([str(papers)])), [str(papers)])
    assert (found.gone, found.emptied) == ((), ())


def test_a_file_named_by_itself_is_never_gone(papers: Path) -> None:
    paper = papers / "2010/a.txt"
    paper.unlink()
    assert missing([str(paper)], [], [str(paper)]).gone == ()


def test_folders_whose_names_are_no_text_are_looked_for_by_their_bytes(papers: Path) -> None:
    odd = papers / os.fsdecode(b"caf\xe9")
    odd.mkdir()
    assert lost(papers, r"caf\xe9/d.txt") == ([], {r"caf\xe9": "folder_empty"})


def test_below_a_folder_that_cannot_be_looked_into_nothing_is_gone(
    papers: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    truly = Path.is_dir

    def is_dir(path: Path) -> bool:
        if path.name == "2009":
            raise OSError(errno.ESTALE, "Stale file handle")
        return truly(path)

    monkeypatch.setattr(Path, "is_dir", is_dir)
    assert lost(papers, "2009/d.txt") == ([], {"2009": "folder_empty"})
