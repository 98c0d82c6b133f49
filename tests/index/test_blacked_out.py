"""Quotes tell whether words are blacked out in them, or elsewhere in their paper."""

from dataclasses import replace

import pytest

from index.blacked_out import WARNING, blacked_out, say_blacked_out
from support.sample_answer import REPORT

RELEASED = replace(REPORT, warnings=("Hidden text was left out.", WARNING))


@pytest.mark.parametrize(
    ("text", "where"),
    [("The tender of █ was accepted.", "here"), ("The quay is dredged.", "elsewhere"),
     ("", "elsewhere")],
)  # fmt: skip
def test_of_a_paper_with_words_blacked_out_each_quote_says_where(text: str, where: str) -> None:
    assert blacked_out(text, RELEASED) == where
    assert where in say_blacked_out(text, RELEASED)


def test_a_bar_drawn_in_any_other_paper_is_no_gap() -> None:
    assert blacked_out("Progress: ███ 60%", REPORT) is None
    assert say_blacked_out("Progress: ███ 60%", REPORT) == ""
