"""Shortcuts: "Ask the papers" from anywhere, "Find decisions on this" from a message."""

from slack_bolt import App

from bot.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Listen for them."""
