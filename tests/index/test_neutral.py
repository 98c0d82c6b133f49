"""Withheld papers are told by a title that says nothing of what is in them."""

import pytest

from index.neutral import neutral_title, of_id, short_id, without_name
from index.runs import RunItem

SALE, GRANT = "/papers/Sale of the quay to Salt Ltd.pdf", "/papers/Grant.pdf"
SHUT = [
    RunItem(SALE, "withheld", "exempt"),
    RunItem(GRANT, "failed", "corrupt"),
]


def test_the_title_has_no_word_of_the_name_and_is_the_same_each_time() -> None:
    assert neutral_title(SALE) == neutral_title(SALE) != neutral_title(GRANT)
    assert "quay" not in neutral_title(SALE)


@pytest.mark.parametrize("said", [short_id(SALE), short_id(SALE).upper(), neutral_title(SALE)])
def test_a_source_is_found_by_its_id_as_it_is_told(said: str) -> None:
    assert of_id([GRANT, SALE], said) == [SALE]


@pytest.mark.parametrize(
    ("act", "arguments", "told"),
    [
        ("withdraw", f"{SALE}: it names a bidder", f"{neutral_title(SALE)}: it names a bidder"),
        ("release", f"{GRANT}: agreed", ""),
        ("ingest", "'/papers/Sale of the quay.pdf'", ""),
        ("forget", "/papers/Sale of the quay", ""),
        ("cancel", "ingest 7", "ingest 7"),
    ],
)
def test_acts_are_told_without_the_names_of_papers(act: str, arguments: str, told: str) -> None:
    assert without_name(act, arguments, SHUT) == told
