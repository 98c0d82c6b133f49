"""Lists of decisions: the slash command /decisions, its pages, and sharing them."""

import re
from typing import Any

from slack_bolt import Ack, App, Respond
from slack_sdk import WebClient

from bot.decisions.blocks import NEWER, OLDER, SHARE, Showing
from bot.decisions.lists import decisions_for, share_list, turned_to
from bot.decisions.replies import over_the_list
from bot.desk import Desk, Request
from bot.slack.pressed import pressed
from bot.slack.replies import to_command
from bot.text import question_in

Body = dict[str, Any]


def register(app: App, desk: Desk) -> None:
    """Listen for them. Slack waits three seconds for an ack, so it comes first."""

    @app.command("/decisions")
    def decisions(ack: Ack, command: Body, respond: Respond) -> None:
        ack()
        _list(desk, command, respond)

    @app.action(re.compile(f"^({OLDER}|{NEWER})$"))
    def page(ack: Ack, body: Body, respond: Respond) -> None:
        ack()
        press = pressed(body)
        work = Request(press.key, press.user, "decisions page", lambda: turned_to(desk, press))
        desk.take(work, over_the_list(respond))

    @app.action(SHARE)
    def share(ack: Ack, body: Body, respond: Respond, client: WebClient) -> None:
        ack()
        press = pressed(body)
        work = Request(press.key, press.user, SHARE, lambda: share_list(desk, client, press))
        desk.take(work, over_the_list(respond))


def _list(desk: Desk, command: Body, respond: Respond) -> None:
    request = question_in(command.get("text") or "")
    key = command.get("trigger_id") or command["response_url"]
    # Where two write to each other, there is nobody to share with.
    showing = Showing(may_share=not str(command.get("channel_id")).startswith("D"))
    work = Request(
        key, command["user_id"], "/decisions", lambda: decisions_for(desk, request, showing)
    )
    desk.take(work, to_command(respond))
