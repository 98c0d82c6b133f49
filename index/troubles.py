"""What keeps a disk or a database from being used, told apart: a stable code and what to do."""

import errno
import shutil
import sqlite3
from pathlib import Path
from typing import NamedTuple

from index.errors import DataFolderUnusable

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SHUT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NEXT_TO_NOTHING = 100_000  # bytes
_PRIMARY = 0xFF  # of a code of SQLite's, which may have more in its higher bits


class Trouble(NamedTuple):
    """What is the matter, and what to do about it."""

    reason: str
    matter: str
    todo: str


FULL = Trouble("disk_full", "the disk is full", "Make room, then try again: what was kept is whole")
SHUT = Trouble(
    "not_writable",
    "this user may not write there, or the disk is read-only",
    "Run as the user that the data folder belongs to, or give it to this one",
)
_BUSY = Trouble(
    "busy",
    "it is locked by another program",
    "Close what has it open, such as a browser for databases, then try again",
)
_DAMAGED = Trouble(
    "damaged",
    "it may be damaged",
    "Move the data folder away, then restore a backup with `townclerk restore`, or ingest again",
)
_NO_CATALOGUE = _DAMAGED._replace(matter="it is damaged, or not a catalogue at all")
_UNTOLD = Trouble(
    "data_folder",
    "the disk may be failing or full, or the file may be damaged",
    "Check the folder, its permissions and free space; then run `townclerk check`",
)
_OF_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: SHUT,
    sqlite3.SQLITE_PERM: SHUT,
    sqlite3.SQLITE_CANTOPEN: SHUT,
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _NO_CATALOGUE,
}


def of_disk(error: OSError) -> Trouble | None:
    """A full disk or one that may not be written; None for any other trouble."""
    if error.errno in _FULL:
        return FULL
    return SHUT if error.errno in _SHUT else None


def unusable(path: Path, error: sqlite3.Error) -> DataFolderUnusable:
    """The sentence for a catalogue that cannot be used."""
    code = getattr(error, "sqlite_errorcode", None)
    trouble = _UNTOLD if code is None else _OF_SQLITE.get(code & _PRIMARY, _UNTOLD)
    if trouble is _UNTOLD and _is_full(path):
        trouble = FULL
    return told("catalogue", path, trouble)


def _is_full(path: Path) -> bool:
    """Whether next to nothing can be written beside a file: SQLite does not always tell."""
    try:
        return shutil.disk_usage(path.parent).free < _NEXT_TO_NOTHING
    except OSError:
        return False


def is_no_room(error: sqlite3.Error) -> bool:
    """Whether what is being written has no room; never so of what is only read."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY == sqlite3.SQLITE_FULL or code == sqlite3.SQLITE_IOERR_WRITE


def told(what: str, where: Path, trouble: Trouble) -> DataFolderUnusable:
    """The sentence for a part of the data folder that cannot be used."""
    sentence = f"The {what} {where} cannot be read or written: {trouble.matter}. {trouble.todo}."
    return DataFolderUnusable(sentence, trouble.reason)
