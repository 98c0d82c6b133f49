"""Work done by several threads and handed over one result at a time, with few in hand at once."""

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

_LOOK_UP_SECONDS = 0.2  # how soon a request to stop is noticed
_AHEAD = 2  # results that may wait while one is being written


def as_completed(
    work: Callable[[T], R],
    things: Iterable[T],
    threads: int,
    stopping: Callable[[], bool],
    break_off: Callable[[], None],
) -> Generator[R, None, None]:
    """``work`` of each thing, in order of completion, until ``stopping`` says so.

    No more than ``threads`` + 2 results are in hand at any time, however many things there are.
    ``break_off`` is called at the end, to let go of work that nobody waits for. What ``work``
    raises is raised here.
    """
    left = iter(things)
    with ThreadPoolExecutor(threads, thread_name_prefix="reader") as executor:
        hand = {executor.submit(work, thing) for thing in islice(left, threads + _AHEAD)}
        try:
            while hand and not stopping():
                done, hand = wait(hand, _LOOK_UP_SECONDS, FIRST_COMPLETED)
                for future in done:
                    yield future.result()
                    hand |= {executor.submit(work, thing) for thing in islice(left, 1)}
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
            break_off()
