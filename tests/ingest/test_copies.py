"""A file is read once, whole, and only as long as it keeps still."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from index import steps
from index.catalogue import KnownSource
from index.errors import Unreadable
from index.shelf import READER_VERSION
from ingest.intake import copies
from ingest.intake.copies import copy_of, same_as_before
from ingest.intake.progress import Silence
from ingest.intake.run import Options, ingest
from ingest.intake.sources import Source


def source(path: Path) -> Source:
    return Source(str(path), path, str(path.parent))


def code(path: Path) -> str:
    with pytest.raises(Unreadable) as refused:
        copy_of(source(path))
    return refused.value.reason


def test_a_copy_carries_its_hash_size_and_time(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_bytes(b"abc")
    os.utime(paper, (1, 1_300_000_000))
    copy = copy_of(source(paper))
    assert copy.data == b"abc"
    assert (
        copy.met.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )  # FIPS 180-2, appendix B.1
    assert (copy.met.size, copy.met.mtime) == (3, 1_300_000_000)
    assert (copy.met.source, copy.met.root) == (str(paper), str(tmp_path))


def test_a_file_that_is_gone_by_now_has_vanished(tmp_path: Path) -> None:
    assert code(tmp_path / "gone.txt") == "vanished"


def test_a_pipe_in_a_files_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "minutes.txt")
    assert code(tmp_path / "minutes.txt") == "not_a_file"


def test_a_folder_in_a_files_place_is_refused(tmp_path: Path) -> None:
    assert code(tmp_path) in {"unreadable", "not_a_file"}


def test_a_file_that_cannot_be_opened_says_why(tmp_path: Path) -> None:
    (tmp_path / "minutes.txt").symlink_to("minutes.txt")
    with pytest.raises(Unreadable, match="Too many levels of symbolic links") as refused:
        copy_of(source(tmp_path / "minutes.txt"))
    assert refused.value.reason == "unreadable"


def test_a_file_that_grew_too_big_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "minutes.txt").open("wb") as file:
        file.truncate((200 << 20) + 1)
    assert code(tmp_path / "minutes.txt") == "too_big"


def test_a_file_that_is_being_written_is_left_for_the_next_ingest(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_bytes(b"x" * (64 << 20))
    done = threading.Event()

    def write() -> None:
        with paper.open("ab", buffering=0) as file:
            while not done.is_set():
                file.write(b"more")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        assert code(paper) == "vanished"
    finally:
        done.set()
        writer.join()


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if what was written here were written long ago."""
    monkeypatch.setattr(copies, "_SETTLED", -60.0)


def known(path: Path) -> KnownSource:
    met = copy_of(source(path)).met
    return KnownSource(met, "added", None, None, READER_VERSION, "0" * 16)


def test_a_file_that_nothing_was_written_to_need_not_be_read(tmp_path: Path, settled: None) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_bytes(b"abc")
    before = known(paper)
    assert same_as_before(source(paper), before) == before.met


def rewrite(paper: Path) -> None:
    paper.write_bytes(b"xyz")


def rewrite_and_set_back_the_time(paper: Path) -> None:
    status = paper.stat()
    paper.write_bytes(b"xyz")
    os.utime(paper, ns=(status.st_atime_ns, status.st_mtime_ns))


def put_another_in_its_place(paper: Path) -> None:
    status = paper.stat()
    other = paper.with_name("other")
    other.write_bytes(b"xyz")
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(paper)


def put_a_pipe_in_its_place(paper: Path) -> None:
    paper.unlink()
    os.mkfifo(paper)


@pytest.mark.parametrize(
    "change",
    [
        rewrite, rewrite_and_set_back_the_time, put_another_in_its_place, put_a_pipe_in_its_place,
        Path.unlink,
    ],
)  # fmt: skip
def test_a_file_that_may_be_another_is_read(
    tmp_path: Path, settled: None, change: Callable[[Path], None]
) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_bytes(b"abc")
    before = known(paper)
    time.sleep(0.02)  # a system's clock for files goes in steps
    change(paper)
    assert same_as_before(source(paper), before) is None


def test_a_file_written_just_now_is_read_again_next_time(tmp_path: Path) -> None:
    paper = tmp_path / "minutes.txt"
    paper.write_bytes(b"abc")
    assert same_as_before(source(paper), known(paper)) is None


def test_a_second_ingest_reads_no_file_that_is_as_it_was(
    tmp_path: Path, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name in ("ponds", "oaks"):
        (folder / f"{name}.txt").write_text(f"{name.upper()}\n\n1. The council keeps {name}.")
    options = Options(workers=1)
    ingest(tmp_path / "data", [str(folder)], options, Silence())
    (folder / "oaks.txt").write_text("OAKS\n\n1. The council keeps oaks no more.")
    read: list[str] = []
    monkeypatch.setattr(steps, "reached", read.append)
    report = ingest(tmp_path / "data", [str(folder)], options, Silence())
    assert (report.count("unchanged"), report.count("changed")) == (1, 1)
    assert (read.count("paper_copied"), read.count("paper_understood")) == (1, 1)
