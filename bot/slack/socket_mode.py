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
from slack_sdk.socket_mode import SocketModeClient

from bot.settings import Settings
from bot.slack.health import Health
from bot.slack.sign_in import socket_address
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
        handler = SocketModeHandler(app, settings.app_token, ping_interval=LOOKS_EVERY)
        _notice_ends(handler.client)
        return handler
    try:
        from slack_bolt.adapter.socket_mode.websocket_client import SocketModeHandler as Other
    except ImportError as error:
        raise BadSettings(
            "TOWNCLERK_SOCKET_CLIENT is websocket, and websocket-client is not installed. Install "
            "it (the extra: sockets), or leave the setting out."
        ) from error
    other = Other(app, settings.app_token, ping_interval=LOOKS_EVERY)
    # It logs a connection that ended as an error, though the next is opened by itself.
    logging.getLogger("websocket").setLevel(logging.CRITICAL)
    return other


def _notice_ends(client: SocketModeClient) -> None:
    """Have Slack's own client notice at once that a connection was closed without a word.

    Left to itself, it goes on reading nothing, with all the processor there is, for a quarter of a
    minute.
    """
    connect = client.connect

    def connect_and_notice() -> None:
        connect()
        session: Any = client.current_session
        if session is not None and session.sock is not None:
            session.sock = _Ending(session.sock, client)

    client.connect = connect_and_notice  # type: ignore[method-assign]


class _Ending:
    """A socket that says so when the other side has closed it."""

    def __init__(self, sock: socket.socket, client: SocketModeClient) -> None:
        self._sock, self._client = sock, client

    def recv(self, size: int) -> bytes:
        """What came; ConnectionResetError if nothing will come any more, unless we closed it."""
        received = self._sock.recv(size)
        if not received and not self._client.closed:
            raise ConnectionResetError("closed by Slack")
        return received

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


def _wait_for_a_signal() -> None:
    """Wait in short rounds: a signal that another thread takes does not end this one's wait."""
    while True:
        time.sleep(ROUND_SECONDS)


def _close(client: Any) -> None:
    """Close the connection, within seconds.

    The receiving thread of Slack's own client takes back a request to end that reaches it between
    two of its rounds, and ``close`` then waits for it for ever: it is asked until it has ended.
    """
    client.closed = True
    client.auto_reconnect_enabled = False
    if isinstance(client, SocketModeClient):
        _wake(client)
    closing = threading.Thread(target=client.close, daemon=True)
    closing.start()
    for _ in range(CLOSING_ROUNDS):
        if isinstance(client, SocketModeClient):
            client.current_session_state.terminated = True
        closing.join(ROUND_SECONDS)
        if not closing.is_alive():
            return
    log.warning("the connection to Slack did not close in good order; it ends with the process")


def _wake(client: SocketModeClient) -> None:
    """End the receiving thread's wait, which Slack, being silent, would leave at some seconds."""
    session = client.current_session
    if session is not None and session.sock is not None:
        with suppress(OSError):
            session.sock.shutdown(socket.SHUT_RDWR)
