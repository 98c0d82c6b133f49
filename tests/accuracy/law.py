"""Nothing lost, nothing invented: each real file's blocks beside what its reader gave."""

from collections.abc import Iterator
from pathlib import Path

from index.errors import Unreadable
from ingest.pages import Paper, Para
from ingest.reading import read_paper
from ingest.structure import structure
from tests.accuracy.figures import SHARED, Case, Figure, compared


def figures() -> Iterator[Figure]:
    """Letters kept, and kept in their order; a broken row joined again is in another order."""
    papers = list(_papers())
    kept = [(path.name, _letters_kept(paper), True) for path, paper in papers]
    yield compared("real files: no letter lost or invented", kept)
    plain = [(path, paper) for path, paper in papers if not _has_tables(paper)]
    yield compared("real files without tables: and all in order", map(_in_order, plain))


def _papers() -> Iterator[tuple[Path, Paper]]:
    for path in sorted(SHARED.glob("corpora/**/*")) + sorted(SHARED.glob("seeds/*")):
        if path.is_file():
            try:
                yield path, read_paper(path.read_bytes(), str(path))
            except Unreadable:
                continue


def _in_order(found: tuple[Path, Paper]) -> Case:
    path, paper = found
    return path.name, _squeezed(structure(paper)[0]) == _squeezed(_read(paper)), True


def _letters_kept(paper: Paper) -> bool:
    return sorted(_squeezed(structure(paper)[0])) == sorted(_squeezed(_read(paper)))


def _has_tables(paper: Paper) -> bool:
    return any(not isinstance(part, Para) for part in paper.parts)


def _read(paper: Paper) -> str:
    return "".join(
        f"{part.label or ''}{part.text}" if isinstance(part, Para) else "".join(sum(part.rows, ()))
        for part in paper.parts
    )


def _squeezed(text: str) -> str:
    return "".join(text.split())
