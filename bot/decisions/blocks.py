"""Lists of decisions as Block Kit: pure functions from a page of decisions to a message."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from slackblocks import (
    ActionsBlock,
    Block,
    Button,
    Option,
    PlainText,
    RichTextBlock,
    StaticSelectMenu,
)
from slackblocks.rich_text.elements import RichTextUser

from bot.decisions.page import Page, Turn, carried
from bot.decisions.request import MOST, request_for
from bot.decisions.table import (
    MAX_TABLE_TEXT,
    decision_table,
    place_of,
    room_for,
    standing_of,
)
from bot.decisions.words import coverage, heading, none_found, spoken
from bot.message import (
    MAX_BLOCKS_TEXT,
    MAX_TEXT,
    Message,
    fitted,
    line,
    link,
    message,
    paragraph,
    quotation,
    small,
    spare_beside,
    words,
)
from bot.text import clip, shown
from bot.values import packed
from bot.wording import kind_beside_name, name_beside_meeting
from index.records import DecisionFound
from index.wording import say_meeting

OLDER, NEWER, SHARE = "decisions_page", "decisions_page_newer", "decisions_share"
CONTEXT = "context"
MAX_NAME = 100
MAX_OPTION, MAX_OPTION_VALUE = 75, 150


@dataclass(frozen=True, slots=True)
class Showing:
    """Who a list is for: one person, who may share it, or a channel where somebody shared it."""

    may_share: bool = True
    shared_by: str | None = None  # a user's id
    is_shared: bool = False  # this page of it, already
    note: str = ""  # what to know of this list before reading it


PRIVATE = Showing()


def decisions_message(page: Page, showing: Showing = PRIVATE) -> Message:
    """A page of decisions as a table, or as a plainer list for a Slack that shows no tables."""
    found = page.found
    if not found:
        return none_found(page)
    listed = [f"[{n}] {spoken(one)}" for n, one in enumerate(found, page.query.offset + 1)]
    said = [heading(page), showing.note, *listed, coverage(page.status, page.query.filters)]
    text = "\n".join(part for part in said if part)
    plain = _said(text, _list_blocks(page, showing), showing)
    return replace(_said(text, _table_blocks(page, showing), showing), plainer=plain)


def decision_block(found: DecisionFound, number: int, room: int) -> Block:
    """A decision in the paper's own words, with its standing, who met and when."""
    standing = line(words(f"[{number}] {clip(standing_of(found), MAX_NAME)}", bold=True))
    name = link(clip(name_beside_meeting(found.report), MAX_NAME), found.report.url)
    parts = (
        kind_beside_name(found.report),
        clip(say_meeting(found.report.front), MAX_NAME),
        place_of(found),
    )
    source = line(name, words("".join(f" · {part}" for part in parts if part)))
    return RichTextBlock([standing, *quotation(found.decision.text, room), source])


def _said(text: str, blocks: list[Block], showing: Showing) -> Message:
    """A message, whose words name whoever shared it."""
    built = message(text, blocks, outcome="decisions")
    if not showing.shared_by:
        return built
    by = f"Shared by <@{showing.shared_by}>. "
    return replace(built, text=by + shown(text, MAX_TEXT - len(by)))


def _table_blocks(page: Page, showing: Showing) -> list[Block]:
    """The decisions are given what room the table, and the message, have beside them."""

    def table(room: int) -> Block:
        first, caption = page.query.offset + 1, clip(heading(page), 2 * MAX_NAME)
        return decision_table(page.found, first, caption, room)

    spare = spare_beside(_around(page, showing, [table(1)]))
    in_table = spare_beside([table(1)]) - (MAX_BLOCKS_TEXT - MAX_TABLE_TEXT)
    return _around(page, showing, [table(room_for(page.found, min(spare, in_table)))])


def _list_blocks(page: Page, showing: Showing) -> list[Block]:
    def build(room: int) -> list[Block]:
        numbered = enumerate(page.found, page.query.offset + 1)
        return _around(page, showing, [decision_block(one, n, room) for n, one in numbered])

    return fitted(build, len(page.found))


def _around(page: Page, showing: Showing, listed: list[Block]) -> list[Block]:
    """A list with what was asked for above it; below it what can be done, and what is missing."""
    return [
        paragraph(heading(page), bold=True),
        *_shared(showing),
        *([small(showing.note)] if showing.note else []),
        *listed,
        *_actions(page, showing),
        small(_footing(page, showing)),
    ]


def _shared(showing: Showing) -> Iterator[Block]:
    if showing.shared_by:
        yield RichTextBlock(line(words("Shared by "), RichTextUser(showing.shared_by)))


def _actions(page: Page, showing: Showing) -> Iterator[Block]:
    if elements := [*_menu(page), *_buttons(page, showing)]:
        yield ActionsBlock(elements)


def _menu(page: Page) -> Iterator[StaticSelectMenu]:
    """A menu in which each decision can be chosen, to be read among the paragraphs around it."""
    options = [
        Option(PlainText(clip(f"No. {number}: {_met(one)}", MAX_OPTION), emoji=False), value)
        for number, one in enumerate(page.found, page.query.offset + 1)
        if (value := _span(one)) and len(value) <= MAX_OPTION_VALUE
    ]
    if options:
        yield StaticSelectMenu(CONTEXT, options, placeholder="Read in context")


def _met(found: DecisionFound) -> str:
    return clip(say_meeting(replace(found.report.front, council=None)), MAX_OPTION)


def _span(found: DecisionFound) -> str | None:
    decision = found.decision
    return packed(report=found.report.report_id, start=decision.start, end=decision.end)


def _buttons(page: Page, showing: Showing) -> Iterator[Button]:
    query = page.query
    if showing.shared_by:
        return  # a list in a channel stays as it was shared
    if query.offset:
        newer = carried(_turn(page, showing, max(0, query.offset - query.limit)))
        yield from _button("Newer", NEWER, newer, "Newer decisions")
    if page.older:
        older = carried(_turn(page, showing, query.offset + query.limit))
        yield from _button("Older", OLDER, older, "Older decisions")
    if showing.may_share and not showing.is_shared:
        shared = carried(_turn(page, showing, query.offset))
        yield from _button("Share to channel", SHARE, shared, "Share this list to the channel")


def _turn(page: Page, showing: Showing, offset: int) -> Turn:
    query = replace(page.query, offset=offset)
    return Turn(query, page.status.generation, page.print, showing.may_share)


def _button(text: str, action: str, value: str | None, label: str) -> Iterator[Button]:
    """A button; none where what it has to carry is too long."""
    if value:
        yield Button(text, action, value=value, accessibility_label=label)


def _footing(page: Page, showing: Showing) -> str:
    """What to bear in mind, what was looked through, and how to see more."""
    said = [
        "A recommendation or proposal is not a decision until minutes say so.",
        coverage(page.status, page.query.filters),
    ]
    again = request_for(page.query, page.names)
    if showing.shared_by and again:
        said.append(f"Ask yourself: /decisions {again}")
    elif page.older and carried(_turn(page, showing, 0)) is None:
        said.append(f"For older ones, say fewer words, a number up to {MOST}, or until when.")
    return " ".join(said)
