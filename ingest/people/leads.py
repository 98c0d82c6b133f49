"""Who answers for what: officers and members with their posts, as tables and sentences say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Lead, ReportKind
from ingest.frontpage.field_names import fact_of
from ingest.frontpage.fields import fields_in
from ingest.people.attendance import attendance
from ingest.people.person import Person, person_in
from ingest.people.posts import relation_of
from ingest.people.told import told

# What a column or a label is called that holds a person, and so names their relation.
_RELATION = re.compile(
    r"(?=.{3,70}$)(?!.*\b(?:number|no|time|date|column|total|public|applicants?|objectors?|votes?"
    r"|comments?|views|decision(?![ -]?(?:maker|taker))|response|question|interest|address"
    r"|of members|of parliament|mp)\b)"
    r".*\b(?:officers?|members?|holders?|chair(?:man|woman|person)?|councillors?|cllrs?|lead"
    r"|director|manager|sponsor|representatives?|author|clerk|leader|contact|owner|responsible"
    r"|champion|secretary|treasurer|nominee|trustee|maker|taker|accountable|introduced by"
    r"|presented by|prepared by)\b(?!\s+(?:details?|number|area|of service)).*",
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
_LABELLED = re.compile(r"(?P<relation>[A-Z][^:]{2,70}?)(?:\(s\))?\s*:\s*(?P<who>\S.{2,200})")
_SEVERAL = re.compile(r"\s*[/;&]\s*|\s+and\s+|,\s+(?=(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b)")


def leads(blocks: Sequence[Block], kind: ReportKind) -> tuple[Lead, ...]:
    """Everyone a paper names as answering for something, each with the span that says so.

    Members of the public are not taken: only those whom a column, a label, a post or a council's
    title shows to be an officer or a member.
    """
    came = attendance(blocks) if kind == "minutes" else ()
    listed = [*_in_tables(blocks), *_labelled(blocks), *came]
    known = {(lead.name, lead.start) for lead in listed}
    in_prose = told(blocks, posts=kind != "other")
    found = listed + [lead for lead in in_prose if (lead.name, lead.start) not in known]
    return tuple(sorted(_once(found), key=lambda lead: lead.start))


def _in_tables(blocks: Sequence[Block]) -> Iterator[Lead]:
    for block in blocks:
        if block.kind == "row" and block.columns and block.cells != block.columns:
            cells = list(zip(block.columns, block.cells, strict=False))
            if _about_people(cells):
                yield from _one_person(block, cells)
            else:
                yield from _by_column(block, cells)


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
    heading = block.heading or ""
    titled = _RELATION.fullmatch(heading) and len(heading.split()) <= 4
    relation = heading if titled else relation_of(person.name or "", person.post or "")
    yield _lead(person, relation.strip(" :"), None, block)


def _by_column(block: Block, cells: Sequence[tuple[str, str]]) -> Iterator[Lead]:
    """A person in each column that names a relation; the first other column is the area."""
    area = _area(cells)
    contact = next((c for n, c in cells if c and _CONTACT_COLUMN.fullmatch(n)), None)
    for name, cell in cells:
        if not (cell and _RELATION.fullmatch(name)) or _CONTACT_COLUMN.fullmatch(name):
            continue
        for person in _people_in(cell):
            own = replace(person, organisation=person.organisation or _organisation_in(name))
            yield _lead(replace(own, contact=own.contact or contact), name.strip(" :"), area, block)


def _area(cells: Sequence[tuple[str, str]]) -> str | None:
    """What a row is about: its first cell that is neither a number nor a person."""
    for name, cell in cells:
        if _RELATION.fullmatch(name) or fact_of(name) in ("author", "report_of", "reference"):
            return None
        if cell and not _NUMBER_COLUMN.fullmatch(name.strip()):
            return cell
    return None


def _organisation_in(column: str) -> str | None:
    """The organisation a column is headed with: "Exham MBC Contact Officer"."""
    match = re.match(
        r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s(?:MBC|BC|CC|DC|Council))\b", column
    )
    return match["name"] if match else None


def _labelled(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Those a label names: "Contact Officers: …", "Cabinet Member for Housing: Cllr A Pike"."""
    for found in fields_in(blocks):
        label = found.label.strip(" :?*_")
        if _RELATION.fullmatch(label) and not blocks[found.block].columns:
            for person in _people_in(found.in_block):
                yield _lead(person, label, None, blocks[found.block])
    for block in blocks:
        relation, who = _label_and_value(block)
        if fact_of(relation) is None and _RELATION.fullmatch(relation):
            for person in _people_in(who):
                if person.name:
                    yield _lead(person, relation, _subject(relation), block)


def _label_and_value(block: Block) -> tuple[str, str]:
    """What stands before and after a block's colon, or in a row's two cells."""
    if block.kind == "row":
        pair = block.cells if len(block.cells) == 2 and not block.columns else ("", "")
        return pair[0].strip(" :*_"), pair[1]
    match = _LABELLED.fullmatch(block.words.strip(" *_"))
    return (match["relation"], match["who"]) if match else ("", "")


def _subject(relation: str) -> str | None:
    """What a relation is for: "Cabinet Member for Housing" is for housing."""
    match = re.search(r"\b(?:for|of)\s+(?!the Council)(?:the\s+)?(.+)", relation)
    return match[1] if match else None


def _people_in(cell: str) -> Iterator[Person]:
    """The people a cell or a value names: one, or several that are all names."""
    parts = [part for part in _SEVERAL.split(cell) if part]
    several = [person_in(part) for part in parts] if len(parts) > 1 else []
    if several and all(each and each.name and not each.post for each in several):
        yield from (each for each in several if each)
    elif one := person_in(cell):
        yield one


def _lead(person: Person, relation: str, area: str | None, block: Block) -> Lead:
    return Lead(
        name=person.name,
        post=person.post,
        organisation=person.organisation,
        relation=relation,
        area=area,
        start=block.start,
        end=block.end,
        contact=person.contact,
    )


def _once(found: Sequence[Lead]) -> Iterator[Lead]:
    """Each lead once, the fullest where one place says the same twice."""
    seen: set[tuple[str | None, str, int]] = set()
    for lead in found:
        who = (lead.name or lead.post, lead.relation.casefold(), lead.start)
        if who not in seen:
            seen.add(who)
            yield lead
