"""Socket Mode: the bot calls Slack, so that no public address is needed."""

import logging
import signal
import socket
import threading
import time
from contextlib import suppress
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.adapter.socket_mode.base_handler import BaseSocketModeHandler

from bot.health import Health
from bot.settings import Settings
from bot.sign_in import socket_address
from index.errors import BadSettings

log = logging.getLogger(__name__)

ROUND_SECONDS = 0.2
CLOSING_ROUNDS = 50
LOOKS_EVERY = 3.0  # seconds between two looks whether the connection stands


def listen(app: App, settings: Settings, health: Health) -> None:
    """Take events from Slack until the process is told to stop."""
    address = socket_address(app.client, settings)
    client: Any = _handler(app, settings).client
    client.wss_uri = address
    health.connected = client.is_connected
    try:
        # Broken off halfway, the client could not be closed: a request to stop waits that long.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
        try:
            client.connect()
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
        log.info("listening to Slack by Socket Mode")
        _wait_for_a_signal()
    finally:
        _close(client)


def _handler(app: App, settings: Settings) -> BaseSocketModeHandler:
    """Slack's own client, or that on websocket-client, as the settings say."""
    if settings.choices.socket_client == "builtin":
        return SocketModeHandler(app, settings.app_token, ping_interval=LOOKS_EVERY)
    try:
        from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler as Other
    except ImportError as error:
        raise BadSettings(
            "TOWNCLERK_SOCKET_CLIENT is websocket, and websocket-client is not installed. Install "
            "it (the extra: sockets), or leave the setting out."
        ) from error
    # It logs a connection that ended as an error, though it opens the next by itself.
    logging.getLogger("websocket").setLevel(logging.CRITICAL)
    return Other(app, settings.app_token, ping_interval=LOOKS_EVERY + 1)


def _wait_for_a_signal() -> None:
    """Wait in short rounds: a signal that another thread takes does not end this one's wait."""
    while True:
        time.sleep(ROUND_SECONDS)


def _close(client: Any) -> None:
    """Close the connection, within seconds.

    The receiving thread of Slack's own client takes back a request to end that reaches it between
    two of its rounds, and ``close`` then waits for it for ever: it is asked until it has ended.
    """
    _wake(client)
    closing = threading.Thread(target=client.close, daemon=True)
    closing.start()
    for _ in range(CLOSING_ROUNDS):
        if hasattr(client, "current_session_state"):
            client.current_session_state.terminated = True
        closing.join(ROUND_SECONDS)
        if not closing.is_alive():
            return
    log.warning("the connection to Slack did not close in good order; it ends with the process")


def _wake(client: Any) -> None:
    """End the receiving thread's wait, which Slack, being silent, would leave at some seconds."""
    client.closed = True
    client.auto_reconnect_enabled = False
    session = client.current_session
    if session is None or session.sock is None:
        return
    # One client holds the socket itself, the other what wraps it.
    sock = getattr(session.sock, "sock", session.sock)
    with suppress(OSError, AttributeError):
        sock.shutdown(socket.SHUT_RDWR)
