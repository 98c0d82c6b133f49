"""Socket Mode: the bot calls Slack, so that no public address is needed."""

import threading

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.settings import Settings
from bot.sign_in import said_plainly


def listen(app: App, settings: Settings) -> None:
    """Take events from Slack until the process is told to stop."""
    handler = SocketModeHandler(app, settings.app_token)
    try:
        with said_plainly("SLACK_APP_TOKEN", settings):
            handler.client.connect()
        threading.Event().wait()
    finally:
        handler.client.close()
