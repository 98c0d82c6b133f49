"""Results come as they are done, few are in hand, and stopping lets go of the rest."""

import threading
import time
from contextlib import closing

import pytest

from ingest.intake.flow import as_completed


def never() -> bool:
    return False


def nothing() -> None:
    pass


def test_everything_is_done_once_and_the_quick_come_first() -> None:
    def wait(seconds: float) -> float:
        time.sleep(seconds)
        return seconds

    done = list(as_completed(wait, [0.5, 0.0, 0.01, 0.02], 2, never, nothing))
    assert done == [0.0, 0.01, 0.02, 0.5]


@pytest.mark.parametrize("count", [0, 1, 2, 3, 50])
def test_any_number_of_things_is_done(count: int) -> None:
    assert sorted(as_completed(str, range(count), 3, never, nothing)) == sorted(
        str(number) for number in range(count)
    )


def test_a_slow_taker_keeps_few_results_waiting() -> None:
    begun = 0
    lock = threading.Lock()

    def work(_: int) -> None:
        nonlocal begun
        with lock:
            begun += 1

    most = 0
    for taken, _ in enumerate(as_completed(work, range(30), 2, never, nothing)):
        time.sleep(0.005)
        most = max(most, begun - taken)
    assert most <= 2 + 2


def test_stopping_breaks_off_what_is_being_done_and_begins_nothing() -> None:
    broken_off = threading.Event()
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        if number:
            broken_off.wait(10)
        return number

    stopping = threading.Event()
    done = []
    for number in as_completed(work, range(9), 2, stopping.is_set, broken_off.set):
        done.append(number)
        stopping.set()
    assert done == [0]
    assert broken_off.is_set()
    assert len(begun) <= 4


def test_a_taker_that_fails_lets_go_of_the_rest() -> None:
    broken_off = threading.Event()
    with closing(as_completed(str, range(9), 2, never, broken_off.set)) as done:
        assert next(done)
    assert broken_off.is_set()


def test_an_error_in_the_work_is_raised_to_the_taker() -> None:
    with pytest.raises(ZeroDivisionError):
        list(as_completed(lambda number: 1 // number, [1, 0, 1], 2, never, nothing))
