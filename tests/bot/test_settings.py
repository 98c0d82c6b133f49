"""What the environment must say before the bot can start."""

import pytest

from bot.settings import SLACK, Settings, read_settings, take_settings
from index.errors import BadSettings

GOOD = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_SIGNING_SECRET": "abc123",
}


def test_socket_mode_needs_an_app_token_and_no_signing_secret() -> None:
    settings = read_settings({**GOOD, "SLACK_SIGNING_SECRET": ""}, http=False)
    assert settings == Settings(bot_token="xoxb-1", app_token="xapp-1", api_url=SLACK)


def test_http_needs_a_signing_secret_and_no_app_token() -> None:
    settings = read_settings({**GOOD, "SLACK_APP_TOKEN": ""}, http=True)
    assert (settings.app_token, settings.signing_secret) == (None, "abc123")


def test_all_that_is_missing_is_named_at_once() -> None:
    with pytest.raises(BadSettings, match="SLACK_BOT_TOKEN is not set") as error:
        read_settings({"SLACK_BOT_TOKEN": " "}, http=False)
    assert "SLACK_APP_TOKEN is not set" in str(error.value)
    assert "SLACK_SIGNING_SECRET" not in str(error.value)


def test_a_token_of_the_wrong_kind_is_named_but_not_shown() -> None:
    with pytest.raises(BadSettings, match="SLACK_BOT_TOKEN is not the right kind") as error:
        read_settings({**GOOD, "SLACK_BOT_TOKEN": "xapp-secret"}, http=False)
    assert "secret" not in str(error.value)


def test_administrators_are_listed_by_comma_or_space() -> None:
    listed = {**GOOD, "TOWNCLERK_ADMINS": "U1, U2 W3", "TOWNCLERK_ADMIN_GROUP": "S1"}
    settings = read_settings(listed, http=False)
    assert settings.admins == {"U1", "U2", "W3"}
    assert settings.admin_group == "S1"


def test_an_administrator_must_be_given_by_id() -> None:
    wrong = {**GOOD, "TOWNCLERK_ADMINS": "jane.clerk", "TOWNCLERK_ADMIN_GROUP": "@clerks"}
    with pytest.raises(BadSettings, match=r"jane\.clerk.*@clerks"):
        read_settings(wrong, http=False)


def test_another_slack_is_reached_with_or_without_a_final_slash() -> None:
    for address in ("http://127.0.0.1:8777/api", "http://127.0.0.1:8777/api/"):
        settings = read_settings({**GOOD, "SLACK_API_URL": address}, http=False)
        assert settings.api_url == "http://127.0.0.1:8777/api/"


def test_settings_taken_are_no_longer_in_the_environment() -> None:
    environ = {**GOOD, "SLACK_CLIENT_ID": "1", "PATH": "/bin", "TOWNCLERK_DATA": "d"}
    assert take_settings(environ, http=False) == read_settings(GOOD, http=False)
    assert environ == {"PATH": "/bin", "TOWNCLERK_DATA": "d"}


def test_secrets_are_not_printed() -> None:
    printed = repr(read_settings(GOOD, http=False)) + repr(read_settings(GOOD, http=True))
    assert not any(secret in printed for secret in GOOD.values())
