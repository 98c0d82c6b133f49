"""The bytes of a Rich Text file as braces, control words, symbols and runs of text."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

# Possessive throughout (++), so that no file makes it look twice at a byte. Examples of each:
# {  }  \par  \b0  \u-3913  \~  \'a3  and "Council Tax \'a340" as one run.
_TOKEN = re.compile(
    rb"(?P<open>\{)|(?P<close>\})"
    rb"|\\(?P<word>[A-Za-z]++)(?P<value>-?\d{1,10})?+ ?"
    rb"|\\(?P<symbol>[^A-Za-z'])"
    rb"|(?P<text>(?:[^\\{}]++|\\'[0-9A-Fa-f]{2})++)"
    rb"|\\'?"  # a mark with nothing behind it
)
_BYTE = re.compile(rb"\\'(..)")
_ESCAPED = {
    f"{byte:{style}}".encode(): bytes([byte]) for byte in range(256) for style in ("02x", "02X")
}


class Token(NamedTuple):
    """One piece of the file."""

    kind: Literal["open", "close", "word", "symbol", "text"]
    name: str = ""  # of a control word or symbol
    value: int | None = None  # the number behind a word; behind a "}", where it ends
    raw: bytes = b""  # a run of text, line ends left out and \\'hh made bytes
    bare: bool = False  # whether bytes above 127 stand in the run as they are


def tokens(data: bytes) -> Iterator[Token]:
    """Every piece from the first brace on; what ``\\bin`` says to be binary is passed over."""
    place = data.find(b"{")
    while 0 <= place < len(data):
        found = _TOKEN.match(data, place)
        if found is None:  # never: the last choice takes what all others leave
            break
        place = found.end()
        kind = found.lastgroup
        if kind == "text":
            yield _run(found[0])
        elif kind in ("word", "value"):
            name = found["word"].decode("ascii")
            number = found["value"]
            value = None if number is None else int(number)
            if name == "bin":
                place += max(value or 0, 0)
            yield Token("word", name, value)
        elif kind == "open":
            yield Token("open")
        elif kind == "close":
            yield Token("close", value=place)
        elif kind == "symbol":
            yield Token("symbol", found["symbol"].decode("latin-1"))


def _run(found: bytes) -> Token:
    raw = found.replace(b"\r", b"").replace(b"\n", b"")
    if b"\\" in raw:
        raw = _BYTE.sub(
            lambda escape: _ESCAPED.get(escape[1]) or bytes.fromhex(escape[1].decode()), raw
        )
    return Token("text", raw=raw, bare=not found.isascii())
