"""What an old Word file holds beside what antiword prints of it: headers and footers above all.

Papers are marked there as exempt, and antiword leaves them out. Their text lies in the file in
plain letters, one or two bytes each, and is looked through for marks; it is no text of the paper.
"""

import re
from collections.abc import Iterable, Iterator

from ingest.readers.clean import clean

_NARROW = re.compile(rb"[\t\x20-\x7e\x80-\xff]{6,4000}")
_WIDE = re.compile(rb"(?:[\t\x20-\x7e\xa0-\xff]\x00|[\x10-\x27]\x20){6,4000}")
_WORDS = re.compile(r"[A-Za-z]{3,}")
_MOST = 5_000  # lines


def unshown(data: bytes, shown: Iterable[str]) -> tuple[str, ...]:
    """Each line of plain letters in a file that is not within the texts that are shown."""
    known = "\n".join(clean(text) for text in shown)
    found = dict.fromkeys(line for line in _lines(data) if line not in known)
    return tuple(found)[:_MOST]


def _lines(data: bytes) -> Iterator[str]:
    for run in _WIDE.finditer(data):
        yield from _said(run[0].decode("utf-16-le", errors="ignore"))
    for run in _NARROW.finditer(data):
        yield from _said(run[0].decode("cp1252", errors="ignore"))


def _said(text: str) -> Iterator[str]:
    line = clean(text)
    if _WORDS.search(line):
        yield line
