"""The words that end a text and spell a short form, by their initials or else within them."""

import re

_SMALL = frozenset("a an and at by for from in of on or the to under with &".split())
_WORD = re.compile(r"[\w’'&/-]+")
_PART = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|&")
_STOPS = '.;:()[]{}“”"!?'


def long_form(short: str, before: str) -> str | None:
    """The words that end a text and spell a short form.

    >>> long_form("LLFA", "works as a Lead Local Flood Authority")
    'Lead Local Flood Authority'
    >>> long_form("S106", "paid under Section 106"), long_form("ASB", "Anti-Social Behaviour")
    ('Section 106', 'Anti-Social Behaviour')
    >>> long_form("AP", "the Mayor") is None
    True
    """
    letters = _letters(short)
    if not letters:
        return None
    words = list(_WORD.finditer(before))[-len(letters) * 2 - 4 :]
    parts = list(_PART.finditer(before))[-len(letters) * 2 - 8 :]
    start = _by_initials(letters, words)
    if start is None:
        start = _by_initials(letters, parts)
    if start is None:
        start = _by_spelling(letters, before, parts)
    long = before[start:].rstrip(" ,") if start is not None else ""
    return long if _is_long_form(short, long) else None


def _letters(short: str) -> list[str]:
    """The letters of a short form, each run of figures as one: "S106" is "s" and "106"."""
    plain = re.sub(r"(?<=[A-Z])[’']?s$", "", short)
    return [part.casefold() for part in re.findall(r"\d+|[^\W\d_]", plain)]


def _by_initials(letters: list[str], words: list[re.Match[str]]) -> int | None:
    """Where the words start whose initials are the letters; "of" and "and" may be skipped."""
    wanted = letters[::-1]
    for word in reversed(words):
        if _begins(word[0].casefold(), wanted[0]):
            wanted = wanted[1:]
        elif word[0].casefold() not in _SMALL:
            return None
        if not wanted:
            return None if word[0].casefold() in _SMALL else word.start()
    return None


def _begins(word: str, letter: str) -> bool:
    """Whether a word begins with a letter; figures must be the whole word's."""
    return word == letter if letter.isdigit() else word[0] == letter


def _by_spelling(letters: list[str], before: str, words: list[re.Match[str]]) -> int | None:
    """Where the fewest words begin that spell the letters, each word by its first and maybe more.

    "Improvement and Development Agency" spells IDeA. Every word has its part in it, but for the
    small ones and what follows a hyphen: "Co-ordination".
    """
    most = min(len(words), len(letters) * 2)
    for count in range(1, most + 1):
        chosen = words[-count:]
        first = chosen[0][0].casefold()
        if _is_joined(chosen[0], before):
            continue
        if first[0] == letters[0][0] and first not in _SMALL and _spells(letters, chosen, before):
            return chosen[0].start()
    return None


def _spells(letters: list[str], words: list[re.Match[str]], before: str) -> bool:
    if not words:
        return not letters
    word = words[0]
    plain = word[0].casefold()
    if (plain in _SMALL or _is_joined(word, before)) and _spells(letters, words[1:], before):
        return True
    if not letters or not _begins(plain, letters[0]):
        return False
    return any(
        _spells(letters[1 + more :], words[1:], before)
        for more in range(len(letters))
        if _holds(plain[1:], letters[1 : 1 + more])
    )


def _is_joined(word: re.Match[str], before: str) -> bool:
    """Whether a word only goes on with a compound: "circuit" in "closed-circuit"."""
    return before[max(0, word.start() - 1) : word.start()] in ("-", "/")


def _holds(word: str, letters: list[str]) -> bool:
    """Whether a word holds letters in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def _is_long_form(short: str, long: str) -> bool:
    words = long.split()
    stops = any(mark in long for mark in _STOPS)
    several = len(words) >= 2 or "-" in long
    named = any(word[:1].isupper() for word in words) or len(_PART.findall(long)) >= 3
    return several and len(long) > len(short) and not stops and short not in words and named
