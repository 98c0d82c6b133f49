"""A question put in a thread, and its answer in the light of what was asked there before."""

from dataclasses import dataclass

from slack_sdk import WebClient

from bot.answers.answering import answer_to, found, in_full
from bot.answers.asked import Asked
from bot.conversations.courtesies import of_a_part, only_files, only_links, silence, welcome
from bot.conversations.earlier import asked_earlier
from bot.conversations.said import LONGEST_QUESTION, Said
from bot.desk import Desk
from bot.message import Message
from bot.slack.place import Place
from index.records import Answer


@dataclass(frozen=True, slots=True)
class Question:
    """What was said, where; ``called`` if the bot was written to, or mentioned."""

    place: Place
    said: Said
    called: bool = True


def reply_to(desk: Desk, client: WebClient, question: Question) -> Message:
    """The answer, or a word to whatever asks nothing; silence for what was not for the bot."""
    place, said = question.place, question.said
    if said.only_files:
        return only_files()
    if said.only_links:
        return only_links()
    if said.is_courtesy:
        return welcome()
    if not said.asks:
        return answer_to(desk, Asked(said.question, place.user))
    return _answer(desk, client, question)


def _answer(desk: Desk, client: WebClient, question: Question) -> Message:
    place, said = question.place, question.said
    if desk.sessions.was_stopped(place):
        return silence()
    if question.called:
        desk.sessions.begin(client, place, said.question)
    before = _earlier(desk, client, place)
    asked = Asked(said.question, place.user, before, called=question.called)
    if question.called:
        answer = answer_to(desk, asked)
    else:
        papers_say = found(desk, asked)
        if not _is_for_bot(asked, papers_say):
            return silence()
        desk.sessions.begin(client, place, said.question)
        answer = in_full(desk, asked, papers_say)
    return of_a_part(answer, LONGEST_QUESTION) if said.was_cut else answer


def _earlier(desk: Desk, client: WebClient, place: Place) -> tuple[str, ...]:
    def read_back() -> dict[str, str]:
        if not place.direct and not desk.choices.threads:
            return {}  # Slack would not let the bot read there
        return asked_earlier(client, place, desk.signed_in.bot_user)

    return desk.conversations.before(place, read_back)


def _is_for_bot(asked: Asked, papers_say: Answer) -> bool:
    """Whether words in a thread that call nobody ask the papers: colleagues may be talking on.

    A question of which the papers say nothing is most likely one of theirs.
    """
    is_near = papers_say.status == "related" and "?" in asked.text
    return papers_say.status == "answered" or is_near
