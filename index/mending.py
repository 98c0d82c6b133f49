"""Opening what an earlier version made, or what was damaged: put right first, where it can be."""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from index.catalogue import open_catalogue
from index.data_folder import in_order, passages_folder
from index.errorlog import log_lines
from index.errors import DataFolderUnusable, Locked
from index.library import Library, open_library
from index.whoosh_passages import WhooshPassages


@contextmanager
def open_mended(folder: Path) -> Iterator[Library]:
    """As `open_library`, with the catalogue brought up to date, and a damaged index made anew.

    What cannot be put right, as while an ingest is running or where this user may not write, is
    told by `open_library`, or by the first question that needs the index.
    """
    problem = _problem(folder)
    if problem:
        with suppress(Locked, DataFolderUnusable), in_order(folder):
            log_lines(folder, [f"Put right: {problem}"])
    with open_library(folder) as library:
        yield library


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
