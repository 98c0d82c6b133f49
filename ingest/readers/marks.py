"""Markdown's marks within a paragraph, taken off: emphasis, links, code, escapes and entities."""

import html
import re

from ingest.readers.clean import clean

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CODE = re.compile(r"(?<!`)(`+)(?!`)([^\n]{1,500}?)(?<!`)\1(?!`)")
_HIDDEN = re.compile(r"<!--(?:(?!-->).)*-->", re.DOTALL)
_LINE_BREAK = re.compile(
    r"<br\s*/?>|</?(?:td|th|tr|li|p|div|h[1-6])(?:\s[^<>]{0,500})?>", re.IGNORECASE
)
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)?[^\s<>/]{1,200}[@:/.][^\s<>]{1,500})>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_LINK = re.compile(
    r"!?\[((?:[^\[\]]|\[[^\[\]]{0,500}\]){0,500})\](?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s[^()]{0,500})?\)|\[[^\[\]]{0,200}\])"
)
_REFERENCE = re.compile(r"(?<![\w\]])\[([A-Za-z][^\[\]^]{2,200})\](?![(\w])")
_PAIRS = (
    re.compile(r"\*\*(?!\*)(.+?)\*\*", re.DOTALL),
    re.compile(r"\*(?=\S)([^*]+?)(?<=\S)\*"),
    re.compile(r"(?<!\w)__(?=\S)([^_]+?)(?<=\S)__(?!\w)"),
    re.compile(r"(?<!\w)_(?=\S)([^_]+?)(?<=\S)_(?!\w)"),
    re.compile(r"~~(?=\S)([^~]+?)(?<=\S)~~"),
    re.compile(r"(?<=\d)\^(st|nd|rd|th)\^"),
)
_SAFE = 0xE000  # escaped characters wait here, in the private plane, until the marks are gone


def without_marks(text: str, defined: frozenset[str] = frozenset()) -> str:
    """The text as a reader of the page would see it, cleaned; ``defined`` names its link targets.

    >>> without_marks("**RESOLVED** that [the _plan_](plan.pdf) be `agreed` \\\\*")
    'RESOLVED that the plan be agreed *'
    """
    text = _CODE.sub(lambda found: _kept(found[2]), _ESCAPE.sub(lambda m: _kept(m[1]), text))
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", _LINE_BREAK.sub(" ", _without_comments(text))))
    text = _REFERENCE.sub(lambda found: _defined(found, defined), _LINK.sub(r"\1", text))
    for pair in _PAIRS:
        text = pair.sub(r"\1", text)
    return clean(html.unescape(_released(text)))


def _without_comments(text: str) -> str:
    """The text without its comments; behind the last that is closed, none is looked for."""
    closed, end, rest = text.rpartition("-->")
    return _HIDDEN.sub("", closed + end) + rest


def _kept(text: str) -> str:
    return "".join(chr(_SAFE + ord(c)) if c.isascii() and not c.isalnum() else c for c in text)


def _released(text: str) -> str:
    return "".join(chr(ord(c) - _SAFE) if _SAFE <= ord(c) < _SAFE + 128 else c for c in text)


def _defined(found: re.Match[str], defined: frozenset[str]) -> str:
    """A reference's text, if it is one; brackets that refer to nothing are the paper's own."""
    return found[1] if found[1].casefold() in defined else found[0]
