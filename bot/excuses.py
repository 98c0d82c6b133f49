"""What Slack is told when something goes wrong; what only the log is told."""

import logging
import secrets

from bot.message import Message, sentence
from index.errorlog import stack_of
from index.errors import NothingIngested, TownClerkError

log = logging.getLogger(__name__)


class Told(TownClerkError):
    """Something to tell whoever asked, in these words."""

    code = "told"


def excuse(error: Exception) -> Message:
    """The reply that stands in for an answer."""
    if isinstance(error, Told):
        return sentence(str(error), outcome=error.code)
    if isinstance(error, TownClerkError):
        return sentence(in_slack(error), outcome=stable_code(error))
    return sentence(
        "Sorry, something went wrong here and I have no answer. Please ask again; if it happens "
        f"again, give your administrator this number: {note(error)}.",
        outcome="error",
    )


def in_slack(error: TownClerkError) -> str:
    """A known trouble, for staff: its own sentence is for the server and names folders there."""
    if isinstance(error, NothingIngested):
        return (
            "No papers have been read yet, so I cannot answer. An administrator adds them on the "
            "server with: townclerk ingest FOLDER"
        )
    code = stable_code(error)
    log.error("%s [%s]", error, code)
    return f"The papers cannot be searched just now. Please tell your administrator: {code}."


def stable_code(error: TownClerkError) -> str:
    """The code by which the guides tell of a trouble: the reason, such as "disk_full", if known."""
    return str(getattr(error, "reason", error.code))


def note(error: BaseException) -> str:
    """Log where an error happened, under a number; never its words, which may quote a paper."""
    number = secrets.token_hex(4)
    log.error("error=%s %s", number, " | ".join(line.strip() for line in stack_of(error)))
    return number
