"""Who answers for what: officers and members with their posts, as tables and sentences say."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Lead, ReportKind
from ingest.frontpage.field_names import fact_of
from ingest.frontpage.fields import fields_in
from ingest.people.attendance import attendance, membership
from ingest.people.cells import lead_of, people_in
from ingest.people.fronts import reports_officers
from ingest.people.labels import label_in
from ingest.people.person import Person
from ingest.people.portfolios import portfolios
from ingest.people.posts import is_post
from ingest.people.signatures import signatures
from ingest.people.tables import in_tables, names_relation
from ingest.people.told import told

_LABELLED = re.compile(r"(?P<relation>[A-Z][^:]{2,70}?)(?:\(s\))?\s*:\s*(?P<who>\S.{2,200})")
# "Election of Chair: Cllr Pike nominated Cllr Ash": who is told to be chosen is in the sentence.
_CHOOSING = re.compile(
    r"(?:re-?)?(?:election|appointment|nomination|selection|resignation|vacancy|to\s+elect|to\s+appoint)\b",
    re.IGNORECASE,
)
_PORTFOLIO = re.compile(r"(?i).*\b(?:portfolio|cabinet member|executive member|lead member)\b.*")


def leads(blocks: Sequence[Block], kind: ReportKind) -> tuple[Lead, ...]:
    """Everyone a paper names as answering for something, each with the span that says so.

    Members of the public are not taken: only those whom a column, a label, a post or a council's
    title shows to be an officer or a member.
    """
    meets = kind in ("minutes", "decision")
    came = attendance(blocks) if meets else membership(blocks)
    at_meeting = list(came)
    there = {(lead.name, lead.start) for lead in at_meeting}
    held = {(lead.name, lead.start) for lead in at_meeting if lead.post}
    in_rows = [lead for lead in in_tables(blocks) if (lead.name, lead.start) not in there]
    labelled = [lead for lead in _labelled(blocks) if (lead.name, lead.start) not in held]
    of_report = reports_officers(blocks) if kind == "report" else ()
    listed = [*in_rows, *labelled, *of_report, *at_meeting, *portfolios(blocks)]
    known = {(lead.name, lead.start) for lead in listed}
    elsewhere = [*signatures(blocks), *told(blocks, posts=kind != "other", resolves=meets)]
    apart = [lead for lead in elsewhere if not _is_of_list(lead, at_meeting)]
    found = listed + [lead for lead in apart if (lead.name, lead.start) not in known]
    return tuple(sorted(_once(found), key=lambda lead: lead.start))


def _is_of_list(lead: Lead, came: Sequence[Lead]) -> bool:
    """Whether someone named with a post is in a list of those who came, in the same line."""
    plain = lead.relation in ("Officer", "Member")
    return plain and any(
        other.name == lead.name and other.post and other.start <= lead.start < other.end
        for other in came
    )


def _labelled(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Those a label names: "Contact Officers: …", "Cabinet Member for Housing: Cllr A Pike"."""
    for found in fields_in(blocks):
        label = found.label.strip(" :?*_")
        if _is_relation(label) and not blocks[found.block].columns:
            for person in people_in(found.in_block):
                yield _answering(person, label, blocks[found.block])
    for block in blocks:
        relation, who = _label_and_value(block)
        if fact_of(relation) is None and _is_relation(relation):
            for person in people_in(who):
                if person.name:
                    yield _answering(person, relation, block)


def _answering(person: Person, label: str, block: Block) -> Lead:
    """Someone a label names; what stands beside a portfolio holder's name may be the portfolio."""
    area = _subject(label)
    if area is None and person.post and not is_post(person.post) and _PORTFOLIO.fullmatch(label):
        return lead_of(replace(person, post=None), label, person.post, block)
    return lead_of(person, label, area, block)


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


def _is_relation(label: str) -> bool:
    """Whether a label says what someone is; those that list who came are read as attendance."""
    return names_relation(label) and not _CHOOSING.match(label) and label_in(f"{label}:") is None


def _once(found: Sequence[Lead]) -> Iterator[Lead]:
    """Each lead once, the fullest where one place says the same twice."""
    seen: set[tuple[str | None, str, int]] = set()
    for lead in found:
        who = (lead.name or lead.post, lead.relation.casefold(), lead.start)
        if who not in seen:
            seen.add(who)
            yield lead
