"""What Slack says of the bot: its token, its scopes, its socket and the clock."""

from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.doctor.finding import Finding
from bot.doctor.workspace import administrators, channels
from bot.manifest import manifest
from bot.settings import Settings
from bot.slack.sign_in import NoSlack, said_plainly, socket_address
from index.errors import BadSettings

PATIENCE = 10  # seconds for each call
CLOCK = 60  # seconds that clocks may differ; a request that Slack signed holds for 300
_LOOKING = {"channels:read", "groups:read"}  # scopes that only a look at channels needs
_AGAIN = "Make the manifest anew with townclerk manifest, put it in, and install the app again."


def in_slack(settings: Settings) -> Iterator[Finding]:
    """Whether the bot can sign in, and then all that Slack can be asked."""
    client = WebClient(
        token=settings.bot_token, base_url=settings.api_url, timeout=PATIENCE, retry_handlers=[]
    )
    try:
        with said_plainly("SLACK_BOT_TOKEN", settings):
            who = client.auth_test()
    except (BadSettings, NoSlack) as error:
        yield Finding("fail", "Bot token", str(error))
        yield Finding("note", "Slack", "scopes, people and channels could not be checked")
        return
    yield Finding("ok", "Bot token", f"signs in to {who.get('team')} as {who.get('user')}")
    yield _scopes(who, settings)
    yield _clock(who)
    if settings.app_token:
        yield _socket(client, settings)
    yield Finding(
        "note",
        "Events",
        "whether they arrive cannot be told from here",
        "While the bot runs, mention it in a channel and see that it answers.",
    )
    yield from administrators(client, settings, str(who["team_id"]))
    yield from channels(client, settings.choices)


def _scopes(who: SlackResponse, settings: Settings) -> Finding:
    """The scopes granted against those that the manifest asks for."""
    said = _header(who, "x-oauth-scopes")
    if said is None:
        return Finding("note", "Scopes", "Slack did not say which are granted")
    granted = {scope.strip() for scope in said.split(",")} - {""}
    threads = settings.choices.threads
    wanted = set(manifest(threads=threads)["oauth_config"]["scopes"]["bot"])
    if lacking := sorted(wanted - granted):
        again = _AGAIN.replace("manifest,", "manifest --threads,") if threads else _AGAIN
        return Finding("fail", "Scopes", f"not granted: {', '.join(lacking)}", again)
    if spare := sorted(granted - wanted - _LOOKING):
        found = f"granted and not used: {', '.join(spare)}"
        return Finding("warn", "Scopes", found, f"They may be taken away. {_AGAIN}")
    return Finding("ok", "Scopes", "those that the manifest asks for")


def _clock(who: SlackResponse) -> Finding:
    """Whether this machine's clock agrees with Slack's."""
    said = _header(who, "date")
    try:
        theirs = parsedate_to_datetime(said or "").astimezone(UTC)
    except ValueError:
        return Finding("note", "Clock", "Slack did not say what time it is")
    apart = round(abs((datetime.now(UTC) - theirs).total_seconds()))
    if apart > CLOCK:
        todo = "Have it set from the network; else requests by HTTP are refused."
        return Finding("warn", "Clock", f"{apart:,} seconds apart from Slack's", todo)
    return Finding("ok", "Clock", "agrees with Slack's")


def _socket(client: WebClient, settings: Settings) -> Finding:
    try:
        socket_address(client, settings)
    except (BadSettings, NoSlack) as error:
        return Finding("fail", "Socket Mode", str(error))
    return Finding("ok", "Socket Mode", "Slack gives an address to connect to")


def _header(answer: SlackResponse, name: str) -> str | None:
    """A header of Slack's answer, in whatever case it came."""
    for key, value in answer.headers.items():
        if key.casefold() == name:
            return str(value[0] if isinstance(value, list) else value)
    return None
