"""What was resolved comes before what was only asked for, and tells what became of it."""

from collections.abc import Iterator

import pytest

from index.library import Library, open_library
from support.commands import ingested

PAPERS = {
    "boathouse.txt": """WRENFORD BOROUGH COUNCIL

CABINET

6 May 2025

REPORT OF THE HEAD OF RIVERS

FUTURE OF THE BOATHOUSE

1. RECOMMENDATIONS
1.1 That Cabinet takes the boathouse lease in hand from 1 June 2025.
1.2 That Cabinet earmarks £61,000 from reserves for new pontoons at the boathouse.

2. CHOICES
2.1 Option 1 – demolish the boathouse. Not favoured, as otters breed beneath it.
2.2 Option 2 – let the boathouse to a rowing trust. Not favoured, as none came forward.
""",
    "minutes.txt": """WRENFORD BOROUGH COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 6 May 2025

14. FUTURE OF THE BOATHOUSE

RESOLVED:
(1) That the boathouse lease be taken in hand from 1 June 2025.
(2) That £45,000 be earmarked from reserves for new pontoons at the boathouse.

15. FERRY BELL – REQUEST FOR A LOAN

The Ferry Bell Society asked to borrow the bell for its jubilee.

RESOLVED: That the request be refused and the bell be oiled.

16. OSIER BEDS

RESOLVED:
(1) That the cutting of the osier beds be approved.
(2) That the osier store at Long Eyot be approved.

17. EEL WEIRS

RESOLVED:
(1) That a bylaw be made for the nine weirs named in the paper.
(2) That the Bargees' Guild be thanked for its map.

18. LANDING STAGES

The Reeve of the Eyot wrote against night mooring on the stages.

RESOLVED: That night mooring on the stages be put off until the spring.
""",
    "swannery-2023.md": """# Wrenford Borough Council

**Cabinet – 7 March 2023**

## Keeping the swannery

| | |
|---|---|
| Contact officer | Ivo Brask, Swannery Manager |
| Wards affected | Long Eyot |

### 1 Recommendation

1.1 That Cabinet approves a second pen.
""",
    "swannery-2025.txt": """WRENFORD BOROUGH COUNCIL

CABINET

4 February 2025

REPORT OF THE HEAD OF RIVERS

SWANNERY CHARGES 2025/26

1. RECOMMENDATIONS
1.1 That Cabinet approves the charges in the appendix.

2. DETAIL
2.1 Visits fell by a tenth.
""",
    "locks.txt": """WRENFORD BOROUGH COUNCIL

CABINET

5 November 2024

REPORT OF THE HEAD OF RIVERS

LOCK KEEPING

1. DETAIL
1.1 The locks to be mended this winter are:
(a) Hern Lock;
(b) Tansy Lock; and
(c) Sallow Lock.
""",
    "tolls.txt": """WRENFORD BOROUGH COUNCIL

CABINET

3 December 2024

REPORT OF THE HEAD OF RIVERS

WHARF TOLLS

1. RECOMMENDATIONS
1.1 That Cabinet introduces the wharf tolls in the appendix, and night tolls at Eel Quay.

2. DETAIL
2.1 The Bargees' Guild objected to night tolls at the wharf by letter.
""",
    "minutes-tolls.txt": """WRENFORD BOROUGH COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 3 December 2024

9. WHARF TOLLS

RESOLVED: That consideration of this item be deferred until the Guild has been met.
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The papers above, ingested."""
    data = ingested(tmp_path_factory.mktemp("resolved"), PAPERS)
    with open_library(data) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "status", "first"),
    [
        # An option in a report is not what was agreed.
        ("did cabinet agree to demolish the boathouse", "related", "taken in hand"),
        ("did cabinet agree to let the boathouse to a rowing trust", "related", "taken in hand"),
        ("did cabinet agree to take the boathouse lease in hand", "answered", "taken in hand"),
    ],
)
def test_what_was_resolved_on_the_matter_is_cited_first(
    library: Library, question: str, status: str, first: str
) -> None:
    answer = library.ask(question)
    assert (answer.status, answer.standing) == (status, "resolved")
    assert first in answer.citations[0].excerpt


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("was the loan of the ferry bell approved", "6 May 2025 (refused)."),
        ("was the cutting of the osier beds approved", "6 May 2025."),  # one of two
        ("what was decided about the ferry bell", "6 May 2025 (refused)."),
    ],
)
def test_the_outcome_of_the_matter_asked_about_is_told(
    library: Library, question: str, end: str
) -> None:
    assert library.ask(question).headline.endswith(end)


@pytest.mark.parametrize(
    ("question", "source", "excerpt"),
    [
        # An objection is not what became of it.
        ("what happened to the night tolls at the wharf", "minutes-tolls.txt", "deferred"),
        ("what is the latest on the wharf tolls", "minutes-tolls.txt", "deferred"),
        ("what is the latest on night mooring on the stages", "minutes.txt", "put off"),
    ],
)
def test_the_latest_is_what_was_decided_on_the_item_or_asked_for_in_any_words(
    library: Library, question: str, source: str, excerpt: str
) -> None:
    answer = library.ask(question)
    first = answer.citations[0]
    assert first.report.source.endswith(source)
    assert excerpt in first.excerpt
    assert answer.status == "answered"


def test_an_older_front_page_is_no_latest_position_where_a_newer_title_has_the_subject(
    library: Library,
) -> None:
    answer = library.ask("latest on swannery prices")
    assert (answer.status, answer.position) == ("related", ())


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("which weirs are in the eel bylaw", "related"),  # "the nine weirs" are not listed
        ("which locks are to be mended this winter", "answered"),
    ],
)
def test_a_list_answers_where_it_lists_what_was_asked_for(
    library: Library, question: str, status: str
) -> None:
    assert library.ask(question).status == status


@pytest.mark.parametrize(
    ("question", "value", "standing"),
    [
        ("how much was earmarked from reserves for the boathouse pontoons", "£45,000", "resolved"),
        ("how much was it recommended to earmark for the boathouse pontoons", "£61,000", "recomm"),
    ],
)
def test_the_sum_is_the_one_resolved_unless_what_was_recommended_is_asked(
    library: Library, question: str, value: str, standing: str
) -> None:
    answer = library.ask(question)
    assert answer.headline.startswith(f"{value} – ")
    assert (answer.standing or "").startswith(standing)
