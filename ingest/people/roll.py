"""A list of names, as minutes give those present, taken apart into people."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.people.notes import Notes, chairs_here, is_institution, is_private, read_notes
from ingest.people.person import TITLE, Person, is_name, is_nobody, person_in
from ingest.people.posts import (
    is_bare_post,
    is_councillor,
    is_post,
    is_post_alone,
    is_subject,
    is_surname,
    names_a_thing,
)

_OWN_INITIALS = re.compile(r"(?<=[a-z])\s+(?:[A-Z]{2,3}[a-z]?|MBE|OBE)$")  # "Ann Pike AP"
_GROUP = re.compile(
    r"(?:and\s+)?(?:(?:County|Borough|District|City|Town|Parish|Community|Ward)\s+)?"
    r"(?:Councillors|Cllrs|Members|Messrs|PCs|CPOs|PCSOs|Drs|The)\b\.?\s*:?\s+(?=[A-Z])"
)
_MEMBERS = re.compile(r"(?:and\s+)?(?:\w+\s+)?(?:Councillors|Cllrs)\b")
_TITLED = re.compile(TITLE)
_CIVIL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Mx|MR|MRS|MS|MISS)\b")
_SURNAME = re.compile(r"[A-Z][\w’'-]+")
_ONLY_INITIALS = re.compile(r"(?:[A-Z]\.?\s?){1,3}")
# A note without brackets: "A Pike from 7.15pm", "A Pike in the Chair", "A Pike via Teams".
_UNBRACKETED = re.compile(
    r"\s+(?:in\s+the\s+[Cc]hair|from\s+\d|until\s|arriv|left\s|joined\s|via\s|online\b|remotely\b"
    r"|virtually\b|(?:as\s+)?substitut|deputising|presiding|for\s+(?:items?|minutes?)\s|\*|†).*$"
)
_VERB = re.compile(r"\b(?:was|were|has|had|have|is|are|be|been|asked|said|agreed|noted|reported)\b")
_JOINER = re.compile(r"\s(?:and|&)\s")
_AFTER_BRACKET = re.compile(
    r"(?<=[)\]])\s+(?=(?:[A-Z]\.?\s)?[A-Z][a-z’'])"
)  # "A Pike (Holt) B Ash"
_POST_THEN_NAME = re.compile(
    rf"(?:The\s+)?(?P<post>[A-Z][\w’' -]{{2,60}}?)\s*\((?P<name>{TITLE}\s[^()]{{2,50}})\)"
    r"(?:,?\s+(?:in\s+the\s+[Cc]hair|presiding))?"
)
_BRACKETS = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_DASH = re.compile(r"\s+[–—-]\s+|\s*:\s+")
_NEW_TITLE = re.compile(
    r"(?P<before>[\w).*]+)\s+(?=(?:Councillor|Cllr|Clr|Mr|Mrs|Ms|Miss|Dr|Alderman)s?\b\.?\s+[A-Z])"
)
# A name with the initials it goes by in the minutes: "Ann Pike AP", "Tom Ash (Chair) TA".
_WITH_INITIALS = re.compile(
    r"(?P<name>[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*)+?)(?P<notes>(?:\s*\([^()]{1,80}\))?)"
    r"\s+\(?(?P<initials>[A-Z][A-Za-z]{0,2}[A-Za-z])\)?(?=[\s,;]|$)"
)


@dataclass(frozen=True, slots=True)
class Attendee:
    """Someone a list names, and what it says of their part in the meeting."""

    person: Person
    chairs: bool = False
    substitute: bool = False
    substitute_for: str | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    start: int
    end: int


def attendees(names: str, *, members: bool = False, civil: bool = False) -> list[Attendee]:
    """The members and officers a list names; commas inside brackets do not part them.

    ``members``: the list is of members, who may be given by surname alone. ``civil``: members are
    called Mr and Mrs in these minutes; elsewhere those are of the public, unless a post is given.
    """
    text = " ".join(names.split())
    if initialled := _initialled(text):
        return initialled
    people: list[Attendee] = []
    parts = _merged(list(_parts(text)), text)
    posts: dict[int, int] = {}  # where the post that an attendee was given begins
    before = ""  # the part before, where it was nobody
    for part in parts:
        also = members and _CIVIL.match(part.text) is not None  # "Councillors A Ash, Mrs B Pike"
        members = _says_members(part.text, members)
        after = people[-1].person if people and text[: part.start].endswith(", ") else None
        found = None
        if not _is_post_of(after, part.text):
            found = _attendee(part.text, members=members, civil=civil or also)
        members = members or (also and found is not None)
        if found:
            people.append(_with_post_before(found, before))
        elif people and not is_private(part.text):
            _add_post(people, posts, part, text)
        before = "" if found else part.text
    return [one for one in people if _stands(one.person, text)]


def _is_post_of(person: Person | None, part: str) -> bool:
    """Whether a part is the post of the person before the comma: "Ash, Sluice Works Manager"."""
    if person is None or person.post or not is_post_alone(part):
        return False
    read = person_in(part)
    return read is not None and not _TITLED.match(part) and is_bare_post(read.post or "")


def _stands(person: Person, text: str) -> bool:
    """Whether someone is a person, with the words that the list gives them together."""
    said = (person.name, person.post, person.organisation)
    return not is_nobody(person.name or "") and all(part in text for part in said if part)


def is_roll(names: str, *, members: bool = False) -> bool:
    """Whether words are nothing but a list of names."""
    text = " ".join(names.split()).strip(" .")
    if not text or len(text) > 1500 or _VERB.search(_BRACKETS.sub("", text)):
        return False
    if _initialled(text):
        return True
    parts = _merged(list(_parts(text)), text)
    if not parts:
        return False
    first, *others = parts
    return _is_one(first.text, members) and all(
        _is_one(p.text, members or _says_members(first.text, members=False))
        or is_post_alone(p.text)
        or is_subject(p.text.split(" ")[0])
        for p in others
    )


def _is_one(part: str, members: bool) -> bool:
    return _attendee(part, members=_says_members(part, members), civil=True) is not None


def _says_members(part: str, members: bool) -> bool:
    return bool(_MEMBERS.match(part)) or (members and not _TITLED.match(part))


def _initialled(text: str) -> list[Attendee]:
    """A list in which each name has its initials beside it; nothing if it is not such a list."""
    if "," in text:
        return []
    found = [m for m in _WITH_INITIALS.finditer(text) if _are_initials(m)]
    covered = sum(match.end() - match.start() for match in found)
    if not found or covered < 0.75 * len(text):
        return []
    listed = []
    for match in found:
        notes = read_notes([match["notes"].strip(" ()")], "")
        if is_name(match["name"]) and not notes.private:
            listed.append(_from_notes(Person(match["name"]), notes))
    return listed


def _are_initials(match: re.Match[str]) -> bool:
    words = _TITLED.sub("", match["name"]).split()
    short = match["initials"]
    return len(words) > 1 and short[0] == words[0][0] and words[-1][0] in short[1:]


def _parts(text: str) -> Iterator[_Part]:
    """A list of names cut at its commas, "and"s and bullets, and before each new title."""
    depth, start = 0, 0
    cuts = {m.end("before"): m.end() for m in _NEW_TITLE.finditer(text) if _ends_name(m["before"])}
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter in "([") - (letter in ")]"))
        if depth or at < start:
            continue
        end = cuts.get(at) or _separator(text, at)
        if end:
            yield from _part(text, start, at)
            start = end
    yield from _part(text, start, len(text))


def _ends_name(word: str) -> bool:
    """Whether a new name may begin after a word: not after "Councillor" or "for"."""
    return not _TITLED.fullmatch(word) and not re.fullmatch(r"and|for|of|by|from|The", word)


def _separator(text: str, at: int) -> int | None:
    """Where a separator that begins here ends; None if there is none."""
    if text[at] in ",;•|" or (text[at] == "/" and text[at - 1 : at] == " "):
        return at + 1
    match = _JOINER.match(text, at) or (_AFTER_BRACKET.match(text, at) if at else None)
    return match.end() if match else None


def _part(text: str, start: int, end: int) -> Iterator[_Part]:
    inner = text[start:end].strip(" ,;.*_•–-†")
    if inner:
        at = text.index(inner, start)
        yield _Part(inner, at, at + len(inner))


def _merged(parts: list[_Part], text: str) -> list[_Part]:
    """The parts with initials that follow their surname put together again: "Pike, A."."""
    merged: list[_Part] = []
    for part in parts:
        surname = merged and _SURNAME.fullmatch(_GROUP.sub("", merged[-1].text))
        if surname and _ONLY_INITIALS.fullmatch(part.text):
            start = merged.pop().start
            merged.append(_Part(text[start : part.end], start, part.end))
        else:
            merged.append(part)
    return merged


def _attendee(part: str, *, members: bool, civil: bool) -> Attendee | None:
    """Who a part of a list is; None for a post, a number of people or one of the public."""
    notes = [inside[1] or inside[2] or "" for inside in _BRACKETS.finditer(part)]
    core = _BRACKETS.sub(" ", _GROUP.sub("", part))
    if trailing := _UNBRACKETED.search(core):
        notes.append(trailing[0].strip())
        core = core[: trailing.start()]
    core, *dashed = _DASH.split(" ".join(core.split()))
    core = core.strip(" *_.:")
    person = _holder(part) or _person(core, members=members, notes=notes)
    if person is None or is_private(core):
        return None
    told = read_notes([*dashed, *notes], "".join(w[0] for w in (person.name or "").split()))
    found = _from_notes(person, told)
    return None if told.private or (not civil and _is_civil(core, found.person)) else found


def _holder(part: str) -> Person | None:
    """Someone whose name stands in brackets behind the post: "The Mayor (Councillor A Pike)"."""
    match = _POST_THEN_NAME.fullmatch(part)
    titled = match and is_post_alone(match["post"]) and is_name(match["name"])
    return Person(match["name"], match["post"]) if match and titled else None


def _person(core: str, *, members: bool, notes: list[str]) -> Person | None:
    plain = _OWN_INITIALS.sub("", core)
    if members and is_name(plain, member=True):
        return Person(plain)
    for words in (plain, core):
        person = person_in(words)
        if person and person.name and is_name(person.name):
            return person
    initialled = any(
        re.fullmatch(r"[A-Z]{2}[a-z]?", note) and note[0] == core[:1] for note in notes
    )
    single = _SURNAME.fullmatch(core.replace(", ", "").replace(".", "")) or "," in core
    lone = (members or initialled) and single and not is_post(core)
    if (
        not lone
        or (names_a_thing(core.split()) and not is_surname([core]))
        or is_nobody(core)
        or is_subject(core)
    ):
        return None
    return Person(core)


def _is_civil(core: str, person: Person) -> bool:
    """Whether someone is titled Mr or Mrs and has no post of the council."""
    return bool(_CIVIL.match(core)) and not is_councillor(core) and not person.post


def _from_notes(person: Person, notes: Notes) -> Attendee:
    post = person.post if person.post and is_post(person.post) else notes.post
    organisation = person.organisation or notes.organisation
    known = replace(person, post=post, organisation=organisation)
    chairs = chairs_here(replace(notes, post=post))
    return Attendee(known, chairs, notes.substitute, notes.substitute_for)


def _with_post_before(found: Attendee, before: str) -> Attendee:
    """Someone with the post that stands before the name: "The Mayor, Councillor A Pike"."""
    office = re.fullmatch(r"(?:and\s+)?The\s+(?P<post>[A-Z].{2,60})", before)
    if office and is_post(office["post"]) and not found.person.post:
        return replace(found, person=replace(found.person, post=office["post"]))
    return found


def _add_post(people: list[Attendee], posts: dict[int, int], part: _Part, text: str) -> None:
    """Give the last of the people the post that follows: "A Pike, Head of Legal and Finance"."""
    last = len(people) - 1
    person = people[last].person
    joined = re.search(r"\s(?:and|&)\s$", text[: part.start]) is not None
    institution = is_institution(part.text) and not joined
    if institution and person.organisation is None:
        people[last] = replace(people[last], person=replace(person, organisation=part.text))
    goes_on = last in posts and part.text[:1].isupper() and not institution
    begins = person.post is None and is_post_alone(part.text)
    if begins:
        posts[last] = part.start
    if begins or goes_on:
        words = text[posts[last] : part.end]
        people[last] = _from_notes(replace(person, post=words), read_notes([words], ""))
