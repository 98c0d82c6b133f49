"""What minutes tell was done is resolved, whatever the verb; what others did is only told."""

import pytest

from index.records import Block, Decision, FrontPage
from ingest.decisions import decisions
from support.papers import heading, item, lay_out, para, row

_ITEM = heading("7. Village hall", label="7")
_PLANNING = heading("9. Planning applications", label="9")


def _decisions(*blocks: Block) -> list[Decision]:
    text, laid = lay_out(*blocks)
    found = decisions(text, laid, "minutes", FrontPage())
    assert all(each.text == text[each.start : each.end] for each in found)
    return list(found)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("Support was given to the hall committee's bid for a new stove.", "supported"),
        ("Mill Lane – support was also given to a change of use.", "supported"),
        ("Approval was given for the spending on paint.", "approved"),
        ("Permission to hold the fair was granted.", "granted"),
        ("The application was granted.", "granted"),
        ("The application was refused.", "refused"),
        ("The request from the scouts for £75.50 was declined.", None),
        ("The recommendation was accepted.", "accepted"),
        ("The proposal was rejected.", "rejected"),
        ("Applications for work at both barns, now smaller, were supported.", "supported"),
        ("The quotation received from Reed Ltd was approved.", "approved"),
        ("The cost of £31.20 was approved.", "approved"),
        ("The hall was lit at a cost of £88.40 which the Council approved.", "approved"),
        ("Free entry for children was agreed.", "agreed"),
        ("It was thought a weekday would do – a Thursday was agreed.", "agreed"),
        ("Anne Lowe and Ben Orme were co-opted on to the Council.", None),
        ("Anne Lowe was formally co-opted to the Council, all members being for it.", None),
        ("All were in favour of a proposal to co-opt Ben Orme.", None),
        ("Cllr Pike was appointed to the rivers trust.", "appointed"),
        ("Cllr Dean was appointed Vice Chair for the year.", "appointed"),
        ("A working group of three was appointed to look into the lights.", "appointed"),
        ("The Council appointed Cllr Pike to the rivers trust.", "appointed"),
        ("The Clerk was authorised to pay the bill.", "authorised"),
        ("The Clerk was instructed to write to the tenants.", None),
        ("The contract was awarded to Reed Ltd.", None),
        ("The Council raised no objection to the plan.", None),
        ("The Committee rejected the proposal.", "rejected"),
        ("There was unanimous support for the fair.", None),
        ("It was therefore determined that the renewal be not supported.", "rejected"),
        ("With that amendment the minutes were approved.", "approved"),
        ("The minutes of 3 May were signed as a correct record.", None),
        ("The minutes of the last meeting were circulated and approved.", "approved"),
        ("The minutes were proposed as a true record by AL and seconded by BO.", None),
        ("(Request agreed)", "agreed"),
        ("This project was supported on the understanding that the wall be kept.", "supported"),
        ("The stove – in her absence, discussion of the cost was deferred to May.", "deferred"),
        ("No comment was made on the plan.", None),
        ("Everyone agreed with this and AL would order the paint.", "agreed"),
    ],
)
def test_what_was_done_is_resolved(words: str, outcome: str | None) -> None:
    (found,) = _decisions(_ITEM, para(words, under="7"))
    assert (found.text, found.standing, found.outcome) == (words, "resolved", outcome)


@pytest.mark.parametrize(
    "words",
    [
        "The application was refused by the County Council.",
        "The application had been rejected by the inspector.",
        "The application was granted on appeal.",
        "Two turbines were approved at the district's review.",
        "The proposal was put off by some residents.",
        "The date was agreed with the contractor.",
        "Terms were agreed between the two landlords.",
        "The scheme, which was agreed in 2019, has begun.",
        "It was reported that the request was accepted by the trust.",
        "A new constable had recently been appointed.",
        "The constable was appointed in May.",
        "The Council adopted the plan in March 2016.",
        "The Council would be asked to support the bid.",
        "No date was agreed.",
        "No objections were raised by the neighbours.",
        "The grant was approved by the lottery.",
        "Supplies are held where the Council unanimously agreed to keep them.",
        "Support from residents was given freely by many.",
        "The agreed fence was painted.",
        "Planning permission was granted by the district.",
    ],
)
def test_what_others_did_or_did_on_another_day_is_told(words: str) -> None:
    assert _decisions(_ITEM, para(words, under="7")) == []


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("4 High Street – rear extension. No objection.", None),
        ("Mill House – new windows. Supported. AL", "supported"),
        ("Barn, Low Road: felling of two limes – no comment", None),
        ("Long Acre; nine houses. Objected.", "opposed"),
    ],
)
def test_what_is_said_to_a_planning_application_is_resolved(
    words: str, outcome: str | None
) -> None:
    (found,) = _decisions(_PLANNING, item(words, under="9"))
    assert (found.text, found.standing, found.outcome) == (words, "resolved", outcome)
    assert _decisions(_ITEM, item(words, under="7")) == []
    assert _decisions(heading("Planning decisions received"), item(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "The Council had no comment to make.",
        "It was not appropriate that members comment on their own plans.",
        "Members raised no objection in the end.",
    ],
)
def test_that_there_is_nothing_to_say_to_an_application_is_resolved(words: str) -> None:
    application = f"Parish barn – two signs. {words}"
    (found,) = _decisions(_PLANNING, item(application, under="9"))
    assert (found.text, found.standing) == (words, "resolved")


def test_a_response_on_a_line_of_its_own_is_led_into_by_its_application() -> None:
    application = item("Mill House – new windows", under="9")
    (found,) = _decisions(_PLANNING, application, para("Supported.", under="9"))
    assert (found.text, found.outcome, found.start - found.lead_start) == (
        "Supported.",
        "supported",
        len("Mill House – new windows") + 1,
    )


@pytest.mark.parametrize(
    "blocks",
    [
        (para("Chair -- Anne Lowe. Proposed by Ben Orme; seconded by Cat Dean."),),
        (para("Chairman: Anne Lowe – proposed by Ben Orme, seconded by Cat Dean"),),
        (para("Chair: Anne Lowe"), para("Proposed by Ben Orme; Seconded by Cat Dean")),
        (
            row("Office", "Appointee", "Proposer", "Seconder"),
            row("Chair", "Anne Lowe", "Ben Orme", "Cat Dean"),
        ),
        (
            row(
                "Chair", "Anne Lowe", "Ben Orme", "Cat Dean",
                columns=("Office", "Elected", "Proposed by", "Seconded by"),
            ),
        ),
    ],
)  # fmt: skip
def test_an_office_that_is_filled_is_resolved_with_who_put_the_name_up(
    blocks: tuple[Block, ...],
) -> None:
    (found,) = _decisions(heading("Office bearers"), *blocks)
    assert (found.standing, found.outcome) == ("resolved", "elected")
    assert "Anne Lowe" in found.text
    assert (found.mover, found.seconder) == ("Ben Orme", "Cat Dean")


@pytest.mark.parametrize(
    "blocks",
    [
        (para("Chair: Anne Lowe"), para("The Chair opened the meeting.")),
        (para("Chair: A Lowe proposed by B Orme, C Dean proposed by D Pike, seconded by E Ash"),),
        (
            row("Office", "Appointee", "Proposer", "Seconder"),
            row("Treasurer", "Vacant", "", ""),
        ),
        (
            row("Motion", "Proposer", "Seconder"),
            row("To keep the hall open", "Ben Orme", "Cat Dean"),
        ),
    ],
)
def test_a_contest_a_vacancy_and_who_is_in_office_fill_no_office(
    blocks: tuple[Block, ...],
) -> None:
    found = _decisions(heading("Office bearers"), *blocks)
    assert [each for each in found if each.standing == "resolved"] == []


def test_a_proposal_that_was_moved_is_not_told_twice_when_it_is_rejected() -> None:
    moved = para("It was moved by Cllr Lowe, seconded by Cllr Orme, that the hall be sold at once.")
    (found,) = _decisions(_ITEM, moved, para("The proposal was rejected."))
    assert (found.standing, found.outcome) == ("proposed", "lost")


@pytest.mark.parametrize(
    ("fate", "standing", "outcome"),
    [
        ("The motion was lost.", "proposed", "lost"),
        ("The motion was carried.", "resolved", "carried"),
        ("The Chair thanked him.", "proposed", None),
    ],
)
def test_a_motion_to_put_off_is_a_motion_however_short(
    fate: str, standing: str, outcome: str | None
) -> None:
    (found,) = _decisions(_ITEM, para("Councillor Lowe moved deferral of the lease."), para(fate))
    assert (found.standing, found.outcome) == (standing, outcome)


def test_the_original_motion_is_carried_where_it_is_agreed_after_a_lost_amendment() -> None:
    found = _decisions(
        _ITEM,
        para("Cllr Lowe moved, seconded by Cllr Orme, that the hall be let by the day."),
        para("Cllr Dean moved an amendment, seconded by Cllr Ash, that it be let by the hour."),
        para("The amendment was lost by 5 votes to 3."),
        para("The original motion was then put to the vote and agreed."),
    )
    assert [(each.standing, each.outcome) for each in found] == [
        ("resolved", "carried"),
        ("proposed", "lost"),
    ]
