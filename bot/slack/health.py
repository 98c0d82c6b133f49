"""Whether the bot lives, whether it is ready, and its figures, for whoever watches over it."""

import json
import logging
import threading
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from typing import TYPE_CHECKING

from waitress.server import create_server

from bot.desk import Desk
from bot.excuses import stable_code
from index.errors import TownClerkError

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

log = logging.getLogger(__name__)

JSON = "application/json"
TEXT = "text/plain"


class CannotListen(TownClerkError):
    """An address for HTTP cannot be used."""

    code = "cannot_listen"


class Health:
    """Answers ``/healthz``, ``/readyz`` and ``/metrics``. None of them tells any text."""

    def __init__(self, desk: Desk) -> None:
        """``desk`` is what is asked about."""
        self._desk = desk
        self.connected: Callable[[], bool] = lambda: False  # whether Slack's events can reach us
        desk.figures.watch(self._gauges)

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        match environ.get("PATH_INFO"):
            case "/healthz":
                return say(start_response, HTTPStatus.OK)
            case "/readyz":
                return self._ready(start_response)
            case "/metrics":
                return self._metrics(start_response)
        return say(start_response, HTTPStatus.NOT_FOUND)

    def reasons(self) -> dict[str, str]:
        """For each thing that is needed, "ok" or why it is not."""
        desk = self._desk
        refused = desk.signed_in.client.token_refused
        return {
            **self._papers(),
            "slack": f"Slack refuses the token: {refused}" if refused else "ok",
            "events": "ok" if self.connected() else "not connected to Slack",
            "running": "stopping" if desk.stopping.is_set() else "ok",
        }

    def _papers(self) -> dict[str, str]:
        try:
            library = self._desk.papers.library()
            library.catalogue.generation()
        except Exception as error:  # noqa: BLE001 - whatever it is, it cannot be opened
            return {"library": _why(error), "index": "not looked at"}
        try:
            library.engine.count()
        except Exception as error:  # noqa: BLE001 - whatever it is, it cannot be read
            return {"library": "ok", "index": _why(error)}
        return {"library": "ok", "index": "ok"}

    def _ready(self, start_response: "StartResponse") -> list[bytes]:
        reasons = self.reasons()
        ready = set(reasons.values()) == {"ok"}
        status = HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE
        body = json.dumps({"ready": ready, "checks": reasons}).encode()
        return say(start_response, status, body, JSON)

    def _metrics(self, start_response: "StartResponse") -> list[bytes]:
        figures = self._desk.figures
        page = figures.page()
        if page is None:
            why = b"No figures are kept: prometheus-client is not installed (the extra: metrics)."
            return say(start_response, HTTPStatus.NOT_IMPLEMENTED, why)
        return say(start_response, HTTPStatus.OK, page, figures.content_type)

    def _gauges(self) -> dict[str, tuple[str, float]]:
        """What Prometheus is told besides what was counted."""
        desk = self._desk
        ready = set(self.reasons().values()) == {"ok"}
        return {
            "townclerk_waiting": ("Requests in the line.", desk.pool.waiting + desk.quick.waiting),
            "townclerk_ready": ("1 if /readyz says so.", float(ready)),
            "townclerk_connected": ("1 if Slack's events can come.", float(self.connected())),
            **dict(self._of_papers()),
        }

    def _of_papers(self) -> Iterator[tuple[str, tuple[str, float]]]:
        try:
            library = self._desk.papers.library()
            generation, run = library.catalogue.generation(), library.latest_run()
        except Exception:  # noqa: BLE001 - /readyz tells why; the other figures are still true
            return
        yield "townclerk_generation", ("How often the index was published.", generation)
        if run is None:
            return
        yield "townclerk_ingest_running", ("1 while papers are read.", run.state == "running")
        yield "townclerk_ingest_failed", ("Files not read by the last ingest.", run.failed)
        yield "townclerk_ingest_aborted", ("1 if it died.", run.state == "aborted")
        if run.finished:
            yield "townclerk_generation_age_seconds", ("Since it ended.", _seconds(run.finished))


def serve_health(health: Health, host: str, port: int) -> None:
    """Serve it at an address until the process ends; CannotListen where that cannot be used."""
    try:
        server = create_server(health, host=host, port=port, threads=2, ident="")
    except (OSError, ValueError) as error:  # ValueError: a host name that leads nowhere
        raise CannotListen(
            f"The bot cannot tell of its health at {host}:{port}: the port is taken, or the "
            "address is not this machine's. Set another as TOWNCLERK_HEALTH."
        ) from error
    threading.Thread(target=server.run, name="health", daemon=True).start()
    log.info("telling of health at %s:%s", host, port)


def say(
    start_response: "StartResponse",
    status: HTTPStatus,
    body: bytes | None = None,
    content_type: str = TEXT,
) -> list[bytes]:
    """Answer a request; in the words of its status if there are no others."""
    said = status.phrase.encode() if body is None else body
    headers = [("Content-Type", content_type), ("Content-Length", str(len(said)))]
    start_response(f"{status.value} {status.phrase}", headers)
    return [said]


def _why(error: Exception) -> str:
    """A code, never the words of an error, which may name a folder."""
    return stable_code(error) if isinstance(error, TownClerkError) else type(error).__name__


def _seconds(moment: str) -> float:
    """How long ago that was, by the ledger's clock."""
    then = datetime.fromisoformat(moment)
    return (datetime.now(UTC) - then.replace(tzinfo=then.tzinfo or UTC)).total_seconds()
