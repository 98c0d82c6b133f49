"""More time for one paper, where reading it takes long for an honest reason.

The process that reads papers puts its own way of asking here; anywhere else nobody is asked.
"""

from collections.abc import Callable

_asking: list[Callable[[int], None]] = []


def whoever_waits(grant: Callable[[int], None]) -> None:
    """From now on, ask this for more time."""
    _asking[:] = [grant]


def ask_for_time(pages: int) -> None:
    """Say that so many pages are to be recognised from pictures, which takes seconds for each."""
    for grant in _asking:
        grant(pages)
