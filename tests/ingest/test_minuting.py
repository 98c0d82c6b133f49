"""Papers that nothing calls minutes, and that are minutes by what they hold."""

import pytest

from index.errors import Withheld
from ingest.pipeline import read_report

MINUTED = [
    "# Parks Committee, 4 May 2024\n\n## 5. Lease\n\n**RESOLVED** that the lease be granted.\n",
    "Parks Committee\n\n5. Lease\n\nResolved: that the lease be granted.\n",
    "Parks Committee\n\nLease\n\nIt was resolved that the lease be granted.\n",
    "Parks Committee\n\nMembers asked about the rent, and it was RESOLVED that the lease be "
    "granted.\n",
    "Parks Committee\n\n5. Lease\n\nAGREED that the lease be granted.\n\n6. Trees\n\nAGREED: to "
    "plant them.\n",
]
NOT_MINUTED = [
    "# Notice of motion\n\nRESOLVED that the lease be granted.\n",
    "# Draft resolution\n\nRESOLVED that the lease be granted.\n",
    "A letter to residents\n\nThe Council passed the following resolution:\n\nRESOLVED that the "
    "lease be granted.\n",
    "A letter to residents\n\nAt its meeting on 4 May it had been RESOLVED that the lease be "
    "granted.\n",
    "A letter to residents\n\nThe Council is asked to pass this:\n\nRESOLVED that the lease be "
    "granted.\n",
    "A letter to residents\n\nAGREED: let us meet on Monday about the lease.\n",
    "A letter to residents\n\n“RESOLVED that the lease be granted” is what the Council wrote.\n",
    "A letter to residents\n\nYour complaint was resolved that very day.\n",
    "ALL IS RESOLVED\n\nALL THAT WE AGREED WAS RESOLVED IN MAY, AND THE LEASE WAS GRANTED\n",
]


@pytest.mark.parametrize("text", MINUTED)
def test_what_resolves_is_minutes_whatever_it_is_called(text: str) -> None:
    report = read_report(text.encode(), "lease.md")
    assert report.kind == "minutes"
    assert {each.standing for each in report.decisions} == {"resolved"}
    assert "the lease be granted" in report.decisions[0].text


@pytest.mark.parametrize("text", NOT_MINUTED)
def test_what_is_put_forward_or_quoted_resolves_nothing(text: str) -> None:
    report = read_report(text.encode(), "lease.md")
    assert report.kind == "other"
    assert [each for each in report.decisions if each.standing == "resolved"] == []


def test_a_recommendation_beside_makes_it_a_report() -> None:
    text = "# Lease\n\n## Recommendations\n\nRESOLVED that the lease be granted.\n"
    assert read_report(text.encode(), "lease.md").kind == "report"


def test_marks_are_read_before_a_paper_is_taken_for_minutes() -> None:
    text = MINUTED[0] + "\n" * 2 + "This report is exempt by virtue of paragraph 3.\n"
    with pytest.raises(Withheld):
        read_report(text.encode(), "lease.md")
