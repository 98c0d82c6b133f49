"""Passages turned into postings, sorted a run at a time so that memory stays bounded."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.passages import Entry
from index.postings import Documents, Floats
from index.weights import MEASURED, SHORTEST, WEIGHTS

WORDS = "words"
FACETS = ("report", "council", "committee", "date", "kind", "standing")

_RUN = 2_000_000  # stems sorted at once; before there are more, they are put aside on disk

_KEY = attrgetter("field", "text")


class PostingList(NamedTuple):
    """A term of a field, the documents that hold it, and its weight in each; None is 1.0 in all."""

    field: str
    text: bytes
    documents: Documents
    weights: Floats | None


@dataclass(frozen=True, slots=True)
class _Run:
    """The postings of one field, term after term: each term's end where the next begins."""

    field: str
    texts: Sequence[str]
    ends: NDArray[np.int64]
    documents: Documents
    weights: Floats | None

    def lists(self) -> Iterator[PostingList]:
        start = 0
        for text, end in zip(self.texts, self.ends.tolist(), strict=True):
            weights = None if self.weights is None else self.weights[start:end]
            yield PostingList(self.field, text.encode(), self.documents[start:end], weights)
            start = end

    def put_aside(self, folder: Path) -> "_Run":
        """The same, its postings in a file that has no name and goes with the process."""
        weights = None if self.weights is None else _on_disk(self.weights, folder)
        return _Run(self.field, self.texts, self.ends, _on_disk(self.documents, folder), weights)


def _on_disk(values: NDArray[Any], folder: Path) -> NDArray[Any]:
    if not len(values):
        return values
    with TemporaryFile(dir=folder) as file:
        values.tofile(file)
        file.flush()
        return np.memmap(file, values.dtype, "r")


class _Numbers(dict[str, int]):
    """A number for each text, in the order they are first met."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class _Field:
    """One field of passages, each in as many parts as there are weights."""

    def __init__(self, name: str, weights: Sequence[float] = (1.0,)) -> None:
        self._name = name
        self._weights = np.array(weights, np.float32)
        self._numbers = _Numbers()
        self._met = array("I")  # the texts of one passage after another, by number
        self._sizes = array("I")  # of each part of each passage, in texts

    def add(self, parts: Iterable[Sequence[str]]) -> None:
        for part in parts:
            self._met.extend(map(self._numbers.__getitem__, part))
            self._sizes.append(len(part))

    def sorted(self, first: int) -> _Run:
        """By text, then by document; the documents are numbered from ``first`` on."""
        texts = sorted(self._numbers)
        parts = self._in_order(texts)
        pairs = parts // len(self._weights)
        starts = np.flatnonzero(np.diff(pairs, prepend=-1))
        each = self._weights[parts % len(self._weights)]
        weights = np.add.reduceat(each, starts) if len(each) else each
        terms, documents = np.divmod(pairs[starts], max(self._documents, 1))
        return _Run(
            self._name,
            texts,
            np.searchsorted(terms, np.arange(len(texts)), "right"),
            (documents + first).astype(np.int32),
            None if len(self._weights) == 1 else weights,
        )

    @property
    def _documents(self) -> int:
        return len(self._sizes) // len(self._weights)

    def _in_order(self, texts: Sequence[str]) -> NDArray[np.int64]:
        """Every text met, as one number that says which, in which document and which part."""
        places = np.empty(len(texts), np.int64)
        places[[self._numbers[text] for text in texts]] = np.arange(len(texts))
        parts = np.repeat(np.arange(len(self._sizes)), np.array(self._sizes, np.int64))
        met = places[np.array(self._met, np.int64)] * len(self._sizes) + parts
        met.sort()
        return met


class Inverted:
    """Passages as documents numbered from 0 on, each once, and the terms they hold."""

    def __init__(self, folder: Path) -> None:
        """Put aside in ``folder`` what is too much for memory."""
        self.passages = array("Q")  # the passage that each document stands for
        self.lengths = array("I")  # of each document, in stems
        self.reports: set[str] = set()
        self._folder = folder
        self._seen: set[int] = set()
        self._runs: list[list[_Run]] = []
        self._begin()

    def add(self, entry: Entry) -> None:
        """Take a passage in, unless it was."""
        self.reports.add(entry.report_id)
        if entry.passage_id in self._seen:
            return
        self._seen.add(entry.passage_id)
        self.passages.append(entry.passage_id)
        self.lengths.append(_length(entry))
        self._words.add([getattr(entry, name) for name in WEIGHTS])
        for facet, value in zip(self._facets, _values(entry), strict=True):
            facet.add([(value,) if value else ()])
        self._size += sum(len(getattr(entry, name)) for name in WEIGHTS)
        if self._size >= _RUN:
            self._runs.append([run.put_aside(self._folder) for run in self._sorted()])
            self._begin()

    def lists(self) -> Iterator[PostingList]:
        """Every term in the order of fields and texts."""
        runs = [*self._runs, self._sorted()]
        return merged([run.lists() for one in runs for run in one])

    def _begin(self) -> None:
        self._size = 0
        self._first = len(self.passages)
        self._words = _Field(WORDS, tuple(WEIGHTS.values()))
        self._facets = [_Field(name) for name in FACETS]

    def _sorted(self) -> list[_Run]:
        return [field.sorted(self._first) for field in (*self._facets, self._words)]


def merged(sources: Sequence[Iterable[PostingList]]) -> Iterator[PostingList]:
    """The terms of sources in one order; of a term in several, the documents in theirs."""
    for _, same in groupby(merge(*sources, key=_KEY), _KEY):
        yield _joined(list(same))


def _joined(terms: Sequence[PostingList]) -> PostingList:
    if len(terms) == 1:
        return terms[0]
    documents = np.concatenate([term.documents for term in terms])
    weights = [term.weights for term in terms if term.weights is not None]
    return terms[0]._replace(
        documents=documents, weights=np.concatenate(weights) if weights else None
    )


def _length(entry: Entry) -> int:
    """In stems; at least the shortest, unless there is nothing at all."""
    if not any(getattr(entry, name) for name in WEIGHTS):
        return 0
    return max(SHORTEST, sum(len(getattr(entry, name)) for name in MEASURED))


def _values(entry: Entry) -> tuple[str | None, ...]:
    """A passage's value for each of the facets."""
    day = entry.meeting_date.isoformat() if entry.meeting_date else None
    return entry.report_id, entry.council, entry.committee, day, entry.kind, entry.standing
