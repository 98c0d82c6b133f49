"""Passages searched with Whoosh, in a folder of their own."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from whoosh import fields, formats
from whoosh.index import TOC

from index import published
from index.errors import DataFolderUnusable
from index.inverting import FACETS, WORDS
from index.merging import at_rest, divided
from index.newest import Newest, damage_named
from index.passages import Entry, Hit, Within
from index.postings import Unfamiliar
from index.published import Published
from index.segment_writer import PASSAGES
from index.whoosh_change import Choice, begun, change, contents, tidied
from index.whoosh_view import Views

_VERSION = 4  # of what is written below: an index of another version is rebuilt


class Stems(fields.FieldType):  # type: ignore[misc]
    """Stems with a weight each and no positions: `index.inverting` weighs them."""

    def __init__(self) -> None:
        """Scored by weight and length; nothing else is kept."""
        super().__init__(formats.Existence(), analyzer=None, scorable=True)


def _schema() -> fields.Schema:
    facets = {name: fields.ID() for name in FACETS}
    return fields.Schema(**{WORDS: Stems()}, passage=fields.COLUMN(PASSAGES), **facets)


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
        folder, before = self._folder / current.folder, self._contents(current)
        with self._writing():
            published.sweep(self._folder, current)
            new = self._publish(folder, generation, change(folder, before, added, removed))
            # Only now that it can be found: to write segments anew may take a while.
            self._tidy(new, lambda segments: divided(segments, purge=purge))

    def tidy(self) -> None:
        """Make searching as quick as can be, now that no more is to come; it may take a while."""
        current = published.read(self._folder, _VERSION)
        if current:
            with self._writing():
                self._tidy(current, at_rest)

    def replace(self, entries: Iterable[Entry], generation: int) -> None:
        """Publish these passages and no others; readers see the old ones until it is done."""
        with self._writing():
            folder = self._folder / published.new_folder(self._folder)
            files = change(folder, begun(folder, _schema()), entries, ())
            self._publish(folder, generation, files)

    def close(self) -> None:
        """Let go of open files."""
        self._newest.close()

    def _tidy(self, current: Published, choose: Choice) -> None:
        folder = self._folder / current.folder
        files = tidied(folder, self._contents(current), choose)
        if files is not None:
            self._publish(folder, current.generation, files)

    def _contents(self, current: Published) -> TOC:
        with damage_named(self._folder):
            return contents(self._folder / current.folder, current.files)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """What keeps the index from being written is told in a sentence."""
        try:
            with published.writing(self._folder):
                yield
        except Unfamiliar as reason:
            raise DataFolderUnusable(
                f"The search index in {self._folder} cannot be written: it is not of the form "
                f"expected ({reason}). Install Whoosh as requirements.txt names it, then run "
                "`townclerk rebuild`.",
                "index_version",
            ) from reason

    def _publish(self, folder: Path, generation: int, files: Iterable[str]) -> Published:
        sizes = {name: (folder / name).stat().st_size for name in sorted(files)}
        new = Published(_VERSION, folder.name, generation, sizes)
        published.write(self._folder, new)
        published.sweep(self._folder, new)
        return new
