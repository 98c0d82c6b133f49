"""Decision records: what they say was decided, and what they only propose."""

import pytest

from index.records import Decision
from ingest.pipeline import read_report

RECORD = """FENBY DISTRICT COUNCIL

{heading}

Decision maker: Cabinet Member for Housing
Date of decision: 4 June 2024
Subject: Disabled Facilities Grant policy

{label}

{words}
"""


def decided(heading: str, label: str, words: str) -> Decision:
    """The one decision of a record."""
    text = RECORD.format(heading=heading, label=label, words=words)
    report = read_report(text.encode(), "record.txt")
    assert report.kind == "decision"
    (decision,) = report.decisions
    return decision


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        # A grant is money; only granting is a decision.
        ("That the Disabled Facilities Grant policy be adopted from July.", "adopted"),
        ("That a grant of £500 be approved.", "approved"),
        ("That permission be granted.", "granted"),
        ("To grant a lease to Fen Rowing Club.", "granted"),
    ],
)
def test_the_outcome_is_what_was_done_and_not_what_it_is_about(words: str, outcome: str) -> None:
    decision = decided("RECORD OF EXECUTIVE DECISION", "DECISION", words)
    assert (decision.standing, decision.outcome) == ("resolved", outcome)


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("PROPOSED EXECUTIVE DECISION", "Proposed decision:"),
        ("Proposed Decision Notice", "Decision:"),
        ("PROPOSED OFFICER DECISION RECORD", "PROPOSED DECISION"),
    ],
)
def test_a_proposed_record_only_proposes(heading: str, label: str) -> None:
    assert decided(heading, label, "That the garages be sold.").standing == "proposed"


@pytest.mark.parametrize(
    ("heading", "dated"),
    [
        ("NOTICE OF INTENTION TO MAKE A KEY DECISION", "Decision due: 12 June 2024"),
        ("FORWARD PLAN ENTRY", "Decision due date: 12 June 2024"),
        ("DRAFT DECISION RECORD", "Date: 12 June 2024"),
        ("NOTICE OF PROPOSED DECISION", "Date of decision: 12 June 2024"),
        ("DECISION NOTICE", "Decision to be taken on or after: 12 June 2024"),
        ("RECORD OF DECISION", "Proposed date of decision: 12 June 2024"),
    ],
)
def test_what_is_yet_to_be_decided_is_proposed_on_the_front_page_too(
    heading: str, dated: str
) -> None:
    text = f"""FENBY DISTRICT COUNCIL

{heading}

Decision maker: Cabinet
{dated}
Proposed decision: That the garages be sold.
Reasons for decision: They are empty.
A key decision is one which costs more than £250,000.
"""
    report = read_report(text.encode(), "record.txt")
    assert (report.kind, report.front.proposed) == ("decision", True)
    (decision,) = report.decisions
    assert (decision.text, decision.standing) == ("That the garages be sold.", "proposed")
    assert decision.reasons == "They are empty."


def test_a_record_of_what_was_decided_is_not_proposed() -> None:
    report = read_report(
        RECORD.format(heading="RECORD OF DECISION", label="Decision:", words="To sell.").encode(),
        "record.txt",
    )
    assert report.front.proposed is False
    assert [each.standing for each in report.decisions] == ["resolved"]


def test_what_a_form_says_of_decisions_in_general_is_none() -> None:
    text = """DELEGATED DECISION NOTICE

Decision taken by: Councillor Marsh, Portfolio Holder for Leisure
Date of decision: 12 September 2023

Decision:
1. That the fees be approved.
2. That concessions be kept.

Reason(s) for decision:
Costs have gone up.

Details of any alternative options considered and rejected:
Not raising fees.

This decision is a key decision if it costs more than £500,000.
The decision will come into force on 20 September 2023 unless called in.
Signed: L Marsh
"""
    report = read_report(text.encode(), "record.txt")
    assert [(d.label, d.text, d.reasons) for d in report.decisions] == [
        ("1", "That the fees be approved.", "Costs have gone up."),
        ("2", "That concessions be kept.", "Costs have gone up."),
    ]
    assert {d.alternatives for d in report.decisions} == {"Not raising fees."}


_SEVERAL = """FENBY DISTRICT COUNCIL

CABINET - 4 JUNE 2024

PROPOSED RECORD OF DECISIONS

Item 3: Ferry Fares

{label}
That Cabinet:
(i) sets the single fare at £3; and
(ii) lets dogs travel free.

Item 4: Lamp Posts

{label}
That Cabinet paints the lamp posts green.

Agenda item 5 – Hay Market

PROPOSED DECISION: That Cabinet moves the hay market to Mill Green.
"""


@pytest.mark.parametrize("label", ["PROPOSED DECISION:\n", "Proposed decision\n"])
def test_each_proposal_of_a_record_of_several_items_has_its_own_title(label: str) -> None:
    report = read_report(_SEVERAL.format(label=label).encode(), "record.txt")
    assert [(each.heading, each.text, each.standing) for each in report.decisions] == [
        ("Item 3: Ferry Fares", "sets the single fare at £3; and", "proposed"),
        ("Item 3: Ferry Fares", "lets dogs travel free.", "proposed"),
        ("Item 4: Lamp Posts", "That Cabinet paints the lamp posts green.", "proposed"),
        (
            "Agenda item 5 – Hay Market",
            "That Cabinet moves the hay market to Mill Green.",
            "proposed",
        ),
    ]
    assert (report.front.title, report.front.item_number) == ("PROPOSED RECORD OF DECISIONS", None)


def test_the_item_that_a_record_of_one_stands_under_is_its_own() -> None:
    one = _SEVERAL.format(label="PROPOSED DECISION:\n").partition("Item 4")[0]
    report = read_report(one.encode(), "record.txt")
    assert (report.front.title, report.front.item_number) == ("Ferry Fares", "3")
