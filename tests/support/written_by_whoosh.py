"""An index as Whoosh's own writer makes it, by which that of the product's writer is judged."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from whoosh.codec.whoosh3 import W3Codec
from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, ID, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from index.passages import Entry
from index.whoosh_passages import Stems

WEIGHTS = {"title": 1.0, "heading": 1.5, "body": 1.0, "leads": 1.5}
SHORTEST = 30


class _Stems(Stems):
    """The product's field, and how Whoosh asks a field for what is to be indexed."""

    def index(self, value: Entry, **_: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        weight: Counter[str] = Counter()
        length: Counter[str] = Counter(value.heading) + Counter(value.body)
        for name, each in WEIGHTS.items():
            for stem in getattr(value, name):
                weight[stem] += each
        for n, stem in enumerate(weight):
            lacking = max(SHORTEST - length.total(), 0) if n == 0 else 0
            yield stem.encode(), length[stem] + lacking, weight[stem], b""


def write(folder: Path, entries: Iterable[Entry]) -> Path:
    """Write entries, of which each passage is given once, as one segment; gives the folder."""
    facets = {name: ID() for name in ("report", "council", "committee", "date", "kind", "standing")}
    schema = Schema(words=_Stems(), passage=COLUMN(NumericColumn("Q")), **facets)
    folder.mkdir()
    writer = FileIndex.create(FileStorage(str(folder)), schema).writer(
        compound=False, codec=W3Codec(blocklimit=512, compression=0)
    )
    for entry in entries:
        writer.add_document(
            passage=entry.passage_id,
            words=entry,
            report=entry.report_id,
            council=entry.council,
            committee=entry.committee,
            date=entry.meeting_date.isoformat() if entry.meeting_date else None,
            kind=entry.kind,
            standing=entry.standing,
        )
    writer.commit(merge=False)
    return folder
