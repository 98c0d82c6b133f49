"""Who may ask, and who is an administrator."""

from dataclasses import replace

import pytest
from aiohttp import web

from bot.settings import Settings
from bot.slack.people import ADMINS_KEPT, MEMBER_KEPT, CannotCheck, People
from bot.slack.sign_in import web_client
from support.slack import StandInSlack
from support.workspace import (
    ADMIN,
    ELSEWHERE,
    GROUP_ADMIN,
    GUEST,
    LEAVER,
    OFFICER,
    ROBOT,
    STAFF,
    STRANGER,
    TEAM,
)


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def people(settings: Settings, clock: Clock) -> People:
    return People(web_client(settings), settings, TEAM, clock)


def test_full_members_of_the_workspace_may_ask(people: People) -> None:
    assert people.may_ask(STAFF)
    assert people.may_ask(ADMIN)


@pytest.mark.parametrize("user", [GUEST, STRANGER, LEAVER, ROBOT, ELSEWHERE, "U0NOBODY"])
def test_nobody_else_may_ask(people: People, user: str) -> None:
    assert not people.may_ask(user)


def test_a_member_is_looked_up_again_after_some_minutes(
    people: People, slack: StandInSlack, clock: Clock
) -> None:
    people.may_ask(STAFF)
    clock.now = MEMBER_KEPT - 1
    people.may_ask(STAFF)
    assert len(slack.called("users.info")) == 1
    clock.now = MEMBER_KEPT + 1
    people.may_ask(STAFF)
    assert len(slack.called("users.info")) == 2


def test_a_member_who_cannot_be_checked_is_told_so(people: People, slack: StandInSlack) -> None:
    refused = web.json_response({"ok": False, "error": "missing_scope"})
    slack.fail_next("users.info", refused)
    with pytest.raises(CannotCheck, match="could not check with Slack who is asking"):
        people.may_ask(STAFF)
    assert people.may_ask(STAFF)


def test_administrators_are_those_listed_and_those_in_the_group(people: People) -> None:
    admins = [user for user in (STAFF, OFFICER, ADMIN, GROUP_ADMIN) if people.is_admin(user)]
    assert admins == [ADMIN, GROUP_ADMIN]


def test_a_listed_administrator_who_has_left_is_none(settings: Settings) -> None:
    listed = replace(settings, admins=frozenset({LEAVER, GUEST}))
    people = People(web_client(listed), listed, TEAM)
    assert not people.is_admin(LEAVER)
    assert not people.is_admin(GUEST)


def test_who_acts_is_looked_up_again_at_that_moment(
    people: People, slack: StandInSlack, clock: Clock
) -> None:
    assert people.is_admin(GROUP_ADMIN)
    assert people.may_act(GROUP_ADMIN)
    gone = web.json_response({"ok": True, "users": []})
    slack.fail_next("usergroups.users.list", gone)
    assert people.is_admin(GROUP_ADMIN)  # as it was some minutes ago
    assert not people.may_act(GROUP_ADMIN)
    assert not people.is_admin(GROUP_ADMIN)
    assert people.may_act(ADMIN)


def test_a_listed_administrator_who_left_a_minute_ago_does_nothing_more(
    people: People, slack: StandInSlack
) -> None:
    assert people.is_admin(ADMIN)
    left = {"id": ADMIN, "team_id": TEAM, "deleted": True}
    slack.fail_next("users.info", web.json_response({"ok": True, "user": left}))
    assert not people.may_act(ADMIN)
    assert not people.may_ask(ADMIN)


def test_nobody_acts_while_slack_does_not_say_who_may(people: People, slack: StandInSlack) -> None:
    assert people.is_admin(GROUP_ADMIN)
    slack.fail_next("usergroups.users.list", web.json_response({"ok": False, "error": "fatal"}))
    with pytest.raises(CannotCheck, match="so nothing was done"):
        people.may_act(GROUP_ADMIN)
    slack.fail_next("users.info", web.json_response({"ok": False, "error": "missing_scope"}))
    with pytest.raises(CannotCheck):
        people.may_act(ADMIN)
    assert people.may_act(GROUP_ADMIN)


def test_without_the_group_nobody_is_an_administrator_by_it(
    people: People, slack: StandInSlack, clock: Clock
) -> None:
    slack.fail_next("usergroups.users.list", web.json_response({"ok": False, "error": "fatal"}))
    assert not people.is_admin(GROUP_ADMIN)
    assert people.is_admin(ADMIN)
    clock.now = ADMINS_KEPT + 1
    assert people.is_admin(GROUP_ADMIN)
