"""What the stand-in Slack grants: a method's scopes, and how often it may be called."""

import json
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from support.block_kit import SCHEMAS

# As docs.slack.dev gives them, method by method; the first letters of a channel decide some.
SCOPES = {
    "agents.sessions.rename": "chat:write",
    "agents.sessions.setStatus": "chat:write",
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
    "assistant.threads.setTitle": "assistant:write",
    "bots.info": "users:read",
    "chat.delete": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.postMessage": "chat:write",
    "chat.update": "chat:write",
    "conversations.history": "{kind}:history",
    "conversations.info": "{kind}:read",
    "conversations.list": "channels:read",
    "conversations.members": "{kind}:read",
    "conversations.open": "im:write",
    "conversations.replies": "{kind}:history",
    "team.info": "team:read",
    "usergroups.list": "usergroups:read",
    "usergroups.users.list": "usergroups:read",
    "users.info": "users:read",
    "users.list": "users:read",
}
PER_MINUTE = {"Tier1": 1, "Tier2": 20, "Tier3": 50, "Tier4": 100}
TIERS = {  # of what the bot calls, for where the list of them all is not at hand
    "chat.update": "Tier3",
    "users.info": "Tier4",
    "usergroups.users.list": "Tier2",
    "views.publish": "Tier4",
    "conversations.replies": "Tier3",
}


def scope_for(method: str, channel: dict[str, Any] | None, channel_id: str) -> str | None:
    """The scope that a call needs, if any."""
    kind = "im" if channel_id.startswith("D") else "channels"
    if channel and channel.get("is_private"):
        kind = "groups"
    return SCOPES[method].format(kind=kind) if method in SCOPES else None


@dataclass
class RateLimits:
    """How often methods may be called; without limit until one is set."""

    _allowed: dict[str, tuple[int, float]] = field(default_factory=dict)
    _called: dict[tuple[str, str], deque[float]] = field(default_factory=dict)

    def set(self, method: str, calls: int, seconds: float) -> None:
        """So many calls in so many seconds."""
        self._allowed[method] = (calls, seconds)

    def as_slack(self, *methods: str) -> None:
        """The limits that Slack publishes; a channel takes a message a second."""
        for method in methods:
            if method == "chat.postMessage":
                self.set(method, 1, 1.0)
            else:
                self.set(method, PER_MINUTE.get(_tiers().get(method, ""), 50), 60.0)

    def wait(self, method: str, args: dict[str, Any]) -> int:
        """0 where a call is taken, else the seconds after which it may be made again."""
        if method not in self._allowed:
            return 0
        calls, seconds = self._allowed[method]
        each = args.get("channel", "") if method == "chat.postMessage" else ""
        made, now = self._called.setdefault((method, each), deque()), time.monotonic()
        while made and made[0] <= now - seconds:
            made.popleft()
        if len(made) < calls:
            made.append(now)
            return 0
        return max(1, round(made[0] + seconds - now + 0.5))


def _tiers() -> dict[str, str]:
    path = SCHEMAS / "rate_limit_tiers.json"
    return json.loads(path.read_text()) if path.exists() else TIERS
