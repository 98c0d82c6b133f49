"""One run of the bot, from signing in to the last answer."""

import logging
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from slack_bolt import App

from bot.administration.jobs import Jobs
from bot.app import make_app
from bot.desk import Desk
from bot.following.digest import telling_news
from bot.memory import FILE_NAME, Memory
from bot.metrics import Figures, figures
from bot.once import Once
from bot.papers import Papers
from bot.records.record import record_of
from bot.records.sweeping import sweeping
from bot.settings import Settings
from bot.slack import http_mode, socket_mode
from bot.slack.health import Health, serve_health
from bot.slack.people import People
from bot.slack.sign_in import SignedIn, sign_in

log = logging.getLogger(__name__)


STOP_WITHIN = 20.0  # seconds in which to finish the answers in hand

Listen = Callable[[App, Health], None]


def serve_by_socket(folder: Path, settings: Settings) -> None:
    """Answer through Socket Mode until told to stop."""
    _serve(folder, settings, lambda app, health: socket_mode.listen(app, settings, health))


def serve_by_http(folder: Path, settings: Settings, host: str, port: int) -> None:
    """Answer through HTTP until told to stop."""
    secret, address = settings.signing_secret or "", (host, port)
    _serve(folder, settings, lambda app, health: http_mode.listen(app, secret, address, health))


def _serve(folder: Path, settings: Settings, listen: Listen) -> None:
    _stop_on_signal()
    counting = figures()
    signed_in = sign_in(settings, counting.slack_trouble)
    with desk(folder, settings, signed_in, counting) as open_desk:
        health = Health(open_desk)
        if settings.choices.health:
            serve_health(health, *settings.choices.health)
        app = make_app(signed_in.client, open_desk, settings.signing_secret)
        log.info("signed in to workspace %s", signed_in.team)
        try:
            with suppress(SystemExit, KeyboardInterrupt), telling_news(open_desk):
                listen(app, health)
        finally:
            log.info("stopping: finishing the answers in hand")
            open_desk.stopping.set()
            app.listener_runner.listener_executor.shutdown(wait=True)


@contextmanager
def desk(
    folder: Path, settings: Settings, signed_in: SignedIn, counting: Figures | None = None
) -> Iterator[Desk]:
    """The desk on a data folder; on leaving, the answers in hand are finished first."""
    papers = Papers(folder)
    memory = Memory(folder / FILE_NAME)
    jobs = Jobs(papers)
    open_desk = Desk(
        signed_in=signed_in,
        choices=settings.choices,
        papers=papers,
        people=People(signed_in.client, settings, signed_in.team),
        memory=memory,
        once=Once(memory),
        jobs=jobs,
        figures=counting or Figures(),
    )
    try:
        with sweeping(record_of(open_desk), open_desk.today):
            yield open_desk
    finally:
        open_desk.stop(STOP_WITHIN)
        open_desk.sessions.close()
        jobs.stop()
        memory.close()
        papers.close()


def _stop_on_signal() -> None:
    """Stop in good order on SIGTERM; a second one stops at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
