"""Whether the bot could do its work: settings, this machine, the data folder and Slack."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from bot.choices import Choices, listed
from bot.doctor.finding import Finding
from bot.doctor.here import here
from bot.doctor.slack import in_slack
from bot.settings import SLACK, Settings, other_faults, read_choices, token_faults
from index.errors import BadSettings

_TOKENS = {
    "SLACK_BOT_TOKEN": "Bot token",
    "SLACK_APP_TOKEN": "Socket Mode",
    "SLACK_SIGNING_SECRET": "Signing secret",
}
_SET = "Set it in the environment or in .env."


def examine(folder: Path, environ: Mapping[str, str]) -> Iterator[Finding]:
    """Every finding, in order; none of them tells a token, or a word of a paper or question."""
    said = {name: value.strip() for name, value in environ.items()}
    choices = _choices(said)
    for fault in other_faults(said):
        yield Finding("fail", "Settings", fault, _SET)
    yield from here(folder, Path(".env"), choices)
    wrong = {name: [*token_faults(said, (name,))] for name in _needed(said)}
    for name, faults in wrong.items():
        yield from (Finding("fail", _TOKENS[name], fault, _SET) for fault in faults)
        if name == "SLACK_SIGNING_SECRET" and not faults:
            yield Finding("ok", _TOKENS[name], "is set; only a request from Slack can prove it")
    if wrong["SLACK_BOT_TOKEN"]:
        yield Finding("note", "Slack", "scopes, people and channels could not be checked")
    else:
        socket = not wrong.get("SLACK_APP_TOKEN", ["not needed"])
        yield from in_slack(_settings(said, choices, socket=socket))


def _needed(said: Mapping[str, str]) -> list[str]:
    """The tokens to look at: for Socket Mode, unless only HTTP is set up."""
    names = ["SLACK_BOT_TOKEN"]
    if said.get("SLACK_APP_TOKEN") or not said.get("SLACK_SIGNING_SECRET"):
        names.append("SLACK_APP_TOKEN")
    if said.get("SLACK_SIGNING_SECRET"):
        names.append("SLACK_SIGNING_SECRET")
    return names


def _choices(said: Mapping[str, str]) -> Choices:
    """What was chosen; as if nothing was, where some of it is wrong."""
    try:
        return read_choices(said)
    except BadSettings:
        return Choices()


def _settings(said: Mapping[str, str], choices: Choices, *, socket: bool) -> Settings:
    return Settings(
        bot_token=said["SLACK_BOT_TOKEN"],
        app_token=said["SLACK_APP_TOKEN"] if socket else None,
        admins=frozenset(listed(said.get("TOWNCLERK_ADMINS", ""))),
        admin_group=said.get("TOWNCLERK_ADMIN_GROUP") or None,
        api_url=f"{(said.get('SLACK_API_URL') or SLACK).rstrip('/')}/",
        choices=choices,
    )
