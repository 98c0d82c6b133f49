"""Figures of the bot for Prometheus; none are kept where its client is not installed."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prometheus_client.metrics_core import Metric

# Seconds; an answer is wished for within two.
_SECONDS = (0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 120.0)

Gauges = Callable[[], dict[str, tuple[str, float]]]  # by name: what it is, and its value now


class Figures:
    """Takes what happens, and keeps nothing of it."""

    content_type = "text/plain"

    def done(self, kind: str, outcome: str, waited: float, took: float) -> None:
        """A request came to its end, after so many seconds in the line and in all."""

    def slack_trouble(self, code: str) -> None:
        """Slack refused a call, or failed it."""

    def watch(self, gauges: Gauges) -> None:
        """Ask for these whenever somebody looks."""

    def page(self) -> bytes | None:
        """All figures as Prometheus reads them; None where none are kept."""
        return None


def figures() -> Figures:
    """Prometheus's, where its client is installed (the extra "metrics")."""
    try:
        return Prometheus()
    except ImportError:
        return Figures()


class Prometheus(Figures):
    """Keeps them with Prometheus's own client. No figure names a person, a question or a paper."""

    def __init__(self) -> None:
        """Begin at nothing."""
        from prometheus_client import CollectorRegistry, Counter, Histogram
        from prometheus_client.exposition import CONTENT_TYPE_LATEST

        self.content_type = CONTENT_TYPE_LATEST
        self._registry = CollectorRegistry()
        self._done = Counter(
            "townclerk_requests", "Requests done.", ["kind", "outcome"], registry=self._registry
        )
        of_time = partial(Histogram, buckets=_SECONDS, registry=self._registry)
        self._took = of_time(
            "townclerk_request_seconds", "From taking a request to its reply.", ["kind"]
        )
        self._waited = of_time("townclerk_wait_seconds", "Of these, in the line.")
        self._troubles = Counter(
            "townclerk_slack_errors",
            "Calls to Slack that failed, those made again among them.",
            ["code"],
            registry=self._registry,
        )

    def done(self, kind: str, outcome: str, waited: float, took: float) -> None:
        """Count it."""
        self._done.labels(kind, outcome).inc()
        self._took.labels(kind).observe(took)
        self._waited.observe(waited)

    def slack_trouble(self, code: str) -> None:
        """Count it."""
        self._troubles.labels(code).inc()

    def watch(self, gauges: Gauges) -> None:
        """Tell these too."""
        self._registry.register(_Watched(gauges))

    def page(self) -> bytes:
        """All figures as Prometheus reads them."""
        from prometheus_client.exposition import generate_latest

        return generate_latest(self._registry)


class _Watched:
    """A collector of values that are looked up when asked for."""

    def __init__(self, gauges: Gauges) -> None:
        self._gauges = gauges

    def describe(self) -> Iterable["Metric"]:
        """Nothing beforehand."""
        return ()

    def collect(self) -> Iterable["Metric"]:
        """Each as it is now."""
        from prometheus_client.core import GaugeMetricFamily

        for name, (what, value) in self._gauges().items():
            yield GaugeMetricFamily(name, what, value=value)
