"""Who may ask, and who may administer; whoever cannot be checked may not."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.excuses import Told
from bot.settings import Settings

log = logging.getLogger(__name__)

MEMBER_KEPT = 600.0  # seconds; users.info allows about 100 calls a minute
ADMINS_KEPT = 300.0  # usergroups.users.list allows about 20
_REFUSED = ("deleted", "is_bot", "is_stranger", "is_restricted", "is_ultra_restricted")


class CannotCheck(Told):
    """Slack would not say who is asking."""

    code = "cannot_check"


class People:
    """The members of one workspace, as Slack describes them, remembered for some minutes."""

    def __init__(
        self,
        client: WebClient,
        settings: Settings,
        team: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """``team`` is the id of the workspace the bot is signed in to."""
        self._client, self._settings, self._team, self._clock = client, settings, team, clock
        self._members: dict[str, tuple[float, bool]] = {}
        self._group: tuple[float, frozenset[str]] | None = None
        self._lock = threading.Lock()

    def may_ask(self, user: str) -> bool:
        """Whether this is a full member of our workspace; CannotCheck if Slack will not say."""
        with self._lock:
            known = self._members.get(user)
        if known and self._clock() - known[0] < MEMBER_KEPT:
            return known[1]
        member = self._is_member(user)
        with self._lock:
            self._members[user] = (self._clock(), member)
        return member

    def is_admin(self, user: str) -> bool:
        """Whether this member is an administrator, by the settings or by the user group."""
        return self.may_ask(user) and (user in self._settings.admins or user in self._in_group())

    def may_act(self, user: str) -> bool:
        """Whether this is an administrator at this moment, as Slack tells it anew.

        CannotCheck if Slack will not say: nobody acts on what was true some minutes ago.
        """
        if not self.is_admin(user):
            return False
        with self._lock:
            self._members.pop(user, None)
        return self.may_ask(user) and (user in self._settings.admins or self._is_in_group(user))

    def _is_in_group(self, user: str) -> bool:
        members = self._fetch_group()
        if members is None:
            raise CannotCheck(_SORRY_ADMIN)
        return user in members

    def _is_member(self, user: str) -> bool:
        try:
            return self._describes_member(self._client.users_info(user=user)["user"])
        except SlackApiError as error:
            if error.response["error"] in ("user_not_found", "user_not_visible"):
                return False
            log.warning("users.info refused: %s", error.response["error"])
            raise CannotCheck(_SORRY) from error
        except (SlackClientError, OSError) as error:
            raise CannotCheck(_SORRY) from error

    def _describes_member(self, user: dict[str, Any]) -> bool:
        teams = {user.get("team_id"), *user.get("enterprise_user", {}).get("teams", [])}
        return self._team in teams and not any(user.get(trait) for trait in _REFUSED)

    def _in_group(self) -> frozenset[str]:
        """The administrators' user group; nobody if there is none or Slack does not answer."""
        with self._lock:
            if self._group and self._clock() - self._group[0] < ADMINS_KEPT:
                return self._group[1]
        return self._fetch_group() or frozenset()

    def _fetch_group(self) -> frozenset[str] | None:
        """The group as it is now; None if Slack does not answer."""
        group = self._settings.admin_group
        if not group:
            return frozenset()
        try:
            members = frozenset(self._client.usergroups_users_list(usergroup=group)["users"])
        except SlackApiError as error:
            log.warning("usergroups.users.list refused: %s", error.response.get("error"))
            return None
        except (SlackClientError, OSError) as error:
            log.warning("usergroups.users.list failed: %s", type(error).__name__)
            return None
        with self._lock:
            self._group = (self._clock(), members)
        return members


_SORRY = (
    "I could not check with Slack who is asking, so I have not answered. Please try again in a "
    "minute; if it goes on, tell your administrator."
)
_SORRY_ADMIN = (
    "I could not check with Slack who the administrators are now, so nothing was done. Please try "
    "again in a minute."
)
