"""One run of the bot, from signing in to the last answer."""

import logging
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from slack_bolt import App

from bot import http_mode, socket_mode
from bot.app import make_app
from bot.desk import ANSWERS_AT_ONCE, QUICK_AT_ONCE, Desk
from bot.jobs import Jobs
from bot.memory import Memory
from bot.once import Once
from bot.papers import Papers
from bot.people import People
from bot.sessions import Sessions
from bot.settings import Settings
from bot.sign_in import SignedIn, sign_in

log = logging.getLogger(__name__)


def serve_by_socket(folder: Path, settings: Settings) -> None:
    """Answer through Socket Mode until told to stop."""
    _serve(folder, settings, lambda app: socket_mode.listen(app, settings))


def serve_by_http(folder: Path, settings: Settings, host: str, port: int) -> None:
    """Answer through HTTP until told to stop."""
    secret = settings.signing_secret or ""
    _serve(folder, settings, lambda app: http_mode.listen(app, secret, host, port))


def _serve(folder: Path, settings: Settings, listen: Callable[[App], None]) -> None:
    _stop_on_signal()
    signed_in = sign_in(settings)
    with desk(folder, settings, signed_in) as open_desk:
        app = make_app(signed_in.client, open_desk, settings.signing_secret)
        log.info("signed in to workspace %s", signed_in.team)
        try:
            with suppress(SystemExit, KeyboardInterrupt):
                listen(app)
        finally:
            log.info("stopping: finishing the answers in hand")
            app.listener_runner.listener_executor.shutdown(wait=True)


@contextmanager
def desk(folder: Path, settings: Settings, signed_in: SignedIn) -> Iterator[Desk]:
    """The desk on a data folder; on leaving, the answers in hand are finished first."""
    papers = Papers(folder)
    memory = Memory(folder / "slack.db")
    jobs = Jobs(papers)
    sessions = Sessions()
    pool = ThreadPoolExecutor(ANSWERS_AT_ONCE, thread_name_prefix="answer")
    quick = ThreadPoolExecutor(QUICK_AT_ONCE, thread_name_prefix="quick")
    try:
        yield Desk(
            signed_in=signed_in,
            choices=settings.choices,
            papers=papers,
            people=People(signed_in.client, settings, signed_in.team),
            memory=memory,
            once=Once(memory),
            jobs=jobs,
            pool=pool,
            quick=quick,
            sessions=sessions,
        )
    finally:
        quick.shutdown(wait=True)
        pool.shutdown(wait=True)
        sessions.close()
        jobs.stop()
        memory.close()
        papers.close()


def _stop_on_signal() -> None:
    """Stop in good order on SIGTERM; a second one stops at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
