"""The real bot as a process of its own, told to sign in to the stand-in Slack."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.slack import StandInSlack
from support.waiting import PATIENCE, until
from support.workspace import ADMIN, ADMIN_GROUP, APP_TOKEN, BOT_TOKEN, SIGNING_SECRET

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class BotProcess:
    """A running bot."""

    process: subprocess.Popen[str]
    log_path: Path

    @property
    def log(self) -> str:
        """What it has logged so far."""
        return self.log_path.read_text()

    def stop(self) -> int:
        """Ask it to stop, and its exit status; one that hangs shows where its threads are."""
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)  # which faulthandler answers with the stacks
            self.process.wait(PATIENCE)
            raise AssertionError(f"the bot did not stop: {self.log}") from None


def bot_environment(slack: StandInSlack, **settings: str) -> dict[str, str]:
    """The environment of a bot that is set up, with no setting from outside the test."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(("SLACK_", "TOWNCLERK_", "HTTP_PROXY", "HTTPS_PROXY"))
    }
    return kept | {
        "PYTHONFAULTHANDLER": "1",
        "SLACK_API_URL": slack.api_url,
        "SLACK_BOT_TOKEN": BOT_TOKEN,
        "SLACK_APP_TOKEN": APP_TOKEN,
        "SLACK_SIGNING_SECRET": SIGNING_SECRET,
        "TOWNCLERK_ADMINS": ADMIN,
        "TOWNCLERK_ADMIN_GROUP": ADMIN_GROUP,
        **settings,
    }


def townclerk(data: Path, *arguments: str) -> list[str]:
    """The command line that runs Town Clerk on a data folder."""
    return [sys.executable, str(ROOT / "townclerk.py"), "--data", str(data), *arguments]


@contextmanager
def bot_running(
    slack: StandInSlack, data: Path, *, http: bool = False, **settings: str
) -> Iterator[BotProcess]:
    """The bot, listening; stopped at the end if the test has not stopped it."""
    port = free_port()
    where = ["--http", f"127.0.0.1:{port}"] if http else []
    log = data.parent / "bot.log"
    with log.open("w") as errors:
        process = subprocess.Popen(
            townclerk(data, "serve", *where),
            cwd=data.parent,
            env=bot_environment(slack, **settings),
            stderr=errors,
            text=True,
        )
    try:
        if http:
            slack.http_bot = f"http://127.0.0.1:{port}"
            _wait_healthy(slack.http_bot, process, log)
        else:
            slack.wait_connected()
        yield BotProcess(process, log)
    finally:
        process.kill()
        process.wait(PATIENCE)


def _wait_healthy(address: str, process: subprocess.Popen[str], log: Path) -> None:
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def is_healthy() -> bool:
        assert process.poll() is None, log.read_text()
        try:
            with direct.open(f"{address}/healthz", timeout=PATIENCE) as response:
                return bool(response.status == 200)
        except (urllib.error.URLError, ConnectionError):
            return False

    until(is_healthy, "the bot's health")


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])
