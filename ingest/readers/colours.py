"""Colours of letters and of what is behind them: whether one can be told from the other."""

import re

_DARK, _DARK_NEAR = 0x60, 0x30  # of 255, in each colour
_NEAR = 0x10  # paler colours are told apart more easily
_NAMED = {"black": "000000", "white": "ffffff"}
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})\s*\)")


def are_alike(ink: str | None, ground: str | None) -> bool:
    """Whether letters of one colour cannot be seen on the other; unknown colours are unlike.

    >>> are_alike("#000", "black"), are_alike("white", "#fdfdfd"), are_alike("#fff", "#000")
    (True, True, False)
    """
    first, second = shades(ink or ""), shades(ground or "")
    if first is None or second is None:
        return False
    near = _DARK_NEAR if max(first + second) < _DARK else _NEAR
    return max(abs(a - b) for a, b in zip(first, second, strict=True)) < near


def is_dark(colour: str | None) -> bool:
    """Whether a colour is near to black, as what is drawn over words that are to be hidden.

    >>> is_dark("#222"), is_dark("white"), is_dark(None)
    (True, False, False)
    """
    return max(shades(colour or "") or (_DARK,)) < _DARK


def shades(colour: str) -> tuple[int, ...] | None:
    """A colour's red, green and blue, up to 255 each; None for what is no plain colour."""
    plain = colour.strip().casefold()
    if said := _RGB.fullmatch(plain):
        return tuple(int(each) for each in said.groups())
    plain = _NAMED.get(plain, plain).removeprefix("#")
    plain = "".join(letter * 2 for letter in plain) if len(plain) == 3 else plain
    return tuple(bytes.fromhex(plain)) if re.fullmatch(r"[\da-f]{6}", plain) else None
