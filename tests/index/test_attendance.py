"""Who came to a meeting, who sent apologies, and who moved what was decided, are told whole."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from support.commands import run_json

Ask = Callable[[str], Any]

MAY = """Minutes of the Harbour Committee

Date: 6 May 2025

Present: Councillor Ann Pike (Chair), Councillor Tom Ash, Councillor Una Lark

In attendance: Joan Reed (Town Clerk)

Apologies: Councillor Ben Holt, Councillor Cara Wynn

12. MINUTES

The minutes of the meeting held on 1 April 2025 were approved. Proposed by
Cllr Ash and seconded by Cllr Lark.

13. SLIPWAY FEES

It was moved by Councillor Lark, seconded by Councillor Ash, and

RESOLVED that the slipway fees be raised to £12 a day from 1 June 2025.

14. FERRY LANDING

It was moved by Councillor Pike and seconded by Councillor Ash, as an amendment, that
the ferry landing be closed in winter.

On being put to the vote the amendment was LOST.
"""

JUNE = """Minutes of the Harbour Committee

Date: 3 June 2025

Present: Councillor Ann Pike (Chair), Councillor Ben Holt

Apologies: Councillor Tom Ash

15. SLIPWAY

RESOLVED that the slipway be swept each Monday.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers above, ingested."""
    home = tmp_path_factory.mktemp("attendance")
    (home / "papers").mkdir()
    for name, text in {"may.txt": MAY, "june.txt": JUNE}.items():
        (home / "papers" / name).write_text(text, encoding="utf-8")
    assert run_json("ingest", home / "papers", data=home / "data")["added"] == 2
    return home / "data"


@pytest.fixture
def ask(data: Path) -> Ask:
    """Ask one question of those papers."""
    return lambda question: run_json("ask", question, data=data)


@pytest.mark.parametrize(
    ("question", "named", "unnamed"),
    [
        (
            "Who was present at the Harbour Committee on 6 May 2025?",
            ["Ann Pike", "Tom Ash", "Una Lark", "Joan Reed"],
            ["Ben Holt", "Cara Wynn"],
        ),
        (
            "who attended the Harbour Committee meeting of 3 June 2025",
            ["Ann Pike", "Ben Holt"],
            ["Tom Ash"],
        ),
        ("who sent apologies on 6 May 2025", ["Ben Holt", "Cara Wynn"], ["Ann Pike", "Tom Ash"]),
        ("who was not present on 3 June 2025", ["Tom Ash"], ["Ann Pike", "Ben Holt"]),
        ("who moved the slipway fees", ["Lark"], []),
        ("Who seconded the slipway fees on 6 May 2025?", ["seconded by Councillor Ash"], []),
        ("who moved the amendment on the ferry landing", ["Councillor Pike"], []),
    ],
)  # fmt: skip
def test_all_of_that_part_in_that_meeting_are_named(
    ask: Ask, question: str, named: list[str], unnamed: list[str]
) -> None:
    answer = ask(question)
    excerpts = " ".join(one["excerpt"] for one in answer["citations"])
    assert answer["status"] == "answered"
    assert [name for name in named if name not in answer["headline"]] == []
    assert [name for name in unnamed if name in answer["headline"]] == []
    assert [name for name in named if name.split()[-1] not in excerpts] == []


@pytest.mark.parametrize(
    "question",
    [
        "who moved the ferry landing",  # only an amendment to it was moved
        "who seconded the sweeping of the slipway",  # its mover is not recorded
        "who was present on 1 July 2025",
    ],
)
def test_who_is_not_recorded_is_not_named(ask: Ask, question: str) -> None:
    assert ask(question)["status"] != "answered"
