"""Evidence found again in the papers held, by the hash of its words."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from index.answer.quotation import Span, sentences
from index.catalogue import Catalogue
from index.evaluation.questions import Place
from index.language import words
from index.records import Block


def hash_of(text: str) -> str:
    """Sixteen hex digits that name some words, whatever their case, marks and white space."""
    plain = " ".join(word.text.casefold() for word in words(text))
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


class Places:
    """Where evidence stands in the papers of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Look in this catalogue."""
        self._catalogue = catalogue
        self._sources = {report.source: report.report_id for report in catalogue.reports()}
        self._same_as = catalogue.same_as()
        self._of = lru_cache(maxsize=64)(self._hashed)

    def spans(self, place: Place) -> list[tuple[str, Span]]:
        """The report and span of every paragraph, row or sentence of these words; maybe none.

        A copy of the paper is as good, where it has the very words.
        """
        ids = {i for source, i in self._sources.items() if _ends_in(source, place.source)}
        ids |= {other for i in ids for other in self._same_as.get(i, ())}
        return [(i, span) for i in sorted(ids) for span in self._of(i).get(place.hash, ())]

    def _hashed(self, report_id: str) -> dict[str, list[Span]]:
        found: dict[str, list[Span]] = {}
        for block in self._catalogue.blocks(report_id):
            for text, span in _quotable(block):
                found.setdefault(hash_of(text), []).append(span)
        return found


def _ends_in(source: str, end: str) -> bool:
    return source == end or source.endswith(f"/{end}")


def _quotable(block: Block) -> Iterator[tuple[str, Span]]:
    """A block whole, and its sentences if it has several."""
    start = block.start + block.mark
    yield block.words, Span(start, block.end)
    parts = list(sentences(block.words, start))
    if len(parts) > 1:
        for span in parts:
            yield block.words[span.start - start : span.end - start], span
