"""Signing in to Slack, with a sentence for each way in which that fails."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.settings import WHERE_TO_FIND, Settings
from bot.slack.patience import Trouble
from bot.slack.patient_client import PatientClient
from bot.slack.sending import UNREADABLE, code_of
from index.errors import BadSettings, TownClerkError

_REASONS = {
    "invalid_auth": "Slack does not know it",
    "not_authed": "Slack does not know it",
    "account_inactive": "it belongs to an app that has been removed from the workspace",
    "token_revoked": "it has been revoked",
    "token_expired": "it has expired",
    "not_allowed_token_type": "it is another kind of token",
    "missing_scope": "it lacks a permission the manifest asks for; install the app again",
}


class NoSlack(TownClerkError):
    """Slack cannot be reached."""

    code = "no_slack"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A client with a token that works, and the workspace it is for."""

    client: PatientClient
    team: str
    bot_user: str  # whose mention calls the bot
    app: str | None = None  # the app's id; None where Slack would not say


def _uncounted(_code: str) -> None:
    """Whoever counts no troubles."""


def sign_in(settings: Settings, trouble: Trouble = _uncounted) -> SignedIn:
    """Sign in with the bot token; BadSettings if Slack refuses it, NoSlack if there is no Slack.

    ``trouble`` is told the code of each call that fails later on.
    """
    client = web_client(settings, trouble)
    with said_plainly("SLACK_BOT_TOKEN", settings):
        who = client.auth_test()
    return SignedIn(client, who["team_id"], who["user_id"], _app_id(client, who.get("bot_id")))


def _app_id(client: WebClient, bot: str | None) -> str | None:
    try:
        app = client.bots_info(bot=bot or "")["bot"].get("app_id")
    except (SlackApiError, SlackClientError, OSError, KeyError):
        return None
    return str(app) if app else None


def socket_address(client: WebClient, settings: Settings) -> str:
    """Where Socket Mode's first connection goes; fails as `sign_in` does."""
    with said_plainly("SLACK_APP_TOKEN", settings):
        return str(client.apps_connections_open(app_token=settings.app_token or "")["url"])


def web_client(settings: Settings, trouble: Trouble = _uncounted) -> PatientClient:
    """A client that waits when told to and tries again when Slack stumbles."""
    return PatientClient(settings.bot_token, settings.api_url, trouble)


@contextmanager
def said_plainly(token: str, settings: Settings) -> Iterator[None]:
    """Turn Slack's refusal of a token, or its absence, into a sentence."""
    try:
        yield
    except SlackApiError as error:
        code = code_of(error)
        if code == UNREADABLE:
            raise NoSlack(
                f"What answers at {settings.api_url} is not Slack: a page of this network may "
                "stand before it. Check the connection and HTTPS_PROXY, then start again."
            ) from error
        why = _REASONS.get(code, f"it answered {code}")
        raise BadSettings(
            f"Slack refused {token}: {why}. Copy it again from {WHERE_TO_FIND[token]}."
        ) from error
    except (SlackClientError, OSError) as error:
        raise NoSlack(
            f"Slack cannot be reached at {settings.api_url}. Check the connection, and HTTPS_PROXY "
            "if this network needs one, then start again."
        ) from error
