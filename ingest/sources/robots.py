"""What a website asks of programs in its robots.txt, read as RFC 9309 says.

Python's own reader of such files knows no ``*`` within a path, and takes the first rule that fits
and not the longest; a site that shuts ``/*.pdf$`` would be read against its wish.
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

OUR_NAME = "townclerk"
LONGEST_DELAY = 60.0  # seconds; a site that asks for more gets this much
MOST = 500 << 10  # bytes that are looked at


@dataclass(frozen=True, slots=True)
class Rules:
    """Which paths may be asked for, and how long to wait between two of them."""

    lines: tuple[tuple[bool, str], ...] = ()  # whether it allows, and the path it is about
    delay: float = 0.0

    def allow(self, target: str) -> bool:
        """Whether a path and query may be asked for: the longest rule that fits says so."""
        fitting = [(len(path), allowed) for allowed, path in self.lines if _fits(path, target)]
        return max(fitting, default=(0, True))[1]


def rules_in(data: bytes) -> Rules:
    r"""The rules for us: those under our own name, else those for all.

    >>> rules = rules_in(b"User-agent: *\nDisallow: /a/\nAllow: /a/open\nCrawl-delay: 3")
    >>> rules.allow("/a/b.pdf"), rules.allow("/a/open.pdf"), rules.delay
    (False, True, 3.0)
    """
    groups = list(_groups(data[:MOST].decode("utf-8", "replace")))
    ours = [rules for names, rules in groups if OUR_NAME in names]
    for_all = [rules for names, rules in groups if "*" in names]
    rules = [rule for group in (ours or for_all) for rule in group]
    paths = [(n == "allow", path) for n, path in rules if n in ("allow", "disallow") and path]
    delays = [_seconds(value) for name, value in rules if name == "crawl-delay"]
    return Rules(tuple(paths), max(delays, default=0.0))


def _groups(text: str) -> Iterator[tuple[set[str], list[tuple[str, str]]]]:
    """Each group of rules with the names of those it is for."""
    names: set[str] = set()
    rules: list[tuple[str, str]] = []
    for line in text.lstrip("\ufeff").splitlines():
        name, colon, value = line.partition("#")[0].partition(":")
        name, value = name.strip().casefold(), value.strip()
        if name == "user-agent":
            if rules:
                yield names, rules
                names, rules = set(), []
            names.add(_product(value))
        elif colon and names:
            rules.append((name, value))
    yield names, rules


def _product(agent: str) -> str:
    return re.split(r"[/\s]", agent.casefold(), maxsplit=1)[0]


def _fits(path: str, target: str) -> bool:
    """Whether a rule's path begins a target; ``*`` stands for anything, and a last ``$`` ends it.

    Done by hand: a pattern with many stars could take a regular expression for ever.
    """
    ends = path.endswith("$")
    first, *rest = unquote(path.removesuffix("$")).split("*")
    text = unquote(target)
    if not text.startswith(first):
        return False
    place = len(first)
    for number, part in enumerate(rest):
        last = ends and number == len(rest) - 1
        found = text.rfind(part, place) if last else text.find(part, place)
        if found < 0 or (last and found + len(part) != len(text)):
            return False
        place = found + len(part)
    return not ends or place == len(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        return 0.0
    return min(seconds, LONGEST_DELAY) if math.isfinite(seconds) and seconds > 0 else 0.0
