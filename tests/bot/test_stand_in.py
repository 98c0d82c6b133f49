"""The stand-in Slack does what Slack does, so that tests against it mean something."""

import gc
import json
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from support.slack import StandInSlack
from support.slack_requests import mention_body
from support.workspace import BOT_TOKEN, CHANNEL, STAFF

SECTION = {"type": "section", "text": {"type": "mrkdwn", "text": "Agreed."}}


@pytest.fixture
def client(slack: StandInSlack) -> WebClient:
    return WebClient(BOT_TOKEN, base_url=slack.api_url)


def test_a_wrong_token_is_refused(slack: StandInSlack) -> None:
    with pytest.raises(SlackApiError, match="invalid_auth"):
        WebClient("xoxb-other", base_url=slack.api_url).auth_test()


@pytest.mark.parametrize(
    "blocks",
    [
        [SECTION] * 51,
        [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3001}}],
        [{"type": "section", "text": {"type": "mrkdwn", "text": ""}}],
        [{"type": "section", "text": {"type": "mrkdwn", "text": "<!channel>"}}],
        [{**SECTION, "block_id": "one"}, {**SECTION, "block_id": "one"}],
        [{"type": "rich_text", "elements": [{"type": "rich_text_quote", "elements": []}]}],
        [{"type": "header", "text": {"type": "plain_text", "text": "x" * 151}}],
        [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2900}}] * 5,
    ],
)
def test_blocks_that_slack_would_not_show_are_refused(
    slack: StandInSlack, client: WebClient, blocks: list
) -> None:
    with pytest.raises(SlackApiError, match="invalid_blocks"):
        client.chat_postMessage(channel=CHANNEL, text="Agreed.", blocks=blocks)
    assert slack.unfit  # which would fail a test of the bot
    slack.unfit.clear()


def test_a_message_can_be_posted_and_changed_and_another_cannot(client: WebClient) -> None:
    posted = client.chat_postMessage(channel=CHANNEL, text="Agreed.", blocks=[SECTION])
    client.chat_update(channel=CHANNEL, ts=posted["ts"], text="Not agreed.")
    with pytest.raises(SlackApiError, match="message_not_found"):
        client.chat_update(channel=CHANNEL, ts="1.2", text="Agreed.")


def test_a_response_address_takes_five_posts(slack: StandInSlack) -> None:
    webhook = WebhookClient(f"{slack.url}/commands/1")
    statuses = [webhook.send(text=json.dumps(number)).status_code for number in range(6)]
    assert statuses == [200] * 5 + [404]


def test_an_event_that_nobody_acknowledges_is_delivered_four_times() -> None:
    with StandInSlack(http_bot="http://127.0.0.1:9", ack_within=0.2) as slack:
        delivery = slack.deliver_event(mention_body(STAFF, "Anyone?", "1.2"))
    assert (delivery.acked, delivery.attempts) == (False, 4)


def test_its_end_leaves_no_connection_open_though_more_come_as_it_ends() -> None:
    for _ in range(3):
        ended = threading.Event()
        with ThreadPoolExecutor(3) as callers:
            with StandInSlack() as slack:
                for _ in range(3):
                    callers.submit(_connect_until, ended, slack.port)
                time.sleep(0.05)
            ended.set()
    gc.collect()  # which tells of what was left open, and that fails the test


def _connect_until(ended: threading.Event, port: int) -> None:
    with ExitStack() as connections:
        while not ended.is_set():
            with suppress(OSError):
                connections.enter_context(socket.create_connection(("127.0.0.1", port), timeout=1))
