"""A reading function that does to its process what the paper's first word says.

Loaded by the real reading process in place of the real pipeline, so that a test can make it crash,
hang, swell or babble at will. Any other paper is taken as it stands.
"""

import hashlib
import os
import resource
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from index.errors import Unreadable, Withheld
from index.records import Block, FrontPage, Report
from ingest.packs.found import Found


def read(data: bytes, source: str, *, council: str | None = None, body: str | None = None) -> Found:
    text = data.decode()
    deed, *words = text.split()
    _DEEDS.get(deed, _nothing)(*words)
    said = _TEXTS.get(deed, lambda: text)()
    block = Block("paragraph", said, 0, len(said) - (deed == "misplaced"))
    front = FrontPage(title="A paper", council=council, body=body)
    paper = Report(source, hashlib.sha256(data).hexdigest(), "report", said, (block,), front)
    return Found(*_PACKS.get(deed, _alone)(paper))


def _alone(paper: Report) -> tuple[tuple[Report, ...], int]:
    return (paper,), 1


def _parts(*places: str) -> Callable[[Report], tuple[tuple[Report, ...], int]]:
    """A pack of the same paper at several places."""
    return lambda paper: (
        tuple(replace(paper, source=f"{paper.source}#{place}") for place in places),
        len(places),
    )


_PACKS = {
    "pack": _parts("page=1", "page=3"),
    "twins": _parts("page=1", "page=1"),
    "elsewhere": _parts("page=1", "../../etc"),
    "nothing": lambda paper: ((), 2),
}


def _nothing(*words: str) -> None:
    pass


def _segfault(*words: str) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _exit(*words: str) -> None:
    os._exit(7)


def _killed_by_the_system(*words: str) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _sleep(*words: str) -> None:
    time.sleep(600)


def _spend_all_processor_time(*words: str) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (1, -1))
    while True:
        pass


def _swell(*words: str) -> None:
    held = []
    while True:
        held.append(bytearray(64 << 20))


def _swell_second(*words: str) -> None:
    """Fine in a fresh process, and too much in one that has read before."""
    global _read_before
    if _read_before:
        raise MemoryError
    _read_before = True


_read_before = False


def _raise(*words: str) -> None:
    raise ValueError("the private words of the paper")


def _unreadable(*words: str) -> None:
    raise Unreadable("corrupt", "The file is damaged. Fetch it again.")


def _withheld(*words: str) -> None:
    raise Withheld("exempt", "It is marked not for publication.")


def _babble(*words: str) -> None:
    sys.stdout.write("the private words of the paper\n" * 1000)
    sys.stdout.flush()
    os.write(1, b"the private words of the paper\n" * 1000)
    os.write(2, b"the private words of the paper\n" * 1000)


def _leave_a_child(*words: str) -> None:
    """Start a process that outlives this one, and write its number to the file named."""
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    Path(words[0]).write_text(str(child.pid))
    time.sleep(600)


def _leave_a_grandchild(*words: str) -> None:
    """Start a program that starts another, ends, and so leaves it to nobody; read on happily."""
    nested = f"import os, time; open({words[0]!r}, 'w').write(str(os.getpid())); time.sleep(600)"
    starting = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {nested!r}])"
    subprocess.run([sys.executable, "-c", starting], check=True)
    while not Path(words[0]).exists():
        time.sleep(0.01)


def _litter(*words: str) -> None:
    """Leave the paper's words in the private folder, and stay."""
    Path("part").mkdir()
    Path("part/of_the_paper.txt").write_text("the private words of the paper")
    _say_and_sleep(*words)


def _fill(*words: str) -> None:
    """Write a file larger than any may be."""
    with Path("large").open("wb") as file:
        for _ in range(300):
            file.write(bytes(1 << 20))


def _open_many(*words: str) -> None:
    """Open more files than any paper needs."""
    for _ in range(100):
        os.open("/dev/null", os.O_RDONLY)


def _say_and_sleep(*words: str) -> None:
    """Write this process's number to the file named, and stay."""
    Path(words[0]).write_text(str(os.getpid()))
    time.sleep(600)


_DEEDS: dict[str, Callable[..., None]] = {
    "segfault": _segfault,
    "exit": _exit,
    "killed": _killed_by_the_system,
    "sleep": _sleep,
    "spend": _spend_all_processor_time,
    "swell": _swell,
    "second": _swell_second,
    "raise": _raise,
    "unreadable": _unreadable,
    "withheld": _withheld,
    "babble": _babble,
    "child": _leave_a_child,
    "stay": _say_and_sleep,
    "grandchild": _leave_a_grandchild,
    "litter": _litter,
    "fill": _fill,
    "open": _open_many,
}


def _limits() -> str:
    names = ("AS", "FSIZE", "NOFILE", "CORE")
    return " ".join(str(resource.getrlimit(getattr(resource, f"RLIMIT_{n}"))[1]) for n in names)


def _network() -> str:
    return " ".join(name for _, name in socket.if_nameindex())


def _surroundings() -> str:
    return f"{sorted(os.environ)} {list(Path().iterdir())} {os.getsid(0) == os.getpid()}"


def _flood() -> str:
    return "word " * (14 << 20)


_TEXTS: dict[str, Callable[[], str]] = {
    "limits": _limits,
    "network": _network,
    "surroundings": _surroundings,
    "process": lambda: str(os.getpid()),
    "flood": _flood,
    "privileges": lambda: Path("/proc/self/status").read_text(),
    "surrogate": lambda: "\udcff",
}
