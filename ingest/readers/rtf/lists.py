"""The list tables of a Rich Text file: the numbers of paragraphs that carry none themselves."""

from dataclasses import dataclass, field, replace

from ingest.readers.docx.numbering import Level, Numbered, Numbering
from ingest.readers.rtf.groups import Group

_FORMATS = {
    0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter",
    5: "ordinal", 22: "decimalZero", 23: "bullet", 255: "none",
}  # fmt: skip
_LEVELS = 9


@dataclass(slots=True)
class Lists:
    """Reads the tables word by word; a sink that takes no text."""

    numbering: Numbering = field(default_factory=lambda: Numbering({}))
    _by_id: dict[int, dict[int, Level]] = field(default_factory=dict)
    _levels: dict[int, Level] = field(default_factory=dict)
    _depth: int = -1
    _override: int | None = None  # the list that an override is of; None outside of them
    _starts: dict[int, int] = field(default_factory=dict)

    def add(self, text: str, group: Group) -> None:
        """Drop it: the tables' only text is the pattern of a number."""

    def close(self) -> None:
        """Nothing is left to be done."""

    def word(self, name: str, value: int | None) -> None:
        """Take a control word of the tables."""
        if name == "list":
            self._levels, self._depth, self._override = {}, -1, None
        elif name == "listoverride":
            self._starts, self._depth, self._override = {}, -1, 0
        elif name in ("listlevel", "lfolevel"):
            self._depth += 1
        elif name == "listid":
            self._identify(value or 0)
        elif name == "ls" and self._override is not None:
            levels = self._by_id.get(self._override, {})
            numbered = Numbered(str(self._override), levels, self._starts)
            self.numbering.lists[str(value)] = numbered
        elif 0 <= self._depth < _LEVELS:
            self._describe(name, value or 0)

    def pattern(self, text: str) -> None:
        """Take a level's pattern: a byte for its length, then text with the levels' numbers in it.

        "\\x03(\\x01);" is "(%2)".
        """
        if self._override is None and 0 <= self._depth < _LEVELS:
            shown = "".join(f"%{ord(c) + 1}" if ord(c) < _LEVELS else c for c in text[1:50])
            self._change(text=shown.removesuffix(";"))

    def _identify(self, list_id: int) -> None:
        if self._override is None:
            self._by_id[list_id] = self._levels
        else:
            self._override = list_id

    def _describe(self, name: str, value: int) -> None:
        if self._override is not None:
            if name == "levelstartat":
                self._starts[self._depth] = value
        elif name in ("levelnfc", "levelnfcn"):
            self._change(format=_FORMATS.get(value, "decimal"))
        elif name == "levelstartat":
            self._change(start=value)
        elif name == "levelnorestart" and value:
            self._change(restart=0)
        elif name == "levellegal":
            self._change(legal=bool(value))

    def _change(self, **what: object) -> None:
        level = self._levels.get(self._depth, Level())
        self._levels[self._depth] = replace(level, **what)  # type: ignore[arg-type]


WORDS = frozenset(
    """list listoverride listlevel lfolevel listid levelnfc levelnfcn levelstartat levelnorestart
    levellegal""".split()
)
