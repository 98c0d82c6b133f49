"""Figures on a scanned page that may be misread: unsure, or not built as figures are."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ingest.readers.ocr.hocr import Seen

_SURE = 90  # percent: on a good scan every figure is surer
_HALF = 50  # percent: a figure as no one writes it is no surer than this
_MANY = 5  # digits: in a shorter one a comma may part two numbers
_ODD = re.compile(r"\d,(?!\d{3}(?!\d))|\d{4,},\d|\d;\d|\d\.\d+\.\d{3}|[^\W\d]{2}\d")
_BROKEN = re.compile(r"\d,\s\d{3}(?!\d)")


def doubtful_figures(words: Sequence[Seen]) -> Iterator[tuple[str, int]]:
    """Those words of a line that hold a figure and may be misread, each with how sure it is."""
    broken = {
        id(word)
        for pair in pairwise(words)
        for word in pair
        if _BROKEN.search(f"{pair[0].text} {pair[1].text}")
    }
    for word in words:
        odd = id(word) in broken or _is_odd(word.text)
        sure = min(word.sure, _HALF) if odd else word.sure
        if sure < _SURE and any(map(str.isdigit, word.text)):
            yield word.text, sure


def _is_odd(text: str) -> bool:
    """Whether a figure is grouped or mixed with letters as none is.

    >>> [_is_odd(figure) for figure in ("9813,775", "1.957.145", "91118;239", "1,234,5678")]
    [True, True, True, True]
    >>> [_is_odd(figure) for figure in ("£1,957,145", "2024/25", "(411,465)", "5,6", "12.5%")]
    [False, False, False, False, False]
    """
    return sum(map(str.isdigit, text)) >= _MANY and _ODD.search(text) is not None
