"""Socket Mode: the bot calls Slack, so that no public address is needed."""

import logging
import signal
import socket
import threading
from contextlib import suppress

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode import SocketModeClient

from bot.settings import Settings
from bot.sign_in import socket_address

log = logging.getLogger(__name__)


def listen(app: App, settings: Settings) -> None:
    """Take events from Slack until the process is told to stop."""
    address = socket_address(app.client, settings)
    handler = SocketModeHandler(app, settings.app_token)
    handler.client.wss_uri = address
    try:
        # Broken off halfway, the client could not be closed: a request to stop waits that long.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        try:
            handler.client.connect()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        log.info("listening to Slack by Socket Mode")
        threading.Event().wait()
    finally:
        _wake(handler.client)
        handler.client.close()


def _wake(client: SocketModeClient) -> None:
    """End the receiving thread's wait: closing waits for it, and Slack may be silent."""
    client.closed = True
    client.auto_reconnect_enabled = False
    session = client.current_session
    if session is not None and session.sock is not None:
        with suppress(OSError):
            session.sock.shutdown(socket.SHUT_RDWR)
