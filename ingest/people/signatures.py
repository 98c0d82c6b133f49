"""Those who sign a report at its end: a name and below it a post, one or several side by side."""

from collections.abc import Iterator, Sequence

from index.records import Block, Lead
from ingest.people.person import is_name, person_in
from ingest.people.posts import ends_as_post, is_post_alone
from ingest.structure import lexicon

_LONGEST = 120  # characters of a line that is a signature
_KINDS = ("paragraph", "item", "heading")


def signatures(blocks: Sequence[Block]) -> Iterator[Lead]:
    """Names with the posts beside or below them in the latter half of a paper.

    In one block ("ANN PIKE CHIEF EXECUTIVE"), in two ("Ann Pike", "Director of Works") or in two
    rows, a name above a post in each column.
    """
    for number in range(len(blocks) // 2, len(blocks)):
        below = blocks[number + 1] if number + 1 < len(blocks) else None
        yield from _signed(blocks[number], below)


def _signed(block: Block, below: Block | None) -> Iterator[Lead]:
    if block.kind == "row":
        yield from _side_by_side(block, below)
    elif (
        block.kind in _KINDS and len(block.words) <= _LONGEST and block.words[-1:] not in (".", ":")
    ):
        yield from _below(block, below)


def _below(block: Block, below: Block | None) -> Iterator[Lead]:
    """A name and a post in one block, or a name alone with its post in the next."""
    words = block.words.strip(" *_")
    if lexicon.is_name_and_post(words):
        person = person_in(words)
        if person and person.name:
            yield _lead(person.name, person.post, block, block)
    elif below and below.kind in _KINDS and _is_signed_name(words):
        post = below.words.strip(" *_")
        if len(post) <= _LONGEST and (lexicon.is_post(post) or ends_as_post(post)):
            yield _lead(words, post, block, below)


def _is_signed_name(words: str) -> bool:
    return is_name(words) and len(words.split()) > 1 and not any(map(str.isdigit, words))


def _side_by_side(block: Block, below: Block | None) -> Iterator[Lead]:
    """Two rows of a table that only lays out signatures: names above, posts below."""
    if below is None or below.kind != "row" or len(below.cells) != len(block.cells):
        return
    pairs = list(zip(block.cells, below.cells, strict=True))
    filled = [(name.strip(), post.strip()) for name, post in pairs if name or post]
    if filled and all(_is_signed_name(n) and is_post_alone(p) for n, p in filled):
        for name, post in filled:
            yield _lead(name, post, block, below)


def _lead(name: str, post: str | None, first: Block, last: Block) -> Lead:
    return Lead(name, post, None, "Signed by", None, first.start, last.end)
