"""What passages are quoted in the light of, for many passages at once."""

import json
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import msgspec
from sqlite_utils import Database

from index.catalogue.rows import Row, from_row, selected
from index.records import Block, Passage

Columns = tuple[str, ...]


class Surroundings(NamedTuple):
    """A passage's own blocks, its report's column headings, and the texts on either side of it."""

    blocks: tuple[Block, ...]
    columns: frozenset[Columns]
    beside: tuple[str, ...]


def surroundings(db: Database, passages: Sequence[Passage]) -> dict[int, Surroundings]:
    """The surroundings of each passage, by its number; empty for one no longer held."""
    numbers = [passage.passage_id for passage in passages]
    blocks, beside = _blocks(db, numbers), _beside(db, numbers)
    columns = _columns(db, {passage.report_id for passage in passages})
    return {
        passage.passage_id: Surroundings(
            tuple(_block(row, passage) for row in blocks.get(passage.passage_id, ())),
            columns.get(passage.report_id, frozenset()),
            beside.get(passage.passage_id, ()),
        )
        for passage in passages
    }


def _block(row: Row, passage: Passage) -> Block:
    """A block, or the part of a long one that stands in the passage."""
    start, end = max(row["start"], passage.start), min(row["end"], passage.end)
    part = {
        "start": start,
        "end": end,
        "mark": row["mark"] if start == row["start"] else 0,
        "text": passage.text[start - passage.start : end - passage.start],
    }
    return from_row(Block, {**row, **part})


def _blocks(db: Database, numbers: Collection[int]) -> dict[int, list[Row]]:
    """The rows of the blocks that passages are of, in reading order."""
    sql = """SELECT passage_id, blocks.* FROM passages JOIN blocks
        ON blocks.report_id = passages.report_id
        AND blocks.start < passages."end" AND blocks."end" > passages.start
        AND blocks.start >= coalesce((SELECT max(start) FROM blocks AS first
            WHERE first.report_id = passages.report_id AND first.start <= passages.start), 0)
        WHERE passage_id IN (SELECT value FROM json_each(?)) ORDER BY passage_id, number"""
    return _grouped(selected(db, sql, [json.dumps(list(numbers))]), "passage_id")


def _columns(db: Database, report_ids: Collection[str]) -> dict[str, frozenset[Columns]]:
    """The column headings that stand over any row of reports."""
    sql = """SELECT DISTINCT report_id, columns FROM blocks WHERE columns <> '[]'
        AND report_id IN (SELECT value FROM json_each(?)) ORDER BY report_id"""
    rows = _grouped(selected(db, sql, [json.dumps(list(report_ids))]), "report_id")
    return {
        report: frozenset(msgspec.json.decode(row["columns"], type=Columns) for row in found)
        for report, found in rows.items()
    }


def _beside(db: Database, numbers: Collection[int]) -> dict[int, tuple[str, ...]]:
    """The text of the passage before and of the one after: they are numbered in reading order."""
    sql = """SELECT passage_id,
        (SELECT text FROM passages AS other WHERE other.report_id = own.report_id
            AND other.passage_id < own.passage_id ORDER BY passage_id DESC LIMIT 1) AS previous,
        (SELECT text FROM passages AS other WHERE other.report_id = own.report_id
            AND other.passage_id > own.passage_id ORDER BY passage_id LIMIT 1) AS following
        FROM passages AS own WHERE passage_id IN (SELECT value FROM json_each(?))"""
    return {
        row["passage_id"]: tuple(t for t in (row["previous"], row["following"]) if t is not None)
        for row in selected(db, sql, [json.dumps(list(numbers))])
    }


def _grouped(rows: Iterable[Row], name: str) -> dict[Any, list[Row]]:
    return {key: list(found) for key, found in groupby(rows, key=lambda row: row[name])}
