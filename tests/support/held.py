"""A small council's papers, put on the shelf as an ingest would put them."""

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from index.catalogue import MetSource
from index.records import Block, Decision, FrontPage, Report, ReportKind, Standing
from index.shelf import open_shelf

COUNCIL = "Borough of Eastmere"
APPROVES = "approves opening until 7 pm on Tuesdays at Harbour Street library"
SURVEY = "A survey of 412 borrowers found that two thirds would visit the library after work."
RESOLVED = "RESOLVED that the allotment rents for Mill Lane be held at £40 a year until 2026."
NASTY = (
    "Visitors to <!channel> were told by <@U0NOBODY> of the <https://evil.example|paddling pool>."
)


def hold_papers(data: Path) -> None:
    """Put the three papers below on the shelf of a data folder."""
    with open_shelf(data, arguments="tests") as shelf:
        for report, raw in (hours(), rents(), pool()):
            shelf.add(report, MetSource(report.source, "papers", report.sha256), raw)


def hours() -> tuple[Report, bytes]:
    """A report with a recommendation."""
    front = _front("Library opening hours", "Cabinet", date(2023, 6, 14))
    lines = ["Background", SURVEY, "Recommendations", "It is recommended that Cabinet:", APPROVES]
    return _report("hours.txt", "report", front, lines, {APPROVES: "recommended"})


def rents() -> tuple[Report, bytes]:
    """Minutes with a resolution."""
    front = _front("Minutes of the Allotments Committee", "Allotments Committee", date(2024, 1, 9))
    return _report(
        "rents.txt", "minutes", front, ["Allotment rents", RESOLVED], {RESOLVED: "resolved"}
    )


def pool() -> tuple[Report, bytes]:
    """A report whose words look like Slack's own marks."""
    front = _front("The paddling pool", "Leisure Committee", date(2022, 3, 1))
    return _report("pool.txt", "report", front, ["Safety", NASTY], {})


def _front(title: str, body: str, day: date) -> FrontPage:
    return FrontPage(
        title=title, council=COUNCIL, body=body, meeting_date=day, meeting_date_basis="stated"
    )


def _report(
    source: str,
    kind: ReportKind,
    front: FrontPage,
    lines: list[str],
    decided: dict[str, Standing],
) -> tuple[Report, bytes]:
    """A paper of lines; a line that is a heading is one of at most two words."""
    text = "\n".join(lines)
    raw = text.encode()
    decisions = tuple(_decision(text, line, standing) for line, standing in decided.items())
    report = Report(
        source=source,
        sha256=hashlib.sha256(raw).hexdigest(),
        kind=kind,
        text=text,
        blocks=tuple(_blocks(lines)),
        front=front,
        decisions=decisions,
    )
    return report, raw


def _blocks(lines: list[str]) -> Iterable[Block]:
    at, heading = 0, None
    for line in lines:
        is_heading = len(line.split()) <= 2
        heading = line if is_heading else heading
        kind = "heading" if is_heading else "paragraph"
        yield Block(kind, line, at, at + len(line), heading=heading)
        at += len(line) + 1


def _decision(text: str, line: str, standing: Standing) -> Decision:
    start = text.index(line)
    return Decision(line, standing, start, start + len(line), start)
