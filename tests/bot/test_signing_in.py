"""The bot signs in or says why not, and by HTTP hears only Slack."""

import subprocess
import time
from pathlib import Path

import pytest

from support.bot_process import bot_environment, bot_running, townclerk
from support.slack import StandInSlack
from support.slack_requests import post, signed
from support.workspace import SIGNING_SECRET


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        (
            {"SLACK_BOT_TOKEN": "xoxb-wrong"},
            "Slack refused SLACK_BOT_TOKEN: Slack does not",
        ),
        (
            {"SLACK_APP_TOKEN": "xapp-wrong"},
            "Slack refused SLACK_APP_TOKEN: Slack does not",
        ),
        ({"SLACK_API_URL": "http://127.0.0.1:9/api/"}, "[no_slack]"),
        ({"SLACK_BOT_TOKEN": ""}, "SLACK_BOT_TOKEN is not set"),
    ],
)
def test_a_bot_that_cannot_sign_in_says_why_and_stops(
    slack: StandInSlack, data: Path, setting: dict[str, str], said: str
) -> None:
    ended = subprocess.run(
        townclerk(data, "serve"),
        cwd=data.parent,
        env=bot_environment(slack, **setting),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert said in ended.stderr.splitlines()[-1]
    assert not any(mark in ended.stderr for mark in ("ERROR", "WARNING", "Traceback"))


@pytest.mark.parametrize("address", ["127.0.0.1:{port}", "nowhere.invalid:3000"])
def test_an_address_that_cannot_be_used_is_said_so(
    slack: StandInSlack, data: Path, address: str
) -> None:
    ended = subprocess.run(
        townclerk(data, "serve", "--http", address.format(port=slack.port)),
        env=bot_environment(slack),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 1
    assert "The bot cannot listen at" in ended.stderr
    assert ended.stderr.endswith("[cannot_listen]\n")


def test_only_slacks_own_requests_are_heard_by_http(slack: StandInSlack, data: Path) -> None:
    raw = b'{"type": "event_callback"}'
    good = signed(raw)
    forged = [
        {},
        good | {"X-Slack-Signature": "v0=" + "0" * 64},
        good | {"X-Slack-Signature": "v0=é"},
        good | {"X-Slack-Request-Timestamp": "soon"},
        signed(raw, "another secret"),
        signed(raw, when=int(time.time()) - 301),
    ]
    with bot_running(slack, data, http=True) as bot:
        address = f"{slack.http_bot}/slack/events"
        assert [post(address, raw, headers)[0] for headers in forged] == [401] * len(forged)
        assert post(address, b"{not json", {})[0] == 401
        challenge = b'{"type": "url_verification", "challenge": "3eZbrw1a"}'
        json_type = {"Content-Type": "application/json"}
        assert post(address, challenge, signed(challenge) | json_type) == (
            200,
            '{"challenge": "3eZbrw1a"}',
        )
        assert SIGNING_SECRET not in bot.log
