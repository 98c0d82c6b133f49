"""Text as no council would write it, and any of our records made of it, for hypothesis."""

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, Final, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from support.workspace import CHANNELS, OFFICER, STAFF

NASTY: Final = (
    "<!channel> <!here|all> <!everyone> <!subteam^S0CLERKS>",
    "<@U0NOBODY> <#C0COUNCIL|council>",
    "<https://evil.example|the minutes> <mailto:a@evil.example>",
    "[the minutes](https://evil.example) ![](https://evil.example/i.png)",
    "javascript:alert(1)",
    "`code` ```\nfence\n``` *bold* _it_ ~no~ > quote\n>>> all",
    "a|b|c > d < e & f &amp; &lt;!channel&gt;",
    "<!date^1^{date}|now",
    "<",
    ">",
    "|",
    ":tada: @channel @here #council",
    "👩🏽‍🚒🏴󠁧󠁢󠁷󠁬󠁳󠁿 🇬🇧 é́́́́",
    "\u202eevil\u202d \u2066abc\u2069 \u061cعربي עברית",
    "a\u200bb\u200dc\ufeffd\u00ad",
    "\x00\x07\x1b[31m\x85\u2028\u2029",
    "\u200b",
    "",
    " ",
    "\n\n\t",
    '{"type": "section"} ${7*7} {{7*7}} %s %n \' " \\ \\u0000',
    "x" * 5000,
    "word " * 2000,
    "𠜎" * 4000,
    "&<>" * 2000,
)
HUGE: Final = tuple((text or "-") * (100_000 // max(1, len(text))) for text in NASTY[:8])
PEOPLE = ("user", "by", "who", "shared_by", "started_by", "asker")
# What the bot itself puts there: words of its own, codes, and the ids of channels.
OURS = ("first", "held", "note", "problem", "prompts", "sentence", "spoken", "standings", "why")
CODES = ("answers", "code", "failed", "reasons", "status", "withheld")
TIMES = ("at", "finished", "since", "started")
CHANNEL_NAMES = ("channel", "channels")


def _one_of(texts: Sequence[str]) -> st.SearchStrategy[str]:
    """One of some texts, which hypothesis would otherwise print, all of them, when one fails."""
    return st.integers(0, len(texts) - 1).map(lambda number: texts[number])


pieces = _one_of(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
text = st.one_of(
    pieces,
    pieces,
    st.lists(pieces, max_size=4).map("".join),
    _one_of(HUGE),
)
_NUMBERS = st.integers(0, 10**6)
_PLAIN: Final[Mapping[object, st.SearchStrategy[Any]]] = {
    str: text,
    int: _NUMBERS,
    float: st.floats(0, 10**6, allow_nan=False),
    bool: st.booleans(),
    date: st.dates(date(1890, 1, 1), date(2090, 1, 1)),
    type(None): st.none(),
}
_NAMED: Final[Mapping[str, st.SearchStrategy[str]]] = {
    **dict.fromkeys(PEOPLE, st.sampled_from([STAFF, OFFICER])),
    **dict.fromkeys(OURS, pieces.map(lambda said: f"It says {said}"[:1500])),
    **dict.fromkeys(CODES, st.sampled_from(["no_answer", "exempt", "not_asked"])),
    **dict.fromkeys(TIMES, st.sampled_from(["2026-11-22T10:00:00+00:00", "2024-02-29T23:59:59Z"])),
    "act": st.sampled_from(["ingest", "withdraw"]),
    **dict.fromkeys(CHANNEL_NAMES, st.sampled_from(sorted(CHANNELS))),
    **dict.fromkeys(("handover", "handover_name"), pieces.map(lambda said: f"A {said}"[:40])),
    "value": pieces.map(lambda said: said[:2000]),  # a button's, as Slack gives it back
}
MOST = 6  # of a list


class Unmakeable(Exception):
    """A type of which no value can be made here, such as an open database."""


_known: dict[Any, st.SearchStrategy[Any]] = {}  # of types whose parts must agree


def know(kind: Any, strategy: st.SearchStrategy[Any]) -> None:
    """How to make a type that its fields alone do not tell."""
    _known[kind] = strategy


def made(kind: Any, name: str = "") -> st.SearchStrategy[Any]:
    """Values of a type, every text in them hostile; ``name`` is that of the field, if of one."""
    if kind is str and name in _NAMED:
        return _NAMED[name]
    for known in (_known, _PLAIN):
        if kind in known:
            return known[kind]
    if is_dataclass(kind) and isinstance(kind, type):
        return built(kind)
    return _generic(kind, name)


def built(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A dataclass of ours, made of what its fields are made of, but for those ``given``."""
    hints = get_type_hints(kind)
    parts = {
        one.name: made(hints[one.name], one.name)
        for one in fields(kind)
        if one.init and one.name not in given
    }
    return st.builds(kind, **(parts | given))


def _generic(kind: Any, name: str) -> st.SearchStrategy[Any]:
    origin, args = get_origin(kind), get_args(kind)
    if origin is Literal:
        return st.sampled_from(args)
    if origin in (Union, types.UnionType):
        return st.one_of(*(made(one, name) for one in args))
    if origin is tuple and args[-1] is not ...:
        return st.tuples(*map(made, args))
    if origin in _MANY and Any not in args:
        return _MANY[origin](*(made(one, name) for one in args if one is not ...))
    raise Unmakeable(str(kind))


def _several(kind: Any) -> Any:
    """Makes a collection of at most MOST of what it is given."""
    return lambda *parts: kind(*parts, max_size=MOST)


_MANY: Final[Mapping[Any, Any]] = {
    **dict.fromkeys((list, Sequence, Iterable), _several(st.lists)),
    **dict.fromkeys((dict, Mapping), _several(st.dictionaries)),
    frozenset: _several(st.frozensets),
    tuple: lambda part: st.lists(part, max_size=MOST).map(tuple),
}
