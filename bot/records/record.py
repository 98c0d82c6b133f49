"""What is kept of questions: how many, of which kind; the words of those not answered well.

Who asked is kept nowhere. A vote on an answer is kept under a code made from the voter, the answer
and the bot's token, which is not in the file: it tells a second vote from another's, and no more.
"""

import hashlib
import hmac
import json
import secrets
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.answers.asked import Asked
from bot.choices import LONGEST_KEPT, Choices
from bot.desk import Desk
from bot.excuses import note
from bot.memory import Memory
from bot.text import clip
from bot.wording import counted
from index.errors import TownClerkError
from index.records import Answer

MOST_WORDS = 500  # characters kept of a question, or of what was wrong with its answer
DAYS_WITHOUT_WORDS = 30  # for which votes are kept where no words are

# ``words`` are NULL unless the question was not answered, or somebody says badly.
_TABLES = (
    """CREATE TABLE IF NOT EXISTS counts (day TEXT, kind TEXT, status TEXT, answers INTEGER,
    took_ms REAL, PRIMARY KEY (day, kind, status)) WITHOUT ROWID""",
    """CREATE TABLE IF NOT EXISTS answers (answer TEXT PRIMARY KEY, day TEXT NOT NULL,
    status TEXT NOT NULL, cited TEXT NOT NULL, words TEXT) WITHOUT ROWID""",
    "CREATE INDEX IF NOT EXISTS answers_by_day ON answers (day)",
    """CREATE TABLE IF NOT EXISTS votes (answer TEXT, person TEXT, useful INTEGER NOT NULL,
    reasons TEXT, remark TEXT, PRIMARY KEY (answer, person)) WITHOUT ROWID""",
)
_VOTE = """INSERT INTO votes VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
    useful = excluded.useful,
    reasons = CASE WHEN excluded.useful OR excluded.reasons <> '[]' OR excluded.remark IS NOT NULL
    THEN excluded.reasons ELSE reasons END,
    remark = CASE WHEN NOT excluded.useful THEN coalesce(excluded.remark, remark) END"""


@dataclass(frozen=True, slots=True)
class Vote:
    """Whether one person found an answer useful, and what they said was wrong with it."""

    useful: bool
    reasons: tuple[str, ...] = ()
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer as it is remembered: the papers it cited, and the votes on it."""

    day: date
    status: str
    cited: tuple[str, ...]  # report ids
    words: str | None
    votes: tuple[Vote, ...] = ()


class Record:
    """What is kept of questions, in the bot's memory, for as many days as the council chose."""

    def __init__(self, memory: Memory, days: int) -> None:
        """``days`` is for how long words are kept; 0 keeps none."""
        self._memory, self._days = memory, days
        with memory.using() as db:
            for table in _TABLES:
                db.execute(table)

    def add(self, answer_id: str, day: date, answer: Answer, words: str) -> None:
        """Count an answer, and keep the words of its question if it was not answered."""
        cited = json.dumps(list(dict.fromkeys(one.report.report_id for one in answer.citations)))
        kept = self._kept(words) if answer.status != "answered" else None
        with self._memory.using() as db:
            db.execute(
                """INSERT INTO counts VALUES (?, ?, ?, 1, ?) ON CONFLICT DO UPDATE SET
                answers = answers + 1, took_ms = took_ms + excluded.took_ms""",
                (day.isoformat(), answer.kind, answer.status, answer.took_ms),
            )
            row = (answer_id, day.isoformat(), answer.status, cited, kept)
            db.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def vote(self, answer_id: str, person: str, day: date, vote: Vote, words: str | None) -> None:
        """Keep a person's vote, in place of the one before it; what they said was wrong stays.

        The question's words are kept as long as anyone finds its answer of no use.
        """
        row = (answer_id, person, vote.useful, json.dumps(vote.reasons), self._kept(vote.remark))
        with self._memory.using() as db:
            # Of an answer that is remembered no longer, only what is said of it now is kept.
            new = (answer_id, day.isoformat(), "unknown", "[]", None)
            db.execute("INSERT OR IGNORE INTO answers VALUES (?, ?, ?, ?, ?)", new)
            db.execute(_VOTE, row)
            db.execute(
                """UPDATE answers SET words = CASE WHEN EXISTS (SELECT 1 FROM votes
                WHERE votes.answer = answers.answer AND NOT useful) THEN coalesce(words, ?) END
                WHERE answer = ? AND status NOT IN ('related', 'no_answer')""",
                (self._kept(words), answer_id),
            )

    def sweep(self, today: date) -> None:
        """Delete what has been kept for long enough; at once, all words, where none are kept."""
        first = (today - timedelta(days=self._days or DAYS_WITHOUT_WORDS)).isoformat()
        oldest_count = (today - timedelta(days=LONGEST_KEPT)).isoformat()
        with self._memory.using() as db:
            if not self._days:
                db.execute("UPDATE answers SET words = NULL WHERE words IS NOT NULL")
                db.execute("UPDATE votes SET remark = NULL WHERE remark IS NOT NULL")
            db.execute("DELETE FROM answers WHERE day <= ?", (first,))
            db.execute("DELETE FROM votes WHERE answer NOT IN (SELECT answer FROM answers)")
            db.execute("DELETE FROM counts WHERE day <= ?", (oldest_count,))
        self._memory.forget_deleted()

    def kept(self) -> list[Kept]:
        """Every answer that is remembered, the newest day first."""
        with self._memory.using() as db:
            voted = list(db.query("SELECT * FROM votes ORDER BY answer, person"))
            rows = list(db.query("SELECT * FROM answers ORDER BY day DESC, answer"))
        votes: dict[str, list[Vote]] = {}
        for row in voted:
            votes.setdefault(row["answer"], []).append(_vote(row))
        return [_answer(row, votes.get(row["answer"], ())) for row in rows]

    def counts(self, since: date) -> dict[str, int]:
        """How many answers of each status there were since a day."""
        sql = "SELECT status, sum(answers) AS n FROM counts WHERE day >= ? GROUP BY status"
        with self._memory.using() as db:
            return {row["status"]: row["n"] for row in db.query(sql, (since.isoformat(),))}

    def _kept(self, words: str | None) -> str | None:
        """As much of someone's words as is kept."""
        return clip(words, MOST_WORDS) if words and self._days else None


def record_of(desk: Desk) -> Record:
    """The record kept at a desk."""
    return Record(desk.memory, desk.choices.keep_questions_days)


def note_question(desk: Desk, asked: Asked, answer: Answer) -> str:
    """Keep what is kept of a question; gives the answer's id, for its buttons to carry.

    The id is random: it tells nothing of the question. No answer is lost for want of a record.
    """
    answer_id = secrets.token_hex(8)
    try:
        # What was not said to the bot may be none of its business.
        words = (answer.read_as or asked.text) if asked.called else ""
        record_of(desk).add(answer_id, desk.today(), answer, words)
    except (sqlite3.Error, TownClerkError) as error:
        note(error)
    return answer_id


def voter(desk: Desk, user: str, answer_id: str) -> str:
    """A person as a vote on one answer remembers them."""
    key = (desk.signed_in.client.token or "").encode()
    return hmac.new(key, f"{answer_id} {user}".encode(), hashlib.sha256).hexdigest()[:32]


def kept_words(choices: Choices) -> str:
    """What is kept of a question, for whoever asks, in one paragraph."""
    days = counted(choices.keep_questions_days or DAYS_WITHOUT_WORDS, "day")
    always = "I count the questions of each day by their kind, not by who asked."
    if not choices.keep_questions_days:
        return (
            f"{always} No words of a question are kept. For {days} I remember which papers an "
            "answer cited and whether it was marked useful, without names."
        )
    return (
        f"{always} If I could not answer a question, or you mark my answer as not useful, its "
        f"words, and what you say was wrong, are kept for {days}, without your name, for the "
        "administrators to see what is missing. Please put no personal details in a question."
    )


def _vote(row: dict[str, Any]) -> Vote:
    return Vote(bool(row["useful"]), tuple(json.loads(row["reasons"])), row["remark"])


def _answer(row: dict[str, Any], votes: Iterable[Vote]) -> Kept:
    day = date.fromisoformat(row["day"])
    cited = tuple(json.loads(row["cited"]))
    return Kept(day, row["status"], cited, row["words"], tuple(votes))
