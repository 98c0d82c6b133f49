"""A file is read once, whole, and only as long as it keeps still."""

import os
import threading
from pathlib import Path

import pytest

from index.errors import Unreadable
from ingest.intake.copies import copy_of
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
