"""An answer as names and values, alike whether it was saved as XML or as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass

_YES = frozenset({"true", "yes", "1"})
_NO = frozenset({"false", "no", "0"})


@dataclass(frozen=True, slots=True)
class Node:
    """A named value: text, or further named values. Names are in lower case."""

    name: str
    text: str = ""
    children: tuple["Node", ...] = ()

    def all(self, name: str) -> tuple["Node", ...]:
        """Every value of a name, in order."""
        return tuple(child for child in self.children if child.name == name)

    def has(self, *names: str) -> bool:
        """Whether any of these names is there, empty or not."""
        return any(child.name in names for child in self.children)

    def said(self, *names: str) -> str:
        """The first of these names' texts that is not blank, without blanks around it; else ""."""
        texts = (child.text.strip() for name in names for child in self.all(name))
        return next(filter(None, texts), "")

    def flag(self, name: str) -> bool | None:
        """Whether a value says True or False; None if it is missing or says neither."""
        text = self.said(name).casefold()
        return True if text in _YES else False if text in _NO else None

    def listed(self, container: str, member: str) -> Iterator["Node"]:
        """The members of a list: XML puts each in the container, JSON may leave that step out."""
        for held in self.all(container):
            if held.has(member):
                yield from held.all(member)
            elif held.children:
                yield held
