"""A few numbers by which papers of nearly the same words are found among thousands."""

import re
from zlib import crc32

RUN = 3  # words that are taken together
BOXES = 32
IN_A_PRINT = 4  # boxes; the more, the less alone papers that are only somewhat alike share a print

_WORD = re.compile(r"[^\W_]+")  # an underscore is a mark: it says that words stand out


def words_in(text: str) -> list[str]:
    """A text's words as they are written.

    >>> words_in("The _ford_ is clear.")
    ['The', 'ford', 'is', 'clear']
    """
    return _WORD.findall(text)


def prints_of(text: str) -> tuple[int, list[int]]:
    """How many runs of words a text has, and its prints.

    The runs fall into boxes by their numbers, and each box keeps its least. Four boxes together
    are a print: of two texts that are nearly the same, most prints are.
    """
    words = words_in(text.casefold())
    runs = {" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)}
    least = [0] * BOXES
    # The greatest first, so that each box is left with the least.
    for number in sorted((crc32(run.encode()) for run in runs), reverse=True):
        least[number % BOXES] = number
    parts = [least[n : n + IN_A_PRINT] for n in range(0, BOXES, IN_A_PRINT)]
    # The print says which boxes it is of: empty ones are alike.
    return len(runs), [crc32(f"{n} {part}".encode()) for n, part in enumerate(parts)]
