"""Slack's own types of blocks and views: its JSON Schemas, where at hand, and its Python models."""

import json
import logging
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

SCHEMAS = Path(__file__).parents[2].parent / "shared" / "slack"
_FILES = {"message": "Blocks", "home": "Home", "modal": "Modal"}
_UNMODELLED = ("data_table", "data_visualization")  # slack_sdk 3.47 has no class for them

Tree = dict[str, Any]


def block_faults(block: Tree, surface: str) -> Iterator[str]:
    """What a block has that Slack's types do not."""
    kind = block.get("type")
    validator = _for_block(surface, str(kind))
    if validator is not None and (error := best_match(validator.iter_errors(block))):
        place = "".join(f"[{step!r}]" for step in error.absolute_path)
        yield f"not Slack's type {kind}{place}: {error.message[:300]}"
    if kind not in _UNMODELLED:
        yield from _modelled(lambda: Block.parse(deepcopy(block)), f"{kind}")


def view_faults(view: Tree) -> Iterator[str]:
    """What a view has, its blocks aside, that Slack's types do not."""
    bare = {**deepcopy(view), "blocks": [{"type": "divider"}]}
    validator = _for_view(view["type"])
    if validator is not None:
        for error in validator.iter_errors(bare):
            yield f"not Slack's type of view at {list(error.absolute_path)}: {error.message[:300]}"
    yield from _modelled(lambda: View(**bare), view["type"])


def _modelled(make: Any, name: str) -> Iterator[str]:
    """What slack_sdk says of an object."""
    logging.getLogger("slack_sdk.models").setLevel(logging.ERROR)
    try:
        made = make()
        if made is None:
            yield f"slack_sdk knows no block {name}"
        else:
            made.validate_json()
    except (SlackObjectFormationError, TypeError, ValueError, KeyError) as error:
        yield f"slack_sdk refuses {name}: {error}"


@cache
def _schema(surface: str) -> Tree | None:
    path = SCHEMAS / f"{_FILES[surface]}.schema.json"
    return json.loads(path.read_text()) if path.exists() else None


@cache
def _for_block(surface: str, kind: str) -> Draft7Validator | None:
    """The validator of one type of block; its errors say more than those of all types at once."""
    schema = _schema(surface)
    if schema is None:
        return None
    for name, definition in schema["definitions"].items():
        if definition.get("properties", {}).get("type", {}).get("const") == kind:
            return Draft7Validator({**schema, "$ref": f"#/definitions/{name}"})
    return Draft7Validator({"not": {}})  # no such block


@cache
def _for_view(surface: str) -> Draft7Validator | None:
    schema = _schema(surface)
    return Draft7Validator(schema) if schema else None
