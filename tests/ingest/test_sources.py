"""Which files are read, and which are passed over or refused by name."""

import os
import socket
from pathlib import Path

import pytest

from index.errors import NoSuchSource
from ingest.intake.sources import SkippedSource, Source, discover, rediscover
from ingest.limits import MAX_BYTES


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


def write(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("A paper.")
    return path


def names(folder: Path) -> list[str]:
    """The files read below a folder, by their path in it."""
    found = discover([str(folder)])
    return [os.path.relpath(s.name, folder) for s in found if isinstance(s, Source)]


def refused(folder: Path) -> dict[str, str]:
    """The code of every file refused, by its path in the folder."""
    found = discover([str(folder)])
    return {os.path.relpath(s.name, folder): s.reason for s in found if not isinstance(s, Source)}


def test_folders_are_walked_in_order_of_name(papers: Path) -> None:
    for name in ("b.txt", "a.txt", "2011/z.txt", "2010/march/y.txt", "2010/x.txt"):
        write(papers / name)
    assert names(papers) == ["a.txt", "b.txt", "2010/x.txt", "2010/march/y.txt", "2011/z.txt"]


def test_what_systems_and_programs_leave_behind_is_passed_over(papers: Path) -> None:
    for name in (
        "minutes.docx", ".hidden.txt", "._minutes.docx", ".DS_Store", "Thumbs.db", "THUMBS.DB",
        "~$minutes.docx", "@eaDir/minutes.txt", "council.toml", ".git/notes.txt",
    ):  # fmt: skip
        write(papers / name)
    assert names(papers) == ["minutes.docx"]
    assert refused(papers) == {}


def test_a_folder_has_one_name_however_it_is_said(
    papers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = write(papers / "minutes.txt")
    (tmp_path / "link").symlink_to(papers)
    monkeypatch.chdir(tmp_path)
    for said in ("papers", "./papers/", "papers/../papers", str(papers), "link"):
        assert [source.name for source in discover([said])] == [str(paper)]


def test_a_file_may_be_named_itself_and_is_met_once(papers: Path) -> None:
    paper = write(papers / "minutes.txt")
    found = list(discover([str(paper), str(papers), str(papers)]))
    assert found == [Source(str(paper), paper, str(paper))]


def test_a_hidden_file_is_read_when_it_is_named_itself(papers: Path) -> None:
    paper = write(papers / ".minutes.txt")
    assert [source.name for source in discover([str(paper)])] == [str(paper)]


@pytest.mark.parametrize("argument", ["nowhere", "", "papers/nothing.txt", "nul\0name"])
def test_what_is_not_there_is_named_before_anything_is_read(papers: Path, argument: str) -> None:
    with pytest.raises(NoSuchSource, match="Nothing was changed"):
        discover([str(papers), argument])


def test_an_address_is_no_file() -> None:
    with pytest.raises(NoSuchSource, match="is an address"):
        discover(["https://democracy.example.gov.uk/"])


def test_links_lead_nowhere_outside_the_folder(papers: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "private" / "salaries.txt")
    (papers / "file.txt").symlink_to(outside)
    (papers / "folder").symlink_to(outside.parent)
    (papers / "up").symlink_to("..")
    assert names(papers) == []
    assert refused(papers) == {"file.txt": "outside", "folder": "outside", "up": "outside"}


def test_links_inside_the_folder_are_followed_once(papers: Path) -> None:
    write(papers / "2011" / "minutes.txt")
    write(papers / ".store" / "7f3a")
    (papers / "latest").symlink_to("2011")
    (papers / "report.txt").symlink_to(".store/7f3a")
    (papers / "2011" / "round").symlink_to("..")
    assert names(papers) == ["report.txt", "2011/minutes.txt"]
    assert refused(papers) == {}


def test_links_that_lead_nowhere_or_in_a_circle_are_named(papers: Path) -> None:
    (papers / "gone.txt").symlink_to("nothing.txt")
    (papers / "a.txt").symlink_to("b.txt")
    (papers / "b.txt").symlink_to("a.txt")
    codes = {"gone.txt": "broken_link", "a.txt": "broken_link", "b.txt": "broken_link"}
    assert refused(papers) == codes


def test_pipes_and_sockets_are_named_and_not_opened(papers: Path) -> None:
    os.mkfifo(papers / "pipe.txt")
    (papers / "link.txt").symlink_to("pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        here = os.open(papers, os.O_RDONLY)  # a socket's path may not be long
        server.bind(f"/proc/self/fd/{here}/socket.txt" if Path("/proc").exists() else "socket.txt")
        os.close(here)
    codes = {"pipe.txt": "not_a_file", "link.txt": "not_a_file", "socket.txt": "not_a_file"}
    assert refused(papers) == codes


def test_a_device_named_itself_is_refused() -> None:
    (found,) = discover(["/dev/zero"])
    assert isinstance(found, SkippedSource)
    assert found.reason == "not_a_file"


def test_a_file_too_big_is_named_and_not_opened(papers: Path) -> None:
    for name, size in (("most.txt", MAX_BYTES), ("over.txt", MAX_BYTES + 1)):
        with (papers / name).open("wb") as file:
            file.truncate(size)
    assert names(papers) == ["most.txt"]
    assert refused(papers) == {"over.txt": "too_big"}


def test_awkward_names_can_be_stored_and_printed(papers: Path) -> None:
    for name in (b"caf\xe9.txt", "café ✓.txt".encode(), b"two\nlines.txt", b"n" * 251 + b".txt"):
        write(Path(os.fsdecode(os.fsencode(papers) + b"/" + name)))
    found = [source for source in discover([str(papers)]) if isinstance(source, Source)]
    stored = [Path(source.name).name for source in found]
    assert sorted(stored) == ["caf\\xe9.txt", "café ✓.txt", "n" * 251 + ".txt", "two\nlines.txt"]
    assert all(source.path.read_text() == "A paper." for source in found)


def test_no_two_files_have_one_name(papers: Path) -> None:
    for name in (
        b"\xff.txt",
        rb"\xff.txt",
        rb"\x5cxff.txt",
        b"caf\xc3\xa9.txt",
        b"cafe\xcc\x81.txt",
    ):
        write(papers / os.fsdecode(name))
    assert len(set(names(papers))) == 5


def test_a_folder_whose_name_is_no_text_is_found_again(papers: Path) -> None:
    odd = papers / os.fsdecode(b"caf\xe9")
    write(odd / "a.txt")
    (root,) = {source.root for source in discover([str(odd)])}
    (found,) = rediscover([root])
    assert isinstance(found, Source)
    assert found.path == odd / "a.txt"


def test_folders_deeper_than_a_path_can_be_long_end_the_walk_politely(papers: Path) -> None:
    here = os.open(papers, os.O_RDONLY)
    for _ in range(25):  # 25 names of 200 letters are more than the 4,096 a path may have
        os.mkdir("d" * 200, dir_fd=here)
        below = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    assert list(refused(papers).values()) == ["unreadable"]


def test_the_data_folder_is_not_a_source_of_papers(papers: Path) -> None:
    write(papers / "minutes.txt")
    write(papers / "data" / "blob")
    found = discover([str(papers)], papers / "data")
    assert [Path(source.name).name for source in found] == ["minutes.txt"]


def test_a_place_read_before_that_is_gone_is_told_and_the_others_are_read(papers: Path) -> None:
    paper = write(papers / "minutes.txt")
    away = str(papers.parent / "share")
    found = list(rediscover([away, str(papers)]))
    assert found[0] == Source(str(paper), paper, str(papers))
    assert isinstance(found[1], SkippedSource)
    assert (found[1].name, found[1].reason) == (away, "not_there")
