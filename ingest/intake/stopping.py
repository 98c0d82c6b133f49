"""Ctrl-C, a closed terminal and a polite kill as a request to leave off, and not as a blow."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event
from types import FrameType

_REQUESTS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def stop_on_request() -> Iterator[Callable[[], bool]]:
    """Gives a function that tells whether stopping was asked for; the second request is final."""
    asked = Event()
    handlers = {request: signal.getsignal(request) for request in _REQUESTS}
    # What was ignored from the start, as under nohup, stays ignored.
    before = {request: h for request, h in handlers.items() if h is not signal.SIG_IGN}

    def note(_request: int, _frame: FrameType | None) -> None:
        asked.set()
        _restore(before)

    for request in before:
        signal.signal(request, note)
    try:
        yield asked.is_set
    finally:
        _restore(before)


def _restore(handlers: "dict[signal.Signals, signal._HANDLER]") -> None:
    for request, handler in handlers.items():
        signal.signal(request, handler)
