"""Other search engines, given the same passages as the same words: SQLite FTS5 and tantivy."""

import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from index.catalogue import Catalogue
from index.language import stems

try:
    import tantivy
except ImportError:  # a development dependency that is not built for every machine
    tantivy = None  # type: ignore[assignment]

TITLE_WEIGHT, BODY_WEIGHT = 2.0, 1.0
_HEAP = 256_000_000  # bytes that tantivy may gather before it writes
_BATCH = 2000


class Words(NamedTuple):
    """A passage as every engine gets it: a number, and stems with spaces between."""

    number: int
    title: str
    body: str


class Engine(Protocol):
    """What finds the numbers of the best passages for some stems, each with a weight."""

    def load(self, passages: Iterable[Words]) -> None:
        """Index passages for good."""

    def search(self, stems: Mapping[str, float], limit: int) -> list[int]:
        """The best passages that hold any of the stems, best first."""

    def close(self) -> None:
        """Let go of files."""


def passages_of(catalogue: Catalogue) -> Iterator[Words]:
    """Every passage of a library."""
    for report in catalogue.reports():
        front = report.front
        said = (front.title, front.council, front.body, front.reference)
        title = " ".join(stems(" ".join(filter(None, said))))
        for passage in catalogue.passages_of(report.report_id):
            body = f"{passage.heading or ''} {' '.join(passage.columns)} {passage.text}"
            yield Words(passage.passage_id, title, " ".join(stems(body)))


class Fts5:
    """SQLite's full-text index in a file: Porter's stems, titles weighted, no text kept."""

    def __init__(self, folder: Path) -> None:
        """Keep it in ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(folder / "fts5.db")

    def load(self, passages: Iterable[Words]) -> None:
        """See `Engine.load`: in one transaction, then made as compact as it can be."""
        self._database.execute(
            "CREATE VIRTUAL TABLE passage"
            " USING fts5(title, body, content='', tokenize='porter unicode61')"
        )
        rank = f"bm25({TITLE_WEIGHT}, {BODY_WEIGHT})"
        self._database.execute("INSERT INTO passage(passage, rank) VALUES ('rank', ?)", (rank,))
        self._database.executemany(
            "INSERT INTO passage(rowid, title, body) VALUES (?, ?, ?)", passages
        )
        self._database.execute("INSERT INTO passage(passage) VALUES ('optimize')")
        self._database.commit()

    def search(self, stems: Mapping[str, float], limit: int) -> list[int]:
        """See `Engine.search`; it knows no weights of words."""
        wanted = " OR ".join(f'"{stem}"' for stem in stems)
        if not wanted:
            return []
        sql = "SELECT rowid FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?"
        return [number for (number,) in self._database.execute(sql, (wanted, limit))]

    def close(self) -> None:
        """See `Engine.close`."""
        self._database.close()


class Tantivy:
    """Tantivy with title and body in one field and no positions: the least it can have to do."""

    def __init__(self, folder: Path) -> None:
        """Keep it in ``folder``, made anew."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self._words, self._number = "words", "number"
        building = tantivy.SchemaBuilder()
        building.add_text_field(self._words, tokenizer_name="whitespace", index_option="freq")
        building.add_integer_field(self._number, fast=True)
        self._schema = building.build()
        self._index = tantivy.Index(self._schema, path=str(folder))
        self._searcher: Any = None

    def load(self, passages: Iterable[Words]) -> None:
        """See `Engine.load`: by one thread, its segments merged as it sees fit."""
        writer = self._index.writer(heap_size=_HEAP, num_threads=1)
        for number, title, body in passages:
            document = tantivy.Document(**{self._words: f"{title} {body}", self._number: number})
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def search(self, stems: Mapping[str, float], limit: int) -> list[int]:
        """See `Engine.search`; matches are not counted, so that it may skip."""
        query = tantivy.Query
        terms = [
            query.boost_query(query.term_query(self._schema, self._words, stem, "freq"), weight)
            for stem, weight in stems.items()
        ]
        any_of = query.boolean_query([(tantivy.Occur.Should, term) for term in terms])
        hits = self._searcher.search(any_of, limit, count=False).hits
        places = [place for _, place in hits]
        return list(self._searcher.fast_field_values(self._number, places))

    def close(self) -> None:
        """See `Engine.close`."""
        self._searcher = None


def others() -> dict[str, type[Fts5] | type[Tantivy]]:
    """The engines to compare with that are there, by name."""
    return {"fts5": Fts5} | ({"tantivy": Tantivy} if tantivy else {})
