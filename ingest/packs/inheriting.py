"""What the papers of a pack take from the agenda in front: only what they do not say themselves."""

from dataclasses import replace

from index.records import FrontPage, Report
from ingest.dates import find_dates

_RULE = "date taken from the agenda in front of the same file"
_YEAR_RULE = "year taken from the agenda in front of the same file"
_FROM_AGENDA = "Taken from the agenda in front of the same file: {}."
_NO_YEAR = "The meeting's date has no year, and nothing says which."
_FRONT = 15  # blocks in which a date without its year may be the meeting's


def with_agendas_facts(report: Report, agenda: Report) -> Report:
    """A paper with its council, body and meeting as the agenda gives them, where it gives none.

    Minutes and decision records are of other meetings than the agenda they are bound behind.
    """
    council = report.front.council or agenda.front.council
    report = _noted(report, replace(report.front, council=council))
    if report.kind in ("minutes", "decision") or _differs(report.front.body, agenda.front.body):
        return report
    report = _noted(report, replace(report.front, body=report.front.body or agenda.front.body))
    return _dated(report, agenda.front)


def _noted(report: Report, front: FrontPage) -> Report:
    """A report with another front page, and a note of what that took from the agenda."""
    taken = [
        name for name in ("council", "body") if getattr(report.front, name) != getattr(front, name)
    ]
    notes = tuple(_FROM_AGENDA.format(name) for name in taken)
    return replace(report, front=front, warnings=(*report.warnings, *notes))


def _differs(one: str | None, other: str | None) -> bool:
    return bool(one and other) and one.casefold() != other.casefold()  # type: ignore[union-attr]


def _dated(report: Report, agenda: FrontPage) -> Report:
    """A report with the agenda's date, if it has none and nothing on it speaks against it."""
    if report.front.meeting_date or not agenda.meeting_date:
        return report
    yearless = _NO_YEAR in report.warnings
    if yearless and not _names_day(report, agenda):
        return report
    if any("date" in warning for warning in report.warnings if warning != _NO_YEAR):
        return report
    front = replace(
        report.front,
        meeting_date=agenda.meeting_date,
        meeting_date_basis="inferred",
        meeting_date_rule=_YEAR_RULE if yearless else _RULE,
    )
    left = tuple(warning for warning in report.warnings if warning != _NO_YEAR)
    return replace(report, front=front, warnings=left)


def _names_day(report: Report, agenda: FrontPage) -> bool:
    """Whether the only days that a front page names are the agenda's."""
    days = {(d.day, d.month) for b in report.blocks[:_FRONT] for d in find_dates(b.text[:300])}
    meeting = agenda.meeting_date
    return meeting is not None and days == {(meeting.day, meeting.month)}
