"""How often an ingest publishes: often enough to be followed, seldom enough not to be held up."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

AT_FIRST = 2.0  # seconds until what was read first can be asked about
SHARE = 9  # how much longer an ingest reads than it publishes
AT_MOST = 60.0  # seconds that a reader ever waits for more


class Pace:
    """Says when to publish. What has not been published is not lost: the outbox keeps it.

    Publishing costs more the larger the index is, so that what it took tells when to do it again.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin to wait for the first publication."""
        self._clock = clock
        self._ended = clock()
        self._wait = AT_FIRST

    def is_due(self) -> bool:
        """Whether it is time to publish."""
        return self._clock() - self._ended >= self._wait

    @contextmanager
    def publishing(self) -> Iterator[None]:
        """Time a publication, to know when the next is due."""
        started = self._clock()
        yield
        self._ended = self._clock()
        self._wait = min(max(AT_FIRST, SHARE * (self._ended - started)), AT_MOST)
