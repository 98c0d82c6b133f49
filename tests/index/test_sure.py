"""What is quoted is called an answer only where it states the kind of thing that was asked."""

from datetime import date
from pathlib import Path

import pytest

from index.answer.matters import Matter, each_once
from index.records import Decision, FrontPage, ReportFacts
from support.commands import ingested, run_json

NEWS = """Minutes of the Quay Council

Date: 3 July 2024

5. SUNDRY NEWS

The flood wall ballot is being organised by a working group. The flower show is on 24 July 2024.

6. CHAPEL YARD

The application for nine homes at Chapel Yard was considered at the last meeting of the county.

7. BANDSTAND

Repairs of the bandstand were put off because the tender was too dear. The bandstand was mended in \
the spring. Complaints about the bandstand noise were made.

8. KIOSKS

The application for a kiosk at Sandy Lane was refused by the county.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper above, ingested."""
    return ingested(tmp_path_factory.mktemp("sure"), {"news.txt": NEWS})


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("when is the flower show", "answered"),
        ("when is the flood wall ballot being organised", "related"),  # a date, but of the show
        ("what was the outcome for the homes at Chapel Yard", "related"),  # no outcome is told
        ("what was the outcome for the kiosk at Sandy Lane", "answered"),
        ("who seconded the kiosk at Sandy Lane", "related"),
        ("which dates were given for the kiosk at Sandy Lane", "related"),
        ("why were the bandstand repairs put off", "answered"),
        ("why is the flower show on 24 July", "related"),  # no reason is told
        ("who complained about the bandstand noise", "related"),  # "Complaints" is nobody
        ("what did Mardale's council decide about the kiosk at Sandy Lane", "related"),
    ],
)
def test_an_answer_states_the_kind_of_thing_asked(data: Path, question: str, status: str) -> None:
    assert run_json("ask", question, data=data)["status"] == status


def _matter(*asked: str, report_id: str = "a") -> Matter:
    front = FrontPage(meeting_date=date(2024, 7, 3))
    report = ReportFacts(report_id, "paper.txt", "report", front, "public", 0, 100)
    return Matter(report, tuple(Decision(text, "recommended", 0, 9, 0) for text in asked))


@pytest.mark.parametrize(
    ("matters", "kept"),
    [
        ([_matter("Buy the boat."), _matter("buy the boat")], 1),
        ([_matter("Buy the boat."), _matter("Sell the boat.")], 2),
        ([_matter("Buy it", "Sell it"), _matter("Sell it.")], 1),
        ([_matter("Buy it"), _matter("Buy it", "Sell it")], 2),
        ([_matter("Buy it"), _matter("Buy it", report_id="b")], 2),
    ],
)
def test_what_a_paper_asks_for_in_two_places_is_given_once(
    matters: list[Matter], kept: int
) -> None:
    assert len(list(each_once(matters))) == kept
