"""How the bot signs in to Slack, and who its administrators are."""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field

from bot.choices import Choices, choice_faults, choices_in, listed
from index.errors import BadSettings

SLACK = "https://slack.com/api/"
WHERE_TO_FIND = {
    "SLACK_BOT_TOKEN": "the app's page, OAuth & Permissions; it starts with xoxb-",
    "SLACK_APP_TOKEN": "the app's page, Basic Information, App-Level Tokens; it starts with xapp-",
    "SLACK_SIGNING_SECRET": "the app's page, Basic Information; 32 letters and digits",
}
_FORMS = {
    "SLACK_BOT_TOKEN": re.compile(r"xoxb-\S+"),
    "SLACK_APP_TOKEN": re.compile(r"xapp-\S+"),
    "SLACK_SIGNING_SECRET": re.compile(r"\S+"),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment says. Secrets stay out of its printed form."""

    bot_token: str = field(repr=False)
    app_token: str | None = field(default=None, repr=False)  # Socket Mode only
    signing_secret: str | None = field(default=None, repr=False)  # HTTP only
    admins: frozenset[str] = frozenset()  # Slack user ids
    admin_group: str | None = None  # a Slack user group's id
    api_url: str = SLACK
    choices: Choices = field(default_factory=Choices)


def read_settings(environ: Mapping[str, str], *, http: bool) -> Settings:
    """Settings for Socket Mode, or for HTTP; BadSettings names all that is missing or wrong."""
    said = _stripped(environ)
    needed = ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET" if http else "SLACK_APP_TOKEN")
    if faults := [*token_faults(said, needed), *other_faults(said)]:
        raise BadSettings(
            f"The bot cannot start: {'; '.join(faults)}. Set it in the environment or in .env, "
            "then start again."
        )
    return Settings(
        bot_token=said["SLACK_BOT_TOKEN"],
        app_token=None if http else said["SLACK_APP_TOKEN"],
        signing_secret=said["SLACK_SIGNING_SECRET"] if http else None,
        admins=frozenset(listed(said.get("TOWNCLERK_ADMINS", ""))),
        admin_group=said.get("TOWNCLERK_ADMIN_GROUP") or None,
        api_url=f"{(said.get('SLACK_API_URL') or SLACK).rstrip('/')}/",
        choices=choices_in(said),
    )


def take_settings(environ: MutableMapping[str, str], *, http: bool) -> Settings:
    """The settings, and the environment left without them.

    Bolt reads variables of these names by itself, and no process started from here, least of all
    one that parses papers, should inherit a token.
    """
    settings = read_settings(environ, http=http)
    for name in [name for name in environ if name.startswith("SLACK_")]:
        del environ[name]
    return settings


def read_choices(environ: Mapping[str, str]) -> Choices:
    """What the council chose, with or without tokens; BadSettings names all that is wrong."""
    said = _stripped(environ)
    if faults := [*choice_faults(said)]:
        raise BadSettings(f"{'; '.join(faults)}. Set it in the environment or in .env.")
    return choices_in(said)


def token_faults(said: Mapping[str, str], needed: tuple[str, ...]) -> Iterator[str]:
    """What is wrong with the tokens, none of which is told; each as the rest of a sentence."""
    for name in needed:
        value = said.get(name, "").strip()
        if not value:
            yield f"{name} is not set ({WHERE_TO_FIND[name]})"
        elif not _FORMS[name].fullmatch(value):
            yield f"{name} is not the right kind of token ({WHERE_TO_FIND[name]})"


def other_faults(said: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with any other setting."""
    stripped = _stripped(said)
    yield from _id_faults(stripped)
    yield from choice_faults(stripped)


def _stripped(environ: Mapping[str, str]) -> dict[str, str]:
    return {name: value.strip() for name, value in environ.items()}


def _id_faults(said: Mapping[str, str]) -> Iterator[str]:
    for user in listed(said.get("TOWNCLERK_ADMINS", "")):
        if not re.fullmatch(r"[UW][A-Z0-9]+", user):
            yield f"TOWNCLERK_ADMINS holds {user}, which is not a Slack user id such as U012AB3CD"
    group = said.get("TOWNCLERK_ADMIN_GROUP")
    if group and not re.fullmatch(r"S[A-Z0-9]+", group):
        yield f"TOWNCLERK_ADMIN_GROUP is {group}, which is not a user group's id such as S012AB3CD"
