"""The end of a PDF: whether it is missing, and one in its place where nothing else is."""

import re

_END = b"%%EOF"
_LAST = 2_048  # bytes in which a file's end is looked for; some servers append to it
_OBJECT_END = b"endobj"
_SECTION = re.compile(rb"\d+ (\d+)\s{1,4}((?:\d{10} \d{5} [nf]\s{0,2})*)")
_TABLE = re.compile(rb"\s{0,4}xref\s{1,4}((?:%s)+)\s{0,4}t" % _SECTION.pattern)
_PACKED_TABLE = re.compile(
    rb"\s{0,4}\d+ \d+ obj\s{0,4}<<(?=.{0,2000}/XRef\b).{0,2000}?>>\s{0,4}stream\b", re.DOTALL
)
_ROOT = re.compile(rb"/Root\s+\d+\s+\d+\s+R\b")
_INFO = re.compile(rb"/Info\s+\d+\s+\d+\s+R\b")
_CATALOGUE = re.compile(rb"/Type\s{0,4}/Catalog\b")
_OBJECT = re.compile(rb"(\d+ \d+) obj\b")
_NEAR = 2_000  # bytes of a catalogue before it says what it is


def is_cut_short(data: bytes) -> bool:
    """Whether a file does not end as a PDF does."""
    return _END not in data[-_LAST:]


def with_end(data: bytes) -> bytes | None:
    """A file that was cut short, with an end of ours; None where more than its end is missing.

    All is there where the cut goes through what follows the table of contents that a file ends
    with. Under a password the end holds what opens the file, and cannot be made anew.
    """
    place = _end_of_objects(data)
    tail = data[place:]
    root = _root(data, tail)
    if not place or root is None or b"/Encrypt" in data:
        return None
    info = _INFO.search(tail)
    says = root + (info[0] if info else b"")
    return data[:place] + b"\ntrailer<<" + says + b">>\nstartxref\n0\n%%EOF\n"


def _end_of_objects(data: bytes) -> int:
    """Where the table of all objects begins, if that is what comes last; 0 if it is not.

    Such a table may be an object of its own.
    """
    last = data.rfind(_OBJECT_END) + len(_OBJECT_END)
    before = data.rfind(_OBJECT_END, 0, last - len(_OBJECT_END)) + len(_OBJECT_END)
    return next((place for place in (last, before) if _is_table(data[place:])), 0)


def _is_table(tail: bytes) -> bool:
    """Whether this is a table of objects with no object after it, itself whole where it is plain.

    An object after it would be a change to the file, which was saved behind all else.
    """
    plain = _TABLE.match(tail)
    table = plain or _PACKED_TABLE.match(tail)
    if table is None or _OBJECT.search(tail, table.end()):
        return False
    sections = _SECTION.finditer(plain[1]) if plain else ()
    return all(len(one[2].split()) == 3 * int(one[1]) for one in sections)


def _root(data: bytes, tail: bytes) -> bytes | None:
    """Where the file says that everything in it begins."""
    said = _ROOT.search(tail)
    if said:
        return said[0]
    catalogues = [found.start() for found in _CATALOGUE.finditer(data)]
    if not catalogues:
        return None
    heads = _OBJECT.findall(data[max(0, catalogues[-1] - _NEAR) : catalogues[-1]])
    return b"/Root %s R" % heads[-1] if heads else None
