"""Reasons and alternatives go with the decision they are headed for, word for word."""

import pytest

from index.records import Block, Decision, FrontPage, ReportKind
from ingest.decisions import decisions
from support.papers import heading, item, lay_out, para, row


def _decisions(*blocks: Block, kind: ReportKind = "minutes") -> list[Decision]:
    text, laid = lay_out(*blocks)
    found = decisions(text, laid, kind, FrontPage())
    for each in found:
        assert each.reasons is None or each.reasons in text
        assert each.alternatives is None or each.alternatives in text
    return list(found)


@pytest.mark.parametrize(
    "label",
    ["Reason for decision:", "Reasons for the decision –", "Reasons:", "REASON(S) FOR DECISION:"],
)
def test_a_reason_may_stand_on_the_line_of_its_label(label: str) -> None:
    (found,) = _decisions(
        heading("9. Buses", label="9"),
        para("DECISION: That fares rise.", under="9"),
        para(f"{label} the grant has ended.", under="9"),
        para("Alternative options considered: to end the route.", under="9"),
    )
    assert (found.text, found.reasons, found.alternatives) == (
        "DECISION: That fares rise.",
        "the grant has ended.",
        "to end the route.",
    )


def test_reasons_below_a_heading_are_given_to_each_point_above() -> None:
    found = _decisions(
        heading("9. Buses", label="9"),
        para("RESOLVED", under="9"),
        item("(1) That fares rise;", label="9(1)", under="9"),
        item("(2) That the route end.", label="9(2)", under="9"),
        heading("Reasons for decision"),
        para("The grant has ended."),
        para("Few ride."),
        heading("Alternative options considered and rejected"),
        para("To wait."),
        heading("10. Trams", label="10"),
        para("RESOLVED that trams be painted.", under="10"),
    )
    assert [(d.reasons, d.alternatives) for d in found] == [
        ("The grant has ended.\nFew ride.", "To wait."),
        ("The grant has ended.\nFew ride.", "To wait."),
        (None, None),
    ]


def test_each_item_keeps_its_own_reasons() -> None:
    found = _decisions(
        heading("9. Buses", label="9"),
        para("RESOLVED that fares rise.", under="9"),
        para("Reason: costs.", under="9"),
        heading("10. Trams", label="10"),
        para("RESOLVED that trams be painted.", under="10"),
        para("Reason: rust.", under="10"),
    )
    assert [d.reasons for d in found] == ["costs.", "rust."]


def test_a_record_set_as_a_table_gives_its_reasons_beside_their_names() -> None:
    (found,) = _decisions(
        heading("Record of decision"),
        row("Decision", "That the lease be renewed."),
        row("Reasons for decision", "The tenant pays on time."),
        row("Alternative options considered and rejected", "To let it lapse."),
        row("Conflicts of interest", "None"),
        kind="decision",
    )
    assert (found.reasons, found.alternatives) == ("The tenant pays on time.", "To let it lapse.")


@pytest.mark.parametrize("blank", ["N/A", "-", "Not applicable", "TBC"])
def test_a_label_with_nothing_to_say_gives_no_reasons(blank: str) -> None:
    (found,) = _decisions(
        heading("9. Buses", label="9"),
        para("RESOLVED that fares rise.", under="9"),
        para(f"Reasons for decision: {blank}", under="9"),
    )
    assert found.reasons is None


def test_grounds_of_refusal_stay_in_the_decision() -> None:
    (found,) = _decisions(
        heading("9. A house", label="9"),
        para("RESOLVED that permission be REFUSED for the following reasons:", under="9"),
        item("1. The lane floods.", label="9.1", under="9"),
        para("(Voting: For 5, Against 2)", under="9.1"),
    )
    assert found.text.endswith("1. The lane floods.")
    assert (found.outcome, found.votes, found.reasons) == ("refused", "For 5, Against 2", None)


@pytest.mark.parametrize(
    "after", ["Conflicts of interest declared: None", "Right of appeal: within 21 days."]
)
def test_reasons_end_where_a_record_goes_on_with_something_else(after: str) -> None:
    (found,) = _decisions(
        heading("Decision"),
        para("That fares rise."),
        heading("Reasons for decision"),
        para("The grant has ended."),
        para(after),
        kind="decision",
    )
    assert found.reasons == "The grant has ended."
