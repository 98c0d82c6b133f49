"""Which files are packed, and what is in them."""

from collections.abc import Callable
from importlib import import_module

from ingest.packed.member import Unpacking
from ingest.reading import is_called_paper
from ingest.sniff import sniff

_PACKED = {"zip": "ingest.packed.zips", "eml": "ingest.packed.mails"}


def unpacking_of(data: bytes, source: str, *, released: bool = False) -> Unpacking | None:
    """What is in a packed file; None for a file that is a paper, or nothing that can be read.

    Raises Unreadable and Withheld as `sniff` and unpacking do. An archive that is called a paper
    is damaged, or no paper: it is not unpacked.
    """
    kind = sniff(data)
    if kind not in _PACKED or (kind == "zip" and is_called_paper(source)):
        return None
    # Imported when first needed: most ingests meet none.
    unpack: Callable[..., Unpacking | None] = import_module(_PACKED[kind]).unpack
    return unpack(data, source, released=released)
