"""Whether a decision concerns a person or a post that somebody named.

Of a paper on one matter, all decisions concern whoever it is by, or whom it names as leading it;
minutes name everyone who was there, so that of them only a decision's own words and movers tell.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from index.answer.matters import is_on_one_matter
from index.catalogue import Catalogue
from index.language import texts_of_words
from index.records import Decision, DecisionFound, Lead, ReportFacts

_TITLE = (
    r"(?:Councillors?|Cllrs?|Mrs?|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Prof|Professor|Rev|Reverend"
    r"|Alderman|Ald)\b\.?"
)
_CAPITAL = r"[A-Z][\w'’-]*\.?"
_NEXT = r"(?:\s+|,\s*|,?\s+and\s+|\s*&\s*)"
# "Councillors Gray, Finch and J. Hale": a title, and the names after it.
_TITLED = re.compile(rf"(?<!\w){_TITLE}(?P<names>(?:{_NEXT}{_CAPITAL})+)")
_TITLES = re.compile(rf"(?<!\w){_TITLE}", re.IGNORECASE)
_BETWEEN = re.compile(r"[,;/&]|\band\b")
_LETTERS = frozenset("obe mbe cbe bem jp qc kc mp hon".split())  # beside a name
LONGEST_NAME = 4  # words


class Whom(NamedTuple):
    """Whoever was named, as they are known in a name and in a text."""

    in_name: Callable[[str], bool]
    in_text: Callable[[str], bool]


def person(said: str) -> Whom:
    """A person, with or without their title and first name."""
    return Whom(lambda name: is_person(said, name), lambda text: names_person(said, text))


def post(said: str) -> Whom:
    """A post, such as "the Section 151 officer"."""

    def named(text: str) -> bool:
        return names_post(said, text)

    return Whom(named, named)


def concerned(
    catalogue: Catalogue, found: Iterable[DecisionFound], whom: Whom
) -> Iterator[DecisionFound]:
    """The decisions that concern somebody, in the same order."""
    listed = list(found)
    papers = {one.report.report_id: one.report for one in listed}
    whole = {i for i, paper in papers.items() if is_on_one_matter(paper)}
    leads = catalogue.leads_of_each(whole)
    theirs = {i for i in whole if _is_theirs(papers[i], leads.get(i, ()), whom)}
    for one in listed:
        report_id = one.report.report_id
        if report_id in theirs or _names(one.decision, catalogue, report_id, whom):
            yield one


def _is_theirs(paper: ReportFacts, leads: Iterable[Lead], whom: Whom) -> bool:
    front = paper.front
    by = (front.introduced_by, front.report_of, front.author, front.contact, front.body)
    named = (name for lead in leads for name in (lead.name, lead.post, lead.relation))
    return any(whom.in_name(name) or whom.in_text(name) for name in (*by, *named) if name)


def _names(decision: Decision, catalogue: Catalogue, report_id: str, whom: Whom) -> bool:
    """Whether a decision, or what leads into it, names them, or they moved or seconded it."""
    movers = (decision.mover, decision.seconder)
    if any(whom.in_name(name) for name in movers if name) or whom.in_text(decision.text):
        return True
    if decision.lead_start == decision.start:
        return False
    return whom.in_text(catalogue.excerpt(report_id, decision.lead_start, decision.start))


def is_person(said: str, name: str) -> bool:
    """Whether a name, or one of several, may be that of the person said.

    >>> is_person("Cllr Finch", "Councillor Jane Finch"), is_person("Jane Finch", "Mr P. Finch")
    (True, False)
    """
    return any(_are_one(_parts(said), _parts(one)) for one in _BETWEEN.split(name))


def names_person(said: str, text: str) -> bool:
    """Whether a text names a person: by a title and the surname, or by first name and surname.

    >>> names_person("Cllr Finch", "moved by Councillors Gray and Finch")
    True
    >>> names_person("Cllr Finch", "the hedge in Finch Lane")
    False
    """
    parts = _parts(said)
    if not parts or parts[-1] not in text.casefold():
        return False
    for match in _TITLED.finditer(text):
        for name in _BETWEEN.split(match["names"]):
            told = _parts(name)
            if any(_are_one(parts, told[:n]) for n in range(1, LONGEST_NAME + 1)):
                return True
    return len(parts) > 1 and _in_full(parts).search(text) is not None


@lru_cache(maxsize=1000)
def _in_full(parts: tuple[str, ...]) -> re.Pattern[str]:
    """A first name or its initial, and the surname, with capitals."""
    first, last = re.escape(parts[0]), re.escape(parts[-1])
    given = (
        rf"(?:(?i:{first})|{first[0].upper()}\.?)" if len(parts[0]) > 1 else rf"(?i:{first})\w*\.?"
    )
    return re.compile(rf"(?<!\w)(?=[A-Z]){given}\s+(?:[A-Z]\.?\s+)?(?=[A-Z])(?i:{last})(?!\w)")


@lru_cache(maxsize=10_000)
def _parts(name: str) -> tuple[str, ...]:
    """The parts of a name, without title and letters."""
    found = re.findall(r"[^\W\d_][\w'’-]*", _TITLES.sub(" ", name))
    return tuple(part.casefold() for part in found if part.casefold() not in _LETTERS)


def _are_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one person's: the surname is the same, first names agree."""
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = sorted((one[0], other[0]), key=len)
    return second.startswith(first) if len(first) == 1 else first == second


def names_post(said: str, text: str) -> bool:
    """Whether a text names a post; its deputy is another.

    >>> names_post("the s151 officer", "delegated to the Section 151 Officer")
    True
    >>> names_post("monitoring officer", "the Deputy Monitoring Officer")
    False
    """
    wanted = _plain(said)
    deputies = sum(f" {word} {wanted} " in f" {_plain(text)} " for word in _DEPUTIES)
    return bool(wanted) and f" {_plain(text)} ".count(f" {wanted} ") > deputies


_DEPUTIES = ("deputy", "assistant", "vice")
_SAME = (
    (re.compile(r"\bs(?:ec(?:tion|t)?)?\.?\s*(?=\d)"), "section "),
    (re.compile(r"\bchair(?:man|woman|person)\b"), "chair"),
    (re.compile(r"&"), " and "),
    (re.compile(r"^(?:the|our)\s+"), ""),
)


@lru_cache(maxsize=10_000)
def _plain(text: str) -> str:
    """A text's words, alike however a post is written."""
    said = text.casefold().strip()
    for pattern, instead in _SAME:
        said = pattern.sub(instead, said)
    return " ".join(texts_of_words(said))
