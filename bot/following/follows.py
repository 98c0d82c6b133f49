"""What people follow, kept in the bot's memory until they stop, and nothing of any paper."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from bot.excuses import Told
from bot.memory import Database, Memory
from index.records import Filters

Kind = Literal["topic", "body", "person", "post"]
KINDS: tuple[Kind, ...] = get_args(Kind)
MOST = 50  # subjects for one person


@dataclass(frozen=True, slots=True)
class Subject:
    """What can be followed: a topic, a body, a person or a post, in words.

    ``filters`` may name the body, or the council, in which alone it is followed.
    """

    kind: Kind
    text: str
    filters: Filters = field(default_factory=Filters)

    @property
    def name(self) -> str:
        """The subject with where it is followed, as one would say it."""
        places = (self.filters.body, self.filters.council)
        return ", ".join((self.text, *(place for place in places if place)))

    def is_same(self, other: "Subject") -> bool:
        """Whether two are the same, capitals aside."""
        return (self.kind, self.name.casefold()) == (other.kind, other.name.casefold())


@dataclass(frozen=True, slots=True)
class Follow:
    """A subject that somebody follows from the run after ``since_run`` on."""

    number: int  # never given to another
    user: str
    subject: Subject
    since_run: int


class TooMany(Told):
    """Somebody follows as much as anyone may."""

    code = "too_many"


class Follows:
    """Everything that people follow."""

    def __init__(self, memory: Memory) -> None:
        """Keep it in ``memory``."""
        self._memory = memory
        with memory.using() as db:
            db.execute(
                """CREATE TABLE IF NOT EXISTS follows (number INTEGER PRIMARY KEY AUTOINCREMENT,
                user TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, filters TEXT NOT NULL,
                since_run INTEGER NOT NULL, at TEXT NOT NULL)"""
            )
            db.execute("CREATE INDEX IF NOT EXISTS follows_by_user ON follows (user)")

    def add(self, user: str, subject: Subject, run: int, today: date) -> tuple[Follow, bool]:
        """The follow, and whether it is new; raises TooMany."""
        with self._memory.using() as db:
            held = _of(db, user)
            same = [one for one in held if one.subject.is_same(subject)]
            if same:
                return same[0], False
            if len(held) >= MOST:
                raise TooMany(
                    f"You follow {MOST} subjects, which is the most I keep. Stop one first: "
                    "/townclerk following lists them."
                )
            filters = json.dumps({"body": subject.filters.body, "council": subject.filters.council})
            row = (user, subject.kind, subject.text, filters, run, today.isoformat())
            sql = """INSERT INTO follows (user, kind, text, filters, since_run, at)
                VALUES (?, ?, ?, ?, ?, ?)"""
            number = int(db.execute(sql, row).lastrowid or 0)
        return Follow(number, user, subject, run), True

    def of(self, user: str) -> list[Follow]:
        """What somebody follows, in the order in which they began to."""
        with self._memory.using() as db:
            return _of(db, user)

    def stop(self, user: str, number: int) -> Follow | None:
        """Follow it no longer; what it was, or None if this person does not follow it."""
        with self._memory.using() as db:
            found = next((one for one in _of(db, user) if one.number == number), None)
            db.execute("DELETE FROM follows WHERE user = ? AND number = ?", (user, number))
        return found

    def stop_all(self, user: str) -> int:
        """Follow nothing any longer; how many subjects there were."""
        with self._memory.using() as db:
            return int(db.execute("DELETE FROM follows WHERE user = ?", (user,)).rowcount)

    def users(self) -> list[str]:
        """Everyone who follows anything."""
        with self._memory.using() as db:
            return [row["user"] for row in db.query("SELECT DISTINCT user FROM follows")]


def _of(db: Database, user: str) -> list[Follow]:
    rows = db.query("SELECT * FROM follows WHERE user = ? ORDER BY number", (user,))
    return [_follow(row) for row in rows]


def _follow(row: Mapping[str, Any]) -> Follow:
    subject = Subject(row["kind"], row["text"], Filters(**json.loads(row["filters"])))
    return Follow(row["number"], row["user"], subject, row["since_run"])
