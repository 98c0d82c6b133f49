"""Matters: decisions that stand together, and what came of a recommendation."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from index.answer.inquiry import IN_REPORT, Inquiry, Texts
from index.answer.quotation import Span
from index.language import words
from index.records import Decision, DecisionFound, Filters, ReportFacts, Standing
from index.retrieval.evidence import IN_BODY_NAME, IN_HEADING, IN_TITLE, IN_WORDS

ABOUT = 0.6  # share of a subject's weight that a decision and its setting hold to be about it
ADJOINING = 40  # characters, such as a label, between two decisions of one list
MOST_LISTED = 10_000  # decisions looked through for those on a subject


@dataclass(frozen=True, slots=True)
class Matter:
    """The decisions of one list: under one heading or minute, with one standing."""

    report: ReportFacts
    decisions: tuple[Decision, ...]

    @property
    def standing(self) -> Standing:
        """The standing that all its decisions have."""
        return self.decisions[0].standing

    @property
    def day(self) -> date:
        """The day of the meeting; the first of all days if that is unknown."""
        return self.report.front.meeting_date or date.min

    @property
    def span(self) -> Span:
        """The whole list, with the words that lead into it."""
        return Span(self.decisions[0].lead_start, self.decisions[-1].end)

    @property
    def outcome(self) -> str | None:
        """What became of it, if the paper says one and the same of all its decisions."""
        outcomes = {decision.outcome for decision in self.decisions}
        return outcomes.pop() if len(outcomes) == 1 else None

    @property
    def words(self) -> str:
        """The words of its decisions."""
        return " ".join(decision.text for decision in self.decisions)


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What became of a recommendation, as far as the minutes held tell."""

    resolved: Matter | None
    has_minutes: bool  # whether minutes of its meeting are held at all


def matters_of(inquiry: Inquiry, report: ReportFacts) -> Iterator[Matter]:
    """A report's decisions, list by list."""
    return grouped(report, inquiry.catalogue.decisions_of(report.report_id))


def grouped(report: ReportFacts, decisions: Iterable[Decision]) -> Iterator[Matter]:
    """Decisions of one report, in order, list by list."""
    for _, together in groupby(decisions, key=lambda d: (d.heading, d.minute, d.standing)):
        yield from (Matter(report, one) for one in _adjoining(together))


def _adjoining(decisions: Iterable[Decision]) -> list[tuple[Decision, ...]]:
    """Decisions in runs: what is told between two runs was not decided, and is not quoted so."""
    runs: list[tuple[Decision, ...]] = []
    for decision in decisions:
        last = runs[-1][-1] if runs else None
        if last and decision.lead_start - last.end <= ADJOINING:
            runs[-1] += (decision,)
        else:
            runs.append((decision,))
    return runs


def texts(inquiry: Inquiry, matter: Matter) -> Texts:
    """What a matter is read in the light of.

    A report is on one matter, so that all its words bear on what it asks for; minutes are on many.
    """
    if not is_on_one_matter(matter.report):
        return own_texts(matter)
    return (*own_texts(matter), (IN_REPORT, inquiry.words_of(matter.report)))


def own_texts(matter: Matter) -> Texts:
    """What tells of a matter: its words and heading, its report's title, and who met."""
    front = matter.report.front
    return (
        (IN_WORDS, matter.words),
        *names_of(matter),
        (IN_BODY_NAME, f"{front.body or ''} {front.council or ''}"),
    )


def names_of(matter: Matter) -> Texts:
    """What a matter is called: its heading, and its report's title if that has no other matter."""
    title = matter.report.front.title if is_on_one_matter(matter.report) else None
    return (IN_HEADING, matter.decisions[0].heading), (IN_TITLE, title)


def is_on_one_matter(report: ReportFacts) -> bool:
    """Whether all of a paper is on one matter, as minutes are not."""
    return report.kind in ("report", "decision")


def decisions_about(inquiry: Inquiry, filters: Filters) -> list[DecisionFound]:
    """The decisions on the inquiry's subject, newest meeting first; not all of their reports'."""
    reports = [report.report_id for report in inquiry.reports()]
    found = inquiry.catalogue.decisions(filters, reports, limit=MOST_LISTED)
    return [one for one in found if _is_about(inquiry, Matter(one.report, (one.decision,)))]


def _is_about(inquiry: Inquiry, matter: Matter) -> bool:
    return inquiry.covered(*texts(inquiry, matter)) >= ABOUT


def aftermath(inquiry: Inquiry, asked: Matter) -> Aftermath:
    """What answers a report's recommendations, as linked to them when the papers were published."""
    catalogue, report_id = inquiry.catalogue, asked.report.report_id
    own = {n for n, d in enumerate(catalogue.decisions_of(report_id)) if d in asked.decisions}
    linked = [one for one in catalogue.decided_by(report_id) if one.number in own]
    if not linked:
        return Aftermath(None, catalogue.has_minutes_of(asked.report.front))
    soonest = min(linked, key=lambda one: one.report.front.meeting_date or date.max)
    matters = matters_of(inquiry, soonest.report)
    resolved = next((m for m in matters if soonest.decision in m.decisions), None)
    return Aftermath(resolved, has_minutes=True)


def resolved_on(
    inquiry: Inquiry, report: ReportFacts, span: Span, heading: str | None
) -> Matter | None:
    """What was resolved on the item that a stretch of a paper under a heading is of.

    Of a report, that is what is linked to what it asks for there, or else anywhere; of minutes,
    what follows under the heading.
    """
    matters = list(matters_of(inquiry, report))
    if is_on_one_matter(report):
        asked = [one for one in matters if one.standing == "recommended"]
        here = [one for one in asked if one.span.start < span.end and span.start < one.span.end]
        found = (aftermath(inquiry, one).resolved for one in here or asked)
        return next((one for one in found if one), None)
    if heading is None:
        return None
    below = (one for one in matters if one.span.end > span.start)
    named = (one for one in below if one.decisions[0].heading == heading)
    return next((one for one in named if one.standing == "resolved"), None)


def each_once(matters: Iterable[Matter]) -> Iterator[Matter]:
    """Matters in order, without those that a paper puts again: at its head and at its end."""
    said: set[tuple[str, Standing, str]] = set()
    for matter in matters:
        puts = {
            (matter.report.report_id, matter.standing, _plain(decision.text))
            for decision in matter.decisions
        }
        if not puts <= said:
            yield matter
        said |= puts


def _plain(text: str) -> str:
    """A decision's words alone: its two places may number and end it differently."""
    return " ".join(word.text.casefold() for word in words(text))


def matters_in(found: Iterable[DecisionFound]) -> Iterator[Matter]:
    """Decisions of several reports, each report's together, list by list."""
    for report, together in groupby(found, key=lambda one: one.report):
        yield from grouped(report, [one.decision for one in together])
