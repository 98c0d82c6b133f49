"""Whether a decision is surely on a subject: for those who are told of it without having asked."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from index.answer.inquiry import Inquiry, Texts
from index.answer.matters import ABOUT, Matter, is_on_one_matter, own_texts
from index.question import Known, Question, Term
from index.question.groups import Phrase
from index.question.names import is_name_of
from index.records import DecisionFound
from index.retrieval.evidence import IN_WORDS


def surely_on(inquiry: Inquiry, found: Iterable[DecisionFound]) -> Iterator[DecisionFound]:
    """Those decisions that are: of them, and of what is told with them, every word is met.

    Where the subject names a body, only those of that body; where it names a year, only those that
    say it; where it has no word that names anything, none.
    """
    if any(not term.soft for term in inquiry.weighed.subject):
        here = (one for one in found if _is_of_body(inquiry, one) and _says_year(inquiry, one))
        yield from (one for one in here if _is_on(inquiry, one))


def plainly(question: Question, known: Known) -> Question:
    """A question whose words mean themselves, or what an abbreviation in the papers stands for.

    A synonym may help to find what was asked for; it is no reason to tell what was not.
    """
    defined = {way for ways in known.abbreviations.values() for way in ways}
    terms = tuple(replace(term, ways=_kept(term, defined)) for term in question.terms)
    return replace(question, terms=terms)


def _kept(term: Term, defined: Collection[Phrase]) -> frozenset[Phrase]:
    return term.ways if term.reference else frozenset(way for way in term.ways if way in defined)


_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _says_year(inquiry: Inquiry, found: DecisionFound) -> bool:
    """Whether a decision, or what it is called, says each year that the subject names."""
    named = {*_YEAR.findall(inquiry.question.text)}
    if not named:
        return True
    said = (text or "" for _, text in own_texts(Matter(found.report, (found.decision,))))
    return named <= {*_YEAR.findall(" ".join(said))}


def _is_of_body(inquiry: Inquiry, found: DecisionFound) -> bool:
    filters, front = inquiry.question.filters, found.report.front
    said = ((filters.body, front.body), (filters.council, front.council))
    return all(is_name_of(name, held or "") for name, held in said if name)


def _is_on(inquiry: Inquiry, found: DecisionFound) -> bool:
    own = inquiry.credited(*own_texts(Matter(found.report, (found.decision,))))
    if inquiry.share(own) < ABOUT:
        return False
    return inquiry.is_whole(own) or inquiry.is_whole(
        inquiry.credited(*_told_with(inquiry, found), beside=own)
    )


def _told_with(inquiry: Inquiry, found: DecisionFound) -> Texts:
    """The passages of a paper on one matter; of minutes, those under the decision's heading."""
    heading = found.decision.heading
    passages = inquiry.catalogue.passages_of(found.report.report_id)
    whole = is_on_one_matter(found.report)
    return tuple((IN_WORDS, one.text) for one in passages if whole or one.heading == heading)
