"""Streams of results, each made by a thread of its own and handed over as they come."""

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from queue import Empty, Full, Queue
from threading import Event
from typing import TypeVar

T = TypeVar("T")

_LOOK_UP_SECONDS = 0.2  # how soon a request to stop is noticed
_AHEAD = 4  # results that may wait while one is being written

_Said = tuple[T] | Exception | None  # a result, what a stream broke off with, or its end


def as_they_come(
    streams: Sequence[Iterable[T]],
    threads: int,
    stopping: Callable[[], bool],
    break_off: Callable[[], None],
) -> Generator[T, None, None]:
    """What the streams give, ``threads`` of them at a time, until ``stopping`` says so.

    ``break_off`` is called at the end, to let go of work that nobody waits for. What a stream
    raises is raised here.
    """
    results: Queue[_Said[T]] = Queue(_AHEAD)
    enough = Event()
    with ThreadPoolExecutor(threads, thread_name_prefix="site") as executor:
        for stream in streams:
            executor.submit(_pour, stream, results, enough)
        try:
            yield from _poured(results, len(streams), stopping)
        finally:
            enough.set()
            executor.shutdown(wait=False, cancel_futures=True)
            break_off()


def _poured(
    results: "Queue[_Said[T]]", left: int, stopping: Callable[[], bool]
) -> Generator[T, None, None]:
    while left and not stopping():
        try:
            said = results.get(timeout=_LOOK_UP_SECONDS)
        except Empty:
            continue
        if said is None:
            left -= 1
        elif isinstance(said, Exception):
            raise said
        else:
            yield said[0]


def _pour(stream: Iterable[T], results: "Queue[_Said[T]]", enough: Event) -> None:
    try:
        for result in stream:
            if not _put((result,), results, enough):
                return
    except Exception as error:  # noqa: BLE001 - it is raised in the thread that waits for it
        _put(error, results, enough)
    else:
        _put(None, results, enough)


def _put(said: "_Said[T]", results: "Queue[_Said[T]]", enough: Event) -> bool:
    """Hand it over; says whether anybody still waits for it."""
    while not enough.is_set():
        try:
            results.put(said, timeout=_LOOK_UP_SECONDS)
        except Full:
            continue
        return True
    return False
