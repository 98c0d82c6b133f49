"""The data folder and all in it, closed to everyone but the user that runs Town Clerk."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.catalogue.connections import FILE_NAME
from index.errors import DataFolderUnusable
from index.troubles import of_disk


def make_private(folder: Path) -> None:
    """Make the folder, or close to others one that is ours; leave a stranger's as it is."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if (folder / FILE_NAME).exists() or not any(folder.iterdir()):
            folder.chmod(0o700)
        (folder / "ingest.lock").touch(mode=0o600)
    except OSError as error:
        trouble = of_disk(error)
        raise DataFolderUnusable(
            f"The data folder {folder} cannot be made or written ({error.strerror}). Check its "
            "permissions, or choose another with --data or TOWNCLERK_DATA.",
            trouble.reason if trouble else "data_folder",
        ) from error


@contextmanager
def private_files() -> Iterator[None]:
    """Whatever is made meanwhile is for its owner alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
