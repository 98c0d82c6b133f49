"""A paper on the web that is to be read, and what is known of it beside its own words."""

from dataclasses import dataclass, replace
from datetime import date

import msgspec

from index.records import Report
from ingest.sources.address import Address


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper's address, under which place it was found, and whose it is said to be."""

    address: Address
    root: str
    council: str | None = None
    body: str | None = None
    day: date | None = None  # of the meeting that it is, or is listed under
    url: str | None = None  # where a person reads it, if not at its address
    listed_by: str | None = None  # the source that leads to it
    is_document: bool = False  # a file that a site links to, and never a page

    def told(self) -> str | None:
        """What is said of it, in a line, to tell whether it was read with other words."""
        day = self.day.isoformat() if self.day else None
        said = [self.council, self.body, *([day] if day else [])]
        return msgspec.json.encode(said).decode() if any(said) else None


def day_told(told: str | None) -> date | None:
    """The day in what was said of a paper.

    >>> day_told('["Exham", "Cabinet", "2026-03-03"]'), day_told('["Exham", null]')
    (datetime.date(2026, 3, 3), None)
    """
    said = msgspec.json.decode(told or "[]", type=list[str | None])
    day = said[2] if len(said) > 2 else None
    return date.fromisoformat(day) if day else None


def as_told(report: Report, url: str | None, day: date | None) -> Report:
    """A report with the address it is read at, and the day of its meeting if it states none.

    Minutes and decision records may be of other meetings than the one they are listed under.
    """
    front = report.front
    unsaid = front.meeting_date is None or front.meeting_date_basis == "inferred"
    if day and unsaid and report.kind not in ("minutes", "decision"):
        front = replace(
            front, meeting_date=day, meeting_date_basis="source", meeting_date_rule=None
        )
    return replace(report, front=front, url=url or report.url)
