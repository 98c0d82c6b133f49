"""Eighteen years of one community council's minutes: their dates, their kind, and their copies."""

from collections.abc import Iterator
from pathlib import Path

from index.records import Report
from tests.accuracy.figures import SHARED, Figure, compared
from tests.accuracy.reading import library_of, read_folder

AYTON = SHARED / "corpora" / "uk-ayton-community-council" / "council"
MOST = 0.98  # of the minutes: some papers are misnamed or misdated themselves


def figures() -> Iterator[Figure]:
    """Date, kind and body of every minutes file, and the meetings held in two files."""
    minutes = [(path, r) for path, r in read_folder(AYTON) if path.parent.name == "minutes"]
    dates = ((p.name, _iso(r), p.stem[:10]) for p, r in minutes)
    yield compared("minutes: the date is the one in the file's name", dates, MOST)
    yield compared("minutes: the kind", ((p.name, r.kind, "minutes") for p, r in minutes), MOST)
    printed = [(p, r) for p, r in minutes if p.suffix == ".pdf"]
    bodies = ((p.name, r.front.body, "Ayton Community Council") for p, r in printed)
    yield compared("printed minutes: the body", bodies, MOST)
    yield from _copies()


def _iso(report: Report) -> str | None:
    day = report.front.meeting_date
    return day.isoformat() if day else None


def _copies() -> Iterator[Figure]:
    """Meetings with a PDF and a Markdown file are known to be one, and no others."""
    with library_of([AYTON]) as library:
        reports = library.reports()
        day = {r.report_id: Path(r.source).stem for r in reports if "minutes" in r.source}
        same = library.catalogue.same_as()
    twice = [(a, b) for a in day for b in day if a < b and day[a] == day[b]]
    told = ((day[a], b in same.get(a, ()), True) for a, b in twice)
    yield compared("meetings held in two files: known to be one", told)
    pairs = [(a, b) for a, others in same.items() for b in others]
    wrong = ((f"{day.get(a)} {day.get(b)}", day.get(a) == day.get(b), True) for a, b in pairs)
    yield compared("files said to be of one meeting: they are", wrong)
