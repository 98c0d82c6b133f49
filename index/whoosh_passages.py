"""Passages searched with Whoosh, in a folder of their own."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from whoosh import columns, fields, formats
from whoosh.codec.whoosh3 import W3Codec
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex, clean_files
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from index import published
from index.errors import DataFolderUnusable
from index.merging import divided
from index.newest import Newest, damage_named
from index.passages import Entry, Hit, Holdings, Within
from index.published import Published
from index.weights import Weighed, weighed
from index.whoosh_view import Views

_VERSION = 2  # of what is written below: an index of another version is rebuilt
_FACETS = ("report", "council", "committee", "date", "kind", "standing")


class Stems(fields.FieldType):  # type: ignore[misc]
    """Stems with a weight each and no positions: `index.weights` makes them."""

    def __init__(self) -> None:
        """Scored by weight and length; nothing else is kept."""
        super().__init__(formats.Existence(), analyzer=None, scorable=True)

    def index(self, value: Mapping[str, Weighed], **_: Any) -> Iterator[tuple[Any, ...]]:
        """Stem, its part in the length, weight, and no more."""
        return ((s.encode(), length, weight, b"") for s, (length, weight) in value.items())


def _schema() -> fields.Schema:
    facets = {name: fields.ID() for name in _FACETS}
    return fields.Schema(words=Stems(), passage=fields.COLUMN(columns.NumericColumn("Q")), **facets)


class WhooshPassages:
    """The embedded engine: `index.passages.Passages` over a folder of Whoosh's files.

    The folder must be private, because Whoosh pickles what it keeps. There is one writer; readers
    go on with what they have open until something newer is published.
    """

    def __init__(self, folder: Path) -> None:
        """Search in, and write to, ``folder``; nothing is opened until it is needed."""
        self._folder = folder
        self._newest = Newest(folder, _VERSION, Views().open)

    def search(self, stems: Mapping[str, float], within: Within, limit: int) -> list[Hit]:
        """The best passages holding any of the stems, best first; each stem has a weight."""
        return self._newest.ask(lambda view: view.search(stems, within, limit))

    def frequency(self, stem: str) -> int:
        """In how many passages the stem stands, in any field; 0 if in none."""
        return self._newest.ask(lambda view: view.frequency(stem))

    def within_reports(self, stems: Sequence[str], reports: Sequence[str]) -> dict[str, Holdings]:
        """What each of a few reports holds, by report id; nothing of a report not indexed."""
        return self._newest.ask(lambda view: view.within_reports(stems, reports))

    def vocabulary(self) -> frozenset[str]:
        """Every stem indexed, and perhaps some of reports since taken out."""
        return self._newest.ask(lambda view: view.vocabulary())

    def passage_ids(self) -> frozenset[int]:
        """The ids of all passages indexed."""
        return self._newest.ask(lambda view: view.passage_ids())

    def count(self) -> int:
        """How many passages are indexed."""
        return self._newest.ask(lambda view: view.count())

    def generation(self) -> int:
        """The generation last published; 0 for an empty index."""
        current = published.read(self._folder, _VERSION)
        return current.generation if current else 0

    def problem(self) -> str | None:
        """What is wrong with the index, in a sentence; None if it can be searched."""
        try:
            current = self._newest.published()
            if not published.is_whole(self._folder, current):
                return str(published.damaged(self._folder))
            self.count()
        except DataFolderUnusable as error:
            return str(error)
        return None

    def apply(
        self,
        added: Iterable[Entry],
        removed: Iterable[str],
        generation: int,
        *,
        purge: bool = False,
    ) -> None:
        """Publish whole reports' passages, and take out the removed report ids, as one generation.

        Applying the same change twice leaves the same index. ``purge`` leaves nothing of what was
        taken out on disk.
        """
        current = published.read(self._folder, _VERSION)
        if current is None:
            self.replace(added, generation)
            return
        with damage_named(self._folder):
            index = FileIndex(FileStorage(str(self._folder / current.folder)))
        with published.writing(self._folder):
            changed = _change(index, added, removed, purge=purge)
            self._publish(current.folder, generation, changed)

    def replace(self, entries: Iterable[Entry], generation: int) -> None:
        """Publish these passages and no others; readers see the old ones until it is done."""
        with published.writing(self._folder):
            name = published.new_folder(self._folder)
            index = FileIndex.create(FileStorage(str(self._folder / name)), _schema())
            self._publish(name, generation, _change(index, entries, (), purge=False))
            published.clear_others(self._folder, name)

    def close(self) -> None:
        """Let go of open files."""
        self._newest.close()

    def _publish(self, name: str, generation: int, written: "_Writer") -> None:
        there = published.files(self._folder / name)
        used = {file: size for file, size in there.items() if written.uses(file)}
        published.write(self._folder, Published(_VERSION, name, generation, used))
        written.clean()


class _Writer(SegmentWriter):  # type: ignore[misc]
    """Leaves the files it replaces until the new ones are published: readers may yet open them."""

    def uses(self, file: str) -> bool:
        """Whether a file belongs to what was committed."""
        segments = {segment.segment_id() for segment in self._used}
        return file == self._toc or file.split(".")[0] in segments

    def clean(self) -> None:
        """Delete what is no longer used."""
        clean_files(self.storage, self.indexname, self.generation, self._used)

    def _commit_toc(self, segments: list[Any]) -> None:
        TOC(self.schema, segments, self.generation).write(self.storage, self.indexname)
        self._used = segments
        self._toc = TOC._filename(self.indexname, self.generation)


def _change(
    index: FileIndex, added: Iterable[Entry], removed: Iterable[str], *, purge: bool
) -> _Writer:
    """Commit whole reports and the absence of others."""
    writer = _Writer(index, compound=False, codec=W3Codec(blocklimit=512, compression=0))
    try:
        gone = set(removed) | _add(writer, added)
        _delete(writer, gone)
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=lambda _, segments: _merged(writer, segments, purge=purge))
    return writer


def _add(writer: SegmentWriter, entries: Iterable[Entry]) -> set[str]:
    """Write each passage once; gives the reports they belong to."""
    numbers: set[int] = set()
    reports: set[str] = set()
    for entry in entries:
        if entry.passage_id not in numbers:
            writer.add_document(**_document(entry))
        numbers.add(entry.passage_id)
        reports.add(entry.report_id)
    return reports


def _document(entry: Entry) -> dict[str, Any]:
    return {
        "passage": entry.passage_id,
        "words": weighed(entry),
        "report": entry.report_id,
        "council": entry.council,
        "committee": entry.committee,
        "date": entry.meeting_date.isoformat() if entry.meeting_date else None,
        "kind": entry.kind,
        "standing": entry.standing,
    }


def _delete(writer: SegmentWriter, reports: Iterable[str]) -> None:
    """Delete what was committed of these reports; what this writer adds is not touched."""
    reader = writer.reader()
    try:
        terms = [("report", name) for name in reports if ("report", name) in reader]
        doomed = [n for term in terms for n in reader.postings(*term).all_ids()]
    finally:
        reader.close()
    for number in doomed:
        writer.delete_document(number)


def _merged(writer: SegmentWriter, segments: list[Any], *, purge: bool) -> list[Any]:
    """Write some segments anew, with what is added; gives those left as they are."""
    kept, anew = divided(segments, purge=purge)
    for segment in anew:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return kept
