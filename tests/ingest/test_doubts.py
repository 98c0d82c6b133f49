"""What a record contradicts is told in a sentence, without the paper's own words."""

from datetime import date

import pytest

from index.records import Block, FrontPage
from ingest.decisions import decisions, doubts
from support.papers import heading, item, lay_out, para

_FRONT = FrontPage(meeting_date=date(2023, 5, 3))


def _doubts(*blocks: Block) -> tuple[str, ...]:
    text, laid = lay_out(*blocks)
    return doubts(laid, decisions(text, laid, "minutes", _FRONT), _FRONT)


_ITEM = heading("7. Car parks", label="7")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            ("RESOLVED that the charges be approved.", "RESOLVED that the charges be deferred."),
            "A matter is both deferred and settled under minute 7.",
        ),
        (
            ("It was moved by Cllr Pike, seconded by Cllr Ash, that the field be sold at once.",
             "The motion was carried.", "The motion was lost."),
            "One motion is said to be both carried and lost under minute 7.",
        ),
        (
            ("Moved by Cllr Pike, seconded by Cllr Ash, that the old field be sold.",
             "Moved by Cllr Orr, seconded by Cllr Lee, that the old field be sold."),
            "The same motion has two movers under minute 7.",
        ),
        (
            ("RESOLVED on 4 May 2023 that the field be sold.",),
            "A decision gives another date than its paper under minute 7.",
        ),
    ],
)  # fmt: skip
def test_a_contradiction_is_kept_as_a_doubt(lines: tuple[str, ...], told: str) -> None:
    assert _doubts(_ITEM, *(para(line, under="7") for line in lines)) == (told,)


def test_points_and_minutes_that_skip_are_told() -> None:
    blocks = (
        heading("45. Rents", label="45"),
        para("RESOLVED", under="45"),
        item("1. That they rise;", label="45.1", under="45"),
        item("3. That they be paid.", label="45.3", under="45"),
        heading("47. Trees", label="47"),
        para("RESOLVED that one be felled.", under="47"),
    )
    assert _doubts(*blocks) == (
        "The numbers of the points skip under minute 45.",
        "The minutes skip from 45 to 47.",
    )


def test_minutes_that_agree_with_themselves_raise_no_doubt() -> None:
    blocks = (
        heading("45. Rents", label="45"),
        para("RESOLVED on 3 May 2023 that the rents be approved.", under="45"),
        para("46. Nothing to note.", label="46"),
        heading("47. Trees", label="47"),
        para("RESOLVED that felling be deferred.", under="47"),
        para("RESOLVED that planting be approved.", under="47"),
    )
    assert _doubts(*blocks) == ()
