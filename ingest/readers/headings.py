"""Headings that a paper marks by weight or size alone."""

from ingest.readers.labels import is_label

BOLD_LEVEL = 6  # below every level that a format itself gives
_LONGEST = 120  # characters


def may_be_heading(text: str) -> bool:
    """Whether a line in bold reads as a heading: short, with words in it, and no full stop.

    >>> [may_be_heading(x) for x in ("Background", "Agreed.", "Date:", "12.50", "(ii)")]
    [True, False, False, False, False]
    """
    plain = text.strip()
    if not plain or len(plain) > _LONGEST or plain[-1] in ".:;,?!–-" or is_label(plain):
        return False
    cells = [cell.strip() for cell in plain.split("\t") if cell.strip()]
    if len(cells) > 2 or (len(cells) == 2 and not is_label(cells[0])):
        return False
    return sum(letter.isalpha() for letter in plain) * 2 > len(plain)
