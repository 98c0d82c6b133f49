"""The fixed wording around quoted words: dates, standing and sources, said one way everywhere."""

from collections.abc import Callable
from datetime import date
from typing import Final

from index.blacked_out import say_blacked_out
from index.records import Citation, Filters, FrontPage, ReportFacts, Searched, Standing
from index.runs import OUTCOMES, Outcome

STANDING_IN_WORDS: Final[dict[Standing, str]] = {
    "resolved": "Resolved",
    "recommended": "Recommended, not a decision",
    "proposed": "Proposed, not a decision",
    "reported": "Reported",
}

NOT_KEPT: Final = (
    "Part of this file is not for the public or not published, so the file is not kept."
)


def say_date(day: date) -> str:
    """A date in UK order.

    >>> say_date(date(2011, 3, 16))
    '16 March 2011'
    """
    return f"{day.day} {day:%B %Y}"


def say_counts(count: Callable[[Outcome], int]) -> str:
    """How many sources ended how: "3 added, 1 failed"; "" if there were none."""
    return ", ".join(f"{met} {outcome}" for outcome in OUTCOMES if (met := count(outcome)))


def say_meeting(front: FrontPage) -> str:
    """Who met and when, as far as the paper says: "Cabinet, 16 March 2011"."""
    # A parish or community council is its own body, and is named once.
    council = front.council if front.council != front.body else None
    parts = [council, front.body or "body not stated", _meeting_date(front)]
    return ", ".join(part for part in parts if part)


def _meeting_date(front: FrontPage) -> str:
    if front.meeting_date is None:
        return "date not stated"
    said = say_date(front.meeting_date)
    if front.meeting_date_basis == "inferred":
        return f"{said} (inferred: {front.meeting_date_rule or 'the paper states no year'})"
    return said


def say_source(citation: Citation) -> str:
    """Where an excerpt stands: title, meeting, paragraph and page; and what is not sure in it."""
    parts = [say_report(citation.report)]
    if citation.paragraph:
        parts.append(f"paragraph {citation.paragraph}")
    if citation.page:
        parts.append(f"page {citation.page}")
    if citation.ocr_confidence is not None:
        parts.append(say_ocr(citation.ocr_confidence))
    if said := say_blacked_out(citation.excerpt, citation.report):
        parts.append(said)
    return ", ".join(parts)


def say_ocr(sure: int) -> str:
    """That words were recognised from a picture, so that some may be wrong.

    >>> say_ocr(87)
    'read by OCR, 87 % sure'
    """
    return f"read by OCR, {sure} % sure"


def say_page(report: ReportFacts, page: int) -> str:
    """A page by its number, and how sure it is what it says where OCR read it."""
    sure = report.ocr_confidence(page)
    return f"page {page}" if sure is None else f"page {page}, {say_ocr(sure)}"


def say_report(report: ReportFacts) -> str:
    """A report by its title, or by its file where it has none, and its meeting."""
    title = report.front.title or file_name(report.source)
    if report.kind == "minutes":
        title = "Minutes"  # their titles only say again who met and when
    draft = " (draft)" if report.front.draft else ""
    return f"{title}{draft}, {say_meeting(report.front)}"


def file_name(source: str) -> str:
    """The last part of a path or address.

    >>> file_name("papers/2024/cabinet.pdf"), file_name("https://x.gov.uk/docs/a.pdf")
    ('cabinet.pdf', 'a.pdf')
    """
    return source.rstrip("/\\").replace("\\", "/").rsplit("/", 1)[-1] or source


def say_searched(searched: Searched) -> str:
    """What was looked through, in one sentence."""
    papers = "1 paper" if searched.reports == 1 else f"{searched.reports} papers"
    bodies = f" of {searched.bodies} bodies" if searched.bodies > 1 else ""
    newest = f", the newest of {say_date(searched.newest)}" if searched.newest else ""
    limits = f", {say_filters(searched.filters)}" if searched.filters != Filters() else ""
    words = f" for: {', '.join(searched.words)}" if searched.words else ""
    read = "".join(f" “{asked}” was read as “{word}”." for asked, word in searched.corrected)
    earlier = ", ".join(searched.from_conversation)
    carried = f" From an earlier question: {earlier}." if earlier else ""
    return f"Searched {papers}{bodies}{newest}{limits}{words}.{carried}{read}"


def say_filters(filters: Filters) -> str:
    """The filters in words: "of cabinet, from 1 April 2007"; empty if there are none."""
    said = (
        f"of {filters.council}" if filters.council else "",
        f"of {filters.body}" if filters.body else "",
        f"from {say_date(filters.since)}" if filters.since else "",
        f"to {say_date(filters.until)}" if filters.until else "",
        f"of kind {filters.kind}" if filters.kind else "",
        f"with standing {filters.standing}" if filters.standing else "",
    )
    return ", ".join(part for part in said if part)
