"""Motions stand by what became of them, however far below their words the minutes tell it."""

import pytest

from index.records import Block, Decision, FrontPage
from ingest.decisions import decisions
from ingest.decisions.moving import fate_in, mover_in, seconder_in
from ingest.decisions.votes import votes_in
from support.papers import heading, item, lay_out, para, row

_ITEM = heading("C56 Council tax", label="C56")


def _decisions(*blocks: Block) -> list[Decision]:
    text, laid = lay_out(*blocks)
    found = decisions(text, laid, "minutes", FrontPage())
    assert all(each.text == text[each.start : each.end] for each in found)
    return list(found)


@pytest.mark.parametrize(
    ("words", "mover", "seconder"),
    [
        ("Proposed: Cllr Jelley Seconded: Cllr Orme. All agreed.", "Cllr Jelley", "Cllr Orme"),
        ("(Proposed: Cllr Best, Seconded: Cllr Dean)", "Cllr Best", "Cllr Dean"),
        ("on the proposition of Cllr B. Best, seconded by Cllr D. Dean,", "Cllr B. Best",
         "Cllr D. Dean"),
        ("AW proposed, and PI Seconded, and minutes were approved", "AW", "PI"),
        ("Councillor Shaw, seconded by Councillor Urie, moved approval.", "Councillor Shaw",
         "Councillor Urie"),
        ("Moved by Councillors Abel and Bond, seconded by Cllr Cole", "Councillors Abel and Bond",
         "Cllr Cole"),
        ("Moved Cllr Best / seconded Cllr Cray", "Cllr Best", "Cllr Cray"),
        ("Mr Baird, seconded by Ms Campbell, MOVED that a letter be sent.", "Mr Baird",
         "Ms Campbell"),
        ("The Clerk said that all was well.", None, None),
    ],
)  # fmt: skip
def test_who_moved_and_seconded_is_read_in_every_form(
    words: str, mover: str | None, seconder: str | None
) -> None:
    assert (mover_in(words), seconder_in(words)) == (mover, seconder)


@pytest.mark.parametrize(
    ("words", "votes"),
    [
        ("For 7, against 2, abstentions 1", "For 7, against 2, abstentions 1"),
        ("(Voting: 7 for, 2 against, 1 abstention)", "7 for, 2 against, 1 abstention"),
        ("The motion was carried by 9 votes to 3.", "9 votes to 3"),
        ("by 6 votes to 2 with 1 abstention", "6 votes to 2 with 1 abstention"),
        ("Vote: For - 8; Against - 1; Abstain - 0", "For - 8; Against - 1; Abstain - 0"),
        ("there were 10 for the motion, 12 against and 1 abstention",
         "10 for the motion, 12 against and 1 abstention"),
        ("six votes in favour, four against", "six votes in favour, four against"),
        ("the motion was LOST (2 in favour, 4 against, 1 abstention)",
         "2 in favour, 4 against, 1 abstention"),
        ("RESOLVED (unanimously) that it be so", "unanimously"),
        ("Proposed AP, seconded TA, all agreed", "all agreed"),
        ("The charge is £7 for two hours.", None),
        ("It was agreed.", None),
    ],
)  # fmt: skip
def test_a_vote_is_kept_as_recorded(words: str, votes: str | None) -> None:
    assert votes_in(words) == votes


@pytest.mark.parametrize(
    ("words", "fate"),
    [
        ("The Mayor declared the amendment lost.", ("amendment", "lost")),
        ("CARRIED unanimously", ("motion", "carried")),
        ("Motion lost", ("motion", "lost")),
        ("There was no seconder.", ("motion", "lost")),
        ("With the consent of the Council the motion was withdrawn.", ("motion", "withdrawn")),
        ("The motion was referred to the Parks Committee.", ("motion", "referred")),
        ("This was put to the vote and was lost 1-2.", ("motion", "lost")),
        ("Members lost no time.", None),
        ("It was moved that the recommendations be adopted.", None),
    ],
)
def test_the_fate_of_a_motion_is_known_by_its_words(
    words: str, fate: tuple[str, str] | None
) -> None:
    assert fate_in(words) == fate


def test_a_page_of_names_may_stand_between_a_motion_and_its_fate() -> None:
    names = [para(f"Councillor {name}") for name in ("Abel", "Bond", "Cole", "Dray", "Eden")]
    found = _decisions(
        _ITEM,
        para("It was moved by Cllr Pike and seconded by Cllr Ash that fares be free.", under="C56"),
        para("A recorded vote was taken, as follows:", under="C56"),
        heading("FOR THE MOTION"),
        *names[:2],
        heading("AGAINST THE MOTION"),
        *names[2:],
        para("The motion was declared LOST."),
    )
    assert [(d.standing, d.outcome, d.heading) for d in found] == [
        ("proposed", "lost", "Council tax")
    ]


def test_a_recorded_vote_is_counted_from_its_own_lines() -> None:
    (found,) = _decisions(
        _ITEM,
        para("For (5): Councillors Abel, Bond, Cole, Dray and Eden", under="C56"),
        para("Against (1): Councillor Frost", under="C56"),
        para("The motion was CARRIED and it was", under="C56"),
        para("RESOLVED: that the rate be set.", under="C56"),
    )
    assert found.votes == "For 5, Against 1"


def test_a_recorded_vote_may_be_a_table() -> None:
    found = _decisions(
        _ITEM,
        para("It was moved by Cllr Pike and seconded by Cllr Ash that fares be free.", under="C56"),
        row("Vote", "Councillors", "Number"),
        row("For", "Pike, Ash", "2"),
        row("Against", "Orr, Lee, May", "3"),
        para("The motion was LOST.", under="C56"),
    )
    assert [(d.outcome, d.votes) for d in found] == [("lost", "For 2, Against 3")]


def test_a_motion_that_was_amended_is_not_what_was_resolved() -> None:
    found = _decisions(
        _ITEM,
        para("Moved by Cllr Pike, seconded by Cllr Ash, that a letter be sent.", under="C56"),
        para("Moved by Cllr Orr, seconded by Cllr Lee, as an amendment, that two be sent."),
        para("The amendment was CARRIED and became the substantive motion.", under="C56"),
        para("The substantive motion was put to the vote and CARRIED.", under="C56"),
    )
    assert [(d.standing, d.outcome) for d in found] == [
        ("proposed", "amended"),
        ("resolved", "carried"),
    ]


def test_a_motion_whose_amendment_was_not_carried_is_not_amended() -> None:
    found = _decisions(
        _ITEM,
        para("Moved by Cllr Pike, seconded by Cllr Ash, that a letter be sent.", under="C56"),
        para("Moved by Cllr Orr, seconded by Cllr Lee, as an amendment, that two be sent."),
        para("The amendment was NOT CARRIED (2 for, 3 against).", under="C56"),
        para("The motion was CARRIED.", under="C56"),
    )
    assert [(d.standing, d.outcome) for d in found] == [
        ("resolved", "carried"),
        ("proposed", "lost"),
    ]


def test_an_amendment_falls_with_the_motion_it_amended() -> None:
    found = _decisions(
        _ITEM,
        para("Moved by Cllr Pike, seconded by Cllr Ash, that a letter be sent.", under="C56"),
        para("Moved by Cllr Orr, seconded by Cllr Lee, as an amendment, that two be sent."),
        para("The amendment was carried.", under="C56"),
        para("The motion as amended was then lost.", under="C56"),
    )
    assert [(d.standing, d.outcome) for d in found] == [("proposed", "lost"), ("proposed", "lost")]


def test_a_motion_may_be_set_as_a_form() -> None:
    (found,) = _decisions(
        heading("5. Toilets", label="5"),
        para("Proposal: To close the toilets in winter", under="5"),
        para("Proposed: Cllr Cray", under="5"),
        para("Seconded: Cllr Dean", under="5"),
        para("For: 1 Against: 3 Abstain: 0", under="5"),
        para("Motion lost", under="5"),
    )
    assert (found.standing, found.outcome) == ("proposed", "lost")
    assert (found.mover, found.seconder) == ("Cllr Cray", "Cllr Dean")
    assert found.votes == "For: 1 Against: 3 Abstain: 0"


def test_a_motion_is_not_settled_by_the_next_item() -> None:
    found = _decisions(
        para("4. It was moved by Cllr Pike, seconded by Cllr Ash, that fares be free.", label="4"),
        para("5. RESOLVED that the rents rise.", label="5"),
    )
    assert [(d.label, d.standing) for d in found] == [("4", "proposed"), ("5", "resolved")]


def test_a_motion_that_leads_on_to_its_resolution_is_given_once() -> None:
    found = _decisions(
        _ITEM,
        para("Moved by Cllr Pike, seconded by Cllr Ash:", under="C56"),
        para("RESOLVED – That it be approved as follows, namely that:", under="C56"),
        item("(a) fares be free; and", label="C56(a)", under="C56"),
        item("(b) it be reviewed.", label="C56(b)", under="C56"),
    )
    assert [(d.label, d.standing, d.mover) for d in found] == [
        ("C56(a)", "resolved", "Cllr Pike"),
        ("C56(b)", "resolved", "Cllr Pike"),
    ]


@pytest.mark.parametrize(
    ("words", "standing", "outcome"),
    [
        ("A gift of £50 was proposed by Cllr Pike, seconded by Cllr Ash and approved.",
         "resolved", "approved"),
        ("It was moved by Cllr Pike and seconded by Cllr Ash that the plan be noted and approved.",
         "proposed", None),
        ("Cllr Pike moved, seconded by the Chair, that fares rise. This was agreed by 3 to 1.",
         "resolved", "carried"),
        ("Cllr Pike moved, and Cllr Ash seconded, that “may” be replaced by “must”. The amendment"
         " was lost.", "proposed", "lost"),
    ],
)  # fmt: skip
def test_a_motion_put_and_settled_in_one_paragraph_stands_as_it_went(
    words: str, standing: str, outcome: str | None
) -> None:
    (found,) = _decisions(_ITEM, para(words, under="C56"))
    assert (found.standing, found.outcome, found.seconder is not None) == (standing, outcome, True)


def test_an_amendment_that_became_the_finding_is_resolved() -> None:
    (found,) = _decisions(
        _ITEM,
        para("Cllr Pike, seconded by Cllr Ash, moved as an amendment that fares stay. There being"
             " no seconder for the motion, the amendment became the finding of the meeting."),
    )  # fmt: skip
    assert (found.standing, found.outcome) == ("resolved", "carried")


def test_a_line_that_only_says_who_moved_is_no_motion() -> None:
    (found,) = _decisions(
        _ITEM,
        para("It was RESOLVED to close the road.", under="C56"),
        para("Proposed: Cllr Pike  Seconded: Cllr Ash  Vote: 2 for, 1 against", under="C56"),
    )
    assert (found.standing, found.mover, found.seconder) == ("resolved", "Cllr Pike", "Cllr Ash")
    assert found.votes == "2 for, 1 against"


def test_a_motion_may_stand_below_the_lines_that_name_its_mover() -> None:
    (found,) = _decisions(
        _ITEM,
        para("Proposed by Cllr Pike", under="C56"),
        para("Seconded by Cllr Ash", under="C56"),
        para("“That this Council plant a wood.”", under="C56"),
        para("Upon being put to the vote, the motion fell.", under="C56"),
    )
    assert found.text.endswith("plant a wood.”")
    assert (found.standing, found.outcome) == ("proposed", "lost")
    assert (found.mover, found.seconder) == ("Cllr Pike", "Cllr Ash")


def test_a_budget_carried_after_a_lost_amendment_is_resolved_accordingly() -> None:
    budget, amendment = _decisions(
        _ITEM,
        para("The Leader, Cllr Pike, moved and Cllr Ash seconded:", under="C56"),
        para("“That the Council:", under="C56"),
        item("(1) sets a rate of £9; and", label="C56(1)", under="C56"),
        item("(2) notes the risk.”", label="C56(2)", under="C56"),
        para("An amendment was moved by Cllr Orr and seconded by Cllr Lee:", under="C56(2)"),
        para("“That (1) read £8.”", under="C56(2)"),
        para("For the amendment (1): Councillors Orr and", under="C56(2)"),
        para("Against the amendment (3): Councillors Pike, Ash and", under="C56(2)"),
        para("The amendment was declared LOST.", under="C56(2)"),
        para("For (3): Councillors Pike, Ash and May", under="C56(2)"),
        para("Against (1): Councillor Orr", under="C56(2)"),
        para("The motion was declared CARRIED and it was", under="C56(2)"),
        para("RESOLVED accordingly.", under="C56(2)"),
        para("Councillor Lee left the meeting.", under="C56(2)"),
    )
    assert (budget.standing, budget.outcome, budget.mover) == ("resolved", "carried", "Cllr Pike")
    assert budget.text.endswith("(2) notes the risk.”")
    assert (amendment.standing, amendment.outcome) == ("proposed", "lost")
    assert amendment.votes == "For 1, Against 3"


def test_the_vote_on_the_next_motion_is_not_that_of_the_one_before() -> None:
    lost, carried = _decisions(
        _ITEM,
        para("It was moved by Cllr Pike and seconded by Cllr Ash that fares rise. The vote being"
             " tied, the motion was lost.", under="C56"),
        para("Cllr Orr then moved, seconded by Cllr Lee, that fares stay. The motion was carried by"
             " 3 votes to 1.", under="C56"),
    )  # fmt: skip
    assert (lost.outcome, lost.votes) == ("lost", None)
    assert (carried.outcome, carried.votes) == ("carried", "3 votes to 1")


def test_a_table_of_ticks_below_a_motion_is_its_vote_and_not_its_words() -> None:
    columns = ("Member", "For", "Against")
    (found,) = _decisions(
        _ITEM,
        para("Moved by Cllr Pike, seconded by Cllr Ash:", under="C56"),
        item("1. That the rate be £9.", label="C56.1", under="C56"),
        para("Recorded vote", under="C56.1"),
        row("Pike", "✓", "", columns=columns),
        row("Total", "1", "0", columns=columns),
        para("The motion was carried.", under="C56"),
    )
    assert found.text.endswith("£9.")
    assert (found.standing, found.votes) == ("resolved", "For 1, Against 0")


@pytest.mark.parametrize(
    ("told", "standing", "outcome", "votes"),
    [
        ("The motion was put to the vote and LOST by 11 votes to 8.", "proposed", "lost",
         "11 votes to 8"),
        ("Carried, nem con.", "resolved", "carried", "nem con"),
        ("Agreed, nem con.", "resolved", "carried", "nem con"),
        ("The motion was CARRIED without dissent.", "resolved", "carried", "without dissent"),
        ("It was put to the vote and carried.", "resolved", "carried", None),
        ("Put to the meeting and lost by 6 to 4.", "proposed", "lost", "lost by 6 to 4"),
        ("On being put to the vote, it was carried by a majority of 9 to 2.", "resolved",
         "carried", "majority of 9 to 2"),
        ("Lost on the Mayor's casting vote, the votes being 5 for and 5 against.", "proposed",
         "lost", "5 for and 5 against"),
        ("Voting: for refusal 7, against 1. Lost.", "proposed", "lost",
         "for refusal 7, against 1"),
    ],
)  # fmt: skip
def test_the_line_below_a_motion_tells_its_fate_and_its_votes(
    told: str, standing: str, outcome: str, votes: str | None
) -> None:
    motion = "Councillor Tarn moved, seconded by Councillor Birch, that the ferry fare be £2."
    (found,) = _decisions(heading("61 Ferry fares", label="61"), para(motion), para(told))
    assert (found.text, found.minute) == (motion, "61")
    assert (found.standing, found.outcome, found.votes) == (standing, outcome, votes)


@pytest.mark.parametrize(
    ("motion", "told"),
    [
        ("Cllr Tarn proposed, seconded by Cllr Birch, that the first berth be £40 and not £48.",
         "This was carried by 4 votes to 3."),
        ("Cllr Tarn moved, and Cllr Birch seconded, an amendment to hold the first berth at £40.",
         "The amendment was carried by 4 votes to 3."),
    ],
)  # fmt: skip
def test_a_counted_vote_on_a_change_is_no_vote_on_what_was_then_resolved(
    motion: str, told: str
) -> None:
    change, *points = _decisions(
        heading("62 Berths", label="62"),
        para(f"{motion} {told}"),
        para("RESOLVED that"),
        item("(a) nine berths be let; and", label="62(a)", under="62"),
        item("(b) the first berth be £40.", label="62(b)", under="62"),
    )
    assert (change.text, change.outcome, change.votes) == (motion, "carried", "4 votes to 3")
    assert [(d.label, d.votes) for d in points] == [("62(a)", None), ("62(b)", None)]
