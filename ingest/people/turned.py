"""Lists of who came that put the post first, turned so that the name leads."""

import re

from ingest.people.person import NAME, is_name
from ingest.people.posts import is_post_alone

_LABELLED = re.compile(
    rf"(?:[Tt]he\s+)?(?P<post>[A-Z][^:;()]{{2,70}}?)\s*(?::|\s[–—-])\s+(?P<name>{NAME})[.,;]?"
)
_POST = r"[A-Z][\w&/’'-]*(?:\s+(?:[A-Z&–-][\w&/’'-]*|of|for|and|the|to)){0,8}?"
_NAMED = re.compile(
    rf"\b[Tt]he\s+(?P<post>{_POST})(?:,\s+(?P<name>{NAME})(?!\w)|\s+\((?P<inside>{NAME})\))"
    rf"|(?:^|(?<=[,;]\s))(?P<bare>{_POST})\s+\((?P<held>{NAME})\)"
)


def name_first(names: str) -> str:
    """The names of a list, each before its post.

    >>> name_first("Leader: Cllr Ida Moss")
    'Cllr Ida Moss (Leader)'
    >>> name_first("the Town Clerk, Ann Tarn, and the Bailiff")
    'Ann Tarn (Town Clerk), and the Bailiff'
    """
    if match := _LABELLED.fullmatch(names.strip()):
        return _turned(match["post"], match["name"]) or names
    return _NAMED.sub(_named, names)


def cells_name_first(cells: list[str]) -> list[str]:
    """A row's two cells as one name with its post, where the post stands first.

    >>> cells_name_first(["Leader", "Cllr Ida Moss"]), cells_name_first(["Ida Moss", "IM"])
    (['Cllr Ida Moss (Leader)'], ['Ida Moss', 'IM'])
    """
    if len(cells) == 2 and (turned := _turned(cells[0], cells[1].strip(" .,"))):
        return [turned]
    return cells


def _named(found: re.Match[str]) -> str:
    post = found["post"] or found["bare"]
    return _turned(post, found["name"] or found["inside"] or found["held"]) or found[0]


def _turned(post: str, name: str) -> str | None:
    """A name with its post behind it; None where the words are no such pair."""
    return f"{name} ({post})" if is_post_alone(post) and is_name(name) else None
