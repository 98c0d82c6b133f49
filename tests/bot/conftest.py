"""A stand-in Slack, a small council's papers, and the bot on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.app import make_app
from bot.serve import desk
from bot.settings import Settings
from bot.slack.sign_in import sign_in
from support.bot_process import bot_running
from support.held import hold_papers
from support.in_process import handed_to
from support.slack import StandInSlack
from support.town import Office, Town
from support.workspace import ADMIN, ADMIN_GROUP, APP_TOKEN, BOT_TOKEN


@pytest.fixture
def slack() -> Iterator[StandInSlack]:
    with StandInSlack() as running:
        yield running


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with three papers."""
    folder = tmp_path / "data"
    hold_papers(folder)
    return folder


@pytest.fixture(params=["socket", "http"])
def town(slack: StandInSlack, data: Path, request: pytest.FixtureRequest) -> Iterator[Town]:
    """The bot as a process, by Socket Mode and then by HTTP."""
    with bot_running(slack, data, http=request.param == "http") as bot:
        yield Town(slack, bot, data)


@pytest.fixture
def settings(slack: StandInSlack) -> Settings:
    return Settings(
        bot_token=BOT_TOKEN,
        app_token=APP_TOKEN,
        admins=frozenset({ADMIN}),
        admin_group=ADMIN_GROUP,
        api_url=slack.api_url,
    )


@pytest.fixture
def office(slack: StandInSlack, settings: Settings, data: Path) -> Iterator[Office]:
    signed_in = sign_in(settings)
    with desk(data, settings, signed_in) as open_desk:
        app = make_app(signed_in.client, open_desk)
        slack.hand_to = handed_to(app)
        yield Office(slack, app, open_desk)
