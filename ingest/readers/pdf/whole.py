"""A PDF read only if it can be unpacked, and with a warning where part of it cannot."""

from dataclasses import replace

from index.errors import Unreadable
from ingest.pages import Paper
from ingest.readers.pdf import reader
from ingest.readers.pdf.ends import is_cut_short, with_end
from ingest.readers.pdf.soundness import Soundness, soundness

_MOST = 0.5  # of its parts: with as many damaged, what is left tells nothing
_CUT = "The very end of the PDF is missing; its pages are whole. Fetch it again to be sure."
_DAMAGED = "Parts of the PDF are damaged: words may be missing or wrong. Fetch it again."


def read(data: bytes) -> Paper:
    """As `reader.read`; besides, raises Unreadable: "bomb", and "corrupt" where most is damaged.

    A file that was cut short is read with a warning if nothing but its end is missing, and is
    "corrupt" if not.
    """
    cut = is_cut_short(data)
    if cut:
        data = _ended(data)
    sound = soundness(data)
    _refuse(sound)
    paper = reader.read(data)
    warnings = [*([_CUT] if cut else []), *([_DAMAGED] if sound.damaged else [])]
    return replace(paper, warnings=(*paper.warnings, *warnings)) if warnings else paper


def _ended(data: bytes) -> bytes:
    ended = with_end(data)
    if ended is None:
        raise reader.damaged()
    return ended


def _refuse(sound: Soundness) -> None:
    if sound.bomb:
        raise Unreadable(
            "bomb",
            "The PDF unpacks to far more than a paper can hold. It was not read; if it is real, "
            "print it to a new PDF and ingest that.",
        )
    if sound.damaged and sound.damaged >= _MOST * sound.parts:
        raise Unreadable("corrupt", "The PDF is damaged in most of its parts. Fetch it again.")
