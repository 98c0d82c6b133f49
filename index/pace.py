"""How often an ingest publishes: often enough to be followed, seldom enough not to be held up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

FIRST = 25  # reports after which what was read first can be asked about
SOONEST = 2.0  # seconds between two publications, or before the first if reading is slow
SHARE = 9  # how much longer an ingest reads than it publishes
LATEST = 60.0  # seconds that a reader ever waits for more


class Pace:
    """Says when to publish. What has not been published is not lost: the outbox keeps it.

    Publishing costs more the larger the index is, so that what it took tells when to do it again.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to wait for the first publication."""
        self._clock = clock
        self._ended = clock()
        self._wait = SOONEST
        self._first = FIRST

    def is_due(self) -> bool:
        """Whether it is time to publish, now that one more report has changed."""
        self._first -= 1
        return self._first == 0 or self._clock() - self._ended >= self._wait

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Time a publication, to know when the next is due."""
        started = self._clock()
        yield
        self._ended = self._clock()
        self._wait = min(max(SOONEST, SHARE * (self._ended - started)), LATEST)
