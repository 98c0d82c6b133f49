"""Whether an answer was of use, and what was wrong with it."""

import re
from collections.abc import Iterator
from typing import Any

from slackblocks import (
    Block,
    CheckboxGroup,
    InputBlock,
    ModalView,
    Option,
    PlainText,
    PlainTextInput,
)

from bot.desk import Desk
from bot.message import Message, sentence, small
from bot.records.record import MOST_WORDS, Vote, record_of, voter
from bot.values import unpacked
from bot.wording import counted

CALLBACK = "feedback_form"
REASONS = {
    "not_asked": "It is not what I asked",
    "excerpt": "The excerpt is wrong or out of date",
    "missing": "Something is missing",
    "source": "The source is not the best one",
}


def record_feedback(desk: Desk, user: str, fields: dict[str, Any], useful: bool) -> Message:
    """Keep whether a person found an answer useful, in place of what they said before.

    ``fields`` are those of the button: ``answer``, its id, and ``question``, its words.
    """
    if not _keep(desk, user, fields, Vote(useful)):
        return sentence("This answer can no longer be marked. Please ask again.", "too_old")
    return sentence(f"Thank you: noted as {'useful' if useful else 'not useful'}.", "feedback")


def feedback_form(value: str, keep_days: int = 30) -> dict[str, Any]:
    """The form that asks what was wrong with an answer; ``value`` is its button's.

    Without ``keep_days`` no words are kept, and none are asked for.
    """
    form = ModalView(
        title="What was wrong?",
        blocks=list(_questions(keep_days)),
        submit="Send",
        close="Cancel",
        callback_id=CALLBACK,
        private_metadata=value,
    )
    view: dict[str, Any] = form.to_dict()
    return view


def record_form(desk: Desk, user: str, view: dict[str, Any]) -> None:
    """Keep what a person said was wrong with an answer."""
    said = view.get("state", {}).get("values", {})
    chosen = said.get("reasons", {}).get("reasons", {}).get("selected_options") or []
    remark = said.get("remark", {}).get("remark", {}).get("value") or ""
    reasons = tuple(one["value"] for one in chosen if one.get("value") in REASONS)
    vote = Vote(False, reasons, remark.strip() or None)
    _keep(desk, user, unpacked(view.get("private_metadata")), vote)


def _questions(keep_days: int) -> Iterator[Block]:
    options = [Option(PlainText(text), value) for value, text in REASONS.items()]
    yield InputBlock(
        "What was wrong with the answer?",
        CheckboxGroup("reasons", options),
        block_id="reasons",
        optional=True,
    )
    if not keep_days:
        yield small("Kept without your name and without the words of your question.")
        return
    yield InputBlock(
        "Anything else?",
        PlainTextInput("remark", multiline=True, max_length=MOST_WORDS),
        block_id="remark",
        optional=True,
    )
    yield small(
        f"Kept for {counted(keep_days, 'day')} with your question, without your name. "
        "Please put no personal details in it."
    )


def _keep(desk: Desk, user: str, fields: dict[str, Any], vote: Vote) -> bool:
    """Keep a vote; False where the button is not one that says which answer it is of."""
    answer_id, question = fields.get("answer"), fields.get("question")
    if not isinstance(answer_id, str) or not re.fullmatch(r"[0-9a-f]{16}", answer_id):
        return False
    words = question if isinstance(question, str) else None
    person = voter(desk, user, answer_id)
    record_of(desk).vote(answer_id, person, desk.today(), vote, words)
    return True
