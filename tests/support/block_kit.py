"""What Slack, or we, would refuse in a message or a view, each with the exact reason."""

from typing import Any

from support.block_limits import (
    MOST_TEXT,
    block_limit_faults,
    nodes,
    surface_faults,
    text_faults,
    texts,
    view_limit_faults,
)
from support.block_types import SCHEMAS, block_faults, view_faults

__all__ = ["SCHEMAS", "message_problems", "problems", "quotes", "texts", "view_problems"]


def problems(blocks: list[dict[str, Any]], surface: str = "message") -> list[str]:
    """Everything Slack would refuse; empty for blocks that it shows."""
    found = [*surface_faults(blocks, surface)]
    for number, block in enumerate(blocks):
        faults = [*block_faults(block, surface), *block_limit_faults(block)]
        found += [f"block {number}: {fault}" for fault in faults]
    return found


def message_problems(args: dict[str, Any]) -> list[str]:
    """Everything that Slack, or we, would refuse in a message: its text and its blocks."""
    text = args.get("text") or ""
    found = [*text_faults(text, "the message's text")]
    if not text.strip():
        found.append("no text: notifications and screen readers would have nothing to read")
    if len(text) > MOST_TEXT:
        found.append(f"{len(text)} characters in the message's text")
    return found + (problems(args["blocks"]) if args.get("blocks") else [])


def view_problems(view: dict[str, Any], surface: str) -> list[str]:
    """Everything that Slack, or we, would refuse in a modal ("modal") or an App Home ("home")."""
    if view.get("type") != surface:
        return [f"a view of type {view.get('type')} where a {surface} belongs"]
    own = [*view_faults(view), *view_limit_faults(view)]
    return own + problems(view.get("blocks") or [], surface)


def quotes(blocks: list[dict[str, Any]]) -> list[str]:
    """What stands in quotes, each quote's text whole."""
    found = [node for node in nodes(blocks) if node.get("type") == "rich_text_quote"]
    return ["".join(part["text"] for part in node["elements"]) for node in found]
