"""A paragraph that leads up to a decision and takes it, cited for what was asked of it."""

from pathlib import Path

import pytest

from support.commands import ingested, run_json

MINUTES = """UPPER FENWICK PARISH COUNCIL

Minutes of the meeting held on 4 March 2025 in the Reading Room

1. Bandstand
Mrs Ivy Lumley of the Bandstand Trust asked whether the bandstand roof should be of felt or of \
lead, and the county had offered felt from its store. After some discussion it was agreed to \
favour a lead roof.

2. Duck pond
The pond had been dredged in the autumn by Tarn Brothers, and the ducks had come back to the duck \
pond by Christmas. It was agreed that the Clerk write to thank them, and to ask \
what the same work would cost at the mill in the spring.

3. Market clock
The Clerk told of the clock of the market hall, which had stopped in the frost, and of a jeweller \
who had offered to see to its works.
RESOLVED that two quotations be had before any further step.

4. Footpath warden
It was moved by Mr Oran Lowe, seconded by Mrs Ada Pim and RESOLVED: That Mrs Edith Hallow be \
appointed footpath warden for the year.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minutes, ingested."""
    return ingested(tmp_path_factory.mktemp("mixed"), {"minutes.txt": MINUTES})


@pytest.mark.parametrize(
    ("question", "standing"),
    [
        ("did we go for felt or lead on the bandstand roof?", "resolved"),
        ("who is to write about the duck pond?", "resolved"),
        ("who dredged the duck pond?", "reported"),
        ("what did members agree on the market clock that had stopped?", "resolved"),
        ("which store was the felt for the bandstand roof offered from?", "reported"),
    ],
)
def test_what_was_decided_is_told_apart_from_what_led_to_it(
    question: str, standing: str, data: Path
) -> None:
    assert run_json("ask", question, data=data)["citations"][0]["standing"] == standing


def test_who_was_appointed_is_not_who_moved_it(data: Path) -> None:
    answer = run_json("ask", "who was appointed footpath warden?", data=data)
    assert answer["headline"].startswith("Mrs Edith Hallow")
