"""The five real reports the project started from are understood as a reader would."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from index.records import Report
from ingest.pipeline import read_report

_SEEDS = Path(__file__).resolve().parents[2].parent / "shared" / "seeds"
Seed = Callable[[str], Report]


@pytest.fixture(scope="module")
def seed() -> Seed:
    if not _SEEDS.is_dir():
        pytest.skip("the seed reports are not beside this checkout")

    def read(number: str) -> Report:
        path = next(_SEEDS.glob(f"{number}_*.txt"))
        return read_report(path.read_bytes(), f"seeds/{path.name}")

    return read


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_span_holds_what_it_says(seed: Seed, number: str) -> None:
    report = seed(number)
    assert (report.kind, report.access) == ("report", "public")
    assert report.decisions
    assert all(each.text == report.text[each.start : each.end] for each in report.decisions)
    assert {each.standing for each in report.decisions} == {"recommended"}
    for lead in report.leads:
        assert lead.name is None or lead.name in report.text[lead.start : lead.end]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_council_that_is_only_spoken_of_is_not_taken_for_the_papers_own(
    seed: Seed, number: str
) -> None:
    assert seed(number).front.council is None


def test_000_takes_its_year_from_its_author_table(seed: Seed) -> None:
    report = seed("000")
    front = report.front
    assert (front.body, front.meeting_date) == ("Executive Cabinet", date(2007, 11, 10))
    assert front.meeting_date_basis == "inferred"
    assert front.meeting_date_rule == "year taken from the report's own date, 30 October 2007"
    assert front.title == "JOINT WORKING WITH BLACKPOOL COUNCIL"
    assert (front.author, front.reference) == ("Donna Hall", "ADMINREP/REPORT/DH")
    assert front.report_of == "Chief Executive"
    assert front.introduced_by == "Executive Member for Corporate Policy and Performance"
    assert [each.label for each in report.decisions] == ["2"]


def test_001_recommends_near_its_end(seed: Seed) -> None:
    report = seed("001")
    assert report.front.meeting_date == date(2006, 11, 9)
    assert report.front.author == "Gary Hall"
    assert [each.label for each in report.decisions] == ["20"]


def test_002_names_who_chairs_and_who_is_responsible(seed: Seed) -> None:
    report = seed("002")
    assert report.front.meeting_date == date(2007, 9, 6)
    assert report.front.meeting_date_basis == "stated"
    assert [each.label for each in report.decisions] == ["2"]
    chairs = {(lead.name, lead.area) for lead in report.leads if lead.relation == "Chair"}
    assert {("Lincoln Shields", "Board"), ("Lincoln Shields", "LSP")} <= chairs
    charged = [lead for lead in report.leads if lead.relation == "Responsible for"]
    assert [lead.name for lead in charged] == ["Claire Thompson"]
    assert {a.short: a.long for a in report.abbreviations} == {
        "CAA": "Comprehensive Area Assessment",
        "CPA": "Comprehensive Performance Assessment",
        "IDeA": "Improvement and Development Agency",
        "LSP": "Local Strategic Partnership",
        "MATAC": "Multi Agency Tasking and Co-ordinating",
    }


def test_003_has_three_recommendations_and_ten_service_areas(seed: Seed) -> None:
    report = seed("003")
    assert (report.front.body, report.front.meeting_date) == ("Cabinet", date(2011, 3, 16))
    assert report.front.contact == "Geoff Thomas"
    assert report.front.title == "Black Country Collaborative Working"
    assert len(report.decisions) == 3
    assert {each.label for each in report.decisions} == {"16"}
    (lead_start,) = {each.lead_start for each in report.decisions}
    assert report.text.startswith("16.", lead_start)
    reviews = [lead for lead in report.leads if lead.relation == "Review Lead Officer"]
    assert len({lead.area for lead in reviews}) == 10
    assert [
        (lead.name, lead.post, lead.organisation) for lead in reviews if lead.area == "Procurement"
    ] == [("David Sheldon", "Corporate Procurement Manager", "Wolverhampton CC")]
    assert not any((lead.name or lead.post or "").startswith("See ") for lead in report.leads)
    assert len([lead for lead in report.leads if lead.area]) == 28  # two cells say "See …"


def test_004_keeps_its_sub_list_with_its_point(seed: Seed) -> None:
    report = seed("004")
    front = report.front
    assert (front.body, front.meeting_date) == ("Cabinet", date(2003, 3, 5))
    assert front.title == "STRATEGIC PARTNERSHIP PROJECT - NEXT STEPS"
    assert front.contact == "Allison Lobley/Andy Roberts"
    assert front.wards == "Not Applicable"
    labels = [each.label for each in report.decisions]
    assert labels == ["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)"]
    assert report.decisions[1].text.count("\n") == 8
    people = [lead.name for lead in report.leads if lead.relation == "CONTACT OFFICER"]
    assert people == ["Allison Lobley", "Andy Roberts"]


def test_the_operators_council_is_kept(seed: Seed) -> None:
    path = next(_SEEDS.glob("000_*.txt"))
    report = read_report(path.read_bytes(), "seeds/000.txt", council="Chorley Borough Council")
    assert report.front.council == "Chorley Borough Council"
