"""What is new for one person, as Block Kit: a pure function from decisions to a message."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from slackblocks import ActionsBlock, Block, Button

from bot.following.blocks import STOP, decision_block, say_subject, spoken_decision, stop_button
from bot.following.follows import Follow
from bot.message import Message, fitted, message, paragraph, small
from bot.text import clip
from bot.values import packed
from bot.wording import counted
from index.records import DecisionFound

# So that no message has more than Slack's 50 blocks, nor more than one reads.
MOST_GROUPS = 6
MOST_OF_ONE = 3
MOST_ASKED = 3
MAX_NAME = 60
MAX_REST = 1200

CAUTION = (
    "New are decisions in papers that I had not read before. A recommendation or proposal is not a "
    "decision until minutes say so."
)


@dataclass(frozen=True, slots=True)
class Group:
    """What fits one subject that is followed."""

    follow: Follow
    found: tuple[DecisionFound, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is told after an ingest; ``asked`` bears on papers they asked about."""

    groups: tuple[Group, ...]
    asked: tuple[tuple[str, DecisionFound], ...] = ()  # the paper's name, and what is newer


def digest_message(digest: Digest) -> Message:
    """One message with all that is new for a person; there must be something."""
    said = _heading(digest)
    shown = sum(len(group.found[:MOST_OF_ONE]) for group in digest.groups[:MOST_GROUPS])

    def build(room: int) -> list[Block]:
        return [
            paragraph(said, bold=True),
            *(block for group in digest.groups[:MOST_GROUPS] for block in _group(group, room)),
            *_rest(digest.groups[MOST_GROUPS:]),
            *_asked(digest.asked, room),
            small(CAUTION),
        ]

    blocks = fitted(build, shown + len(digest.asked[:MOST_ASKED]))
    return message("\n".join([said, *_spoken(digest)]), blocks, outcome="digest")


def _heading(digest: Digest) -> str:
    new = {(one.report.report_id, one.decision.start) for g in digest.groups for one in g.found}
    parts = []
    if new:
        number = counted(len(new), "new decision or recommendation")
        number = number if len(new) == 1 else number.replace("decision or rec", "decisions and rec")
        parts.append(f"{number} on what you follow.")
    if digest.asked:
        parts.append("A newer decision on what you asked about.")
    return " ".join(parts)


def _group(group: Group, room: int) -> Iterator[Block]:
    """A subject, the newest that fit it, and the button to stop."""
    yield paragraph(_said(group), bold=True)
    yield from (decision_block(one, room) for one in group.found[:MOST_OF_ONE])
    yield ActionsBlock([stop_button(group.follow)])


def _said(group: Group) -> str:
    said = say_subject(group.follow.subject)
    more = len(group.found) - MOST_OF_ONE
    how = f" – the newest {MOST_OF_ONE} of {len(group.found)}; {_listed(group)}" if more > 0 else ""
    return f"{said[0].upper()}{said[1:]}{how}"


def _listed(group: Group) -> str:
    """How to list what is not shown."""
    subject = group.follow.subject
    by = subject.text if subject.kind == "body" else subject.filters.body
    about = "" if subject.kind == "body" else f" about {clip(subject.text, MAX_NAME)}"
    return f"for more say /decisions{about}{f' by {clip(by, MAX_NAME)}' if by else ''}"


def _rest(groups: Sequence[Group]) -> Iterator[Block]:
    """The subjects there is no room for, in a paragraph."""
    if groups:
        named = (f"{clip(one.follow.subject.name, 60)} ({len(one.found)})" for one in groups)
        said = f"There is something new on these too: {', '.join(named)}"
        yield paragraph(f"{clip(said, MAX_REST)}. /decisions about … or by … lists them.")


def _asked(asked: Sequence[tuple[str, DecisionFound]], room: int) -> Iterator[Block]:
    for name, found in asked[:MOST_ASKED]:
        yield paragraph(f"You asked about “{clip(name, MAX_NAME)}”. It has since been decided:")
        yield decision_block(found, room)
    if more := asked[MOST_ASKED:]:
        names = ", ".join(f"“{clip(name, MAX_NAME)}”" for name, _ in more)
        yield paragraph(f"Newer decisions are held on these too: {clip(names, 500)}")
    if asked:
        text = "Stop telling me of what I asked"
        yield ActionsBlock([Button(text, STOP, value=packed(asked=True))])


def _spoken(digest: Digest) -> Iterator[str]:
    for group in digest.groups[:MOST_GROUPS]:
        yield _said(group)
        yield from (spoken_decision(one, 150) for one in group.found[:MOST_OF_ONE])
    for name, found in digest.asked[:MOST_ASKED]:
        yield f"You asked about “{clip(name, MAX_NAME)}”: {spoken_decision(found, 150)}"
