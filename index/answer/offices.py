"""Whether a person that a paper names holds the office that a question asks about."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from index.language import stem, words
from index.question import Question, Term
from index.records import Lead, ReportFacts

Sort = Literal["member", "officer"]

# --- The body whose chair, clerk or leader is asked for ---

_HEADS = (
    r"sub-?\s?committees?|committees?|boards?|panels?|forums?|commissions?|councils?|cabinet"
    r"|(?:working|task|steering|advisory|scrutiny|liaison|project) (?:and finish )?group"
)
# "The council's officer", "the cabinet member" and "council tax" speak of no meeting.
_BODY = re.compile(
    rf"(?P<before>(?:[\w&'’-]+,? ){{0,7}}?)\b(?P<head>{_HEADS})\b(?!['’])"
    r"(?! (?:members?|portfolio|lead|post|officers?|tax|hous\w+|offices?|owned|run|staff)\b)",
    re.IGNORECASE,
)
# Words before which no body's name begins.
_OUTSIDE = frozenset(
    """who who's whos whom whose is was are were be the a an our this that of on for to at by from
    in with which what chair chairs chaired chairing chairman chairwoman chairperson vice deputy
    leads leader led head heads headed runs clerk secretary treasurer mayor mayors convener full
    new current currently present now each every any all does did do has have had cllr councillor
    councillors member members officer officers sits sit served serves serving elected appointed
    presides presided presiding over represents into name me tell about""".split()
)
_LINKS = frozenset(("and", "the", "of", "for", "on", "in"))
_SUB = re.compile(r"\bsub[- ]?(?=committee)", re.IGNORECASE)


def of_body(question: Question, lead: Lead, report: ReportFacts) -> float:
    """How nearly a lead's own area, or its paper's body, is each that the question names.

    0 where it is another, and 1 where none is named: "the planning committee" may be the Planning
    and Licensing Committee, but sooner the Planning Committee, and not the Parks Committee.
    """
    named = bodies_named(question.text)
    return min((_is_body(name, lead, report) for name in named), default=1.0)


@lru_cache(maxsize=1000)  # asked for every lead held
def bodies_named(text: str) -> tuple[str, ...]:
    """The bodies a question names: the words of each name; "council" for the council as such.

    >>> bodies_named("Who chairs the parks committee?")
    ('parks committee',)
    >>> bodies_named("who is the harbour sub-committee chair")
    ('harbour sub committee',)
    """
    return tuple(_bodies_named(text))


def _bodies_named(text: str) -> Iterator[str]:
    for match in _BODY.finditer(_SUB.sub("sub ", text)):
        before = [word.text for word in words(match["before"])]
        name = before[_start_of_name(before) :]
        head = match["head"].casefold()
        # "the committee", with no name, is any.
        if name or head in ("council", "cabinet"):
            yield " ".join((*name, head))


def beside_bodies(question: Question) -> tuple[Term, ...]:
    """The terms of a question's subject that stand in no name of a body."""
    named = {part for name in bodies_named(question.text) for part in _stems(name)}
    return tuple(term for term in question.subject if term.stem not in named)


def _start_of_name(before: list[str]) -> int:
    """Where the name begins that these words end in; "of" and "and" only join its words."""
    start = len(before)
    while start and (before[start - 1].casefold() not in _OUTSIDE):
        start -= 1
    while start < len(before) and before[start].casefold() in _LINKS:
        start += 1
    return start


def _is_body(named: str, lead: Lead, report: ReportFacts) -> float:
    """The share of a body's words that the asker said; 0 where what was said is not all there."""
    front, asked = report.front, _stems(named)
    if asked == _COUNCIL and not _CHAIR.search(f"{lead.relation} {lead.post or ''}"):
        return 1.0  # whoever we are
    is_of_council = "council" in asked and asked != _COUNCIL
    meeting = front.council if is_of_council else front.body or front.council
    own = filter(None, (lead.area, lead.post, lead.organisation, meeting))
    return max((_share(asked, _stems(name)) for name in own), default=0.0)


def _share(asked: set[str], held: set[str]) -> float:
    if not asked <= held or ("sub" in held) != ("sub" in asked):
        return 0.0
    is_council = asked != _COUNCIL or not held & _OTHER_HEADS
    return len(asked) / len(held) if is_council else 0.0


# "Council Tax Committee": no meeting of the council.
_OTHER_HEADS = frozenset(map(stem, "committee board panel forum group sub tax".split()))
_CHAIR = re.compile(r"\bchair", re.IGNORECASE)
_COUNCIL = frozenset(("council",))


def _stems(name: str) -> set[str]:
    plain = _SUB.sub("sub ", name)
    return {stem(word.text) for word in words(plain) if word.text.casefold() not in _LINKS}


# --- The leader of the council ---

_ASKS_LEADER = re.compile(
    r"\b(?:leads?|led|heads?|headed|runs?|ran|leading|in charge of|(?<!deputy )leader of)"
    r" (?:the |our |this )?(?:[\w'’-]+ ){0,4}council\b(?!['’]| (?:tax|hous\w+|offices?|staff))"
    r"|\bcouncil(?:['’]s)? (?:\w+ )?leader\b",
    re.IGNORECASE,
)
_DEPUTY = re.compile(
    r"\b(?:deputy|vice|opposition|group|assistant|former)[ -]+leader\b"
    r"|\bleader of the (?:opposition|\w+ group)\b",
    re.IGNORECASE,
)
# "Leader", "Council Leader", "Leader of the Council"; no deputy and no leader of a group.
_LEADER = re.compile(
    r"(?:(?:the )?(?:council|executive) )?leader(?: of (?:the |[\w ]+ )?council)?"
    r"(?:,? \(?in the chair\)?| and \w.*)?",
    re.IGNORECASE,
)


def asks_leader(question: Question) -> bool:
    """Whether a question is who leads the council, and not a part of it."""
    text = question.text
    return _ASKS_LEADER.search(text) is not None and not _DEPUTY.search(text)


def is_leader(lead: Lead) -> bool:
    """Whether a lead is the leader of the council, by post or by relation."""
    return any(_LEADER.fullmatch(said.strip()) for said in (lead.post, lead.relation) if said)


# --- Officers and members ---

_OFFICER_ASKED = re.compile(
    r"\b(?:officers?|official|manager|director|staff member|member of staff)\b", re.IGNORECASE
)
_MEMBER_ASKED = re.compile(
    r"\b(?:(?:cabinet|executive|lead|council|elected|ward) members?|portfolio[- ]holders?"
    r"|members?(?! of staff)|councillors?|cllrs?)\b",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"\b(?:members?|portfolio|councillor|cllr|leader|mayor|alderman)\b", re.IGNORECASE
)
_OFFICER = re.compile(
    r"\b(?:officers?|director|manager|head of|chief executive|clerk|engineer|solicitor|surveyor"
    r"|accountant)\b",
    re.IGNORECASE,
)


def is_of_sort(question: Question, lead: Lead) -> bool:
    """Whether a lead is an officer where one is asked for, and a member where one is."""
    asked = _sort(question.text, _MEMBER_ASKED, _OFFICER_ASKED)
    said = f"{lead.relation}, {lead.post or ''}, {lead.name or ''}"
    own = _sort(said, _MEMBER, _OFFICER)
    return asked is None or own is None or asked == own


def _sort(text: str, member: re.Pattern[str], officer: re.Pattern[str]) -> Sort | None:
    """Of which sort a text speaks; None where it is of neither or of both."""
    is_member, is_officer = bool(member.search(text)), bool(officer.search(text))
    if is_member == is_officer:
        return None
    return "member" if is_member else "officer"
