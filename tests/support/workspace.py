"""Who and what is in the stand-in Slack's workspace."""

from typing import Any

TEAM = "T0TOWN"
APP = "A0CLERK"
BOT_USER = "U0CLERK"
BOT_TOKEN = "xoxb-stand-in"
APP_TOKEN = "xapp-stand-in"
SIGNING_SECRET = "0123456789abcdef0123456789abcdef"
CHANNEL = "C0COUNCIL"

STAFF, OFFICER, ADMIN, GROUP_ADMIN = "U0STAFF", "U0OFFICER", "U0ADMIN", "U0GROUP"
GUEST, STRANGER, LEAVER, ROBOT, ELSEWHERE = (
    "U0GUEST",
    "U0STRANGER",
    "U0LEAVER",
    "U0ROBOT",
    "U0ELSE",
)
ADMIN_GROUP = "S0CLERKS"


def _user(user: str, **traits: Any) -> dict[str, Any]:
    return {"id": user, "team_id": TEAM, "name": user.lower(), "deleted": False, **traits}


USERS = {
    user["id"]: user
    for user in (
        _user(STAFF),
        _user(OFFICER),
        _user(ADMIN),
        _user(GROUP_ADMIN),
        _user(GUEST, is_restricted=True),
        _user(STRANGER, team_id="T0OTHER", is_stranger=True),
        _user(LEAVER, deleted=True),
        _user(ROBOT, is_bot=True),
        _user(ELSEWHERE, team_id="T0OTHER"),
    )
}

HANDOVER, PRIVATE, SHARED, NOT_IN = "C0HELP", "C0PRIVATE", "C0SHARED", "C0NOTIN"


def channel(name: str, **traits: Any) -> dict[str, Any]:
    """A channel; ``is_member`` says whether the bot is in it."""
    return {"id": name, "name": name[2:].lower(), "is_channel": True, "is_member": True, **traits}


CHANNELS = {
    one["id"]: one
    for one in (
        channel(CHANNEL),
        channel(HANDOVER),
        channel(PRIVATE, is_private=True),
        channel(SHARED, is_ext_shared=True, is_shared=True),
        channel(NOT_IN, is_member=False),
    )
}
