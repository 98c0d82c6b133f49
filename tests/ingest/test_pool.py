"""What a bad paper does to the process that reads it, and to nothing else."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from index.records import Report
from ingest.workers.exchange import Refused, Task, Understood
from ingest.workers.pool import DOCUMENTS_EACH, BrokenOff, Pool, reading_pool
from ingest.workers.process import NoWorker, Reading
from support.waiting import PATIENCE, until

TESTS = Path(__file__).parent.parent
ROOT = TESTS.parent
UNRULY = Reading("support.unruly:read", (TESTS,), wall_seconds=60)
IMPATIENT = Reading("support.unruly:read", (TESTS,), wall_seconds=4)

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into Linux's /proc")


@pytest.fixture
def pool() -> Iterator[Pool]:
    with reading_pool(1, UNRULY) as pool:
        yield pool


@pytest.fixture
def impatient_pool() -> Iterator[Pool]:
    with reading_pool(1, IMPATIENT) as pool:
        yield pool


def read(pool: Pool, text: str) -> Report | tuple[str, str]:
    """The report, or the outcome and code of the refusal."""
    reply = pool.read(Task("/papers/one.txt", None), text.encode())
    return reply.reports[0] if isinstance(reply, Understood) else (reply.outcome, reply.code)


def text(pool: Pool, paper: str) -> str:
    found = read(pool, paper)
    assert isinstance(found, Report)
    return found.text


def test_a_paper_comes_back_as_a_report_with_the_council_that_was_said(pool: Pool) -> None:
    reply = pool.read(Task("/papers/one.txt", "Anytown"), "A £5 fee – agreed ✓".encode())
    assert isinstance(reply, Understood)
    assert reply.reports[0].text == "A £5 fee – agreed ✓"
    assert reply.reports[0].front.council == "Anytown"


def test_a_refusal_comes_back_with_its_code_and_sentence(pool: Pool) -> None:
    reply = pool.read(Task("/papers/one.txt", None), b"unreadable")
    assert reply == Refused("failed", "corrupt", "The file is damaged. Fetch it again.")
    assert read(pool, "withheld") == ("withheld", "exempt")


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("segfault", "crashed"),
        ("exit", "crashed"),
        ("killed", "oom"),
        ("swell", "oom"),
        ("spend", "timeout"),
        ("raise", "internal"),
        ("surrogate", "internal"),
        ("flood", "too_big"),
    ],
)
def test_a_bad_paper_is_named_and_the_next_is_read(pool: Pool, deed: str, code: str) -> None:
    assert text(pool, "The first paper.") == "The first paper."
    assert read(pool, deed) == ("failed", code)
    assert text(pool, "The next paper.") == "The next paper."


def test_a_paper_that_takes_too_long_is_given_up(impatient_pool: Pool) -> None:
    started = time.monotonic()
    assert read(impatient_pool, "sleep") == ("failed", "timeout")
    assert time.monotonic() - started < PATIENCE
    assert text(impatient_pool, "The next paper.") == "The next paper."


@linux
def test_what_a_paper_started_ends_with_it(impatient_pool: Pool, tmp_path: Path) -> None:
    number = tmp_path / "child"
    assert read(impatient_pool, f"child {number}") == ("failed", "timeout")
    child = int(number.read_text())
    until(lambda: not _runs(child), "the child's end")


def _runs(process: int) -> bool:
    """Whether a process is there and not merely waiting to be counted out, by Linux's table."""
    try:
        return ") Z" not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False


def test_an_error_of_our_own_says_where_and_not_what(pool: Pool) -> None:
    reply = pool.read(Task("/papers/one.txt", None), b"raise")
    assert isinstance(reply, Refused)
    assert any("unruly.py" in line for line in reply.stack)
    assert "ValueError" in reply.stack
    assert "private words" not in " ".join((reply.message, *reply.stack))


def test_a_library_that_prints_cannot_garble_the_reply(
    pool: Pool, capfd: pytest.CaptureFixture[str]
) -> None:
    assert text(pool, "babble") == "babble"
    assert "private" not in "".join(capfd.readouterr())


def test_a_paper_is_blamed_only_for_what_it_does_in_a_fresh_process(pool: Pool) -> None:
    assert text(pool, "second") == "second"
    assert text(pool, "second") == "second"


@linux
def test_the_process_is_bounded_and_knows_nothing_of_ours(pool: Pool) -> None:
    assert text(pool, "limits") == f"{2 << 30} {256 << 20} 64 0"
    assert text(pool, "surroundings") == "['LC_CTYPE', 'TMPDIR'] [] True"


@linux
def test_the_process_has_no_network_where_the_system_allows_that(pool: Pool) -> None:
    ways = (["unshare", "--net", "true"], ["unshare", "--user", "--net", "true"])
    if not any(_succeeds(way) for way in ways):
        pytest.skip("this system lets no process leave the network (or has no unshare)")
    assert text(pool, "network") == "lo"


def _succeeds(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@linux
def test_an_ingest_that_is_killed_takes_its_processes_with_it(tmp_path: Path) -> None:
    number = tmp_path / "number"
    ingest = subprocess.Popen([sys.executable, "-c", HANGING, str(TESTS), str(number)], cwd=ROOT)
    reader = int(until(lambda: number.exists() and number.read_text(), "its number"))
    folder = Path(f"/proc/{reader}/cwd").readlink()
    ingest.kill()
    ingest.wait()
    until(lambda: not _runs(reader), "the reading process's end")
    assert not folder.exists()


@linux
def test_a_process_that_nobody_waits_for_when_it_is_ready_leaves_no_folder(tmp_path: Path) -> None:
    folder = tmp_path / "private"
    folder.mkdir()
    start = "from ingest.workers.worker import serve; serve('support.unruly:read')"
    reader = subprocess.Popen(
        [sys.executable, "-c", start],
        cwd=folder,
        env={"PYTHONPATH": f"{ROOT}:{TESTS}", "TMPDIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    assert reader.stdin
    assert reader.stdout
    reader.stdout.close()
    assert reader.wait(PATIENCE) == -9
    reader.stdin.close()
    assert not folder.exists()


HANGING = """
import sys
from pathlib import Path
from ingest.workers.exchange import Task
from ingest.workers.pool import reading_pool
from ingest.workers.process import Reading
with reading_pool(1, Reading("support.unruly:read", (Path(sys.argv[1]),))) as pool:
    pool.read(Task("/papers/one.txt", None), f"stay {sys.argv[2]}".encode())
"""


def test_a_process_finds_what_is_not_installed_for_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "only_for_me.py").write_text("from support.unruly import read")
    monkeypatch.syspath_prepend(tmp_path)
    with reading_pool(1, Reading("only_for_me:read", (TESTS,))) as pool:
        assert text(pool, "A paper.") == "A paper."


def test_a_process_runs_no_code_from_the_folder_it_is_started_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", str(tmp_path), *sys.path])
    with reading_pool(1, UNRULY) as pool:
        assert text(pool, "A paper.") == "A paper."


def test_a_process_is_replaced_after_its_share_of_papers(pool: Pool) -> None:
    processes = [text(pool, "process") for _ in range(DOCUMENTS_EACH + 1)]
    assert set(processes[:DOCUMENTS_EACH]) == {processes[0]}
    assert processes[DOCUMENTS_EACH] != processes[0]


def test_a_process_that_ended_between_papers_harms_none(pool: Pool) -> None:
    os.kill(int(text(pool, "process")), 9)
    time.sleep(0.1)
    assert text(pool, "The next paper.") == "The next paper."


def test_stopping_breaks_off_a_paper_at_once(pool: Pool) -> None:
    assert text(pool, "The first paper.") == "The first paper."
    Timer(0.3, pool.stop).start()
    started = time.monotonic()
    with pytest.raises(BrokenOff):
        read(pool, "sleep")
    assert time.monotonic() - started < PATIENCE
    with pytest.raises(BrokenOff):
        read(pool, "The next paper.")


@linux
def test_processes_and_their_folders_are_gone_afterwards() -> None:
    with reading_pool(2, UNRULY) as pool:
        process = int(text(pool, "process"))
        folder = Path(f"/proc/{process}/cwd").readlink()
        assert folder.is_dir()
    assert not folder.exists()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_an_installation_that_cannot_read_says_so() -> None:
    with (
        reading_pool(1, Reading("support.nowhere:read", (TESTS,))) as pool,
        pytest.raises(NoWorker, match="does not start"),
    ):
        read(pool, "A paper.")
