"""Where the latest position stands: what it decides, replaces or follows, and the gap since."""

from collections.abc import Iterator, Sequence
from datetime import date

from index.answer.inquiry import Inquiry
from index.answer.latest import newer_than
from index.catalogue.links import Linked
from index.language import stem, texts_of_words
from index.question import Term
from index.records import Citation, Decision, ReportFacts
from index.wording import say_date, say_meeting, say_report

SPEAKS = 0.5  # share of the subject's weight in a passage whose paper may speak of it
IN_PART = 0.75  # share of it in a newer passage, from which on it cannot be said that none does
MOST_READ = 200_000  # characters of newer papers that are looked through for it
_PUT_OFF = ("deferred", "withdrawn")


def position(inquiry: Inquiry, cited: Sequence[Citation]) -> tuple[str, ...]:
    """What is known of the first citation beside the rest, in fixed words around quoted facts."""
    first, *earlier = cited
    return (
        *_versions(inquiry, first.report),
        *_decided(inquiry, first),
        *_earlier(inquiry, first, earlier),
        *_gap(inquiry, first),
    )


def _versions(inquiry: Inquiry, report: ReportFacts) -> Iterator[str]:
    """Whether it is a draft, or what became of one."""
    catalogue = inquiry.catalogue
    others = catalogue.facts(catalogue.same_as(report.report_id).get(report.report_id, ()))
    if report.front.draft:
        yield "It is a draft: no approved text of it is held."
    elif any(other.front.draft for other in others.values()):
        yield "It replaces a draft of it, which is held too."


def _decided(inquiry: Inquiry, first: Citation) -> Iterator[str]:
    """What the newest decides of an earlier paper, or what is known to be decided of it."""
    catalogue, report_id = inquiry.catalogue, first.report.report_id
    decisions = _on_its_matter(inquiry, first)
    if asked := _soonest(decisions, catalogue.decides(report_id)):
        yield f"It decides what was recommended in: {say_report(asked.report)}."
    if not any(one.standing == "recommended" for one in decisions.values()):
        return
    if answer := _soonest(decisions, catalogue.decided_by(report_id)):
        meeting = say_meeting(answer.report.front)
        yield f"What it recommends was decided: {meeting}{_say_outcome(answer.decision)}."
    elif catalogue.has_minutes_of(first.report.front):
        yield (
            "What it recommends is not a decision: minutes of that meeting are held, but no "
            "resolution on this was found in them."
        )
    else:
        yield "What it recommends is not a decision: no minutes recording one are held."


def _soonest(own: dict[int, Decision], linked: Sequence[Linked]) -> Linked | None:
    """The first of the links that are of one's own decisions."""
    found = [one for one in linked if one.number in own]
    return min(found, key=lambda one: _day(one.report), default=None)


def _earlier(inquiry: Inquiry, first: Citation, others: Sequence[Citation]) -> Iterator[str]:
    """The last decision before it, and when a proposal was put off."""
    before = [one for one in others if _is_before(one.report, first.report)]
    resolved = next((one for one in before if one.standing == "resolved"), None)
    if resolved:
        called = "An earlier decision" if first.standing == "resolved" else "The last decision"
        yield f"{called} found that speaks of it: {say_meeting(resolved.report.front)}."
    outcomes = (outcome for one in before for outcome in _outcomes(inquiry, one))
    put_off = next((one for one in outcomes if one[0] in _PUT_OFF), None)
    if put_off:
        yield f"A proposal that speaks of it was {put_off[0]}: {say_meeting(put_off[1].front)}."


def _is_before(report: ReportFacts, newest: ReportFacts) -> bool:
    """Whether a paper is earlier, and of one council as far as it is said; or else of one body."""
    own, other = report.front, newest.front
    one_council = own.council == other.council and bool(own.council or own.body == other.body)
    return one_council and _day(report) < _day(newest)


def _outcomes(inquiry: Inquiry, citation: Citation) -> Iterator[tuple[str, ReportFacts]]:
    """What became of the matter of a citation, there or where it was decided."""
    decisions = _on_its_matter(inquiry, citation)
    found = [(one, citation.report) for one in decisions.values()]
    linked = inquiry.catalogue.decided_by(citation.report.report_id)
    found += [(one.decision, one.report) for one in linked if one.number in decisions]
    yield from ((one.outcome, report) for one, report in found if one.outcome)


def _on_its_matter(inquiry: Inquiry, citation: Citation) -> dict[int, Decision]:
    """The decisions on the matter of a citation, by their places in the paper."""
    numbered = dict(enumerate(inquiry.catalogue.decisions_of(citation.report.report_id)))
    quoted = {n: d for n, d in numbered.items() if _overlap(citation, d)}
    if quoted:
        return quoted
    if citation.report.kind in ("report", "decision"):
        return numbered
    heading = citation.heading
    return {n: d for n, d in numbered.items() if heading and d.heading == heading}


def _overlap(citation: Citation, decision: Decision) -> bool:
    return citation.start < decision.end and decision.start < citation.end


def _gap(inquiry: Inquiry, first: Citation) -> Iterator[str]:
    """How long ago the newest is, and what of the same body is newer and does not speak of it."""
    day, today = first.report.front.meeting_date, inquiry.today
    if day is None:
        yield "The newest paper states no date, so that how old it is cannot be told."
        return
    if day > today:
        yield f"That meeting is yet to come: today is {say_date(today)}."
        return
    inferred = " (inferred)" if first.report.front.meeting_date_basis == "inferred" else ""
    between = f"between {say_date(day)}{inferred} and today, {say_date(today)}"
    in_part = max(newer_than(inquiry, first.report, IN_PART), key=_day, default=None)
    if in_part:
        yield f"It is {say_gap(day, today)} old: {between}."
        yield f"A newer paper may speak of it: {say_report(in_part)}."
        return
    yield f"Nothing newer that speaks of it was found: {say_gap(day, today)} {between}."
    newest = inquiry.catalogue.newest_of(first.report.front)
    last = _day(newest[0]) if newest else day
    if day < last <= today and not _may_speak(inquiry, newest):
        papers = f"The newest papers of {first.report.front.body} held, of {say_date(last)},"
        yield f"{papers} were not found to speak of it."


def _may_speak(inquiry: Inquiry, papers: Sequence[ReportFacts]) -> bool:
    """Whether any of some papers comes near the subject, or has all its words anywhere."""
    ids = {paper.report_id for paper in papers}
    near = (one.report.report_id for one in inquiry.evidence if one.covered >= SPEAKS)
    if not ids.isdisjoint(near) or sum(paper.chars for paper in papers) > MOST_READ:
        return True
    texts = (inquiry.catalogue.text(report_id) for report_id in ids)
    held = (frozenset(map(stem, set(texts_of_words(text)))) for text in texts)
    return any(all(_has(stems, term) for term in inquiry.question.subject) for stems in held)


def _has(stems: frozenset[str], term: Term) -> bool:
    return term.stem in stems or any(stems.issuperset(way) for way in term.ways)


def say_gap(first: date, last: date) -> str:
    """The time between two days, in the largest unit that is filled.

    >>> say_gap(date(2024, 1, 31), date(2024, 3, 30)), say_gap(date(2020, 5, 1), date(2024, 5, 1))
    ('1 month', '4 years')
    """
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    if months >= 24:
        years, months = divmod(months, 12)
        return _counted(years, "year") + (f" and {_counted(months, 'month')}" if months else "")
    if months:
        return _counted(months, "month")
    return _counted((last - first).days, "day")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _say_outcome(decision: Decision) -> str:
    return f" ({decision.outcome})" if decision.outcome else ""


def _day(report: ReportFacts) -> date:
    return report.front.meeting_date or date.min
