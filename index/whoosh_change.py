"""A change to a folder that Whoosh reads: what is added and deleted, written beside what is there.

Nothing that is published already is written to, so that a change which never ends harms nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from index.bounded import Bounded
from index.inverting import Inverted, PostingList, merged
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


def change(folder: Path, toc: TOC, added: Iterable[Entry], removed: Iterable[str]) -> list[str]:
    """Write whole reports and the absence of others; gives the names of the files that count."""
    new = Inverted(folder)
    for entry in added:
        new.add(entry)
    olds = _opened(folder, toc)
    for old in olds:
        old.delete({*removed, *new.reports})
    segments = [old.segment for old in olds if old.doc_count()]
    if new.passages:
        segments.append(_written(folder, toc.schema, [], new))
    return _committed(folder, toc, segments)


def tidied(folder: Path, toc: TOC, choose: "Choice") -> list[str] | None:
    """Write anew, as one, the segments that are chosen; None where none is.

    It may take a while, and changes nothing that can be found.
    """
    kept, anew = choose(_opened(folder, toc))
    if not anew:
        return None
    segment = _written(folder, toc.schema, anew, Inverted(folder))
    return _committed(folder, toc, [*(old.segment for old in kept), segment])


class Old:
    """A segment written before, and what of it is deleted."""

    def __init__(self, folder: Path, schema: Any, segment: Any) -> None:
        self.segment = segment
        self._arrays = Segment(folder, schema, segment, Bounded(0))

    def doc_count(self) -> int:
        """How many passages it holds that are not deleted."""
        return int(self.segment.doc_count())

    def deleted_count(self) -> int:
        """How many passages in it are deleted."""
        return int(self.segment.deleted_count())

    def delete(self, reports: Iterable[str]) -> None:
        """Mark what these reports have in it."""
        for report in reports:
            for document in self._arrays.documents("report", report).tolist():
                self.segment.delete_document(document)

    def passages(self) -> NDArray[np.int64]:
        """The passages that its documents stand for."""
        return self._arrays.passages[self._live].astype(np.int64)

    def lengths(self) -> NDArray[np.int64]:
        """How long they are, as Whoosh rounds it."""
        return self._arrays.every_length()[self._live].astype(np.int64)

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


Choice = Callable[[Sequence[Old]], tuple[list[Old], list[Old]]]


def _opened(folder: Path, toc: TOC) -> list[Old]:
    return [Old(folder, toc.schema, segment) for segment in toc.segments]


def _written(folder: Path, schema: Any, anew: Sequence[Old], new: Inverted) -> Any:
    """A segment of what is added, and after it what is left of others."""
    sizes = accumulate((old.doc_count() for old in anew), initial=len(new.passages))
    lists = [old.lists(first) for old, first in zip(anew, sizes, strict=False)]
    return write_segment(
        FileStorage(str(folder)),
        schema,
        merged([new.lists(), *lists]),
        np.concatenate([np.array(new.passages, np.int64), *(old.passages() for old in anew)]),
        np.concatenate([np.array(new.lengths, np.int64), *(old.lengths() for old in anew)]),
    )


def _committed(folder: Path, before: TOC, segments: list[Any]) -> list[str]:
    """Write the table of contents; gives its name and those of the segments' files."""
    after = TOC(before.schema, segments, before.generation + 1)
    after.write(FileStorage(str(folder)), INDEX)
    names = {segment.segment_id() for segment in segments}
    used = [path.name for path in folder.iterdir() if path.name.split(".")[0] in names]
    return [TOC._filename(INDEX, after.generation), *used]
