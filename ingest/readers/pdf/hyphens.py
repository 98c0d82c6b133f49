"""Words that a PDF breaks at the end of a line: made whole again, their own hyphens kept."""

import re
from dataclasses import dataclass

from ingest.readers.pdf.word import SOFT
from ingest.readers.wrapped import join

_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a document's own words say of its broken ones."""

    words: frozenset[str]  # in small letters, hyphens in them kept
    breaks_words: bool  # whether the program that set it parts words at line ends

    def joined(self, text: str, line: str) -> str:
        """A text and the line that goes on with it."""
        if not text:
            return line
        if not text.endswith(SOFT):
            return join(text, line)
        stem = text[:-1]
        return stem + line if self._is_part(stem, line) else f"{stem}-{line}"

    def ended(self, text: str) -> str:
        """A text that nothing follows: what broke no word is a plain hyphen."""
        return f"{text[:-1]}-" if text.endswith(SOFT) else text

    def _is_part(self, stem: str, line: str) -> bool:
        """Whether the hyphen between them is not the word's own."""
        whole, own = _forms(stem, line)
        if not whole or line[0].isupper():
            return False
        return whole in self.words or (self.breaks_words and own not in self.words)


def _forms(stem: str, line: str) -> tuple[str, str]:
    """A broken word without and with its hyphen, in small letters; empty if it is no word."""
    first, second = _LAST_WORD.search(stem), _FIRST_WORD.match(line)
    if first is None or second is None:
        return "", ""
    return f"{first[0]}{second[0]}".casefold(), f"{first[0]}-{second[0]}".casefold()


def hyphens(lines: int, broken: list[tuple[str, str]], words: frozenset[str]) -> Hyphens:
    """What to make of broken words, given how many lines there are and a document's whole words.

    A program that parts words does so at many lines, or parts some that stand whole elsewhere;
    others break lines only at the hyphens that words have of their own.
    """
    forms = [_forms(stem[:-1], line) for stem, line in broken]
    parted = sum(whole in words for whole, _ in forms)
    kept = sum(own in words for _, own in forms)
    often = len(broken) * 8 > lines and parted >= kept
    return Hyphens(words, often or (parted > 1 and parted > kept))
