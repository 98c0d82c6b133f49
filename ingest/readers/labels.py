"""Printed labels: the "1.", "(ii)", "a)" or bullet with which a list item opens."""

import re
from collections.abc import Sequence

_NUMBER = r"\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,3}(?:\.\d{1,3}){1,3}|\(\d{1,3}\)"
_LETTER = r"\(?(?:[ivxlc]{1,6}|[IVXLC]{1,5}|[a-z]{1,2}|[A-Z])[.)]"
_BULLET = r"[-–•·▪■●○◦□➢*]"
_LABEL = re.compile(rf"(?:{_NUMBER}|{_LETTER}|{_BULLET}|[✓✗])(?=\s|$)")
_TIGHT = re.compile(r"\d{1,3}\.(?:[A-Z][a-z]|[AI]\s)")
_BULLETED = re.compile(rf"{_BULLET}\s")
_INITIAL = re.compile(r"[A-Z]\.\s")
_WHOLE_LABEL = re.compile(rf"(?:{_NUMBER}|{_LETTER}|{_BULLET}|\d{{1,3}})$")


def opens_item(line: str) -> bool:
    """Whether a line begins with a printed label.

    >>> [opens_item(x) for x in ("1. To note", "(ii) that", "- Plant", "2.3 Costs", "e.g. trees")]
    [True, True, True, True, False]
    """
    return _LABEL.match(line) is not None


def opens_tight_item(line: str) -> bool:
    """Whether a line begins with a number that was printed without room for a space behind it.

    >>> [opens_tight_item(x) for x in ("12.For a year", "12.A year", "2.B", "1.5m", "3.30pm")]
    [True, True, False, False, False]
    """
    return _TIGHT.match(line) is not None


def opens_bullet(line: str) -> bool:
    """Whether a line begins with a bullet or a dash, which may also be a dash within a sentence.

    >>> [opens_bullet(line) for line in ("- Plant trees", "• Plant trees", "1. Plant trees")]
    [True, True, False]
    """
    return _BULLETED.match(line) is not None


def opens_initial(line: str) -> bool:
    """Whether a line begins with one capital and a full stop, as a person's name may.

    >>> [opens_initial(line) for line in ("A. Roe", "a. to note", "(A) to note")]
    [True, False, False]
    """
    return _INITIAL.match(line) is not None


def is_label(cell: str) -> bool:
    """Whether the whole of a cell is a label, or a bare number that may serve as one.

    >>> [is_label(cell) for cell in ("1.", "(ii)", "•", "12", "Ward", "")]
    [True, True, True, True, False, False]
    """
    return _WHOLE_LABEL.match(cell) is not None


def is_bullet(cell: str) -> bool:
    """Whether the whole of a cell is a bullet or a dash; a tick says something and is none.

    >>> [is_bullet(cell) for cell in ("•", "-", "✓", "1.")]
    [True, True, False, False]
    """
    return re.fullmatch(_BULLET, cell) is not None


def is_numbered_text(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table only sets out numbered paragraphs: a number, then text, in every row.

    >>> is_numbered_text([["1.1", "To note the costs of the scheme as a whole."], ["", "None."]])
    True
    >>> is_numbered_text([["1", "Parks"], ["2", "Roads"]])
    False
    """
    numbered = [row for row in rows if len(row) == 2 and row[1].strip()]
    labels = [row[0].strip() for row in numbered]
    if len(numbered) < len(rows) or not all(not label or is_label(label) for label in labels):
        return False
    prose = any(len(row[1].split()) > 8 for row in numbered)
    return prose and sum(map(bool, labels)) * 2 >= len(rows)
