"""Which of two printed choices was made: "Open ☒ Exempt ☐", "Public / Exempt"."""

import re

from ingest.access_signs import Mark

_TICKED = r"[☒☑✓✔√■⌧]|\[\s*[xX✓✔√☒]\s*\]|\(\s*[xX✓✔√]\s*\)"
_EMPTY = r"[☐□▢❏◻]|\[\s*\]|\(\s*\)"
_OPEN = r"(?:open|public|(?:non|not)[\s-]+(?:exempt|confidential)|part\s*(?:1|i|a|one))\b"
_CLOSED = (
    r"(?:exempt|confidential|restricted|private|closed|part\s*(?:2|ii|b|two))\b"
    r"(?!\s+(?:appendi|annex))"
)
_TOKEN = re.compile(
    rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})|\b(?P<public>{_OPEN})|\b(?P<closed>{_CLOSED})"
    r"|\b(?P<yes>yes|y)\b|\b(?P<no>no|n)\b",
    re.IGNORECASE,
)
# A new question after a box: "Key decision: Yes ☒ No ☐ Exempt: Yes ☐ No ☒".
_NEXT_QUESTION = re.compile(r"(?:(?<=[☒☑✓✔√■☐□])|(?<=\]))\s+(?=[A-Z][\w ]{2,60}[:?])")
_OFFERED = re.compile(
    rf"(?:[\w ]{{0,40}}[:–-]\s*)?{_OPEN}(?:\s+(?:report|item))?\s*(?:/|\||\bor\b)\s*{_CLOSED}"
    rf"(?:\s*(?:/|\||\bor\b)\s*{_CLOSED})?(?:\s+(?:report|item))?\W*"
    r"(?:\(?\s*(?:please\s+)?(?:delete|tick|circle|strike)\b.{0,60})?",
    re.IGNORECASE,
)
_CLOSED_FIRST = re.compile(
    rf"(?:[\w ]{{0,40}}[:–-]\s*)?{_CLOSED}\s*(?:/|\||\bor\b)\s*{_OPEN}\W*"
    r"(?:\(?\s*(?:please\s+)?(?:delete|tick|circle|strike)\b.{0,60})?",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a line that may offer a choice
_OPTIONS = ("yes", "no", "public", "closed")


def chosen(line: str) -> tuple[frozenset[Mark], str]:
    """What the choices printed on a line come to, and the line without them.

    Both marks where nothing shows which was meant; neither where the line offers no choice.

    >>> chosen("Open ☒ Exempt ☐")[0] == {"public"}, chosen("Exempt: Yes ☒ No ☐")[0] == {"exempt"}
    (True, True)
    >>> sorted(chosen("Open / Exempt (delete as applicable)")[0])
    ['exempt', 'public']
    """
    if len(line) > _LONGEST:
        return frozenset(), line
    if _OFFERED.fullmatch(line) or _CLOSED_FIRST.fullmatch(line):
        return frozenset({"public", "exempt"}), ""
    if not re.search(rf"{_TICKED}|{_EMPTY}", line):
        return frozenset(), line
    parts = [_of_boxes(part) for part in _NEXT_QUESTION.split(line)]
    return frozenset(m for found, _ in parts for m in found), " ".join(rest for _, rest in parts)


def _of_boxes(part: str) -> tuple[set[Mark], str]:
    """The choice that one question's boxes make; nothing if it is not about being open."""
    found = [(match.lastgroup or "", match) for match in _TOKEN.finditer(part)]
    kinds = [kind for kind, _ in found]
    boxes = sum(kind in ("ticked", "empty") for kind in kinds)
    if not boxes or not {"public", "closed"} & set(kinds):
        return set(), part
    rest = _TOKEN.sub(" ", part).strip(" :?/-–")
    asked = "yes" in kinds or "no" in kinds
    options = ("yes", "no") if asked else ("public", "closed")
    return _answer(kinds, options, about_open="closed" not in kinds), rest


def _answer(kinds: list[str], options: tuple[str, str], *, about_open: bool) -> set[Mark]:
    """The mark of the option that is ticked; both marks if it is not one and only one."""
    row = [kind for kind in kinds if kind in options or kind in ("ticked", "empty")]
    offered = [kind for kind in row if kind in options]
    before = bool(row) and row[0] in ("ticked", "empty")
    ticked = _ticked(row, before=before)
    if not offered or len(set(offered)) == 1:
        return _lone(row, kinds)
    if len(ticked) != 1 or ticked[0] not in options:
        return {"public", "exempt"}
    closes = ticked[0] in ("closed", "yes")
    if options == ("yes", "no") and about_open:
        closes = not closes
    return {"exempt"} if closes else {"public"}


def _ticked(row: list[str], *, before: bool) -> list[str]:
    """What stands at each tick, on the side where this line has its words."""
    step = 1 if before else -1
    beside = ((at, at + step) for at, kind in enumerate(row) if kind == "ticked")
    return [row[side] if 0 <= side < len(row) else "" for _, side in beside]


def _lone(row: list[str], kinds: list[str]) -> set[Mark]:
    """A single box: "Exempt ☒" closes, "Exempt ☐" says nothing; anything else is unclear."""
    ticked, empty = row.count("ticked"), row.count("empty")
    if ticked + empty != 1 or ("public" in kinds and "closed" in kinds):
        return {"public", "exempt"}
    if not ticked:
        return set()
    denied = ("no" in kinds) != ("closed" not in kinds)
    return {"public"} if denied else {"exempt"}
