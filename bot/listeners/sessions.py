"""An agent session in Slack: its Stop button."""

from typing import Any

from slack_bolt import App

from bot.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Listen for it. Bolt acknowledges events before it calls these."""

    @app.event("agent_session_stopped")
    def stopped(body: dict[str, Any]) -> None:
        desk.once.take(str(body.get("event_id")))
