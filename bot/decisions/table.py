"""Decisions as a table: a row for each, its words verbatim."""

from collections.abc import Sequence

from slackblocks import DataTableBlock, RawNumber, RawText, RichTextBlock

from bot.message import line, link
from bot.text import clip
from bot.wording import name_beside_meeting
from index.doubts import unsure_in
from index.records import DecisionFound, FrontPage
from index.wording import STANDING_IN_WORDS, say_date

COLUMNS = ("No.", "Date", "Body", "Decision", "Standing", "Where", "Paper")
# Slack has given 101 rows and 10,000 characters, and later twice as much, as what a table holds.
MOST_ROWS = 100  # beside the headings
MAX_TABLE_TEXT = 10_000
ROWS_SHOWN = 10  # at a time; Slack turns the pages of a table itself
ROOM_BESIDE = 1500  # characters for each column that does not hold the decisions
MIN_CELL, MAX_CELL = 50, 100

Cell = RawText | RawNumber | RichTextBlock


def decision_table(
    found: Sequence[DecisionFound], first: int, caption: str, room: int
) -> DataTableBlock:
    """Decisions from number ``first`` on; each one's words are cut after ``room`` characters."""
    shown = found[:MOST_ROWS]
    cell = max(MIN_CELL, min(MAX_CELL, ROOM_BESIDE // len(shown)))
    several = len({one.report.front.council for one in shown}) > 1
    rows: list[list[Cell]] = [[RawText(name) for name in COLUMNS]]
    rows += [
        [
            RawNumber(number, str(number)),
            _day(one.report.front),
            _cell(_met(one, several=several), cell),
            _cell(one.decision.text, room, verbatim=True),
            _cell(standing_of(one), cell),
            _cell(place_of(one), cell),
            _paper(one, cell),
        ]
        for number, one in enumerate(shown, first)
    ]
    return DataTableBlock(rows, caption, min(ROWS_SHOWN, len(shown)))


def room_for(found: Sequence[DecisionFound], spare: int) -> int:
    """The most characters for each decision, so that all fit: what short ones leave, long ones get.

    >>> room_for([], 100)
    100
    """
    lengths = sorted(len(one.decision.text) for one in found)
    for number, length in enumerate(lengths):
        share = spare // (len(lengths) - number)
        if length > share:
            return max(share, 1)
        spare -= length
    return max(spare, lengths[-1] if lengths else 0, 1)


def standing_of(found: DecisionFound) -> str:
    """The standing in words, with the outcome where the paper records one."""
    standing = STANDING_IN_WORDS[found.decision.standing]
    outcome = (found.decision.outcome or "").strip()
    return f"{standing}: {outcome}" if outcome else standing


def place_of(found: DecisionFound) -> str:
    """The minute, paragraph and page, as far as known; and what is not sure in it."""
    decision = found.decision
    parts = (
        decision.minute and f"minute {clip(decision.minute, 20)}",
        decision.label and f"paragraph {clip(decision.label, 20)}",
        decision.page and f"page {decision.page}",
        unsure_in(found),
    )
    return ", ".join(part for part in parts if part)


def _met(found: DecisionFound, *, several: bool) -> str:
    """The body; its council too, where the list is of several."""
    front = found.report.front
    met = (front.body or "not stated", front.council if several else None)
    return ", ".join(name for name in met if name)


def _day(front: FrontPage) -> RawNumber:
    """A date, in UK order to read and in order of time to sort by."""
    day = front.meeting_date
    if day is None:
        return RawNumber(0, "not stated")
    inferred = " (inferred)" if front.meeting_date_basis == "inferred" else ""
    return RawNumber(int(f"{day:%Y%m%d}"), f"{say_date(day)}{inferred}")


def _paper(found: DecisionFound, room: int) -> Cell:
    name, url = clip(name_beside_meeting(found.report), room), found.report.url
    return RichTextBlock(line(link(name, url))) if url else _cell(name, room)


def _cell(text: str, room: int, *, verbatim: bool = False) -> RawText:
    """A cell of plain text; Slack refuses an empty one."""
    if not text.strip():
        return RawText("–")
    return RawText(clip(text if verbatim else text.strip(), room))
