"""What administrators do from Slack: read papers again, withdraw one, see what is missing."""

from slack_bolt import App

from bot.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Listen for them."""
