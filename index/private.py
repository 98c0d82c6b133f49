"""The data folder and all in it, closed to everyone but the user that runs Town Clerk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from index.catalogue.connections import FILE_NAME
from index.errors import DataFolderUnusable
from index.lock import FILE_NAME as LOCK_NAME
from index.troubles import Trouble, of_disk


def make_private(folder: Path) -> None:
    """Make the folder, or close to others one that is ours; leave a stranger's as it is.

    Raises DataFolderUnusable where that cannot be, or what we write would not be its owner's.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _refuse_strangers(folder)
        if (folder / FILE_NAME).exists() or not any(folder.iterdir()):
            folder.chmod(0o700)
        os.close(os.open(folder / LOCK_NAME, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600))
    except (FileExistsError, NotADirectoryError) as error:
        raise _unusable(folder, "there is a file, or a link that leads nowhere") from error
    except OSError as error:
        raise _unusable(folder, error.strerror or "", of_disk(error)) from error


def _unusable(folder: Path, why: str, trouble: Trouble | None = None) -> DataFolderUnusable:
    return DataFolderUnusable(
        f"The data folder {folder} cannot be made or written ({why}). Check its "
        "permissions, or choose another with --data or TOWNCLERK_DATA.",
        trouble.reason if trouble else "data_folder",
    )


def _refuse_strangers(folder: Path) -> None:
    """Root may write anywhere, but its files could not be read by who owns the catalogue."""
    catalogue = folder / FILE_NAME
    if not catalogue.exists() or catalogue.stat().st_uid == os.geteuid():
        return
    with TemporaryFile(dir=folder) as ours:  # some disks give all files to one user
        if os.fstat(ours.fileno()).st_uid == catalogue.stat().st_uid:
            return
    raise DataFolderUnusable(
        f"The data folder {folder} belongs to another user, who could not read what this one "
        f"writes. Run as that user: {_owner(catalogue)}.",
        "not_writable",
    )


def _owner(path: Path) -> str:
    try:
        return path.owner()
    except KeyError:  # a container may know users of its host by their numbers only
        return str(path.stat().st_uid)


@contextmanager
def private_files() -> Iterator[None]:
    """Whatever is made meanwhile is for its owner alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
