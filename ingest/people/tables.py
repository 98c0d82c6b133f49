"""People that tables name: a column heading says what they are, another column what for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Lead
from ingest.frontpage.field_names import fact_of
from ingest.people.cells import lead_of, people_in
from ingest.people.person import person_in
from ingest.people.posts import is_post_alone, relation_of

# What a column or a label is called that holds a person, and so names their relation.
RELATION = re.compile(
    r"(?=.{3,70}$)(?!.*\b(?:number|no|time|date|column|total|public|applicants?|objectors?|votes?"
    r"|comments?|views|decision(?![ -]?(?:maker|taker))|response|question|interest|address"
    r"|of members|of parliament|mp|likelihood|recommendation|time)\b)"
    r".*\b(?:officers?|members?|holders?|chair(?:man|woman|person)?|councillors?|cllrs?|lead"
    r"|director|manager|sponsor|representatives?|author|clerk|leader|contact|owner|responsible"
    r"|champion|secretary|treasurer|nominee|trustee|maker|taker|accountable|introduced by"
    r"|presented by|prepared by|signed|assigned to|action by|delegated to)\b"
    r"(?!\s+(?:details?|number|area|of service)).*",
    re.IGNORECASE,
)
_NAME_COLUMN = re.compile(r"(?:full\s+)?names?(?: of .*)?|officer|member|councillor", re.IGNORECASE)
_POST_COLUMN = re.compile(r"(?:job\s+)?title|post|position|role|designation|office", re.IGNORECASE)
_ORGANISATION_COLUMN = re.compile(
    r"organisations?|authority|council|company|employer|body|representing|partner", re.IGNORECASE
)
_CONTACT_COLUMN = re.compile(
    r".*\b(?:ext(?:ension)?|tel(?:ephone)?|phone|mobile|e-?mail|contact details?)\b.*",
    re.IGNORECASE,
)
_NUMBER_COLUMN = re.compile(r"(?:no|number|ref|reference|item|#|id)?\.?", re.IGNORECASE)
_DATE_COLUMN = re.compile(
    r".*\b(?:date|deadline|when|due|by when|timescale|start|finish|status|rag|score|rating|cost"
    r"|likelihood|impact|budget)\b.*",
    re.IGNORECASE,
)
_WHO = re.compile(r"(?:by\s+)?whom?|lead|responsib(?:le|ility)", re.IGNORECASE)
# What rows of registers and plans are about, wherever the column stands.
_AREA_COLUMN = re.compile(
    r"(?:(?:key|main|agreed|planned|proposed|description of|service|review|work|corporate)\s+)*"
    r"(?:risks?|actions?|tasks?|services?|service area|areas?|topics?|themes?|projects?|subject"
    r"|objectives?|recommendations?|priorit(?:y|ies)|issues?|items?|work ?streams?|milestones?"
    r"|what|portfolios?|functions?|policy|policies|measures?|activit(?:y|ies))"
    r"(?:\s+(?:area|description|title|name|required|agreed|to be taken|point))?",
    re.IGNORECASE,
)
_LONGEST_AREA = 250  # characters; a longer cell tells a story rather than names a topic


def in_tables(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Everyone whom a table's rows name under a heading that says what they are."""
    for block in blocks:
        if block.kind == "row" and block.columns and block.cells != block.columns:
            cells = list(zip(block.columns, block.cells, strict=False))
            if _about_people(cells):
                yield from _one_person(block, cells)
            else:
                yield from _by_column(block, cells)


def names_relation(heading: str) -> bool:
    """Whether a column or a label is called what people are: "Lead Officer", "Owner", "Who"."""
    name = heading.strip(" :?*_")
    return bool(RELATION.fullmatch(name) or _WHO.fullmatch(name)) and not (
        _CONTACT_COLUMN.fullmatch(name)
    )


def _about_people(cells: Sequence[tuple[str, str]]) -> bool:
    """Whether a table gives one person a row: a name, and a post or an organisation beside it."""
    names = [name.strip(" :") for name, _ in cells]
    named = any(_NAME_COLUMN.fullmatch(name) for name in names)
    return named and any(
        _POST_COLUMN.fullmatch(n) or _ORGANISATION_COLUMN.fullmatch(n) for n in names
    )


def _one_person(block: Block, cells: Sequence[tuple[str, str]]) -> Iterator[Lead]:
    def under(pattern: re.Pattern[str]) -> str | None:
        return next((c for n, c in cells if pattern.fullmatch(n.strip(" :")) and c), None)

    person = person_in(under(_NAME_COLUMN) or "")
    if person is None or person.name is None:
        return
    person = replace(
        person,
        post=person.post or under(_POST_COLUMN),
        organisation=person.organisation or under(_ORGANISATION_COLUMN),
        contact=person.contact or under(_CONTACT_COLUMN),
    )
    if person.post and not is_post_alone(person.post) and len(person.post) > 80:
        person = replace(person, post=None)
    heading = block.heading or ""
    titled = RELATION.fullmatch(heading) and len(heading.split()) <= 4
    relation = heading if titled else relation_of(person.name or "", person.post or "")
    area = next((c for n, c in cells if _AREA_COLUMN.fullmatch(n.strip(" :"))), None)
    yield lead_of(person, relation.strip(" :"), area, block)


def _by_column(block: Block, cells: Sequence[tuple[str, str]]) -> Iterator[Lead]:
    """A person in each column that names a relation; what the row is about is the area."""
    area = _area(cells)
    contact = next((c for n, c in cells if c and _CONTACT_COLUMN.fullmatch(n)), None)
    post = _post_beside(cells)
    for name, cell in cells:
        if not (cell and names_relation(name)):
            continue
        for person in people_in(cell):
            own = replace(
                person,
                post=person.post or post,
                organisation=person.organisation or _organisation_in(name),
            )
            whole = replace(own, contact=own.contact or contact)
            yield lead_of(whole, name.strip(" :?"), area, block)


def _post_beside(cells: Sequence[tuple[str, str]]) -> str | None:
    """The post that a column gives, where one other column names one person."""
    named = [c for n, c in cells if c and names_relation(n) and not _POST_COLUMN.fullmatch(n)]
    people = [person for cell in named for person in people_in(cell)]
    post = next((c for n, c in cells if _POST_COLUMN.fullmatch(n.strip(" :"))), "")
    return post if len(people) == 1 and people[0].name and is_post_alone(post) else None


def _area(cells: Sequence[tuple[str, str]]) -> str | None:
    """What a row is about: a column called so, or the first that is no number, person or date."""
    called = [(name.strip(" :"), cell) for name, cell in cells if cell]
    named = next((cell for name, cell in called if _AREA_COLUMN.fullmatch(name)), None)
    area = named or _first_before_people(called)
    return area if area and len(area) <= _LONGEST_AREA else None


def _first_before_people(cells: Sequence[tuple[str, str]]) -> str | None:
    for name, cell in cells:
        if names_relation(name) or fact_of(name) in ("author", "report_of", "reference"):
            return None
        if not (_NUMBER_COLUMN.fullmatch(name) or _DATE_COLUMN.fullmatch(name)):
            return cell
    return None


def _organisation_in(column: str) -> str | None:
    """The organisation a column is headed with: "Exham MBC Contact Officer"."""
    match = re.match(
        r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:MBC|BC|CC|DC|Council))\b", column
    )
    return match["name"] if match else None
