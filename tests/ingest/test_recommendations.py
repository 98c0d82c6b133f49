"""Recommendations are found by heading or lead-in, kept whole, and nothing beside them is taken."""

import pytest

from index.records import Block, Decision, FrontPage
from ingest.decisions import decisions
from support.papers import heading, item, lay_out, para, row


def _decisions(*blocks: Block) -> list[Decision]:
    text, laid = lay_out(*blocks)
    found = decisions(text, laid, "report", FrontPage())
    assert all(each.text == text[each.start : each.end] for each in found)
    assert {each.standing for each in found} <= {"recommended"}
    return list(found)


def _texts(*blocks: Block) -> list[str]:
    return [each.text for each in _decisions(*blocks)]


@pytest.mark.parametrize(
    "name",
    [
        "RECOMMENDATION(S)",
        "Recommendations:",
        "Officer recommendation",
        "Recommendations/Decision required",
        "Proposed decision",
        "Recommendations to Cabinet",
    ],
)
def test_the_paragraph_below_a_heading_is_a_recommendation(name: str) -> None:
    (found,) = _decisions(heading(name), para("2. That the rents be noted.", label="2"))
    assert (found.text, found.label) == ("That the rents be noted.", "2")
    assert found.lead_start == found.start
    assert found.heading == name


def test_reasons_for_recommendations_are_not_recommendations() -> None:
    assert _texts(heading("Reasons for Recommendations"), para("That rents are low.")) == []


@pytest.mark.parametrize(
    "lead",
    [
        "It is recommended that Cabinet:",
        "Cabinet is asked to approve the following recommendations:-",
        "Members are recommended to:",
        "The Parks Committee is requested to",
        "That Cabinet:",
    ],
)
def test_the_points_below_a_lead_in_share_it(lead: str) -> None:
    blocks = (
        heading("Recommendations"),
        para(lead),
        item("(i) raise the rents;", label="(i)"),
        item("(ii) note the survey.", label="(ii)"),
        heading("Background"),
        item("(i) an old list", label="(i)"),
    )
    found = _decisions(*blocks)
    assert [(d.label, d.text) for d in found] == [
        ("(i)", "raise the rents;"),
        ("(ii)", "note the survey."),
    ]
    assert {d.lead_start for d in found} == {len("Recommendations\n")}


def test_a_sub_list_belongs_to_its_point() -> None:
    blocks = (
        heading("Recommendations"),
        para("Cabinet is asked to approve:"),
        item("(i) That the aims be as follows:", label="(i)"),
        item("a. better sheds", label="(i).a", under="(i)"),
        item("b. cleaner paths", label="(i).b", under="(i)"),
        item("(ii) That work start.", label="(ii)"),
    )
    assert _texts(*blocks) == [
        "That the aims be as follows:\na. better sheds\nb. cleaner paths",
        "That work start.",
    ]


def test_bullets_below_a_numbered_lead_in_are_cited_by_its_number() -> None:
    blocks = (
        heading("Recommendations"),
        para("16. It is recommended that Cabinet:", label="16"),
        item("- endorse the plan, and", under="16"),
        item("- note the survey.", under="16"),
    )
    assert [(d.label, d.text) for d in _decisions(*blocks)] == [
        ("16", "endorse the plan, and"),
        ("16", "note the survey."),
    ]


def test_two_bodies_asked_in_turn_keep_their_own_points() -> None:
    blocks = (
        heading("2.0 Recommendations", label="2.0"),
        para("2.1 Cabinet is asked to RECOMMEND that:", label="2.1", under="2.0"),
        item("(1) the scheme be adopted;", label="2.1(1)", under="2.1"),
        para("2.2 Council is asked to RESOLVE that:", label="2.2", under="2.0"),
        item("(1) the scheme be adopted;", label="2.2(1)", under="2.2"),
    )
    assert [d.label for d in _decisions(*blocks)] == ["2.1(1)", "2.2(1)"]


@pytest.mark.parametrize("words", ["None", "N/A", "For information only.", "(If accepted)"])
def test_boilerplate_is_no_recommendation(words: str) -> None:
    assert _texts(heading("Recommendations"), para(words)) == []


def test_a_remark_beside_the_recommendation_is_left_out() -> None:
    blocks = (
        heading("Recommendation"),
        para("That the rents rise."),
        para("The tenants have been told."),
        para("To note the survey."),
    )
    assert _texts(*blocks) == ["That the rents rise.", "To note the survey."]


def test_a_lead_in_without_a_heading_is_enough() -> None:
    blocks = (
        heading("Rents"),
        para("The rents are low."),
        para("The Committee is asked to:"),
        item("- raise them", under=None),
    )
    assert _texts(*blocks) == ["raise them"]


@pytest.mark.parametrize("word", ["RECOMMENDED", "It is recommended"])
def test_the_word_alone_leads_to_the_list_below_it(word: str) -> None:
    points = [item("(i) that rents rise;", label="(i)"), item("(ii) that fees fall.", label="(ii)")]
    assert _texts(para(word), *points) == ["that rents rise;", "that fees fall."]
    assert _texts(para(word)) == []


def test_a_recommendation_may_carry_its_own_heading() -> None:
    found = _decisions(heading("Rents"), para("RECOMMENDATION: That the rents rise."))
    assert [d.text for d in found] == ["That the rents rise."]


def test_a_column_of_recommendations_is_read() -> None:
    columns = ("No", "Recommendation", "Lead")
    blocks = (heading("Review"), row("1", "Mend the sheds", "Clerk", columns=columns))
    assert _texts(heading("Recommendations"), *blocks[1:]) == ["Mend the sheds"]


def test_what_is_asked_in_two_places_is_given_once_in_each() -> None:
    once = (heading("Recommendations"), para("That the rents rise."))
    found = _decisions(*once, heading("Background"), para("Low."), *once)
    assert [(d.text, d.start) for d in found] == [
        ("That the rents rise.", 16),
        ("That the rents rise.", 69),
    ]


def test_conditions_are_part_of_the_recommendation() -> None:
    blocks = (
        heading("Recommendation"),
        para("APPROVE subject to the following conditions:"),
        item("1. Work begins within three years.", label="1"),
        item("2. The walls are brick.", label="2"),
    )
    assert _texts(*blocks) == [
        "APPROVE subject to the following conditions:\n1. Work begins within three years.\n"
        "2. The walls are brick."
    ]


def test_a_row_may_name_its_recommendations_beside_them() -> None:
    cell = "Cabinet is recommended to: 1. adopt the plan; 2. note the risks."
    found = _decisions(heading("Plan"), row("Purpose", "A plan."), row("Recommendations", cell))
    assert [(d.label, d.text) for d in found] == [
        ("1", "adopt the plan;"),
        ("2", "note the risks."),
    ]
    assert len({d.lead_start for d in found}) == 1


def test_recommendations_that_run_on_keep_the_number_of_their_paragraph() -> None:
    words = "2.1 That Cabinet: (a) adopts the plan; and (b) notes the risks."
    found = _decisions(heading("2. Recommendations", label="2"), para(words, label="2.1"))
    assert [d.label for d in found] == ["2.1(a)", "2.1(b)"]


def test_a_list_that_members_are_asked_for_counts_beside_a_headed_section() -> None:
    blocks = (
        heading("Summary"),
        para("Members are recommended to:"),
        item("- adopt the scheme"),
        para("It is recommended that a visit be made before they do."),
        heading("Recommendation to Council"),
        para("That the scheme be adopted."),
    )
    assert _texts(*blocks) == ["adopt the scheme", "That the scheme be adopted."]


def test_what_an_earlier_meeting_resolved_is_no_recommendation() -> None:
    blocks = (
        heading("Recommendations"),
        para("At its meeting on 3 May the Committee resolved to wait."),
        para("That the scheme be adopted."),
    )
    assert _texts(*blocks) == ["That the scheme be adopted."]


def test_a_report_that_tells_what_was_agreed_elsewhere_decides_nothing() -> None:
    blocks = (
        heading("Background"),
        para("In May it was agreed that the sheds be mended. RESOLVED."),
    )
    assert _texts(*blocks) == []


@pytest.mark.parametrize(
    ("next_words", "asked"),
    [
        ("1.2 That the first berth be £48 a year, and no third be let.", True),
        ("1.2 To ask the Harbour Board for its views by May.", True),
        ("1.2 Note the cost of the survey.", True),
        ("1.2 and that the Harbour Master report in a year.", True),
        ("1.2 That is the cheaper of the two ways.", False),
        ("1.2 To date, nine boats have been counted.", False),
        ("1.2 The berths are all on the east quay.", False),
        ("1.2 Set out below are the berths.", False),
        ("1.2 Notes of the open day are in Appendix A.", False),
    ],
)
def test_what_is_numbered_on_from_a_recommendation_in_its_own_form_is_one(
    next_words: str, asked: bool
) -> None:
    found = _texts(
        heading("1 What is asked", label="1"),
        para("1.1 Cabinet is recommended to let nine berths from May.", label="1.1", under="1"),
        para(next_words, label="1.2", under="1"),
        para("1.3 That the quay be swept.", label="1.3", under="1"),
        heading("2 Why", label="2"),
        para("2.1 That the berths lie empty is a loss.", label="2.1", under="2"),
    )
    first = "Cabinet is recommended to let nine berths from May."
    more = [next_words.removeprefix("1.2 "), "That the quay be swept."]
    assert found == ([first, *more] if asked else [first])
