"""A paper's blocks with where those of a kind stand, looked for once and not for every decision."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import Any, Self, TypeVar

from index.records import Block

Fits = Callable[[Block], bool]
_Read = TypeVar("_Read")


class NotedBlocks(tuple[Block, ...]):
    """Blocks that remember, for each thing asked of them, which of them it is true of."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Self:
        """Blocks, with what they remember where they are such already."""
        return blocks if isinstance(blocks, cls) else cls(blocks)

    @cached_property
    def _places(self) -> dict[Fits, list[int]]:
        return {}

    def where(self, fits: Fits) -> list[int]:
        """The numbers of the blocks that fit; ``fits`` is a function with a name of its own."""
        if fits not in self._places:
            self._places[fits] = [number for number, block in enumerate(self) if fits(block)]
        return self._places[fits]

    @cached_property
    def _readings(self) -> dict[tuple[Callable[[Block], Any], int], Any]:
        return {}

    def once(self, read: Callable[[Block], _Read], number: int) -> _Read:
        """What is read in a block, read once; ``read`` is a function with a name of its own."""
        if (read, number) not in self._readings:
            self._readings[read, number] = read(self[number])
        found: _Read = self._readings[read, number]
        return found


def above(blocks: Sequence[Block], number: int, fits: Fits) -> Iterator[Block]:
    """The blocks before a number that fit, the nearest first."""
    noted = NotedBlocks.of(blocks)
    places = noted.where(fits)
    for place in range(bisect_left(places, number) - 1, -1, -1):
        yield noted[places[place]]
