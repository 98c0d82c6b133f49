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
