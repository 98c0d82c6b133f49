"""Bounds on the process that reads papers: memory, processor time, files and network."""

import ctypes
import os
import resource
from contextlib import suppress

MEMORY = 2 << 30  # bytes of address space
CPU_SECONDS = 120  # for one document
CPU_SECONDS_A_PAGE = 2  # more, for each page drawn to be recognised; not for who recognises it
FILE_BYTES = 256 << 20  # of any file it writes
OPEN_FILES = 64
NICENESS = 10

_CLONE_NEWUSER = 0x10000000
_CLONE_NEWNET = 0x40000000
_PR_SET_NO_NEW_PRIVS = 38


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
    with suppress(OSError, AttributeError):  # Linux: no program it starts may be more than it is
        ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, *map(ctypes.c_ulong, (1, 0, 0, 0)))


def allow_cpu_for_one_document() -> None:
    """Allow so many more seconds of processor time; the system ends the process after them."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    _allow_cpu_until(int(usage.ru_utime + usage.ru_stime) + 1 + CPU_SECONDS)


def allow_cpu_for_pages(pages: int) -> None:
    """Allow more of it for pages of the document that are to be recognised from pictures."""
    soft, _ = resource.getrlimit(resource.RLIMIT_CPU)
    _allow_cpu_until(soft + CPU_SECONDS_A_PAGE * pages)


def _allow_cpu_until(most: int) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
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
