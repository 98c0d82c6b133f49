"""What it takes to understand a paper grows as the paper does: twice the lines, twice the work."""

import pytest

from index.records import Block, FrontPage
from ingest.decisions import decisions
from ingest.decisions.noted import NotedBlocks, above
from ingest.packs.reading import read_papers
from support.effort import calls_of
from support.papers import lay_out, para

_MINUTES = "MARROWBY BOROUGH COUNCIL\n\nMINUTES of the Cabinet of 8 July 2025\n\n"
_RECORD = "MARROWBY BOROUGH COUNCIL\n\nDECISION NOTICE\n\nDate: 8 July 2025\n\n"
_REPEATED = {
    "resolutions": (_MINUTES, "RESOLVED that scheme {n} be approved.\n\n"),
    "resolutions of a list": (_MINUTES, "(a) RESOLVED that scheme {n} be approved\n\n"),
    "decisions told": (_MINUTES, "It was agreed that scheme {n} be approved.\n\n"),
    "refusals": (_MINUTES, "It was agreed that {n} be refused. The request was rejected.\n\n"),
    "refusals in a paragraph": (_MINUTES, "The request {n} was rejected. "),
    "resolutions of items": (_MINUTES, "{n}. Scheme\n\nRESOLVED that it be approved.\n\n"),
    "headings of parts": (_MINUTES, "FOR THE AMENDMENT\n\nCouncillor Pike\n\n"),
    "movers": (_MINUTES, "Cllr Pike moved and Cllr Ash seconded\n"),
    "reasons": (_MINUTES, "RESOLVED that {n} be approved.\n\nReasons: It is cheap.\n\n"),
    "votes": (_MINUTES, "RESOLVED that {n} be approved.\n\nFor 7, against 2\n\n"),
    "records": (_RECORD, "RESOLVED that {n} be approved.\n\nIt is recommended that it be so.\n\n"),
}
# The sentences below a motion are looked through up to a number that these do not come to at first.
_MOTIONS = {
    "motions": (_MINUTES, "Cllr Pike moved and Cllr Ash seconded that fee {n} be set.\n\n"),
    "motions carried": (
        _MINUTES,
        "Cllr Pike moved and Cllr Ash seconded that fee {n} be set.\n\nThe motion was carried.\n\n",
    ),
}


@pytest.mark.parametrize(("top", "line"), _REPEATED.values(), ids=_REPEATED)
def test_a_paper_of_twice_the_lines_takes_twice_the_work(top: str, line: str) -> None:
    assert _growth(top, line) < 2.1


@pytest.mark.parametrize(("top", "line"), _MOTIONS.values(), ids=_MOTIONS)
def test_motions_of_twice_the_number_take_little_more_than_twice_the_work(
    top: str, line: str
) -> None:
    assert _growth(top, line) < 2.4


def test_what_is_below_a_motion_is_told_of_it_up_to_five_hundred_sentences() -> None:
    put = "Cllr Pike moved an amendment, seconded by Cllr Ash, that the fee be £4."
    talk, fate = "Members spoke of it.", "The amendment was lost."
    assert [_outcome([put, *[talk] * count, fate]) for count in (499, 500)] == ["lost", None]


def test_blocks_are_asked_once_which_of_them_fit() -> None:
    asked: list[str] = []

    def fits(block: Block) -> bool:
        asked.append(block.text)
        return block.text != "b"

    blocks = NotedBlocks.of(lay_out(*map(para, "abcd"))[1])
    told = [[block.text for block in above(blocks, number, fits)] for number in (4, 2, 0)]
    assert told == [["d", "c", "a"], ["a"], []]
    assert asked == ["a", "b", "c", "d"]


def test_a_block_is_read_once() -> None:
    read: list[str] = []

    def words(block: Block) -> str:
        read.append(block.text)
        return block.text.upper()

    blocks = NotedBlocks.of(lay_out(*map(para, "ab"))[1])
    assert [NotedBlocks.of(blocks).once(words, number) for number in (1, 0, 1)] == ["B", "A", "B"]
    assert read == ["b", "a"]


def _growth(top: str, line: str) -> float:
    """How many times the work is of twice the lines."""
    _work(top + line)  # what is done once in a process, such as imports
    short, long = (_work(top + "".join(line.format(n=n) for n in range(c))) for c in (300, 600))
    return long / short


def _work(paper: str) -> int:
    """How many calls of functions it takes to understand a paper."""
    return calls_of(lambda: read_papers(paper.encode(), "paper.txt"))


def _outcome(sentences: list[str]) -> str | None:
    """What became of the motion that a paper's first sentence puts."""
    text, blocks = lay_out(*map(para, sentences))
    return decisions(text, blocks, "minutes", FrontPage())[0].outcome
