"""Lists of decisions: the slash command /decisions, its pages, and sharing them."""

from slack_bolt import App

from bot.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Listen for them."""
