"""Which of an index's folders is the one to read: changed at one stroke, and safe on disk first."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index.errors import DataFolderUnusable

NAME = "CURRENT"


@dataclass(frozen=True, slots=True)
class Published:
    """A folder by its name, its generation, and how long each of its files is.

    ``version`` is that of the form in which the index is kept.
    """

    version: int
    folder: str
    generation: int
    files: dict[str, int] = field(default_factory=dict)


def read(home: Path, version: int) -> Published | None:
    """What is published in ``home``, None if nothing is; raises DataFolderUnusable."""
    try:
        published = Published(**json.loads((home / NAME).read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError) as error:
        raise damaged(home) from error
    if published.version != version:
        raise DataFolderUnusable(
            f"The search index in {home} was made by another version of Town Clerk. "
            "Run `townclerk rebuild`."
        )
    return published


def write(home: Path, new: Published) -> None:
    """Make sure that a folder's files are on disk, then publish it.

    A file is written once: those that are published already are on disk.
    """
    folder = home / new.folder
    for name in new.files.keys() - _already(home, new).keys():
        _sync(folder / name)
    _sync(folder)
    draft = home / f"{NAME}.new"
    draft.write_text(json.dumps(asdict(new)), encoding="utf-8")
    _sync(draft)
    draft.replace(home / NAME)
    _sync(home)


def _already(home: Path, new: Published) -> dict[str, int]:
    try:
        before = read(home, new.version)
    except DataFolderUnusable:
        return {}
    return before.files if before and before.folder == new.folder else {}


def is_whole(home: Path, current: Published) -> bool:
    """Whether every file published is there and as long as it was; others may lie about."""
    return current.files.items() <= files(home / current.folder).items()


def new_folder(home: Path) -> str:
    """Make an empty folder in ``home`` with a name not used before; gives its name."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    taken = (int(path.name) for path in home.iterdir() if path.name.isdecimal())
    name = str(max(taken, default=0) + 1)
    (home / name).mkdir(mode=0o700)
    return name


def sweep(home: Path, current: Published) -> None:
    """Delete what is not published: what it took the place of, and what a crash left behind."""
    folder = home / current.folder
    others = [path for path in home.iterdir() if path.is_dir() and path != folder]
    orphans = [path for path in folder.iterdir() if path.name not in current.files]
    for path in (*others, *orphans):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


def files(folder: Path) -> dict[str, int]:
    """The files in a folder and their sizes in bytes; none if it is not there."""
    if not folder.is_dir():
        return {}
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.is_file()}


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """An index that cannot be written, as on a full disk, is told in a sentence."""
    try:
        yield
    except OSError as error:
        raise damaged(home) from error


def damaged(home: Path) -> DataFolderUnusable:
    """The sentence for an index that cannot be read or written."""
    return DataFolderUnusable(
        f"The search index in {home} cannot be read or written: it may be damaged. "
        "Check the folder and its free space, then run `townclerk rebuild`."
    )


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
