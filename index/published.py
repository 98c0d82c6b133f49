"""Which of an index's folders is the one to read: changed at one stroke, and safe on disk first."""

import json
import os
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from index import steps
from index.errors import DataFolderUnusable
from index.troubles import of_disk, told

NAME = "CURRENT"
_PIECE = 1 << 20  # bytes of a file in memory at a time


@dataclass(frozen=True, slots=True)
class Published:
    """A folder by its name, its generation, and how long each of its files is.

    ``version`` is that of the form in which the index is kept; ``sums`` are the files' CRC-32.
    """

    version: int
    folder: str
    generation: int
    files: dict[str, int] = field(default_factory=dict)
    sums: dict[str, int] = field(default_factory=dict)


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
            "Run `townclerk rebuild`.",
            "index_version",
        )
    return published


def write(home: Path, new: Published) -> None:
    """Make sure that a folder's files are on disk, then publish it.

    A file is written once: those that are published already are on disk.
    """
    folder, sums = home / new.folder, _sums_known(home, new)
    steps.reached("index_written")
    for name in new.files.keys() - sums.keys():
        _sync(folder / name)
        sums[name] = _sum(folder / name)
    _sync(folder)
    draft = home / f"{NAME}.new"
    draft.write_text(json.dumps(asdict(replace(new, sums=sums))), encoding="utf-8")
    _sync(draft)
    steps.reached("index_synced")
    draft.replace(home / NAME)
    _sync(home)
    steps.reached("index_published")


def _sums_known(home: Path, new: Published) -> dict[str, int]:
    """The sums of those files that are published already."""
    try:
        before = read(home, new.version)
    except DataFolderUnusable:
        return {}
    if before is None or before.folder != new.folder:
        return {}
    return {name: found for name, found in before.sums.items() if name in new.files}


def is_whole(home: Path, current: Published) -> bool:
    """Whether every file published is there and as it was; others may lie about."""
    folder = home / current.folder
    if not current.files.items() <= files(folder).items():
        return False
    try:
        return all(_sum(folder / name) == expected for name, expected in current.sums.items())
    except OSError:
        return False


def new_folder(home: Path) -> str:
    """Make an empty folder in ``home`` with a name not used before; gives its name."""
    if home.is_file():
        home.unlink()  # it is none of ours, and nothing but the index belongs there
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
    steps.reached("index_swept")


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
        trouble = of_disk(error)
        raise told("search index in", home, trouble) if trouble else damaged(home) from error


def damaged(home: Path) -> DataFolderUnusable:
    """The sentence for an index that cannot be read or written."""
    return DataFolderUnusable(
        f"The search index in {home} cannot be read or written: it may be damaged. "
        "Check the folder and its free space, then run `townclerk rebuild`.",
        "index_damaged",
    )


def _sum(path: Path) -> int:
    found = 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found = zlib.crc32(piece, found)
    return found


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
