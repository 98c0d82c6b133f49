"""Questions as messages; none of it knows Slack."""

from dataclasses import replace

from bot.answers.asked import Asked
from bot.answers.blocks import answer_message, more_message
from bot.answers.frame import Frame
from bot.answers.several import each_offered
from bot.answers.standings import standings_of
from bot.desk import Desk
from bot.following.asker import note_answer
from bot.message import Message, paragraph
from bot.records.record import note_question
from bot.text import clip
from bot.usage import asking_help
from index.records import Answer

MAX_QUESTION = 500


def answer_to(desk: Desk, asked: Asked, *, told: bool = False) -> Message:
    """The answer to a question; help where nothing, or help, was asked.

    The question is ``told`` above it where it stands nowhere else.
    """
    if asked.text.casefold().strip(" ?!.") in ("", "help"):
        return asking_help()
    return in_full(desk, asked, found(desk, asked), told=told)


def in_full(desk: Desk, asked: Asked, answer: Answer, *, told: bool = False) -> Message:
    """An answer that was found, with all that stands around it; it is noted as given."""
    note_answer(desk, asked.user, answer)
    frame = framed(desk, asked, answer, note_question(desk, asked, answer))
    if told:
        question = f"You asked: {clip(asked.text, MAX_QUESTION)}"
        frame = replace(frame, above=(paragraph(question),), spoken=question)
    return answer_message(*each_offered(answer, frame))


def more_to(desk: Desk, asked: Asked) -> Message:
    """The citations of an answer that are not shown at first."""
    answer = found(desk, asked)
    return more_message(answer, framed(desk, asked, answer))


def found(desk: Desk, asked: Asked) -> Answer:
    """What the papers answer to a question within its filters, in its conversation."""
    return desk.papers.library().ask(
        asked.text, asked.filters, today=desk.today(), conversation=asked.conversation
    )


def framed(desk: Desk, asked: Asked, answer: Answer, answer_id: str | None = None) -> Frame:
    """What stands around an answer: its buttons, and the standing of what it cites.

    Only an answer that is remembered, under an id, can be called useful or not.
    """
    return Frame(
        asked=asked,
        answer_id=answer_id,
        handover=desk.choices.handover_name if desk.choices.handover_channel else None,
        standings=standings_of(desk.papers.library(), answer),
    )
