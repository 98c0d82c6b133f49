"""Socket Mode: the bot calls Slack, so that no public address is needed."""

import logging
import threading

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler

from bot.settings import Settings
from bot.sign_in import socket_address

log = logging.getLogger(__name__)


def listen(app: App, settings: Settings) -> None:
    """Take events from Slack until the process is told to stop."""
    address = socket_address(app.client, settings)
    handler = SocketModeHandler(app, settings.app_token)
    handler.client.wss_uri = address
    try:
        handler.client.connect()
        log.info("listening to Slack by Socket Mode")
        threading.Event().wait()
    finally:
        handler.client.close()
