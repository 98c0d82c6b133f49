"""Archives (ZIP): each file in one as a member, within limits, and never written to disk."""

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator

from index.errors import Unreadable
from ingest.limits import MAX_BYTES, MAX_UNPACKED, MAX_ZIP_MEMBERS, MAX_ZIP_RATIO
from ingest.packed.member import Member, Unpacking
from ingest.packed.names import left_by_systems, safe_name, unique

_SMALL = 1 << 20  # below this, no ratio can do harm
_SEALED = 0x1  # a file's flag
_UTF8 = 0x800
_BOMB = (
    "The archive unpacks to far more than it should. Nothing of it was read; if it is real, unpack "
    "it and ingest the papers in it."
)
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, MemoryError,
)  # fmt: skip


def unpack(data: bytes, source: str, *, released: bool = False) -> Unpacking:  # noqa: ARG001
    """The members of an archive, each to be judged by itself; those of systems are passed over.

    Raises Unreadable: "corrupt", "encrypted" where all of it is, "bomb" and "empty".
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_DAMAGE, NotImplementedError) as error:
        raise _damaged() from error
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _refuse_bomb(entries)
    named = [(safe_name(_name(entry), n), entry) for n, entry in enumerate(entries, 1)]
    kept = [(name, entry) for name, entry in named if not left_by_systems(name)]
    if not kept:
        raise Unreadable("empty", "The archive holds no files. Fetch or save it again.")
    if all(entry.flag_bits & _SEALED for _, entry in kept):
        raise Unreadable("encrypted", "The archive has a password. Unpack it, and ingest that.")
    names = unique(name for name, _ in kept)
    files = "1 file" if len(kept) == 1 else f"{len(kept)} files"
    found = zip(names, (entry for _, entry in kept), strict=True)
    return Unpacking(_members(archive, list(found)), f"An archive of {files}.")


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    dense = any(
        entry.file_size > _SMALL and entry.file_size > MAX_ZIP_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    whole = sum(entry.file_size for entry in entries)
    if dense or len(entries) > MAX_ZIP_MEMBERS or whole > MAX_UNPACKED:
        raise Unreadable("bomb", _BOMB)


def _name(entry: zipfile.ZipInfo) -> str:
    """A file's name; Macs write UTF-8 without saying so."""
    try:
        return (
            entry.filename if entry.flag_bits & _UTF8 else entry.filename.encode("cp437").decode()
        )
    except UnicodeError:
        return entry.filename


def _members(
    archive: zipfile.ZipFile, entries: list[tuple[str, zipfile.ZipInfo]]
) -> Iterator[Member]:
    for name, entry in entries:
        try:
            yield Member(name, _content(archive, entry))
        except Unreadable as error:
            yield Member(name, refused=error)


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """What a file unpacks to: never more than it says it does."""
    _refuse(entry)
    try:
        with archive.open(entry) as packed:
            content = packed.read(entry.file_size + 1)
    except NotImplementedError as error:
        raise Unreadable(
            "unsupported", "It is packed in an unusual way. Unpack it, and ingest that."
        ) from error
    except _DAMAGE as error:
        raise _damaged() from error
    if len(content) != entry.file_size:
        raise _damaged()
    return content


def _refuse(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _SEALED:
        raise Unreadable("encrypted", "It has a password. Unpack it, and ingest that.")
    if entry.file_size > MAX_BYTES:
        raise Unreadable(
            "too_big",
            f"The file is larger than {MAX_BYTES >> 20} MB. Split it and ingest the parts.",
        )
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        raise Unreadable("not_a_file", "It is a link or a device, and no file.")


def _damaged() -> Unreadable:
    return Unreadable("corrupt", "The archive is damaged or was cut short. Fetch or save it again.")
