"""Answers to who came to a meeting and who did not, and who moved or seconded what was decided."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final

from index.answer.inquiry import Finding, Inquiry
from index.answer.matters import Matter, matters_of, own_texts
from index.answer.quotation import Span
from index.language import stem, words
from index.question import Question, Term
from index.question.when import is_of_time
from index.records import Lead, ReportFacts
from index.wording import say_meeting

_ANY_DAY: Final = (date.min, date.max)
MOST_BESIDE = 3  # blocks before or after a decision in which its mover may be named

CAME: Final = ("Present", "Also present", "In attendance", "Substitute")
SENT_APOLOGIES: Final = ("Apologies",)
STAYED_AWAY: Final = ("Apologies", "Absent")

_AWAY = re.compile(
    r"\babsen(?:t|ces?)\b|\b(?:not|never|n['’]t|failed to|unable to) (?:be )?(?:present|attend)"
    r"|\bmissing\b",
    re.IGNORECASE,
)
_APOLOGISED = re.compile(r"\bapolog", re.IGNORECASE)
_CAME = re.compile(r"\b(?:present|attend(?:ed|ing|ance|ees?)?|turned up)\b", re.IGNORECASE)

# All that a question on attendance may speak of; with anything else it is on something else.
_OF_ATTENDANCE = frozenset(
    stem(word)
    for word in """present attend attended attending attendance attendee attendees turned apology
    apologies apologised absent absence absences sent send gave give given submitted offered missing
    failed unable meeting meetings councillors councillor members member officers officer people
    committee cabinet council board full list names minutes""".split()
)
_OF_MOVING = frozenset(
    stem(word)
    for word in """propose proposed proposer proposing move moved mover moving second seconded
    seconder seconding motion resolution recommendation recommendations proposal decision""".split()
)
_MOVED = re.compile(
    r"\b(?:propose[drs]?|proposers?|moved?|movers?|seconde[dr]|seconds)\b", re.IGNORECASE
)
_SECONDED = re.compile(r"\bsecond", re.IGNORECASE)
_MINUTES = stem("minutes")
_AMENDMENT = re.compile(r"\bamend", re.IGNORECASE)
# "moved, as an amendment, that …", "An amendment was moved by …"; not "as amended" minutes.
_AMENDS = re.compile(
    r"\b(?:as an|by way of|an|the following) amendment\b|\bamendment (?:was|being) ", re.IGNORECASE
)


def from_attendance(inquiry: Inquiry) -> Finding | None:
    """The whole attendance of the meeting asked about, or all who were away, as its paper lists."""
    relations = _relations_asked(inquiry.question)
    if not relations or inquiry.widened:
        return None
    for report in _of_the_meeting(inquiry):
        found = [one.lead for one in inquiry.catalogue.leads(report.report_id)]
        leads = [
            lead
            for lead in found
            if lead.relation in relations and _is_named(inquiry, report, lead)
        ]
        if leads:
            return _attendance(inquiry, report, leads, relations)
    return None


def _relations_asked(question: Question) -> tuple[str, ...]:
    if _APOLOGISED.search(question.text):
        return SENT_APOLOGIES
    if _AWAY.search(question.text):
        return STAYED_AWAY
    return CAME if _CAME.search(question.text) else ()


def _of_the_meeting(inquiry: Inquiry) -> list[ReportFacts]:
    """The papers of the meeting that is asked about, best first; none where none is said.

    Whatever else is said must name the body: "who attended the tree planting" is of no meeting.
    """
    question = inquiry.question
    hard = [term for term in question.terms if not term.soft and not term.place]
    named = [term for term in hard if term.stem not in _OF_ATTENDANCE]
    reports = [r for r in inquiry.reports() if _is_of_council(inquiry, r) and _met(r, named)]
    first, last = _days_asked(inquiry)
    if (first, last) != _ANY_DAY:
        return [r for r in reports if first <= (r.front.meeting_date or date.min) <= last]
    asked = question.filters
    is_said = named or asked.body or asked.council or question.councils
    return sorted(reports, key=_newest_first) if is_said else []


def _met(report: ReportFacts, named: Iterable[Term]) -> bool:
    body = {stem(word.text) for word in words(f"{report.front.body} {report.front.council}")}
    return all(term.stem in body for term in named)


def _days_asked(inquiry: Inquiry) -> tuple[date, date]:
    question = inquiry.question
    first, last = question.days or (question.filters.since, question.filters.until)
    return first or _ANY_DAY[0], last or _ANY_DAY[1]


def _is_of_council(inquiry: Inquiry, report: ReportFacts) -> bool:
    councils = inquiry.question.councils
    return not councils or report.front.council in councils


def _newest_first(report: ReportFacts) -> int:
    return -(report.front.meeting_date or date.min).toordinal()


def _is_named(inquiry: Inquiry, report: ReportFacts, lead: Lead) -> bool:
    """Whether the row or sentence says all that the headline will."""
    said = " ".join(inquiry.catalogue.excerpt(report.report_id, lead.start, lead.end).split())
    return bool(lead.name) and all(
        p in said for p in (lead.name, lead.post, lead.organisation) if p
    )


def _attendance(
    inquiry: Inquiry, report: ReportFacts, leads: Sequence[Lead], relations: Iterable[str]
) -> Finding:
    told = (_say(relation, leads) for relation in relations)
    headline = f"{say_meeting(report.front)} – {' '.join(filter(None, told))}"
    spans = _runs(inquiry, report, sorted({(lead.start, lead.end) for lead in leads}))
    cited = tuple(inquiry.cite(report, span, "reported") for span in spans)
    return Finding("answered", headline, cited)


def _say(relation: str, leads: Iterable[Lead]) -> str:
    """Those of one relation, each once: "Present: A Ash; B Pike, Holt Trust."."""
    of_it = (lead for lead in leads if lead.relation == relation)
    said = dict.fromkeys(
        ", ".join(part for part in (lead.name, lead.post, lead.organisation) if part)
        for lead in of_it
    )
    return f"{relation}: {'; '.join(said)}." if said else ""


def _runs(inquiry: Inquiry, report: ReportFacts, spans: Iterable[tuple[int, int]]) -> list[Span]:
    """Rows that adjoin, as one span each run: nothing but white space stands between them."""
    runs: list[Span] = []
    for start, end in spans:
        last = runs[-1] if runs else None
        between = last and inquiry.catalogue.excerpt(report.report_id, last.end, start)
        if last and (start <= last.end or not str(between).strip()):
            runs[-1] = Span(last.start, max(last.end, end))
        else:
            runs.append(Span(start, end))
    return runs


def from_movers(inquiry: Inquiry) -> Finding | None:
    """Who moved or seconded the decision that is asked about, where its paper says so."""
    about = _moved(inquiry)
    if not about or inquiry.widened:
        return None
    fitting = [
        (matter.standing == "resolved", matter.day, matter, span)
        for report in inquiry.reports()
        if _is_of_council(inquiry, report)
        for matter, span in _carried(inquiry, report, about)
    ]
    if not fitting:
        return None
    _, _, matter, span = max(fitting, key=lambda one: one[:2])
    cited = inquiry.cite(matter.report, span, matter.standing)
    return Finding("answered", _say_movers(matter), (cited,))


def movers_of(inquiry: Inquiry, report: ReportFacts, cited: Span) -> Finding | None:
    """Who moved or seconded the decision that a citation holds, where its paper says so."""
    asks_second = _SECONDED.search(inquiry.question.text)
    for matter in matters_of(inquiry, report):
        one = matter.decisions[0]
        name = one.seconder if asks_second else one.mover
        is_cited = matter.span.start < cited.end and cited.start < matter.span.end
        span = _naming(inquiry, matter, name) if name and is_cited else None
        if span:
            cites = (inquiry.cite(report, span, matter.standing),)
            return Finding("answered", _say_movers(matter), cites)
    return None


def asks_mover(question: Question) -> bool:
    """Whether a question is who moved or seconded something."""
    return question.kind == "who" and _MOVED.search(question.text) is not None


def _moved(inquiry: Inquiry) -> list[Term]:
    """The words for what was moved; none where the question is not who moved it."""
    if not asks_mover(inquiry.question):
        return []
    terms = [t for t in inquiry.question.terms if t.stem not in _OF_MOVING and not t.place]
    named = [term for term in terms if not term.soft]
    # "the minutes of 5 March": minutes are approved at many meetings, so that the day must be said.
    return named or [t for t in terms if t.stem == _MINUTES or is_of_time(t.asked)]


def _carried(
    inquiry: Inquiry, report: ReportFacts, about: Iterable[Term]
) -> Iterator[tuple[Matter, Span]]:
    """The matters on the subject whose mover, or seconder if that is asked, a paper names."""
    asks_second = _SECONDED.search(inquiry.question.text)
    for matter in matters_of(inquiry, report):
        one = matter.decisions[0]
        name = one.seconder if asks_second else one.mover
        texts = own_texts(matter)
        span = _naming(inquiry, matter, name) if name else None
        is_about = all(inquiry.credit(term, *texts) > 0 for term in about)
        if span and is_about and _is_of_then(inquiry, matter) and _is_asked(inquiry, matter, span):
            yield matter, span


def _is_of_then(inquiry: Inquiry, matter: Matter) -> bool:
    first, last = _days_asked(inquiry)
    return first <= matter.day <= last


def _is_asked(inquiry: Inquiry, matter: Matter, span: Span) -> bool:
    """Whether a motion is not merely an amendment of the one that is asked about."""
    said = inquiry.catalogue.excerpt(matter.report.report_id, *span)
    return bool(_AMENDMENT.search(inquiry.question.text)) or not _AMENDS.search(said)


def _naming(inquiry: Inquiry, matter: Matter, name: str) -> Span | None:
    """The decision with the block that names who moved it; None where none near it does."""
    report_id, (start, end) = matter.report.report_id, matter.span
    if name in inquiry.catalogue.excerpt(report_id, start, end):
        return matter.span
    blocks = inquiry.catalogue.blocks(report_id)
    before = [b for b in blocks if b.end <= start][-MOST_BESIDE:]
    after = [b for b in blocks if b.start >= end][:MOST_BESIDE]
    touching = [b for b in blocks if b.start < end and start < b.end]
    for block in (*touching, *reversed(before), *after):
        if name in block.text:
            return Span(min(start, block.start), max(end, block.end))
    return None


def _say_movers(matter: Matter) -> str:
    one = matter.decisions[0]
    said = [f"moved by {one.mover}"] if one.mover else []
    said += [f"seconded by {one.seconder}"] if one.seconder else []
    told = ", ".join(said)
    return f"{told[0].upper()}{told[1:]}: {say_meeting(matter.report.front)}."
