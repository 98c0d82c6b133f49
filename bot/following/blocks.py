"""What somebody follows, as Block Kit: pure functions from follows to messages."""

from collections.abc import Sequence

from slackblocks import ActionsBlock, Block, Button, RichTextBlock

from bot.following.follows import MOST, Follow, Subject
from bot.message import (
    Message,
    fitted,
    line,
    link,
    message,
    paragraph,
    quotation,
    sentence,
    small,
    words,
)
from bot.text import clip
from bot.values import packed
from bot.wording import counted, name_beside_meeting
from index.doubts import unsure_in
from index.records import DecisionFound
from index.wording import STANDING_IN_WORDS, say_meeting

STOP = "unfollow"  # the button's action
LISTED = 20  # with a button each; the rest are stopped by name
MAX_NAME = 100
FOLLOWING = "following"  # the outcome of a list, which may take another's place

HOW = (
    "Say what to follow: /townclerk follow procurement, or procurement in Cabinet, or Planning "
    "Committee, or Cllr Finch, or the Section 151 officer."
)
WHEN = (
    "I send you one message after each ingest that brings new decisions on what you follow, and "
    "none when there are none."
)
OTHERWISE = (
    "For a topic I go by these very words, and the abbreviations that the papers explain. If you "
    "meant it otherwise, say which: /townclerk follow topic: … or body: … or person: … or post: …"
)


def followed_message(
    follow: Follow, held: str, newest: DecisionFound | None, *, new: bool
) -> Message:
    """What was understood, and what is held on it now; ``held`` is a sentence."""
    begun = "You now follow" if new else "You follow this already:"
    said = f"{begun} {say_subject(follow.subject)}."

    def build(room: int) -> list[Block]:
        shown = [decision_block(newest, room)] if newest else []
        return [
            paragraph(said, bold=True),
            paragraph(held),
            *shown,
            ActionsBlock([stop_button(follow)]),
            small(f"{WHEN} {OTHERWISE}"),
        ]

    spoken = [said, held, *([spoken_decision(newest)] if newest else []), WHEN]
    return message("\n".join(spoken), fitted(build, 1), outcome="followed" if new else "already")


def following_message(follows: Sequence[Follow], first: str = "") -> Message:
    """All that somebody follows, each with a button to stop; ``first`` is said before."""
    if not follows:
        said = " ".join(part for part in (first, "You follow nothing.", HOW) if part)
        return message(said, [paragraph(said)], outcome=FOLLOWING)
    heading = f"You follow {counted(len(follows), 'subject')} of at most {MOST}."
    head = " ".join(part for part in (first, heading) if part)
    blocks: list[Block] = [paragraph(head, bold=True)]
    for follow in follows[:LISTED]:
        blocks += [paragraph(_in_list(follow.subject)), ActionsBlock([stop_button(follow)])]
    rest = [clip(_in_list(one.subject), MAX_NAME) for one in follows[LISTED:]]
    if rest:
        how = "To stop one of these, say /townclerk unfollow and its name"
        blocks.append(paragraph("\n".join((f"{how}:", *rest))))
    blocks.append(small(WHEN))
    spoken = [head, *(clip(_in_list(one.subject), MAX_NAME) for one in follows)]
    return message("\n".join(spoken), blocks, outcome=FOLLOWING)


def unknown_message(said: str, follows: Sequence[Follow]) -> Message:
    """Told to somebody who stops what they do not follow."""
    return following_message(follows, f"You do not follow “{clip(said, MAX_NAME)}”.")


def how_message(problem: str = "") -> Message:
    """How to follow something."""
    return sentence(" ".join(part for part in (problem, HOW, WHEN) if part), outcome="help")


def stop_button(follow: Follow) -> Button:
    """Stops one subject, in one click."""
    name = follow.subject.name
    return Button(
        f"Stop following {clip(name, 50)}",
        STOP,
        value=packed(follow=follow.number),
        accessibility_label=clip(f"Stop following {name}", 75),
    )


def say_subject(subject: Subject) -> str:
    """A subject in words, by what it was taken for."""
    kinds = {
        "topic": "decisions on the topic",
        "body": "decisions of the body",
        "person": "decisions that concern the person",
        "post": "decisions that concern the post",
    }
    filters = subject.filters
    places = [name for name in (filters.body, filters.council) if name]
    where = f", in {clip(', '.join(places), MAX_NAME)} only" if places else ""
    return f"{kinds[subject.kind]} “{clip(subject.text, MAX_NAME)}”{where}"


def _in_list(subject: Subject) -> str:
    said = say_subject(subject)
    return said[0].upper() + said[1:]


def decision_block(found: DecisionFound, room: int) -> RichTextBlock:
    """A decision in the paper's own words, with its standing and where it stands."""
    standing = line(words(_standing(found), bold=True))
    name = link(clip(name_beside_meeting(found.report), MAX_NAME), found.report.url)
    return RichTextBlock(
        [standing, *quotation(found.decision.text, room), line(name, words(_place(found)))]
    )


def spoken_decision(found: DecisionFound, longest: int = 300) -> str:
    """A decision in one line of plain words."""
    name = clip(name_beside_meeting(found.report), MAX_NAME)
    return f"{_standing(found)}: “{clip(found.decision.text, longest)}” – {name}{_place(found)}"


def _standing(found: DecisionFound) -> str:
    standing = STANDING_IN_WORDS[found.decision.standing]
    outcome = clip((found.decision.outcome or "").strip(), 60)
    return f"{standing}: {outcome}" if outcome else standing


def _place(found: DecisionFound) -> str:
    decision = found.decision
    place = [
        clip(say_meeting(found.report.front), 120),
        decision.minute and f"minute {clip(decision.minute, 20)}",
        decision.label and f"paragraph {clip(decision.label, 20)}",
        decision.page and f"page {decision.page}",
        unsure_in(found),
    ]
    return "".join(f" · {part}" for part in place if part)
