"""Whatever a paper's lines are, each decision stands in its text, apart from every other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import FrontPage, ReportKind
from ingest.decisions import decisions, doubts
from ingest.pipeline import read_report
from support.papers import heading, item, lay_out, para, row

_WORDS = st.lists(
    st.sampled_from(
        (
            "RESOLVED that RESOLVED: AGREED Agreed DECISION Decision: Cabinet: Members That"
            " (1) (2) (a) 1. 2. the rents be approved deferred REFUSED noted moved proposed by"
            " seconded Cllr Pike Councillor Ash motion amendment was carried lost For 7, against 2"
            " Reasons: Reason for decision: Alternative options considered: Recommendations"
            " It is recommended that: and it was agreed to unanimously At its meeting on 3 May"
            " had resolved: Proposed decision subject to conditions: . ; – \u201c \u201d"
        ).split(" ")
    ),
    min_size=1,
    max_size=14,
).map(" ".join)
_BLOCK = st.one_of(
    st.builds(heading, _WORDS),
    st.builds(para, _WORDS),
    st.builds(lambda words: item(f"- {words}"), _WORDS),
    st.builds(lambda n, words: item(f"{n}. {words}", label=str(n)), st.integers(1, 4), _WORDS),
    st.builds(lambda one, two: row(one, two, columns=("Item", "Decision")), _WORDS, _WORDS),
    st.builds(row, _WORDS, _WORDS),
)
_KINDS: list[ReportKind] = ["report", "minutes", "decision", "agenda", "other"]


@given(st.lists(_BLOCK, max_size=12), st.sampled_from(_KINDS), st.booleans())
def test_every_decision_stands_where_it_says_and_none_overlaps(blocks, kind, draft) -> None:  # type: ignore[no-untyped-def]
    text, laid = lay_out(*blocks)
    front = FrontPage(draft=draft)
    found = decisions(text, laid, kind, front)
    for each in found:
        assert each.text == text[each.start : each.end] != ""
        assert 0 <= each.lead_start <= each.start
        assert each.reasons is None or each.reasons in text
        assert each.alternatives is None or each.alternatives in text
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(told.endswith(".") for told in doubts(laid, found, front))


@pytest.mark.parametrize("kind", ["report", "agenda", "other"])
def test_no_words_make_a_report_resolve(kind: ReportKind) -> None:
    text, laid = lay_out(
        heading("Background"),
        para("RESOLVED that the rents be approved."),
        para("It was unanimously agreed that they rise."),
        row("Decision", "That the lease be renewed."),
    )
    assert {each.standing for each in decisions(text, laid, kind, FrontPage())} <= {"recommended"}


def test_a_hostile_paper_is_read_in_time() -> None:
    words = "It was moved by Councillor A and seconded and the motion for against 1 for 2 " * 4000
    paper = f"Minutes of the Cabinet held on 4 May 2021\n\n{words}\n\nRESOLVED {words}"
    assert read_report(paper.encode(), "minutes.txt").kind == "minutes"
