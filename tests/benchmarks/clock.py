"""Time as a processor spends it and as a clock shows it, and what times come to."""

import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

T = TypeVar("T")
Shares = dict[str, float]  # by "p50", "p95" and "p99"


class Took(NamedTuple):
    """How long something took, in seconds, of one processor and on the clock."""

    cpu: float
    wall: float


@dataclass(slots=True)
class Watch:
    """Adds up what is done while it runs, in all threads of this process."""

    cpu: float = 0.0
    wall: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Run for as long as the block."""
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            yield
        finally:
            self.cpu += time.process_time() - cpu
            self.wall += time.perf_counter() - wall

    def making(self, things: Iterable[T]) -> Iterator[T]:
        """The things, running only while each is made."""
        source = iter(things)
        while True:
            with self.running():
                try:
                    thing = next(source)
                except StopIteration:
                    return
            yield thing


@dataclass(slots=True)
class Times:
    """What each of many questions took."""

    took: list[Took] = field(default_factory=list)

    @property
    def cpu_ms(self) -> Shares:
        """Processor time."""
        return shares([took.cpu * 1000 for took in self.took])

    @property
    def wall_ms(self) -> Shares:
        """Time on the clock."""
        return shares([took.wall * 1000 for took in self.took])


def timed(do: Callable[[], object]) -> Took:
    """What something took of the thread that does it."""
    cpu, wall = time.thread_time(), time.perf_counter()
    do()
    return Took(time.thread_time() - cpu, time.perf_counter() - wall)


def each(do: Callable[[T], object], asked: Iterable[T], *, within: float | None = None) -> Times:
    """Do it for each in turn; begin no further when so many seconds have passed."""
    ends = time.monotonic() + within if within else None
    times = Times()
    for one in asked:
        times.took.append(timed(lambda one=one: do(one)))  # type: ignore[misc]
        if ends and time.monotonic() > ends:
            break
    return times


def shares(times: Sequence[float]) -> Shares:
    """The times that half, 95 and 99 in a hundred do not exceed."""
    if len(times) < 2:
        return dict.fromkeys(("p50", "p95", "p99"), rounded(times[0])) if times else {}
    cuts = statistics.quantiles(times, n=100, method="inclusive")
    return {f"p{percent}": rounded(cuts[percent - 1]) for percent in (50, 95, 99)}


def rounded(number: float) -> float:
    """To three figures, or whole if it is large."""
    return float(f"{number:.3g}") if abs(number) < 1000 else float(round(number))
