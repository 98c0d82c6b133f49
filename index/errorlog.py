"""Where errors of our own are kept: a private file in the data folder, with no text of a paper."""

import os
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

FILE_NAME = "errors.log"


def log_unforeseen(error: BaseException, folder: Path) -> Path | None:
    """Keep where an error came from in the data folder's private ``errors.log``; None if it cannot.

    Types, files and lines only: an error's own words may quote a paper, so they are left out.
    """
    return log_lines(folder, stack_of(error))


def log_lines(folder: Path, lines: Iterable[str]) -> Path | None:
    """Append the time and some lines to ``errors.log``, its owner's only; None if it cannot be."""
    log = folder / FILE_NAME
    when = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(f"{line}\n" for line in (when, *lines))
    except OSError:
        return None
    return log


def stack_of(error: BaseException) -> list[str]:
    """Where an error came from and what it came of, outermost call first, without its words."""
    frames = [
        f"  {f.filename}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)
    ]
    cause = error.__cause__ or error.__context__
    return [*(stack_of(cause) if cause else []), type(error).__qualname__, *frames]
