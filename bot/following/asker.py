"""Telling people, once, of a newer decision on a paper that an answer cited to them.

Only where the council chose so. Kept are who asked, which papers were cited and when; not what was
asked.
"""

import sqlite3

from bot.desk import Desk
from bot.excuses import note
from bot.following.request import newest_finished
from bot.following.told import Told
from bot.message import Message, sentence
from index.errors import TownClerkError
from index.records import Answer

MOST_CITED = 3  # papers of one answer


def note_answer(desk: Desk, user: str, answer: Answer) -> None:
    """Keep which papers an answer cited to somebody; nothing unless the council chose so.

    No answer is lost for want of it.
    """
    days = desk.choices.keep_questions_days
    if not desk.choices.tell_askers or not days or answer.status == "no_answer":
        return
    cited = dict.fromkeys(one.report.report_id for one in answer.citations)
    try:
        run = newest_finished(desk.papers.library())
        Told(desk.memory).note_asked(user, [*cited][:MOST_CITED], run, desk.today())
    except (sqlite3.Error, TownClerkError) as error:
        note(error)


def stop_telling(desk: Desk, user: str) -> Message:
    """Tell somebody no more of papers they asked about."""
    Told(desk.memory).no_more(user)
    return sentence(
        "I will tell you no more of newer decisions on papers you asked about.", outcome="stopped"
    )
