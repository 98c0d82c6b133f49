"""Waits for what is sure to come: long enough for a machine that has much else to do."""

import time
from collections.abc import Callable
from typing import TypeVar

PATIENCE = 60.0  # seconds; nothing that goes as it should is ever waited for so long
PAUSE = 0.02

Found = TypeVar("Found")


def until(look: Callable[[], Found], what: str) -> Found:
    """What is seen once there is something; ``what`` is told where nothing comes."""
    deadline = time.monotonic() + PATIENCE
    while True:
        if seen := look():
            return seen
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(PAUSE)
