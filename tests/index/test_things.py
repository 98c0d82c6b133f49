"""What a question may ask to be told about: the names of things, as a paper uses them."""

import pytest

from index.answer.things import names_thing

TEXT = (
    "The regatta may begin at noon. Rowing is allowed on the next Sunday, and a local crew in "
    "hired skiffs is to pay the harbour. The Weir Cottage was sold by Ann Reed to Heron Ferries."
)


@pytest.mark.parametrize(
    "said", ["regatta", "skiffs", "harbour", "Weir Cottage", "Ann Reed", "Heron Ferries", "Sunday"]
)
def test_a_thing_is_named(said: str) -> None:
    assert names_thing(said, TEXT)


@pytest.mark.parametrize(
    "said", ["begin", "allowed", "next", "local", "hired", "pay", "sold", "Weir", "Heron"]
)
def test_what_is_done_or_how_a_thing_is_names_none(said: str) -> None:
    assert not names_thing(said, TEXT)
