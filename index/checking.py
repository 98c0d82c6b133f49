"""Whether the catalogue is whole, and the search index says the same."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from index.catalogue import Catalogue, history, open_catalogue, outbox, packs
from index.catalogue.connections import reading
from index.errors import DataFolderUnusable
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import is_held
from index.part_names import part_sha256
from index.passages import Passages
from index.shelf import passages_folder
from index.whoosh_passages import WhooshPassages
from index.wording import NOT_KEPT

_REBUILD = "Run `townclerk rebuild`."
_RUNNING = "An ingest is running: check again when it has finished."
_READ_AGAIN = "Withdraw it, or remove its source, and ingest it again."


def disagreements(folder: Path) -> list[str]:
    """What is wrong in a data folder, in sentences that say what to do; none if all is well.

    Reads everything that is held. Raises NothingIngested, or DataFolderUnusable where the
    catalogue cannot even be opened. Best while no ingest is running.
    """
    engine = WhooshPassages(passages_folder(folder))
    with open_catalogue(folder) as catalogue:
        try:
            return [
                *_damage(catalogue),
                *_kept(folder),
                *_misplaced(catalogue),
                *(_undone(folder) or _index_at_rest(folder, catalogue, engine)),
            ]
        except DataFolderUnusable as error:
            return [str(error)]
        finally:
            engine.close()


def counted(folder: Path) -> dict[str, int]:
    """How much there is to check, by its kind."""
    with open_catalogue(folder) as catalogue, reading(folder) as db:
        status, files = catalogue.status(), packs.count(db)
    return {"reports": status.reports, "passages": status.passages, "files": files}


def _kept(folder: Path) -> Iterator[str]:
    """Files that no paper is of, and earlier versions that are not what was read."""
    with reading(folder) as db:
        unused = packs.unused(db)
        if unused:
            yield f"Files kept that no paper is of: {len(unused)}. {_REBUILD}"
        for version in history.kept(db):
            if hashlib.sha256(history.original(db, version.sha256)).hexdigest() != version.sha256:
                yield (
                    f"The copy kept of an earlier {version.source} is not what was read. Withdraw "
                    "it, or leave it: it is not shown."
                )


def _damage(catalogue: Catalogue) -> Iterator[str]:
    for fault in catalogue.faults():
        yield f"The catalogue is damaged ({fault}). Restore it from a copy, or ingest again."
    for report in catalogue.reports():
        original, place = catalogue.original(report.report_id), catalogue.place_of(report.report_id)
        digest = hashlib.sha256(original).hexdigest()
        if not original and (place or NOT_KEPT in report.warnings):
            continue  # a file is not kept where some of it is not for the public
        named = part_sha256(digest, place) if place else digest
        if not named.startswith(report.report_id):
            yield f"The copy kept of {report.source} is not what was read. {_READ_AGAIN}"


def _misplaced(catalogue: Catalogue) -> Iterator[str]:
    for report in catalogue.reports():
        text = catalogue.text(report.report_id)
        passages = catalogue.passages_of(report.report_id)
        if any(text[p.start : p.end] != p.text for p in passages):
            yield f"A passage of {report.source} is not in its text. {_REBUILD}"


def _undone(folder: Path) -> list[str]:
    """What the index has yet to be told: until then it cannot agree with the catalogue."""
    with reading(folder) as db:
        waiting = len(outbox.untold(db).report_ids)
    if not waiting:
        return []
    told = f"Papers that the search index has yet to be told of: {waiting}. "
    if is_held(folder / LOCK_NAME):
        return [f"{told}{_RUNNING}"]
    return [
        f"{told}An ingest was broken off, and answers come from what was published before. "
        f"`townclerk ingest` or `townclerk rebuild`, by a user who may write in {folder}, "
        "finishes it."
    ]


def _index_at_rest(folder: Path, catalogue: Catalogue, engine: Passages) -> list[str]:
    """What is amiss in the index; not what only seems so as an ingest publishes meanwhile."""
    before = catalogue.generation()
    found = list(_index(catalogue, engine))
    if found and is_held(folder / LOCK_NAME):
        return [f"The search index is being changed. {_RUNNING}"]
    if found and catalogue.generation() != before:  # by one that has finished since
        return list(_index(catalogue, engine))
    return found


def _index(catalogue: Catalogue, engine: Passages) -> Iterator[str]:
    problem = engine.problem()
    if problem:
        yield problem
        return
    if engine.generation() != catalogue.generation():
        yield f"The search index is of another generation than the catalogue. {_REBUILD}"
    indexed, held = engine.passage_ids(), catalogue.passage_ids()
    if held - indexed:
        yield f"Passages missing from the search index: {len(held - indexed)}. {_REBUILD}"
    if indexed - held:
        yield f"Passages in the search index no longer held: {len(indexed - held)}. {_REBUILD}"
