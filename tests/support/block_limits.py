"""What Slack's types do not say of blocks: its published limits, and what a reader needs."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from support.workspace import USERS

MAX_BLOCKS = {"message": 50, "home": 100, "modal": 100}
MAX_BLOCKS_TEXT = 13_200  # the least total that has been seen to be refused
MAX_MARKDOWN = 12_000
MAX_VIEW_BYTES = 250_000
MOST_TEXT = 4000  # of a message's own text, which Slack asks to be kept to

_MESSAGE_ONLY = {"context_actions", "file", "markdown", "plan", "task_card"}
_NOT_IN_MODALS = {"carousel", "container", "data_table", "data_visualization", "table"}
_TABLES = ("table", "data_table")

# The most characters, by the type of what has them and by where: a field and its limit.
_LONGEST: dict[str, dict[str, int]] = {
    "button": {"text": 75, "value": 2000, "url": 3000, "accessibility_label": 75},
    "card": {"title": 150, "subtitle": 150, "body": 200, "subtext": 200},
    "container": {"title": 150, "subtitle": 150},
    "context": {},
    "header": {"text": 150},
    "icon_button": {"text": 75, "value": 2000, "accessibility_label": 75},
    "image": {"alt_text": 2000, "image_url": 3000, "title": 2000},
    "input": {"label": 2000, "hint": 2000},
    "link": {"url": 3000},
    "plain_text_input": {"initial_value": 3000, "placeholder": 150},
    "section": {"text": 3000},
    "static_select": {"placeholder": 150},
    "data_table": {"caption": 2000},
}
_LONGEST_OPTION = {"text": 75, "value": 150, "description": 75}
_LONGEST_CONFIRM = {"title": 100, "text": 300, "confirm": 30, "deny": 30}
# The most of a list, by its owner's type.
_MOST: dict[str, dict[str, int]] = {
    "actions": {"elements": 25},
    "card": {"actions": 3},
    "carousel": {"elements": 10},
    "checkboxes": {"options": 10},
    "container": {"child_blocks": 10},
    "context": {"elements": 10},
    "context_actions": {"elements": 5},
    "overflow": {"options": 5},
    "radio_buttons": {"options": 10},
    "section": {"fields": 10},
    "static_select": {"options": 100, "option_groups": 100},
}

Tree = dict[str, Any]


def surface_faults(blocks: list[Tree], surface: str) -> Iterator[str]:
    """What is too much, or does not belong, in the blocks of a message or a view together."""
    if not 1 <= len(blocks) <= MAX_BLOCKS[surface]:
        yield f"{len(blocks)} blocks"
    kinds = Counter(node["type"] for node in nodes(blocks) if isinstance(node.get("type"), str))
    barred = set() if surface == "message" else _MESSAGE_ONLY
    barred = barred | _NOT_IN_MODALS if surface == "modal" else barred | {"alert"}
    for block in blocks:
        if block.get("type") in barred:
            yield f"no {block['type']} belongs in a {surface}"
    if surface == "message" and sum(kinds[table] for table in _TABLES) > 1:
        yield "only_one_table_allowed"
    ids = Counter(node["block_id"] for node in nodes(blocks) if "block_id" in node)
    yield from (f"block_id {name} is used twice" for name, count in ids.items() if count > 1)
    markdown = sum(len(block["text"]) for block in blocks if block.get("type") == "markdown")
    if markdown > MAX_MARKDOWN:
        yield f"{markdown} characters of markdown"
    if surface == "message" and (total := sum(map(len, texts(blocks)))) > MAX_BLOCKS_TEXT:
        yield f"msg_blocks_too_long: {total} characters"


def view_limit_faults(view: Tree) -> Iterator[str]:
    """What is too long in a view, or missing from it."""
    for name in ("title", "submit", "close"):
        if len((view.get(name) or {}).get("text", "")) > 24:
            yield f"the view's {name} has more than 24 characters"
    for name, most in (("private_metadata", 3000), ("callback_id", 255), ("external_id", 255)):
        if len(view.get(name) or "") > most:
            yield f"the view's {name} has more than {most} characters"
    has_input = any(block.get("type") == "input" for block in view["blocks"])
    if view["type"] == "modal" and has_input and not view.get("submit"):
        yield "a form without a button to submit it"
    if len(json.dumps(view).encode()) > MAX_VIEW_BYTES:
        yield "view_too_large"


def block_limit_faults(block: Tree) -> Iterator[str]:
    """What is empty, too long, too many or unreadable within one block."""
    for node in nodes(block):
        kind = node.get("type", "")
        yield from _lengths(node, _LONGEST.get(kind, {}), kind)
        for name, most in _MOST.get(kind, {}).items():
            if len(node.get(name) or []) > most:
                yield f"more than {most} {name} in a {kind}"
        yield from _of_lists(node)
        yield from _of_names(node)
        yield from _of_text(node, block)
        yield from _for_screen_readers(node)
    if block.get("type") in _TABLES:
        yield from _of_table(block)
    action_ids = Counter(node["action_id"] for node in nodes(block) if "action_id" in node)
    yield from (f"action_id {name} is twice in a block" for name, n in action_ids.items() if n > 1)


def text_faults(text: str, place: str) -> Iterator[str]:
    """What is wrong with text that Slack reads for its own marks: mrkdwn, and a message's text."""
    for mark in re.findall(r"<[^>]*>?", text):
        if mark.startswith("<@") and mark[2:-1].partition("|")[0] in USERS:
            continue  # somebody of the workspace, which no paper knows
        if not re.fullmatch(r"<(https?://[^|>]+(\|[^<>]+)?|!date\^\d+\^[^>]+)>", mark):
            yield f"an unescaped mark in {place}: {mark[:80]}"
    yield from _of_characters(text, place)


def texts(blocks: list[Tree]) -> list[str]:
    """Every text in blocks, in reading order."""
    return [node["text"] for node in nodes(blocks) if isinstance(node.get("text"), str)]


def nodes(tree: Any) -> Iterator[Tree]:
    """Every object within, the outermost first."""
    if isinstance(tree, dict):
        yield tree
    inner = tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ()
    for child in inner:
        yield from nodes(child)


def _lengths(node: Tree, longest: dict[str, int], kind: str) -> Iterator[str]:
    for name, most in longest.items():
        value = node.get(name)
        text = value.get("text", "") if isinstance(value, dict) else value
        if isinstance(text, str) and len(text) > most:
            yield f"{len(text)} characters in the {name} of a {kind}; {most} fit"


def _of_lists(node: Tree) -> Iterator[str]:
    for name in ("elements", "options", "fields", "rows", "child_blocks", "option_groups"):
        if node.get(name) == []:
            yield f"no {name} in a {node.get('type')}"
    groups = [group.get("options", []) for group in node.get("option_groups") or []]
    for option in [*(node.get("options") or []), *(one for group in groups for one in group)]:
        yield from _lengths(option, _LONGEST_OPTION, "option")
    if isinstance(node.get("confirm"), dict):
        yield from _lengths(node["confirm"], _LONGEST_CONFIRM, "confirmation")
    for field in node.get("fields") or []:
        if len(field.get("text", "")) > 2000:
            yield "more than 2000 characters in a field"


def _of_names(node: Tree) -> Iterator[str]:
    for name in ("block_id", "action_id"):
        if name in node and not 1 <= len(node[name]) <= 255:
            yield f"{len(node[name])} characters in a {name}"
    if node.get("type") == "broadcast":
        yield "a broadcast to everybody"


def _of_text(node: Tree, block: Tree) -> Iterator[str]:
    text, kind = node.get("text"), node.get("type")
    if not isinstance(text, str):
        return
    place = f"{kind} of a {block.get('type')}"
    if not text:
        yield f"empty text in a {place}"
    if block.get("type") == "context" and len(text) > 3000:
        yield f"{len(text)} characters in a {place}"
    if kind in ("mrkdwn", "markdown"):
        yield from text_faults(text, place)
    else:
        yield from _of_characters(text, place)


def _of_characters(text: str, place: str) -> Iterator[str]:
    if found := re.search(r"[\ud800-\udfff]", text):
        yield f"half a character, {found[0]!r}, in {place}"


def _for_screen_readers(node: Tree) -> Iterator[str]:
    kind = node.get("type")
    if kind == "image" and not (node.get("alt_text") or "").strip():
        yield "an image without words for it"
    if kind == "link" and not (node.get("text") or "").strip():
        yield "a link without words for it"
    if kind == "data_table" and not (node.get("caption") or "").strip():
        yield "a table without a caption"
    if kind == "button" and not node["text"]["text"].strip():
        yield "a button that says nothing"


def _of_table(block: Tree) -> Iterator[str]:
    rows, kind = block.get("rows") or [[]], block["type"]
    widths = {len(row) for row in rows}
    if max(widths) > 20 or min(widths) < 1:
        yield f"rows of {sorted(widths)} columns in a {kind}"
    fewest, most = (2, 101) if kind == "data_table" else (1, 100)  # the stricter of two accounts
    if not fewest <= len(rows) <= most:
        yield f"{len(rows)} rows in a {kind}"
    if sum(map(len, texts(rows))) > 10_000:
        yield f"{sum(map(len, texts(rows)))} characters in a {kind}"
    if kind == "data_table":
        yield from _of_data_table(block, rows, widths)


def _of_data_table(block: Tree, rows: list[list[Tree]], widths: set[int]) -> Iterator[str]:
    if len(widths) != 1:
        yield "a table whose rows differ in width"
    if any(cell["type"] == "rich_text" for cell in rows[0]):
        yield "rich text in the head of a table"
    if not 1 <= block.get("page_size", 5) <= 100:
        yield f"pages of {block['page_size']} rows"
    if not 0 <= block.get("row_header_column_index", 0) < min(widths):
        yield "a row header that is no column"
