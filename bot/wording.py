"""What Slack messages say of papers and numbers, beyond `index.wording`."""

from datetime import UTC, datetime

from index.records import ReportFacts
from index.wording import file_name, say_date


def title(report: ReportFacts) -> str:
    """The paper's title, or the name it was ingested under, and whether it is a draft."""
    name = (report.front.title or file_name(report.source)).strip() or "Untitled paper"
    return f"{name} (draft)" if report.front.draft else name


def name_beside_meeting(report: ReportFacts) -> str:
    """What a paper is called where its meeting is told beside it: its title, or just "Minutes".

    Minutes are often titled by the day, hour and hall of the meeting.
    """
    front = report.front
    if report.kind == "minutes" and front.meeting_date and front.body:
        return "Minutes (draft)" if front.draft else "Minutes"
    return title(report)


def kind_beside_name(report: ReportFacts) -> str:
    """The kind of a paper; nothing where its name says it."""
    named = name_beside_meeting(report).casefold()
    return "" if named.startswith(report.kind) else report.kind


def moment(iso: str) -> str:
    """A moment of the ledger, which keeps them in UTC.

    >>> moment("2024-01-09T10:01:30.250+00:00")
    '9 January 2024, 10:01 UTC'
    """
    try:
        when = datetime.fromisoformat(iso).astimezone(UTC)
    except (ValueError, OverflowError):  # no message is lost for a date that somebody has spoilt
        return iso[:40]
    return f"{say_date(when.date())}, {when:%H:%M} UTC"


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "report"), counted(1204, "report")
    ('1 report', '1,204 reports')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
