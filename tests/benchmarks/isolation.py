"""Run in a process of its own: what reading papers apart costs, over reading them where one is.

python -m tests.benchmarks.isolation [PAPERS]
"""

import json
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from index.errors import Unreadable, Withheld
from ingest.packs.reading import read_papers
from ingest.workers.exchange import Task
from ingest.workers.pool import reading_pool
from ingest.workers.process import Reading
from tests.benchmarks.answering import ROOT
from tests.benchmarks.clock import rounded

_CORPORA = ROOT.parent / "shared" / "corpora"
_REAL = ("uk-ayton-community-council", "uk-knebworth-district-news", "uk-gloucester-cabinet")
_KINDS = (".pdf", ".docx", ".odt", ".rtf", ".html", ".md", ".txt")
_MOST = 300  # sample papers, many of them the same, where there are no real ones
_PASSES = 2

Papers = list[tuple[str, bytes]]


def main(most: int | None = None) -> dict[str, Any]:
    """Read papers both ways; the better of two passes of each."""
    papers = _papers(most)
    passes = [(_cpu(_read_here, papers), _cpu(_read_apart, papers)) for _ in range(_PASSES)]
    plain, apart = (min(times) for times in zip(*passes, strict=True))
    return {
        "isolation_over_plain": rounded(apart / plain),
        "isolation_papers": len(papers),
        "isolation_plain_cpu_s": rounded(plain),
    }


def _papers(most: int | None) -> Papers:
    """Real papers, each once, where they are; else sample papers, over and over."""
    real = [path for name in _REAL for path in _below(_CORPORA / name)]
    paths = real or islice(cycle(_below(ROOT / "samples")), _MOST)
    return [(str(path), path.read_bytes()) for path in islice(paths, most)]


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _KINDS)


def _read_here(papers: Papers) -> None:
    for name, data in papers:
        with suppress(Unreadable, Withheld):
            read_papers(data, name)


def _read_apart(papers: Papers) -> None:
    with reading_pool(1, Reading()) as pool:
        for name, data in papers:
            pool.read(Task(name), data)


def _cpu(read: Callable[[Papers], None], papers: Papers) -> float:
    """Seconds of processor time, of this process and of those that it has ended."""
    before = _spent()
    read(papers)
    return _spent() - before


def _spent() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in both)


if __name__ == "__main__":
    print(json.dumps(main(*map(int, sys.argv[1:]))))
