"""White space and invisible marks: what a paper's text loses on the way in, and nothing else."""

import re
import unicodedata

_LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
# What Word's Symbol and Wingdings fonts draw, at the private code points they are saved under.
_SYMBOLS = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf06e": "■",
    "\uf0d8": "➢",
    "\uf0e0": "→",
    "\uf0fc": "✓",
    "\uf0fb": "✗",
    "\uf0fe": "☑",
    "\uf0a8": "☐",
    "\uf06f": "☐",
}
# Soft hyphens, zero-width marks, the byte-order mark and the marks that turn writing round.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f" + "".join(
    map(chr, [*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]")


def _windows(code: int) -> str:
    """What a Windows program meant by a C1 control code: 0x92 is an apostrophe, not a control."""
    return bytes([code]).decode("cp1252", errors="ignore")


_REPLACED = str.maketrans(
    _LIGATURES
    | _SYMBOLS
    | dict.fromkeys(_INVISIBLE, "")
    | {chr(code): _windows(code) for code in range(0x80, 0xA0)}
)


def visible(text: str) -> str:
    """The text without what cannot be seen; tabs, line ends and spaces stay as they are.

    >>> visible("e\\u00adfﬁcient\\x00 £5 ✓")
    'efficient £5 ✓'
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text).translate(_REPLACED))


def clean(text: str) -> str:
    """The text as a `Para` keeps it: only what can be seen, in single spaces.

    >>> clean("  Cabinet\\u00a0noted\\tthe  report\\n")
    'Cabinet noted the report'
    """
    return " ".join(visible(text).split())
