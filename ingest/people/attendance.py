"""Who was at a meeting and who sent apologies, of members and officers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.records import Block, Lead
from ingest.people.person import TITLE, Person, is_name, person_in
from ingest.people.posts import is_councillor, is_post

_RELATIONS = {
    "present": "Present",
    "members present": "Present",
    "councillors present": "Present",
    "councillors": "Present",
    "members": "Present",
    "attendance": "Present",
    "also present": "Also present",
    "also in attendance": "Also present",
    "in attendance": "In attendance",
    "officers": "In attendance",
    "officers present": "In attendance",
    "officers in attendance": "In attendance",
    "apologies": "Apologies",
    "apologies for absence": "Apologies",
    "apology": "Apologies",
    "apology for absence": "Apologies",
    "apologies received": "Apologies",
    "absent": "Apologies",
}
_OPENING = re.compile(
    rf"(?P<label>{'|'.join(sorted(_RELATIONS, key=len, reverse=True))})\b\s*(?P<mark>[:–—-]?)\s*",
    re.IGNORECASE,
)
_APOLOGY = re.compile(
    r"(?:an?\s+)?apolog(?:y|ies)(?:\s+for\s+absence)?\s+(?:was|were|had\s+been|have\s+been)\s+"
    r"(?:received|submitted|given|tendered|made)\s+(?:from|by|on\s+behalf\s+of)\s+",
    re.IGNORECASE,
)
# Those who are there for themselves: not of the council, so not taken.
_PUBLIC = re.compile(
    r"\b(?:residents?|public|applicants?|press|petitioners?|objectors?|agent|guests?|visitors?)\b",
    re.IGNORECASE,
)
_OWN_INITIALS = re.compile(r"(?<=[a-z])\s+[A-Z]{2,3}[a-z]?$")  # "Ann Pike AP"
_MEMBERS = re.compile(r"(?:and\s+)?(?:Councillors|Cllrs)\b")
_TITLED = re.compile(TITLE)
_SURNAME = re.compile(r"[A-Z][\w’'-]+")
# Another list that begins on the same line: "… and D Lyle. Also present: the Clerk".
_NEXT_LIST = re.compile(
    r"[.;]?\s+(?=(?:Also\s+present|Also\s+in\s+attendance|In\s+attendance|Apologies)\s*:)"
)
_GROUP = re.compile(r"^(?:and\s+)?(?:Councillors|Cllrs|Members|The)\s+(?=[A-Z])")
# A name with the initials it goes by in the minutes: "Ann Pike AP", "Tom Ash (Chair) TA".
_WITH_INITIALS = re.compile(
    r"(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)+?)(?:\s*\((?P<post>[^()]*)\))?\s+\(?(?P<initials>[A-Z][A-Za-z]{0,2}[A-Z])\)?(?=\s|$|,)"
)
# The one who took the chair here: not a vice-chair, nor the chair of some other body.
_IN_THE_CHAIR = re.compile(
    r"in\s+the\s+chair\b|^(?!.*(?:vice|deputy|committee))\bchair", re.IGNORECASE
)
_MOST_LINES = 40


def attendance(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Everyone whom minutes list as present, in attendance or absent with apologies."""
    for number, block in enumerate(blocks):
        apology = _APOLOGY.search(block.words) if block.kind != "row" else None
        if apology:
            yield from _listed(block, block.words[apology.end() :], "Apologies")
        elif block.kind == "row":
            yield from _in_row(block)
        elif opening := _opening(block):
            relation = _RELATIONS[" ".join(opening["label"].casefold().split())]
            rest = block.words.strip(" *_")[opening.end() :]
            yield from _lists(block, rest, relation)
            if not rest.strip(" *_:") or _WITH_INITIALS.match(rest):
                yield from _below(blocks, number, relation, initialled=bool(rest.strip(" *_:")))


def _opening(block: Block) -> re.Match[str] | None:
    """The label a block opens with, if it is one: alone, or with a colon, or before a name."""
    text = block.words.strip(" *_")
    match = _OPENING.match(text)
    if match is None:
        return None
    rest = text[match.end() :].strip(" *_:")
    led = match["mark"] or match["label"].isupper()
    return match if not rest or (led and block.kind != "heading") else None


def _below(
    blocks: Sequence[Block], number: int, relation: str, *, initialled: bool
) -> Iterator[Lead]:
    """The lines below a label that go on with its names, until something else begins."""
    for block in blocks[number + 1 : number + 1 + _MOST_LINES]:
        if block.kind == "heading" or (block.label and block.kind != "item") or _opening(block):
            return
        if _is_prose(block) or (initialled and not _WITH_INITIALS.match(block.words)):
            return
        lines = block.cells if block.kind == "row" else (block.words,)
        for line in lines:
            yield from _listed(block, line, relation)


def _is_prose(block: Block) -> bool:
    """Whether a line tells something rather than listing names."""
    return bool(re.search(r"\b(?:was|were|has|had|have|is|are|the meeting)\b", block.words))


def _in_row(block: Block) -> Iterator[Lead]:
    """A row such as "Present:" beside the names."""
    label = " ".join(block.cells[0].casefold().strip(" :*_").split())
    if label in _RELATIONS and len(block.cells) > 1:
        for cell in block.cells[1:]:
            yield from _listed(block, cell, _RELATIONS[label])


def _lists(block: Block, names: str, relation: str) -> Iterator[Lead]:
    """The list a line begins with, and any other list that begins further along it."""
    first, *others = _NEXT_LIST.split(names)
    yield from _listed(block, first, relation)
    for other in others:
        label, _, rest = other.partition(":")
        yield from _listed(block, rest, _RELATIONS[" ".join(label.casefold().split())])


def _listed(block: Block, names: str, relation: str) -> Iterator[Lead]:
    for person in _people(names):
        yield _lead(block, person, relation)
        if person.post and _IN_THE_CHAIR.search(person.post):
            yield _lead(block, person, "Chair")


def _people(names: str) -> Iterator[Person]:
    """The members and officers a list names; commas inside brackets do not part them."""
    initialled = list(_WITH_INITIALS.finditer(names))
    if len(initialled) > 1 or (initialled and initialled[0].end() == len(names.strip())):
        for match in initialled:
            if is_name(match["name"]):
                post = match["post"]
                yield Person(match["name"], post if post and is_post(post) else None)
        return
    people: list[Person] = []
    members = False
    for part in _parts(names):
        members = bool(_MEMBERS.match(part)) or (members and not _TITLED.match(part))
        person = _person(_GROUP.sub("", part), member=members)
        if person and not _is_of_the_public(part, person):
            people.append(person)
        elif people and people[-1].post is None and part[:1].isupper() and is_post(part):
            people[-1] = replace(people[-1], post=part)  # "Ann Pike, Chief Executive"
    yield from people


def _person(part: str, *, member: bool) -> Person | None:
    """Who a part of a list is; members are also listed by surname: "Councillors Pike and Ash"."""
    person = person_in(_OWN_INITIALS.sub("", part))
    if person and person.name and is_name(person.name):
        return person
    return Person(part) if member and _SURNAME.fullmatch(part) and not is_post(part) else None


def _parts(names: str) -> Iterator[str]:
    """A list of names cut at its commas and "and"s, and before each new title."""
    text = re.sub(r"(?<=[\w)])\s+(?=(?:Councillor|Cllr)s?\b\.?\s+[A-Z])", ", ", names)
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        cut = depth == 0 and (letter in ",;" or text.startswith(" and ", at))
        if cut:
            yield text[start:at].strip(" ,;.")
            start = at + (5 if letter == " " else 1)
    yield text[start:].strip(" ,;.*_")


def _is_of_the_public(part: str, person: Person) -> bool:
    """Someone called a resident or the like, or titled Mr or Mrs without a post of the council."""
    private = re.match(r"(?:Mr|Mrs|Ms|Miss|Mx)\b", part) and not (
        person.post and is_post(person.post)
    )
    return bool(_PUBLIC.search(part)) or bool(private and not is_councillor(part))


def _lead(block: Block, person: Person, relation: str) -> Lead:
    return Lead(
        person.name, person.post, person.organisation, relation, None, block.start, block.end
    )
