"""Which days' meetings and decisions are read from a site."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

_BACK, _AHEAD = timedelta(days=90), timedelta(days=35)


@dataclass(frozen=True, slots=True)
class Window:
    """The first day and the last."""

    since: date
    until: date

    def holds(self, day: date | None) -> bool:
        """Whether a day lies within."""
        return day is not None and self.since <= day <= self.until


def window_of(since: date | None, until: date | None, today: date) -> Window:
    """The window said; else three months back, as minutes come late, and five weeks ahead.

    >>> window_of(None, None, date(2026, 3, 3))
    Window(since=datetime.date(2025, 12, 3), until=datetime.date(2026, 4, 7))
    >>> window_of(date(2024, 1, 1), date(2024, 12, 31), date(2026, 3, 3)).until
    datetime.date(2024, 12, 31)
    """
    last = until or max(today, since or today) + _AHEAD
    return Window(since or min(today, last) - _BACK, last)


def as_asked(day: date) -> str:
    """A day as ModernGov wants it in an address.

    >>> as_asked(date(2026, 3, 4))
    '04%2F03%2F2026'
    """
    return quote(f"{day:%d/%m/%Y}", safe="")
