"""Opening what was left undone or damaged, or is of an earlier version: put right, if it can be."""

import logging
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from index.catalogue import open_catalogue, outbox
from index.catalogue.connections import reading
from index.data_folder import in_order, passages_folder
from index.errorlog import log_lines
from index.errors import DataFolderUnusable, Locked
from index.library import Library, open_library
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import is_held
from index.whoosh_passages import WhooshPassages

_log = logging.getLogger(__name__)
_UNDONE = "The search index had yet to be told what an ingest that was broken off has kept."


@contextmanager
def open_mended(folder: Path) -> Iterator[Library]:
    """As `open_searchable`, with what an ingest that was broken off left undone done first.

    That this cannot be done is no reason not to answer from what was published before.
    """
    undone = False
    with suppress(DataFolderUnusable):  # which is mended, or told, as it is opened
        undone = _is_undone(folder)
    if undone:
        _finish_or_warn(folder)
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
    if not _is_undone(folder):
        return False
    _put_right(folder, _UNDONE)
    return True


def _finish_or_warn(folder: Path) -> None:
    try:
        _put_right(folder, _UNDONE)
    except Locked:
        return  # another process is at it now
    except DataFolderUnusable as error:
        _log.warning("What was read last may be missing from what follows. %s", error)


def _put_right(folder: Path, problem: str) -> None:
    with in_order(folder):
        log_lines(folder, [f"Put right: {problem}"])


def _is_undone(folder: Path) -> bool:
    """Whether the index has yet to be told something, and no other process is about to."""
    if is_held(folder / LOCK_NAME):
        return False
    with (
        closing(WhooshPassages(passages_folder(folder))) as engine,
        reading(folder) as db,
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
