"""ModernGov's answers as JSON: its XML translated name by name, or gathered by a program."""

import json
from collections.abc import Iterator

from index.errors import Unreadable
from ingest.pages import Paper
from ingest.readers.decode import text_of
from ingest.readers.moderngov.answers import paper_of
from ingest.readers.moderngov.node import Node


def read(data: bytes) -> Paper:
    """The meeting, meetings or committees that a file tells of.

    Raises Unreadable: "corrupt" for what is no JSON, or nested too deeply; "too_big";
    "unsupported" for JSON of any other kind. Raises Withheld for a meeting not to be shown.
    """
    text, warnings = text_of(data)
    try:
        # As text, so that no number is too long, and so that JSON and XML say the same.
        value = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
        root = Node("", children=tuple(_nodes("", value, 0)))
    except (ValueError, RecursionError) as error:
        raise Unreadable(
            "corrupt", "The JSON file is damaged or was cut short. Fetch or save it again."
        ) from error
    top = root.children[0] if len(root.children) == 1 else root
    return paper_of(top, "json", warnings)


def _nodes(name: str, value: object, depth: int) -> Iterator[Node]:
    """A named value as nodes: a list is one node for each of its members."""
    if depth > 200:
        raise RecursionError
    if isinstance(value, dict):
        inner = (node for k, v in value.items() for node in _nodes(_name(k), v, depth + 1))
        yield Node(name, children=tuple(inner))
    elif isinstance(value, list):
        for member in value:
            yield from _nodes(name, member, depth + 1)
    else:
        yield Node(name, "" if value is None else str(value))


def _name(key: str) -> str:
    """A name as XML has it: translators mark what was an attribute with "@", "-" or "_"."""
    return key.casefold().lstrip("@-_#$")
