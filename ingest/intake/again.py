"""Papers to read again though their files are as they were: they can be read better, or let in."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from index.catalogue import KnownSource
from index.catalogue.holders import holder
from ingest.readers.lacking import NOT_RECOGNISED, NUMBERING_LOST

_UNSETTLED = 0  # no reader's version


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
    for warning, is_there in _LACKED:
        names = set(warned(warning)) & known.keys()
        if names and is_there():
            better |= names | {whole for name in names if (whole := holder(name, known))}
    return {
        name: replace(source, reader_version=_UNSETTLED) if name in better else source
        for name, source in known.items()
    }


# Readers are loaded by whoever reads: here only where a paper has a warning that they give.
def _has_office() -> bool:
    from ingest.readers.doc.programs import has_office

    return has_office()


def _has_tesseract() -> bool:
    from ingest.readers.ocr.tesseract import is_installed

    return is_installed()


# How the warning of what was lacking begins, and whether it is there now.
_LACKED = ((NUMBERING_LOST, _has_office), (NOT_RECOGNISED, _has_tesseract))
