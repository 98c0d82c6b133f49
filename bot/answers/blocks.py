"""Answers as Block Kit: pure functions from an Answer to a message."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from slackblocks import Block, RichTextBlock
from slackblocks.rich_text.elements import RichTextElement

from bot.answers.buttons import (
    AT_FIRST,
    answer_buttons,
    can_show_more,
    citation_buttons,
    suggestion_buttons,
)
from bot.answers.frame import ALONE, Frame
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
from bot.wording import name_beside_meeting
from index.doubts import doubts
from index.records import Answer, Citation
from index.wording import STANDING_IN_WORDS, say_meeting, say_searched, say_source

MOST_CITATIONS = 10
MAX_HEADLINE = 1000
MAX_NAME = 200
MOST_SUGGESTIONS = 5
LONGEST_BESIDE = 900  # characters of each excerpt beside the first, which answers


@dataclass(frozen=True, slots=True)
class _Cited:
    """A citation with the number it has in its answer, and its standing in words."""

    citation: Citation
    number: int
    standing: str


def answer_message(answer: Answer, frame: Frame = ALONE) -> Message:
    """An answer: headline, numbered citations, what was searched, and better questions to try."""
    cited = _numbered(answer, frame)
    if can_show_more(answer, frame):
        cited = cited[:AT_FIRST]

    def build(room: int) -> list[Block]:
        return [
            *frame.above,
            paragraph(_headline(answer), bold=True),
            *map(paragraph, [*_read_as(answer), *_position(answer)]),
            *_citation_blocks(cited, room),
            *suggestion_buttons(_suggested(answer)),
            small(say_searched(answer.searched)),
            *answer_buttons(answer, frame),
        ]

    spoken = _spoken(answer, frame, cited)
    return _with_plainer(message(spoken, fitted(build, len(cited)), outcome=answer.status))


def more_message(answer: Answer, frame: Frame) -> Message:
    """The citations of an answer that are not shown at first."""
    cited = _numbered(answer, frame)[AT_FIRST:]
    if not cited:
        text = "There are no more citations now: the papers have changed since."
        return message(text, [paragraph(text)], outcome="no_more")
    heading = f"More on: {clip(answer.read_as or answer.question, MAX_NAME)}"

    def build(room: int) -> list[Block]:
        return [paragraph(heading, bold=True), *_citation_blocks(cited, room)]

    spoken = "\n".join([heading, *map(_say, cited)])
    return _with_plainer(message(spoken, fitted(build, len(cited)), outcome="more"))


def _with_plainer(whole: Message) -> Message:
    """A message that does without the newest kind of block where Slack will not show it."""
    shown = tuple(block for block in whole.blocks if block["type"] != "context_actions")
    return replace(whole, plainer=Message(whole.text, shown, whole.outcome))


def _numbered(answer: Answer, frame: Frame) -> list[_Cited]:
    told = [STANDING_IN_WORDS[one.standing] for one in answer.citations]
    standings = frame.standings or told
    numbers = range(1, MOST_CITATIONS + 1)
    return [_Cited(*one) for one in zip(answer.citations, numbers, standings, strict=False)]


def _citation_blocks(cited: list[_Cited], room: int) -> Iterator[Block]:
    for one in cited:
        yield _citation_block(one, room if one.number == 1 else min(room, LONGEST_BESIDE))
        yield from citation_buttons(one.citation, one.number)


def _citation_block(cited: _Cited, room: int) -> Block:
    """A citation: its number and standing, the excerpt verbatim, and where it stands."""
    standing = line(words(f"[{cited.number}] {cited.standing}", bold=True))
    excerpt = quotation(cited.citation.excerpt, room)
    return RichTextBlock([standing, *excerpt, line(*_source(cited.citation))])


def _source(citation: Citation) -> Iterator[RichTextElement]:
    """Title, who met, when, the place in the paper, and what is not sure in it."""
    report = citation.report
    yield link(clip(name_beside_meeting(report), MAX_NAME), report.url)
    place = [
        clip(say_meeting(report.front), 2 * MAX_NAME),
        citation.paragraph and f"paragraph {clip(citation.paragraph, 40)}",
        citation.page and f"page {citation.page}",
        *doubts(citation.excerpt, report, citation.ocr_confidence),
    ]
    yield words("".join(f" · {part}" for part in place if part))


def _suggested(answer: Answer) -> list[str]:
    """Better questions to try."""
    return [text for text in answer.suggestions if re.search(r"\w", text)][:MOST_SUGGESTIONS]


def _headline(answer: Answer) -> str:
    return clip(answer.headline.strip() or "Here is what the papers say.", MAX_HEADLINE)


def _read_as(answer: Answer) -> list[str]:
    """A follow-up as it was read, for the asker to see whether it was read right."""
    return [f"I read this as: {clip(answer.read_as, MAX_NAME)}"] if answer.read_as else []


def _spoken(answer: Answer, frame: Frame, cited: list[_Cited]) -> str:
    """The whole answer as plain words: for notifications, screen readers and searches in Slack."""
    said = [frame.spoken, _headline(answer), *_read_as(answer), *_position(answer)]
    said += [*map(_say, cited), *_say_suggested(answer), say_searched(answer.searched)]
    return "\n".join(part for part in said if part)


def _say(cited: _Cited) -> str:
    excerpt, source = head(cited.citation.excerpt, 300), say_source(cited.citation)
    return f"[{cited.number}] {cited.standing}: “{excerpt}” – {clip(source, 2 * MAX_NAME)}"


def _say_suggested(answer: Answer) -> list[str]:
    asked = [f"• {clip(text, MAX_NAME)}" for text in _suggested(answer)]
    return ["You could ask:", *asked] if asked else []


def _position(answer: Answer) -> list[str]:
    """What the latest follows upon and how old it is, a sentence to a line, if it is told."""
    said = "\n".join(answer.position).strip()
    return [clip(said, MAX_HEADLINE)] if said else []
