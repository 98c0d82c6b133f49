"""Requests as messages: a question, a list of decisions, the status; none of it knows Slack."""

from bot.blocks import answer_message
from bot.decision_blocks import decisions_message
from bot.decision_request import NotUnderstood, decision_query
from bot.desk import Desk
from bot.ingest_blocks import status_message
from bot.message import Message
from bot.usage import asking_help, decisions_help


def answer_to(desk: Desk, question: str) -> Message:
    """The answer to a question; help where nothing, or help, was asked."""
    if question.casefold().strip(" ?!.") in ("", "help"):
        return asking_help()
    return answer_message(desk.papers.library().ask(question, today=desk.today()))


def decisions_for(desk: Desk, request: str) -> Message:
    """The decisions a request names; help where it cannot be read."""
    if request.strip().casefold() == "help":
        return decisions_help()
    try:
        query = decision_query(request, desk.today())
    except NotUnderstood as error:
        return decisions_help(str(error))
    return decisions_message(desk.papers.library().decisions(query), query)


def status_of(desk: Desk) -> Message:
    """What is held, and how fresh it is."""
    return status_message(desk.papers.library().status())
