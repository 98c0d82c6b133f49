"""Answers to "who": the person or post a table names, or the name a sentence states."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.answer.inquiry import IN_REPORT, Finding, Inquiry, Texts
from index.answer.nearest import is_before, shared
from index.answer.quotation import Span
from index.language import stem
from index.question.when import MONTHS
from index.records import Lead, ReportFacts, Standing
from index.retrieval.matching import stemmed
from index.retrieval.values import Value, names

# What a word of the question counts for by where a lead holds it.
AREA, RELATION, TITLE = 1.0, 0.9, 0.6
ENOUGH = 0.6  # share of the subject's weight that the lead and its title must hold
NEWEST = 0.2  # how much it gains by standing in the newest paper: people change posts
PRECISION = 0.3  # how much a lead gains when little else stands in its relation and area

# Capitalised words that name no one in particular.
_NOBODY = frozenset(
    stem(word)
    for word in """the council cabinet board committee member members councillor councillors officer
    report chair partnership executive group panel authority borough city county district
    town resolved agreed recommended noted minutes meeting decision motion amendment section
    appendix part act item present apologies""".split()
) | {stem(month) for month in MONTHS}


@dataclass(frozen=True, slots=True)
class _Ranked:
    lead: Lead
    report: ReportFacts
    score: float


def from_leads(inquiry: Inquiry) -> Finding | None:
    """The lead whose area, post or name is what was asked, if every word of the subject is met."""
    ranked = [one for one in sorted(_fitting(inquiry), key=_score) if _is_stated(inquiry, one)]
    if not ranked:
        return None
    best = ranked[0]
    others = [one for one in ranked[1:] if one.report.report_id != best.report.report_id]
    chosen = [best, *_one_a_report(others)]
    return Finding(
        "answered",
        say_leads(_beside(best, ranked)),
        tuple(
            inquiry.cite(o.report, Span(o.lead.start, o.lead.end), _standing(inquiry, o))
            for o in chosen
        ),
    )


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
    relation = lead.relation if lead.relation != lead.post else None
    what = ", ".join(part for part in (relation, lead.area) if part)
    return f"{who}: {what}." if what else f"{who}."


def _fitting(inquiry: Inquiry) -> Iterable[_Ranked]:
    leads = inquiry.catalogue.leads_of_each({report.report_id for report in inquiry.reports()})
    for report in inquiry.reports():
        title, newness = _title(report), inquiry.newness(report)
        setting = inquiry.credited((TITLE, title), (IN_REPORT, inquiry.words_of(report)))
        for lead in leads.get(report.report_id, ()):
            if not _speaks_of(inquiry, lead, title):
                continue
            held = inquiry.credited(*_texts(lead), beside=setting)
            if inquiry.is_whole(held):
                fit = inquiry.share(held) + PRECISION * _precision(inquiry, lead)
                yield _Ranked(lead, report, fit + NEWEST * newness)


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
    name: it must be the lead's own. The rest must touch its area, name or post, or, where it has
    no area, the title: the author of a report answers for the report.
    """
    part, *rest = inquiry.weighed.subject
    own = inquiry.credited(*_texts(lead))
    if part.stem not in own:
        return False
    touched = inquiry.credited((AREA, lead.area or title), (AREA, lead.name), (AREA, lead.post))
    touches = not rest or any(term.stem in touched for term in rest)
    return touches and inquiry.share(inquiry.credited((TITLE, title), beside=own)) >= ENOUGH


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
    words_asked = {term.stem for term in inquiry.question.terms}
    by = [value for value in found if _is_linked(sentence, value, asked)]
    before = [value for value in found if is_before(sentence, value, words_asked)]
    # The first of those linked alike, and else the last.
    return min(
        by or reversed(before), key=lambda v: -shared(sentence, v, words_asked), default=None
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
