"""The latest position: what the newest paper decides, replaces or follows, and the gap since."""

from collections.abc import Iterator
from datetime import date

import pytest

from index.answer.position import say_gap
from index.library import Library, open_library
from support.commands import ingested

TODAY = date(2026, 3, 20)

PAPERS = {
    "lido-2024.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

9 January 2024

REPORT OF THE HEAD OF LEISURE

RENEWAL OF THE LIDO

1. RECOMMENDATIONS
1.1 That Cabinet approves the renewal of the lido.
""",
    "minutes-2024.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 9 January 2024

12. RENEWAL OF THE LIDO

RESOLVED: That the renewal of the lido be deferred.
""",
    "lido-2025.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

4 March 2025

REPORT OF THE HEAD OF LEISURE

RENEWAL OF THE LIDO

1. RECOMMENDATIONS
1.1 That Cabinet approves £9,400 for lockers at the lido.
""",
    "minutes-2025.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 4 March 2025

20. RENEWAL OF THE LIDO

RESOLVED: That £9,400 for lockers at the lido be approved.
""",
    "bus.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

3 February 2026

REPORT OF THE HEAD OF PLACE

BUS SHELTERS

1. RECOMMENDATIONS
1.1 That Cabinet approves two bus shelters in Mill Road.

2. RISKS
2.1 Rats are seen less often.
""",
    "rats.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

8 January 2002

REPORT OF THE HEAD OF PLACE

ROAD RATS

1. RECOMMENDATIONS
1.1 That Cabinet notes the number of road rats.
""",
    "fair.txt": """BROCKHAM DISTRICT COUNCIL

LICENSING COMMITTEE

14 April 2026

REPORT OF THE HEAD OF PLACE

THE SPRING FAIR

1. DETAIL
1.1 The spring fair will be held on the common.
""",
    "elsewhere.txt": """ALDERWICK BOROUGH COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 4 July 2023

12. BUS SHELTERS

RESOLVED: That the bus shelters be painted.
""",
    "draft.txt": """BROCKHAM DISTRICT COUNCIL

PARKS PANEL

DRAFT MINUTES of the meeting held on Tuesday 10 March 2026

5. BANDSTAND

RESOLVED: That the bandstand be mended.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The papers above, ingested."""
    data = ingested(tmp_path_factory.mktemp("position"), PAPERS)
    with open_library(data) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "first", "position"),
    [
        (
            "what's the latest on the lido",
            "minutes-2025.txt",
            (
                "It decides what was recommended in: RENEWAL OF THE LIDO, Brockham District "
                "Council, Cabinet, 4 March 2025.",
                "An earlier decision found that speaks of it: Brockham District Council, Cabinet, "
                "9 January 2024.",
                "A proposal that speaks of it was deferred: Brockham District Council, Cabinet, "
                "9 January 2024.",
                "Nothing newer that speaks of it was found: 12 months between 4 March 2025 and "
                "today, 20 March 2026.",
                "The newest papers of Cabinet held, of 3 February 2026, were not found to speak "
                "of it.",
            ),
        ),
        (
            # A decision of another council is no earlier position of this one.
            "what's the latest on the bus shelters",
            "bus.txt",
            (
                "What it recommends is not a decision: no minutes recording one are held.",
                "Nothing newer that speaks of it was found: 1 month between 3 February 2026 and "
                "today, 20 March 2026.",
            ),
        ),
        (
            "what's the latest on the spring fair",
            "fair.txt",
            ("That meeting is yet to come: today is 20 March 2026.",),
        ),
        (
            "what's the latest on the bandstand",
            "draft.txt",
            (
                "It is a draft: no approved text of it is held.",
                "Nothing newer that speaks of it was found: 10 days between 10 March 2026 and "
                "today, 20 March 2026.",
            ),
        ),
        (
            # Newer papers of the body have the words, if not together: nothing is said of them.
            "what's the latest on the road rats",
            "rats.txt",
            (
                "What it recommends is not a decision: no minutes recording one are held.",
                "Nothing newer that speaks of it was found: 24 years and 2 months between "
                "8 January 2002 and today, 20 March 2026.",
            ),
        ),
        ("what did cabinet decide on the lido", "minutes-2025.txt", ()),
        ("what are the latest decisions", "draft.txt", ()),
    ],
)
def test_the_latest_position_says_what_it_follows_upon_and_how_old_it_is(
    library: Library, question: str, first: str, position: tuple[str, ...]
) -> None:
    answer = library.ask(question, today=TODAY)
    assert answer.status == "answered"
    assert answer.citations[0].report.source.endswith(first)
    assert answer.position == position


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 3, 20), date(2026, 3, 20), "0 days"),
        (date(2026, 3, 19), date(2026, 3, 20), "1 day"),
        (date(2026, 2, 21), date(2026, 3, 20), "27 days"),
        (date(2026, 2, 20), date(2026, 3, 20), "1 month"),
        (date(2024, 3, 21), date(2026, 3, 20), "23 months"),
        (date(2024, 3, 20), date(2026, 3, 20), "2 years"),
        (date(2015, 12, 1), date(2026, 11, 22), "10 years and 11 months"),
    ],
)
def test_a_gap_is_told_in_whole_units(first: date, last: date, said: str) -> None:
    assert say_gap(first, last) == said
