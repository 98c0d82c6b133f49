"""A ModernGov site ingested whole: what is read, what never is, and what a second time costs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.records import ReportFacts
from ingest.intake.options import Options
from ingest.intake.progress import Silence
from ingest.intake.run import RunReport, ingest
from ingest.sources.settings import reach_in
from support.commands import run_json
from support.moderngov_site import COMMITTEES, Exham, exham, reported
from support.website import CHALLENGE, Deed, in_turn, paper, raw, slowly, status

REACH = replace(
    reach_in({"TOWNCLERK_ALLOW_NETWORKS": "127.0.0.0/8"}),
    delay=0.0, silence=30.0, whole=60.0, patience=1.0, attempts=2,
)  # fmt: skip
MARCH = Options(workers=1, reach=REACH, since=date(2026, 3, 1), until=date(2026, 3, 31))
DAY = date(2026, 3, 3)


@pytest.fixture
def council() -> Iterator[Exham]:
    with exham() as held:
        yield held


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *sources: str, options: Options = MARCH) -> RunReport:
    return ingest(data, sources, options, Silence())


def outcomes(report: RunReport) -> dict[str, str]:
    """What became of each paper, by the end of its address."""
    return {
        item.source.rpartition("/")[2].partition("&s")[0]: item.code or item.outcome
        for item in report.items
    }


def held(data: Path) -> dict[str, ReportFacts]:
    with open_catalogue(data) as catalogue:
        return {report.source.rpartition("/")[2]: report for report in catalogue.reports()}


def test_meetings_and_their_reports_are_read(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    assert outcomes(run(data, council.source)) == {
        "GetCommittees": "added",
        "GetMeeting?lMeetingId=71": "added",
        "Bowling%20green.txt": "added",
    }
    report = held(data)["Bowling%20green.txt"]
    assert (report.front.body, report.front.meeting_date) == ("Parks Committee", DAY)
    assert report.front.meeting_date_basis == "source"
    assert report.url == council.at("/documents/s501/Bowling%20green.txt")


def test_a_meeting_is_shown_at_the_page_that_people_read(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    url = held(data)["GetMeeting?lMeetingId=71"].url
    assert url == council.at("/ieListDocuments.aspx?CId=12&MId=71")


def test_a_second_time_reads_nothing_that_has_not_changed(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    assert set(outcomes(run(data)).values()) == {"unchanged"}
    last = council.site.asked[-1]
    assert any(each.headers["If-None-Match"] == '"501"' for each in council.site.asked)
    assert last.path.startswith("/mgListOfficerDecisions")


def test_the_second_time_needs_no_name(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    council.meets("72", date(2026, 3, 10), reported(council, "Skate ramp", 502))
    assert outcomes(run(data)) == {
        "GetCommittees": "unchanged",
        "GetMeeting?lMeetingId=71": "unchanged",
        "Bowling%20green.txt": "unchanged",
        "GetMeeting?lMeetingId=72": "added",
        "Skate%20ramp.txt": "added",
    }


def test_meetings_out_of_the_window_are_not_read_and_not_taken_out(
    council: Exham, data: Path
) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    council.meets("60", date(2025, 3, 4), reported(council, "Old pond", 400))
    april = replace(MARCH, since=date(2026, 4, 1), until=date(2026, 4, 30))
    assert outcomes(run(data, options=april)) == {"GetCommittees": "unchanged"}
    assert "Bowling%20green.txt" in held(data)
    assert not any("lMeetingId=60" in path for path in council.site.paths)


def test_days_are_asked_for_as_the_service_wants_them(council: Exham, data: Path) -> None:
    run(data, council.source)
    asked = [path for path in council.site.paths if "GetMeetings" in path]
    assert asked == [
        f"/mgWebService.asmx/GetMeetings?lCommitteeId={number}"
        "&sFromDate=01%2F03%2F2026&sToDate=31%2F03%2F2026"
        for number in (12, 13)  # and not 14, which has expired
    ]


def test_an_answer_with_all_meetings_there_ever_were_is_held_against_the_window(
    council: Exham, data: Path
) -> None:
    council.meets("60", date(2019, 3, 4), reported(council, "Old pond", 400))
    everything = council.site.deeds["/mgWebService.asmx/GetMeetings"]

    def as_if_iso(handler: object) -> None:
        handler.path = handler.path.replace("%2F", "-")  # type: ignore[attr-defined]
        everything(handler)  # type: ignore[arg-type]

    council.site.deeds["/mgWebService.asmx/GetMeetings"] = as_if_iso
    assert outcomes(run(data, council.source)) == {"GetCommittees": "added"}


def test_a_cancelled_meeting_is_kept_as_such(council: Exham, data: Path) -> None:
    council.meets("71", DAY, meetingstatus="Cancelled")
    run(data, council.source)
    front = held(data)["GetMeeting?lMeetingId=71"].front
    assert front.title == "Agenda for a meeting on 3 March 2026 (Cancelled)"
    assert front.body == "Parks Committee"


def test_what_is_restricted_is_never_asked_for_and_leaves_no_word(
    council: Exham, data: Path
) -> None:
    shut = reported(council, "Zanzibar settlement", 666) | {"isrestricted": "True"}
    council.meets("71", DAY, reported(council, "Bowling green", 501), shut)
    report = run(data, council.source)
    assert "Zanzibar" not in str(report)
    assert not any("Zanzibar" in path for path in council.site.paths)
    written = b"".join(path.read_bytes() for path in data.rglob("*") if path.is_file())
    assert b"anzibar" not in written


def test_what_is_restricted_later_is_taken_out_at_once(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    council.meets("71", DAY, reported(council, "Bowling green", 501, isrestricted="True"))
    assert outcomes(run(data))["Bowling%20green.txt"] == "exempt"
    assert "Bowling%20green.txt" not in held(data)


def test_a_meeting_that_is_not_to_be_shown_takes_its_papers_with_it(
    council: Exham, data: Path
) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    council.meets("71", DAY, reported(council, "Bowling green", 501), isdisplayallowed="False")
    assert outcomes(run(data)) == {
        "GetCommittees": "unchanged",
        "GetMeeting?lMeetingId=71": "exempt",
        "Bowling%20green.txt": "exempt",
    }
    assert list(held(data)) == ["GetCommittees"]


def test_a_report_that_is_no_longer_listed_is_taken_out(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    council.meets("71", DAY, reported(council, "Bowling green revised", 502))
    done = outcomes(run(data))
    assert done["Bowling%20green.txt"] == "removed"
    assert done["Bowling%20green%20revised.txt"] == "added"


def test_a_report_that_is_gone_is_taken_out_where_others_are_there(
    council: Exham, data: Path
) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source)
    del council.site.deeds["/documents/s501/Bowling%20green.txt"]
    assert outcomes(run(data))["Bowling%20green.txt"] == "removed"


def test_decisions_and_their_documents_are_read(council: Exham, data: Path) -> None:
    council.decides(900, "Café lease")
    assert outcomes(run(data, council.source)) == {
        "GetCommittees": "added",
        "ieDecisionDetails.aspx?ID=900": "added",
        "Why.txt": "added",
    }
    decision = held(data)["ieDecisionDetails.aspx?ID=900"]
    assert decision.kind == "decision"
    assert decision.front.title == "Café lease"
    with open_catalogue(data) as catalogue:
        text = catalogue.text(decision.report_id)
    assert "lowest tender of £4,000" in text


def test_the_council_said_is_remembered_for_the_site(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    run(data, council.source, options=replace(MARCH, council="Exham Borough Council"))
    run(data)
    assert {report.front.council for report in held(data).values()} == {"Exham Borough Council"}


def test_a_site_that_checks_for_robots_is_named_once_and_left(council: Exham, data: Path) -> None:
    council.site.deeds["/mgWebService.asmx/GetCommittees"] = status(403, CHALLENGE)
    report = run(data, council.source)
    assert outcomes(report) == {"GetCommittees": "fetch_blocked"}
    assert "127.0.0.1 checks for robots" in (report.items[0].message or "")
    assert len(council.site.paths) == 1
    assert outcomes(run(data)) == {"GetCommittees": "fetch_blocked"}


@pytest.mark.parametrize(
    "answer",
    [
        b'<?xml version="1.0"?><!DOCTYPE committees [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        b"<committees><committeescount>1</committeescount><committee><committeeid>1</committeeid>"
        b"<committeetitle>&x;</committeetitle></committee></committees>",
        b"<committees><committeescount>1</committeescount><committee>",
    ],
    ids=["with a DTD", "cut short"],
)
def test_an_answer_that_cannot_be_trusted_is_corrupt(
    council: Exham, data: Path, answer: bytes
) -> None:
    council.site.deeds["/mgWebService.asmx/GetCommittees"] = paper(answer, "text/xml")
    assert outcomes(run(data, council.source)) == {"GetCommittees": "corrupt"}


def test_a_list_that_fails_is_told_and_the_others_are_read(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    whole = council.site.deeds["/mgWebService.asmx/GetMeetings"]
    council.site.deeds["/mgWebService.asmx/GetMeetings"] = in_turn(whole, status(500))
    assert outcomes(run(data, council.source)) == {
        "GetCommittees": "added",
        "GetMeeting?lMeetingId=71": "added",
        "Bowling%20green.txt": "added",
        "GetMeetings?lCommitteeId=13": "fetch_server",
    }


def test_a_page_in_place_of_a_document_is_none(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    sign_in = paper("<!DOCTYPE html><html><body>Sign in to read on.</body></html>", "text/html")
    council.site.deeds["/documents/s501/Bowling%20green.txt"] = sign_in
    assert outcomes(run(data, council.source))["Bowling%20green.txt"] == "type_mismatch"


def test_one_request_is_made_at_a_time(council: Exham, data: Path) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    council.site.deeds |= {path: slowly(deed, 0.1) for path, deed in council.site.deeds.items()}
    run(data, council.source, council.at("/documents/s501/Bowling%20green.txt"))
    assert council.site.most_at_once == 1


def test_a_report_of_two_meetings_is_read_once_and_stays_while_one_lists_it(
    council: Exham, data: Path
) -> None:
    both = reported(council, "Bowling green", 501)
    council.meets("71", DAY, both)
    council.meets("72", date(2026, 3, 10), both)
    run(data, council.source)
    assert council.site.paths.count("/documents/s501/Bowling%20green.txt") == 1
    council.meets("71", DAY)
    assert outcomes(run(data))["Bowling%20green.txt"] == "changed"  # its day is the other's now
    assert held(data)["Bowling%20green.txt"].front.meeting_date == date(2026, 3, 10)


def test_a_report_that_one_meeting_lists_as_restricted_is_not_read_for_the_other(
    council: Exham, data: Path
) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501, isrestricted="True"))
    council.meets("72", date(2026, 3, 10), reported(council, "Skate ramp", 502))
    assert set(outcomes(run(data, council.source))) == {
        "GetCommittees",
        "GetMeeting?lMeetingId=71",
        "GetMeeting?lMeetingId=72",
        "Skate%20ramp.txt",
    }


TITLES = ("Bowling%20green.txt", "GetMeeting?lMeetingId=71")


def two_meetings(council: Exham, data: Path) -> None:
    """Two meetings with a report each, read."""
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    council.meets("72", date(2026, 3, 10), reported(council, "Skate ramp", 502))
    run(data, council.source)


def listed_no_more(council: Exham, answer: Deed | None = None) -> None:
    """Have the first meeting listed no more, and asked for answered so; as before unless said."""
    _, _, before = council.meetings.pop("71")
    address = "/mgWebService.asmx/GetMeeting?lMeetingId=71"
    council.site.deeds[address] = answer or paper(before.xml(), "text/xml")


def answered(council: Exham, deed: Deed) -> None:
    """Have the lists of meetings answered so from now on."""
    council.site.deeds["/mgWebService.asmx/GetMeetings"] = deed


@pytest.mark.parametrize("answer", [status(404), status(302, Location="/mgError.aspx"), None])
def test_a_meeting_that_is_listed_no_more_is_taken_out_with_its_papers(
    council: Exham, data: Path, answer: Deed | None
) -> None:
    two_meetings(council, data)
    listed_no_more(council, answer)
    assert outcomes(run(data)) == {
        "GetCommittees": "unchanged",
        "GetMeeting?lMeetingId=72": "unchanged",
        "Skate%20ramp.txt": "unchanged",
        **dict.fromkeys(TITLES, "removed"),
    }
    removed = run_json("history", data=data)["versions"]
    assert len(removed) == 2
    assert "removed" not in outcomes(run(data)).values()


def test_a_meeting_out_of_the_window_is_not_missed(council: Exham, data: Path) -> None:
    two_meetings(council, data)
    council.meetings.clear()
    april = replace(MARCH, since=date(2026, 4, 1), until=date(2026, 4, 30))
    assert outcomes(run(data, options=april)) == {"GetCommittees": "unchanged"}
    assert set(TITLES) <= set(held(data))


LISTED = """<getmeetings><meetingscount> {counted}</meetingscount><committee>
<committeeid>12</committeeid><committeetitle>Parks Committee</committeetitle><committeemeetings>
<meeting><meetingid>72</meetingid><meetingdate>10/03/2026</meetingdate></meeting>
</committeemeetings></committee></getmeetings>"""


@pytest.mark.parametrize(
    "lists",
    [
        status(500),
        status(404),
        paper(LISTED.format(counted=2), "text/xml"),
        paper(LISTED.format(counted=1).replace(">72<", ">seventy-two<"), "text/xml"),
        paper(LISTED.format(counted=1).replace("10/03/2026", "10/03/2019"), "text/xml"),
        paper(LISTED.format(counted=1)[:-30], "text/xml"),
        paper("<!DOCTYPE html><html><body>We will be back soon.</body></html>", "text/html"),
        paper("", "text/xml"),
        raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n<getmeetings>"),
    ],
    ids=["500", "404", "fewer than counted", "no number", "other days", "cut", "page", "empty",
         "broken off"],
)  # fmt: skip
def test_no_meeting_is_missed_where_a_list_failed_or_told_a_part(
    council: Exham, data: Path, lists: Deed
) -> None:
    two_meetings(council, data)
    listed_no_more(council)
    whole = council.site.deeds["/mgWebService.asmx/GetMeetings"]
    for amiss in ("12", "13"):
        answered(council, lambda h, n=amiss: (lists if f"Id={n}&" in h.path else whole)(h))
        run(data)
        assert set(TITLES) <= set(held(data))


def test_a_site_that_lists_no_meeting_at_all_is_told_and_nothing_is_taken_out(
    council: Exham, data: Path
) -> None:
    two_meetings(council, data)
    council.meetings.clear()
    report = run(data)
    assert "nothing_listed" in outcomes(report).values()
    assert any("though 2 meetings were read" in (item.message or "") for item in report.items)
    assert set(TITLES) <= set(held(data))


def test_a_meeting_of_a_committee_that_has_expired_is_not_missed(
    council: Exham, data: Path
) -> None:
    two_meetings(council, data)
    council.meets("80", date(2026, 3, 17), body="13")
    council.site.deeds["/mgWebService.asmx/GetCommittees"] = paper(
        COMMITTEES.replace("<committeeid>12<", "<committeeid>15<"), "text/xml"
    )
    run(data)
    assert set(TITLES) <= set(held(data))


def test_a_meeting_moved_out_of_the_window_is_held_on_its_new_day(
    council: Exham, data: Path
) -> None:
    two_meetings(council, data)
    council.meets("71", date(2026, 6, 2), reported(council, "Bowling green", 501))
    told = outcomes(run(data))
    assert [told[title] for title in TITLES] == ["changed", "changed"]
    assert held(data)["Bowling%20green.txt"].front.meeting_date == date(2026, 6, 2)


@pytest.mark.parametrize("answer", [status(500), paper("<html>Sorry</html>", "text/html")])
def test_a_meeting_that_is_listed_no_more_and_not_answered_for_stays(
    council: Exham, data: Path, answer: Deed
) -> None:
    two_meetings(council, data)
    listed_no_more(council, answer)
    assert outcomes(run(data))["GetMeeting?lMeetingId=71"] == "not_listed"
    assert set(TITLES) <= set(held(data))


@pytest.mark.parametrize(
    "answer",
    [
        paper("<!DOCTYPE html><html><body>We will be back soon.</body></html>", "text/html"),
        paper("<meeting><meetingid>99</meetingid><meetingdate>03/03/2026</meetingdate>"
              "<agendaitems/></meeting>", "text/xml"),
        paper("<meeting><meetingid>71</meetingid>", "text/xml"),
    ],
    ids=["a page", "another meeting", "cut"],
)  # fmt: skip
def test_what_is_no_answer_about_a_meeting_changes_nothing(
    council: Exham, data: Path, answer: Deed
) -> None:
    two_meetings(council, data)
    before = held(data)
    council.site.deeds["/mgWebService.asmx/GetMeeting?lMeetingId=71"] = answer
    assert outcomes(run(data))["GetMeeting?lMeetingId=71"] in ("type_mismatch", "corrupt")
    assert held(data) == before


def test_a_report_that_a_later_meeting_lists_as_restricted_is_not_kept(
    council: Exham, data: Path
) -> None:
    council.meets("71", DAY, reported(council, "Bowling green", 501))
    council.meets("72", DAY, reported(council, "Bowling green", 501, isrestricted="True"))
    assert outcomes(run(data, council.source))["Bowling%20green.txt"] == "exempt"
    assert "Bowling%20green.txt" not in held(data)
    asked = council.site.paths.count("/documents/s501/Bowling%20green.txt")
    assert run(data).count("added") == 0
    assert council.site.paths.count("/documents/s501/Bowling%20green.txt") == asked
    council.meets("72", DAY, reported(council, "Bowling green", 501))
    assert outcomes(run(data))["Bowling%20green.txt"] == "added"


def test_a_meeting_that_is_listed_as_restricted_is_withheld_with_its_papers(
    council: Exham, data: Path
) -> None:
    two_meetings(council, data)
    shut = LISTED.replace("<meetingid>", "<isrestricted>True</isrestricted><meetingid>")
    answered(council, paper(shut.format(counted=1).replace(">72<", ">71<"), "text/xml"))
    asked = len(council.site.paths)
    told = outcomes(run(data))
    assert [told[title] for title in TITLES] == ["exempt", "exempt"]
    assert not any("lMeetingId=71" in path for path in council.site.paths[asked:])
    assert "Bowling" not in str(held(data).keys())


def test_a_meeting_without_a_day_that_can_be_read_is_read_and_never_missed(
    council: Exham, data: Path
) -> None:
    two_meetings(council, data)
    answered(council, paper(LISTED.format(counted=1).replace("10/03/2026", "Tuesday next"), "x"))
    told = outcomes(run(data))
    assert told["Skate%20ramp.txt"] == "unchanged"
