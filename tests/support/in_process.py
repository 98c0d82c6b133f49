"""A bot in the test's own process, handed its requests by the stand-in Slack."""

from collections.abc import Callable
from typing import Any

from slack_bolt import App, BoltRequest


def handed_to(app: App) -> Callable[[dict[str, Any]], tuple[bool, Any]]:
    """What the stand-in Slack calls with a request: whether it was acked, and what the ack said."""

    def hand_to(body: dict[str, Any]) -> tuple[bool, Any]:
        response = app.dispatch(BoltRequest(body=body, mode="socket_mode"))
        return response.status == 200, response.body

    return hand_to
