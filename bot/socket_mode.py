"""Socket Mode: the bot calls Slack, so that no public address is needed."""

import logging
import signal
import socket
import threading
import time
from contextlib import suppress

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.socket_mode import SocketModeClient

from bot.settings import Settings
from bot.sign_in import socket_address

log = logging.getLogger(__name__)

ROUND_SECONDS = 0.2
CLOSING_ROUNDS = 150


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
        _wait_for_a_signal()
    finally:
        _close(handler.client)


def _wait_for_a_signal() -> None:
    """Wait in short rounds: a signal that another thread takes does not end this one's wait."""
    while True:
        time.sleep(ROUND_SECONDS)


def _close(client: SocketModeClient) -> None:
    """Close the connection, within seconds.

    The receiving thread takes back a request to end that reaches it between two of its rounds,
    and the client's ``close`` then waits for it for ever: it is asked until it has ended.
    """
    _wake(client)
    closing = threading.Thread(target=client.close, daemon=True)
    closing.start()
    for _ in range(CLOSING_ROUNDS):
        client.current_session_state.terminated = True
        closing.join(ROUND_SECONDS)
        if not closing.is_alive():
            return
    log.warning("the connection to Slack did not close in good order; it ends with the process")


def _wake(client: SocketModeClient) -> None:
    """End the receiving thread's wait, which Slack, being silent, would leave at some seconds."""
    client.closed = True
    client.auto_reconnect_enabled = False
    session = client.current_session
    if session is not None and session.sock is not None:
        with suppress(OSError):
            session.sock.shutdown(socket.SHUT_RDWR)
