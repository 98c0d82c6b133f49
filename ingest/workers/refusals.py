"""Why the reading process refused a paper or ended over it, in the ledger's codes and sentences."""

import signal
from collections.abc import Iterable

from ingest.workers.exchange import Refused

OUT_OF_MEMORY = Refused(
    "failed",
    "oom",
    "Reading it took more memory than one paper may use. Save it again from the program it was "
    "made with, or split it.",
)
TOO_DEEP = Refused(
    "failed",
    "corrupt",
    "What is in it stands nested deeper than in any paper: it is damaged, or meant to do harm. "
    "Save it again from the program it was made with.",
)
TIMED_OUT = Refused(
    "failed",
    "timeout",
    "Reading it took longer than one paper may take. Save it again from the program it was made "
    "with, or split it.",
)
TOO_MUCH = Refused(
    "failed", "too_big", "It holds more text than one paper may. Split it and ingest the parts."
)
NESTED = Refused(
    "failed",
    "nested",
    "It is packed inside another packed file, and only one is unpacked. Unpack it, and ingest what "
    "is in it.",
)
NO_ROOM = Refused(
    "failed",
    "no_room",
    "There is no room to read it in the folder for temporary files. Make room, and ingest again.",
)
GARBLED = Refused(
    "failed", "internal", "What was read from it broke our own rules. Please report this paper."
)


def unforeseen(stack: Iterable[str]) -> Refused:
    """An error of our own; where it came from is for the private log."""
    message = "Reading it met an error of Town Clerk's own. Please report this paper."
    return Refused("failed", "internal", message, tuple(stack))


def refusal_of_death(returncode: int) -> Refused:
    """What to say of a paper whose reading process ended, by its exit status as `Popen` has it."""
    if returncode == -signal.SIGXCPU:
        return TIMED_OUT
    if returncode == -signal.SIGKILL:  # not by us: so by a system that is short of memory
        return OUT_OF_MEMORY
    message = (
        f"The file made the process that read it crash ({_cause(returncode)}). Save it again from "
        "the program it was made with."
    )
    return Refused("failed", "crashed", message)


def _cause(returncode: int) -> str:
    if returncode >= 0:
        return f"status {returncode}"
    try:
        return signal.Signals(-returncode).name
    except ValueError:  # real-time signals have no names of their own
        return f"signal {-returncode}"
