"""A change to a folder that Whoosh reads: what is added and deleted, written beside what is there.

Nothing that is published already is written to, so that a change which never ends harms nothing.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.bounded import Bounded
from index.inverting import Inverted, PostingList, merged
from index.merging import divided
from index.passages import Entry
from index.postings import Unfamiliar
from index.scoring import Mask
from index.segment_writer import INDEX, write_segment
from index.segments import Segment


def begun(folder: Path, schema: Any) -> TOC:
    """The table of contents of a folder that holds nothing yet."""
    TOC.create(FileStorage(str(folder)), schema, INDEX)
    return TOC(schema, [], 0)


def contents(folder: Path, files: Iterable[str]) -> TOC:
    """The table of contents among files of a folder; others may lie about."""
    names = (re.fullmatch(TOC._pattern(INDEX), name) for name in files)
    generation = next((int(name[1]) for name in names if name), None)
    if generation is None:
        raise Unfamiliar("no table of contents")
    return TOC.read(FileStorage(str(folder), readonly=True), INDEX, generation)


def change(
    folder: Path, toc: TOC, added: Iterable[Entry], removed: Iterable[str], *, purge: bool
) -> list[str]:
    """Write whole reports and the absence of others; gives the names of the files that count."""
    new = Inverted(folder)
    for entry in added:
        new.add(entry)
    opened = [_Old(folder, toc.schema, segment) for segment in toc.segments]
    for old in opened:
        old.delete({*removed, *new.reports})
    kept, anew = divided(opened, purge=purge)
    segments = [old.segment for old in kept]
    if anew or new.passages:
        segments.append(_written(FileStorage(str(folder)), toc.schema, anew, new))
    after = TOC(toc.schema, segments, toc.generation + 1)
    after.write(FileStorage(str(folder)), INDEX)
    return [TOC._filename(INDEX, after.generation), *_files_of(folder, segments)]


class _Old:
    """A segment written before, and what of it is deleted."""

    def __init__(self, folder: Path, schema: Any, segment: Any) -> None:
        self.segment = segment
        self._arrays = Segment(folder, schema, segment, Bounded(0))

    def doc_count(self) -> int:
        return int(self.segment.doc_count())

    def deleted_count(self) -> int:
        return int(self.segment.deleted_count())

    def delete(self, reports: Iterable[str]) -> None:
        for report in reports:
            for document in self._arrays.documents("report", report).tolist():
                self.segment.delete_document(document)

    def passages(self) -> list[int]:
        numbers: list[int] = self._arrays.passages[self._live].tolist()
        return numbers

    def lengths(self) -> list[int]:
        return [int(length) for length in self._arrays.every_length()[self._live]]

    def lists(self, first: int) -> Iterator[PostingList]:
        """What is not deleted, its documents numbered anew from ``first`` on."""
        numbers = (np.cumsum(self._live) - 1 + first).astype(np.int32)
        for one in self._arrays.lists():
            held = self._live[one.documents]
            if held.any():
                weights = None if one.weights is None else one.weights[held]
                documents = numbers[one.documents[held]]
                yield one._replace(documents=documents, weights=weights)

    @cached_property
    def _live(self) -> Mask:
        live = np.ones(self._arrays.size, np.bool_)
        live[list(self.segment.deleted_docs())] = False
        return live


def _written(storage: FileStorage, schema: Any, anew: Sequence[_Old], new: Inverted) -> Any:
    """A segment of what is added, and after it what is left of others."""
    sizes = accumulate((old.doc_count() for old in anew), initial=len(new.passages))
    lists = [old.lists(first) for old, first in zip(anew, sizes, strict=False)]
    return write_segment(
        storage,
        schema,
        merged([new.lists(), *lists]),
        [*new.passages, *(number for old in anew for number in old.passages())],
        [*new.lengths, *(length for old in anew for length in old.lengths())],
    )


def _files_of(folder: Path, segments: Iterable[Any]) -> list[str]:
    names = {segment.segment_id() for segment in segments}
    return [path.name for path in folder.iterdir() if path.name.split(".")[0] in names]
