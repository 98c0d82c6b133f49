"""Real answers of ModernGov's web service, of seven councils, are understood as a reader would."""

import json
from collections import Counter
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from index.errors import Unreadable
from index.records import Report
from ingest.pipeline import read_report

_PLACE = (
    Path(__file__).resolve().parents[2].parent / "shared" / "corpora" / "moderngov-gloucester-xml"
)
pytestmark = pytest.mark.skipif(
    not _PLACE.is_dir(), reason="the ModernGov answers are not beside this checkout"
)


def _read(name: str) -> Report:
    return read_report((_PLACE / name).read_bytes(), f"moderngov/{name}")


def _gathered() -> list[str]:
    return [str(path.relative_to(_PLACE)) for path in sorted(_PLACE.rglob("committees.json"))]


def test_a_meeting_is_the_cabinets_minutes_of_its_day() -> None:
    report = _read("xmlSamples/GetMeeting_7837.xml")
    front = report.front
    assert (report.kind, front.body, front.meeting_date) == (
        "minutes", "Cabinet", date(2025, 11, 21),
    )  # fmt: skip
    assert (front.meeting_date_basis, front.council) == ("source", None)
    assert [b.label for b in report.blocks if b.kind == "heading" and b.label] == [
        "51", "52", "53", "54", "55",
    ]  # fmt: skip


def test_every_resolution_of_the_meeting_is_found_under_its_item() -> None:
    """Read by eye: the minutes resolve once, in two points, under the last of five items."""
    report = _read("xmlSamples/GetMeeting_7837.xml")
    tree = ElementTree.parse(_PLACE / "xmlSamples" / "GetMeeting_7837.xml")
    items = tree.findall("agendaitems/agendaitem")
    resolving = [i for i in items if "RESOLVED" in (i.findtext("minutesnonemptyhtmlbody") or "")]
    assert (len(items), len(resolving)) == (5, 1)
    assert [(d.minute, d.label, d.standing, d.heading) for d in report.decisions] == [
        ("55", label, "resolved", resolving[0].findtext("agendaitemtitle"))
        for label in ("55(1)", "55(2)")
    ]
    assert [d.text.split()[:3] for d in report.decisions] == [
        ["to", "submit", "to"],
        ["to", "delegate", "to"],
    ]


def test_those_who_came_are_as_the_answer_lists_them() -> None:
    report = _read("xmlSamples/GetMeeting_7837.xml")
    assert Counter(lead.relation for lead in report.leads) == {
        "Present": 7, "In attendance": 6, "Chair": 1, "Vice-Chair": 1,
    }  # fmt: skip
    assert [lead.name for lead in report.leads if lead.relation == "Chair"] == [
        "Councillor Jeremy Hilton"
    ]
    urls = report.text.count("(https://democracy.Gloucester.gov.uk/mgConvert2PDF.aspx?ID=")
    assert (urls, "@" in report.text) == (7, False)


def test_a_list_of_meetings_has_a_row_for_each() -> None:
    report = _read("xmlSamples/GetMeetings.xml")
    rows = [block.cells for block in report.blocks if block.kind == "row" and block.columns]
    assert (report.kind, report.front.body, len(rows)) == ("other", "Cabinet", 20)
    assert [row[1] for row in rows if row[3] == "Cancelled"] == ["Wednesday 12 June 2024"]


def test_committees_that_exist_are_listed() -> None:
    report = _read("xmlSamples/GetCommittees.xml")
    assert (report.kind, len(report.blocks)) == ("other", 1 + 131 - 116)
    assert report.warnings == ("Expired or deleted committees were left out: 116.",)


@pytest.mark.parametrize("name", _gathered())
def test_gathered_committees_tell_every_member_and_no_suggested_purpose(name: str) -> None:
    told = json.loads((_PLACE / name).read_text(encoding="utf-8-sig"))
    report = _read(name)
    assert (report.kind, report.front.council) == ("other", told["council"])
    headings = [block.text for block in report.blocks if block.kind == "heading"][1:]
    assert headings == [" ".join(each["title"].split()) for each in told["committees"]]
    members = [(each, one) for each in told["committees"] for one in each["members"] or []]
    listed = [lead for lead in report.leads if lead.area in headings]
    assert len(listed) == len(members)
    assert all(lead.name and lead.name in one["name"]
               for lead, (_, one) in zip(listed, members, strict=True))  # fmt: skip
    assert "Suggested:" not in report.text


def test_everything_else_is_refused_by_what_it_is() -> None:
    read = {"GetMeeting_7837.xml", "GetMeetings.xml", "GetCommittees.xml", "committees.json"}
    others = [
        p for p in _PLACE.rglob("*.*") if p.suffix in (".xml", ".json") and p.name not in read
    ]
    assert len(others) == 20
    for path in others:
        with pytest.raises(Unreadable) as refused:
            _read(str(path.relative_to(_PLACE)))
        assert refused.value.reason == "unsupported"
