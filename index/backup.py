"""A copy of a data folder to keep elsewhere, made while an ingest may run.

It holds the catalogue, with every paper's file, and a manifest with checksums; never the index,
which is made again, nor anything that is withheld or was withdrawn when it was made.
"""

import errno
import json
import os
import sqlite3
import tarfile
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from index import steps
from index.backup_draft import Draft, drafting
from index.backup_parts import FORMAT, MANIFEST, SLACK, CopiedFile, Manifest, explained, sync
from index.catalogue.connections import FILE_NAME, nothing_in, told
from index.errors import BackupFailed
from index.private import private_files
from index.troubles import is_no_room

_ATTEMPTS = 3


def back_up(folder: Path, to: Path, *, slack: bool = False) -> Manifest:
    """Copy a data folder to a new folder, or to a new file that ends in .tar or .tar.gz.

    ``slack`` adds what the bot remembers. Raises NothingIngested, DataFolderUnusable, BackupFailed.
    """
    if not (folder / FILE_NAME).is_file() or not (folder / FILE_NAME).stat().st_size:
        raise nothing_in(folder)
    _refuse_there(to)
    names = [FILE_NAME, *([SLACK] if slack and (folder / SLACK).is_file() else [])]
    with explained(to), private_files(), drafting(to) as draft:
        steps.reached("backup_begun")
        for name in names:
            _copy(folder / name, draft.files / name)
        steps.reached("backup_copied")
        manifest = _describe(draft.files, names)
        _put_in_place(draft, to, [MANIFEST, *names])
    return manifest


def _refuse_there(to: Path) -> None:
    if os.path.lexists(to):
        raise BackupFailed(f"{to} is there already. Name a new file or folder.", "backup_exists")


def _copy(of: Path, to: Path) -> None:
    """Copy a database as it is at one moment; again, if a paper was taken out meanwhile."""
    for _ in range(_ATTEMPTS):
        to.unlink(missing_ok=True)
        with told(of), closing(_reader(of)) as db:
            _vacuum(db, to)
            if of.name != FILE_NAME:
                return
            with closing(_reader(to)) as copied:
                if _shut(db) <= _shut(copied):
                    return
    raise BackupFailed(
        "Papers are being taken out at this moment. Back up when the ingest has finished.",
        "backup_failed",
    )


def _vacuum(db: sqlite3.Connection, to: Path) -> None:
    """Copy into a file; that there is no room for it is not told of the catalogue."""
    try:
        db.execute("VACUUM INTO ?", [str(to)])
    except sqlite3.OperationalError as error:
        if not is_no_room(error):
            raise
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error


def _reader(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def _shut(db: sqlite3.Connection) -> set[tuple[str, str]]:
    """What may not be kept: the sources that are withheld or withdrawn, with their bytes' hash."""
    sql = """SELECT source, sha256 FROM sources WHERE outcome = 'withheld'
        UNION SELECT source, sha256 FROM withdrawals"""
    return set(db.execute(sql))


def _describe(files: Path, names: list[str]) -> Manifest:
    with closing(_reader(files / FILE_NAME)) as db:
        (reports,) = db.execute("SELECT count(*) FROM reports").fetchone()
    found = {name: CopiedFile.of(files / name) for name in names}
    made = datetime.now(UTC).isoformat(timespec="seconds")
    manifest = Manifest(FORMAT, made, reports, found)
    (files / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2), encoding="utf-8")
    steps.reached("backup_described")
    return manifest


def _put_in_place(draft: Draft, to: Path, names: list[str]) -> None:
    """Give the draft its name, or make it one file of that name; only when it is safe on disk."""
    for name in names:
        sync(draft.files / name)
    whole = draft.files
    if _is_one_file(to):
        whole = draft.packed
        with tarfile.open(whole, "w:gz" if to.suffix in (".gz", ".tgz") else "w") as tar:
            for name in names:
                tar.add(draft.files / name, name)
    sync(whole)
    steps.reached("backup_safe")
    _refuse_there(to)  # it may have been made meanwhile, and nothing is overwritten
    whole.replace(to)
    sync(to.parent)
    steps.reached("backup_placed")


def _is_one_file(backup: Path) -> bool:
    return backup.name.endswith((".tar", ".tar.gz", ".tgz"))
