"""ModernGov's answers about an invented council, as XML and as the same in JSON."""

import json
from dataclasses import dataclass, field
from html import escape
from xml.sax.saxutils import escape as xml_escape

Fields = dict[str, "str | Fields | list[Fields]"]


@dataclass
class Answer:
    """An answer as names and values; attributes of XML begin with "@"."""

    name: str
    fields: Fields = field(default_factory=dict)

    def xml(self, *, declared: str = "utf-8") -> bytes:
        """As the web service sends it."""
        body = _element(self.name, self.fields)
        return f'<?xml version="1.0" encoding="{declared}"?>\n{body}'.encode()

    def json(self) -> bytes:
        """Its plain translation: the same names, one member of a list without a list around it."""
        return json.dumps({self.name: _plain(self.fields)}, ensure_ascii=False).encode()


def meeting(*items: Fields, attendees: list[Fields] | None = None, **fields: str) -> Answer:
    """GetMeeting: a meeting of the Parks Committee on 3 March 2026, told otherwise by fields."""
    usual: Fields = {
        "meetingid": "71",
        "meetingdate": "03/03/2026",
        "meetingstatus": "Confirmed",
        "isdisplayallowed": "True",
        "meetingtime": "6.30 pm",
        "meetinglocation": "Town Hall, Exham",
        "agendapublished": "True",
        "decisionpublished": "False",
        "minutepublished": "True",
    }
    lists: Fields = {
        "agendaitems": {"agendaitem": list(items)},
        "attendees": {"attendee": attendees or []},
    }
    return Answer("meeting", usual | fields | lists)


def item(number: str, title: str, minutes: str = "", **fields: str) -> Fields:
    """An agenda item; texts are HTML, and titles are escaped for HTML, as ModernGov has them."""
    usual: Fields = {
        "agendaitemid": f"9{number}",
        "agendaitemtitle": escape(title),
        "agendaitemnumber": number.rstrip("."),
        "fulldisplaynumberformat": number,
        "commentlabel1": "Presented By",
        "commenttext1": "",
        "minutesnonemptyhtmlbody": minutes,
        "isrestricted": "False",
        "isdisplayallowed": "True",
        "preferreddate": "03/03/2026",
        "refertocommittee": "Parks Committee",
    }
    return usual | fields


def document(title: str, number: int, **fields: str) -> Fields:
    """A document linked to an item."""
    usual: Fields = {
        "attachmentid": str(number),
        "title": escape(title),
        "isurl": "False",
        "url": f"https://exham.moderngov.co.uk/mgConvert2PDF.aspx?ID={number}",
        "isrestricted": "False",
        "restrictionsRef": "",
        "meetingdate": "03/03/2026",
        "committeetitle": "Parks Committee",
    }
    return usual | fields


def linked(*documents: Fields) -> Fields:
    """The documents of an item."""
    return {"linkeddocuments": {"linkeddoc": list(documents)}}


def attendee(name: str, attendance: str, role: str = "Committee Member", **more: str) -> Fields:
    """Someone at a meeting."""
    usual: Fields = {
        "@membertype": "U",
        "@name": escape(name),
        "@roledescription": role,
        "@attendance": attendance,
        "photosmallurl": "https://exham.moderngov.co.uk/smallpic.jpg",
    }
    return usual | {f"@{key}": value for key, value in more.items()}


def meetings(body: str, *days: tuple[str, str, str]) -> Answer:
    """GetMeetings: each day with its time and status."""
    held: list[Fields] = [
        {"meetingid": str(n), "meetingdate": day, "meetingstatus": status, "meetingtime": time}
        for n, (day, time, status) in enumerate(days)
    ]
    committee: Fields = {
        "committeeid": "12",
        "committeetitle": escape(body),
        "committeemeetingcount": f" {len(days)}",
        "committeemeetings": {"meeting": held},
    }
    counts: Fields = {"meetingscount": f" {len(days)}", "committeescount": " 1"}
    return Answer("getmeetings", counts | {"committee": committee})


def committees(*named: tuple[str, str, str]) -> Answer:
    """GetCommittees: each title with its category, and "gone" if it has expired."""
    held: list[Fields] = [
        {
            "committeeid": str(n),
            "committeetitle": escape(title),
            "committeedeleted": "False",
            "committeeexpired": "True" if state == "gone" else "False",
            "committeecategory": category,
        }
        for n, (title, category, state) in enumerate(named)
    ]
    return Answer("committees", {"committeescount": f" {len(held)}", "committee": held})


def _element(name: str, value: "str | Fields | list[Fields]") -> str:
    if isinstance(value, list):
        return "".join(_element(name, member) for member in value)
    if isinstance(value, str):
        return f"<{name}>{xml_escape(value)}</{name}>"
    quoted = {'"': "&quot;"}
    attributes = "".join(
        f' {key[1:]}="{xml_escape(str(text), quoted)}"'
        for key, text in value.items()
        if key[0] == "@"
    )
    inner = "".join(_element(key, each) for key, each in value.items() if key[0] != "@")
    return f"<{name}{attributes}>{inner}</{name}>"


def _plain(value: "str | Fields | list[Fields]") -> object:
    if isinstance(value, list):
        members = [_plain(member) for member in value]
        return members[0] if len(members) == 1 else members
    if isinstance(value, str):
        return {"True": True, "False": False}.get(value, value)
    return {key.lower().lstrip("@"): _plain(each) for key, each in value.items()}
