"""What minutes tell below a motion, each sentence of it read once however often it is met."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from index.records import Block
from ingest.decisions.minute import ends_item
from ingest.decisions.moving import MOTION, fate_in
from ingest.decisions.noted import NotedBlocks
from ingest.decisions.resolving import ACCORDINGLY, OPENING, resolved_at
from ingest.sentences import sentences

_FARTHEST = 500  # sentences below a motion; what stands farther down tells nothing of it


class Telling:
    """A sentence of minutes, with what it tells of motions; a resolution is left whole."""

    def __init__(self, text: str) -> None:
        """Take the words; what they tell is read when it is first asked."""
        self.text = text

    @cached_property
    def fate(self) -> tuple[str, str] | None:
        """What became of a motion or an amendment."""
        return fate_in(self.text)

    @cached_property
    def resolves(self) -> bool:
        """Whether something is resolved here in words of its own."""
        if self.agrees:
            return False
        return bool(OPENING.match(self.text)) or resolved_at(self.text) is not None

    @cached_property
    def agrees(self) -> bool:
        """Whether what was moved is resolved in its own words: "RESOLVED accordingly"."""
        return ACCORDINGLY.search(self.text) is not None

    @cached_property
    def moves(self) -> bool:
        """Whether a motion is put."""
        return MOTION.search(self.text) is not None


def rest_of_minute(blocks: Sequence[Block], number: int, words: str) -> Iterator[Telling]:
    """What follows a motion's words in the same item, tables left out."""
    return islice(_rest(NotedBlocks.of(blocks), number, words), _FARTHEST)


def _rest(blocks: NotedBlocks, number: int, words: str) -> Iterator[Telling]:
    own = blocks[number].words.partition(words)[2].strip()
    yield from (Telling(each.text) for each in sentences(own))
    item = blocks[number].label or blocks[number].under
    for place in range(number + 1, len(blocks)):
        block = blocks[place]
        another = item and block.label and not block.label.startswith(item)
        if ends_item(block) or another:
            return
        if block.kind != "row" and block.words not in words:
            yield from blocks.once(_tellings, place)


def _tellings(block: Block) -> tuple[Telling, ...]:
    """A block's sentences; one that resolves is left whole, to be known by how it opens."""
    if OPENING.match(block.words):
        return (Telling(block.words),)
    return tuple(Telling(each.text) for each in sentences(block.words))
