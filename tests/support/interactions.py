"""What Slack sends when somebody presses a button, submits a form or chooses a shortcut."""

import time
from collections.abc import Iterator
from typing import Any

from support.workspace import APP, TEAM

Body = dict[str, Any]

_SELECTED = {
    "channels_select": "selected_channel",
    "conversations_select": "selected_conversation",
    "users_select": "selected_user",
}


def base(user: str, trigger: str, **more: Any) -> Body:
    """What every interaction has."""
    return {
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TEAM},
        "api_app_id": APP,
        "token": "verification",
        "trigger_id": trigger,
        "team": {"id": TEAM, "domain": "town"},
        "enterprise": None,
        "is_enterprise_install": False,
        **more,
    }


def on_message(message: Body, name: str, private: bool) -> Body:
    """Where an action on a message was; Slack sends no message that one person alone sees."""
    container = {
        "type": "message",
        "message_ts": message["ts"],
        "channel_id": message["channel"],
        "is_ephemeral": private,
    }
    container |= {"thread_ts": message["thread_ts"]} if message.get("thread_ts") else {}
    place: Body = {"container": container, "channel": {"id": message["channel"], "name": name}}
    return place | ({} if private else {"message": message}) | {"state": {"values": {}}}


def on_view(view: Body) -> Body:
    """Where an action in a view was."""
    return {"container": {"type": "view", "view_id": view["id"]}, "view": view}


def action_on(blocks: list[Body], action_id: str, value: str | None, index: int) -> Body:
    """What is sent of a pressed element; ``value`` or ``index`` say which of those of one name."""
    offered = [one for one in _pressable(blocks) if one["action_id"] == action_id]
    chosen = [one for one in offered if value in (None, *_values(one))]
    named = sorted({one["action_id"] for one in _pressable(blocks)})
    assert len(chosen) > index, f"no {action_id} ({value}, {index}) among {named}"
    return chosen[index] | _choice(chosen[index], value) | {"action_ts": f"{time.time():.6f}"}


def _pressable(blocks: list[Body]) -> Iterator[Body]:
    for block in blocks:
        elements = [*block.get("elements", []), block.get("accessory"), block.get("element")]
        elements += block.get("actions", []) if block.get("type") == "card" else []
        for element in elements:
            if isinstance(element, dict) and "action_id" in element:
                yield {**element, "block_id": block["block_id"]}
        for inside in ("child_blocks", "blocks"):  # of a container
            yield from _pressable(block.get(inside, []))


def _values(element: Body) -> list[str]:
    """The values that may be chosen with an element."""
    if element["type"] == "feedback_buttons":
        sides = (element["positive_button"], element["negative_button"])
        return ["positive", "negative", *(side["value"] for side in sides)]
    if "options" in element:
        return [option["value"] for option in element["options"]]
    return [element.get("value", "")]


def _choice(element: Body, value: str | None) -> Body:
    if element["type"] == "feedback_buttons":
        return _thumb(element, value or "positive")
    if element["type"] in ("static_select", "overflow", "radio_buttons"):
        options = element["options"]
        wanted = [option for option in options if value in (None, option["value"])]
        return {"selected_option": wanted[0]}
    return {}


def _thumb(element: Body, value: str) -> Body:
    positive, negative = element["positive_button"], element["negative_button"]
    chosen = negative if value in ("negative", negative["value"]) else positive
    return {"value": chosen["value"], "text": chosen["text"]}


def state_of(view: Body, typed: dict[str, Any]) -> Body:
    """A form's state; what is not typed is as the form was opened. Slack asks for what it needs."""
    values: dict[str, Body] = {}
    unknown = set(typed)
    for block in view["blocks"]:
        element = block.get("element")
        if block["type"] != "input" or not isinstance(element, dict):
            continue
        name = element["action_id"]
        unknown.discard(name)
        state = _typed(element, typed[name]) if name in typed else _initial(element)
        _check(block, element, state)
        values.setdefault(block["block_id"], {})[name] = {"type": element["type"], **state}
    assert not unknown, f"no field {sorted(unknown)} in the form"
    return {"values": values}


def _typed(element: Body, value: Any) -> Body:
    kind = element["type"]
    if kind == "datepicker":
        return {"selected_date": value}
    if kind in ("static_select", "radio_buttons"):
        return {"selected_option": _options(element, [value])[0] if value else None}
    if kind in ("checkboxes", "multi_static_select"):
        return {"selected_options": _options(element, value)}
    if kind in _SELECTED:
        return {_SELECTED[kind]: value}
    return {"value": value or None}


def _options(element: Body, values: list[str]) -> list[Body]:
    groups = element.get("option_groups") or [{"options": element.get("options", [])}]
    offered = {option["value"]: option for group in groups for option in group["options"]}
    return [offered[value] for value in values]


def _initial(element: Body) -> Body:
    kind = element["type"]
    if kind == "datepicker":
        return {"selected_date": element.get("initial_date")}
    if kind in ("static_select", "radio_buttons"):
        return {"selected_option": element.get("initial_option")}
    if kind in ("checkboxes", "multi_static_select"):
        return {"selected_options": element.get("initial_options", [])}
    if kind in _SELECTED:
        return {_SELECTED[kind]: element.get(_SELECTED[kind].replace("selected", "initial"))}
    return {"value": element.get("initial_value")}


def _check(block: Body, element: Body, state: Body) -> None:
    """What Slack itself would not let anybody submit."""
    given = next(iter(state.values()))
    assert given or block.get("optional"), f"{element['action_id']} is left empty"
    if isinstance(given, str) and element["type"] == "plain_text_input":
        most = element.get("max_length", 3000)
        assert len(given) <= most, f"{element['action_id']} takes {most} characters"


def session_stopped(user: str, channel: str, thread_ts: str, event_ts: str) -> Body:
    """The event of a pressed Stop button."""
    return {
        "type": "agent_session_stopped",
        "channel": channel,
        "user": user,
        "thread_ts": thread_ts,
        "streaming_message_ts": [],
        "event_ts": event_ts,
    }


def message_event(user: str, text: str, ts: str, channel: str, **event: Any) -> Body:
    """The event of a message in a channel that the bot is in."""
    kind = {"channel_type": "channel", "team": TEAM, "event_ts": ts}
    message = {"type": "message", "user": user, "text": text, "ts": ts, "channel": channel}
    return message | kind | event
