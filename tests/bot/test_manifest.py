"""The manifest is one Slack accepts, and asks for exactly what the bot listens to."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator
from slack_bolt import App

from bot.__main__ import cli
from bot.app import LISTENERS
from bot.manifest import manifest
from support.block_kit import SCHEMAS
from support.bot_process import ROOT, townclerk
from support.town import Office

SCHEMA = SCHEMAS / "slack-manifest.schema.1.0.0.json"
# What Slack documents each scope for; chat:write serves every reply.
SCOPE_OF = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "agent_session_stopped": "chat:write",  # to set the status of sessions
    "app_home_opened": "assistant:write",  # to suggest prompts
}


@pytest.mark.skipif(not SCHEMA.exists(), reason="../shared/slack is not there")
@pytest.mark.parametrize("address", [None, "https://clerk.example.org"])
def test_slack_accepts_the_manifest(address: str | None) -> None:
    validator = Draft7Validator(json.loads(SCHEMA.read_text()))
    assert list(validator.iter_errors(manifest(address))) == []


@pytest.mark.parametrize(
    "address", ["https://clerk.example.org/", "https://clerk.example.org/slack/events"]
)
def test_by_http_every_request_goes_to_one_address(address: str) -> None:
    made = manifest(address)
    url = "https://clerk.example.org/slack/events"
    assert made["settings"]["event_subscriptions"]["request_url"] == url
    assert {command["url"] for command in made["features"]["slash_commands"]} == {url}
    assert made["settings"]["socket_mode_enabled"] is False


def test_by_socket_mode_there_is_no_address() -> None:
    assert manifest()["settings"]["socket_mode_enabled"] is True
    assert "http" not in json.dumps(manifest())


class Recorder(App):
    """A Bolt app that remembers what it was asked to listen to."""

    def __init__(self, like: App) -> None:
        super().__init__(client=like.client, token_verification_enabled=False)
        self.events: list[str] = []
        self.commands: list[str] = []

    def event(self, event: Any, *more: Any, **options: Any) -> Any:
        self.events.append(event)
        return super().event(event, *more, **options)

    def command(self, command: Any, *more: Any, **options: Any) -> Any:
        self.commands.append(command)
        return super().command(command, *more, **options)


def test_what_the_manifest_asks_for_and_what_the_bot_listens_to_are_the_same(
    office: Office,
) -> None:
    recorder = Recorder(office.app)
    for listeners in LISTENERS:
        listeners.register(recorder, office.desk)
    made = manifest()
    asked = made["settings"]["event_subscriptions"]["bot_events"]
    assert sorted(name.partition(".")[0] for name in asked) == sorted(recorder.events)
    offered = [command["command"] for command in made["features"]["slash_commands"]]
    assert sorted(offered) == sorted(recorder.commands)


def test_every_event_has_its_scope_and_every_scope_its_use() -> None:
    made = manifest()
    events = made["settings"]["event_subscriptions"]["bot_events"]
    always = {"chat:write", "commands", "users:read", "usergroups:read"}
    assert set(made["oauth_config"]["scopes"]["bot"]) == {*map(SCOPE_OF.get, events), *always}


def test_the_command_prints_the_manifest() -> None:
    printed = CliRunner().invoke(cli, ["manifest", "--http", "https://clerk.example.org"])
    assert json.loads(printed.stdout) == manifest("https://clerk.example.org")


def test_the_manifest_kept_in_the_project_is_the_one_printed() -> None:
    assert json.loads((ROOT / "manifest.json").read_text()) == manifest()


def test_the_manifest_needs_no_settings(tmp_path: Path) -> None:
    printed = subprocess.run(
        townclerk(tmp_path / "data", "manifest"), capture_output=True, check=True, timeout=60
    )
    assert json.loads(printed.stdout) == manifest()
    assert not (tmp_path / "data").exists()
