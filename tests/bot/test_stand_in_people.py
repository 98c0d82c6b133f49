"""The stand-in Slack's people press, type and choose as people do; Slack's own Bolt understands."""

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPException
from typing import Any

import pytest
from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from support.in_process import handed_to
from support.slack import StandInSlack
from support.workspace import BOT_TOKEN, CHANNEL, NOT_IN, OFFICER, STAFF

TWO = [
    {"type": "button", "action_id": "agree", "value": v, "text": {"type": "plain_text", "text": v}}
    for v in ("one", "two")
]
THUMBS = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "feedback",
            "positive_button": {"text": {"type": "plain_text", "text": "Useful"}, "value": "yes"},
            "negative_button": {"text": {"type": "plain_text", "text": "Not"}, "value": "no"},
        }
    ],
}
BLOCKS = [
    {"type": "section", "text": {"type": "plain_text", "text": "Agreed?"}},
    {"type": "actions", "elements": TWO[:1]},
    {"type": "actions", "elements": TWO[1:]},
    THUMBS,
]
WHY = {
    "type": "input",
    "block_id": "why_block",
    "label": {"type": "plain_text", "text": "Why?"},
    "element": {"type": "plain_text_input", "action_id": "why"},
}


def form(callback: str, *blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {"type": "plain_text", "text": "Form"}
    return {
        "type": "modal",
        "callback_id": callback,
        "title": plain,
        "submit": plain,
        "blocks": list(blocks),
        **more,
    }


ANSWERS = {
    "because": {"response_action": "errors", "errors": {"why_block": "Say more."}},
    "another": {"response_action": "push", "view": form("form", WHY)},
    "enough": {"response_action": "clear"},
}


@dataclass
class Bot:
    """A bot of this test's own, and all that it was told."""

    slack: StandInSlack
    client: WebClient
    told: list[dict[str, Any]]


@pytest.fixture
def bot(slack: StandInSlack) -> Iterator[Bot]:
    client = WebClient(BOT_TOKEN, base_url=slack.api_url)
    app = App(client=client, request_verification_enabled=False)
    told: list[dict[str, Any]] = []

    def heard(ack: Ack, body: dict[str, Any]) -> None:
        ack()
        told.append(body)

    def asks_why(ack: Ack, body: dict[str, Any]) -> None:
        client.views_open(trigger_id=body["trigger_id"], view=form("form", WHY))
        ack()

    def goes(ack: Ack, respond: Respond) -> None:
        ack()
        respond(delete_original=True)

    def submitted(ack: Ack, body: dict[str, Any]) -> None:
        told.append(body)
        ack(**ANSWERS.get(body["view"]["state"]["values"]["why_block"]["why"]["value"], {}))

    app.action("agree")(heard)
    app.action("feedback")(asks_why)
    app.action("gone")(goes)
    app.view("form")(submitted)
    app.view_closed("form")(heard)
    app.shortcut("ask_papers")(heard)
    app.shortcut("find_decisions")(heard)
    slack.hand_to = handed_to(app)
    yield Bot(slack, client, told)
    app.listener_runner.listener_executor.shutdown(wait=True)


def posted(bot: Bot, **args: Any) -> dict[str, Any]:
    made = bot.client.chat_postMessage(channel=CHANNEL, text="Agreed?", blocks=BLOCKS, **args)
    (message,) = bot.slack.thread(CHANNEL, made["ts"])
    return message


def test_a_button_is_pressed_on_a_message_that_all_see(bot: Bot) -> None:
    message = posted(bot)
    assert bot.slack.press(OFFICER, message, "agree", "two").acked
    (body,) = bot.told
    assert (body["actions"][0]["value"], body["user"]["id"]) == ("two", OFFICER)
    assert body["message"]["ts"] == body["container"]["message_ts"] == message["ts"]
    assert body["channel"]["id"] == CHANNEL
    assert body["actions"][0]["block_id"] == message["blocks"][2]["block_id"]


def test_a_message_for_one_is_not_sent_back_with_a_press_and_nobody_else_can_press(
    bot: Bot,
) -> None:
    bot.client.chat_postEphemeral(channel=CHANNEL, user=STAFF, text="Agreed?", blocks=BLOCKS)
    message = bot.slack.wait_for_private(STAFF)
    bot.slack.press(STAFF, message, "agree", index=1)
    assert "message" not in bot.told[0]
    assert bot.told[0]["container"]["is_ephemeral"]
    with pytest.raises(AssertionError, match="does not see"):
        bot.slack.press(OFFICER, message, "agree")
    assert bot.slack.thread(CHANNEL, message["ts"]) == []


@pytest.mark.parametrize(
    ("typed", "left_open"), [("because", 1), ("another", 2), ("enough", 0), ("so", 0)]
)
def test_a_form_is_opened_by_a_thumb_and_its_ack_is_carried_out(
    bot: Bot, typed: str, left_open: int
) -> None:
    bot.slack.press(STAFF, posted(bot), "feedback", "negative")
    view = bot.slack.wait_for_modal(STAFF, callback_id="form")
    assert bot.slack.submit(STAFF, view, why=typed).acked
    assert len(bot.slack.api.views.stacks[STAFF]) == left_open
    assert bot.told[0]["view"]["state"]["values"]["why_block"]["why"]["value"] == typed


def test_a_form_left_empty_is_not_submitted(bot: Bot) -> None:
    bot.slack.press(STAFF, posted(bot), "feedback", "positive")
    with pytest.raises(AssertionError, match="why is left empty"):
        bot.slack.submit(STAFF, bot.slack.wait_for_modal(STAFF))


def test_a_closed_form_is_told_of_only_where_that_was_asked_for(bot: Bot) -> None:
    for asked in (False, True):
        trigger = bot.slack.api.views.trigger(STAFF)
        made = form("form", WHY, notify_on_close=asked)
        bot.client.views_open(trigger_id=trigger, view=made)
        bot.slack.close(STAFF, bot.slack.wait_for_modal(STAFF))
        assert bot.slack.modal(STAFF) is None
    assert [body["type"] for body in bot.told] == ["view_closed"]


def test_a_trigger_opens_one_view_and_only_at_once(bot: Bot) -> None:
    trigger = bot.slack.api.views.trigger(STAFF)
    bot.client.views_open(trigger_id=trigger, view=form("form", WHY))
    with pytest.raises(SlackApiError, match="exchanged_trigger_id"):
        bot.client.views_open(trigger_id=trigger, view=form("form", WHY))
    bot.slack.api.views.trigger_seconds = 0
    with pytest.raises(SlackApiError, match="expired_trigger_id"):
        bot.client.views_open(trigger_id=bot.slack.api.views.trigger(STAFF), view=form("form", WHY))


def test_at_most_three_views_are_open_and_a_stale_hash_changes_none(bot: Bot) -> None:
    views = bot.slack.api.views
    opened = bot.client.views_open(trigger_id=views.trigger(STAFF), view=form("form", WHY))["view"]
    for _ in range(2):
        bot.client.views_push(trigger_id=views.trigger(STAFF), view=form("form", WHY))
    with pytest.raises(SlackApiError, match="push_limit_reached"):
        bot.client.views_push(trigger_id=views.trigger(STAFF), view=form("form", WHY))
    changed = form("other", WHY)
    bot.client.views_update(view_id=opened["id"], hash=opened["hash"], view=changed)
    with pytest.raises(SlackApiError, match="hash_conflict"):
        bot.client.views_update(view_id=opened["id"], hash=opened["hash"], view=changed)


def test_shortcuts_say_where_they_were_chosen(bot: Bot) -> None:
    message = posted(bot)
    bot.slack.shortcut(STAFF, "ask_papers")
    bot.slack.message_shortcut(STAFF, "find_decisions", message)
    everywhere, here = bot.told
    assert (everywhere["type"], here["type"]) == ("shortcut", "message_action")
    assert "channel" not in everywhere
    assert here["message"]["text"] == "Agreed?"


def test_what_a_response_address_posts_replaces_and_deletes(bot: Bot) -> None:
    message = posted(bot)
    gone = {"type": "actions", "elements": [{**TWO[0], "action_id": "gone"}]}
    bot.client.chat_update(channel=CHANNEL, ts=message["ts"], text="Go?", blocks=[gone])
    (changed,) = bot.slack.thread(CHANNEL, message["ts"])
    bot.slack.press(STAFF, changed, "gone")
    bot.slack.wait_for("response", delete_original=True)
    assert bot.slack.thread(CHANNEL, message["ts"]) == []


def test_the_bot_reads_a_thread_back_without_what_one_person_alone_saw(bot: Bot) -> None:
    bot.slack.api.scopes.add("channels:history")
    parent = posted(bot)
    place = {"channel": CHANNEL, "thread_ts": parent["ts"]}
    bot.client.chat_postMessage(**place, text="All")
    bot.client.chat_postEphemeral(**place, user=STAFF, text="One")
    read = bot.client.conversations_replies(channel=CHANNEL, ts=parent["ts"])
    assert [message["text"] for message in read["messages"]] == ["Agreed?", "All"]
    assert bot.client.conversations_history(channel=CHANNEL)["messages"] == [parent]


def test_a_scope_that_was_not_granted_is_missed(bot: Bot) -> None:
    bot.slack.api.scopes.discard("channels:history")
    with pytest.raises(SlackApiError, match="missing_scope") as refused:
        bot.client.conversations_replies(channel=CHANNEL, ts="1.2")
    assert refused.value.response["needed"] == "channels:history"
    assert bot.slack.api.lacked == {"channels:history"}
    assert "chat:write" in bot.client.auth_test().headers["X-OAuth-Scopes"]


def test_where_the_bot_is_not_it_cannot_write(bot: Bot) -> None:
    for channel, code in ((NOT_IN, "not_in_channel"), ("C0NOWHERE", "channel_not_found")):
        with pytest.raises(SlackApiError, match=code):
            bot.client.chat_postMessage(channel=channel, text="Hello")


def test_the_limits_that_slack_sets_are_kept(bot: Bot) -> None:
    bot.slack.api.limits.as_slack("chat.postMessage", "usergroups.users.list")
    bot.client.chat_postMessage(channel=CHANNEL, text="One")
    with pytest.raises(SlackApiError) as limited:
        bot.client.chat_postMessage(channel=CHANNEL, text="Two")
    assert limited.value.response.status_code == 429
    assert 1 <= int(limited.value.response.headers["Retry-After"]) <= 2
    bot.client.chat_postMessage(channel=STAFF, text="Each channel has its own")


def test_a_session_has_the_status_last_set(bot: Bot) -> None:
    assert bot.slack.session_status("DU0STAFF", "1.2") is None
    for status in ("processing", "active"):
        bot.client.agents_sessions_setStatus(
            channel_id="DU0STAFF", thread_ts="1.2", status=status, title="Rents"
        )
        assert bot.slack.session_status("DU0STAFF", "1.2") == status
    bot.client.agents_sessions_rename(channel_id="DU0STAFF", thread_ts="1.2", title="The rents")


def test_trouble_comes_in_every_form(bot: Bot) -> None:
    bot.slack.html_next("users.info")
    bot.slack.cut_next("users.info")
    impatient = WebClient(BOT_TOKEN, base_url=bot.slack.api_url, retry_handlers=[])
    with pytest.raises(SlackApiError, match="Received a response in a non-JSON format"):
        impatient.users_info(user=STAFF)
    with pytest.raises((OSError, HTTPException)):
        impatient.users_info(user=STAFF)
    assert bot.client.users_info(user=STAFF)["user"]["id"] == STAFF


# The names that Slack's own samples of payloads have (slackapi/java-slack-sdk, json-logs).
EVERY = "type enterprise team user api_app_id token is_enterprise_install "
SHORTCUT = EVERY + "callback_id trigger_id action_ts"
SEEN = {
    "block_actions": EVERY + "container trigger_id channel message state response_url actions",
    "view_submission": EVERY + "trigger_id view response_urls",
    "view_closed": EVERY + "view is_cleared",
    "shortcut": SHORTCUT,
    "message_action": SHORTCUT + " message_ts message channel response_url",
}
VIEW = (
    "id team_id type title submit close blocks private_metadata callback_id external_id state hash "
    "clear_on_close notify_on_close submit_disabled root_view_id previous_view_id app_id "
    "app_installed_team_id bot_id"
)


def test_what_is_told_has_the_names_that_slack_gives(bot: Bot) -> None:
    message = posted(bot)
    bot.slack.press(STAFF, message, "agree")
    bot.slack.shortcut(STAFF, "ask_papers")
    bot.slack.message_shortcut(STAFF, "find_decisions", message)
    for typed in ({"why": "so"}, None):
        trigger = bot.slack.api.views.trigger(STAFF)
        bot.client.views_open(trigger_id=trigger, view=form("form", WHY, notify_on_close=True))
        view = bot.slack.wait_for_modal(STAFF)
        bot.slack.submit(STAFF, view, **typed) if typed else bot.slack.close(STAFF, view)
    told = {body["type"]: body for body in bot.told}
    assert {kind: set(body) for kind, body in told.items()} == {
        kind: set(names.split()) for kind, names in SEEN.items()
    }
    assert set(told["view_submission"]["view"]) == set(VIEW.split())
