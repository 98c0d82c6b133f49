"""What is missing, told to administrators: answers, minutes, papers, and what was of no use."""

from collections.abc import Mapping
from contextlib import closing
from datetime import date
from pathlib import Path

from bot.desk import Desk
from bot.memory import FILE_NAME, Memory
from bot.message import Message
from bot.records.gap_words import gap_message
from bot.records.missing import Missing, what_is_missing
from bot.records.record import Record, record_of
from bot.settings import read_choices
from index.library import open_library


def gap_report(desk: Desk) -> Message:
    """What is missing, for whoever has been found to be an administrator."""
    keep = desk.choices.keep_questions_days
    library, record = desk.papers.library(), record_of(desk)
    return gap_message(what_is_missing(library, record, keep, desk.today()))


def gaps_in(folder: Path, environ: Mapping[str, str]) -> Missing:
    """What is missing from a data folder; of questions, where a bot has kept any there."""
    keep, path = read_choices(environ).keep_questions_days, folder / FILE_NAME
    today = date.today()  # noqa: DTZ011 - by the clock that the bot writes days by
    with open_library(folder) as library:
        if not path.exists():
            return what_is_missing(library, None, keep, today)
        with closing(Memory(path)) as memory:
            return what_is_missing(library, Record(memory, keep), keep, today)
