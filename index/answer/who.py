"""Answers to "who": the person or post a table names, or the name a sentence states."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.answer.inquiry import IN_REPORT, Finding, Inquiry, Texts
from index.answer.nearest import is_before, shared
from index.answer.offices import asks_leader, beside_bodies, is_leader, is_of_sort, of_body
from index.answer.quotation import Span
from index.answer.writers import asks_writer, from_writers, tells_writer
from index.language import stem
from index.question.when import MONTHS
from index.records import Citation, Filters, Lead, ReportFacts, Standing
from index.retrieval.matching import stemmed
from index.retrieval.values import Value, names

# What a word of the question counts for by where a lead holds it.
AREA, RELATION, TITLE = 1.0, 0.9, 0.6
ENOUGH = 0.6  # share of the subject's weight that the lead and its title must hold
NEWEST = 0.2  # how much it gains by standing in the newest paper: people change posts
PRECISION = 0.3  # how much a lead gains when little else stands in its relation and area
BODY = 0.5  # how much it gains by being of the very body asked, and no part or other of it
AS_FITTING = 0.9  # of the best fit, for an officer to answer where a member fits best, and so back

# Capitalised words that name no one in particular.
_NOBODY = frozenset(
    stem(word)
    for word in """the council cabinet board committee member members councillor councillors officer
    report chair partnership executive group panel authority borough city county district
    town resolved agreed recommended noted minutes meeting decision motion amendment section
    appendix part act item present apologies monday tuesday wednesday thursday friday saturday
    sunday""".split()
) | {stem(month) for month in MONTHS}


@dataclass(frozen=True, slots=True)
class _Ranked:
    lead: Lead
    report: ReportFacts
    score: float


def from_leads(inquiry: Inquiry) -> Finding | None:
    """The lead whose area, post or name is what was asked, if every word of the subject is met.

    Asked for an officer where only a member is named, or the other way about, the row is near.
    """
    if written := from_writers(inquiry):
        return written
    found = _leaders(inquiry) if asks_leader(inquiry.question) else _fitting(inquiry)
    ranked = [one for one in sorted(found, key=_score) if _is_stated(inquiry, one)]
    if not ranked:
        return None
    enough = AS_FITTING * ranked[0].score
    of_sort = [one for one in ranked if is_of_sort(inquiry.question, one.lead)]
    if not of_sort or of_sort[0].score < enough:
        return Finding("related", say_leads([ranked[0].lead]), (_cited(inquiry, ranked[0]),))
    best = of_sort[0]
    others = [one for one in of_sort[1:] if one.report.report_id != best.report.report_id]
    cited = tuple(_cited(inquiry, one) for one in (best, *_one_a_report(others)))
    return Finding("answered", say_leads(_beside(best, of_sort)), cited)


def _cited(inquiry: Inquiry, ranked: _Ranked) -> Citation:
    span = Span(ranked.lead.start, ranked.lead.end)
    return inquiry.cite(ranked.report, span, _standing(inquiry, ranked))


def _leaders(inquiry: Inquiry) -> Iterable[_Ranked]:
    """Whoever the papers call the council's leader, the newest paper's first.

    Old papers may hold the question's words, so that within no limits all papers are looked in.
    """
    found, question = inquiry.catalogue.leads_called("leader"), inquiry.question
    near = {report.report_id: report for report in inquiry.reports()}
    if question.filters == Filters():
        near = inquiry.catalogue.facts({one.report_id for one in found})
    newest = len(found)
    for place, one in enumerate(found):
        report = near.get(one.report_id)
        if report and is_leader(one.lead) and of_body(question, one.lead, report):
            yield _Ranked(one.lead, report, 1.0 + (newest - place) / newest)


def _standing(inquiry: Inquiry, ranked: _Ranked) -> Standing:
    """What a lead's words stand as: an appointment that was resolved is no mere report."""
    lead = ranked.lead
    decided = inquiry.catalogue.decisions_of(ranked.report.report_id)
    held = (d.standing for d in decided if d.start < lead.end and lead.start < d.end)
    return next(held, "reported")


def _score(ranked: _Ranked) -> float:
    return -ranked.score


def _is_stated(inquiry: Inquiry, ranked: _Ranked) -> bool:
    """Whether the stored row or sentence, with its column headings, says all the headline will."""
    lead, report_id = ranked.lead, ranked.report.report_id
    span = Span(lead.start, lead.end)
    blocks = inquiry.catalogue.blocks(report_id, span)
    columns = (heading for block in blocks for heading in block.columns)
    said = " ".join((inquiry.catalogue.excerpt(report_id, *span), *columns))
    parts = (lead.name, lead.post, lead.organisation)
    return all(part in " ".join(said.split()) for part in parts if part)


def _beside(best: _Ranked, ranked: Iterable[_Ranked]) -> list[Lead]:
    """The lead, with the others that the same line names for the same and that fit as well."""
    place = _place(best)
    return [one.lead for one in ranked if _place(one) == place and one.score >= best.score]


def _place(ranked: _Ranked) -> tuple[str, int, int, str, str | None]:
    lead = ranked.lead
    return ranked.report.report_id, lead.start, lead.end, lead.relation, lead.area


def say_leads(leads: Sequence[Lead]) -> str:
    """Leads that answer for the same in one line, from the paper's own words."""
    lead = leads[0]
    who = "; ".join(", ".join(p for p in (o.name, o.post, o.organisation) if p) for o in leads)
    relation = None if _is_said(lead) else lead.relation
    area = None if (lead.area or "") in (lead.post or "") else lead.area
    what = ", ".join(part for part in (relation, area) if part)
    return f"{who}: {what}." if what else f"{who}."


# What a list at a meeting is headed, or a post that is named in no list: no one's part.
_NO_PART = frozenset(("Present", "Also present", "In attendance", "Apologies", "Officer", "Member"))


def _is_said(lead: Lead) -> bool:
    """Whether a lead's post says already what its relation would: "Chairman" and "Chair"."""
    post = (lead.post or "").casefold()
    return bool(post) and (lead.relation in _NO_PART or lead.relation.casefold() in post)


def _fitting(inquiry: Inquiry) -> Iterable[_Ranked]:
    leads = inquiry.catalogue.leads_of_each({report.report_id for report in inquiry.reports()})
    for report in inquiry.reports():
        title, newness = _title(report), inquiry.newness(report)
        setting = inquiry.credited((TITLE, title), (IN_REPORT, inquiry.words_of(report)))
        for lead in leads.get(report.report_id, ()):
            of = of_body(inquiry.question, lead, report)
            if not of or not _speaks_of(inquiry, lead, title):
                continue
            held = inquiry.credited(*_texts(lead), beside=setting)
            if inquiry.is_whole(held):
                fit = inquiry.share(held) + PRECISION * _precision(inquiry, lead)
                yield _Ranked(lead, report, fit + NEWEST * newness + BODY * of)


def _texts(lead: Lead) -> Texts:
    """What a lead says of itself."""
    return (
        (AREA, lead.area),
        (AREA, lead.name),
        (RELATION, f"{lead.relation} {lead.post or ''} {lead.organisation or ''}"),
    )


def _title(report: ReportFacts) -> str:
    return f"{report.front.title or ''} {report.front.body or ''}"


def _speaks_of(inquiry: Inquiry, lead: Lead, title: str) -> bool:
    """Whether the lead itself, and not only the rest of its report, meets what is asked.

    The subject's first word is the part played ("who chairs …", "which cabinet member …") or the
    name: it must be the lead's own; a body's name was met before ("the harbour board's chair").
    The rest must touch its area, name or post, or, where it has
    no area, the title: the author of a report answers for the report.
    """
    part, *rest = beside_bodies(inquiry.question) or inquiry.weighed.subject
    own = inquiry.credited(*_texts(lead))
    if part.stem not in own or _is_only_of_paper(inquiry, lead):
        return False
    touched = inquiry.credited((AREA, lead.area or title), (AREA, lead.name), (AREA, lead.post))
    touches = any(term.stem in touched for term in rest or (part,)) or not (rest or _is_for(lead))
    return touches and inquiry.share(inquiry.credited((TITLE, title), beside=own)) >= ENOUGH


def _is_only_of_paper(inquiry: Inquiry, lead: Lead) -> bool:
    """Whether a lead is whom to ask about a paper, or its author, and neither was asked for.

    Whoever wrote of the baths does not run them.
    """
    if lead.area or not _OF_PAPER.search(lead.relation):
        return False
    is_asked = any(inquiry.credit(t, (RELATION, lead.relation)) for t in inquiry.question.terms)
    return not is_asked and not inquiry.holds_all((AREA, lead.name), (AREA, lead.post))


_OF_PAPER = re.compile(r"\b(?:contact|author)\b", re.IGNORECASE)


def _is_for(lead: Lead) -> bool:
    """Whether a lead answers for one area of many, as a lead officer or a cabinet member does.

    "Who is the treasurer" names all that is asked; "who leads" does not say what.
    """
    return bool(lead.area and _OF_MANY.search(lead.relation))


_OF_MANY = re.compile(r"\b(?:lead|officers?|members?|holders?|author|contact)\b", re.IGNORECASE)


def _precision(inquiry: Inquiry, lead: Lead) -> float:
    """The share of the relation's and the area's own words that were asked for."""
    asked = {term.stem for term in inquiry.question.terms}
    asked |= {part for t in inquiry.question.terms for way in t.ways for part in way}
    said = set(stemmed(f"{lead.relation} {lead.area or lead.post or ''}"))
    return len(said & asked) / len(said) if said else 0.0


def _one_a_report(ranked: Iterable[_Ranked]) -> list[_Ranked]:
    """The best of each of the two best papers."""
    first: dict[str, _Ranked] = {}
    for one in ranked:
        first.setdefault(one.report.report_id, one)
    return list(first.values())[:2]


def name_in(sentence: str, inquiry: Inquiry) -> Value | None:
    """The name a sentence gives as the answer: joined by "by" or "is", else before what was asked.

    The sentence must speak of the part played, the subject's first word. Names made only of the
    question's own words, or of words such as "Council", are not answers. Of "AB to write and CD to
    mend the gate", AB is no answer to who mends the gate.
    """
    asked = {term.stem for term in inquiry.question.terms} | _NOBODY
    found = [value for value in names(sentence) if not _is_made_of(value, asked)]
    if not inquiry.credit(inquiry.question.subject[0], (1.0, sentence)):
        return None
    if asks_writer(inquiry.question) and not tells_writer(sentence):
        return None
    if chosen := [value for value in found if _CHOSEN.match(sentence, value.end)]:
        return chosen[0]
    words_asked = {term.stem for term in inquiry.question.terms}
    by = [value for value in found if _is_linked(sentence, value, asked)]
    before = [value for value in found if is_before(sentence, value, words_asked)]
    # The first of those linked alike, and else the last.
    return min(
        by or reversed(before), key=lambda v: -shared(sentence, v, words_asked), default=None
    )


# "That Councillor Ada Finch be elected Mayor": whoever moved it is named before her.
_CHOSEN = re.compile(
    r",? (?:be|is|was|were|has been|had been)(?: and (?:is|are) hereby)?(?: duly)?"
    r" (?:re-?)?(?:elected|appointed|nominated|co-?opted|chosen)\b"
)
# What joins a name to its part: "chaired by Ada Finch", "the chair is Ada Finch", "a contract be
# awarded to Marrow Limited"; not "authority to award the contract be delegated to the Head of Law".
_GIVEN = (
    r"\b(?:award|grant|giv|let|leas|paid|pay|offer)\w*\b"
    r"(?:(?!\b(?:be|been|is|are|was|were)\b(?! made\b)).){0,150}? to"
)
_LINKED = re.compile(rf"(?:\b(?:by|is|was|are|were|be|been)|{_GIVEN}|[:–-]) +(?:the |a |an )?$")


# "The Portfolio Holder for Housing, Councillor Ada Finch, …": a name beside the part played.
_BESIDE = re.compile(r"(?P<part>[\w’'-]+), $")
_ENDS = re.compile(r"$|[,.;)]| \(")


def _is_linked(sentence: str, value: Value, asked: set[str]) -> bool:
    before, after = sentence[: value.start], sentence[value.end :]
    beside = _BESIDE.search(before) if _ENDS.match(after) else None
    return bool(_LINKED.search(before) or (beside and stem(beside["part"]) in asked))


def _is_made_of(value: Value, asked: set[str] | frozenset[str]) -> bool:
    return asked.issuperset(stemmed(value.text))
