"""Which papers known from before are gone, and which only seem to be because a share is away."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from ingest.intake.sources import SkippedSource, Source, path_of


@dataclass(frozen=True, slots=True)
class Missing:
    """Sources to take out, and folders that hold nothing though papers were read from them."""

    gone: tuple[str, ...]
    emptied: tuple[SkippedSource, ...]


def missing(
    known: Iterable[str], met: Sequence[Source | SkippedSource], walked: Iterable[str]
) -> Missing:
    """What became of the known sources below the walked folders that were not met again.

    A source is gone when the nearest folder above it that still exists holds other papers. Where
    that folder holds none, its share may not be mounted, and nothing below it is taken out.
    """
    folders = [folder for folder in walked if is_folder(folder)]
    names = {source.name for source in met}
    lost = sorted(n for n in known if n not in names and _folder_of(n, folders))
    alive = _folders_with_papers(met)
    above = {name: _nearest_folder(name) for name in lost}
    gone = tuple(name for name in lost if above[name] in alive)
    emptied = Counter(folder for folder in above.values() if folder not in alive)
    told = [_emptied(folder, count, folders) for folder, count in emptied.items()]
    return Missing(gone, tuple(skipped for skipped in told if skipped.name not in names))


def _folder_of(name: str, folders: Iterable[str]) -> str | None:
    """The walked folder a source lies in; None for addresses and files elsewhere."""
    path = PurePath(name)
    return next((f for f in folders if path != PurePath(f) and path.is_relative_to(f)), None)


def _folders_with_papers(met: Iterable[Source | SkippedSource]) -> set[str]:
    alive: set[str] = set()
    for source in met:
        folder = PurePath(source.name).parent
        while isinstance(source, Source) and str(folder) not in alive:
            alive.add(str(folder))
            folder = folder.parent
    return alive


def _nearest_folder(name: str) -> str:
    return next(str(folder) for folder in PurePath(name).parents if is_folder(str(folder)))


def is_folder(folder: str) -> bool:
    """Whether a folder is there, or may be: of one on a share that fails nobody can tell."""
    try:
        return path_of(folder).is_dir()
    except OSError:
        return True


def _emptied(folder: str, count: int, roots: Iterable[str]) -> SkippedSource:
    papers = "1 paper was" if count == 1 else f"{count} papers were"
    root = _folder_of(folder, roots) or folder
    way_out = "`townclerk forget` it" if root == folder else "delete the folder"
    message = (
        f"The folder holds no papers now, though {papers} read from it before. If its share is not "
        f"mounted, mount it; if they are to go, {way_out}. Nothing was taken out."
    )
    return SkippedSource(folder, root, "folder_empty", message, is_folder=True)
