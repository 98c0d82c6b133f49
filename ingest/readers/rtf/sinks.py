"""Where text goes that is not the paper's own: fields, properties, and what nobody sees."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from ingest.readers.rtf.flow import Flow
from ingest.readers.rtf.fonts import sign, whole
from ingest.readers.rtf.groups import Group, Sink

_LONGEST = 500  # characters of a field's instruction that are looked at
_UNSET = 25  # what a check box says that nobody has touched


@dataclass(slots=True)
class Nowhere:
    """Drops what it is given; a warning is kept if that was text."""

    warnings: set[str] = field(default_factory=set)
    warning: str = ""

    def add(self, text: str, _: Group) -> None:
        """Drop it."""
        if self.warning and text.strip():
            self.warnings.add(self.warning)

    def close(self) -> None:
        """Nothing is left to be done."""


NOWHERE = Nowhere()


@dataclass(slots=True)
class Collected:
    """Gathers text, and gives it away whole."""

    give: Callable[[str], None]
    _text: list[str] = field(default_factory=list)

    def add(self, text: str, group: Group) -> None:
        """Take it, if it is seen."""
        if not (group.letters.hidden or group.letters.deleted):
            self._text.append(text)

    def close(self) -> None:
        """Give what has gathered."""
        self.give(whole("".join(self._text)))


@dataclass(slots=True)
class Around:
    """A group whose own text is not seen, round one whose text is."""

    outer: Sink

    def add(self, text: str, _: Group) -> None:
        """Drop it."""

    def close(self) -> None:
        """Nothing is left to be done."""


@dataclass(slots=True)
class OldList:
    """How an old program lists the paragraph to come; a sink that takes no text itself."""

    flow: Flow
    is_bullet: bool = False

    def add(self, text: str, _: Group) -> None:
        """Drop it."""

    def close(self) -> None:
        """Nothing is left to be done."""


@dataclass(slots=True)
class Field(Around):
    """A field: what it shows is seen, and a sign or check box that it only names."""

    group: Group
    shown: str = ""
    _before: int = 0

    def __post_init__(self) -> None:
        """Remember how much stood there before it."""
        self._before = self._written()

    def close(self) -> None:
        """Show the sign, if nothing else was shown."""
        if self.shown and self._written() == self._before:
            self.outer.add(self.shown, self.group)

    def _written(self) -> int:
        return self.outer.written if isinstance(self.outer, Flow) else 0


@dataclass(slots=True)
class Instruction:
    """What a field is to do."""

    field: Field
    box: int = _UNSET  # what a check box was set to, and what it is if it was not
    box_default: int = 0
    _text: str = ""

    def add(self, text: str, _: Group) -> None:
        """Take it."""
        self._text = (self._text + text)[:_LONGEST]

    def close(self) -> None:
        """Tell the field what it shows."""
        if self._text.split()[:1] == ["SYMBOL"]:
            self.field.shown = _named_sign(self._text)
        elif "FORMCHECKBOX" in self._text:
            checked = self.box_default if self.box == _UNSET else self.box
            self.field.shown = "☒" if checked else "☐"


@dataclass(slots=True)
class Info:
    """What the file says of itself; a sink that takes no text itself."""

    title: str = ""
    author: str = ""
    created: date | None = None

    def add(self, text: str, _: Group) -> None:
        """Drop it."""

    def close(self) -> None:
        """Nothing is left to be done."""

    def set_title(self, text: str) -> None:
        """Take the title; the first one counts."""
        self.title = self.title or text

    def set_author(self, text: str) -> None:
        """Take the author; the first one counts."""
        self.author = self.author or text


@dataclass(slots=True)
class Moment:
    """When the file was made, word by word."""

    info: Info
    _year: int = 0
    _month: int = 0
    _day: int = 0

    def word(self, name: str, value: int | None) -> None:
        """Take a part of the date."""
        if name == "yr":
            self._year = value or 0
        elif name == "mo":
            self._month = value or 0
        elif name == "dy":
            self._day = value or 0

    def add(self, text: str, _: Group) -> None:
        """Drop it."""

    def close(self) -> None:
        """Tell the date, if it is one."""
        try:
            self.info.created = date(self._year, self._month, self._day)
        except (ValueError, OverflowError):
            self.info.created = None


def _named_sign(instruction: str) -> str:
    """The sign that an instruction names by its number and its font, where it is known.

    >>> _named_sign('SYMBOL 252 \\\\f "Wingdings" \\\\s 12')
    '✓'
    """
    named, *switches = instruction.split("\\")
    code = named.split()[1:2]
    fonts = [switch[1:].strip(' "') for switch in switches if switch[:1] == "f"]
    if not code or not code[0].isascii() or not code[0].isdecimal() or len(code[0]) > 5:
        return ""
    return sign(int(code[0]), fonts[0] if fonts else "")
