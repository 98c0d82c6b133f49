"""Markdown: what a reader of the page would see, numbers as typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import Para, Table
from ingest.readers.markdown import read
from ingest.readers.marks import without_marks
from support.shown import shown

MINUTES = """---
title: "Minutes of the Parks Committee"
date: 2024-03-05
author: The Clerk
---

# Minutes

*Held in the Town Hall
at 7pm.*\\
Present: Jane Roe

Decisions
---------

3. **RESOLVED** that the [plan](plan.pdf)
   be agreed.
4. That £5 be spent.
   - on trees
   * on grass

> A petition was _received_.

| Ward | Cost |
|------|-----:|
| East \\| North | **40** |
| West |

***

Contact <clerk@exham.gov.uk> &amp; lewis_roe@exham.gov.uk
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noted.\n<!--\nDraft.\n\nNot yet.\n-->\nAgreed.", ["Noted.", "Agreed."]),
        ("<!-- Draft.\n\n- Not yet --> Agreed.\n", ["Agreed."]),
        ("Noted. <!-- not\nyet --> Agreed.", ["Noted. Agreed."]),
        ("Noted <!-- a --> it.\n\n<!-- b -->\n\nAgreed.", ["Noted it.", "Agreed."]),
        ("Noted.\n\n<!-- Nobody closes\n\nthis.", ["Noted."]),
        ("<script>\nnot()\n\nnow()\n</SCRIPT>\nAgreed.", ["Agreed."]),
        ("Noted.\n<style>\n.not {}\n</style> Agreed.", ["Noted.", "Agreed."]),
        ("<table><tr><td>East</td><td>£40</td></tr></table>", ["East £40"]),
        ("An arrow <!-- is kept.", ["An arrow <!-- is kept."]),
        ("```\n<!--\nset as typed\n-->\n```", ["<!--", "set as typed", "-->"]),
    ],
)
def test_what_is_commented_out_is_not_shown(text: str, expected: list[str]) -> None:
    assert shown(read(text.encode())) == expected


def test_marks_go_and_words_stay() -> None:
    assert shown(read(MINUTES.encode())) == [
        "Minutes",
        "Held in the Town Hall at 7pm.",
        "Present: Jane Roe",
        "Decisions",
        "3. RESOLVED that the plan be agreed.",
        "4. That £5 be spent.",
        "• on trees",
        "• on grass",
        "A petition was received.",
        (("Ward", "Cost"), ("East | North", "40"), ("West", "")),
        "Contact clerk@exham.gov.uk & lewis_roe@exham.gov.uk",
    ]


def test_headings_and_head_rows_are_marked() -> None:
    parts = read(MINUTES.encode()).parts
    assert [part.heading for part in parts if isinstance(part, Para)][:4] == [1, None, None, 2]
    assert [part.header_rows for part in parts if isinstance(part, Table)] == [1]


def test_front_matter_becomes_properties() -> None:
    properties = read(MINUTES.encode()).properties
    assert properties.title == "Minutes of the Parks Committee"
    assert properties.author == "The Clerk"
    assert date.fromisoformat(properties.front_matter["date"]) == date(2024, 3, 5)


def test_a_line_ended_on_purpose_follows_hard_on_the_other() -> None:
    parts = [part for part in read(MINUTES.encode()).parts if isinstance(part, Para)]
    assert [part.gap for part in parts if part.text.startswith(("Held", "Present"))] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**bold** and *slanted* and ***both***", "bold and slanted and both"),
        ("__bold__ and _slanted_ snake_case_name", "bold and slanted snake_case_name"),
        ("~~struck~~ `code * here`", "struck code * here"),
        ("![a map](map.png) [plan](https://x.uk/a_(b)) <br> end", "a map plan end"),
        (r"2 \* 3 \[sic\] 1 * 2", "2 * 3 [sic] 1 * 2"),
        ("the 2^nd^ of March<!-- not -->", "the 2nd of March"),
        ("costs [excluding VAT] &pound;5 &#8211; 6", "costs [excluding VAT] £5 – 6"),
        ("<https://exham.gov.uk/plan> <b>now</b>", "https://exham.gov.uk/plan now"),
        ("(<clerk@exham.gov.uk>)", "(clerk@exham.gov.uk)"),
        ("**Raising funds **", "Raising funds"),
    ],
)
def test_marks_within_a_line(marked: str, plain: str) -> None:
    assert without_marks(marked) == plain


def test_links_by_reference_keep_their_text_and_lose_their_targets() -> None:
    text = "# Plan\n\nSee [the plan][np] and [the guide].\n\n[np]: https://x.uk\n[the guide]: /g\n"
    assert shown(read(text.encode())) == ["Plan", "See the plan and the guide."]


@given(st.text())
def test_any_text_is_read_and_numbers_survive(text: str) -> None:
    paper = read(f"# Minutes\n\n{text}\n\nThe sum of £4127 was agreed.".encode(errors="replace"))
    assert any("4127" in str(part) for part in paper.parts)


@given(st.text("*_`~[]()<>#|-!\\ \nab", max_size=200))
def test_no_tangle_of_marks_is_too_much(text: str) -> None:
    assert read(text.encode()).format == "md"


def test_labelled_facts_and_lines_typed_between_fences_stay_lines() -> None:
    text = (
        "# Ford\n\nReport of the Head of Fords\nAuthor: Ted Rook\n**Wards:** Mill\n\n```\n"
        "The weir has been looked at by both of the parishes, and it was thought to be\nsafe.\n"
        "Mill Row    £40\nFord Lane   £50\n```\n"
    )
    assert shown(read(text.encode())) == [
        "Ford",
        "Report of the Head of Fords",
        "Author: Ted Rook",
        "Wards: Mill",
        "The weir has been looked at by both of the parishes, and it was thought to be safe.",
        "Mill Row £40",
        "Ford Lane £50",
    ]
