"""A copy of a data folder to keep elsewhere, made while an ingest may run.

It holds the catalogue, with every paper's file, and a manifest with checksums; never the index,
which is made again, nor anything that is withheld or was withdrawn when it was made.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from index.backup_parts import FORMAT, MANIFEST, PART, SLACK, CopiedFile, Manifest, explained, sync
from index.catalogue.connections import FILE_NAME, nothing_in, told
from index.errors import BackupFailed, NothingIngested
from index.private import private_files

_ATTEMPTS = 3


def back_up(folder: Path, to: Path, *, slack: bool = False) -> Manifest:
    """Copy a data folder to a new folder, or to a new file that ends in .tar or .tar.gz.

    ``slack`` adds what the bot remembers. Raises NothingIngested, DataFolderUnusable, BackupFailed.
    """
    if not (folder / FILE_NAME).is_file():
        raise NothingIngested(nothing_in(folder))
    if os.path.lexists(to):
        raise BackupFailed(f"{to} is there already. Name a new file or folder.", "backup_exists")
    draft = to.with_name(f"{to.name}{PART}")
    names = [FILE_NAME, *([SLACK] if slack and (folder / SLACK).is_file() else [])]
    with explained(to), private_files(), _fresh(draft):
        for name in names:
            _copy(folder / name, draft / name)
        manifest = _describe(draft, names)
        (draft / MANIFEST).write_text(json.dumps(asdict(manifest), indent=2), encoding="utf-8")
        _put_in_place(draft, to, [*names, MANIFEST])
    return manifest


def _copy(of: Path, to: Path) -> None:
    """Copy a database as it is at one moment; again, if a paper was taken out meanwhile."""
    for _ in range(_ATTEMPTS):
        to.unlink(missing_ok=True)
        with told(of), closing(_reader(of)) as db:
            db.execute("VACUUM INTO ?", [str(to)])
            if of.name != FILE_NAME:
                return
            with closing(_reader(to)) as copied:
                if _shut(db) <= _shut(copied):
                    return
    raise BackupFailed(
        "Papers are being taken out at this moment. Back up when the ingest has finished.",
        "backup_failed",
    )


def _reader(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    connection.execute("PRAGMA busy_timeout = 5000")
    return connection


def _shut(db: sqlite3.Connection) -> set[tuple[str, str]]:
    """What may not be kept: the sources that are withheld or withdrawn, with their bytes' hash."""
    sql = """SELECT source, sha256 FROM sources WHERE outcome = 'withheld'
        UNION SELECT source, sha256 FROM withdrawals"""
    return set(db.execute(sql))


def _describe(draft: Path, names: list[str]) -> Manifest:
    with closing(_reader(draft / FILE_NAME)) as db:
        (reports,) = db.execute("SELECT count(*) FROM reports").fetchone()
    files = {
        name: CopiedFile((draft / name).stat().st_size, _sha256(draft / name)) for name in names
    }
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Manifest(FORMAT, made, reports, files)


def _put_in_place(draft: Path, to: Path, names: list[str]) -> None:
    """Give the draft its name, or make it one file of that name; only when it is safe on disk."""
    for name in names:
        sync(draft / name)
    if not _is_one_file(to):
        draft.replace(to)
    else:
        packed = to.with_name(f"{to.name}{PART}.tar")
        with tarfile.open(packed, "w:gz" if to.suffix in (".gz", ".tgz") else "w") as tar:
            for name in [MANIFEST, *(n for n in names if n != MANIFEST)]:
                tar.add(draft / name, name)
        sync(packed)
        packed.replace(to)
    sync(to.parent)


def _is_one_file(backup: Path) -> bool:
    return backup.name.endswith((".tar", ".tar.gz", ".tgz"))


@contextmanager
def _fresh(draft: Path) -> Iterator[None]:
    """A folder for this block; whatever an earlier attempt left there goes first."""
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700, parents=True)
    try:
        yield
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
