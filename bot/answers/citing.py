"""A citation in words, ready to be copied into a report."""

from collections.abc import Sequence
from typing import Any, Final

from slackblocks import Block, RichTextBlock, RichTextCodeBlock

from bot.answers.context_view import not_shown_view, place_in
from bot.message import modal, paragraph, small, words
from bot.text import clip, head
from bot.wording import title
from index.context import Context
from index.doubts import doubts
from index.errors import NotShown
from index.library import Library
from index.records import Decision, ReportFacts, ReportKind
from index.wording import file_name, say_meeting

TITLE = "Copy citation"
LONGEST_QUOTE = 5000  # characters
LONGEST_NAME = 500
_KINDS: Final[dict[ReportKind, str]] = {
    "report": "Report to",
    "minutes": "Minutes of",
    "decision": "Decision of",
    "agenda": "Agenda of",
    "other": "Paper of",
}
# What a reader of the citing report must not take for a decision.
_NO_DECISION = {
    "recommended": "A recommendation, not a decision.",
    "proposed": "A proposal, not a decision.",
}


def cited(library: Library, fields: dict[str, Any]) -> dict[str, Any]:
    """The window for the citation that a button's fields name."""
    place = place_in(fields)
    try:
        found = library.context(*place)
    except NotShown as error:
        return not_shown_view(TITLE, str(error))
    return cite_view(found, library.decisions_at(*place), str(fields.get("standing")))


def cite_view(found: Context, decisions: Sequence[Decision], standing: str) -> dict[str, Any]:
    """The citation with its quote, and without it, each to be copied as it stands."""
    source = citation_text(found, decisions, standing)
    quoted = found.excerpt
    shown = head(quoted, LONGEST_QUOTE)
    blocks: list[Block] = [
        paragraph("With the quote:", bold=True),
        _to_copy(f"“{shown}”\n{source}"),
        paragraph("The source alone:", bold=True),
        _to_copy(source),
    ]
    if shown != quoted:
        blocks.append(small("The quote is cut at its end; read on in the paper."))
    return modal(TITLE, [*blocks, small("Check the paper before you rely on it.")])


def citation_text(found: Context, decisions: Sequence[Decision], standing: str) -> str:
    """Title, who met and when, the place in the paper, its standing, and where it is to be had.

    Minutes' numbers are those of the decisions that stand at the place.
    """
    report, places = found.report, ", ".join(_places(found, decisions))
    met = clip(f"{_KINDS[report.kind]} {say_meeting(report.front)}", LONGEST_NAME)
    parts = [f"{clip(title(report), LONGEST_NAME)}.", f"{met}{places and f', {places}'}."]
    if standing in _NO_DECISION:
        parts.append(_NO_DECISION[standing])
    unsure = doubts(found.excerpt, report, found.ocr_confidence)
    parts += [f"{said[0].upper()}{said[1:]}." for said in unsure]
    return " ".join([*parts, _address(report)])


def _places(found: Context, decisions: Sequence[Decision]) -> list[str]:
    minutes = {decision.minute: None for decision in decisions if decision.minute}
    paragraph_label, page = found.paragraph, found.cited[0].page
    places = [
        *(f"minute {clip(minute, 40)}" for minute in minutes),
        paragraph_label and f"paragraph {clip(paragraph_label, 40)}",
        page and f"page {page}",
    ]
    return [place for place in places if place]


def _address(report: ReportFacts) -> str:
    if report.url and report.url.startswith(("https://", "http://")):
        return report.url
    return f"File: {clip(file_name(report.source), LONGEST_NAME)}"


def _to_copy(text: str) -> Block:
    """Words that Slack shows as they are typed, to be copied without any formatting."""
    return RichTextBlock(RichTextCodeBlock([words(text)]))
