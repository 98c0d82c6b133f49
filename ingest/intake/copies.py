"""A file's bytes, read once and named by their hash; everything after works on the copy."""

import hashlib
import os
import stat
import time
from dataclasses import dataclass, replace

from index.catalogue import KnownSource, MetSource
from index.errors import Unreadable
from ingest.intake.sources import Source
from ingest.limits import MAX_BYTES

_SETTLED = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Copy:
    """A file as it was when it was met."""

    met: MetSource
    data: bytes


def copy_of(source: Source) -> Copy:
    """Read a file, whole and unchanged while it is read.

    Raises Unreadable: "vanished" when it is gone or being written, "too_big", or "unreadable".
    """
    try:
        before, data, after = _read(source)
    except FileNotFoundError as error:
        raise Unreadable(
            "vanished", "The file was deleted or moved away before it was read. Ingest again."
        ) from error
    except OSError as error:
        raise Unreadable(
            "unreadable",
            f"The file cannot be read: {error.strerror}. Let this user read it, and ingest again.",
        ) from error
    if _looks(before) != _looks(after) or len(data) != after.st_size:
        raise Unreadable(
            "vanished",
            "The file was being written while it was read. Ingest again when it is done.",
        )
    sha256 = hashlib.sha256(data).hexdigest()
    met = MetSource(source.name, source.root, sha256, len(data), after.st_mtime, _mark(after))
    return Copy(met, data)


def same_as_before(source: Source, before: KnownSource | None) -> MetSource | None:
    """A file that nothing was written to since it was read, met again; None if it must be read.

    The system notes each change of a file, and that note cannot be set back as its date can.
    """
    if before is None or before.met.etag is None:
        return None
    try:
        now = source.path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(now.st_mode) or now.st_size != before.met.size:
        return None
    if _mark(now) != before.met.etag:
        return None
    return replace(before.met, root=source.root)


def _mark(status: os.stat_result) -> str | None:
    """What tells that a file is as it was; None if it was changed so lately that it may be again.

    Clocks of file systems, and of machines that share them, may be that far behind.
    """
    if time.time() - status.st_ctime < _SETTLED:
        return None
    return f"{status.st_ino}-{status.st_ctime_ns}-{status.st_mtime_ns}"


def _read(source: Source) -> tuple[os.stat_result, bytes, os.stat_result]:
    # Not blocking: a pipe may have taken the file's place since the folder was listed.
    handle = os.open(source.path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    with os.fdopen(handle, "rb") as file:
        before = os.fstat(handle)
        _refuse(before)
        return before, file.read(before.st_size + 1), os.fstat(handle)


def _refuse(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("not_a_file", "This is no longer a file. Look what took its place.")
    if status.st_size > MAX_BYTES:
        raise Unreadable(
            "too_big",
            f"The file is larger than {MAX_BYTES >> 20} MB. Split it and ingest the parts.",
        )


def _looks(status: os.stat_result) -> tuple[int, int]:
    return status.st_size, status.st_mtime_ns
