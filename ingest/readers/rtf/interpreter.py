"""Reads a Rich Text file token by token, with a stack of its open braces and no recursion."""

from collections.abc import Iterable

from index.errors import Unreadable
from ingest.limits import MAX_GROUPS
from ingest.readers.rtf.actions import ACTIONS, READ_THOUGH_MARKED, end_paragraph
from ingest.readers.rtf.groups import LAYOUT, LETTERS, Group
from ingest.readers.rtf.lists import Lists
from ingest.readers.rtf.sinks import NOWHERE
from ingest.readers.rtf.state import State
from ingest.readers.rtf.tokens import Token

_CHARACTERS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—",
    "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "-", "-": "\u00ad", "{": "{", "}": "}", "\\": "\\", "\t": "\t"}


def damaged() -> Unreadable:
    """The refusal of a file whose braces do not match."""
    return Unreadable("corrupt", "The file is damaged or was cut short. Fetch or save it again.")


def interpreted(tokens: Iterable[Token]) -> tuple[State, int]:
    """What a document's tokens come to, and where in the file it ends.

    Raises Unreadable ("corrupt") where its braces do not close.
    """
    state = State()
    outer: list[Group] = []
    marked = False  # whether a \* has just been read
    for token in tokens:
        if token.kind == "text":
            _text(state, token)
        elif token.kind == "word":
            _word(state, token, marked=marked)
        elif token.kind == "symbol":
            _symbol(state, token.name)
        else:
            state.skipped = 0
            if token.kind == "open":
                _open(state, outer)
            else:
                _close(state, outer)
                if not outer:
                    state.body.close()
                    return state, token.value or 0
        marked = token.kind == "symbol" and token.name == "*"
    raise damaged()


def _open(state: State, outer: list[Group]) -> None:
    if len(outer) >= MAX_GROUPS:
        raise damaged()
    group = state.group
    outer.append(group)
    state.group = Group(group.letters, group.layout, group.sink, nested=group.nested)


def _close(state: State, outer: list[Group]) -> None:
    if state.group.owned is not None:
        state.group.owned.close()
    state.group = outer.pop()


def _text(state: State, token: Token) -> None:
    raw, group = token.raw, state.group
    if state.skipped:
        raw, state.skipped = raw[state.skipped :], max(0, state.skipped - len(raw))
    if raw and group.sink is not NOWHERE:
        group.sink.add(state.fonts.decode(raw, group.letters.font, bare=token.bare), group)


def _symbol(state: State, name: str) -> None:
    if name in _SYMBOLS:
        state.character(_SYMBOLS[name])
    elif name in "\r\n":
        end_paragraph(state)


def _word(state: State, token: Token, *, marked: bool) -> None:
    name, value, group = token.name, token.value, state.group
    if marked and name not in READ_THOUGH_MARKED:
        group.sink = NOWHERE
    elif name in _CHARACTERS:
        state.character(_CHARACTERS[name])
    else:
        state.skipped = 0  # what stands in for a letter is letters
        if name in LETTERS:
            group.letters = LETTERS[name](group.letters, value)
        elif name in LAYOUT:
            group.layout = LAYOUT[name](group.layout, value)
            if name == "ls" and isinstance(group.sink, Lists):
                group.sink.word(name, value)
        elif name in ACTIONS:
            ACTIONS[name](state, value)
