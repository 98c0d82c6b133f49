"""What the process that reads papers can never do, and what is never left of it."""

import fcntl
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.workers.exchange import Refused, Task, Understood
from ingest.workers.folders import PrivateFolder, sweep
from ingest.workers.pool import Pool, reading_pool
from ingest.workers.process import Reading
from support.waiting import until

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
UNRULY = Reading("support.unruly:read", (TESTS,), wall_seconds=60)
LONG_AGO = time.time() - 3_600

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's /proc")


@pytest.fixture
def pool() -> Iterator[Pool]:
    with reading_pool(1, UNRULY) as pool:
        yield pool


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    return tmp_path


def read(pool: Pool, text: str) -> str:
    """The paper as it was read, or the code of the refusal."""
    reply = pool.read(Task("/papers/one.txt"), text.encode())
    if isinstance(reply, Refused):
        return reply.code
    assert isinstance(reply, Understood)
    return reply.reports[0].text


@pytest.mark.parametrize("deed", ["fill", "open"])
def test_a_paper_can_fill_no_disk_and_take_no_more_files(pool: Pool, deed: str) -> None:
    assert read(pool, deed) == "internal"
    assert read(pool, "The next paper.") == "The next paper."


@linux
def test_no_program_that_a_paper_starts_can_gain_rights(pool: Pool) -> None:
    assert "NoNewPrivs:\t1" in read(pool, "privileges")


@linux
def test_a_grandchild_left_to_nobody_ends_with_the_process(tmp_path: Path) -> None:
    number = tmp_path / "number"
    with reading_pool(1, UNRULY) as pool:
        assert read(pool, f"grandchild {number}").startswith("grandchild")
        assert _runs(int(number.read_text()))
    until(lambda: not _runs(int(number.read_text())), "the process's end")


@linux
def test_an_ingest_that_is_killed_leaves_none_of_a_papers_words(tmp_path: Path) -> None:
    number, temporary = tmp_path / "number", tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "-c", LITTERING, str(TESTS), str(number)]
    ingest = subprocess.Popen(command, cwd=ROOT, env=os.environ | {"TMPDIR": str(temporary)})
    until(number.exists, "its number")
    assert [*temporary.rglob("of_the_paper.txt")]
    ingest.kill()
    ingest.wait()
    until(lambda: not any(temporary.iterdir()), "its folders to go")


LITTERING = """
import sys
from pathlib import Path
from ingest.workers.exchange import Task
from ingest.workers.pool import reading_pool
from ingest.workers.process import Reading
with reading_pool(1, Reading("support.unruly:read", (Path(sys.argv[1]),))) as pool:
    pool.read(Task("/papers/one.txt"), f"litter {sys.argv[2]}".encode())
"""


def test_what_killed_ingests_left_is_swept_and_nothing_else(temporary: Path) -> None:
    held = PrivateFolder()
    left, young, open_to_all = (temporary / f"townclerk-{name}" for name in ("a", "b", "c"))
    other = temporary / "other"
    for folder in (left, young, other, open_to_all):
        folder.mkdir(mode=0o700)
        (folder / "words.txt").write_text("the private words of the paper")
    open_to_all.chmod(0o755)
    (temporary / "townclerk-link").symlink_to(other)
    for folder in (left, other, open_to_all, Path(held.path)):
        os.utime(folder, (LONG_AGO, LONG_AGO))
    sweep()
    names = {path.name for path in temporary.iterdir()}
    assert names == {"townclerk-b", "townclerk-c", "townclerk-link", "other", Path(held.path).name}
    assert (other / "words.txt").exists()
    held.delete()
    assert not Path(held.path).exists()


def test_a_folder_is_swept_once_whoever_held_it_is_gone(temporary: Path) -> None:
    folder = temporary / "townclerk-a"
    folder.mkdir(mode=0o700)
    os.utime(folder, (LONG_AGO, LONG_AGO))
    lock = os.open(folder, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    sweep()
    assert folder.exists()
    os.close(lock)
    sweep()
    assert not folder.exists()


def _runs(process: int) -> bool:
    """Whether a process is there and not merely waiting to be counted out, by Linux's table."""
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
