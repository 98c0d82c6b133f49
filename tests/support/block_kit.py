"""What Slack refuses in blocks: its published limits, and its own types where they are at hand."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "slack"
MAX_BLOCKS = {"message": 50, "home": 100, "modal": 100}
MAX_BLOCKS_TEXT = 13_200  # the least total that has been seen to be refused
MAX_TEXT = {"header": 150, "section": 3000, "context": 3000, "button": 75}


def problems(blocks: list[dict[str, Any]], surface: str = "message") -> list[str]:
    """Everything Slack would refuse; empty for blocks that it shows."""
    return [
        *_schema_problems(blocks, surface),
        *_count_problems(blocks, surface),
        *(problem for block in blocks for problem in _text_problems(block)),
    ]


def message_problems(args: dict[str, Any]) -> list[str]:
    """Everything that Slack, or we, would refuse in a message."""
    return problems(args["blocks"]) if args.get("blocks") else []


def view_problems(view: dict[str, Any], surface: str) -> list[str]:
    """Everything that Slack, or we, would refuse in a modal ("modal") or an App Home ("home")."""
    if view.get("type") != surface:
        return [f"a view of type {view.get('type')} where a {surface} belongs"]
    return problems(view.get("blocks") or [], surface)


def texts(blocks: list[dict[str, Any]]) -> list[str]:
    """Every text in blocks, in reading order."""
    return [node["text"] for node in _nodes(blocks) if isinstance(node.get("text"), str)]


def quotes(blocks: list[dict[str, Any]]) -> list[str]:
    """What stands in quotes, each quote's text whole."""
    nodes = [node for node in _nodes(blocks) if node.get("type") == "rich_text_quote"]
    return ["".join(part["text"] for part in node["elements"]) for node in nodes]


def _schema_problems(blocks: list[dict[str, Any]], surface: str) -> Iterator[str]:
    if surface != "modal" and (validator := _validator(surface)):
        checked = blocks if surface == "message" else {"type": "home", "blocks": blocks}
        for error in validator.iter_errors(checked):
            yield f"not Slack's types at {list(error.absolute_path)}"


@cache
def _validator(surface: str) -> Draft7Validator | None:
    path = SCHEMAS / ("Blocks.schema.json" if surface == "message" else "Home.schema.json")
    return Draft7Validator(json.loads(path.read_text())) if path.exists() else None


def _count_problems(blocks: list[dict[str, Any]], surface: str) -> Iterator[str]:
    if not 1 <= len(blocks) <= MAX_BLOCKS[surface]:
        yield f"{len(blocks)} blocks"
    ids = Counter(block["block_id"] for block in blocks if "block_id" in block)
    if any(count > 1 for count in ids.values()):
        yield "a block_id used twice"
    if sum(map(len, texts(blocks))) > MAX_BLOCKS_TEXT:
        yield "msg_blocks_too_long"


def _text_problems(block: dict[str, Any]) -> Iterator[str]:
    limit = MAX_TEXT.get(block["type"])
    for node in _nodes(block):
        text = node.get("text")
        if isinstance(text, str):
            if not text:
                yield f"empty text in {block['type']}"
            if limit and len(text) > limit:
                yield f"{len(text)} characters in {block['type']}"
            if node.get("type") == "mrkdwn" and ("<!" in text or "<@" in text):
                yield "a mention in text from elsewhere"
        if node.get("elements") == []:
            yield f"no elements in {node.get('type')}"
        if len(str(node.get("url", ""))) > 3000:
            yield "a link that is too long"
    if block["type"] == "context" and len(block["elements"]) > 10:
        yield "more than 10 elements in a context"


def _nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object within, the outermost first."""
    if isinstance(tree, dict):
        yield tree
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for child in inner:
        yield from _nodes(child)
