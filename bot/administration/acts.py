"""Administrators' acts: who may, and the trail of what was done."""

import logging

from bot.desk import Desk
from bot.excuses import stable_code
from bot.message import Message, sentence
from index.acts import Doing, note_act
from index.errors import TownClerkError

log = logging.getLogger(__name__)


def refusal(desk: Desk, user: str, what: str) -> Message | None:
    """What someone who is no administrator at this moment is told; None for one who is."""
    if desk.people.may_act(user):
        return None
    log.warning("act refused: %s is no administrator", user)
    return sentence(
        f"Only Town Clerk's administrators can {what}. Ask one of them.", outcome="not_admin"
    )


def note(desk: Desk, doing: Doing, outcome: str) -> None:
    """Write an act down in the catalogue; where that fails, in the log at least."""
    try:
        note_act(desk.papers.folder, doing, outcome)
    except TownClerkError as error:
        code = stable_code(error)
        # No arguments: they may name a paper.
        log.error("not in the catalogue: %s by %s (%s)", doing.act, doing.who, code)  # noqa: TRY400
