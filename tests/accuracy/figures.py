"""A figure: how many of how many are right, how many must be, and which are not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3] / "shared"


@dataclass(frozen=True, slots=True)
class Figure:
    """``right`` of ``of`` are as they should be, and at least the share ``floor`` has to be."""

    what: str
    right: int
    of: int
    floor: float
    wrong: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        """Whether enough are right; nothing measured is not enough."""
        return self.of > 0 and self.right >= self.floor * self.of

    def line(self) -> str:
        """The figure in a line of the table."""
        share = f"{100 * self.right / self.of:6.1f} %" if self.of else "  none  "
        note = "" if self.is_met else f"   BELOW {100 * self.floor:.0f} %"
        return f"{self.what:62} {self.right:5} of {self.of:5} {share}{note}"


Case = tuple[str, object, object]  # what it is about, what was read, what is true


def compared(what: str, cases: Iterable[Case], floor: float = 1.0) -> Figure:
    """A figure from cases, each right where what was read equals what is true."""
    told = [(about, read, true) for about, read, true in cases]
    wrong = tuple(f"{about}: {read!r}, not {true!r}" for about, read, true in told if read != true)
    return Figure(what, len(told) - len(wrong), len(told), floor, wrong)


Section = Callable[[], Iterable[Figure]]
