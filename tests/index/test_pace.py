"""How often an ingest publishes."""

import pytest

from index.pace import Pace


class Clock:
    """A clock that stands where it is put."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_first_papers_are_published_soon() -> None:
    pace = Pace(Clock())
    assert [pace.is_due() for _ in range(30)].index(True) == 24


@pytest.mark.parametrize(
    ("took", "waits"),
    [(0.0, 2.0), (0.1, 2.0), (1.0, 9.0), (5.0, 45.0), (30.0, 60.0)],
)
def test_an_ingest_reads_nine_times_as_long_as_it_publishes(took: float, waits: float) -> None:
    clock = Clock()
    pace = Pace(clock)
    with pace.publishing():
        clock.now += took
    clock.now += waits - 0.01
    assert not pace.is_due()
    clock.now += 0.02
    assert pace.is_due()
