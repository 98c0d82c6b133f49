"""Several streams at once: all that they give, what they raise, and how soon they are let go."""

import threading
import time
from collections.abc import Iterator

import pytest

from ingest.intake.streams import as_they_come
from support.waiting import PATIENCE


def never() -> bool:
    return False


def nothing() -> None:
    """Break nothing off."""


def slowly(*results: int) -> Iterator[int]:
    for result in results:
        time.sleep(0.01)
        yield result


def broken() -> Iterator[int]:
    yield 1
    raise ValueError("the stream is broken")


def test_each_stream_is_given_whole_and_in_its_order() -> None:
    streams = [slowly(*range(n, n + 10)) for n in (0, 100, 200)]
    found = list(as_they_come(streams, 2, never, nothing))
    assert sorted(found) == [*range(10), *range(100, 110), *range(200, 210)]
    assert [n for n in found if n >= 200] == [*range(200, 210)]


def test_no_streams_give_nothing() -> None:
    assert list(as_they_come([], 2, never, nothing)) == []


def test_what_a_stream_raises_is_raised_to_whoever_waits() -> None:
    let_go = threading.Event()
    with pytest.raises(ValueError, match="the stream is broken"):
        list(as_they_come([broken(), slowly(*range(1000))], 2, never, let_go.set))
    assert let_go.is_set()


def test_a_request_to_stop_is_noticed_while_a_stream_keeps_silent() -> None:
    let_go, was_let_go = threading.Event(), list[bool]()
    looks = iter([False, False])  # and then there is a request

    def silent() -> Iterator[int]:
        was_let_go.append(let_go.wait(PATIENCE))
        yield 1

    assert list(as_they_come([silent()], 1, lambda: next(looks, True), let_go.set)) == []
    assert was_let_go == [True]


def test_streams_do_not_run_far_ahead_of_whoever_takes_from_them() -> None:
    taken: list[int] = []

    def noted() -> Iterator[int]:
        for n in range(100):
            taken.append(n)
            yield n

    results = as_they_come([noted()], 1, never, nothing)
    next(results)
    time.sleep(0.3)
    assert len(taken) < 10
    results.close()
