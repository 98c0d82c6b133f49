"""What a reader of a PDF is to be warned of: pages not read, or read with doubt."""

from collections.abc import Iterable, Iterator, Sequence

from index.blacked_out import WARNING as BLACKED_OUT
from ingest.readers.lacking import NOT_RECOGNISED
from ingest.readers.left_out import HIDDEN
from ingest.readers.ocr.tesseract import is_installed
from ingest.readers.pdf.page import PageWords

_MANY = 3  # pages in a row: so many are told by the first and the last


def warnings(pages: Sequence[PageWords], damaged: Sequence[int]) -> Iterator[str]:
    """A sentence for each kind of warning, with the numbers of its pages."""
    yield from _told("Damaged and not read: {}.", damaged)
    yield from _not_read(pages)
    yield from _doubtful(pages)
    if any(page.hidden for page in pages):
        yield HIDDEN
    if any(page.redacted for page in pages):
        yield BLACKED_OUT


def listed(numbers: Sequence[int]) -> str:
    """Numbers of pages, in words.

    >>> listed([2])
    'page 2'
    >>> listed([1, 2, 4, 5, 6, 7, 9])
    'pages 1, 2, 4 to 7, 9'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = ", ".join(", ".join(_run(run)) for run in runs)
    return f"page{'s' if len(numbers) > 1 else ''} {said}"


def _run(run: list[int]) -> list[str]:
    return [str(n) for n in run] if len(run) < _MANY else [f"{run[0]} to {run[-1]}"]


def _not_read(pages: Sequence[PageWords]) -> Iterator[str]:
    yield from _told(
        "Scanned too badly to be read, and left out: {}.", (p.number for p in pages if p.unsure)
    )
    yield from _told(
        "Not read, as recognising them took too long: {}.",
        (page.number for page in pages if page.slow),
    )
    yield from _told(
        "Pictures of text, not read: {}.",
        (page.number for page in pages if page.pictured and not (page.unsure or page.slow)),
    )
    if not is_installed():
        hard = (page.number for page in pages if page.pictured or page.doubtful)
        yield from _told(f"{NOT_RECOGNISED} {{}}.", hard)


def _doubtful(pages: Sequence[PageWords]) -> Iterator[str]:
    yield from _told(
        "Letters may be wrong, as the fonts do not say what they are: {}.",
        (page.number for page in pages if page.garbled),
    )
    sure = {page.number: page.sure for page in pages if page.sure is not None}
    if sure:
        yield f"Read by OCR, at least {min(sure.values())} % sure: {listed([*sure])}."
    yield from _told(
        "Figures may be misread, look at the paper: {}.", (p.number for p in pages if p.doubts)
    )


def _told(sentence: str, numbers: Iterable[int]) -> Iterator[str]:
    if named := list(numbers):
        yield sentence.format(listed(named))
