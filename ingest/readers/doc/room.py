"""Whether a folder has the room that a program needs: seldom does one tell that it had none."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_AT_FIRST = 8_000_000  # bytes: LibreOffice's profile, and more
_TIMES = 4  # a paper's size: it may grow as it is unpacked
_LEFT_OVER = 1_000_000  # where there is less, what was written may have been cut short


@contextmanager
def roomy(folder: Path, size: int) -> Iterator[None]:
    """Let a program work on a paper in a folder; raises OSError where that is or becomes full.

    What it made is then not to be used, for it may be a part only.
    """
    _refuse_less(folder, _AT_FIRST + _TIMES * size)
    try:
        yield
    finally:
        _refuse_less(folder, _LEFT_OVER)


def _refuse_less(folder: Path, least: int) -> None:
    if shutil.disk_usage(folder).free < least:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
