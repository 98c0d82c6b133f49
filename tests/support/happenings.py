"""What people do in the stand-in Slack's workspace, told to the bot as Slack tells it."""

import json
import threading
import time
from dataclasses import dataclass
from typing import Any

from support import interactions
from support.refusal import Refused
from support.response_addresses import Address, ResponseAddresses
from support.slack_requests import command_body, direct_body, event_body, mention_body
from support.view_store import View
from support.web_api import WebApi
from support.workspace import BOT_USER, CHANNEL

Body = dict[str, Any]


@dataclass(frozen=True)
class Delivery:
    """How a request to the bot went: attempts made, seconds to the ack, what the ack said."""

    attempts: int
    seconds: float
    acked: bool
    payload: Any = None


class Happenings:
    """The people of the workspace at work; the stand-in Slack itself delivers."""

    api: WebApi
    addresses: ResponseAddresses
    hears_channels: bool  # whether the app is subscribed to message.channels
    unfit: list[str]
    _changed: threading.Condition

    @property
    def url(self) -> str:
        raise NotImplementedError

    def _deliver(self, kind: str, body: Body, attempts: int, first: int = 0) -> Delivery:
        raise NotImplementedError

    # Writing

    def mention(self, user: str, question: str, **event: Any) -> tuple[str, Delivery]:
        """Somebody mentions the bot in a channel; the message's timestamp and the delivery."""
        ts, text = event.pop("ts", None) or self.api.timestamp(), f"<@{BOT_USER}> {question}"
        body = mention_body(user, text, ts, **event)
        self._write(body["event"])
        if self.hears_channels:  # then Slack tells of it twice, as two events
            self._channel_event(user, text, ts, event)
        return ts, self.deliver_event(body)

    def direct_message(self, user: str, text: str, **event: Any) -> tuple[str, Delivery]:
        """Somebody writes to the bot directly."""
        ts = event.pop("ts", None) or self.api.timestamp()
        body = direct_body(user, text, ts, **event)
        self._write(body["event"])
        return ts, self.deliver_event(body)

    def channel_message(self, user: str, text: str, **event: Any) -> tuple[str, Delivery]:
        """Somebody writes in a channel without mentioning the bot."""
        ts = event.pop("ts", None) or self.api.timestamp()
        return ts, self._channel_event(user, text, ts, event)

    def _channel_event(self, user: str, text: str, ts: str, event: Body) -> Delivery:
        more = dict(event)
        shared, channel = more.pop("is_ext_shared_channel", False), more.pop("channel", CHANNEL)
        message = interactions.message_event(user, text, ts, channel, **more)
        self._write(message)
        body = event_body(message, f"Ev{ts}channel") | {"is_ext_shared_channel": shared}
        return self.deliver_event(body)

    def _write(self, event: Body) -> None:
        """Keep what a person wrote, so that the bot can read the thread back."""
        kept = {name: event[name] for name in ("thread_ts", "subtype") if event.get(name)}
        with self._changed:
            self.api.posted.written(
                event["user"], event["channel"], event["text"], ts=event["ts"], **kept
            )

    def open_home(self, user: str, tab: str = "home") -> Delivery:
        """Somebody opens the bot's own page."""
        event = {"type": "app_home_opened", "user": user, "channel": f"D{user}", "tab": tab}
        event |= {"event_ts": self.api.timestamp()}
        home = self.api.views.homes.get(user)
        event |= {"view": home} if home and tab == "home" else {}
        return self.deliver_event(event_body(event, f"Ev{event['event_ts']}"))

    def stop_session(self, user: str, channel: str, thread_ts: str) -> Delivery:
        """Somebody presses Stop while the bot works; the session's status stays as it is."""
        ts = self.api.timestamp()
        event = interactions.session_stopped(user, channel, thread_ts, ts)
        return self.deliver_event(event_body(event, f"Ev{ts}"))

    def deliver_event(self, body: Body, retry: int = 0) -> Delivery:
        """Deliver an event, and again if it is not acknowledged; ``retry`` begins at a retry."""
        return self._deliver("events_api", body, attempts=4, first=retry)

    # Commands, buttons, forms and shortcuts

    def command(
        self, user: str, command: str, text: str = "", channel: str = CHANNEL
    ) -> tuple[str, Delivery]:
        """Somebody gives a slash command; the path of its response address and the delivery."""
        path = self._address("commands", Address(user, channel))
        body = command_body(user, command, text, f"{self.url}{path}")
        body |= {"trigger_id": self._trigger(user), "channel_id": channel}
        return path, self._deliver("slash_commands", body, attempts=1)

    def press(
        self, user: str, where: Body, action_id: str, value: str | None = None, index: int = 0
    ) -> Delivery:
        """Press a button, or choose ``value``, in a message or a view from this Slack's stores.

        ``value`` is the element's, an option's, or "positive" or "negative" for feedback; where
        several elements have one name, it or ``index`` says which.
        """
        return self._interact(self.pressed(user, where, action_id, value, index))

    def pressed(
        self, user: str, where: Body, action_id: str, value: str | None = None, index: int = 0
    ) -> Body:
        """What Slack sends of a press, for tests that deliver it themselves."""
        place = self._on_message(user, where) if "ts" in where else interactions.on_view(where)
        action = interactions.action_on(where["blocks"], action_id, value, index)
        body = interactions.base(user, self._trigger(user), type="block_actions", **place)
        return body | {"actions": [action]}

    def _on_message(self, user: str, message: Body) -> Body:
        only = self.api.posted.private_to.get((message["channel"], message["ts"]))
        assert only in (None, user), f"{user} does not see this message"
        name = self.api.posted.channels.get(message["channel"], {}).get("name", "directmessage")
        path = self._address("actions", Address(user, message["channel"], message))
        place = interactions.on_message(message, name, private=only is not None)
        return place | {"response_url": f"{self.url}{path}"}

    def submit(self, user: str, view: View, **typed: Any) -> Delivery:
        """Submit a modal, with what is typed or chosen by action_id; its ack is carried out."""
        assert view.get("submit"), "this modal has no button to submit it"
        stated = view | {"state": interactions.state_of(view, typed)}
        body = interactions.base(user, self._trigger(user), type="view_submission", view=stated)
        delivery = self._interact(body | {"response_urls": []})
        if delivery.acked:
            with self._changed:
                self._carry_out(user, view, _as_object(delivery.payload))
        return delivery

    def close(self, user: str, view: View, is_cleared: bool = False) -> Delivery | None:
        """Close a modal, or with ``is_cleared`` all; the bot hears of it only if it asked to."""
        with self._changed:
            stack = self.api.views.stacks.get(user, [])
            stack[:] = [] if is_cleared else [one for one in stack if one["id"] != view["id"]]
        if not view["notify_on_close"]:
            return None
        body = interactions.base(user, "", type="view_closed", view=view, is_cleared=is_cleared)
        del body["trigger_id"]
        return self._interact(body)

    def _carry_out(self, user: str, view: View, ack: Body) -> None:
        """What Slack does with a modal by the ack of its submission."""
        stack, action = self.api.views.stacks.get(user, []), ack.get("response_action")
        try:
            if action == "update":
                self.api.views.replaced(view, ack["view"])
            elif action == "push":
                self.api.views.pushed(user, ack["view"])
            elif action == "clear":
                stack.clear()
            elif action == "errors":
                named = {b["block_id"] for b in view["blocks"] if b["type"] == "input"}
                assert ack["errors"], "no errors named"
                assert set(ack["errors"]) <= named, "errors for blocks that are no inputs"
            else:
                assert not action, f"unknown response_action {action}"
                stack[:] = [one for one in stack if one["id"] != view["id"]]
        except Refused as refusal:
            self.unfit += [f"ack {action}: {reason}" for reason in refusal.args]
        self._changed.notify_all()

    def shortcut(self, user: str, callback_id: str) -> Delivery:
        """Somebody chooses a global shortcut."""
        body = interactions.base(user, self._trigger(user), type="shortcut")
        return self._interact(body | {"callback_id": callback_id, "action_ts": f"{time.time()}"})

    def message_shortcut(self, user: str, callback_id: str, message: Body) -> Delivery:
        """Somebody chooses a message's shortcut."""
        body = interactions.base(user, self._trigger(user), type="message_action")
        path = self._address("actions", Address(user, message["channel"], message))
        body |= {"callback_id": callback_id, "action_ts": f"{time.time()}"}
        body |= {"message": message, "message_ts": message["ts"]}
        body |= {"channel": {"id": message["channel"], "name": "council"}}
        return self._interact(body | {"response_url": f"{self.url}{path}"})

    def _interact(self, body: Body) -> Delivery:
        return self._deliver("interactive", json.loads(json.dumps(body)), attempts=1)

    def _trigger(self, user: str) -> str:
        with self._changed:
            return self.api.views.trigger(user)

    def _address(self, kind: str, address: Address) -> str:
        with self._changed:
            return self.addresses.give(f"/{kind}/{next(self.api.numbers)}", address)


def _as_object(payload: Any) -> Body:
    if isinstance(payload, str):
        payload = json.loads(payload or "{}")
    return payload or {}
