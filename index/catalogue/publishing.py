"""Telling the search index what the catalogue holds."""

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from index.catalogue import lookups, outbox, relations
from index.catalogue.connections import writing
from index.entries import Indexable, entries
from index.passages import Entry, Passages


def publish(db: Database, engine: Passages, *, purge: bool = False) -> None:
    """Publish what changed since the last time.

    ``purge`` also clears what was withheld from the index's files, which may take a while. If the
    process dies before the outbox is emptied, publishing again changes nothing.
    """
    relations.settle(db)
    waiting = outbox.untold(db)
    if not waiting.report_ids:
        return
    generation = outbox.generation(db) + 1
    changed = _entries(db, waiting.report_ids)
    engine.apply(changed, waiting.report_ids, generation, purge=purge and waiting.purge)
    with writing(db):
        outbox.published(db, waiting.last, generation, purged=purge)


def publish_all(db: Database, engine: Passages) -> None:
    """Publish everything anew, and nothing that was published before."""
    relations.settle(db)
    waiting = outbox.untold(db)
    generation = outbox.generation(db) + 1
    engine.replace(_entries(db, lookups.report_ids(db)), generation)
    with writing(db):
        outbox.published(db, waiting.last, generation, purged=True)


def repair(db: Database, engine: Passages) -> None:
    """Publish what a crash left unpublished; an index that does not agree is made anew."""
    if engine.problem() is None:
        publish(db, engine, purge=True)
    if not agrees(db, engine):
        publish_all(db, engine)


def agrees(db: Database, engine: Passages) -> bool:
    """Whether the index is whole, and of the catalogue's generation and size."""
    held = int(next(db.query("SELECT count(*) AS n FROM passages"))["n"])
    return (
        engine.problem() is None
        and engine.generation() == outbox.generation(db)
        and engine.count() == held
    )


def _entries(db: Database, report_ids: Iterable[str]) -> Iterator[Entry]:
    for report_id in report_ids:
        facts = lookups.facts(db, [report_id]).get(report_id)
        if facts is not None:
            yield from entries(
                Indexable(
                    facts=facts,
                    blocks=lookups.blocks(db, report_id),
                    passages=tuple(lookups.passages_of(db, report_id)),
                    above=lookups.above(db, report_id),
                    leads=lookups.leads_of(db, report_id),
                )
            )
