"""An event is taken once."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.memory import Memory
from bot.once import KEPT_FOR, Once
from index.errors import DataFolderUnusable


def test_an_event_is_taken_once_even_after_a_restart(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "slack.db")
    first = Once(memory)
    assert [first.take("Ev1"), first.take("Ev1"), first.take("Ev2")] == [True, False, True]
    memory.close()
    memory = Memory(tmp_path / "slack.db")
    second = Once(memory)
    assert [second.take("Ev1"), second.take("Ev3")] == [False, True]
    memory.close()


def test_of_many_threads_one_takes_an_event(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "slack.db")
    once = Once(memory)
    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(lambda _: once.take("Ev1"), range(64)))
    memory.close()
    assert sum(taken) == 1


def test_an_event_is_forgotten_after_a_day(tmp_path: Path) -> None:
    now = [0.0]
    memory = Memory(tmp_path / "slack.db")
    once = Once(memory, clock=lambda: now[0])
    once.take("Ev1")
    now[0] = KEPT_FOR - 1
    assert not once.take("Ev1")
    now[0] = KEPT_FOR + 1
    assert once.take("Ev1")
    memory.close()


def test_the_file_is_readable_to_its_owner_only(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "data" / "slack.db")
    once = Once(memory)
    once.take("Ev1")
    memory.close()
    assert stat.S_IMODE((tmp_path / "data" / "slack.db").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "data").stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(DataFolderUnusable, match="cannot be written"):
        Memory(tmp_path / "data" / "slack.db")
