"""A backup put back into an empty data folder, if it is as it was made."""

import hashlib
import tarfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

import msgspec

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
from index.catalogue.connections import FILE_NAME
from index.data_folder import in_order
from index.errors import BackupFailed
from index.private import make_private, private_files

_MOST = 1 << 20  # bytes of a manifest


def restore(folder: Path, backup: Path) -> Manifest:
    """Put a backup into an empty data folder, and make its index.

    Raises BackupFailed where the folder is not empty, or the backup is not whole.
    """
    _refuse_full(folder)
    with explained(folder), ExitStack() as stack:
        manifest = _manifest_of(backup)
        make_private(folder)
        stack.enter_context(private_files())
        for name, expected in manifest.files.items():
            with _opened(backup, name) as file:
                if not _brought(file, folder / f"{name}{PART}", expected):
                    raise _bad(backup, f"{name} in it is not what its manifest says")
        for name in manifest.files:
            (folder / f"{name}{PART}").replace(folder / name)
        sync(folder)
    with in_order(folder):
        return manifest


def _refuse_full(folder: Path) -> None:
    if folder.is_dir() and any(
        path.name != "ingest.lock" and path.suffix != PART for path in folder.iterdir()
    ):
        raise BackupFailed(
            f"{folder} is not empty, and a backup is put into an empty data folder only. Move it "
            "away, or name another with --data.",
            "not_empty",
        )


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
    try:
        with ExitStack() as stack:
            if backup.is_dir():
                yield stack.enter_context((backup / name).open("rb"))
                return
            tar = stack.enter_context(tarfile.open(backup))
            member = tar.extractfile(name)
            if member is None:
                raise _bad(backup, f"{name} in it is no file")
            yield stack.enter_context(member)
    except (FileNotFoundError, KeyError, tarfile.TarError, EOFError) as error:
        raise _bad(backup, f"{name} is not in it") from error


def _brought(file: IO[bytes], to: Path, expected: CopiedFile) -> bool:
    """Copy a file; whether it is as it was made, for it is kept only then."""
    found, size = hashlib.sha256(), 0
    with to.open("wb") as copy:
        while (piece := file.read(PIECE)) and size <= expected.bytes:
            found.update(piece)
            size += len(piece)
            copy.write(piece)
    if CopiedFile(size, found.hexdigest()) != expected:
        to.unlink()
        return False
    sync(to)
    return True


def _bad(backup: Path, why: str) -> BackupFailed:
    return BackupFailed(f"{backup} cannot be restored: {why}. Take another backup.", "bad_backup")
