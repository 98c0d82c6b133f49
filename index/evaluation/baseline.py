"""What a plain search would give: SQLite FTS5 with porter stems, its titles weighted."""

import sqlite3

from index.answer.quotation import Span
from index.catalogue import Catalogue
from index.language import stems

TITLE_WEIGHT, BODY_WEIGHT = 2.0, 1.0

Hit = tuple[str, Span]


class Baseline:
    """The same passages in a full-text table of their own, in memory."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Index every passage of a catalogue."""
        self._database = sqlite3.connect(":memory:")
        self._database.execute("CREATE TABLE place (report_id, first, last)")
        self._database.execute(
            "CREATE VIRTUAL TABLE passage USING fts5(title, body, tokenize='porter unicode61')"
        )
        for report in catalogue.reports():
            for passage in catalogue.passages_of(report.report_id):
                self._database.execute(
                    "INSERT INTO place VALUES (?, ?, ?)",
                    (report.report_id, passage.start, passage.end),
                )
                body = f"{passage.heading or ''} {' '.join(passage.columns)} {passage.text}"
                self._database.execute(
                    "INSERT INTO passage VALUES (?, ?)", (report.front.title, body)
                )

    def search(self, question: str, limit: int) -> list[Hit]:
        """The best passages for any of a question's words, as report and span."""
        wanted = " OR ".join(f'"{stem}"' for stem in dict.fromkeys(stems(question)))
        if not wanted:
            return []
        found = self._database.execute(
            """SELECT report_id, first, last FROM passage JOIN place ON place.rowid = passage.rowid
            WHERE passage MATCH ? ORDER BY bm25(passage, ?, ?) LIMIT ?""",
            (wanted, TITLE_WEIGHT, BODY_WEIGHT, limit),
        )
        return [(report_id, Span(first, last)) for report_id, first, last in found]

    def close(self) -> None:
        """Let go of the table."""
        self._database.close()
