"""The manifest is one Slack accepts, and asks for exactly what the bot listens to."""

import ast
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from slack_bolt import App
from slack_sdk import WebClient

from bot.__main__ import cli
from bot.app import LISTENERS
from bot.manifest import manifest
from support.block_kit import SCHEMAS
from support.block_limits import nodes
from support.bot_process import ROOT, townclerk
from support.renderers import RENDERERS, called, surfaces
from support.town import Office
from support.web_api import WebApi

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
@pytest.mark.parametrize("threads", [False, True])
def test_slack_accepts_the_manifest(address: str | None, threads: bool) -> None:
    validator = Draft7Validator(json.loads(SCHEMA.read_text()))
    assert list(validator.iter_errors(manifest(address, threads=threads))) == []


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
    """A Bolt app that remembers what it was asked to listen to, by the kind of listener."""

    def __init__(self, like: App) -> None:
        super().__init__(client=like.client, token_verification_enabled=False)
        self.heard: dict[str, list[Any]] = {}

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        if name not in KINDS:
            return found

        def listen(constraint: Any, *more: Any, **options: Any) -> Any:
            self.heard.setdefault(name, []).append(constraint)
            return found(constraint, *more, **options)

        return listen


KINDS = ("event", "command", "shortcut", "action", "view", "view_closed", "options", "function")


@pytest.fixture
def heard(office: Office) -> dict[str, list[Any]]:
    """What the bot listens to."""
    recorder = Recorder(office.app)
    for listeners in LISTENERS:
        listeners.register(recorder, office.desk)
    return recorder.heard


def test_what_the_manifest_asks_for_and_what_the_bot_listens_to_are_the_same(
    heard: dict[str, list[Any]],
) -> None:
    made = manifest()
    asked = made["settings"]["event_subscriptions"]["bot_events"]
    features = made["features"]
    assert sorted(name.partition(".")[0] for name in asked) == sorted(heard["event"])
    assert sorted(one["command"] for one in features["slash_commands"]) == sorted(heard["command"])
    assert sorted(one["callback_id"] for one in features["shortcuts"]) == sorted(heard["shortcut"])
    assert set(heard) <= {"event", "command", "shortcut", "action", "view"}


def test_no_listener_is_for_what_no_message_or_window_has(heard: dict[str, list[Any]]) -> None:
    trees = sources(listeners=False)
    said = {node.value for tree in trees for node in ast.walk(tree) if _is_text(node)}
    for one in (*heard["action"], *heard["view"]):
        # a button's number is put behind its name when the message is made
        assert any(_matches(one, text) or _matches(one, f"{text}1") for text in said), one


@settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_button_and_form_has_its_listener(
    heard: dict[str, list[Any]], data: st.DataObject
) -> None:
    function = RENDERERS[data.draw(st.sampled_from(sorted(RENDERERS)))]
    for shown in surfaces(function(**data.draw(called(function)).arguments)):
        for block in [one for one in nodes(shown) if one.get("type") != "input"]:
            named = [one["action_id"] for one in _elements(block) if not one.get("url")]
            assert [
                one for one in named if not any(_matches(by, one) for by in heard["action"])
            ] == []
        if shown.get("submit"):
            assert any(_matches(by, shown["callback_id"]) for by in heard["view"])


def _elements(block: dict[str, Any]) -> list[dict[str, Any]]:
    """What can be pressed in a block; what is typed into is told of with its form."""
    parts = [*(block.get("elements") or []), block.get("accessory")]
    return [one for one in parts if isinstance(one, dict) and "action_id" in one]


def _matches(listener: Any, name: str) -> bool:
    if isinstance(listener, re.Pattern):
        return listener.search(name) is not None
    return bool(listener == name)


def sources(*, listeners: bool = True) -> Iterator[ast.Module]:
    """The bot's own modules, read as Python, with its listeners or without."""
    for path in sorted((ROOT / "bot").rglob("*.py")):
        if listeners or path.parent.name != "listeners":
            yield ast.parse(path.read_text())


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def test_every_method_that_is_called_has_its_scope() -> None:
    granted = set(manifest(threads=True)["oauth_config"]["scopes"]["bot"])
    api = WebApi()
    for method in called_methods():
        assert method in api.methods(), f"the stand-in Slack knows no {method}"
        needed = {api.scope_needed(method, {"channel": place}) for place in ("C0COUNCIL", "D0")}
        if method not in WITHOUT_ITS_SCOPE:
            assert needed <= {None, *granted}, method


# townclerk doctor asks it where the scope is there, and says so where it is not.
WITHOUT_ITS_SCOPE = {"conversations.info"}


def called_methods() -> set[str]:
    """The methods of the Web API that the bot calls, as Slack names them."""
    known = {name: name.replace("_", ".") for name in vars(WebClient) if "_" in name.strip("_")}
    return {
        known[node.func.attr]
        for tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if node.func.attr in known
    }


def test_the_methods_called_are_found() -> None:
    assert {"chat.postMessage", "views.open", "views.publish", "users.info"} <= called_methods()


def test_every_event_has_its_scope_and_every_scope_its_use() -> None:
    made = manifest()
    events = made["settings"]["event_subscriptions"]["bot_events"]
    always = {"chat:write", "commands", "users:read", "usergroups:read"}
    assert set(made["oauth_config"]["scopes"]["bot"]) == {*map(SCOPE_OF.get, events), *always}


def test_threads_ask_for_what_they_need_and_nothing_more() -> None:
    plain, threads = manifest(), manifest(threads=True)
    events = [set(one["settings"]["event_subscriptions"]["bot_events"]) for one in (threads, plain)]
    scopes = [set(one["oauth_config"]["scopes"]["bot"]) for one in (threads, plain)]
    assert events[0] - events[1] == {"message.channels", "message.groups"}
    assert scopes[0] - scopes[1] == {"channels:history", "groups:history"}


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
