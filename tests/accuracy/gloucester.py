"""Two cabinet reports as published: every front-page fact, recommendation and table row."""

from collections.abc import Iterator
from datetime import date

from index.records import Report
from ingest.pipeline import read_report
from tests.accuracy.figures import SHARED, Case, Figure, compared

CABINET = SHARED / "corpora" / "uk-gloucester-cabinet"
SUPPORT = {
    "title": "Local Council Tax Support Scheme 2026/27",
    "body": "Cabinet",
    "meeting_date": date(2025, 12, 10),
    "meeting_date_basis": "stated",
    "report_of": "Cabinet Member for Resources",
    "wards": "All",
    "key_decision": True,
    "call_in": None,
    "reference": None,
    "draft": False,
}
FINANCE = {
    "title": "Resource Requirements for GCC Finance Team",
    "body": "Cabinet",
    "meeting_date": date(2026, 3, 11),
    "meeting_date_basis": "stated",
    "report_of": "Head of Paid Service",
    "wards": "All",
    "key_decision": False,
    "call_in": None,
    "reference": None,
    "draft": False,
}
ROWS = [  # the first cells of each row of the report's own tables
    ("WA Caseload", "5627", "5322", "5217", "5164"),
    ("Total CTS", "£5,964,399", "£6,000,541", "£6,214,832", "£6,317,351"),
    ("Cheltenham", "Income Band", "100%", "4,321", "£4,489,000"),
    ("Cotswold", "Income Band", "100%", "2,026", "£2,630,399"),
    ("Forest of Dean", "Income Band", "90% (95% for protected groups)", "2,774", "£3,124,456"),
    ("Gloucester City", "Default Scheme", "100%", "5,232", "£6,321,321"),
    ("Stroud", "Default Scheme", "100%", "2,794", "£3,649,463"),
    ("Tewkesbury", "Default Scheme", "100%", "3,164", "£3,747,252"),
]


def figures() -> Iterator[Figure]:
    """Front pages, recommendations with their labels, rows with their columns, contacts."""
    support = _report("Local Council Tax Support Scheme.pdf")
    finance = _report("Resource Requirements for GCC Finance Team.pdf")
    facts = [*_facts(support, SUPPORT), *_facts(finance, FINANCE)]
    yield compared("cabinet reports: front-page facts", facts)
    contacts = [
        ("contact", _first_lead(support), ("Karen Haile", "Contact Officer")),
        ("contact", _first_lead(finance), ("Jon McGinty", "Contact Officer")),
    ]
    yield compared("cabinet reports: contact officers", contacts)
    labels = [f"2.{part}({point})" for part in (1, 2) for point in (1, 2, 3)]
    asked = [*_recommended(support, labels), *_recommended(finance, ["2.1(1)", "2.1(2)"])]
    yield compared("cabinet reports: recommendations by their labels", asked)
    yield compared("cabinet reports: table rows, cell by cell", _rows(support))


def _report(name: str) -> Report:
    return read_report((CABINET / name).read_bytes(), name)


def _facts(report: Report, true: dict[str, object]) -> Iterator[Case]:
    return ((fact, getattr(report.front, fact), value) for fact, value in true.items())


def _first_lead(report: Report) -> tuple[str | None, str] | None:
    return next(((lead.name, lead.relation) for lead in report.leads), None)


def _recommended(report: Report, labels: list[str]) -> Iterator[Case]:
    found = [d.label for d in report.decisions if d.standing == "recommended"]
    yield from ((label, found.count(label), 1) for label in labels)
    yield ("nothing else", [label for label in found if label not in labels], [])


def _rows(report: Report) -> Iterator[Case]:
    cells = {b.cells[0]: b.cells for b in report.blocks if b.kind == "row" and b.columns}
    for row in ROWS:
        yield row[0], cells.get(row[0], ())[: len(row)], row
