"""Whether this machine and the data folder are as the bot needs them."""

import importlib.util
import os
import shutil
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

from bot.choices import Choices
from bot.doctor.finding import Finding, Verdict
from bot.memory import FILE_NAME, Memory
from bot.wording import counted
from index.errors import TownClerkError
from index.library import Library, open_library
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import is_held
from index.wording import say_date

LEAST_FREE = 200_000_000  # bytes
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
# What only some choices need, and what it is installed as.
_EXTRAS = {"prometheus_client": "prometheus-client", "websocket": "websocket-client"}


def here(folder: Path, env_file: Path, choices: Choices) -> Iterator[Finding]:
    """The settings' file, the data folder and what is in it, the disk, and optional libraries."""
    yield _env(env_file)
    yield from _extras(choices)
    if not folder.is_dir():
        found = f"{folder} is {'not a folder' if folder.exists() else 'not there'}"
        todo = "Read papers first: townclerk ingest FOLDER. Or name another with --data."
        yield Finding("fail", "Data folder", found, todo)
        return
    yield _folder(folder)
    yield _disk(folder)
    yield from _papers(folder)
    yield from _memory(folder / FILE_NAME)


def _env(path: Path) -> Finding:
    if not path.exists():
        return Finding("ok", ".env", "not there: settings come from the environment")
    if path.stat().st_mode & _OTHERS:
        return Finding("warn", ".env", "others on this machine can read it", f"chmod 600 {path}")
    return Finding("ok", ".env", "its owner alone can read it")


def _extras(choices: Choices) -> Iterator[Finding]:
    """Libraries that a choice asks for."""
    asked = {
        "prometheus_client": choices.health is not None,
        "websocket": choices.socket_client == "websocket",
    }
    for library, is_asked in asked.items():
        if is_asked and importlib.util.find_spec(library) is None:
            verdict: Verdict = "fail" if library == "websocket" else "warn"
            found = f"{_EXTRAS[library]} is not installed, which a setting asks for"
            yield Finding(verdict, "Libraries", found, f"pip install {_EXTRAS[library]}")


def _folder(folder: Path) -> Finding:
    what = f"Data folder {folder}"
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        todo = "Run as the user that it belongs to, or give it to this one."
        return Finding("fail", what, "cannot be read and written by this user", todo)
    if folder.stat().st_mode & _OTHERS:
        return Finding("warn", what, "others on this machine can read it", f"chmod 700 {folder}")
    return Finding("ok", what, "its owner alone can read and write it")


def _disk(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    held = _size_of(folder)
    found = f"{_size(free)} free; the data folder has {_size(held)}"
    if free < LEAST_FREE:
        return Finding("fail", "Disk", found, "Make room: the bot and an ingest both write.")
    if free < held:
        todo = "Make room: an upgrade may need as much again."
        return Finding("warn", "Disk", found, todo)
    return Finding("ok", "Disk", found)


def _size_of(folder: Path) -> int:
    total = 0
    for path in folder.rglob("*"):
        with suppress(OSError):  # gone meanwhile: an ingest may be running
            total += path.stat().st_size
    return total


def _size(number: int) -> str:
    return f"{number / 1e9:,.1f} GB" if number >= 1e9 else f"{number / 1e6:,.0f} MB"


def _papers(folder: Path) -> Iterator[Finding]:
    """The catalogue and the index."""
    try:
        with open_library(folder) as library:
            yield _catalogue(library)
            yield _index(library, folder)
            yield from _last_run(library)
    except TownClerkError as error:
        yield Finding("fail", "Catalogue", str(error))


def _catalogue(library: Library) -> Finding:
    status = library.status()
    newest = f", the newest of {say_date(status.newest_meeting)}" if status.newest_meeting else ""
    found = f"{counted(status.reports, 'paper')}{newest}; its tables are up to date"
    if not status.reports:
        return Finding("warn", "Catalogue", "holds no paper", "townclerk failures says why.")
    return Finding("ok", "Catalogue", found)


def _index(library: Library, folder: Path) -> Finding:
    """Whether the index can be searched, and is of the catalogue's generation."""
    if problem := library.engine.problem():
        return Finding("fail", "Search index", problem)
    if library.engine.generation() == library.catalogue.generation():
        passages = counted(library.engine.count(), "passage")
        return Finding("ok", "Search index", f"in step with the catalogue; {passages}")
    if is_held(folder / LOCK_NAME):
        return Finding("note", "Search index", "an ingest is publishing what it read")
    return Finding("fail", "Search index", "not in step with the catalogue", "townclerk rebuild")


def _last_run(library: Library) -> Iterator[Finding]:
    run = library.latest_run()
    if run and run.state == "aborted":
        todo = "Start it again: townclerk ingest. What it read is kept."
        yield Finding("warn", "Last ingest", f"ingest {run.run} broke off", todo)


def _memory(path: Path) -> Iterator[Finding]:
    """What the bot remembers, where it has run before."""
    if not path.exists():
        return
    try:
        with closing(Memory(path)) as memory, memory.using() as db:
            faults = [row[0] for row in db.execute("PRAGMA quick_check")]
    except (TownClerkError, sqlite3.Error):
        faults = ["unreadable"]
    if faults != ["ok"]:
        todo = "Stop the bot and move the file away; it is made anew, without what was remembered."
        yield Finding("fail", FILE_NAME, f"{path} is damaged, or another program's", todo)
    elif path.stat().st_mode & _OTHERS:
        yield Finding("warn", FILE_NAME, "others can read it", f"chmod 600 {path}")
    else:
        yield Finding("ok", FILE_NAME, "what the bot remembers can be read")
