"""The App Home page: how to ask, what is held, what one follows; an administrators' panel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from slackblocks import (
    ActionsBlock,
    Block,
    Button,
    HeaderBlock,
    PlainText,
    RichTextBlock,
    SectionBlock,
)

from bot.administration.ingest_blocks import coverage_lines, kept_out_words
from bot.administration.panel import Panel, panel_blocks
from bot.choices import Choices
from bot.decisions.table import standing_of
from bot.message import home, line, link, paragraph, quotation, small, words
from bot.records.record import kept_words
from bot.text import clip
from bot.usage import ASKING, DECISIONS, PROMISE, TOWNCLERK
from bot.values import packed
from bot.wording import counted, moment, name_beside_meeting
from index.records import DecisionFound
from index.runs import Status
from index.wording import say_meeting

ASK = "home_ask"
UNFOLLOW = "home_unfollow"  # the page itself shows what comes of it
MOST_DECISIONS, MOST_FOLLOWED, MOST_PROMPTS = 3, 15, 4
ROOM = 400  # characters of a decision
_MAX_NAME = 150


@dataclass(frozen=True, slots=True)
class Followed:
    """What somebody follows: its name, and what its button carries to stop that."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """What one person's page tells; ``problem`` says why nothing is held."""

    choices: Choices
    status: Status | None = None
    problem: str = ""
    prompts: Sequence[str] = ()
    decisions: Sequence[DecisionFound] = ()
    followed: Sequence[Followed] = ()
    panel: Panel | None = None  # administrators only


def home_view(page: HomePage) -> dict[str, Any]:
    """The page as Slack shows it."""
    blocks = [
        HeaderBlock("Ask the council's papers"),
        paragraph(ASKING),
        *(_prompts(page.prompts) if page.status else ()),
        *(panel_blocks(page.panel) if page.panel else ()),
        *_decisions(page.decisions),
        *_held(page),
        *_followed(page.followed),
        HeaderBlock("Commands"),
        paragraph(f"{DECISIONS}\n{TOWNCLERK}"),
        HeaderBlock("What is kept of your questions"),
        paragraph(privacy(page.choices)),
        small(PROMISE),
    ]
    return home(blocks)


def privacy(choices: Choices) -> str:
    """What is kept of a question, and for how long."""
    days = choices.keep_questions_days
    told = (
        f" So that I can tell you of newer decisions, I keep for {counted(days, 'day')} which "
        "papers I cited to you, and not what you asked."
        if choices.tell_askers and days
        else ""
    )
    return (
        f"{kept_words(choices)}{told} What you follow is kept with your name until you stop it; "
        "/townclerk forget me does so at once. Answers are made on the council's own server. "
        "Slack keeps our messages as it keeps all others."
    )


def _prompts(prompts: Sequence[str]) -> Iterator[Block]:
    """Questions to be asked by pressing them; the answer comes in a direct message."""
    values = [(text, packed(question=text)) for text in prompts[:MOST_PROMPTS]]
    buttons = [
        Button(
            PlainText(clip(text, 75), emoji=False),
            f"ask_again_{number}",
            value=value,
            accessibility_label=clip(f"Ask: {text}", 75),
        )
        for number, (text, value) in enumerate(values, 1)
        if value
    ]
    label = "Ask the papers, by a form"
    yield ActionsBlock([Button("Ask the papers", ASK, style="primary", accessibility_label=label)])
    if buttons:
        yield small("Or try one of these; the answer comes in our direct messages:")
        yield ActionsBlock([*buttons])


def _decisions(found: Sequence[DecisionFound]) -> Iterator[Block]:
    if not found:
        return
    yield HeaderBlock("Newest decisions")
    for one in found[:MOST_DECISIONS]:
        standing = clip(standing_of(one), _MAX_NAME)
        name = link(clip(name_beside_meeting(one.report), _MAX_NAME), one.report.url)
        where = words(f" · {clip(say_meeting(one.report.front), 2 * _MAX_NAME)}")
        yield RichTextBlock(
            [
                line(words(standing, bold=True)),
                *quotation(one.decision.text, ROOM),
                line(name, where),
            ]
        )


def _held(page: HomePage) -> Iterator[Block]:
    yield HeaderBlock("What I hold")
    if page.status is None:
        yield paragraph(page.problem)
        return
    yield from (paragraph(one) for one in coverage_lines(page.status))
    if page.status.last_run:
        when = page.status.last_run.finished or page.status.last_run.started
        kept_out = f" {kept_out_words(page.status)}"
        yield small(f"Papers were last looked for on {moment(when)}.{kept_out}".strip())


def _followed(followed: Sequence[Followed]) -> Iterator[Block]:
    yield HeaderBlock("What you follow")
    if not followed:
        yield paragraph("Nothing yet. Say /townclerk follow procurement to hear of new decisions.")
    for one in followed[:MOST_FOLLOWED]:
        label = clip(f"Stop following {one.name}", 75)
        stop = Button("Stop", UNFOLLOW, value=one.value, accessibility_label=label)
        yield SectionBlock(PlainText(clip(one.name, 2 * _MAX_NAME), emoji=False), accessory=stop)
    if len(followed) > MOST_FOLLOWED:
        rest = len(followed) - MOST_FOLLOWED
        yield small(f"… and {rest:,} more: /townclerk following lists them all.")
