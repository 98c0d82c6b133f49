"""Scans made of the sample papers: how many letters are read right, and how long a page takes."""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ingest.pages import Paper, Para
from ingest.readers.ocr.tesseract import is_installed
from ingest.readers.pdf.reader import read
from tests.accuracy.figures import Figure

ROOT = Path(__file__).resolve().parents[2]
SCANS = (  # how each scan is made, and the share of letters that must be right
    ("200 dots an inch", {"dpi": 200}, 0.99),
    ("300 dots an inch, askew by 1.5 degrees", {"dpi": 300, "askew": 1.5}, 0.99),
    ("100 dots an inch", {"dpi": 100}, 0.98),
    ("200 dots an inch, dirty, upside down", {"dirt": 0.002, "turned": 2}, 0.95),
)


def figures() -> Iterator[Figure]:
    """Words of each sample PDF that its scan gives as well, letter for letter."""
    if not is_installed():
        print("tesseract is not installed, so no scan can be read")
        return
    sys.path.append(str(ROOT / "tests"))
    from support.scans import scanned

    papers = [path.read_bytes() for path in sorted(ROOT.glob("samples/**/*.pdf"))]
    for made, how, floor in SCANS:
        right = letters = pages = 0
        begun = time.monotonic()
        for data in papers:
            paper, true = read(scanned(data, **how)), _words(read(data))
            pages += paper.pages
            right += _letters(_words(paper) & true)
            letters += _letters(true)
        seconds = (time.monotonic() - begun) / max(pages, 1)
        yield Figure(f"scans, {made} ({seconds:.1f} s a page)", right, letters, floor)


def _words(paper: Paper) -> Counter[str]:
    return Counter(
        word
        for part in paper.parts
        for text in ([part.text] if isinstance(part, Para) else sum(part.rows, ()))
        for word in text.replace("’", "'").split()
    )


def _letters(words: Counter[str]) -> int:
    return sum(len(word) * count for word, count in words.items())
