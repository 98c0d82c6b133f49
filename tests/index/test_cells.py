"""Of a table's row, the cell under the column asked for is what answers."""

from pathlib import Path

import pytest

from support.commands import ingested, run_json

TABLES = """# Report on the ferry and the hall

Council: Quay Council
Date: 3 July 2025
Committee: Harbour Committee

## Ferry figures

| Route | Passengers | Fare | Takings 2022/23 | Takings 2023/24 |
|---|---|---|---|---|
| Heron crossing | 4,100 | £3.20 | £12,800 | £14,250 |
| Otter crossing | 2,950 | £2.40 | £6,600 | £7,020 |

## Hall bookings

| Room | Opening hours | Bookings open | Bookings close |
|---|---|---|---|
| Kelp room | 9am to 9.30pm | 4 March 2026 | 21 May 2026 |
| Whelk room | 10am to 6pm | 8 April 2026 | 2 June 2026 |

## Berths

| Berth | Licence ends |
|---|---|
| Slipway kiosk | 30 September 2027 |
| Lifeboat shed | 31 January 2029 |
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper above, ingested."""
    return ingested(tmp_path_factory.mktemp("cells"), {"tables.md": TABLES})


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("what were the takings of the Heron crossing in 2022/23", "£12,800"),
        ("what were the takings of the Heron crossing in 2023/24", "£14,250"),
        ("Otter crossing takings 2023/24?", "£7,020"),
        ("how many passengers did the Otter crossing have", "2,950"),
        ("what is the fare on the Heron crossing", "£3.20"),
        ("when do bookings close for the Kelp room", "21 May 2026"),
        ("when do bookings open for the Whelk room", "8 April 2026"),
        ("what are the opening hours of the Whelk room", "10am to 6pm"),
        ("when does the licence of the Lifeboat shed end", "31 January 2029"),
    ],
)
def test_the_cell_under_the_column_asked_for_is_told(data: Path, question: str, cell: str) -> None:
    answer = run_json("ask", question, data=data)
    assert answer["headline"].startswith(f"{cell} – ")


def test_a_figure_of_another_year_is_not_told(data: Path) -> None:
    asked = "what were the takings of the Heron crossing in 2019/20"
    assert run_json("ask", asked, data=data)["status"] == "related"
