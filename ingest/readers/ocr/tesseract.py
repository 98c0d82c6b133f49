"""Tesseract, where it is installed: a picture of a page to what it reads on it."""

import os
import shutil
import subprocess
from functools import cache

from ingest.readers.ocr.picture import Picture

SECONDS_A_PAGE = 120
# The reading process has no PATH of its own: the places where systems put what is installed.
_PLACES = "/usr/local/bin:/usr/bin:/bin:/opt/homebrew/bin:/opt/local/bin"
_MOST_OUTPUT = 16 << 20  # bytes for one page
_WANTED = ("eng", "cym")


class NotRead(Exception):
    """Tesseract failed on a page."""


class TooSlow(NotRead):
    """It took longer than it may."""


def is_installed() -> bool:
    """Whether pictures of pages can be read here at all, in English."""
    return "eng" in _languages()


def hocr(picture: Picture, *, scattered: bool = False) -> bytes:
    """What tesseract reads on a picture, as hOCR; raises NotRead, and TooSlow among them.

    ``scattered`` is for a picture of a few words here and there, of which none is to be missed.
    """
    layout = "6" if scattered else "3"
    return _run(picture, "--psm", layout, "-l", "+".join(_languages()), "hocr")


def quarters(picture: Picture) -> int:
    """How many quarters clockwise a picture must be turned to stand upright; 0 if not known."""
    if not _knows_turns():
        return 0
    try:
        said = _run(picture, "--psm", "0", "-l", "osd").decode("utf-8", "replace")
    except NotRead:
        return 0
    told = (line.partition(":") for line in said.splitlines())
    degrees = {name.strip(): value.strip() for name, _, value in told}.get("Rotate", "0")
    return int(degrees) // 90 % 4 if degrees.isdecimal() else 0


def _run(picture: Picture, *options: str) -> bytes:
    command = [_program() or "", "-", "-", "--dpi", str(picture.dpi), *options]
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system's, told nothing of the paper's
            command,
            input=picture.pgm(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=SECONDS_A_PAGE,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise TooSlow from error
    except (OSError, subprocess.SubprocessError) as error:
        raise NotRead from error
    if len(done.stdout) > _MOST_OUTPUT:
        raise NotRead
    return done.stdout


def _environment() -> dict[str, str]:
    """One thread for each page: pages are read beside each other by several processes."""
    return {"OMP_THREAD_LIMIT": "1", "TMPDIR": os.environ.get("TMPDIR", "/tmp")}  # noqa: S108


@cache
def _program() -> str | None:
    return shutil.which("tesseract", path=_PLACES)


@cache
def _installed() -> frozenset[str]:
    """The languages it has; none if it is not there."""
    program = _program()
    if program is None:
        return frozenset()
    try:
        done = subprocess.run(  # noqa: S603 - as above
            [program, "--list-langs"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_environment(),
            timeout=SECONDS_A_PAGE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())


def _languages() -> tuple[str, ...]:
    """English, and Welsh where it is installed."""
    return tuple(language for language in _WANTED if language in _installed())


def _knows_turns() -> bool:
    return "osd" in _installed()
