"""A backup put back into an empty data folder, if it is as it was made."""

import gzip
import hashlib
import tarfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import msgspec

from index import steps
from index.backup_parts import (
    FORMAT,
    MANIFEST,
    PART,
    PIECE,
    SLACK,
    CopiedFile,
    Manifest,
    explained,
    sync,
)
from index.catalogue.connections import FILE_NAME, HALF_RESTORED
from index.data_folder import in_order
from index.errorlog import FILE_NAME as ERRORS
from index.errors import BackupFailed, DataFolderUnusable, Locked
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import only_writer
from index.private import make_private, private_files

_MOST = 1 << 20  # bytes of a manifest


def restore(folder: Path, backup: Path) -> Manifest:
    """Put a backup into an empty data folder, and make its index.

    If it is broken off, whoever opens the folder is told, and it can be done again. Raises
    BackupFailed where the folder is not empty, or the backup is not whole; Locked.
    """
    _refuse_full(folder)
    with explained(folder):
        manifest = _manifest_of(backup)
        make_private(folder)
        lock = only_writer(folder / LOCK_NAME, now=datetime.now(UTC))
        with private_files(), lock:
            _refuse_full(folder)  # again, now that nobody else can fill it
            _put_back(folder, backup, manifest)
    _make_ready(folder)
    return manifest


def _make_ready(folder: Path) -> None:
    try:
        with suppress(Locked), in_order(folder):  # whoever holds it now makes the index
            pass
    except DataFolderUnusable as error:
        raise DataFolderUnusable(
            f"All of the backup is in {folder}, but could not be made ready to be asked. {error} "
            "It need not be restored again: the next command makes it ready.",
            error.reason,
        ) from error


def _put_back(folder: Path, backup: Path, manifest: Manifest) -> None:
    """Bring all files under other names first; the catalogue gets its own name last."""
    _sweep(folder)
    names = sorted(manifest.files, key=lambda name: name == FILE_NAME)
    (folder / HALF_RESTORED).touch()
    sync(folder)
    steps.reached("restore_begun")
    try:
        for name in names:
            _bring(backup, name, folder / f"{name}{PART}", manifest.files[name])
    except BaseException:
        _sweep(folder)
        raise
    steps.reached("restore_brought")
    for name in names:
        (folder / f"{name}{PART}").replace(folder / name)
        sync(folder)
    steps.reached("restore_placed")


def _sweep(folder: Path) -> None:
    """Leave nothing of what was brought and is not yet a whole; the mark goes last."""
    if (folder / HALF_RESTORED).exists():
        for path in folder.glob(f"{SLACK}*"):
            path.unlink()
    (folder / HALF_RESTORED).unlink(missing_ok=True)


def _refuse_full(folder: Path) -> None:
    if folder.is_dir() and not all(map(_is_in_nobodys_way, folder.iterdir())):
        raise BackupFailed(
            f"{folder} is not empty, and a backup is put into an empty data folder only. Move it "
            "away, or name another with --data.",
            "not_empty",
        )


def _is_in_nobodys_way(path: Path) -> bool:
    """Whether it is no one's, or of a restoring that was broken off."""
    if path.name.startswith(SLACK) and path.with_name(HALF_RESTORED).exists():
        return True
    return path.suffix == PART or path.name in (LOCK_NAME, ERRORS)


def _manifest_of(backup: Path) -> Manifest:
    with _opened(backup, MANIFEST) as file:
        said = file.read(_MOST)
    try:
        manifest = msgspec.json.decode(said, type=Manifest)
    except msgspec.MsgspecError as error:
        raise _bad(backup, "its manifest cannot be read") from error
    if manifest.format != FORMAT:
        raise _bad(backup, "it was made by another version of Town Clerk")
    if FILE_NAME not in manifest.files or not manifest.files.keys() <= {FILE_NAME, SLACK}:
        raise _bad(backup, "it does not hold what a backup does")
    return manifest


@contextmanager
def _opened(backup: Path, name: str) -> Iterator[IO[bytes]]:
    """A file of a backup, to be read."""
    with ExitStack() as stack:
        try:
            backup.stat()
        except OSError as error:
            raise _bad(backup, f"it cannot be read ({error.strerror})") from error
        try:
            yield _file_of(stack, backup, name)
        except (FileNotFoundError, KeyError) as error:
            raise _bad(backup, f"{name} is not in it") from error
        except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise _bad(backup, f"{name} in it cannot be unpacked") from error


def _file_of(stack: ExitStack, backup: Path, name: str) -> IO[bytes]:
    try:
        if backup.is_dir():
            return stack.enter_context((backup / name).open("rb"))
        tar = stack.enter_context(tarfile.open(backup))  # noqa: SIM115 - the stack closes it
    except (PermissionError, IsADirectoryError) as error:
        raise _bad(backup, f"it cannot be read ({error.strerror})") from error
    member = tar.extractfile(name)
    if member is None:
        raise _bad(backup, f"{name} in it is no file")
    return stack.enter_context(member)


def _bring(backup: Path, name: str, to: Path, expected: CopiedFile) -> None:
    """Copy a file, and see that it is as it was made."""
    found, size = hashlib.sha256(), 0
    with _opened(backup, name) as file, to.open("wb") as copy:
        while (piece := file.read(PIECE)) and size <= expected.bytes:
            found.update(piece)
            size += len(piece)
            copy.write(piece)
    if CopiedFile(size, found.hexdigest()) != expected:
        raise _bad(backup, f"{name} in it is not what its manifest says")
    sync(to)


def _bad(backup: Path, why: str) -> BackupFailed:
    return BackupFailed(f"{backup} cannot be restored: {why}. Take another backup.", "bad_backup")
