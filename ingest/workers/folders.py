"""The private folders that reading processes work in, and those that nobody came back to."""

import fcntl
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_PREFIX = "townclerk-"
_YOUNG = 60  # seconds in which a folder that nobody holds may be about to be held


class PrivateFolder:
    """A folder that is ours for as long as we live, which a lock on it tells to others."""

    def __init__(self) -> None:
        """Make it; raises OSError where that cannot be done."""
        self.path = tempfile.mkdtemp(prefix=_PREFIX)
        self._held = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        with suppress(OSError):  # some network shares know no locks
            fcntl.flock(self._held, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def delete(self) -> None:
        """Delete it with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        with suppress(OSError):
            os.close(self._held)


def sweep() -> None:
    """Delete the folders of ingests that were killed; a paper may be left in them."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError), _if_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _if_left(folder: Path) -> Iterator[None]:
    """Go on if a folder is ours and nobody holds it; raises OSError if not."""
    held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        status = os.fstat(held)
        private = stat.S_IMODE(status.st_mode) == stat.S_IRWXU and status.st_uid == os.getuid()
        if not private or time.time() - status.st_mtime < _YOUNG:
            raise PermissionError
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(held)
