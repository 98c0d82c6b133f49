"""GetMeetings and GetAllMeetingsByDate: which bodies meet when, as one table."""

from collections.abc import Iterator

from index.records import FrontPage
from ingest.pages import Format, Paper, Para, Properties
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.restricted import is_restricted
from ingest.readers.moderngov.values import day_of, in_words, words
from ingest.readers.tables import table_of

_COLUMNS = ("Meeting", "Date", "Time", "Status")


def meetings_paper(answer: Node, kind: Format, warnings: tuple[str, ...]) -> Paper:
    """The paper that a list of meetings makes: one table, a row for each meeting."""
    shown = [each for each in listed_meetings(answer) if not is_restricted(each[1])]
    rows = [_row(title, meeting) for title, meeting in shown]
    bodies = {row[0] for row in rows} | set(_committees(answer))
    body = bodies.pop() if len(bodies) == 1 else None
    title = f"Meetings of {body}" if body else "Meetings"
    council = words(answer.said("council")) or None
    filled = [n for n in range(len(_COLUMNS)) if any(row[n] for row in rows)]
    table = [[row[n] for n in filled] for row in (_COLUMNS, *rows)]
    return Paper(
        kind,
        (Para(title, heading=1), table_of(table, header_rows=1) if rows else Para("No meetings.")),
        properties=Properties(
            title, told=FrontPage(title=title, council=council, body=body), told_kind="other"
        ),
        warnings=warnings,
    )


def _committees(answer: Node) -> Iterator[str]:
    return (words(c.said("committeetitle")) for c in answer.all("committee"))


def listed_meetings(answer: Node) -> Iterator[tuple[str, Node]]:
    """Each meeting, those that may not be shown too, with the name of the body that meets."""
    for committee in answer.all("committee"):
        for meeting in committee.listed("committeemeetings", "meeting"):
            yield words(committee.said("committeetitle")), meeting
    for meeting in (*answer.listed("meetings", "meeting"), *answer.all("meeting")):
        yield words(meeting.said("committeetitle") or answer.said("committeetitle")), meeting


def _row(title: str, meeting: Node) -> tuple[str, str, str, str]:
    stated = meeting.said("meetingdate")
    day = day_of(stated)
    when = in_words(day) if day else words(stated)
    return title, when, words(meeting.said("meetingtime")), words(meeting.said("meetingstatus"))
