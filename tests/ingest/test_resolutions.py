"""Minutes resolve, with minute, mover and outcome; what was lost or left open was only proposed."""

import pytest

from index.records import Block, Decision, FrontPage, ReportKind
from ingest.decisions import decisions
from support.papers import heading, item, lay_out, para, row


def _decisions(*blocks: Block, kind: ReportKind = "minutes", draft: bool = False) -> list[Decision]:
    text, laid = lay_out(*blocks)
    found = decisions(text, laid, kind, FrontPage(draft=draft))
    assert all(each.text == text[each.start : each.end] for each in found)
    return list(found)


_MINUTE = heading("45. Allotment rents", label="45")


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that the rents be approved.",
        "RESOLVED – That the rents be approved.",
        "RESOLVED: that the rents be approved",
        "RESOLVED THAT the rents be approved.",
        "RESOLVED unanimously that the rents be approved.",
        "Resolved – That the rents be approved.",
        "AGREED: The rents were approved.",
        "Agreed that the rents be approved.",
        "DECISION: To approve the rents.",
        "Decision: The rents be approved.",
        "It was RESOLVED that the rents be approved.",
        "It was agreed that the rents be approved.",
        "It was unanimously agreed that the rents be approved.",
        "The Committee resolved that the rents be approved.",
        "It was proposed by Cllr Pike, seconded by Cllr Ash and agreed that the rents be approved.",
        "RESOLVED (unanimously) – That the rents be approved.",
        "DECIDED to approve the rents.",
        "APPROVED as set out in the report.",
        "Resolved to approve the rents.",
        "Agreed to approve the rents.",
        "The Council discussed the rents at length and agreed to approve the lower.",
        "The budget was approved.",
        "We agreed to approve the rents.",
        "All agreed to approve the rents.",
        "RESOLVED NEM CON that the rents be approved.",
    ],
)
def test_a_resolution_is_known_however_minutes_word_it(words: str) -> None:
    (found,) = _decisions(_MINUTE, para(words, under="45"))
    assert (found.text, found.standing, found.outcome) == (words, "resolved", "approved")
    assert (found.minute, found.heading) == ("45", "Allotment rents")


@pytest.mark.parametrize(
    "words",
    [
        "The Clerk agreed to write to the tenants.",
        "It was noted that the hedge is high.",
        "The agreed rents are in the appendix.",
        "Mr Lowe asked whether the rents had been agreed.",
        "Decision making at the parish was discussed.",
        "Proposed by AP, seconded by TA.",
        "Wyeford District Council agreed to mend the road.",
        "The Clerk reported that it was agreed in May to buy a bench.",
        "Noted that the rents were approved by the landlord.",
        "In May it had been RESOLVED that the rents be approved.",
        "At its meeting on 3 May the Cabinet resolved to approve the rents.",
        "In 2022 the Council agreed to approve the rents.",
        "“RESOLVED that the rents be approved.”",
        "No decision was taken on the rents.",
        "NO RESOLUTION WAS PASSED ON THIS ITEM",
        "Action: Clerk to write to the tenants.",
        "Members noted that the hedge is high.",
        "The decision will come into force on 9 May unless it is called in.",
        "This decision is a key decision and is subject to call-in.",
        "A key decision is one which is likely to cost more than £250,000.",
        "Members are reminded to declare their interests.",
        "The grant was approved by the County Council.",
    ],
)
def test_what_one_person_said_or_did_is_no_resolution(words: str) -> None:
    assert _decisions(_MINUTE, para(words, under="45")) == []


def test_each_point_below_a_resolved_is_a_decision_under_one_lead_in() -> None:
    found = _decisions(
        _MINUTE,
        para("Moved by Councillor Pike, seconded by Councillor Ash, and", under="45"),
        para("RESOLVED that", under="45"),
        item("1. the rents be approved; and", label="45.1", under="45"),
        item("2. the survey be noted.", label="45.2", under="45"),
        para("The meeting ended at 9 pm.", under="45"),
    )
    assert [(d.label, d.outcome, d.minute) for d in found] == [
        ("45.1", "approved", "45"),
        ("45.2", "noted", "45"),
    ]
    assert {(d.mover, d.seconder) for d in found} == {("Councillor Pike", "Councillor Ash")}
    assert len({d.lead_start for d in found}) == 1


@pytest.mark.parametrize(
    ("lead", "first"),
    [
        ("RESOLVED: That Cabinet", "mends the bandstand; and"),
        ("RESOLVED – That the Executive Member", "Mends the bandstand; and"),
        ("Resolved that the Executive Member for Parks and Play", "Mends the bandstand; and"),
        ("AGREED that, subject to a licence, the Council", "mends the bandstand; and"),
        ("AGREED: That, having weighed the cost, this Committee", "Mends the bandstand; and"),
        ("RESOLVED UNANIMOUSLY that we", "mend the bandstand; and"),
        ("It was RESOLVED to ask that the Trust", "mend the bandstand; and"),
        ("DECIDED: That", "Mends the bandstand; and"),
    ],
)
def test_a_lead_in_may_break_off_before_its_points(lead: str, first: str) -> None:
    points = (item(f"(a) {first}", label="45(a)", under="45"),
              item("(b) sells the deckchairs.", label="45(b)", under="45"))  # fmt: skip
    found = _decisions(_MINUTE, para(lead, under="45"), *points)
    assert [each.text for each in found] == [first, "sells the deckchairs."]
    assert [(each.label, each.minute) for each in found] == [("45(a)", "45"), ("45(b)", "45")]


@pytest.mark.parametrize(
    "words",
    [
        "RESOLVED that the bandstand be mended by the Council.",
        "RESOLVED that the bandstand be handed to the Council",
        "RESOLVED that Cllr Ash go to the meeting of the Parks Committee",
        "RESOLVED that the bandstand be mended subject to the following terms",
    ],
)
def test_a_resolution_that_is_said_in_full_is_not_parted_by_the_list_below(words: str) -> None:
    found = _decisions(_MINUTE, para(words, under="45"), item("- Deckchairs", under="45"))
    assert found[0].text.startswith(words)


def test_reasons_are_part_of_the_decision_they_are_given_for() -> None:
    (found,) = _decisions(
        _MINUTE,
        para("RESOLVED that permission be REFUSED for the following reasons:", under="45"),
        item("(i) the lane floods; and", label="45(i)", under="45"),
        item("(ii) the wall would fall.", label="45(ii)", under="45"),
    )
    assert found.outcome == "refused"
    assert found.text.endswith("the wall would fall.")


def test_a_bare_resolved_takes_the_paragraph_below_it() -> None:
    (found,) = _decisions(_MINUTE, para("RESOLVED"), para("That the rents be approved."))
    assert found.text == "RESOLVED\nThat the rents be approved."


def test_a_body_with_its_decisions_listed_has_resolved_them() -> None:
    found = _decisions(
        _MINUTE,
        para("Cabinet:", under="45"),
        item("(1) noted the survey;", label="45(1)", under="45"),
        item("(2) approved the rents.", label="45(2)", under="45"),
    )
    assert [d.outcome for d in found] == ["noted", "approved"]


_MOVED = para(
    "It was moved by Cllr Pike and seconded by Cllr Ash that parking be free.", under="45"
)


@pytest.mark.parametrize(
    ("told", "standing", "outcome"),
    [
        ("On being put to the vote the motion was LOST.", "proposed", "lost"),
        ("The motion was withdrawn.", "proposed", "withdrawn"),
        ("The motion was carried.", "resolved", "carried"),
        ("Members talked of parking.", "proposed", None),
    ],
)
def test_a_motion_stands_by_what_became_of_it(
    told: str, standing: str, outcome: str | None
) -> None:
    (found,) = _decisions(_MINUTE, _MOVED, para(told, under="45"))
    assert (found.standing, found.outcome) == (standing, outcome)
    assert (found.mover, found.seconder) == ("Cllr Pike", "Cllr Ash")


def test_a_motion_that_was_resolved_is_given_by_its_resolution() -> None:
    (found,) = _decisions(_MINUTE, _MOVED, para("RESOLVED that parking be free.", under="45"))
    assert found.text == "RESOLVED that parking be free."


def test_a_lost_amendment_does_not_touch_the_resolution() -> None:
    amended = para("It was moved by Cllr Orr, as an amendment, that parking stay dear.", under="45")
    found = _decisions(
        _MINUTE,
        amended,
        para("The amendment was LOST.", under="45"),
        para("RESOLVED that parking be free.", under="45"),
    )
    assert [(d.standing, d.outcome) for d in found] == [("proposed", "lost"), ("resolved", None)]


def test_a_motion_may_stand_below_the_words_that_moved_it() -> None:
    (found,) = _decisions(
        _MINUTE,
        para("Cllr Pike moved, and Cllr Ash seconded, the following motion:", under="45"),
        para("That dogs be kept out.", under="45"),
        para("The motion was put to the vote and declared carried.", under="45"),
    )
    assert (found.standing, found.outcome) == ("resolved", "carried")
    assert found.text.endswith("That dogs be kept out.")


def test_a_resolution_that_ends_a_paragraph_keeps_what_it_is_about() -> None:
    (found,) = _decisions(_MINUTE, para("Extension at 5 Mill Close. Resolved: No objection."))
    assert found.text == "Resolved: No objection."
    assert found.lead_start == len("45. Allotment rents\n")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("The Committee noted the report.", "noted"),
        ("The minutes of the meeting of 5 July were approved and signed.", "approved"),
        ("Consideration of this item was deferred to the next meeting.", "deferred"),
        ("DEFERRED for a site visit.", "deferred"),
        ("Referred back to the Finance Committee: the grant.", "referred"),
        ("It was agreed to defer the matter.", "deferred"),
        ("The Sub-Committee decided to revoke the licence.", "revoked"),
        ("Decision: GRANTED subject to conditions.", "granted"),
        ("RESOLVED TO RECOMMEND TO COUNCIL that the budget be approved.", "recommended"),
        ("RECOMMENDED that the budget be approved.", "recommended"),
        ("RESOLVED that point 3 be not accepted.", "rejected"),
        ("RESOLVED that the plan, deferred in May, be adopted.", "adopted"),
        ("Cllr Able was elected Mayor for the year.", "elected"),
    ],
)
def test_the_outcome_is_what_the_body_did(words: str, outcome: str) -> None:
    (found,) = _decisions(_MINUTE, para(words, under="45"))
    assert (found.text, found.standing, found.outcome) == (words, "resolved", outcome)


def test_points_of_a_resolution_to_recommend_are_recommendations_made() -> None:
    found = _decisions(
        _MINUTE,
        para("RESOLVED TO RECOMMEND TO COUNCIL:", under="45"),
        item("(a) that the budget be approved;", label="45(a)", under="45"),
        item("(b) that the rate be set.", label="45(b)", under="45"),
    )
    assert [(d.standing, d.outcome) for d in found] == [("resolved", "recommended")] * 2


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ("RESOLVED: (1) That rents rise; (2) That it be noted.", ["45(1)", "45(2)"]),
        ("Cabinet: (a) noted the survey; and (b) set the rents.", ["45(a)", "45(b)"]),
        ("RESOLVED that Cabinet: i. notes it; ii. sets the rents.", ["45.i", "45.ii"]),
        ("RESOLVED that it be refused for these reasons: 1. noise; 2. smell.", ["45"]),
        ("RESOLVED that notice be given under section 5 (1) and (2) of the Act.", ["45"]),
    ],
)
def test_points_that_run_on_are_decisions_of_their_own(words: str, labels: list[str]) -> None:
    found = _decisions(_MINUTE, para(words, under="45"))
    assert [each.label for each in found] == labels


def test_what_had_been_resolved_before_is_told_and_not_resolved_again() -> None:
    found = _decisions(
        _MINUTE,
        para("The Scrutiny Committee had resolved:", under="45"),
        item("1. That the costs be published.", label="45.1", under="45"),
        para("Following debate, Cabinet RESOLVED", under="45.1"),
        item("1. To confirm its decision.", label="45.1", under="45"),
    )
    assert [(d.text, d.outcome) for d in found] == [("To confirm its decision.", "confirmed")]


def test_minutes_set_as_a_table_keep_the_number_of_the_item() -> None:
    columns = ("Item", "Discussion", "Action")
    found = _decisions(
        heading("Minutes of the Town Council"),
        row("2", "Minutes. RESOLVED that the minutes be approved.", "Clerk", columns=columns),
        row("3.", "Clock. The Council agreed to mend the clock.", "Cllr Ives", columns=columns),
        row("4", "Speeding. To be watched.", "Cllr Judd agreed to write", columns=columns),
    )
    assert [(d.minute, d.text) for d in found] == [
        ("2", "RESOLVED that the minutes be approved."),
        ("3", "The Council agreed to mend the clock."),
    ]


def test_a_table_of_applications_gives_each_decision_below_its_column() -> None:
    columns = ("Application", "Site", "Decision")
    found = _decisions(
        _MINUTE,
        row("23/0001/FUL", "1 High Street", "GRANTED", columns=columns),
        row("23/0002/HSE", "2 Low Road", "Refused: it would harm them.", columns=columns),
    )
    assert [(d.outcome, d.minute) for d in found] == [("granted", "45"), ("refused", "45")]


def test_points_in_a_cell_below_decision_are_found_where_they_stand() -> None:
    columns = ("Item", "Decision")
    found = _decisions(_MINUTE, row("5", "1. That it be so; 2. That it last.", columns=columns))
    assert [(d.label, d.text) for d in found] == [
        ("1", "That it be so;"),
        ("2", "That it last."),
    ]


def test_what_the_minutes_tell_next_is_no_part_of_the_last_point() -> None:
    found = _decisions(
        _MINUTE,
        para("RESOLVED that", under="45"),
        item("(1) the rents rise; and", label="45(1)", under="45"),
        item("(2) it be noted.", label="45(2)", under="45"),
        para("Councillor Pike left the meeting.", under="45(2)"),
    )
    assert [d.text for d in found] == ["the rents rise; and", "it be noted."]


def test_who_moved_may_be_told_in_the_sentence_after() -> None:
    words = "The minutes of the last meeting were approved. Proposed by AP and seconded by TA."
    (found,) = _decisions(_MINUTE, para(words, under="45"))
    assert found.text == "The minutes of the last meeting were approved."
    assert (found.mover, found.seconder) == ("AP", "TA")


def test_a_decision_parted_by_the_foot_of_a_page_is_whole() -> None:
    (found,) = _decisions(
        _MINUTE,
        para("It was agreed to mend the fence before", under="45"),
        para("the summer fair. Mr Lowe thanked all.", under="45"),
    )
    assert found.text == "It was agreed to mend the fence before\nthe summer fair."


def test_what_was_agreed_in_one_word_keeps_the_sentence_before_as_its_lead_in() -> None:
    (found,) = _decisions(_MINUTE, para("AP offered to buy paint. This was agreed.", under="45"))
    assert found.text == "This was agreed."
    assert found.lead_start == len("45. Allotment rents\n")


def test_payments_that_were_approved_are_listed_with_the_decision() -> None:
    (found,) = _decisions(
        _MINUTE,
        item("(a) The following payments were approved:", label="45(a)", under="45"),
        para("Hall hire £45", under="45(a)"),
    )
    assert found.text == "The following payments were approved:\nHall hire £45"


def test_a_decision_record_has_its_decision_below_a_heading() -> None:
    found = _decisions(
        heading("Decision"),
        para("To approve a grant of £500."),
        heading("Reasons for the decision"),
        para("The hall has no ramp."),
        kind="decision",
    )
    assert [(d.text, d.standing) for d in found] == [("To approve a grant of £500.", "resolved")]


def test_a_decision_record_may_be_a_table() -> None:
    found = _decisions(
        heading("Record of decision"),
        row("Decision", "That the lease be renewed."),
        row("Reasons", "The tenant pays on time."),
        kind="decision",
    )
    assert [d.text for d in found] == ["That the lease be renewed."]


def test_a_record_still_in_draft_only_proposes() -> None:
    blocks = (heading("Decision"), para("To approve a grant."))
    assert [d.standing for d in _decisions(*blocks, kind="decision", draft=True)] == ["proposed"]


def test_draft_minutes_still_tell_what_was_resolved() -> None:
    found = _decisions(_MINUTE, para("RESOLVED that it be so."), draft=True)
    assert [d.standing for d in found] == ["resolved"]


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        (para("26/02 Speed watch", label="26/02"), "Speed watch"),
        (para("26/02 Speed watch. Cllr Pike told of speeds.", label="26/02"), None),
    ],
)
def test_an_item_without_a_heading_is_not_given_that_of_the_item_before(
    opening: Block, title: str | None
) -> None:
    (found,) = _decisions(
        heading("26/01 Finance", label="26/01"),
        opening,
        para("It was agreed to buy a sign.", under="26/02"),
    )
    assert (found.minute, found.heading) == ("26/02", title)


def test_a_point_of_the_decision_before_is_no_minute_number() -> None:
    *_, found = _decisions(
        heading("Record of Decisions"),
        para("RESOLVED that:"),
        item("(a) fares rise; and", label="(a)"),
        item("(b) trams be painted.", label="(b)"),
        para("Decision: That the strategy be deferred."),
        kind="decision",
    )
    assert (found.outcome, found.minute) == ("deferred", None)


def test_a_resolution_below_a_quoted_list_is_not_one_of_its_points() -> None:
    (found,) = _decisions(
        heading("33. Call-in", label="33"),
        para(
            "The Chair reported that at its meeting on 4 May the Executive had resolved:",
            under="33",
        ),
        item("(1) That the library close; and", label="33(1)", under="33"),
        item("(2) That it be sold.", label="33(2)", under="33"),
        para("RESOLVED - That the decision be referred back.", under="33(2)"),
    )
    assert (found.label, found.minute, found.outcome) == ("33", "33", "referred")


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Resolved not to buy more bins.", None),
        ("RESOLVED not to approve the grant.", "rejected"),
        ("RESOLVED not to defer the works.", None),
        ("It was agreed not to adopt the plan.", "rejected"),
        ("It was agreed not to refer it to the County.", None),
        ("RESOLVED that the plan be not adopted.", "rejected"),
    ],
)
def test_what_was_resolved_not_to_be_done_was_not_done(words: str, outcome: str | None) -> None:
    (found,) = _decisions(_MINUTE, para(words, under="45"))
    assert (found.standing, found.outcome) == ("resolved", outcome)
