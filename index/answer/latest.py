"""Answers to what the latest is on a subject: the newest paper first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from index.answer.inquiry import RANK, Finding, Inquiry, Texts
from index.answer.matters import Matter, matters_of, names_of, resolved_on
from index.answer.plain import cite
from index.answer.quotation import Span
from index.answer.quotes import Quote, ranked
from index.records import Citation, FrontPage, ReportFacts
from index.retrieval.evidence import IN_BODY_NAME, IN_HEADING, IN_TITLE, IN_WORDS
from index.retrieval.matching import coverage
from index.wording import say_report

MOST_IN_TIME = 5  # papers shown
AS_FULLY = 0.9  # of what a paper holds of the subject, for another to speak of it too
ENOUGH_ON_IT = 0.6  # share of the subject's weight in a matter and its paper's title, to be on it
NEAR_BEST = 0.7  # of the score of a paper's best quotation, for what it asks or resolves


def from_newest(inquiry: Inquiry) -> Finding | None:
    """The newest paper that speaks of the subject, then what came before it."""
    by_report = _by_report(inquiry)
    if not by_report:
        return None
    newest_first = sorted(map(_position_of, by_report), key=_latest_first)
    cited = [cite(inquiry, quote) for quote in newest_first[:MOST_IN_TIME]]
    resolved = decision_on(inquiry, cited[0])
    cited = [*resolved, *(one for one in cited if not _is_in(one, resolved))]
    earlier = len(newest_first) - 1
    older = f" Earlier papers that speak of it: {earlier}." if earlier else ""
    return Finding(
        "answered",
        f"The newest paper held that speaks of it: {say_report(cited[0].report)}.{older}",
        tuple(cited[:MOST_IN_TIME]),
    )


def _by_report(inquiry: Inquiry) -> list[list[Quote]]:
    """What speaks of the subject, report by report, the best of each first."""
    by_report: dict[str, list[Quote]] = {}
    for quote in reversed(ranked(inquiry)):
        report = quote.evidence.report
        if quote.complete and not is_of_front(quote.text, report.front):
            by_report.setdefault(report.report_id, []).append(quote)
    return [quotes[::-1] for quotes in by_report.values()]


def _position_of(quotes: Sequence[Quote]) -> Quote:
    """What tells a paper's position: what it asks for or resolves, before what it says beside."""
    near = (quote for quote in quotes if quote.score >= NEAR_BEST * quotes[0].score)
    decided = (quote for quote in near if quote.evidence.passage.standing != "reported")
    return next(decided, quotes[0])


def is_of_front(text: str, front: FrontPage) -> bool:
    """Whether a text is only what a front page says of its paper: its ward, its author.

    >>> is_of_front("Wards: Osier Hill", FrontPage(wards="Osier Hill"))
    True
    """
    said = (front.report_of, front.introduced_by, front.author, front.contact, front.wards)
    label, _, value = text.rpartition("\t")
    if "\t" in label:
        return False
    return any(value.startswith(one) or text.endswith(f": {one}") for one in said if one)


def _latest_first(quote: Quote) -> tuple[int, int]:
    """The order of the latest position: by day, and of one day what was decided before the rest."""
    return -_day(quote.evidence.report).toordinal(), RANK[quote.evidence.passage.standing]


def decision_on(inquiry: Inquiry, newest: Citation) -> list[Citation]:
    """The resolution on the item that the newest citation is of, where that is on the subject.

    It need not repeat the words of the subject to be found.
    """
    if newest.standing == "resolved":
        return []
    span = Span(newest.start, newest.end)
    resolved = resolved_on(inquiry, newest.report, span, newest.heading)
    if resolved is None or not _is_on_it(inquiry, resolved, newest):
        return []
    return [inquiry.cite(resolved.report, resolved.span, "resolved")]


def _is_on_it(inquiry: Inquiry, resolved: Matter, newest: Citation) -> bool:
    """Whether a resolution with what it answers is on the subject, which a paper may only touch."""
    if newest.standing != "reported":
        return True
    asked = (m.words for m in matters_of(inquiry, newest.report) if m.standing == "recommended")
    of_paper = newest.report.front.title if newest.report.kind in ("report", "decision") else None
    words = " ".join((resolved.words, *(asked if of_paper else ())))
    said = ((IN_WORDS, words), *names_of(resolved), (IN_TITLE, of_paper))
    return _held(inquiry, inquiry.credited(*said)) >= ENOUGH_ON_IT


def _is_in(citation: Citation, others: Iterable[Citation]) -> bool:
    return any(
        one.report.report_id == citation.report.report_id
        and one.start < citation.end
        and citation.start < one.end
        for one in others
    )


def speaking(inquiry: Inquiry, cited: Sequence[Citation]) -> Citation:
    """The citation that has the words of the subject: what follows a resolution on its item."""
    first, *rest = cited
    return rest[0] if rest and first in decision_on(inquiry, rest[0]) else first


def is_newest(inquiry: Inquiry, cited: Sequence[Citation]) -> bool:
    """Whether nothing found is newer than the first and speaks of the subject as fully."""
    first = cited[0]
    if is_of_front(first.excerpt, first.report.front):
        return False
    if any(_day(one.report) > _day(first.report) for one in cited):
        return False
    told = speaking(inquiry, cited)
    least = AS_FULLY * max(inquiry.covered(*_said_by(one)) for one in cited)
    if inquiry.covered(*_said_by(told)) < least:
        return False
    full = _held(inquiry, inquiry.credited(*_said_by(told)))
    return not any(newer_than(inquiry, first.report, AS_FULLY * full))


def _said_by(citation: Citation) -> Texts:
    return (
        (IN_WORDS, citation.excerpt),
        (IN_HEADING, citation.heading),
        (IN_TITLE, citation.report.front.title),
    )


def newer_than(inquiry: Inquiry, report: ReportFacts, share: float) -> Iterator[ReportFacts]:
    """The papers after one, up to today, of which a passage found holds a share of the subject."""
    for one in inquiry.evidence:
        is_newer = _day(report) < _day(one.report) <= inquiry.today
        if is_newer and _held(inquiry, one.credited) >= share:
            yield one.report


def _held(inquiry: Inquiry, credited: Mapping[str, float]) -> float:
    """The share of the subject's weight that is held at all: in synonyms as well, or in a title."""
    held = {root: 1.0 for root, credit in credited.items() if credit > IN_BODY_NAME}
    return coverage(inquiry.weighed.subject, held, inquiry.weighed.rarity)


def _day(report: ReportFacts) -> date:
    return report.front.meeting_date or date.min
