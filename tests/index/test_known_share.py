"""One plain word that no paper has does not by itself leave a question without a passage."""

from pathlib import Path

import pytest

from index.library import open_library
from index.shelf import open_shelf
from support.small_reports import met, report

PAPER = report(
    "The lease of the Sandle boathouse to Tern Rowing Ltd ends on 3 May 2031.\n"
    "The gulls are fed at the pier.\n"
    "The bell is rung on Sundays.",
    title="Sandle boathouse",
)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        # The papers say "Tern Rowing Ltd".
        ("when does the leaseholder's hold on the Sandle boathouse lease end", "related"),
        ("is there a lighthouse", "no_answer"),
        ("a lighthouse for gulls", "no_answer"),
        # Two words, or a name, are the very thing that is asked about.
        ("the lighthouse cinema by the Sandle boathouse lease", "no_answer"),
        ("did Quimby sign the Sandle boathouse lease", "no_answer"),
    ],
)
def test_a_plain_word_that_no_paper_has_may_be_said_otherwise(
    tmp_path: Path, question: str, status: str
) -> None:
    with open_shelf(tmp_path / "data") as shelf:
        shelf.add(PAPER, met(PAPER), b"bytes")
    with open_library(tmp_path / "data") as library:
        assert library.ask(question).status == status
