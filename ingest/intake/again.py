"""Papers to read again though their files are as they were: they can be read better, or let in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from importlib import import_module

from index.catalogue import KnownSource
from index.catalogue.holders import holder
from ingest.readers.lacking import NOT_RECOGNISED, NUMBERING_LOST

_UNSETTLED = 0  # no reader's version
# How the warning of each begins, and what tells whether the program is there: imported when needed.
_LACKED = (
    (NUMBERING_LOST, "ingest.readers.doc.programs:has_office"),
    (NOT_RECOGNISED, "ingest.readers.ocr.tesseract:is_installed"),
)


def read_better(
    known: Mapping[str, KnownSource], warned: Callable[[str], Iterable[str]]
) -> dict[str, KnownSource]:
    """The sources known, with those that can be read better now as though never read.

    ``warned`` gives the sources of papers that have a warning which begins so. A paper that is
    packed in a file is read with that: so is one that is to be read again for any reason, as when
    it was released.
    """
    better = {
        whole
        for name, source in known.items()
        if source.reader_version == _UNSETTLED and (whole := holder(name, known))
    }
    for warning, program in _LACKED:
        names = set(warned(warning)) & known.keys()
        if names and _is_there(program):
            better |= names | {whole for name in names if (whole := holder(name, known))}
    return {
        name: replace(source, reader_version=_UNSETTLED) if name in better else source
        for name, source in known.items()
    }


def _is_there(program: str) -> bool:
    module, _, name = program.partition(":")
    there: bool = getattr(import_module(module), name)()
    return there
