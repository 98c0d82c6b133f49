"""ModernGov's saved answers become papers, with their facts as ModernGov has them."""

import json
from datetime import date

import pytest

from index.errors import Unreadable, Withheld
from index.records import Report
from ingest.pipeline import read_report
from support.moderngov import (
    Answer,
    attendee,
    committees,
    document,
    item,
    linked,
    meeting,
    meetings,
)

_POND = "<p>The Committee considered the pond.</p><p>RESOLVED – That the pond be dredged.</p>"


def _read(data: bytes) -> Report:
    return read_report(data, "answers/answer", council=None)


def _lines(report: Report) -> list[str]:
    return [block.text for block in report.blocks]


@pytest.mark.parametrize("saved", ["xml", "json"])
def test_a_minuted_meeting_is_minutes_with_its_body_date_and_title(saved: str) -> None:
    answer = meeting(item("4.", "The pond", _POND))
    report = _read(answer.xml() if saved == "xml" else answer.json())
    front = report.front
    assert report.kind == "minutes"
    assert (front.body, front.meeting_date) == ("Parks Committee", date(2026, 3, 3))
    assert (front.meeting_date_basis, front.council) == ("source", None)
    assert front.title == "Minutes of Parks Committee, 3 March 2026"
    assert _lines(report)[:5] == [
        "Minutes of Parks Committee, 3 March 2026",
        "Date: Tuesday 3 March 2026",
        "Time: 6.30 pm",
        "Place: Town Hall, Exham",
        "Status: Confirmed",
    ]


def test_xml_and_its_translation_to_json_say_the_same() -> None:
    answer = meeting(
        item("1.", "Apologies", "<p>None.</p>", **linked(document("Letter", 5))),
        item("2.", "The pond & park", _POND),
        attendees=[
            attendee("Cllr Jo O'Dell", "Present", "Chair"),
            attendee("Cllr Ash", "Apologies"),
        ],
    )
    one, other = _read(answer.xml()), _read(answer.json())
    assert (one.blocks, one.front, one.decisions, one.leads) == (
        other.blocks, other.front, other.decisions, other.leads,
    )  # fmt: skip


def test_the_operators_word_on_the_council_stands_before_the_files() -> None:
    answer = json.dumps({"council": "Wyeford Town Council", "committees": [
        {"title": "Parks", "flags": {"deleted": False}, "category": None},
    ]}).encode()  # fmt: skip
    assert _read(answer).front.council == "Wyeford Town Council"
    report = read_report(answer, "a.json", council="Exham Borough Council")
    assert report.front.council == "Exham Borough Council"
    assert report.warnings == ("The paper names another council than it was ingested for.",)


def test_each_resolution_stands_under_its_item_with_the_items_number() -> None:
    report = _read(
        meeting(
            item("11.", "The pond", _POND),
            item("0", "Matters for information"),
            item("12.", "Fees", "<p><b>Background to the fees</b></p><p>RESOLVED:</p>"
                 "<p>(1) to freeze the fees; and</p><p>(2) to note the report.</p>"),
            item("13a", "Bins", "<p><b>Decision</b></p><p>That the bins be emptied.</p>"),
        ).xml()
    )  # fmt: skip
    found = [(d.minute, d.label, d.heading, d.standing) for d in report.decisions]
    assert found == [
        ("11", "11", "The pond", "resolved"),
        ("12", "12(1)", "Fees", "resolved"),
        ("12", "12(2)", "Fees", "resolved"),
        ("13a", None, "Bins", "resolved"),
    ]
    assert [d.text for d in report.decisions[1:3]] == [
        "to freeze the fees; and",
        "to note the report.",
    ]


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"fulldisplaynumberformat": "51."}, ("51", "51. Bins")),
        ({"fulldisplaynumberformat": "P9/25."}, ("P9/25", "P9/25. Bins")),
        ({"fulldisplaynumberformat": "", "minutesitemnumber": "8"}, ("8", "8. Bins")),
        ({"fulldisplaynumberformat": "", "agendaitemnumber": "7", "agendaitemsubnumber": "a"},
         ("7a", "7a. Bins")),
        ({"fulldisplaynumberformat": "0.", "agendaitemnumber": "0"}, (None, "Bins")),
        ({"fulldisplaynumberformat": "", "agendaitemnumber": ""}, (None, "Bins")),
    ],
)  # fmt: skip
def test_an_item_is_a_heading_with_its_printed_number(
    fields: dict[str, str], heading: tuple[str | None, str]
) -> None:
    report = _read(meeting(item("1.", "Bins", "<p>Noted by all.</p>", **fields)).xml())
    found = [(b.label, b.text) for b in report.blocks if b.kind == "heading"]
    assert found[1:] == [heading]


@pytest.mark.parametrize(
    "title",
    [
        "e-scooters",
        "26/0012/FUL – Land at Mill Lane, " + "erection of dwellings and garages, " * 8,
        "To note the report of the Clerk on the pond in the park, and the fish that live in it.",
        "- Bins",
        "Table 4: bins",
    ],
)
def test_whatever_an_item_is_called_its_title_is_a_heading(title: str) -> None:
    report = _read(meeting(item("7.", title, _POND)).xml())
    plain = " ".join(title.split())
    assert [b.words for b in report.blocks if b.label == "7" and b.kind == "heading"] == [plain]
    assert [d.minute for d in report.decisions] == ["7"]


def test_an_agenda_tells_what_is_to_come_and_asks_no_minutes_of_it() -> None:
    report = _read(
        meeting(
            item("1.", "The pond", agendatext="<p>To consider the pond. RESOLVED is not yet.</p>"),
            attendees=[attendee("Cllr Jo Ash", "Expected", "Chair", keyposts="Mayor of Exham")],
        ).xml()
    )
    assert (report.kind, report.decisions) == ("agenda", ())
    assert report.front.title == "Agenda for Parks Committee, 3 March 2026"
    assert _lines(report)[5:] == [
        "Expected to attend",
        "Cllr Jo Ash (Mayor of Exham)",
        "1. The pond",
        "To consider the pond. RESOLVED is not yet.",
    ]


def test_an_agendas_words_are_not_taken_for_minutes() -> None:
    report = _read(
        meeting(
            item("1.", "Minutes", "<p>The Chair welcomed everybody.</p>"),
            item("2.", "Closed part", agendatext="<p>RESOLVED that the public leave.</p>"),
        ).xml()
    )
    assert (report.kind, report.decisions) == ("minutes", ())
    assert "public leave" not in report.text


def test_decisions_published_before_the_minutes_make_a_record_of_decisions() -> None:
    held = item("3.", "Fees", decisionnonemptyhtmlbody="<p>That the fees be frozen.</p>")
    report = _read(meeting(held, decisionpublished="True").xml())
    assert (report.kind, report.front.title) == (
        "decision",
        "Decisions of Parks Committee, 3 March 2026",
    )
    assert [(d.text, d.standing, d.heading) for d in report.decisions] == [
        ("That the fees be frozen.", "resolved", "Fees")
    ]


def test_a_decision_given_beside_the_minutes_is_told_once() -> None:
    decided = "<div><p>RESOLVED – That the&nbsp;pond be dredged.</p></div>"
    both = item("3.", "The pond", _POND, decisionnonemptyhtmlbody=decided)
    other = item("4.", "Fees", "<p>Members spoke.</p>",
                 decisionnonemptyhtmlbody="<p>That the fees be frozen.</p>")  # fmt: skip
    report = _read(meeting(both, other, decisionpublished="True").xml())
    assert [(d.minute, d.heading) for d in report.decisions][:1] == [("3", "The pond")]
    assert [d.heading for d in report.decisions] == ["The pond", "Fees"]
    assert report.text.count("pond be dredged") == 1


@pytest.mark.parametrize(
    ("own", "of_meeting", "kind"),
    [(None, "True", "minutes"), (None, "False", "agenda"), ("False", "True", "agenda"),
     ("True", "False", "minutes"), (None, "", "minutes")],
)  # fmt: skip
def test_minutes_that_are_not_published_are_not_kept(
    own: str | None, of_meeting: str, kind: str
) -> None:
    said = {} if own is None else {"isminutepublished": own}
    report = _read(meeting(item("1.", "The pond", _POND, **said), minutepublished=of_meeting).xml())
    assert report.kind == kind
    assert ("dredged" in report.text) == (kind == "minutes")


def test_items_of_an_agenda_that_is_not_published_are_not_kept() -> None:
    report = _read(meeting(item("1.", "The secret pond"), agendapublished="False").xml())
    assert "pond" not in report.text
    assert report.warnings == (
        "The agenda is not published yet; its items were left out.",
        "Part of this file is not for the public or not published, so the file is not kept.",
    )


@pytest.mark.parametrize(
    ("status", "shown"),
    [("Cancelled", "Cancelled"), ("CANCELLED; Special Meeting", "Cancelled"),
     ("Postponed to 10 March", "Postponed")],
)  # fmt: skip
def test_a_meeting_that_was_called_off_says_so(status: str, shown: str) -> None:
    report = _read(meeting(meetingstatus=status, committeetitle="Parks Committee").xml())
    assert report.kind == "agenda"
    assert report.front.title == f"Agenda for Parks Committee, 3 March 2026 ({shown})"
    assert f"Status: {status}" in _lines(report)


def test_who_came_and_who_did_not_is_taken_as_it_is_said() -> None:
    report = _read(
        meeting(
            item("1.", "The pond", _POND),
            attendees=[
                attendee("Councillor Jo O'Dell", "Present, as expected", "Chair", keyposts="Mayor"),
                attendee("Councillor Sam Reed MBE", "Present, as substitute", "Vice-Chair"),
                attendee("Councillor Li Stone", "Apologies", "Chair"),
                attendee("Ann Pike", "In attendance", "Officer", representing="Clerk (acting)"),
                attendee("Councillor Bo Moss", "Absent"),
                attendee("A. Lark", "Absent"),
                attendee("Councillor Ivy Fern", "Expected"),
                attendee("Councillor Di Wood", "Joined by telephone"),
            ],
        ).xml()
    )
    assert [(p.name, p.relation, p.post) for p in report.leads] == [
        ("Councillor Jo O'Dell", "Present", "Mayor"),
        ("Councillor Jo O'Dell", "Chair", "Mayor"),
        ("Councillor Sam Reed MBE", "Present", None),
        ("Councillor Sam Reed MBE", "Vice-Chair", None),
        ("Ann Pike", "In attendance", "Clerk (acting)"),
        ("Councillor Li Stone", "Apologies", None),
        ("Councillor Bo Moss", "Absent", None),
        ("A. Lark", "Absent", None),
        ("Councillor Ivy Fern", "Expected to attend", None),
        ("Councillor Di Wood", "Joined by telephone", None),
    ]
    assert all(p.name in report.text[p.start : p.end] for p in report.leads if p.name)


def test_documents_are_listed_with_addresses_that_are_safe_to_follow() -> None:
    report = _read(
        meeting(
            item("1.", "The pond", _POND, **linked(
                document("Pond report", 7),
                document("Old plan", 8, url="http://exham.gov.uk/plan.pdf"),
                document("Odd plan", 9, url="javascript:alert(1)"),
                document("Plan & map", 10, url="https://ann:pw@exham.gov.uk/plan.pdf"),
            )),
        ).xml()
    )  # fmt: skip
    assert _lines(report)[-5:] == [
        "Documents",
        "Pond report (https://exham.moderngov.co.uk/mgConvert2PDF.aspx?ID=7)",
        "Old plan",
        "Odd plan",
        "Plan & map",
    ]
    assert [d.text for d in report.decisions] == ["RESOLVED – That the pond be dredged."]


def test_minutes_keep_their_lists_tables_and_labels() -> None:
    minutes = (
        "<div class='WordSection1'><p>RESOLVED that:</p><ol type='a'><li>one be done</li>"
        "<li>two be done</li></ol><table><tr><th>Group</th><th>Award</th></tr>"
        "<tr><td>Scouts</td><td>£100</td></tr></table></div>"
    )
    report = _read(meeting(item("6.", "Grants", minutes)).xml())
    assert [(b.kind, b.label, b.text) for b in report.blocks[6:]] == [
        ("paragraph", None, "RESOLVED that:"),
        ("item", "6.a", "a. one be done"),
        ("item", "6.b", "b. two be done"),
        ("row", None, "Group\tAward"),
        ("row", None, "Scouts\t£100"),
    ]
    assert report.blocks[-1].columns == ("Group", "Award")


def test_comments_photographs_and_e_mail_addresses_are_not_kept() -> None:
    report = _read(
        meeting(
            item("1.", "The pond",
                 "<p>Write to <a href='mailto:a@exham.gov.uk'>ann.pike@exham.gov.uk</a>.</p>"
                 "<!-- zebrawood -->", commentlabel1="zebrawood", commenttext1="zebrawood"),
            attendees=[attendee("Cllr Jo Ash", "Present")],
        ).xml()
    )  # fmt: skip
    assert _lines(report)[-1] == "Write to [e-mail address]."
    assert not any(word in report.text for word in ("zebrawood", "smallpic", "@"))


@pytest.mark.parametrize(
    ("items", "day", "body"),
    [
        ([("Parks Committee", "03/03/2026"), ("Parks Committee", "03/03/2026")], "03/03/2026",
         "Parks Committee"),
        ([("Parks Committee", "03/03/2026"), ("Cabinet", "09/03/2026")], "03/03/2026",
         "Parks Committee"),
        ([("Parks Committee", "03/03/2026"), ("Cabinet", "03/03/2026")], "03/03/2026", None),
        ([("", "")], "03/03/2026", None),
    ],
)  # fmt: skip
def test_a_body_is_named_only_where_all_that_name_it_agree(
    items: list[tuple[str, str]], day: str, body: str | None
) -> None:
    told = [
        item(f"{n}.", "The pond", _POND, refertocommittee=name, preferreddate=on)
        for n, (name, on) in enumerate(items, 1)
    ]
    assert _read(meeting(*told, meetingdate=day).xml()).front.body == body


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("03/03/2026", date(2026, 3, 3)),
        ("3/3/2026 18:30:00", date(2026, 3, 3)),
        ("2026-03-03", date(2026, 3, 3)),
        ("2026-03-03T18:30:00Z", date(2026, 3, 3)),
        ("31/02/2026", None),
        ("", None),
        ("soon", None),
    ],
)
def test_dates_are_read_day_first_or_as_iso(stated: str, day: date | None) -> None:
    front = _read(meeting(item("1.", "The pond", _POND), meetingdate=stated).xml()).front
    assert (front.meeting_date, front.meeting_date_basis) == (day, "source" if day else None)


def test_a_list_of_meetings_has_a_row_for_each() -> None:
    answer = meetings(
        "Parks Committee",
        ("03/03/2026", "6.30 pm", "Confirmed"),
        ("07/04/2026", "6.30 pm", "Cancelled"),
    )
    for data in (answer.xml(), answer.json()):
        report = _read(data)
        assert (report.kind, report.front.body) == ("other", "Parks Committee")
        assert _lines(report) == [
            "Meetings of Parks Committee",
            "Meeting\tDate\tTime\tStatus",
            "Parks Committee\tTuesday 3 March 2026\t6.30 pm\tConfirmed",
            "Parks Committee\tTuesday 7 April 2026\t6.30 pm\tCancelled",
        ]
        assert report.blocks[-1].columns == ("Meeting", "Date", "Time", "Status")


def test_meetings_of_several_bodies_name_the_body_in_each_row() -> None:
    held = [
        {"meetingid": "1", "meetingdate": "03/03/2026", "meetingtime": "6 pm",
         "committeetitle": "Cabinet"},
        {"meetingid": "2", "meetingdate": "2026-03-04", "meetingtime": "7 pm",
         "committeetitle": "Parks &amp; Pitches Committee"},
        {"meetingid": "3", "meetingdate": "05/03/2026", "committeetitle": "Secret Board",
         "isdisplayallowed": "False"},
    ]  # fmt: skip
    report = _read(Answer("getmeetingsbydate", {"meetings": {"meeting": held}}).xml())
    assert (report.front.title, report.front.body) == ("Meetings", None)
    assert _lines(report)[1:] == [
        "Meeting\tDate\tTime",
        "Cabinet\tTuesday 3 March 2026\t6 pm",
        "Parks & Pitches Committee\tWednesday 4 March 2026\t7 pm",
    ]


def test_committees_that_no_longer_exist_are_left_out() -> None:
    answer = committees(
        ("Cabinet", "", "here"), ("Old Board", "", "gone"), ("Parks & Pitches", "Policy", "here")
    )
    for data in (answer.xml(), answer.json()):
        report = _read(data)
        assert (report.kind, report.front.title) == ("other", "Committees")
        assert _lines(report) == ["Committees", "Cabinet", "Parks & Pitches (Policy)"]
        assert report.warnings == ("Expired or deleted committees were left out: 1.",)


def test_gathered_committees_tell_their_purpose_and_members_by_role() -> None:
    gathered = {
        "council": "Exham Borough Council",
        "source": {"committeesUrl": "https://democracy.exham.gov.uk/GetCommittees"},
        "counts": {"totalInFeed": 3},
        "committees": [
            {"id": 5, "title": "Parks: Green Committee", "category": None,
             "flags": {"deleted": False, "expired": False}, "purpose": "It looks after parks.",
             "purposeSource": "scraped", "members": [
                 {"uid": 1, "name": "Councillor Jo O`Dell", "role": "Chair"},
                 {"uid": 2, "name": "Councillor Sam Reed MBE", "role": "Vice-Chair"},
                 {"uid": 3, "name": "Cllr Bo Moss (Wyeford Council)", "role": "Wyeford Council"},
                 {"uid": 4, "name": "Di Wood", "role": None}],
             "contact": {"phone": "01632 960001", "email": "parks@exham.gov.uk"}},
            {"id": 6, "title": "Bins Board", "flags": {"deleted": False, "expired": False},
             "purpose": None, "purposeSuggested": "Suggested: zebrawood",
             "purposeSource": "suggested", "members": []},
            {"id": 7, "title": "Old Board", "flags": {"deleted": False, "expired": True}},
        ],
    }  # fmt: skip
    report = _read(b"\xef\xbb\xbf" + json.dumps(gathered).encode())
    assert report.front.council == "Exham Borough Council"
    assert _lines(report) == [
        "Committees of Exham Borough Council",
        "Parks: Green Committee",
        "It looks after parks.",
        "Chair of Parks: Green Committee: Councillor Jo O`Dell",
        "Vice-Chair of Parks: Green Committee: Councillor Sam Reed MBE",
        "Member of Parks: Green Committee: Cllr Bo Moss (Wyeford Council)",
        "Member of Parks: Green Committee: Di Wood",
        "Bins Board",
    ]
    assert [(p.name, p.relation, p.area, p.organisation) for p in report.leads] == [
        ("Councillor Jo O`Dell", "Chair", "Parks: Green Committee", None),
        ("Councillor Sam Reed MBE", "Vice-Chair", "Parks: Green Committee", None),
        ("Cllr Bo Moss", "Member", "Parks: Green Committee", "Wyeford Council"),
        ("Di Wood", "Member", "Parks: Green Committee", None),
    ]


def _in_soap(answer: bytes) -> bytes:
    inner = answer.partition(b"?>")[2]
    return (
        b'<?xml version="1.0"?><soap:Envelope xmlns:soap="urn:soap"><soap:Body>'
        b'<GetMeetingResponse xmlns="http://moderngov.co.uk/"><GetMeetingResult>'
        + inner.replace(b"<meeting>", b'<meeting xmlns="">', 1)
        + b"</GetMeetingResult></GetMeetingResponse></soap:Body></soap:Envelope>"
    )


def _in_string(answer: bytes) -> bytes:
    inner = answer.partition(b"?>")[2].decode()
    escaped = inner.replace("&", "&amp;").replace("<", "&lt;")
    return f'<?xml version="1.0"?><string xmlns="http://x/">{escaped}</string>'.encode()


_ANSWER = meeting(item("4.", "Café & pond", _POND))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + _ANSWER.xml(), id="with a byte-order mark"),
        pytest.param(b"\n" + _ANSWER.xml(), id="with a line before it"),
        pytest.param(_ANSWER.xml().partition(b"?>")[2], id="without a declaration"),
        pytest.param(_ANSWER.xml(declared="iso-8859-1"), id="declared as Latin-1, being UTF-8"),
        pytest.param(_ANSWER.xml().decode().encode("cp1252"), id="cp1252, declared as UTF-8"),
        pytest.param(_ANSWER.xml(declared="utf-16").decode().encode("utf-16"), id="UTF-16"),
        pytest.param(_ANSWER.xml().replace(b"Confirmed", b"Confirmed&#x1f;"), id="a control"),
        pytest.param(_in_soap(_ANSWER.xml()), id="in an envelope"),
        pytest.param(_in_string(_ANSWER.xml()), id="in a string"),
        pytest.param(b"\xef\xbb\xbf" + _ANSWER.json(), id="JSON with a byte-order mark"),
        pytest.param(
            _ANSWER.json().replace(b"{", b'{"?xml": {"@version": "1.0"}, ', 1),
            id="JSON that keeps the declaration",
        ),
        pytest.param(json.dumps(json.loads(_ANSWER.json())["meeting"]).encode(), id="JSON, bare"),
        pytest.param(
            _ANSWER.json().replace(b'{"agendaitem": {', b'[{').replace(b"}}, \"attendees\"",
                                                                       b"}], \"attendees\""),
            id="JSON, no name in its lists",
        ),
    ],
)  # fmt: skip
def test_an_answer_is_read_however_it_was_saved(data: bytes) -> None:
    report = _read(data)
    assert (report.kind, report.front.body) == ("minutes", "Parks Committee")
    assert [(d.minute, d.heading) for d in report.decisions] == [("4", "Café & pond")]


def test_what_a_meeting_does_not_say_is_not_there() -> None:
    report = _read(Answer("meeting", {"meetingdate": "03/03/2026", "agendaitems": "\n "}).xml())
    assert _lines(report) == ["Agenda for a meeting on 3 March 2026", "Date: Tuesday 3 March 2026"]
    assert (report.front.body, report.leads, report.decisions) == (None, (), ())


_BILLION = b'<!DOCTYPE meeting [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
_NAMED = b'<!DOCTYPE meeting [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (_ANSWER.xml().replace(b"<meeting>", _BILLION + b"<meeting>", 1), "corrupt"),
        (_ANSWER.xml().replace(b"<meeting>", _NAMED + b"<meeting>", 1), "corrupt"),
        (_ANSWER.xml()[:-20], "corrupt"),
        (_ANSWER.json()[:-20], "corrupt"),
        (b"<?xml version='1.0'?><meeting>" + b"<a>" * 4000, "corrupt"),
        (b'{"meetingid": ' + b"[" * 100_000, "corrupt"),
        (b'{"meetingid": ' + b'{"a":' * 900 + b"1" + b"}" * 901, "corrupt"),
        (b"<?xml version='1.0'?><minutes><p>Agreed.</p></minutes>", "unsupported"),
        (b"<?xml version='1.0'?><meeting><note>x</note></meeting>", "unsupported"),
        (b"<?xml version='1.0'?><attachment><title>x</title></attachment>", "unsupported"),
        (b"<?xml version='1.0'?><memberlist><members/></memberlist>", "unsupported"),
        (b"<councillorsbyward><wards/></councillorsbyward>", "unsupported"),
        (b'{"type": "FeatureCollection", "features": []}', "unsupported"),
        (b'{"council": "Exham", "wards": [{"id": "1", "name": "East"}]}', "unsupported"),
        (b'[{"meetingid": 1}]', "unsupported"),
        (b"{}", "unsupported"),
        (meeting(meetingdate="").xml(), "no_text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, reason: str) -> None:
    with pytest.raises(Unreadable) as refused:
        _read(data)
    assert refused.value.reason == reason
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("field", [{"isdisplayallowed": "False"}, {"isrestricted": "True"}])
def test_nothing_is_kept_of_a_meeting_that_is_not_to_be_shown(field: dict[str, str]) -> None:
    with pytest.raises(Withheld) as withheld:
        _read(meeting(item("1.", "The pond", _POND), **field).xml())
    assert withheld.value.reason == "exempt"
