"""Bounds on the process that reads papers: memory, processor time, files and network."""

import ctypes
import os
import resource
from contextlib import suppress

MEMORY = 2 << 30  # bytes of address space
CPU_SECONDS = 120  # for one document
FILE_BYTES = 256 << 20  # of any file it writes
OPEN_FILES = 64
NICENESS = 10

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000


def confine() -> None:
    """Take on the bounds that hold for as long as the process lives; none can be undone."""
    os.nice(NICENESS)
    for bound, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_FSIZE, FILE_BYTES),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_CORE, 0),
    ):
        _bound(bound, most)


def allow_cpu_for_one_document() -> None:
    """Allow so many more seconds of processor time; the system ends the process after them."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(usage.ru_utime + usage.ru_stime) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = spent + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard < 0 else min(most, hard), hard))


def leave_the_network() -> None:
    """Move to a network of its own with nothing on it, where the system lets us.

    Linux only, and not everywhere there; it is one more wall, not the only one.
    """
    with suppress(OSError, AttributeError):
        unshare = ctypes.CDLL(None).unshare
        # A new user namespace would take root's right to read files that are not its own.
        if unshare(_CLONE_NEWNET) != 0 and os.getuid() != 0:
            unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


def _bound(bound: int, most: int) -> None:
    _, hard = resource.getrlimit(bound)
    lowest = most if hard < 0 else min(most, hard)
    with suppress(ValueError, OSError):  # macOS knows RLIMIT_AS and refuses it
        resource.setrlimit(bound, (lowest, lowest))
