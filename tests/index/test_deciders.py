"""Whose decision a question asks for."""

from dataclasses import replace

import pytest

from index.answer.deciders import is_of_decider
from index.records import Citation, FrontPage, ReportFacts, Standing

FRONT = FrontPage(title="Shared bins", council="Fenwick Borough Council", body="Cabinet")
REPORT = ReportFacts("a", "paper.txt", "report", FRONT, "public", 0, 100)


def cited(excerpt: str, standing: Standing, council: str | None) -> Citation:
    report = replace(REPORT, front=replace(FRONT, council=council))
    return Citation(excerpt, 0, len(excerpt), report, None, None, None, standing)


@pytest.mark.parametrize(
    ("question", "council", "standing", "is_theirs"),
    [
        ("what did Fenwick cabinet decide on bins", "Fenwick Borough Council", "resolved", True),
        (
            "what did Tarn's own cabinet decide",
            "Fenwick Borough Council",
            "resolved",
            False,
        ),
        ("what did cabinet decide on bins", "Fenwick Borough Council", "resolved", True),
        ("what did Tarn's council decide on bins", None, "reported", True),
        ("what did Tarn's council decide on bins", None, "recommended", False),
        ("what did Upper Tarn parish council decide on bins", None, "reported", False),
    ],
)
def test_a_decision_is_of_those_who_were_named(
    question: str, council: str | None, standing: Standing, is_theirs: bool
) -> None:
    told = cited("Bins are to be shared with Tarn.", standing, council)
    assert is_of_decider(question, told) is is_theirs
