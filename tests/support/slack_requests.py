"""Requests to the bot, with the bodies and headers that Slack gives them."""

import hashlib
import hmac
import time
import urllib.error
import urllib.request
from typing import Any

from support.workspace import APP, BOT_USER, CHANNEL, SIGNING_SECRET, TEAM


def mention_body(user: str, text: str, ts: str, **event: Any) -> dict[str, Any]:
    shared = event.pop("is_ext_shared_channel", False)
    mention = {"type": "app_mention", "user": user, "text": text, "ts": ts, "channel": CHANNEL}
    body = event_body(mention | {"team": TEAM, "event_ts": ts} | event, f"Ev{ts}")
    return body | {"is_ext_shared_channel": shared}


def direct_body(user: str, text: str, ts: str, **event: Any) -> dict[str, Any]:
    message = {"type": "message", "user": user, "text": text, "ts": ts, "channel": f"D{user}"}
    message |= {"channel_type": "im", "team": TEAM, "event_ts": ts}
    return event_body(message | event, f"Ev{ts}")


def event_body(event: dict[str, Any], event_id: str) -> dict[str, Any]:
    granted = {"team_id": TEAM, "user_id": BOT_USER, "is_bot": True, "enterprise_id": None}
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": APP,
        "event": event,
        "event_id": event_id,
        "event_time": int(time.time()),
        "authorizations": [granted],
        "is_ext_shared_channel": False,
    }


def command_body(user: str, command: str, text: str, response_url: str) -> dict[str, Any]:
    return {
        "token": "verification",
        "team_id": TEAM,
        "team_domain": "town",
        "channel_id": CHANNEL,
        "channel_name": "council",
        "user_id": user,
        "user_name": user.lower(),
        "command": command,
        "text": text,
        "api_app_id": APP,
        "is_enterprise_install": "false",
        "response_url": response_url,
    }


def signed(raw: bytes, secret: str = SIGNING_SECRET, when: int | None = None) -> dict[str, str]:
    """The headers with which Slack signs a request."""
    timestamp = str(int(time.time()) if when is None else when)
    base = b"v0:" + timestamp.encode() + b":" + raw
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def post(url: str, raw: bytes, headers: dict[str, str], timeout: float = 5.0) -> tuple[int, str]:
    """POST, and what came back; status 0 where nothing came in time."""
    request = urllib.request.Request(url, raw, headers, method="POST")
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with direct.open(request, timeout=timeout) as response:
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()
    except OSError:
        return 0, ""
