"""One report is one record, whichever of seven formats it was saved in."""

import os
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from index.records import Report
from ingest.pipeline import read_report
from support.office import SOFFICE, converted
from support.typed_reports import markdown, web_page

SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
TYPED = ("txt", "md", "html")
KINDS = (*TYPED, "pdf", "docx", "odt", "rtf")

# An invented report of another council's form, so that something is compared where no seeds are.
INVENTED = """Report to:\tCabinet
Date:\t14 January 2026
Report of:\tDirector of Place
Contact Officer:\tJane Roe, Head of Parks, 01234 555066

DREDGING OF THE LAKES

PURPOSE OF REPORT

1. To seek approval for the dredging of both lakes before the spring, at a cost of £45,000.

RECOMMENDATIONS

2. It is recommended that Cabinet:
- approve the dredging of both lakes;
- delegate the letting of the contract to the Director of Place, and
- note the risks in paragraph 4.

BACKGROUND

3. The lakes were last dredged in 1998, and the Friends of the Lakes have asked for it since 2019.

RISKS

4. The report has implications in the following areas:

Finance\t✓\tHuman Resources\t
Law\t\tEquality\t✓
Property\t✓\tHealth\t

OPTIONS

The two options were weighed by the working group, which met four times in the autumn of last year.

Service Area\tLead Officer\tCabinet Member
Lakes\tJane Roe Head of Parks Exham MBC 01234 555066\tCllr Eve Poe Cabinet Member for Places
Rivers\tSee Lead Officer\tCllr Adam Doe Leader of the Council

There are no background papers to this report.
"""

needs_seeds = pytest.mark.skipif(not SEEDS, reason="the seed reports are not beside this checkout")
all_kinds = pytest.mark.parametrize("kind", KINDS)
Read = Callable[[str, str], Report]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """A report by its number and format; each is converted and read once."""
    own = tmp_path_factory.getbasetemp()
    folder = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "golden"
    papers = {path.stem[:3]: path.read_text(encoding="utf-8") for path in SEEDS}
    papers["new"] = INVENTED

    @cache
    def reading(number: str, kind: str) -> Report:
        path = _saved(papers, kind, folder)[number]
        return read_report(path.read_bytes(), f"papers/{path.name}")

    return reading


def _saved(papers: dict[str, str], kind: str, folder: Path) -> dict[str, Path]:
    """The reports in a format: typed ones as they are, set by hand, or by LibreOffice."""
    if kind not in TYPED:
        if SOFFICE is None:
            pytest.skip("LibreOffice (soffice) is not installed")
        pages = _saved(papers, "html", folder).values()
        return converted(pages, kind, folder / kind, reading="HTML (StarWriter)")
    home = folder / kind
    home.mkdir(parents=True, exist_ok=True)
    made = {number: home / f"{number}.{kind}" for number in papers}
    for number, path in made.items():
        if not path.exists():
            part = home / f"{number}.{os.getpid()}"  # another test process never sees half a file
            part.write_bytes(_typed(papers[number], kind))
            part.replace(path)
    return made


def _typed(text: str, kind: str) -> bytes:
    return {"txt": str.encode, "md": markdown, "html": web_page}[kind](text)


NUMBERS = ["new", *(pytest.param(path.stem[:3], marks=needs_seeds) for path in SEEDS)]
all_reports = pytest.mark.parametrize("number", NUMBERS)


@all_kinds
@all_reports
def test_the_front_page_says_the_same(read: Read, number: str, kind: str) -> None:
    report, typed = read(number, kind), read(number, "txt")
    assert asdict(report.front) == asdict(typed.front)
    assert (report.kind, report.access) == (typed.kind, typed.access)


@all_kinds
@all_reports
def test_paragraphs_have_the_same_numbers_in_the_same_order(
    read: Read, number: str, kind: str
) -> None:
    """The bullet that is printed before an item is the format's own, and no word of the paper's."""

    def told(report: Report) -> list[tuple[object, ...]]:
        return [
            (b.kind, b.label, b.label_inferred, b.under, b.heading, b.words, b.columns)
            for b in report.blocks
        ]

    assert told(read(number, kind)) == told(read(number, "txt"))


@all_kinds
@all_reports
def test_the_same_is_recommended(read: Read, number: str, kind: str) -> None:
    def told(report: Report) -> list[tuple[str | None, ...]]:
        return [(d.label, d.standing, d.outcome, d.heading, d.text) for d in report.decisions]

    assert told(read(number, kind)) == told(read(number, "txt")) != []


@all_kinds
@all_reports
def test_the_same_people_answer_for_the_same(read: Read, number: str, kind: str) -> None:
    def told(report: Report) -> list[tuple[str | None, ...]]:
        return [
            (each.name, each.post, each.organisation, each.relation, each.area, each.contact)
            for each in report.leads
        ]

    assert told(read(number, kind)) == told(read(number, "txt"))


@all_kinds
@all_reports
def test_abbreviations_stand_for_the_same(read: Read, number: str, kind: str) -> None:
    assert read(number, kind).abbreviations == read(number, "txt").abbreviations


def _rows(report: Report, width: int) -> list[tuple[str, ...]]:
    return [b.cells for b in report.blocks if b.kind == "row" and len(b.cells) == width]


@all_kinds
def test_an_invented_report_is_understood(read: Read, kind: str) -> None:
    report = read("new", kind)
    front = report.front
    assert (front.body, front.meeting_date) == ("Cabinet", date(2026, 1, 14))
    assert (front.title, front.report_of) == ("DREDGING OF THE LAKES", "Director of Place")
    assert [each.label for each in report.blocks if each.label] == ["1", "2", "3", "4"]
    assert [each.label for each in report.decisions] == ["2", "2", "2"]
    assert _rows(report, 4) == [
        ("Finance", "✓", "Human Resources", ""),
        ("Law", "", "Equality", "✓"),
        ("Property", "✓", "Health", ""),
    ]


@needs_seeds
@all_kinds
def test_the_second_point_of_2003_has_eight_lettered_goals(read: Read, kind: str) -> None:
    report = read("004", kind)
    assert report.front.meeting_date == date(2003, 3, 5)
    goals = [b.label for b in report.blocks if (b.label or "").startswith("(ii).")]
    assert goals == [f"(ii).{letter}" for letter in "abcdefgh"]
    points = {each.label: each.text for each in report.decisions}
    assert list(points) == ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"]
    lines = points["(ii)"].split("\n")
    assert [line[:2] for line in lines[1:]] == [f"{letter}." for letter in "abcdefgh"]


@needs_seeds
@all_kinds
def test_the_appendix_has_ten_areas_with_three_people_each(read: Read, kind: str) -> None:
    report = read("003", kind)
    by_area: dict[str, list[str | None]] = {}
    for lead in report.leads:
        if lead.area:
            by_area.setdefault(lead.area, []).append(lead.name)
    assert list(by_area) == [
        "Procurement", "Staff Training", "ICT", "Payroll", "Research", "Emergency Planning",
        "Leisure Trust", "Trading Standards", "Children's Out of Borough – Fostering Service",
        "Library Services",
    ]  # fmt: skip
    # Where the officer is "See Lead Officer", two are named: that is no person.
    assert [len(names) for names in by_area.values()] == [3, 3, 3, 3, 3, 3, 3, 3, 2, 2]
    assert by_area["Library Services"] == ["Kate Millin", "Cllr David Simms"]
    assert by_area["Procurement"] == ["David Sheldon", "Ian Clarke", "Cllr David Blood"]


@needs_seeds
@all_kinds
def test_the_numbers_of_2006_go_on_from_its_bullets_to_eight(read: Read, kind: str) -> None:
    report = read("001", kind)
    labels = [(b.label, b.label_inferred) for b in report.blocks if b.label]
    assert labels == [(str(n), n < 8) for n in range(1, 22)]
    assert [each.label for each in report.decisions] == ["20"]


@needs_seeds
@all_kinds
def test_the_ticks_of_the_risk_table_stay_with_their_risks(read: Read, kind: str) -> None:
    cells = [cell for row in _rows(read("001", kind), 4)[:-2] for cell in row]
    risks = dict(zip(cells[::2], cells[1::2], strict=True))
    assert [risk for risk, tick in risks.items() if tick] == [
        "Strategy", "Reputation", "Regulatory/Legal",
    ]  # fmt: skip
    assert len(risks) == 8
