"""What passages stand under, without their words."""

import json
from collections.abc import Collection
from typing import NamedTuple

from sqlite_utils import Database

from index.records import Standing


class Headed(NamedTuple):
    """A passage by its number, with the words of its heading and columns, and its standing."""

    passage_id: int
    heading: str
    standing: Standing


def headed(db: Database, report_ids: Collection[str]) -> list[Headed]:
    """What each passage of some reports stands under, in reading order."""
    sql = """SELECT passage_id, coalesce(heading, '') || ' ' || columns AS heading, standing
        FROM passages WHERE report_id IN (SELECT value FROM json_each(?)) ORDER BY passage_id"""
    return [Headed(*row) for row in db.execute(sql, [json.dumps(list(report_ids))])]
