"""GetCommittees: which bodies a council has, what they are for, and who sits on them."""

from collections.abc import Iterator, Sequence

from index.records import FrontPage, Lead
from ingest.pages import Format, Paper, Para, Properties
from ingest.readers.moderngov.node import Node
from ingest.readers.moderngov.prose import prose_of
from ingest.readers.moderngov.shown import Shown, people_in
from ingest.readers.moderngov.values import words

_TITLE = "Committees"


def committees_paper(answer: Node, kind: Format, warnings: tuple[str, ...]) -> Paper:
    """The paper that a list of committees makes: those that still exist, in its order."""
    everyone = list(_committees(answer))
    existing = existing_committees(answer)
    council = words(answer.said("council")) or None
    title = f"{_TITLE} of {council}" if council else _TITLE
    gone = len(everyone) - len(existing)
    doubts = (f"Expired or deleted committees were left out: {gone}.",) if gone else ()
    shown = tuple(_parts(existing))
    front = FrontPage(title=title, council=council)
    return Paper(
        kind,
        (Para(title, heading=1), *(each.part for each in shown)),
        properties=Properties(title, told=front, told_kind="other", told_people=people_in(shown)),
        warnings=(*warnings, *doubts),
    )


def existing_committees(answer: Node) -> list[Node]:
    """The committees of an answer that have neither expired nor been deleted."""
    return [each for each in _committees(answer) if not _is_gone(each)]


def _committees(answer: Node) -> Iterator[Node]:
    yield from answer.all("committee")
    yield from answer.listed("committees", "committee")


def _is_gone(committee: Node) -> bool:
    """Whether a committee no longer exists; programs that gather put both flags under one name."""
    places = (committee, *committee.all("flags"))
    flags = ("committeedeleted", "committeeexpired", "deleted", "expired")
    return any(place.flag(flag) is True for place in places for flag in flags)


def _parts(committees: Sequence[Node]) -> Iterator[Shown]:
    if not committees:
        yield Shown(Para("No committees."))
    told = any(c.said("purpose") or c.all("members") for c in committees)
    for committee in committees:
        name = words(committee.said("committeetitle", "title"))
        if name and told:
            yield Shown(Para(name, heading=2))
            yield from _about(committee, name)
        elif name:
            category = words(committee.said("committeecategory", "category"))
            line = f"{name} ({category})" if category else name
            yield Shown(Para(line, bullet=True, gap=False))


def _about(committee: Node, name: str) -> Iterator[Shown]:
    """A committee's category, its purpose as the council puts it, and its members by role."""
    if category := words(committee.said("committeecategory", "category")):
        yield Shown(Para(f"Category: {category}"))
    if not committee.said("purposesource").casefold().startswith("suggest"):
        yield from map(Shown, prose_of(committee.said("purpose")).parts)
    for member in committee.listed("members", "member"):
        if who := words(member.said("name", "fullusername")):
            yield _member(who, words(member.said("role", "roledescription")), name)


def _member(who: str, role: str, committee: str) -> Shown:
    """A line such as "Chair of Planning Committee: Councillor Pike".

    What a program took for the role may be who someone is there for, which follows the name too.
    """
    name = who.removesuffix(f"({role})").strip() if role else who
    relation = role if role and name == who else "Member"
    beside = role if role and name != who else None
    council = beside if beside and beside.endswith("Council") else None
    post = None if council else beside
    lead = Lead(name, post, council, relation, committee, 0, 0)
    return Shown(Para(f"{relation} of {committee}: {who}", bullet=True, gap=False), (lead,))
