"""What a test may see of the stand-in Slack, wait for, and put wrong."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from support.faults import Cut, Fault, Faults, Slow, a_page
from support.posted import Message
from support.sockets import Sockets
from support.view_store import View
from support.waiting import PATIENCE
from support.web_api import WebApi


@dataclass(frozen=True)
class Call:
    """A Web API call, or a post to a response address (method "response")."""

    method: str
    args: dict[str, Any]
    token: str


class Looking:
    """A look at calls, messages, views and sessions; and faults for calls to come."""

    api: WebApi
    calls: list[Call]
    faults: Faults
    unfit: list[str]
    sockets: Sockets
    _changed: threading.Condition

    def called(self, method: str) -> list[dict[str, Any]]:
        """The arguments of every call of a method so far."""
        with self._changed:
            return [call.args for call in self.calls if call.method == method]

    def wait_for(
        self, method: str, count: int = 1, timeout: float = PATIENCE, **having: Any
    ) -> list[dict[str, Any]]:
        """At least so many calls of a method whose arguments have these values."""

        def found() -> list[dict[str, Any]]:
            return [
                call.args
                for call in self.calls
                if call.method == method and having.items() <= call.args.items()
            ]

        return self._wait(found, count, timeout, f"{count} {method} {having}")

    def thread(self, channel: str, ts: str) -> list[Message]:
        """A thread as everybody there reads it, people's messages and the bot's."""
        with self._changed:
            return self.api.posted.thread(channel, ts)

    def wait_for_reply(
        self, channel: str, ts: str, count: int = 1, timeout: float = PATIENCE
    ) -> Message:
        """The bot's last message in a thread, when it has written so many there."""

        def found() -> list[Message]:
            return [m for m in self.api.posted.thread(channel, ts) if m.get("bot_id")]

        return self._wait(found, count, timeout, f"{count} replies in {channel} {ts}")[-1]

    def private(self, user: str) -> list[Message]:
        """What one person alone sees, by postEphemeral or a response address."""
        with self._changed:
            return self.api.posted.private(user)

    def wait_for_private(self, user: str, count: int = 1, timeout: float = PATIENCE) -> Message:
        """The last message that one person alone sees, when there are so many."""
        found = lambda: self.api.posted.private(user)  # noqa: E731
        return self._wait(found, count, timeout, f"{count} private messages to {user}")[-1]

    def modal(self, user: str) -> View | None:
        """The modal on top of what somebody has open."""
        with self._changed:
            stack = self.api.views.stacks.get(user)
            return stack[-1] if stack else None

    def wait_for_modal(self, user: str, timeout: float = PATIENCE, **having: Any) -> View:
        """The modal that somebody sees, when it has these values, such as a callback_id."""

        def found() -> list[View]:
            stack = self.api.views.stacks.get(user, [])
            return [view for view in stack[-1:] if having.items() <= view.items()]

        return self._wait(found, 1, timeout, f"a modal for {user} {having}")[0]

    def home(self, user: str) -> View | None:
        """Somebody's App Home."""
        with self._changed:
            return self.api.views.homes.get(user)

    def session_status(self, channel: str, ts: str) -> str | None:
        """The status of an agent session, if there is one."""
        with self._changed:
            return self.api.sessions.get((channel, ts), {}).get("status")

    def wait_for_status(self, channel: str, ts: str, status: str) -> None:
        """Until an agent session has a status."""
        here = {"status": status}
        found = lambda: [  # noqa: E731
            one
            for place, one in self.api.sessions.items()
            if (channel, ts) == place
            if here.items() <= one.items()
        ]
        self.wait_until(found, f"the status {status}")

    def wait_connected(self, count: int = 1, timeout: float = PATIENCE) -> None:
        """Until bots have opened so many WebSockets, counting those closed since."""
        with self._changed:
            opened = self._changed.wait_for(lambda: self.sockets.opened >= count, timeout)
            assert opened, f"{self.sockets.opened} of {count} WebSockets"

    def wait_until(
        self, found: Callable[[], list[Any]], what: str, timeout: float = PATIENCE
    ) -> list[Any]:
        """What is found, when there is something; ``what`` is told where nothing comes."""
        return list(self._wait(found, 1, timeout, what))

    def _wait(self, found: Callable[[], list[Any]], count: int, timeout: float, what: str) -> Any:
        with self._changed:
            done = self._changed.wait_for(lambda: len(found()) >= count, timeout)
            assert done, f"waited for {what}; {[call.method for call in self.calls]} {self.unfit}"
            return found()

    def fail_next(self, method: str, fault: Fault) -> None:
        """Answer the next call of a method with this instead; see `support.faults`."""
        self.faults.add(method, fault)

    def slow_next(self, method: str, seconds: float) -> None:
        """Carry out the next call of a method, and answer late."""
        self.faults.add(method, Slow(seconds))

    def html_next(self, method: str) -> None:
        """Answer the next call of a method with a page."""
        self.faults.add(method, a_page())

    def cut_next(self, method: str, done: bool = False) -> None:
        """End the connection of the next call of a method; ``done`` if it is carried out first."""
        self.faults.add(method, Cut(done))
