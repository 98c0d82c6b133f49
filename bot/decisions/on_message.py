"""Decisions on what somebody's message is about, for the one person who wants to know."""

import re

from bot.answers.blocks import answer_message
from bot.answers.frame import Frame
from bot.decisions.blocks import Showing, decisions_message
from bot.decisions.page import page_of
from bot.desk import Desk
from bot.message import Message, paragraph, sentence
from bot.text import head, question_in, unstyled
from index.records import DecisionQuery

_ADDRESS = re.compile(r"https?://\S+")  # nobody says one
MOST_READ = 2000  # characters of a message; what it is about stands at its beginning
NO_WORDS = (
    "No paper held speaks of anything in that message, so there is no decision on it to show. "
    "To ask in your own words, write to me directly or use “Ask the papers”."
)
NONE_FOUND = (
    "No decision was found on what that message is about. This is what papers say nearest it:"
)
CHOSEN = "I chose these words of the message because papers speak of them. Only you see this."


def decisions_on(desk: Desk, text: str) -> Message:
    """The decisions on a message's likeliest subject; else what is nearest, if anything is.

    Nothing of the message is kept, and what is found cannot be shared from here.
    """
    library = desk.papers.library()
    subjects = library.subjects(head(_ADDRESS.sub(" ", question_in(unstyled(text))), MOST_READ))
    for subject in subjects:
        page = page_of(library, DecisionQuery(about=subject))
        if page.found:
            return decisions_message(page, Showing(may_share=False, note=CHOSEN))
    if not subjects:
        return sentence(NO_WORDS, outcome="no_words")
    answer = library.ask(subjects[0], today=desk.today())
    return answer_message(answer, Frame(above=(paragraph(NONE_FOUND),), spoken=NONE_FOUND))
