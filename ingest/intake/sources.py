"""What to read: the files in the folders an administrator names, each under one lasting name.

A source's name is its absolute path with links in the folder's own path resolved, so that
``papers`` and ``/srv/council/papers`` are one folder and a later run from elsewhere knows its files
again. The rest of the path is kept as it is found. Bytes that are no UTF-8 are written ``\\xff``.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.doors import printable
from index.errors import NoSuchSource
from ingest.limits import MAX_BYTES

# What systems and programs leave beside papers, and what Town Clerk reads for itself.
_IGNORED = frozenset({"thumbs.db", "desktop.ini", "@eadir", "council.toml"})
_IGNORED_STARTS = (".", "~$")
_BYTE = re.compile(rb"\\x([0-9a-f]{2})")
_LIKE_A_BYTE = re.compile(rb"\\(?=x[0-9a-f]{2})")


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read: its lasting name, where it is, and the argument it was found under."""

    name: str
    path: Path
    root: str


@dataclass(frozen=True, slots=True)
class SkippedSource:
    """A file or folder that is not read; ``reason`` is its code in the ledger."""

    name: str
    root: str
    reason: str
    message: str
    is_folder: bool = False  # or it may be: it is not there to be looked at


@dataclass(frozen=True, slots=True)
class _Root:
    """A folder being walked: nothing outside it is read, nor the data folder inside it."""

    name: str
    path: Path
    data_folder: Path | None


def discover(
    arguments: Sequence[str], data_folder: Path | None = None
) -> Iterator[Source | SkippedSource]:
    """Every file named, or below a folder named, once; each folder's files in order of name.

    Hidden files, those that systems leave behind, and the data folder are passed over. Links are
    followed to files inside the folder only. Raises NoSuchSource, before anything is read, when an
    argument is not there.
    """
    roots = [_existing(argument) for argument in arguments]
    return _each_once(_below(root, data_folder) for root in roots)


def rediscover(
    roots: Iterable[str], data_folder: Path | None = None
) -> Iterator[Source | SkippedSource]:
    """As `discover`, for places read before: one that is not there now is skipped with a reason."""
    return _each_once(_below_if_there(root, data_folder) for root in sorted(roots))


def name_of(path: Path) -> str:
    r"""A path as text that can be stored and printed whatever bytes it is made of.

    No two paths have one name: what looks like a byte written so, and is none, has its backslash
    written so.

    >>> name_of(Path(os.fsdecode(b"caf\xe9.txt"))), name_of(Path(r"caf\xe9.txt"))
    ('caf\\xe9.txt', 'caf\\x5cxe9.txt')
    """
    written = _LIKE_A_BYTE.sub(rb"\\x5c", os.fsencode(path))
    return written.decode("utf-8", "backslashreplace")


def path_of(name: str) -> Path:
    r"""The path that has a name.

    >>> [name_of(path_of(name)) for name in (r"caf\xe9", r"caf\x5cxe9", "café")]
    ['caf\\xe9', 'caf\\x5cxe9', 'café']
    """
    raw = _BYTE.sub(lambda byte: bytes([int(byte[1], 16)]), os.fsencode(name))
    return Path(os.fsdecode(raw))


def _existing(argument: str) -> Path:
    if "://" in argument:
        raise NoSuchSource(f"{printable(argument)} is an address, and not a file or folder.")
    try:
        # An empty name, as an unset variable leaves behind, must not mean the current folder.
        return Path(os.path.realpath(argument or "\0", strict=True))
    except (OSError, ValueError) as error:  # ValueError is for a NUL, which no name holds
        raise NoSuchSource(
            f"There is no file or folder “{printable(argument)}”. Check the name, that this user "
            "may read it, and that its share is mounted. Nothing was changed."
        ) from error


def _each_once(
    places: Iterable[Iterable[Source | SkippedSource]],
) -> Iterator[Source | SkippedSource]:
    seen: set[str] = set()
    for place in places:
        for source in place:
            if source.name not in seen:
                seen.add(source.name)
                yield source


def _below_if_there(name: str, data_folder: Path | None) -> Iterable[Source | SkippedSource]:
    try:
        return _below(_existing(os.fspath(path_of(name))), data_folder)
    except NoSuchSource:
        message = (
            "This was ingested before and is not there now. Mount its share or put it back; if it "
            "is to be read no more, `townclerk forget` it. Nothing was taken out."
        )
        return [SkippedSource(name, name, "not_there", message, is_folder=True)]


def _below(path: Path, data_folder: Path | None) -> Iterator[Source | SkippedSource]:
    own = Path(os.path.realpath(data_folder)) if data_folder else None
    root = _Root(name_of(path), path, own)
    return _walk(root) if path.is_dir() else _file(path, root)


def _walk(root: _Root) -> Iterator[Source | SkippedSource]:
    folders = [root.path]
    while folders:
        folder = folders.pop()
        if folder == root.data_folder:
            continue
        try:
            entries = _listing(folder)
        except OSError as error:
            yield replace(_unreadable(folder, root, error), is_folder=True)
            continue
        folders += [Path(e) for e in reversed(entries) if e.is_dir(follow_symlinks=False)]
        for entry in entries:
            yield from _entry(entry, root)


def _listing(folder: Path) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return sorted((e for e in entries if not _ignored(e.name)), key=lambda e: e.name)


def _ignored(name: str) -> bool:
    return name.startswith(_IGNORED_STARTS) or name.casefold() in _IGNORED


def _entry(entry: os.DirEntry[str], root: _Root) -> Iterator[Source | SkippedSource]:
    if entry.is_symlink():
        return _link(Path(entry), root)
    if entry.is_dir(follow_symlinks=False):
        return iter(())
    return _file(Path(entry), root)


def _link(path: Path, root: _Root) -> Iterator[Source | SkippedSource]:
    try:
        target = Path(os.path.realpath(path, strict=True))
    except OSError:
        message = "This is a link that leads nowhere or round in a circle. Mend or delete it."
        yield _skipped(path, root, "broken_link", message)
        return
    if not target.is_relative_to(root.path):
        message = (
            f"This is a link out of {root.name}. To ingest what it leads to, name that itself."
        )
        yield _skipped(path, root, "outside", message)
    elif not target.is_dir():  # a folder inside is walked under its own name
        yield from _file(path, root)


def _file(path: Path, root: _Root) -> Iterator[Source | SkippedSource]:
    try:
        status = path.stat()
    except OSError as error:
        yield _unreadable(path, root, error)
        return
    if not stat.S_ISREG(status.st_mode):
        message = "This is a pipe, socket or device, not a file. Move it out of the folder."
        yield _skipped(path, root, "not_a_file", message)
    elif status.st_size > MAX_BYTES:
        message = f"The file is larger than {MAX_BYTES >> 20} MB. Split it and ingest the parts."
        yield _skipped(path, root, "too_big", message)
    else:
        yield Source(name_of(path), path, root.name)


def _unreadable(path: Path, root: _Root, error: OSError) -> SkippedSource:
    if isinstance(error, FileNotFoundError):
        return _skipped(path, root, "vanished", "It was deleted or moved away while it was read.")
    message = f"It cannot be read: {error.strerror}. Let this user read it, and ingest again."
    return _skipped(path, root, "unreadable", message)


def _skipped(path: Path, root: _Root, reason: str, message: str) -> SkippedSource:
    return SkippedSource(name_of(path), root.name, reason, message)
