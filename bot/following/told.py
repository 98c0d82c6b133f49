"""Up to which ingest each person was told what is new, and of which papers they once asked about.

What is told is remembered before it is sent: if the bot dies between the two, that one message is
lost, and ``/decisions`` still lists what it held; but nobody is told the same twice.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.memory import Database, Memory

NOTHING_MORE = "*"  # told of as a paper: this person wants to hear of no paper they asked about

_TABLES = (
    "CREATE TABLE IF NOT EXISTS digests (user TEXT PRIMARY KEY, run INTEGER NOT NULL)",
    """CREATE TABLE IF NOT EXISTS asked (user TEXT, report TEXT, run INTEGER NOT NULL,
    day TEXT NOT NULL, PRIMARY KEY (user, report)) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS asked_by_day ON asked (day)",
    "CREATE TABLE IF NOT EXISTS told (user TEXT, report TEXT, PRIMARY KEY (user, report))",
)
# That somebody was told of a paper tells that it was cited to them, and goes when that goes.
_OUTLIVED = """DELETE FROM told WHERE report <> ? AND NOT EXISTS (SELECT 1 FROM asked
    WHERE asked.user = told.user AND asked.report = told.report)"""


class Told:
    """Who was told what."""

    def __init__(self, memory: Memory) -> None:
        """Keep it in ``memory``."""
        self._memory = memory
        with memory.using() as db:
            for table in _TABLES:
                db.execute(table)

    def up_to(self, user: str) -> int:
        """The last run of which this person was told what it brought; 0 if of none."""
        with self._memory.using() as db:
            rows = db.query("SELECT run FROM digests WHERE user = ?", (user,))
            return next((int(row["run"]) for row in rows), 0)

    def remember(self, user: str, run: int, papers: Iterable[str] = ()) -> bool:
        """Remember that a person is told of a run, and of papers; False if they were before."""
        with self._memory.using() as db:
            new = db.execute(
                """INSERT INTO digests VALUES (?, ?) ON CONFLICT (user) DO UPDATE
                SET run = excluded.run WHERE run < excluded.run""",
                (user, run),
            ).rowcount
            for paper in papers if new else ():
                db.execute("INSERT OR IGNORE INTO told VALUES (?, ?)", (user, paper))
        return bool(new)

    def note_asked(self, user: str, papers: Iterable[str], run: int, today: date) -> None:
        """Keep that an answer cited papers to somebody, unless they were told, or want no word."""
        with self._memory.using() as db:
            done = _told(db, user)
            for paper in papers if NOTHING_MORE not in done else ():
                if paper not in done:
                    sql = "INSERT OR REPLACE INTO asked VALUES (?, ?, ?, ?)"
                    db.execute(sql, (user, paper, run, today.isoformat()))

    def asked(self, user: str) -> dict[str, int]:
        """The papers cited to somebody that they are yet to hear of; the newest run they had."""
        with self._memory.using() as db:
            done = _told(db, user)
            rows = list(db.query("SELECT report, run FROM asked WHERE user = ?", (user,)))
        wanted = () if NOTHING_MORE in done else rows
        return {row["report"]: row["run"] for row in wanted if row["report"] not in done}

    def askers(self) -> list[str]:
        """Everyone to whom an answer cited papers."""
        with self._memory.using() as db:
            return [row["user"] for row in db.query("SELECT DISTINCT user FROM asked")]

    def no_more(self, user: str) -> None:
        """Tell this person no more of papers they asked about."""
        with self._memory.using() as db:
            db.execute("INSERT OR IGNORE INTO told VALUES (?, ?)", (user, NOTHING_MORE))
            db.execute("DELETE FROM asked WHERE user = ?", (user,))

    def sweep(self, today: date, days: int) -> None:
        """Forget the papers that were cited so many days ago, or earlier."""
        first = (today - timedelta(days=days)).isoformat()
        with self._memory.using() as db:
            db.execute("DELETE FROM asked WHERE day <= ?", (first,))
            db.execute(_OUTLIVED, (NOTHING_MORE,))

    def forget(self, user: str) -> None:
        """Forget all of a person."""
        with self._memory.using() as db:
            for table in ("digests", "asked", "told"):
                db.execute(f"DELETE FROM {table} WHERE user = ?", (user,))  # noqa: S608


def _told(db: Database, user: str) -> set[str]:
    return {row["report"] for row in db.query("SELECT report FROM told WHERE user = ?", (user,))}
