"""One writer at a time."""

import fcntl
import os
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from index.errors import Locked
from index.lock import is_held, only_writer

NOON = datetime(2026, 3, 16, 12, 0, tzinfo=UTC)


def test_who_holds_the_lock_and_since_when_is_told(tmp_path: Path) -> None:
    with only_writer(tmp_path / "lock", now=NOON), pytest.raises(Locked) as refused:
        only_writer(tmp_path / "lock", now=NOON).__enter__()
    assert str(refused.value) == (
        f"Another ingest is running (process {os.getpid()}, since 2026-03-16T12:00:00+00:00). "
        "Wait until it has finished, then try again."
    )


@pytest.mark.parametrize("signed", ["", "{", "[]", '{"pid": 3}', "null"])
def test_a_lock_being_signed_this_moment_is_still_a_lock(tmp_path: Path, signed: str) -> None:
    with only_writer(tmp_path / "lock", now=NOON):
        (tmp_path / "lock").write_text(signed)
        with pytest.raises(Locked, match="another process, just now"):
            only_writer(tmp_path / "lock", now=NOON).__enter__()


def test_a_lock_is_free_once_its_holder_is_done_or_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), only_writer(tmp_path / "lock", now=NOON):
        raise ZeroDivisionError
    with only_writer(tmp_path / "lock", now=NOON):
        pass


def test_what_a_dead_process_left_in_the_file_locks_nothing(tmp_path: Path) -> None:
    (tmp_path / "lock").write_text('{"pid": 1, "since": "2001-01-01T00:00:00+00:00"}')
    with only_writer(tmp_path / "lock", now=NOON):
        pass


def test_whether_a_lock_is_held_is_told_without_taking_it(tmp_path: Path) -> None:
    assert not is_held(tmp_path / "lock")
    with only_writer(tmp_path / "lock", now=NOON):
        assert is_held(tmp_path / "lock")
    assert not is_held(tmp_path / "lock")


def test_a_writer_is_not_kept_out_by_one_who_looks(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.touch()
    looking = path.open("rb")
    fcntl.flock(looking, fcntl.LOCK_SH | fcntl.LOCK_NB)
    threading.Timer(0.03, looking.close).start()
    with only_writer(path, now=NOON):
        assert is_held(path)
