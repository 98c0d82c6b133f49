"""Slack's text in and out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.text import clip, escape, head, question_in, shown, unescape


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("<@UCLERK> who chairs Cabinet?", "who chairs Cabinet?"),
        ("who chairs <@UCLERK|town.clerk> Cabinet?", "who chairs Cabinet?"),
        ("Is R&amp;D &lt;new&gt;?", "Is R&D <new>?"),
        ("see <https://x.gov.uk/a?b=1&amp;c=2>", "see https://x.gov.uk/a?b=1&c=2"),
        ("see <https://x.gov.uk|the plan>", "see the plan"),
        ("ask <mailto:a@x.gov.uk|a@x.gov.uk>", "ask a@x.gov.uk"),
        ("<@U9> <@U8|jo> what of <#C123|planning> bins?", "what of bins?"),
        ("<!here> <!subteam^S1|@officers> bins", "bins"),
        ("on <!date^1392734382^{date}|18 Feb 2014>", "on 18 Feb 2014"),
        ("two\n\u00a0 lines", "two lines"),
        ("is 3 < 4 > 2", "is 3 < 4 > 2"),
        ("bins :wastebasket: :+1::skin-tone-3: and :100:", "bins and"),
        ("at 10:30:00, item 3:1:2, a:b:c", "at 10:30:00, item 3:1:2, a:b:c"),
        ("", ""),
        ("<@UCLERK>", ""),
    ],
)
def test_a_question_is_read_as_a_person_would(written: str, asked: str) -> None:
    assert question_in(written) == asked


@given(st.text())
def test_escaped_text_holds_no_markup_and_comes_back_whole(text: str) -> None:
    escaped = escape(text)
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", escaped)
    assert unescape(escaped) == text


@given(st.text())
def test_whatever_somebody_types_is_asked_as_they_typed_it(text: str) -> None:
    assert question_in(escape(text)) == " ".join(text.split())


@given(st.text(), st.integers(1, 60))
def test_shown_text_keeps_its_limit_and_cuts_no_escape(text: str, limit: int) -> None:
    text_shown = shown(text, limit)
    assert len(text_shown) <= max(limit, 5)
    assert not re.search(r"[<>]|&(?!amp;|lt;|gt;)", text_shown)


@given(st.text(), st.integers(1, 60))
def test_the_head_of_a_text_is_its_beginning_unaltered(text: str, limit: int) -> None:
    assert text.startswith(head(text, limit))
    assert len(head(text, limit)) <= limit
    assert len(clip(text, limit)) <= limit
