"""What has been kept for long enough is deleted: when the bot starts, and every day it runs."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from bot.excuses import note
from bot.records.record import Record

EVERY = 3600.0  # seconds; a day's end is noticed within the hour


@contextmanager
def sweeping(record: Record, today: Callable[[], date]) -> Iterator[None]:
    """Sweep now, and again and again until the end of the block."""
    ended = threading.Event()
    _sweep(record, today())

    def go_on() -> None:
        while not ended.wait(EVERY):
            _sweep(record, today())

    thread = threading.Thread(target=go_on, name="sweeping", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _sweep(record: Record, today: date) -> None:
    try:
        record.sweep(today)
    except sqlite3.Error as error:  # such as a full disk: it is tried again, and questions go on
        note(error)
