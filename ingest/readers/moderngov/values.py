"""The values of an answer as a paper has them: dates in words, titles in letters, addresses."""

import re
from datetime import date

from ingest.contact import EMAIL
from ingest.dates import MONTHS, WEEKDAYS
from ingest.readers.clean import clean
from ingest.readers.moderngov.escapes import plain

_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_ADDRESS = re.compile(r"https://[\w.-]{1,200}(?::\d{1,5})?(?:/[^\s<>\"'()@]{0,500})?", re.ASCII)


def day_of(text: str) -> date | None:
    """The day that a value gives, as ModernGov or as ISO 8601 writes it; None for no day.

    >>> [str(day_of(text)) for text in ("09/02/2026", "2026-02-09T10:00:00", "31/02/2026", "")]
    ['2026-02-09', '2026-02-09', 'None', 'None']
    """
    if match := _DAY_FIRST.match(text.strip()):
        day, month, year = map(int, match.groups())
    elif match := _ISO.match(text.strip()):
        year, month, day = map(int, match.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def in_words(day: date, *, weekday: bool = True) -> str:
    """A day as one writes it: "Monday 9 February 2026"."""
    named = f"{WEEKDAYS[day.weekday()]} " if weekday else ""
    return f"{named}{day.day} {MONTHS[day.month - 1]} {day.year}"


def words(text: str, levels: int = 0) -> str:
    """A title, name or remark as it was meant, without e-mail addresses."""
    return without_email(clean(plain(text, levels)))


def without_email(text: str) -> str:
    """A text in which what stood for an e-mail address says so.

    >>> without_email("Write to ann.pike@exham.gov.uk by noon.")
    'Write to [e-mail address] by noon.'
    """
    return EMAIL.sub("[e-mail address]", text) if "@" in text else text


def address_of(text: str, levels: int = 0) -> str | None:
    """The address of a document, if it is one that may be shown: https, and no one's log-in.

    >>> address_of("https://exham.moderngov.co.uk/mgConvert2PDF.aspx?ID=7&amp;T=1")
    'https://exham.moderngov.co.uk/mgConvert2PDF.aspx?ID=7&T=1'
    >>> address_of("http://exham.gov.uk/a.pdf"), address_of("https://ann:pw@exham.gov.uk/a.pdf")
    (None, None)
    """
    found = clean(plain(text, levels))
    return found if _ADDRESS.fullmatch(found) else None
