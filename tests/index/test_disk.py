"""A full disk, a read-only one and a locked catalogue: told plainly, and nothing is lost by it.

The disks are real ones, in memory, mounted where the kernel lets an ordinary user mount them.
"""

import json
import os
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from support.commands import ROOT, ingested, run, run_json
from support.office import SOFFICE, converted

TOWNCLERK = f"{shlex.quote(sys.executable)} {shlex.quote(str(ROOT / 'townclerk.py'))}"
OWN_MOUNTS = ["unshare", "--map-root-user", "--mount"]


def can_mount() -> bool:
    if not shutil.which("unshare"):
        return False
    command = [*OWN_MOUNTS, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


needs_mount = pytest.mark.skipif(not can_mount(), reason="unshare --mount is not allowed here")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Folders with a few small papers and many larger ones."""
    for folder, papers, times in (("few", 3, 1), ("many", 30, 4000)):
        (tmp_path / folder).mkdir()
        for number in range(papers):
            text = f"# Plot {folder}{number}\n\n" + f"1. The council keeps plot{number}. " * times
            (tmp_path / folder / f"{number}.md").write_text(text)
    (tmp_path / "data").mkdir()
    return tmp_path


def on_a_disk(home: Path, size: str, *lines: str) -> list[tuple[int, str]]:
    """Run lines of shell one by one with the data folder on a disk of its own.

    Gives each one's status and what it said.
    """
    mount = f"mount -t tmpfs -o size={size} tmpfs {home / 'data'}"
    numbered = [f"{line} >said{n} 2>&1; echo $? >status{n}" for n, line in enumerate(lines)]
    script = "\n".join([f"cd {home}", mount, *numbered])
    path = f"{ROOT}:{ROOT / 'tests'}"
    subprocess.run(
        [*OWN_MOUNTS, "sh", "-c", script],
        env=os.environ | {"PYTHONPATH": path, "TOWNCLERK_DATA": str(home / "data")},
        check=True,
        timeout=300,
    )
    return [
        (int((home / f"status{n}").read_text()), (home / f"said{n}").read_text())
        for n in range(len(lines))
    ]


@needs_mount
def test_a_full_disk_is_told_and_costs_nothing_that_was_kept(home: Path) -> None:
    few, full, asked, _, again, checked = on_a_disk(
        home,
        "2m",
        f"{TOWNCLERK} ingest few",
        f"{TOWNCLERK} ingest many",
        f"{TOWNCLERK} ask 'Who keeps plot2?'",
        f"mount -o remount,size=200m {home / 'data'}",
        f"{TOWNCLERK} ingest many",
        f"{TOWNCLERK} check",
    )
    assert few[0] == 0
    assert full[0] == 1
    assert full[1].endswith("[disk_full]\n")
    assert "the disk is full. Make room" in full[1]
    assert (asked[0], "The council keeps plot2" in asked[1]) == (0, True)
    assert again[0] == 0
    assert "30 papers: " in again[1]
    assert checked[0] == 0


@needs_mount
def test_a_disk_full_from_the_start_is_told(home: Path) -> None:
    ((status, said),) = on_a_disk(home, "4k", f"{TOWNCLERK} ingest few")
    assert status == 1
    assert said.endswith("[disk_full]\n")


def on_a_small_temporary_folder(home: Path, *lines: str) -> list[tuple[int, str]]:
    """Run lines with a folder for temporary files that has next to no room, and then has some."""
    (home / "temporary").mkdir()
    small = f"mount -t tmpfs -o size=64k tmpfs {home / 'temporary'}"
    tell = f"export TMPDIR={home / 'temporary'}"
    more = f"mount -o remount,size=64m {home / 'temporary'}"
    return on_a_disk(home, "100m", f"{small}; {tell}; {lines[0]}", f"{more}; {lines[1]}")


@needs_mount
def test_a_full_folder_for_temporary_files_costs_only_what_needs_it(home: Path) -> None:
    """And once there is room, that is read as well."""
    with zipfile.ZipFile(home / "few" / "packed.zip", "w") as packed:
        for number in range(3):
            packed.write(home / "many" / f"{number}.md", f"in{number}.md")
    full, again = on_a_small_temporary_folder(
        home, f"{TOWNCLERK} ingest few --json", f"{TOWNCLERK} ingest few --json"
    )
    assert full[0] == 3
    first = {Path(item["source"]).name: item for item in json.loads(full[1])["items"]}
    assert [name for name, item in first.items() if item["outcome"] == "failed"] == ["packed.zip"]
    assert first["packed.zip"]["code"] == "no_room"
    assert first["packed.zip"]["message"].startswith("There is no room to read it in the folder")
    assert (again[0], json.loads(again[1])["failed"]) == (0, 0)


@needs_mount
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_an_old_word_document_is_not_called_damaged_for_want_of_room(home: Path) -> None:
    (home / "one").mkdir()
    made = converted([home / "few" / "0.md"], "doc", home / "made", reading="Text")
    shutil.copy(made["0"], home / "one" / "old.doc")
    full, again = on_a_small_temporary_folder(
        home, f"{TOWNCLERK} ingest one --json", f"{TOWNCLERK} ingest one --json"
    )
    (item,) = json.loads(full[1])["items"]
    assert (full[0], item["outcome"], item["code"]) == (3, "failed", "no_room")
    (item,) = json.loads(again[1])["items"]
    assert (again[0], item["outcome"]) == (0, "added")


@needs_mount
def test_a_backup_and_a_restoring_without_room_say_so_and_leave_nothing(home: Path) -> None:
    """The source is as it was, and with room each can be done."""
    elsewhere = home / "elsewhere"
    elsewhere.mkdir()
    _, backed, listed, _, _, restored, told, _, again, checked = on_a_disk(
        home,
        "20m",
        f"{TOWNCLERK} ingest few; mount -t tmpfs -o size=100k tmpfs {elsewhere}",
        f"{TOWNCLERK} backup {elsewhere}/b.tar",
        f"ls -A {elsewhere}",
        f"mount -o remount,size=20m {elsewhere}; {TOWNCLERK} backup {elsewhere}/b.tar",
        f"mkdir {elsewhere}/d; mount -t tmpfs -o size=100k tmpfs {elsewhere}/d",
        f"{TOWNCLERK} --data {elsewhere}/d restore {elsewhere}/b.tar",
        f"{TOWNCLERK} --data {elsewhere}/d status",
        f"mount -o remount,size=20m {elsewhere}/d",
        f"{TOWNCLERK} --data {elsewhere}/d restore {elsewhere}/b.tar",
        f"{TOWNCLERK} check && {TOWNCLERK} --data {elsewhere}/d check",
    )
    assert (backed[0], listed[1]) == (1, "")
    assert f"{elsewhere}/b.tar cannot be read or written (No space left on device)" in backed[1]
    assert backed[1].endswith("[disk_full]\n")
    assert restored[0] == 1
    assert restored[1].endswith("[disk_full]\n")
    assert told[1].endswith("[nothing_ingested]\n")
    assert (again[0], checked[0]) == (0, 0)


@needs_mount
def test_a_read_only_disk_can_be_asked_and_not_written(home: Path) -> None:
    _, _, asked, written, withdrawn = on_a_disk(
        home,
        "20m",
        f"{TOWNCLERK} ingest few",
        f"mount -o remount,ro {home / 'data'}",
        f"{TOWNCLERK} ask 'Who keeps plot2?'",
        f"{TOWNCLERK} ingest many",
        f"{TOWNCLERK} withdraw 1.md --why test",
    )
    assert (asked[0], "The council keeps plot2" in asked[1]) == (0, True)
    for status, said in (written, withdrawn):
        assert status == 1
        assert "Read-only file system" in said
        assert said.endswith("[not_writable]\n")


@needs_mount
def test_what_a_killed_ingest_left_is_told_where_it_cannot_be_done(home: Path) -> None:
    """And what was published before answers."""
    doomed = f"{shlex.quote(sys.executable)} {ROOT / 'tests' / 'support' / 'doomed_ingest.py'}"
    _, killed, _, asked, checked, _, mended = on_a_disk(
        home,
        "20m",
        f"{TOWNCLERK} ingest few",
        f"{doomed} index_written 1 data many",
        f"mount -o remount,ro {home / 'data'}",
        f"{TOWNCLERK} ask 'Who keeps plot2?'",
        f"{TOWNCLERK} check",
        f"mount -o remount,rw {home / 'data'}",
        f"{TOWNCLERK} check",
    )
    assert killed[0] == 128 + signal.SIGKILL
    assert (asked[0], "The council keeps plot2" in asked[1]) == (0, True)
    assert asked[1].startswith("What was read last may be missing from what follows. The data ")
    assert checked[0] == 1
    assert "Papers that the search index has yet to be told of: " in checked[1]
    assert "An ingest was broken off, and answers come from what was published" in checked[1]
    assert f"a user who may write in {home / 'data'}, finishes it." in checked[1]
    assert mended[0] == 0
    assert mended[1].startswith("An ingest had been broken off: what it left undone is done.\n")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    data = ingested(tmp_path, {"ponds.txt": "PONDS\n\n1. Two ponds."})
    data.chmod(0o500)
    try:
        done = run("ingest", tmp_path / "papers", data=data)
    finally:
        data.chmod(0o700)
    assert done.returncode == 1
    assert done.stderr.endswith("[not_writable]\n")


def test_a_catalogue_locked_by_another_program_is_told(tmp_path: Path) -> None:
    data = ingested(tmp_path, {"ponds.txt": "PONDS\n\n1. The council keeps two ponds."})
    with closing(sqlite3.connect(data / "catalogue.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        done = run("ingest", tmp_path / "papers", data=data)
        assert (done.returncode, done.stderr) == (
            1,
            f"The catalogue {data / 'catalogue.db'} cannot be read or written: it is locked by "
            "another program. Close what has it open, such as a browser for databases, then try "
            "again. [busy]\n",
        )
        asked = run_json("ask", "How many ponds does the council keep?", data=data)
        assert asked["status"] == "answered"
    assert run_json("ingest", tmp_path / "papers", data=data)["unchanged"] == 1


def test_a_catalogue_damaged_on_disk_is_told_with_what_to_do(tmp_path: Path) -> None:
    data = ingested(tmp_path, {"ponds.txt": "PONDS\n\n1. The council keeps two ponds." * 2000})
    whole = (data / "catalogue.db").read_bytes()
    (data / "catalogue.db").write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    done = run("rebuild", data=data)
    assert done.returncode == 1
    assert "it may be damaged. Move the data folder away, then restore a backup" in done.stderr
    assert done.stderr.endswith("[damaged]\n")
