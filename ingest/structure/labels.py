"""The printed labels of paragraphs and list items: what each may be read as, on its own.

A label's meaning often depends on its neighbours: "(i)" is the first roman or the ninth letter,
"45 Budget" a minute or a quantity. So this module gives every reading, and the outline picks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ingest.dates import MONTHS, WELSH_MONTHS

# How sure a reading is by its form alone: a label anywhere, in a heading, or only in a sequence.
Trust = Literal["anywhere", "heading", "sequence"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a printed label."""

    mark: str  # as printed: "(ii)", "b.", "2.3"
    series: str  # what labels of one list have in common: "(i)", "a.", "2.#"
    number: int  # the place in its series, from 1
    trust: Trust
    parts: tuple[int, ...] = ()  # of numbers: 2.3 is (2, 3); of letters and romans: empty

    @property
    def name(self) -> str:
        """The label as one cites it: "16" for "16.", "(ii)" for "(ii)", "b" for "b)"."""
        return self.mark.rstrip(".:") if "(" in self.mark else self.mark.rstrip(".:)")

    @property
    def numeric(self) -> bool:
        """Whether it is a number as paragraphs have, rather than a letter or roman."""
        return bool(self.parts)


_MONTHS = "|".join((*MONTHS, *WELSH_MONTHS))
_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"

# "-", "•", "o" and their kin, then a space; round and square marks may also touch their text.
_BULLET = re.compile(r"(?!. \d+ .$)(?:[-–—*o](?=\s|$)|[•·▪●◦‣⁃■□➢➤\uf0a7\uf0b7\uf0d8](?=\D|$))")

# "1." "10)" "(i)" "iv." "(b)" "A." and "1.To" with the space left out.
_POINT = re.compile(
    r"(?:\((?P<inner>\d{1,3}|[a-zA-Z]|[ivx]{2,6}|[IVX]{2,6})\)\.?"
    r"|(?P<core>\d{1,3}|[a-zA-Z]|[ivx]{2,6}|[IVX]{2,6})(?P<close>\.\)?|\)\.?))"
    r"(?=$|\s(?!\d{3})|[A-Z£“‘\"'])"
)

# "2.3" "2.3.1" "1.0", but neither "2.5 million", "7.30 pm" nor "9.30 – 11.00".
_DOTTED = re.compile(
    r"(?P<core>\d{1,3}(?:\.\d{1,3}){1,4})[.)]?(?=$|\s|[A-Z“‘\"'])"
    r"(?!\s*(?:%|[-–]\s*\d|(?:[AaPp]\.?[Mm]|FTE|m|bn|million|billion|per|percent|hours?|hrs|years?"
    r"|days?|miles?|km|metres?|hectares?|ha|acres?|tonnes?|times|points?|noon|and|to|of|or)\b))"
)

# "4(a) That", "2.1(iii) the", "12A. Late item": a number and what stands under it, in one.
_COMPOUND = re.compile(
    r"(?P<core>\d{1,3}(?:\.\d{1,3}){0,3})(?:\((?P<inner>[a-z]|[ivx]{2,6}|\d{1,2})\)|(?P<tail>[A-Za-z]))"
    r"(?P<close>[.)]{0,2})(?=$|\s)"
)

# "45 BUDGET", "45 – Budget", "45: Budget", but neither "10 November" nor "6 projects".
_BARE = re.compile(
    rf"(?P<core>[1-9]\d{{0,2}}):?(?=\s(?:[-–—]\s)?[A-Z(“‘\"'])(?!\s(?:[-–—]\s)?(?:{_MONTHS}|{_DAYS})\b)"
)

# "45/23 Budget", "2024/15 Apologies", "2024-015 Apologies": either side may be the year, but
# "2024/25" is a financial year.
_SLASHED = re.compile(
    r"(?P<first>\d{1,4})(?:/|(?<=\d{4})-(?=\d{3}\b))(?P<second>\d{1,4})[.:]?(?=\s[A-Z“‘\"'])"
)

# "CAB.45 TRUST", "EX/12", "A1", "PC 45/23", "Exe/24/12", "P&L 4", "Minute 45": words and a number.
_MINUTE = re.compile(
    r"(?P<prefix>[A-Z]{1,5}(?:&[A-Z]{1,3})?(?:[./-]|(?: (?=\d+(?:/|[.:]?\s[A-Z])))?)"
    r"|[A-Z][A-Za-z]{1,5}/|(?:Minute|Min\.?)(?: No\.?)? |No\.? )"
    r"(?P<core>\d{1,4})(?P<suffix>[./-]\d{1,4})?[.:]?(?=\s|$)"
)


def bullet(text: str) -> int:
    """How many characters the bullet at the start of a text has, its space included; 0 if none.

    >>> [bullet(text) for text in ("- Procurement", "•Parks", "o Roads", "- 5 -", "-£300", "None")]
    [2, 1, 2, 0, 0, 0]
    """
    found = _BULLET.match(text)
    return _with_space(text, found.end()) if found else 0


@lru_cache(maxsize=1 << 13)  # every line is asked about several times, mostly in a row
def readings(text: str) -> tuple[Reading, ...]:
    """Every way to read the label at the start of a text; none if there is none.

    >>> [(r.mark, r.series, r.number) for r in readings("(v) That the report be noted.")]
    [('(v)', '(i)', 5), ('(v)', '(a)', 22)]
    >>> readings("2.5 million pounds"), readings("10 November"), readings("e.g. parks")
    ((), (), ())
    """
    for reader in (_dotted, _point, _compound, _slashed, _minute, _bare):
        found = tuple(reader(text))
        if found:
            return found
    return ()


def computed(label: str) -> tuple[Reading, ...]:
    """The ways to read a label that the format itself computed: it is one, whatever its form.

    >>> [(r.mark, r.series, r.number) for r in computed("Article 4:")]
    [('Article 4:', 'Article #:', 4)]
    """
    exact = tuple(replace(r, trust="anywhere") for r in readings(label) if r.mark == label)
    if exact:
        return exact
    counted = re.fullmatch(r"(\D*)(\d{1,6})(\D*)", label)
    number = int(counted[2]) if counted else 1
    series = f"{counted[1]}#{counted[3]}" if counted else label
    return (Reading(label, series, number, "anywhere", (number,)),)


def mark_length(text: str, reading: Reading) -> int:
    """How many characters of a text are its label and the space after it."""
    return _with_space(text, len(reading.mark))


def stands_alone(text: str) -> bool:
    """Whether a line is a label or bullet with nothing after it, its words being on the next.

    >>> [stands_alone(text) for text in ("(ii)", "a.", "-", "2.3", "12", "(ii) Parks")]
    [True, True, True, True, False, False]
    """
    if bullet(text) == len(text) > 0:
        return True
    return any(reading.mark == text for reading in (*_dotted(text), *_point(text)))


def roman(numeral: str) -> int | None:
    """The value of a lower-case roman numeral below 40, as lists have them; None if it is not one.

    >>> [roman(text) for text in ("i", "iv", "xix", "iix", "c")]
    [1, 4, 19, None, None]
    """
    found = re.fullmatch(r"(x{0,3})(ix|iv|v?i{0,3})", numeral)
    if not numeral or not found:
        return None
    units = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8}
    return 10 * len(found[1]) + (9 if found[2] == "ix" else units[found[2]])


def _with_space(text: str, length: int) -> int:
    return length + 1 if text[length : length + 1].isspace() else length


def _dotted(text: str) -> Iterator[Reading]:
    found = _DOTTED.match(text)
    if not found:
        return
    printed = found["core"].split(".")
    parts = tuple(int(part) for part in printed)
    series = ".".join([*printed[:-1], "#"])
    yield Reading(found.group(), series, parts[-1], _trust_dotted(text, found, printed), parts)


def _trust_dotted(text: str, found: re.Match[str], printed: list[str]) -> Trust:
    """A time, a date or a figure that opens a sentence has the form of a paragraph number too."""
    padded = any(len(part) > 1 and part.startswith("0") for part in printed)
    time = len(printed) == 2 and int(printed[0]) < 24 and printed[1] in ("15", "30", "45")
    date = len(printed) == 3 and len(printed[2]) == 2 and int(printed[1]) <= 12
    runs_on = text[found.end() :].lstrip()[:1].islower()
    return "sequence" if padded or time or date or runs_on or printed[0] == "0" else "anywhere"


def _point(text: str) -> Iterator[Reading]:
    found = _POINT.match(text)
    if not found:
        return
    core = found["inner"] or found["core"]
    frame = "({})" if found["inner"] else "{}" + found["close"][0]
    if core.isdigit():
        if int(core):
            series = frame.format("1")
            yield Reading(found.group(), series, int(core), "anywhere", (int(core),))
        return
    yield from _romans(found.group(), core, frame)
    yield from _letters(found.group(), core, frame)


def _romans(mark: str, core: str, frame: str) -> Iterator[Reading]:
    value = roman(core.lower())
    if value is None:
        return
    series = frame.format("i" if core.islower() else "I")
    sure = len(core) > 1 or (value == 1 and frame == "({})")
    yield Reading(mark, series, value, "anywhere" if sure else "sequence")


def _letters(mark: str, core: str, frame: str) -> Iterator[Reading]:
    if len(core) > 1:
        return
    series = frame.format("a" if core.islower() else "A")
    first = core in "aA" and frame == "({})"
    place = ord(core.lower()) - ord("a") + 1
    yield Reading(mark, series, place, "anywhere" if first else "sequence")


def _compound(text: str) -> Iterator[Reading]:
    found = _COMPOUND.match(text)
    if not found:
        return
    outer = tuple(int(part) for part in found["core"].split("."))
    inner = found["inner"] or found["tail"]
    place = int(inner) if inner.isdigit() else roman(inner) or ord(inner.lower()[0]) - ord("a") + 1
    # "12A Mill Lane" is an address; with a point after it, it may head a late item.
    loose: Trust = "heading" if found["close"] else "sequence"
    trust: Trust = "anywhere" if found["inner"] else loose
    yield Reading(found.group(), f"{found['core']}(#)", place, trust, (*outer, place))


def _slashed(text: str) -> Iterator[Reading]:
    found = _SLASHED.match(text)
    if not found:
        return
    first, second = int(found["first"]), int(found["second"])
    financial_year = second % 100 == (first + 1) % 100
    trust: Trust = "sequence" if financial_year or found["second"] in ("7", "50") else "heading"
    yield Reading(found.group(), f"#/{second}", first, trust, (first,))
    yield Reading(found.group(), f"{first}/#", second, trust, (second,))


def _minute(text: str) -> Iterator[Reading]:
    found = _MINUTE.match(text)
    if not found:
        return
    number, suffix = int(found["core"]), found["suffix"] or ""
    separated = found["prefix"][-1] in "./" or found["prefix"][:3] == "Min" or "/" in suffix
    trust: Trust = "heading" if separated else "sequence"
    yield Reading(found.group(), f"{found['prefix']}#{suffix}", number, trust, (number,))
    if suffix:
        series = f"{found['prefix']}{number}{suffix[0]}#"
        yield Reading(found.group(), series, int(suffix[1:]), trust, (int(suffix[1:]),))


def _bare(text: str) -> Iterator[Reading]:
    found = _BARE.match(text)
    if found:
        number = int(found["core"])
        yield Reading(found.group(), "1", number, "sequence", (number,))
