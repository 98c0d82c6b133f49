"""Whether the people and channels that the settings name are there, as Slack tells it."""

from collections.abc import Iterator

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.choices import Choices
from bot.doctor.finding import Finding
from bot.excuses import Told
from bot.settings import Settings
from bot.slack.people import People
from bot.slack.sending import code_of
from bot.wording import counted

_NOBODY = "Set TOWNCLERK_ADMINS or TOWNCLERK_ADMIN_GROUP, or see to the papers on the server alone."
_INVITE = "Invite the bot: /invite @Town Clerk in that channel."
_TRY_AGAIN = "Try again; if it goes on, see status.slack.com."


def administrators(client: WebClient, settings: Settings, team: str) -> Iterator[Finding]:
    """Whether there is anybody who may administer, and who named there may not."""
    people = People(client, settings, team)
    unfit = [finding for user in sorted(settings.admins) for finding in _unfit(people, user)]
    yield from unfit
    if fit := len(settings.admins) - len(unfit):
        found = f"{counted(fit, 'member')} named by TOWNCLERK_ADMINS"
        yield Finding("ok", "Administrators", found)
    elif not settings.admin_group:
        yield Finding("warn", "Administrators", "nobody may act as one in Slack", _NOBODY)
    if settings.admin_group:
        yield _group(client, settings.admin_group)


def _unfit(people: People, user: str) -> Iterator[Finding]:
    try:
        if not people.may_ask(user):
            found = f"{user} is no full and active member of the workspace"
            yield Finding("warn", "Administrators", found, "Take them out of TOWNCLERK_ADMINS.")
    except Told:
        yield Finding("warn", "Administrators", f"Slack would not say who {user} is", _TRY_AGAIN)


def _group(client: WebClient, group: str) -> Finding:
    """The user group whose members are administrators."""
    what = f"User group {group}"
    try:
        members = client.usergroups_users_list(usergroup=group)["users"]
    except SlackApiError as error:
        code = code_of(error)
        todo = "Look up the group's id in Slack and set it as TOWNCLERK_ADMIN_GROUP."
        return Finding("fail", what, f"cannot be read: {code}", todo)
    except (SlackClientError, OSError, ValueError):
        return Finding("fail", what, "cannot be read: no answer from Slack", _TRY_AGAIN)
    if not members:
        return Finding("warn", what, "has no members", "Add the administrators to it in Slack.")
    return Finding("ok", what, counted(len(members), "member"))


def channels(client: WebClient, choices: Choices) -> Iterator[Finding]:
    """Whether the bot is in the channels that the settings name."""
    for channel in sorted(choices.channels):
        yield _channel(client, channel, f"Channel {channel} of TOWNCLERK_CHANNELS")
    if choices.handover_channel:
        what = f"Channel {choices.handover_channel} of TOWNCLERK_HANDOVER_CHANNEL"
        yield _channel(client, choices.handover_channel, what)


def _channel(client: WebClient, channel: str, what: str) -> Finding:
    try:
        found = client.conversations_info(channel=channel)["channel"]
    except SlackApiError as error:
        return _unseen(what, code_of(error), error.response.get("needed"))
    except (SlackClientError, OSError, ValueError):
        return Finding("fail", what, "no answer from Slack", _TRY_AGAIN)
    if found.get("is_archived"):
        return Finding("fail", what, "is archived", "Choose another, or bring it back in Slack.")
    if not found.get("is_member"):
        return Finding("fail", what, "the bot is not in it", _INVITE)
    if found.get("is_ext_shared"):
        todo = "Choose a channel of the council's own."
        return Finding("warn", what, "is shared with another organisation", todo)
    return Finding("ok", what, "the bot is in it")


def _unseen(what: str, code: str, needed: object) -> Finding:
    if code == "missing_scope":
        found = f"cannot be checked: the app has no scope {needed or 'channels:read'}"
        return Finding("note", what, found, "See in Slack that the bot is a member of it.")
    if code == "channel_not_found":
        todo = f"Check its id. If it is a private channel: {_INVITE}"
        return Finding("fail", what, "is not there, or the bot may not see it", todo)
    return Finding("fail", what, f"cannot be read: {code}", _TRY_AGAIN)
