"""What a paper says of itself: title, body, date, whose report it is, and what it is marked."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from index.records import Block, FrontPage
from ingest.bodies import body_named, clean_body, council_named, in_title_case
from ingest.contact import split_contact
from ingest.dates import FoundDate, find_dates
from ingest.field_names import fact_of, is_blank
from ingest.fields import Field, fields_in
from ingest.meeting_date import MeetingDate, settle
from ingest.openings import Opening, openings
from ingest.pages import Properties
from ingest.sections import section_of

_LONGEST_FRONT = 30  # blocks before the first section's heading, where there is one
_LONGEST_VALUE = 500  # characters
_LONGEST_TITLE = 250  # characters
_LETTERHEAD = 8  # blocks among which a body may stand by itself
# Facts that papers also give at their end, in an author's table or under headings of their own.
_ANYWHERE = frozenset(
    {"author", "contact", "reference", "wards", "key_decision", "call_in", "report_date"}
)
_OF_PEOPLE = ("author", "contact")
_INTRODUCED = re.compile(
    r"[\s,;–-]*\(?\s*(?:to be\s+)?(?:introduced|presented)\s+by\s*:?\s+"
    r"(?:the\s+)?(?P<who>[^()]+)\)?$",
    re.IGNORECASE,
)
# Lines on a front page that are neither a fact nor the title.
_PASSING = re.compile(
    r"(?:part\s+(?:[12ab]|i{1,2})\b.*|.*\bopen to the public\b.*|page\s.*"
    r"|(?:agenda\s+)?item\b.{0,20}"
    r"|for (?:general release|publication|decision|information)\b.*|not for publication.*|report"
    r"|(?:public|committee|cabinet|council|officer|executive|delegated)?\s*report"
    r"|draft|public|appendix\s+\w+|confidential|exempt|(?:executive )?decision (?:notice|record)"
    r"|.*@.*|https?:.*|\W*)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Front:
    """The front of a paper, as read so far."""

    blocks: Sequence[Block]  # those of the front page
    fields: list[Field]
    openings: list[Opening]
    warnings: list[str] = field(default_factory=list)

    def first(self, *facts: str) -> str | None:
        """The first value found under any of these facts, blank ones left out."""
        values = (f.value for f in self.all(*facts) if len(f.value) <= _LONGEST_VALUE)
        return next((value for value in values if not is_blank(value)), None)

    def all(self, *facts: str) -> list[Field]:
        return [f for fact in facts for f in self.fields if f.fact == fact]

    def opening(self, *kinds: str) -> Iterable[Opening]:
        return (o for kind in kinds for o in self.openings if o.kind == kind)


def read_front_page(
    blocks: Sequence[Block], properties: Properties, name: str, council: str | None = None
) -> tuple[FrontPage, tuple[str, ...]]:
    """A paper's front page and what is doubtful about it; ``council`` is what the operator says.

    ``name`` is the file's name or address, from which only a date is taken, and only where the
    paper states none.
    """
    front = _front(blocks, properties)
    day = _meeting_date(front, name)
    stated = _council(front)
    if council and stated and stated.casefold() != council.casefold():
        front.warnings.append("The paper names another council than it was ingested for.")
    page = FrontPage(
        title=_title(front),
        council=council or stated,
        body=_body(front, stated),
        meeting_date=day.value,
        meeting_date_basis=day.basis,
        meeting_date_rule=day.rule,
        report_of=_report_of(front),
        introduced_by=_introduced_by(front),
        author=_person(front.first("author")),
        contact=_person(front.first("contact")),
        reference=front.first("reference"),
        wards=front.first("wards"),
        key_decision=_yes_or_no(front, "key_decision"),
        call_in=_yes_or_no(front, "call_in"),
        draft=_is_draft(front),
    )
    return page, tuple(front.warnings)


def front_blocks(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks before the first section of a paper's own text."""
    for number, block in enumerate(blocks[:_LONGEST_FRONT]):
        section = section_of(block.words) if block.kind == "heading" else None
        numbered = block.kind == "heading" and block.label is not None
        if number and (numbered or section not in (None, "agenda")):
            return blocks[:number]
    return blocks[:_LONGEST_FRONT]


def _front(blocks: Sequence[Block], properties: Properties) -> _Front:
    first = front_blocks(blocks)
    fields = [
        Field(fact, value, -1, key)
        for key, value in properties.front_matter.items()
        if (fact := fact_of(key))
    ]
    rows = {f.block for f in fields_in(blocks) if f.fact in ("author", "reference")}
    for each in fields_in(blocks):
        written = each.fact == "date" and each.block in rows and blocks[each.block].kind == "row"
        fact = "report_date" if written else each.fact
        if each.block < len(first) or (fact in _ANYWHERE and _is_own(each, blocks)):
            fields.append(Field(fact, each.value, each.block, each.label))
    return _Front(first, fields, list(openings(first)))


def _is_own(found: Field, blocks: Sequence[Block]) -> bool:
    """Whether a fact beyond the front page is about the paper, not a row of some table in it."""
    block = blocks[found.block]
    if block.kind != "row":
        return True
    return all(map(fact_of, block.columns)) and fact_of("".join(block.columns[:1])) in _OF_PEOPLE


def _meeting_date(front: _Front, name: str) -> MeetingDate:
    written = next((d.value for f in front.all("report_date") for d in find_dates(f.value)), None)
    named = _date_in_name(name)
    found = _stated_dates(front)
    if len({day.value for day in found if day.value}) > 1:
        front.warnings.append("The paper gives more than one meeting date; the first is taken.")
    settled = settle(found[0] if found else None, written, named)
    if settled.warning:
        front.warnings.append(settled.warning)
    return settled


def _stated_dates(front: _Front) -> list[FoundDate]:
    """The dates that may be the meeting's, from the surest place that gives any."""
    meeting = [d for f in front.all("meeting_date") for d in find_dates(f.value)]
    opening = [o.date for o in front.opening("minutes", "meeting", "agenda", "report_to") if o.date]
    plain = [d for f in front.all("date") for d in find_dates(f.value)]
    alone = [o.date for o in front.opening("date") if o.date]
    return meeting or opening[:1] or plain or alone[:1]


def _date_in_name(name: str) -> date | None:
    """The one whole date in a file's own name; None if there are two, as in a range."""
    found = {day.value for day in find_dates(name.rsplit("/", 1)[-1]) if day.value}
    return found.pop() if len(found) == 1 else None


def _council(front: _Front) -> str | None:
    """The council that the paper states as a fact or heads its first lines with; never guessed."""
    if value := front.first("council"):
        return council_named(value) or in_title_case(value)
    for opening in front.openings:
        if opening.council and (opening.kind != "council" or _heads(front, opening.block)):
            return opening.council
    return None


def _heads(front: _Front, number: int) -> bool:
    """Whether a line stands above every fact of the front page, as a letterhead does."""
    others = [o.block for o in front.openings if o.kind != "council"]
    return number < min([f.block for f in front.fields if f.block >= 0] + others, default=3)


def _body(front: _Front, council: str | None) -> str | None:
    for value in (f.value for f in front.all("body") if not is_blank(f.value)):
        name = body_named(value) or in_title_case(clean_body(value))
        if 0 < len(name) <= 100:
            return name
    for opening in front.opening("minutes", "meeting", "agenda", "report_to"):
        if opening.body:
            return _in_full(opening.body, council)
    alone = next(filter(None, (_body_alone(b) for b in front.blocks[:_LETTERHEAD])), None)
    of_council = council and any(front.opening("minutes"))
    return alone or (council if of_council else None)


def _in_full(body: str, council: str | None) -> str:
    """The name of a council that calls itself "the Parish Council" below its letterhead."""
    own = council and len(body.split()) > 1 and council.casefold().endswith(f" {body.casefold()}")
    return council if own and council else body


def _body_alone(block: Block) -> str | None:
    """A body named by a line of its own near the top; a council's name there is its letterhead."""
    if block.kind == "row" or block.label or council_named(block.words):
        return None
    return body_named(block.words)


def _title(front: _Front) -> str | None:
    stated = front.first("title")
    if stated:
        return stated
    minutes = next((o.words for o in front.opening("minutes")), None)
    agenda = next((o.words for o in front.opening("agenda")), None)
    return minutes or agenda or _printed_title(front)


def _printed_title(front: _Front) -> str | None:
    """The first heading that is nothing else; failing that, the first short line that is."""
    taken = {f.block for f in front.fields} | {o.block for o in front.openings}
    free = [
        block
        for number, block in enumerate(front.blocks)
        if number not in taken and _may_be_title(block)
    ]
    headings = [block for block in free if block.kind == "heading"]
    short = [b for b in free if b.kind == "paragraph" and b.label is None and len(b.words) <= 150]
    return next((b.words.strip(" *_") for b in (*headings, *short[:1])), None)


def _may_be_title(block: Block) -> bool:
    text = block.words.strip(" *_")
    if len(text) > _LONGEST_TITLE:
        return False
    passing = _PASSING.fullmatch(text) or section_of(text) or fact_of(text) or body_named(text)
    sentence = text.endswith((".", ":", ";", ","))
    return block.kind != "row" and not passing and not sentence


def _report_of(front: _Front) -> str | None:
    value = front.first("report_of") or next((o.words for o in front.opening("report_of")), None)
    if not value:
        return None
    who = _INTRODUCED.sub("", value)
    return in_title_case(re.sub(r"^the\s+", "", who, flags=re.IGNORECASE).strip(" .:–-")) or None


def _introduced_by(front: _Front) -> str | None:
    if value := front.first("introduced_by"):
        return value
    found = (_INTRODUCED.search(f.value) for f in front.all("report_of"))
    return next((match["who"].strip() for match in found if match), None)


def _person(value: str | None) -> str | None:
    """Who is named, without telephone and e-mail: those are kept apart."""
    rest = split_contact(value)[0] if value else ""
    return None if is_blank(rest) else rest


def _yes_or_no(front: _Front, fact: str) -> bool | None:
    """A stated yes or no; None for anything else.

    "Non-key" answers whether the decision is key.
    """
    value = (front.first(fact) or "").casefold()
    if re.match(r"(?:no|non|not|n|false)\b", value):
        return False
    return True if re.match(r"(?:(?:yes|y|true|key)\b|[✓√☑✔])", value) else None


def _is_draft(front: _Front) -> bool:
    """Whether the paper is marked a draft; "Draft Budget" as a subject does not mark it."""
    marks = re.compile(
        r"draft|draft\s+(?:\w+\s+)?(?:minutes|report|decision|notes|record|agenda|v(?:ersion)?\b)\b.*"
        r"|(?:un(?:confirmed|approved)|unadopted)\s+minutes\b.*|.*\bminutes\b.*[\[(–-]\s*draft\W*"
        r"|.*\bsubject to (?:approval|confirmation)\b.*\bmeeting\b.*",
        re.IGNORECASE,
    )
    lines = (cell for block in front.blocks for cell in block.cells if len(cell) < 300)
    return any(marks.fullmatch(line.strip(" *_[]()")) for line in lines)
