"""Lists of decisions as Block Kit: pure functions from decisions found to a message."""

from collections.abc import Sequence

from slackblocks import Block, RichTextBlock

from bot.decision_request import MOST
from bot.message import (
    Message,
    fitted,
    line,
    link,
    message,
    paragraph,
    quotation,
    small,
    words,
)
from bot.text import clip, head
from bot.wording import counted, title
from index.records import DecisionFound, DecisionQuery
from index.wording import STANDING_IN_WORDS, say_filters, say_meeting

MAX_NAME = 100


def decisions_message(found: Sequence[DecisionFound], query: DecisionQuery) -> Message:
    """Decisions in the order given, under a line that says what was asked for."""
    if not found:
        return _none_found(query)
    heading = f"{counted(len(found), 'decision')}, newest first{_asked_for(query)}"

    def build(room: int) -> list[Block]:
        return [
            paragraph(heading, bold=True),
            *(decision_block(one, number, room) for number, one in enumerate(found, 1)),
            small(_footing(found, query)),
        ]

    spoken = [f"[{number}] {_spoken(one)}" for number, one in enumerate(found, 1)]
    return message("\n".join([heading, *spoken]), fitted(build, len(found)), outcome="decisions")


def decision_block(found: DecisionFound, number: int, room: int) -> Block:
    """A decision in the paper's own words, with its standing, who met and when."""
    standing = line(words(f"[{number}] {_standing(found)}", bold=True))
    name = link(clip(title(found.report), MAX_NAME), found.report.url)
    source = line(name, words(_place(found)))
    return RichTextBlock([standing, *quotation(found.decision.text, room), source])


def _footing(found: Sequence[DecisionFound], query: DecisionQuery) -> str:
    """What to bear in mind, and how to see older ones where there may be some."""
    caution = "A recommendation or proposal is not a decision until minutes say so."
    if len(found) < query.limit:
        return caution
    return f"{caution} For older ones, end with a number up to {MOST} or say until when."


def _standing(found: DecisionFound) -> str:
    """The standing in words, with the outcome where the paper records one."""
    standing = STANDING_IN_WORDS[found.decision.standing]
    outcome = clip((found.decision.outcome or "").strip(), MAX_NAME)
    return f"{standing}: {outcome}" if outcome else standing


def _place(found: DecisionFound) -> str:
    decision, report = found.decision, found.report
    place = [
        report.kind,
        clip(say_meeting(report.front), MAX_NAME),
        decision.minute and f"minute {clip(decision.minute, 20)}",
        decision.label and f"paragraph {clip(decision.label, 20)}",
        decision.page and f"page {decision.page}",
    ]
    return "".join(f" · {part}" for part in place if part)


def _asked_for(query: DecisionQuery) -> str:
    about = f"about “{clip(query.about, MAX_NAME)}”" if query.about else ""
    asked = ", ".join(part for part in (about, say_filters(query.filters)) if part)
    return f" ({clip(asked, 500)})" if asked else ""


def _none_found(query: DecisionQuery) -> Message:
    text = (
        f"No decisions were found{_asked_for(query)}. "
        "Try fewer words, another body or an earlier date; /decisions help shows how."
    )
    return message(text, [paragraph(text)], outcome="no_decisions")


def _spoken(found: DecisionFound) -> str:
    text = head(found.decision.text, 200)
    return f"{_standing(found)}: “{text}” – {clip(title(found.report), 100)}{_place(found)}"
