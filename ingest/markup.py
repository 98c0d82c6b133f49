"""The root of an XML file, told by its letters: nothing that the file declares is followed."""

import re
from dataclasses import dataclass

_COMMENT = r"<!--(?:(?!-->)[\s\S])*+-->"
_QUOTED = r"\"[^\"]*+\"|'[^']*+'"
_NAME = r"[A-Za-z_][\w.-]*+"
# What may stand before the root: the declaration, comments, and a document type, which may declare
# entities that stand for other files, or for a thousand of each other.
_PROLOG = (
    rf"\s*+(?:(?:<\?(?:(?!\?>)[\s\S])*+\?>|{_COMMENT}"
    rf"|(?P<doctype><!DOCTYPE\s(?:{_QUOTED}|\[(?:{_COMMENT}|{_QUOTED}|[^\]\"'])*+\]|[^>\[\"'])*+>))\s*+)*+"
)
_ROOT = re.compile(
    rf"{_PROLOG}<(?P<whole>(?:{_NAME}:)?+(?P<name>{_NAME}))(?P<said>(?:{_QUOTED}|[^>\"'<])*+)>",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Root:
    """The element that holds all others: its name, bare and as written, and what it says."""

    name: str
    whole: str
    said: str
    doctype: bool  # whether a document type stands before it


def root_of(text: str) -> Root | None:
    """The root of a text that begins as XML does; None of any other.

    >>> root_of('<!DOCTYPE d [<!ENTITY a "<b>">]><o:Document a="1>0">').name
    'document'
    >>> root_of("<5 people came") is None
    True
    """
    found = _ROOT.match(text)
    if found is None:
        return None
    return Root(found["name"].casefold(), found["whole"], found["said"], bool(found["doctype"]))
