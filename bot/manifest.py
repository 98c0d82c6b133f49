"""The Slack app's manifest, as data: Socket Mode and HTTP from one template."""

from typing import Any

PATH = "/slack/events"
EVENTS = ("agent_session_stopped", "app_home_opened", "app_mention", "message.im")
SCOPES = (
    "app_mentions:read",  # app_mention
    "assistant:write",  # suggested prompts and status in the agent's conversation
    "chat:write",  # answers
    "commands",
    "im:history",  # message.im
    "usergroups:read",  # administrators by user group
    "users:read",  # who is a guest
)
# For answering in its threads without a new mention: then Slack sends every message of the channels
# that the bot is in, so it is asked for only where a council has chosen that.
THREAD_EVENTS = ("message.channels", "message.groups")
THREAD_SCOPES = ("channels:history", "groups:history")
# Until a conversation is opened, where `bot.conversations.prompts` suggests what papers do answer.
PROMPTS = [
    {"title": "Recent decisions", "message": "What was decided at the latest meeting?"},
    {"title": "How to ask", "message": "help"},
]
_COMMANDS = (
    (
        "/decisions",
        "Recent decisions from the council's papers",
        "[resolved] [about …] [by cabinet] [since …] [until …] [last month] [number]",
    ),
    (
        "/townclerk",
        "Ask privately; see what is held; read papers again",
        "ask … | follow … | status | ingest | withdraw | help",
    ),
)
# Where they are offered, by what they are known to the listeners, and how they read.
_SHORTCUTS = (
    ("global", "ask_papers", "Ask the papers", "Ask what the council's papers say"),
    ("message", "find_decisions", "Find decisions on this", "Decisions on what a message is about"),
)


def manifest(address: str | None = None, *, threads: bool = False) -> dict[str, Any]:
    """The manifest for Socket Mode, or for HTTP at an address such as https://clerk.example.org.

    With ``threads``, for a bot that answers in its threads without a new mention.
    """
    scopes = sorted({*SCOPES, *(THREAD_SCOPES if threads else ())})
    events = sorted({*EVENTS, *(THREAD_EVENTS if threads else ())})
    return {
        "_metadata": {"major_version": 1, "minor_version": 1},
        "display_information": {
            "name": "Town Clerk",
            "description": "Answers questions from the council's own papers, word for word",
            "background_color": "#1d4d4f",
        },
        "features": _features(_request_url(address)),
        "oauth_config": {"scopes": {"bot": scopes}},
        "settings": _settings(_request_url(address), events),
    }


def _request_url(address: str | None) -> str | None:
    if address is None:
        return None
    base = address.rstrip("/")
    return base if base.endswith(PATH) else f"{base}{PATH}"


def _features(url: str | None) -> dict[str, Any]:
    return {
        "agent_view": {
            "agent_description": "Ask council papers: each answer quotes them and says where",
            "suggested_prompts": PROMPTS,
        },
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": False,
        },
        "bot_user": {"display_name": "Town Clerk", "always_online": True},
        "shortcuts": [_shortcut(*shortcut) for shortcut in _SHORTCUTS],
        "slash_commands": [_command(*command, url) for command in _COMMANDS],
    }


def _shortcut(kind: str, callback: str, name: str, description: str) -> dict[str, Any]:
    return {"type": kind, "callback_id": callback, "name": name, "description": description}


def _command(name: str, description: str, hint: str, url: str | None) -> dict[str, Any]:
    command: dict[str, Any] = {
        "command": name,
        "description": description,
        "usage_hint": hint,
        "should_escape": False,
    }
    return command | ({"url": url} if url else {})


def _settings(url: str | None, events: list[str]) -> dict[str, Any]:
    subscribed: dict[str, Any] = {"bot_events": events}
    return {
        "event_subscriptions": subscribed | ({"request_url": url} if url else {}),
        "interactivity": {"is_enabled": True} | ({"request_url": url} if url else {}),
        "org_deploy_enabled": False,
        "socket_mode_enabled": url is None,
        "token_rotation_enabled": False,
    }
