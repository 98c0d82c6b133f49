"""council.toml: what lies beside papers and says of them what they do not say themselves."""

import os
import stat
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import msgspec

from index.doors import printable
from ingest.intake.sources import SkippedSource, Source, name_of

FILE_NAME = "council.toml"
_MAX_BYTES = 1 << 20

_Name = Annotated[str, msgspec.Meta(max_length=300)]


class Saying(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose papers some are, and who met: what is not said is None."""

    council: _Name | None = None
    body: _Name | None = None

    def told(self) -> str | None:
        """The same in a line, to tell whether a paper was read with other words; None if none."""
        said = (self.council, self.body)
        return msgspec.json.encode(said).decode() if any(said) else None

    @classmethod
    def from_told(cls, told: str | None) -> "Saying":
        """What such a line says of council and body."""
        council, body, *_ = msgspec.json.decode(told or "[null, null]", type=list[str | None])
        return cls(council, body)


class _File(Saying, frozen=True, forbid_unknown_fields=True):
    """A council.toml: what it says of every paper below it, and of some by their names."""

    files: dict[str, Saying] = {}


@dataclass(frozen=True, slots=True)
class Settings:
    """Every council.toml that was found, and the council that each place was ingested for."""

    files: dict[Path, _File]
    councils: dict[str, str]
    troubles: tuple[SkippedSource, ...] = ()

    def of(self, source: Source) -> Saying:
        """What is said of a paper: by the nearest file that says it, at last by --council."""
        said = [each for folder in _folders(source) for each in self._in(folder, source.path)]
        council = next((s.council for s in said if s.council), None)
        body = next((s.body for s in said if s.body), None)
        return Saying(_plain(council or self._council_of(source)), _plain(body))

    def _in(self, folder: Path, paper: Path) -> Iterator[Saying]:
        file = self.files.get(folder)
        if file is None:
            return
        named = file.files.get(paper.relative_to(folder).as_posix()) or file.files.get(paper.name)
        if named:
            yield named
        yield file

    def _council_of(self, source: Source) -> str | None:
        places = (name_of(place) for place in (source.path, *source.path.parents))
        return next((self.councils[place] for place in places if place in self.councils), None)


def settings_for(found: Iterable[Source | SkippedSource], councils: dict[str, str]) -> Settings:
    """The settings for these papers; what is wrong with any file is among the troubles."""
    roots = {
        folder: source.root
        for source in found
        if isinstance(source, Source)
        for folder in _folders(source)
    }
    files: dict[Path, _File] = {}
    troubles: list[SkippedSource] = []
    for folder, root in roots.items():
        path = folder / FILE_NAME
        try:
            if os.path.lexists(path):
                files[folder] = _read(path)
        except (OSError, ValueError, RecursionError, msgspec.MsgspecError) as error:
            troubles.append(_bad(path, root, error))
    return Settings(files, councils, tuple(troubles))


def _folders(source: Source) -> Iterator[Path]:
    """The folders whose settings hold for a paper, nearest first: up to the one named."""
    folder = source.path.parent
    yield folder
    while source.name != source.root and name_of(folder) != source.root and folder != folder.parent:
        folder = folder.parent
        yield folder


def _read(path: Path) -> _File:
    handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC | os.O_NOFOLLOW)
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_BYTES:
            raise ValueError("it is no file, or far too long")
        return msgspec.convert(tomllib.loads(file.read().decode()), _File)


def _bad(path: Path, root: str, error: Exception) -> SkippedSource:
    what = error.strerror if isinstance(error, OSError) else str(error)
    message = (
        f"This file cannot be used: {printable(what or 'it cannot be read')[:200]}. The papers "
        'were read without it. It may say council = "…" and body = "…", and the same of one paper '
        'under [files."NAME"]. Mend it and ingest again.'
    )
    return SkippedSource(name_of(path), root, "bad_settings", message, is_folder=True)


def _plain(name: str | None) -> str | None:
    return " ".join((name or "").split()) or None
