"""Officers and members that sentences name, with what they answer for."""

import re
from collections.abc import Iterator, Sequence

from index.records import Block, Lead
from ingest.people.notes import read_notes
from ingest.people.person import NAME, Person, is_name, person_in
from ingest.people.posts import chair_of, is_former, is_post, is_post_alone, relation_of
from ingest.people.resolved import resolved
from ingest.sentences import LONGEST, sentences

# "The Board is chaired by Ann Pike", "chaired by the Leader of the Council".
_CHAIRED = re.compile(
    rf"(?:\b(?:the|The)\s+(?P<area>[\w’'& -]{{2,60}}?)\s+(?:is|was|will\s+be|has\s+been)\s+)?"
    rf"\b[Cc]haired\s+by\s+(?:(?P<name>{NAME})|the\s+(?P<post>[A-Z][^,.;:(]{{3,60}}?)"
    r"(?=[,.;:(]|\s+(?:who|which|and|with|in|on|at)\b|$))"
)
_IN_THE_CHAIR = re.compile(
    rf"^(?P<name>{NAME})\s+(?:chaired\s+the\s+meeting|(?:was\s+)?in\s+the\s+[Cc]hair|took\s+the\s+[Cc]hair)"
)
_THIS_MEETING = re.compile(
    r"(?:(?:this|special|extraordinary|annual)\s+)?(?:meeting|session)", re.I
)
_POST = (
    r"[A-Z][\w&/’'-]*(?:\s+(?:\([\w &/’'-]+\)|[A-Z&–-][\w&/’'-]*|of|for|and|the|to|in"
    r"|within|on|at|with)){0,12}?"
)
# "The Partnership Adviser (Ann Pike) is responsible for the newsletter".
_POST_NAME = re.compile(
    rf"(?P<post>{_POST})\s*\((?P<name>{NAME})\)"
    r"(?:\s+(?:is|are|will\s+be|was)\s+responsible\s+for\s+(?P<area>[^.;]+))?"
)
# "Ann Pike (Head of Legal)", "Ann Pike, Head of Legal, said".
_NAME_POST = re.compile(
    rf"(?P<name>{NAME})\s*(?:\((?P<inside>[^()]{{3,80}})\)"
    r"|,\s+(?:the\s+)?(?P<after>[A-Z][^,.;()]{3,80})(?=[,.;]|$))"
)
# "The Head of Legal, Ann Pike, presented the report".
_POST_THEN_NAME = re.compile(
    rf"\b(?:[Tt]he\s+)(?P<post>{_POST}),\s+(?P<name>{NAME})(?=\s*[,.;(]|$)"
)
_RESPONSIBLE = re.compile(
    rf"(?P<name>{NAME})(?:,\s+[^,]{{3,80}},|\s+\([^()]{{3,80}}\))?\s+(?:is|will\s+be)\s+(?:the\s+)?"
    r"(?:responsible\s+for|lead(?:ing)?\s+(?:officer\s+for|on))\s+(?P<area>[^.;]+)"
)
# "introduced by Councillor Ann Pike", "presented by the Head of Legal".
_INTRODUCED = re.compile(
    rf"\b(?P<how>[Ii]ntroduced|[Pp]resented)\s+by\s+(?:(?:the\s+)?(?P<post>{_POST})(?:,\s+)?)?"
    rf"(?P<name>{NAME})?(?=\s*[,.;()]|$|\s+(?:who|which|and|on)\b)"
)


# Those who leave a post hold it no longer.
_GOES = re.compile(r"\b(?:resign\w*|retir\w+|step(?:ped|s|ping)\s+down|stood\s+down)\b", re.I)
_SOME_GROUP = re.compile(
    r"\b(?:[Gg]roup|[Pp]anel|[Tt]eam|[Pp]arty|[Ss]ub-?committee)\b|\b[Cc]hair\w*,\s+(?!and\b)[A-Z]"
)


def told(blocks: Sequence[Block], *, posts: bool = True, resolves: bool = False) -> Iterator[Lead]:
    """Those named in prose by their task and with ``posts`` by their post.

    A name beside a post is an officer's or a member's only in a paper of the council's own; who
    was elected or appointed is only told by minutes and decisions, which ``resolves`` says.
    """
    for block in blocks:
        if block.kind in ("paragraph", "item"):
            yield from _in_block(block, posts=posts, resolves=resolves)


def _in_block(block: Block, *, posts: bool, resolves: bool) -> Iterator[Lead]:
    offset = block.start + block.mark
    for sentence in sentences(block.words):
        if len(sentence.text) > LONGEST:
            continue
        span = (offset + sentence.start, offset + sentence.end)
        yield from _chairs(sentence.text, span)
        yield from _charged(sentence.text, span)
        if resolves:
            yield from resolved(sentence.text, span)
        if posts and not _GOES.search(sentence.text):
            found = _with_post(sentence.text, span)
            yield from (
                lead for lead in found if not (resolves and _of_some_group(lead, sentence.text))
            )


def _of_some_group(lead: Lead, sentence: str) -> bool:
    """Whether minutes call someone chair of another group that the sentence speaks of."""
    chairs = lead.relation in ("Chair", "Vice-Chair") and lead.area is None
    return chairs and bool(_SOME_GROUP.search(sentence))


def _chairs(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    for match in (*_CHAIRED.finditer(sentence), *_IN_THE_CHAIR.finditer(sentence)):
        groups = match.groupdict()
        name = groups["name"] if groups["name"] and is_name(groups["name"]) else None
        post = (groups.get("post") or "").strip() or None
        area: str | None = groups.get("area")
        if area and _THIS_MEETING.fullmatch(area):
            area = None
        if name or (post and is_post(post)):
            yield Lead(name, post, None, "Chair", area, *span)


def _charged(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    for match in _RESPONSIBLE.finditer(sentence):
        if is_name(match["name"]):
            yield Lead(match["name"], None, None, "Responsible for", match["area"], *span)
    for match in _INTRODUCED.finditer(sentence):
        post, name = match["post"], match["name"]
        person = person_in(post) if post and not name else Person(name, post)
        if person and (person.name is None or is_name(person.name)):
            if person.post and not is_post_alone(person.post):
                continue
            if person.name or person.post:
                relation = f"{match['how'].capitalize()} by"
                yield Lead(person.name, person.post, None, relation, None, *span)


def _with_post(sentence: str, span: tuple[int, int]) -> Iterator[Lead]:
    for match in _POST_NAME.finditer(sentence):
        post = re.sub(r"^(?:The|A|An)\s+", "", match["post"])
        if is_name(match["name"]) and is_post_alone(post) and not is_name(post):
            if match["area"]:
                yield Lead(match["name"], post, None, "Responsible for", match["area"], *span)
            else:
                yield _named(match["name"], post, span)
    for match in _POST_THEN_NAME.finditer(sentence):
        if is_name(match["name"]) and is_post_alone(match["post"]):
            yield _named(match["name"], match["post"], span)
    for match in _NAME_POST.finditer(sentence):
        notes = read_notes([match["inside"] or match["after"]], "")
        office = notes.post
        if office and is_name(match["name"]) and is_post_alone(office) and not is_former(office):
            yield _named(match["name"], office, span)


def _named(name: str, post: str, span: tuple[int, int]) -> Lead:
    """Someone with a post; whoever chairs some other body does so there, not here."""
    chairs = chair_of(post)
    area = chairs[1] if chairs else None
    return Lead(name, post, None, relation_of(name, post), area, *span)
