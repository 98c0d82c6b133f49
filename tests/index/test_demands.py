"""What a question says besides its subject must be said by what is called an answer."""

from pathlib import Path

import pytest

from support.commands import ingested, run_json

PAPER = """FENWICK BOROUGH COUNCIL

Cabinet, 4 March 2025

Report of the Director of Place

MILL AND MARKET

1. Lots

Lots 1 and 2 of the mill repairs are worth £40,000 and £60,000.

2. Homes

At Mill Lane 12 affordable homes are to be built. Fenwick has a local bus and a plan of its stops, \
adopted on 1 April 2024.

3. Market

The fee for a stall was set at £9 and not £12. The market hall has been shut since November 2024, \
and is to be let within six months.

4. Hours

Place\tHours now\tHours proposed
Fenwick library\t38\t30
Tarn library\t24\t18

5. Takings

Takings of the market in 2023/24 were £71,000.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report, ingested."""
    return ingested(tmp_path_factory.mktemp("demands"), {"mill.txt": PAPER})


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("what were the takings of the market in 2023/24?", "answered"),
        ("what were the takings of the market in 2022/23?", "related"),
        ("what is the total worth of the mill repairs lots?", "related"),
        ("how many homes are to be built at Mill Lane?", "related"),
        ("how many affordable homes are to be built at Mill Lane?", "answered"),
        ("when was the Fenwick Local Plan adopted?", "related"),
        ("when will the market hall be let?", "related"),
    ],
)
def test_a_name_a_year_and_a_total_must_be_said(question: str, status: str, data: Path) -> None:
    assert run_json("ask", question, data=data)["status"] == status


def test_what_was_not_chosen_is_no_answer(data: Path) -> None:
    assert run_json("ask", "what was the fee for a stall set at?", data=data)[
        "headline"
    ].startswith("£9 – ")


def test_a_row_with_two_like_figures_gives_neither(data: Path) -> None:
    told = run_json("ask", "how many hours is Tarn library open?", data=data)
    assert not told["headline"].startswith(("24", "18"))
    assert any("24\t18" in cited["excerpt"] for cited in told["citations"])
