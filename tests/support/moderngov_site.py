"""A council's ModernGov site on this machine: `support.website` with its answers and pages.

Written after the documented shapes: element names, texts escaped twice, days as 03/03/2026. Days
in any other form are taken and ignored, as the real service does.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, urlsplit

from support.moderngov import Answer, Fields, document, item, linked, meeting
from support.website import Deed, Website, paper, status, website

REPORT = """Report of the Head of Parks

Meeting: Parks Committee

{title}

PURPOSE OF REPORT

1. To tell members of the {title} and what it costs.

RECOMMENDATION

2. That the committee approves the {title}.
"""


@dataclass
class Exham:
    """What the site holds: two bodies that meet, one that has expired, and decisions."""

    site: Website
    meetings: dict[str, tuple[str, date, Answer]] = field(default_factory=dict)  # by number
    decisions: list[int] = field(default_factory=list)

    @property
    def source(self) -> str:
        """What to ingest."""
        return f"moderngov:{self.site.address('')}"

    def at(self, path: str) -> str:
        """An address of the site."""
        return self.site.address(path)

    def meets(self, number: str, day: date, *items: Fields, body: str = "12", **more: str) -> None:
        """Have a body meet."""
        said = {"meetingdate": f"{day:%d/%m/%Y}", "meetingid": number, **more}
        self.meetings[number] = (body, day, meeting(*items, **said))
        self.site.deeds[f"/mgWebService.asmx/GetMeeting?lMeetingId={number}"] = self._meeting(
            number
        )

    def document(self, title: str, number: int, **fields: str) -> Fields:
        """A report that the site holds, to be linked to an item."""
        path = f"/documents/s{number}/{title.replace(' ', '%20')}.txt"
        self.site.deeds[path] = paper(REPORT.format(title=title), ETag=f'"{number}"')
        return document(title, number, **{"url": self.at(path), **fields})

    def decides(self, number: int, title: str) -> None:
        """Have an officer decide something."""
        self.decisions.append(number)
        page = DECISION.format(title=title, number=number)
        path = f"/documents/s{number}/Why.txt"
        self.site.deeds[path] = paper(REPORT.format(title=title))
        self.site.deeds[f"/ieDecisionDetails.aspx?ID={number}"] = paper(page, "text/html")

    def _meeting(self, number: str) -> Deed:
        return lambda handler: paper(self.meetings[number][2].xml(), "text/xml")(handler)


@contextmanager
def exham() -> Iterator[Exham]:
    """The site, with nothing that meets yet."""
    with website() as site:
        held = Exham(site)
        site.deeds |= {
            "/mgWebService.asmx/GetCommittees": paper(COMMITTEES, "text/xml"),
            "/mgWebService.asmx/GetMeetings": lambda handler: _meetings(held, handler),
            "/mgDelegatedDecisions.aspx": lambda handler: _decisions(held, handler),
            "/mgListOfficerDecisions.aspx": status(404),
        }
        yield held


def reported(held: Exham, title: str, number: int, **fields: str) -> Fields:
    """An item with a report."""
    return item("5.", title) | linked(held.document(title, number, **fields))


def _meetings(held: Exham, handler: BaseHTTPRequestHandler) -> None:
    asked = parse_qs(urlsplit(handler.path).query)
    body = asked["lCommitteeId"][0]
    days = [_day(asked[name][0]) for name in ("sFromDate", "sToDate")]
    told: list[Fields] = [
        {
            "meetingid": number,
            "meetingdate": f"{day:%d/%m/%Y}",
            "meetingstatus": str(answer.fields["meetingstatus"]),
            "meetingtime": "6.30 pm",
        }
        for number, (whose, day, answer) in held.meetings.items()
        if whose == body and (None in days or days[0] <= day <= days[1])  # type: ignore[operator]
    ]
    committee: Fields = {
        "committeeid": body,
        "committeetitle": "Parks Committee",
        "committeemeetings": {"meeting": told},
    }
    answer = Answer("getmeetings", {"meetingscount": f" {len(told)}", "committee": committee})
    paper(answer.xml(), "text/xml")(handler)


def _day(text: str) -> date | None:
    wanted = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", text)
    return date(int(wanted[3]), int(wanted[2]), int(wanted[1])) if wanted else None


def _decisions(held: Exham, handler: BaseHTTPRequestHandler) -> None:
    rows = "".join(
        f'<tr><td><a href="ieDecisionDetails.aspx?ID={n}">A decision<span class="mgHide"> ref: {n}'
        "</span></a></td><td>03/03/2026</td></tr>"
        for n in held.decisions
    )
    page = f"<!DOCTYPE html><html><body><table class='mgTabTable'>{rows}</table></body></html>"
    paper(page, "text/html; charset=iso-8859-1")(handler)


COMMITTEES = """<?xml version="1.0" encoding="utf-8"?>
<committees><committeescount> 3</committeescount>
<committee><committeeid>12</committeeid><committeetitle>Parks Committee</committeetitle>
<committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired>
<committeecategory>Committees</committeecategory></committee>
<committee><committeeid>13</committeeid><committeetitle>Chair&amp;#39;s Panel</committeetitle>
<committeedeleted>False</committeedeleted><committeeexpired>False</committeeexpired>
<committeecategory>Committees</committeecategory></committee>
<committee><committeeid>14</committeeid><committeetitle>Tramways Committee</committeetitle>
<committeedeleted>False</committeedeleted><committeeexpired>True</committeeexpired>
<committeecategory>Committees</committeecategory></committee></committees>
"""
DECISION = """<!DOCTYPE html>
<html><head><title>Decision details</title></head><body><div class="mgContent">
<h1>Decision details</h1><h2 class="mgSubTitleTxt">{title}</h2>
<p><span class="mgLabel">Decision Maker: </span>Head of Parks</p>
<p><span class="mgLabel">Decision status: </span>Decision made</p>
<p><span class="mgLabel">Is Key decision?: </span>No</p>
<p><span class="mgLabel">Is subject to call in?: </span>No</p>
<p><span class="mgLabel">Date of decision: </span>03/03/2026</p>
<h3 class="mgSubSubTitleTxt">Decision: </h3>
<div class="mgWordPara"><div class="WordSection1"><p class="MsoNormal">To let the {title} to the
lowest tender of £4,000.</p></div></div>
<h3>Accompanying Documents:</h3>
<ul class="mgBulletList"><li><a href="documents/s{number}/Why.txt">Why</a>
<span class="mgFileSize">12 KB</span></li></ul></div></body></html>
"""
