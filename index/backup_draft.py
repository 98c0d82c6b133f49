"""Where a backup is put together, beside where it is to be, by one process at a time."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from index.backup_parts import PART
from index.errors import BackupFailed


@dataclass(frozen=True, slots=True)
class Draft:
    """A folder of its own: the files to be backed up, and the one file they are packed in."""

    folder: Path

    @property
    def files(self) -> Path:
        """What a backup that is a folder consists of."""
        return self.folder / "files"

    @property
    def packed(self) -> Path:
        """The same as one file."""
        return self.folder / "packed"

    @property
    def lock(self) -> Path:
        """What tells another process that this draft is being worked on."""
        return self.folder / "lock"

    def clear(self) -> None:
        """Delete what was put together here, and nothing else."""
        shutil.rmtree(self.files, ignore_errors=True)
        self.packed.unlink(missing_ok=True)


@contextmanager
def drafting(to: Path) -> Iterator[Draft]:
    """An empty draft of ``to``; what an earlier attempt left of one goes first.

    Raises BackupFailed where another process is at the same backup.
    """
    draft = Draft(to.with_name(f"{to.name}{PART}"))
    draft.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with draft.lock.open("a") as lock:
        _take(lock, to)
        draft.clear()
        draft.files.mkdir(mode=0o700)
        try:
            yield draft
        finally:
            draft.clear()
            draft.lock.unlink(missing_ok=True)
            with suppress(OSError):  # something else is in it: that is left
                draft.folder.rmdir()


def _take(lock: IO[str], to: Path) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise BackupFailed(
            f"Another process is making a backup at {to}. Wait until it has finished, or name "
            "another place.",
            "backup_exists",
        ) from error
    except OSError:
        return  # some disks of the network know no locks: whoever names a new file has no need
