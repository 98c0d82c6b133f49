"""The buttons under an answer: read in context, share, tell whether it was of use."""

from slack_bolt import App

from bot.desk import Desk


def register(app: App, desk: Desk) -> None:
    """Listen for them."""
