"""Records to table rows and back; columns have the names of the records' fields."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlite_utils import Database

from index.records import FrontPage, ReportFacts

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = dict[str, Any]
T = TypeVar("T")

_JSON = ("columns", "warnings", "ocr", "unsure")


def to_row(record: "DataclassInstance") -> Row:
    """A record's fields as SQLite keeps them: dates in ISO 8601, tuples as JSON."""
    return {name: _plain(getattr(record, name)) for name in _names(type(record))}


def selected(db: Database, sql: str, values: Any = ()) -> Iterator[Row]:
    """The rows that a SELECT finds: quicker than ``db.query``, which makes a savepoint for each."""
    found = db.execute(sql, values)
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found)


def insert(db: Database, table: str, rows: Iterable[Row], *, replacing: str = "") -> None:
    """Insert rows that all have the same columns: they are told SQLite once.

    ``replacing`` names the columns by which a row takes the place of one that is there.
    """
    given = list(rows)
    if given:
        columns = ", ".join(f'"{name}"' for name in given[0])
        values = ", ".join(f":{name}" for name in given[0])
        anew = ", ".join(f'"{name}" = excluded."{name}"' for name in given[0])
        otherwise = f"ON CONFLICT ({replacing}) DO UPDATE SET {anew}" if replacing else ""
        sql = f"INSERT INTO {table} ({columns}) VALUES ({values}) {otherwise}"  # noqa: S608
        db.conn.executemany(sql, given)


def from_row(kind: type[T], row: Mapping[str, Any]) -> T:
    """The record a row holds; columns that are not its fields are passed over."""
    decoded = {name: msgspec.json.decode(row[name]) for name in _JSON if name in row}
    return msgspec.convert({**row, **decoded}, kind, strict=False)


def facts_from(row: Mapping[str, Any]) -> ReportFacts:
    """A report's facts, its front page among them."""
    return from_row(ReportFacts, {**row, "front": from_row(FrontPage, row)})


@cache
def _names(kind: type["DataclassInstance"]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return msgspec.json.encode(value).decode()
    return value
