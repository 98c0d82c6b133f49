"""Lines that open a page on which something new begins, whatever the page before it ended with."""

import re

from ingest import access_forms, access_marks, access_welsh
from ingest.access_later import heads_closed_page
from ingest.access_signs import ROUND
from ingest.access_spelling import as_meant

# "Agenda Item 5", "AGENDA ITEM NO: 5(a)", "Item No. 12b": what agendas print in a paper's corner.
_ITEM = re.compile(
    r"(?:agenda\s+item|item)\s*(?:n(?:o\b\.?|umber\b))?\s*[:.–-]?\s*"
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?\s?(?:[a-z]\b|\([a-z]\))?)\W*",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"\W*(?:appendix|annexe?|enclosure|attachment|schedule)\b\W*"
    r"(?:(?:[a-z]{1,2}|\d{1,2}[a-z]?|[ivx]{1,4}|one|two|three|four|five)\b.{0,100})?",
    re.IGNORECASE,
)
_CLOSED = (*access_marks.CLOSED, *access_forms.CLOSED, *access_welsh.CLOSED)
_CLOSED_LINE = (
    *access_marks.CLOSED_LINE, *access_forms.CLOSED_LINE, *access_welsh.CLOSED_LINE,
)  # fmt: skip
# "Report to Cabinet", "Minutes of the meeting of …": with a capital, as no sentence goes on.
_FRONT = re.compile(
    r"(?:(?:REPORT|Report)\s+(?:TO|to|OF|of|BY|by)\b|(?:DRAFT\s+|Draft\s+)?(?:MINUTES|Minutes)\s+(?:OF|of)\b"
    r"|(?:MEETING|Meeting)\s+(?:OF|of)\b)"
)


def item_of(line: str) -> str | None:
    """The number of the agenda item that a line, and nothing else in it, names.

    >>> item_of("Agenda Item 5"), item_of("ITEM NO: 12 (a)"), item_of("Item 5 is deferred")
    ('5', '12(a)', None)
    """
    match = _ITEM.fullmatch(line.strip())
    return re.sub(r"\s", "", match["number"]).casefold() if match else None


def is_appendix(line: str) -> bool:
    """Whether a line heads an appendix.

    >>> is_appendix("APPENDIX 2 – Roads gritted first"), is_appendix("Appendices are attached")
    (True, False)
    """
    return bool(_APPENDIX.fullmatch(line.strip()))


def closes(line: str) -> bool:
    """Whether a line says that what follows is closed to the public.

    >>> closes("NOT FOR PUBLICATION by virtue of paragraph 3"), closes("The public were excluded")
    (True, False)
    """
    text = as_meant(line[: access_marks.PROSE]).strip(ROUND)
    denies = access_marks.NOT_CLOSED.search(text) or access_welsh.NOT_CLOSED.search(text)
    if not text[:1].isupper() or denies or len(line) >= access_marks.PROSE:
        return False
    alone = any(sign.pattern.fullmatch(text) for sign in _CLOSED_LINE)
    heads = any(sign.pattern.match(text) for sign in _CLOSED)
    return alone or heads or heads_closed_page(text)


def opens_a_page(line: str) -> bool:
    """Whether a line at the top of a page cannot go on with the page before.

    >>> [opens_a_page(line) for line in ("Agenda Item 4", "EXEMPT", "Report to Cabinet", "Cabinet")]
    [True, True, True, False]
    """
    new = item_of(line) is not None or is_appendix(line) or closes(line)
    return new or bool(_FRONT.match(line.strip()))
