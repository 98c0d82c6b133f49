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
