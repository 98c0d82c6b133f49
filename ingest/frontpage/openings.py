"""The sentences a paper opens with: whose meeting, when, and whose report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import Block
from ingest.dates import FoundDate, find_dates
from ingest.frontpage.bodies import body_named, council_named, ends_in_when
from ingest.frontpage.field_names import is_label


@dataclass(frozen=True, slots=True)
class Opening:
    """What one opening line says; ``block`` is its number."""

    block: int
    # "minutes", "agenda", "meeting", "report_of", "report_to", "decisions", "date" or "council"
    kind: str
    body: str | None = None
    council: str | None = None
    date: FoundDate | None = None
    words: str | None = None


_LONGEST = 300  # characters; what is longer is a paragraph that may begin like an opening
_SORT = r"(?:ordinary|annual|special|extraordinary|virtual|remote|monthly|general|public|full|main)"
# Notes of what meets are minutes; "Notes from Mill Road" are a newsletter's.
_MEETS = r"(?:meeting|committee|group|party|forum|panel|board)\b"
# "Minutes of the meeting of the Planning Committee held on …", "DRAFT MINUTES of a Meeting held".
_MINUTES = re.compile(
    rf"(?:(?P<whose>[\w’' ]{{0,60}}\b(?:council|committee|cabinet))(?:\s+[–—:-])?\s+)?"
    rf"(?:(?:draft|unconfirmed|unapproved|approved|confirmed|open|public)\s+)?"
    rf"(?:minutes|minutes?(?=\s+of\s+(?:\w+\s+){{0,4}}meeting)"
    rf"|(?:action\s+)?notes(?=\s+(?:of|from|for)\b.{{0,150}}\b{_MEETS}))\b(?:\s+(?:of|for|from)\b\s*"
    rf"(?P<rest>(?:(?:a|an|the)\s+)?(?:{_SORT}\s+)*(?P<meeting>(?:general\s+)?meetings?\b)?.*))?",
    re.IGNORECASE | re.DOTALL,
)
# "Meeting of the Cabinet – 16th March 2011", "You are summoned to a meeting of Exham Town Council".
_MEETING = re.compile(
    r"(?P<agenda>(?:agenda|summons|notice)\s+(?:for|of|to)\s+"
    r"|(?P<summons>(?:[^.]{0,120}?\b(?:you|members|councillors)\s+are\s+(?:hereby\s+)?"
    r"(?:summoned|invited|requested)\s+to\s+(?:attend\s+)?"
    r"|(?:i\s+(?:hereby\s+)?give\s+(?:you\s+)?notice|notice\s+is\s+(?:hereby\s+)?given)\s+that\s+)))?"
    rf"(?:(?:a|an|the)\s+)?(?:{_SORT}\s+)*"
    r"meeting\s+(?:of|for)\s+(?P<rest>.+)",
    re.IGNORECASE | re.DOTALL,
)
# "Agenda for Cabinet", "Agenda for the Parks Committee to be held on 4 May 2021".
_AGENDA = re.compile(r"agenda\s+(?:for|of)\s+(?P<rest>.{3,250})", re.IGNORECASE)
# "AGENDA for the meeting to be held on 4 May 2021", "Agenda – 4 May 2021": up to the date.
_AGENDA_ON = re.compile(
    r"(?:(?:draft|revised|supplementary|public)\s+)?(?:agenda|summons|notice(?=\s+of\b))"
    rf"(?:\s+(?:for|of|to)\s+(?:(?:a|an|the|this|our)\s+)?(?:{_SORT}\s+|next\s+)*meeting)?\s*[,:–—-]?\s*"
    r"(?:(?:which\s+)?(?:is\s+)?(?:to\s+be|will\s+be|being)\s+)?(?:held|convened|taking\s+place)?"
    r"(?:\s*(?:at|in|remotely|virtually|via|by)\b[^.]{0,100})?(?:\s*\b(?:on|for))?\W*",
    re.IGNORECASE,
)
# "Report of the Chief Executive", "JOINT REPORT OF THE DIRECTORS OF …".
_REPORT_OF = re.compile(
    r"(?:(?:a|the|open)\s+)?(?:joint\s+)?report\s+(?:of|by|from|on\s+behalf\s+of)\s*:?\s+(?!the\s+meeting)(?P<who>.{3,200})",
    re.IGNORECASE,
)
# "Report to Cabinet", "REPORT TO THE PLANNING COMMITTEE – 4 MAY 2025".
_REPORT_TO = re.compile(r"report\s+(?:to|for)\s+(?:the\s+)?(?P<rest>.{3,150})", re.IGNORECASE)
# "The meeting of the Cabinet on 4 May is expected to …" tells of a meeting, and opens none.
_TOLD = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|might|can|shall)\s+(?!held|to\s+be)[a-z]"
)
# "Meeting held on 4 May 2021", "held in the Moot Hall on", "Decisions taken on".
_HELD = re.compile(
    r"(?:(?:the|a)\s+)?(?:(?:meeting|decisions?)\s+)?(?:to\s+be\s+)?(?:held|taken|made|convened)?"
    r"(?:\s*(?:at|in|remotely|virtually|via|by)\b[^.]{0,100})?(?:\s*\bon)?|date",
    re.IGNORECASE,
)
# "DECISIONS OF THE CABINET", "Record of decisions taken by the Executive".
_DECISIONS = re.compile(
    r"(?:(?:record|notice|list|summary|schedule)\s+of\s+)?(?:the\s+)?decisions?\s+"
    r"(?:of|taken\s+by|made\s+by|taken\s+at|made\s+at)\s+(?P<rest>.{3,200})",
    re.IGNORECASE,
)


def openings(blocks: Sequence[Block]) -> Iterator[Opening]:
    """What each of the first blocks says as a sentence, where it is one of the known ones."""
    for number, block in enumerate(blocks):
        if block.kind != "row" and block.label is None:
            text = block.words[:_LONGEST].strip(" *_")
            if is_label(text):
                continue
            yield from _opening(number, text, whole=len(block.words) <= _LONGEST)


def _opening(number: int, text: str, *, whole: bool) -> Iterator[Opening]:
    dates = find_dates(text)
    first = dates[0] if dates else None
    if match := _MINUTES.match(text):
        rest = match["rest"] or match["whose"] or ""
        council = council_named(match["whose"] or "") or _council_in(rest)
        yield Opening(number, "minutes", _body_in(rest), council, first, text if whole else None)
    elif not whole:
        return
    elif opening := _of_meeting(number, text, first) or _of_paper(number, text, first):
        yield opening
    elif council := council_named(text):
        yield Opening(number, "council", council=council)
    elif first and ends_in_when(text, dates):
        yield from _dated_line(number, text[: first.start], first)


def _of_meeting(number: int, text: str, first: FoundDate | None) -> Opening | None:
    """A line that announces a meeting, or its agenda."""
    if re.fullmatch(r"agenda|summons", text, re.IGNORECASE):
        return Opening(number, "agenda", words=text)
    if match := _MEETING.fullmatch(text):
        kind = "agenda" if match["agenda"] else "meeting"
        if kind == "meeting" and _TOLD.search(match["rest"]):
            return None
        words = text if kind == "agenda" and not match["summons"] else None
        rest = match["rest"]
        return Opening(number, kind, _body_in(rest), _council_in(rest), first, words)
    if (match := _AGENDA.fullmatch(text)) and (body := _body_in(match["rest"])):
        return Opening(number, "agenda", body, council_named(body), first, text)
    if first and _AGENDA_ON.fullmatch(text[: first.start]):
        return Opening(number, "agenda", date=first, words=text)
    return None


def _of_paper(number: int, text: str, first: FoundDate | None) -> Opening | None:
    """A line that says whose report it is, to whom it goes, or whose decisions follow."""
    if (match := _REPORT_OF.fullmatch(text)) and not _TOLD.search(match["who"]):
        return Opening(number, "report_of", words=match["who"])
    for kind, pattern in (("decisions", _DECISIONS), ("report_to", _REPORT_TO)):
        if (match := pattern.fullmatch(text)) and (body := _body_in(match["rest"])):
            return Opening(number, kind, body, date=first)
    return None


def _dated_line(number: int, before: str, first: FoundDate) -> Iterator[Opening]:
    """A line that is a date, or a body and a date: "Cabinet, 16 March 2011"."""
    if body := body_named(before):
        yield Opening(number, "meeting", body, council_named(before), first)
    elif _HELD.fullmatch(before.strip(" –-:,.(")):
        yield Opening(number, "date", date=first)


def _body_in(rest: str) -> str | None:
    return body_named(re.sub(r"^.*?\bmeetings?\s+(?:of|for)\s+", "", rest, flags=re.IGNORECASE))


def _council_in(rest: str) -> str | None:
    """The council in "a meeting of Exham Town Council held …"; None for any other body."""
    body = _body_in(rest)
    return council_named(body) if body else None
