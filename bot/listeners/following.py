"""Following a subject, and stopping."""

from slack_bolt import App

from bot.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Listen for them."""
