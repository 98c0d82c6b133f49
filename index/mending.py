"""Opening what was left undone or damaged, or is of an earlier version: put right, if it can be."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from index.catalogue import open_catalogue, outbox
from index.catalogue.connections import Readers
from index.data_folder import in_order, passages_folder
from index.errorlog import log_lines
from index.errors import DataFolderUnusable, Locked
from index.library import Library, open_library
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import is_held
from index.whoosh_passages import WhooshPassages

_UNDONE = "The search index had yet to be told what an ingest that was broken off has kept."


@contextmanager
def open_mended(folder: Path) -> Iterator[Library]:
    """As `open_searchable`, with what an ingest that was broken off left undone done first."""
    with suppress(Locked, DataFolderUnusable):
        finish(folder)
    with open_searchable(folder) as library:
        yield library


@contextmanager
def open_searchable(folder: Path) -> Iterator[Library]:
    """As `open_library`, with the catalogue brought up to date, and a damaged index made anew.

    What cannot be put right, as while an ingest is running or where this user may not write, is
    told by `open_library`, or by the first question that needs the index.
    """
    problem = _problem(folder)
    if problem:
        with suppress(Locked, DataFolderUnusable):
            _put_right(folder, problem)
    with open_library(folder) as library:
        yield library


def finish(folder: Path) -> bool:
    """Do what an ingest that was broken off left undone; whether there was anything to do.

    Whoever asks meanwhile is answered from what was published last. While another process
    writes, it is left to that. Raises NothingIngested, Locked and DataFolderUnusable.
    """
    if is_held(folder / LOCK_NAME) or not _is_undone(folder):
        return False
    _put_right(folder, _UNDONE)
    return True


def _put_right(folder: Path, problem: str) -> None:
    with in_order(folder):
        log_lines(folder, [f"Put right: {problem}"])


def _is_undone(folder: Path) -> bool:
    """Whether the index has yet to be told something, or is of another time than the catalogue."""
    with (
        closing(WhooshPassages(passages_folder(folder))) as engine,
        closing(Readers(folder)) as readers,
        readers.reading() as db,
    ):
        return bool(outbox.untold(db).report_ids) or engine.generation() != outbox.generation(db)


def _problem(folder: Path) -> str | None:
    """What may be put right: a catalogue of an earlier version, an index that is damaged."""
    try:
        with (
            open_catalogue(folder),
            closing(WhooshPassages(passages_folder(folder))) as engine,
        ):
            return engine.problem()
    except DataFolderUnusable as error:
        return str(error) if error.reason == "older_version" else None
