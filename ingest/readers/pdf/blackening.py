"""The sign that stands on a page where words were blacked out: nothing else is told of them."""

from collections.abc import Iterable
from dataclasses import replace

from index.blacked_out import SIGN
from ingest.readers.pdf.unseen import Unseen
from ingest.readers.pdf.word import Word

_LEVEL = 2.0  # points: words that stand as high as each other


def with_signs(words: Iterable[Word], unseen: Unseen) -> list[Word]:
    """The words that can be seen, and one sign for all that follow on each other in a line."""
    shown: list[Word] = []
    for word in words:
        if word.at in unseen.blacked_out and word.text:
            sign = replace(word, text=SIGN, bold=False)
            if shown and shown[-1].text == SIGN and abs(shown[-1].y - word.y) < _LEVEL:
                sign = replace(sign, x0=shown.pop().x0)
            shown.append(sign)
        elif word.text and word.at not in unseen.at:
            shown.append(word)
    return shown
