"""Answers as Block Kit: pure functions from an Answer to a message."""

from collections.abc import Iterator

from slackblocks import Block, RichTextBlock
from slackblocks.rich_text.elements import RichTextElement

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
from bot.wording import title
from index.records import Answer, Citation
from index.wording import STANDING_IN_WORDS, say_meeting, say_searched, say_source

MOST_CITATIONS = 10
MAX_HEADLINE = 1000
MAX_NAME = 200
MOST_SUGGESTIONS = 5


def answer_message(answer: Answer) -> Message:
    """An answer: headline, numbered citations, what was searched, and better questions to try."""
    cited = answer.citations[:MOST_CITATIONS]

    def build(room: int) -> list[Block]:
        return [
            paragraph(_headline(answer), bold=True),
            *map(paragraph, _position(answer)),
            *(citation_block(citation, number, room) for number, citation in enumerate(cited, 1)),
            *_suggestions(answer),
            small(say_searched(answer.searched)),
        ]

    return message(_spoken(answer), fitted(build, len(cited)), outcome=answer.status)


def citation_block(citation: Citation, number: int, room: int) -> Block:
    """A citation: its number and standing, the excerpt verbatim, and where it stands."""
    standing = line(words(f"[{number}] {STANDING_IN_WORDS[citation.standing]}", bold=True))
    excerpt = quotation(citation.excerpt, room)
    return RichTextBlock([standing, *excerpt, line(*_source(citation))])


def _source(citation: Citation) -> Iterator[RichTextElement]:
    """Title, who met, when, and the place in the paper."""
    report = citation.report
    yield link(clip(title(report), MAX_NAME), report.url)
    place = [
        clip(say_meeting(report.front), 2 * MAX_NAME),
        citation.paragraph and f"paragraph {clip(citation.paragraph, 40)}",
        citation.page and f"page {citation.page}",
    ]
    yield words("".join(f" · {part}" for part in place if part))


def _suggestions(answer: Answer) -> Iterator[Block]:
    asked = [text for text in answer.suggestions if text.strip()][:MOST_SUGGESTIONS]
    if asked:
        tried = "\n".join(f"• {clip(text, MAX_NAME)}" for text in asked)
        yield paragraph(f"You could ask:\n{tried}")


def _headline(answer: Answer) -> str:
    return clip(answer.headline.strip() or "Here is what the papers say.", MAX_HEADLINE)


def _spoken(answer: Answer) -> str:
    """The whole answer as plain words: for notifications, screen readers and searches in Slack."""
    cited = [
        f"[{number}] {STANDING_IN_WORDS[citation.standing]}: “{head(citation.excerpt, 300)}”"
        f" – {clip(say_source(citation), 2 * MAX_NAME)}"
        for number, citation in enumerate(answer.citations[:MOST_CITATIONS], 1)
    ]
    said = [_headline(answer), *_position(answer), *cited, say_searched(answer.searched)]
    return "\n".join(said)


def _position(answer: Answer) -> list[str]:
    """What the latest follows upon and how old it is, a sentence to a line, if it is told."""
    said = "\n".join(answer.position).strip()
    return [clip(said, MAX_HEADLINE)] if said else []
