"""Officers and members are taken with what they answer for; nobody else is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.records import Block, Lead, ReportKind
from ingest.people import leads
from support.papers import heading, item, lay_out, para, row


def _leads(*blocks: Block, kind: ReportKind = "report") -> list[Lead]:
    text, laid = lay_out(*blocks)
    found = leads(laid, kind)
    assert all(each.name is None or each.name in text[each.start : each.end] for each in found)
    return list(found)


_COLUMNS = ("Service Area", "Review Lead Officer", "Exham MBC Contact Officer", "Cabinet Member")


def test_a_table_of_people_gives_each_with_area_relation_and_contact() -> None:
    found = _leads(
        row(
            "Payroll",
            "Ann Pike Payroll Manager Wyeford CC 01632 960142 ann.pike@wyeford.example",
            "Tom Ash Head of Pay & Pensions 01632 960143",
            "Cllr Ida Orr Cabinet Member for People and Pay",
            columns=_COLUMNS,
        )
    )
    first, second, third = found
    assert (first.name, first.post) == ("Ann Pike", "Payroll Manager")
    assert (first.organisation, first.area) == ("Wyeford CC", "Payroll")
    assert first.relation == "Review Lead Officer"
    assert first.contact == "01632 960142, ann.pike@wyeford.example"
    assert (second.name, second.organisation) == ("Tom Ash", "Exham MBC")
    assert (third.name, third.post) == ("Cllr Ida Orr", "Cabinet Member for People and Pay")


@pytest.mark.parametrize(
    "cell", ["See Lead Officer", "Vacant", "TBC", "N/A", "To be confirmed", ""]
)
def test_a_gap_in_the_table_is_nobody(cell: str) -> None:
    assert _leads(row("Payroll", cell, columns=("Service Area", "Lead Officer"))) == []


def test_a_post_without_a_name_is_taken_as_a_post() -> None:
    (found,) = _leads(row("Roof", "Head of Works", columns=("Action", "Responsible Officer")))
    assert (found.name, found.post, found.area) == (None, "Head of Works", "Roof")


def test_columns_of_name_and_post_are_read_as_such() -> None:
    columns = ("Name", "Position", "Organisation", "Email")
    (found,) = _leads(
        heading("Contact Officers"),
        row("Ann Pike", "Clerk", "Exham Town Council", "ann@exham.example", columns=columns),
    )
    assert (found.name, found.post) == ("Ann Pike", "Clerk")
    assert (found.organisation, found.relation) == ("Exham Town Council", "Contact Officers")
    assert found.contact == "ann@exham.example"


def test_the_author_in_the_footer_table_is_taken() -> None:
    columns = ("Report Author", "Ext", "Date", "Doc ID")
    (found,) = _leads(row("Ann Pike", "5104", "30 October 2007", "WORKS/12", columns=columns))
    assert (found.name, found.relation, found.area) == ("Ann Pike", "Report Author", None)


@pytest.mark.parametrize(
    ("words", "names", "relation"),
    [
        ("Contact Officers: Ann Pike ext 5270", ["Ann Pike"], "Contact Officers"),
        ("Contact Officer: Ann Pike/Tom Ash", ["Ann Pike", "Tom Ash"], "Contact Officer"),
        ("Cabinet Member for Parks: Cllr Ida Orr", ["Cllr Ida Orr"], "Cabinet Member for Parks"),
        ("Chair: Cllr Ida Orr", ["Cllr Ida Orr"], "Chair"),
        ("The Parks Board is chaired by Ann Pike, a farmer.", ["Ann Pike"], "Chair"),
        (
            "The Rents Adviser (Ann Pike) is responsible for the rents.",
            ["Ann Pike"],
            "Responsible for",
        ),
        ("Ann Pike (Head of Legal) advised against it.", ["Ann Pike"], "Officer"),
        (
            "Councillor Ida Orr, Leader of the Council, thanked them.",
            ["Councillor Ida Orr"],
            "Member",
        ),
    ],
)
def test_labels_and_sentences_name_people(words: str, names: list[str], relation: str) -> None:
    found = _leads(para(words))
    assert [each.name for each in found] == names
    assert {each.relation for each in found} == {relation}


def test_what_is_chaired_is_the_area() -> None:
    (found,) = _leads(para("The Parks Board is chaired by Ann Pike, a farmer."))
    assert (found.area, found.post) == ("Parks Board", None)


def test_a_signature_at_the_end_is_taken() -> None:
    body = [para("The rents are low and have been so for years."), para("They could rise.")]
    (one,) = _leads(*body, para("ANN PIKE DIRECTOR OF WORKS"))
    (two,) = _leads(*body, para("Ann Pike"), para("Chief Executive"))
    assert (one.name, one.post, one.relation) == ("ANN PIKE", "DIRECTOR OF WORKS", "Signed by")
    assert (two.name, two.post, two.relation) == ("Ann Pike", "Chief Executive", "Signed by")


@pytest.mark.parametrize(
    "words",
    [
        "Mr Peter Lowe spoke against the application.",
        "Ms Ayla Cole, the applicant's agent, spoke for it.",
        "A letter came from Mrs Ivy Dunn (Local Resident).",
        "Jo Reed (Member of the public) asked about dogs.",
        "The Housing Strategy (Local Plan) is out of date.",
    ],
)
def test_members_of_the_public_are_not_taken(words: str) -> None:
    assert _leads(para(words), kind="minutes") == []


def test_minutes_list_who_came_and_who_did_not() -> None:
    found = _leads(
        para(
            "Present: Councillor Ida Orr (in the Chair), Councillors Tom Ash and Eve Lamb; "
            "Mrs Ivy Dunn (resident)"
        ),
        heading("Apologies for absence"),
        item("• Cllr J Ford"),
        heading("In attendance"),
        para("Ann Pike (Clerk)"),
        kind="minutes",
    )
    assert [(each.name, each.relation) for each in found] == [
        ("Councillor Ida Orr", "Present"),
        ("Councillor Ida Orr", "Chair"),
        ("Tom Ash", "Present"),
        ("Eve Lamb", "Present"),
        ("Cllr J Ford", "Apologies"),
        ("Ann Pike", "In attendance"),
    ]


def test_members_may_be_listed_by_surname_and_officers_with_their_posts() -> None:
    found = _leads(
        para("Present: Councillors Orr, Ash and Lamb. Also present: Cllr P Grange"),
        heading("Officers in attendance"),
        para("Kit Munro, Chief Executive"),
        kind="minutes",
    )
    assert [(each.name, each.post, each.relation) for each in found] == [
        ("Orr", None, "Present"),
        ("Ash", None, "Present"),
        ("Lamb", None, "Present"),
        ("Cllr P Grange", None, "Also present"),
        ("Kit Munro", "Chief Executive", "In attendance"),
    ]


def test_names_with_initials_beside_them_are_parted() -> None:
    found = _leads(para("PRESENT Tom Ash TA Eve Lamb (Chair) EL Jon Ford JF"), kind="minutes")
    assert [each.name for each in found if each.relation == "Present"] == [
        "Tom Ash",
        "Eve Lamb",
        "Jon Ford",
    ]


def test_a_report_has_no_attendance() -> None:
    assert _leads(heading("Present"), para("Tom Ash, Eve Lamb")) == []


Named = tuple[str | None, str, str | None]


def _who(*blocks: Block, kind: ReportKind = "minutes") -> list[Named]:
    """Name, relation and post of each, in the order of the paper."""
    return [(each.name, each.relation, each.post) for each in _leads(*blocks, kind=kind)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "PRESENT: Councillors A Brown (Chair), B Green and C. White-Jones",
            [
                ("A Brown", "Present", "Chair"),
                ("A Brown", "Chair", "Chair"),
                ("B Green", "Present", None),
                ("C. White-Jones", "Present", None),
            ],
        ),
        (
            "Present: Cllrs. Smith, Jones, and Patel (Vice-Chairman)",
            [
                ("Smith", "Present", None),
                ("Jones", "Present", None),
                ("Patel", "Present", "Vice-Chairman"),
            ],
        ),
        (
            "Present: Councillors Green B, White, C. and Ann Hall",
            [
                ("Green B", "Present", None),
                ("White, C", "Present", None),
                ("Ann Hall", "Present", None),
            ],
        ),
        (
            "Present: Provost Ann Hill, Ald. Peter Wick, Lord Dunn, Councillor Mrs C White",
            [
                ("Provost Ann Hill", "Present", None),
                ("Ald. Peter Wick", "Present", None),
                ("Lord Dunn", "Present", None),
                ("Councillor Mrs C White", "Present", None),
            ],
        ),
        (
            "Present: The Mayor (Councillor A Brown), The Deputy Mayor, Councillor B Green",
            [
                ("Councillor A Brown", "Present", "Mayor"),
                ("Councillor B Green", "Present", "Deputy Mayor"),
            ],
        ),
        (
            "Present: The Lady Mayor, Councillor B Green (in robes)",
            [("Councillor B Green", "Present", "Lady Mayor")],
        ),
        (
            "Present: Councillors A Brown (via Teams), B Green*, C White (left at 8.10 pm), "
            "E Moss (Con), F Rose (Holt Ward)",
            [
                ("A Brown", "Present", None),
                ("B Green", "Present", None),
                ("C White", "Present", None),
                ("E Moss", "Present", None),
                ("F Rose", "Present", None),
            ],
        ),
        (
            "ACC members: John (JS), Maureen Anton (MA)",
            [("John", "Present", None), ("Maureen Anton", "Present", None)],
        ),
        ("In attendance: PC Smith (Police Scotland)", [("PC Smith", "In attendance", None)]),
        ("Apologies: Cllrs Brown & Green. Absent: Cllr White",
         [("Brown", "Apologies", None), ("Green", "Apologies", None),
          ("Cllr White", "Absent", None)]),
        (
            "An apology for absence was submitted on behalf of Councillor P. Wood (illness).",
            [("Councillor P. Wood", "Apologies", None)],
        ),
        (
            "3. Apologies for Absence Michael Cook (SBC) MC, Audrey Pike (AC)",
            [("Michael Cook", "Apologies", None), ("Audrey Pike", "Apologies", None)],
        ),
        (
            "Officers: Ann Pike, Director of Housing, Communities and Environment, Tom Ash, Clerk",
            [
                ("Ann Pike", "In attendance", "Director of Housing, Communities and Environment"),
                ("Tom Ash", "In attendance", "Clerk"),
            ],
        ),
        ("Present: Siân Éamon, J.R. Ó Briain and Zoë van der Berg",
         [("Siân Éamon", "Present", None), ("J.R. Ó Briain", "Present", None),
          ("Zoë van der Berg", "Present", None)]),
        ("Clerk: Mrs Ivy Dunn", [("Mrs Ivy Dunn", "Clerk", None)]),
        ("Present: Cllrs A Brown, Mrs B Green, White",
         [("A Brown", "Present", None), ("Mrs B Green", "Present", None),
          ("White", "Present", None)]),
        ("Present: The Mayor (Councillor A Brown) in the Chair; Councillors Green, White",
         [("Councillor A Brown", "Present", "Mayor"), ("Councillor A Brown", "Chair", "Mayor"),
          ("Green", "Present", None), ("White", "Present", None)]),
        ("Apologies: Cllr A Brown; Cllr B Green - no apologies received",
         [("Cllr A Brown", "Apologies", None)]),
        ("Sederunt: Councillors Brown (Convener), Green",
         [("Brown", "Present", "Convener"), ("Brown", "Chair", "Convener"),
          ("Green", "Present", None)]),
        ("In attendance: Tom Ash, Roads Operations Manager; Eve Lamb, Sluice Gates Engineer; Jon"
         " Ford, Clerk",
         [("Tom Ash", "In attendance", "Roads Operations Manager"),
          ("Eve Lamb", "In attendance", "Sluice Gates Engineer"),
          ("Jon Ford", "In attendance", "Clerk")]),
        ("Officers present: Tom Ash, Quay Works Officer, Eve Place and Roads Works Manager",
         [("Tom Ash", "In attendance", "Quay Works Officer"),
          ("Eve Place", "In attendance", "Roads Works Manager")]),
        ("OFFICER DELEGATED DECISION RECORD", []),
        ("Members' Allowances", []),
        ("Apologies: None", []),
        ("Apologies – none received.", []),
        ("Members of the public: 6", []),
        ("Members of the public: John Smith, Ann Jones", []),
        ("Present: Councillors Cook and Fullarton were thanked by the Chairman.", []),
        ("Also present: Kim Lo (member of the public), Mrs Pam Dill", []),
    ],
)  # fmt: skip
def test_lists_of_those_who_came_in_every_form(line: str, expected: list[Named]) -> None:
    assert _who(para("Councillor Orr was thanked."), para(line)) == expected


def test_names_one_to_a_line_go_on_until_another_list() -> None:
    found = _who(
        heading("Present"),
        para("Councillor A. Brown (Chairman) (Holt Ward)"),
        para("Councillor Dr D Lime – substitute for Councillor E Teal"),
        heading("Also in attendance"),
        para("Mr P Stone (Chief Executive)"),
        para("3 members of the public"),
        heading("Members of the public"),
        para("John Smith"),
    )
    assert found == [
        ("Councillor A. Brown", "Present", "Chairman"),
        ("Councillor A. Brown", "Chair", "Chairman"),
        ("Councillor Dr D Lime", "Present", None),
        ("Councillor Dr D Lime", "Substitute", None),
        ("Mr P Stone", "Also present", "Chief Executive"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        para("12. Ferry Fares", label="12"),
        para("1 Ferry Fares", label="1"),
        heading("Ferry Fares"),
        heading("12. Ferry Fares", label="12"),
    ],
)
def test_the_title_of_the_first_item_is_nobody_who_came(title: Block) -> None:
    found = _who(para("In attendance: Tom Ash, Clerk"), title, para("They were left as they are."))
    assert found == [("Tom Ash", "In attendance", "Clerk")]


def test_names_may_be_numbered_below_their_label_and_the_item_after_them_is_none() -> None:
    found = _who(
        heading("In attendance"),
        para("1. Tom Ash", label="1"),
        para("2. Eve Lamb", label="2"),
        heading("Apologies"),
        para("Jon Ford"),
        para("14. Ferry Fares", label="14"),
    )
    assert found == [
        ("Tom Ash", "In attendance", None),
        ("Eve Lamb", "In attendance", None),
        ("Jon Ford", "Apologies", None),
    ]


def test_in_minutes_that_call_members_mr_and_mrs_those_present_are_members() -> None:
    found = _who(
        para("Present: Mr A Brown (Chairman), Mrs C White, Miss D Lime (Clerk)"),
        para("In attendance: Mr X Yardley"),
    )
    assert [name for name, relation, _ in found if relation == "Present"] == [
        "Mr A Brown",
        "Mrs C White",
        "Miss D Lime",
    ]
    assert "Mr X Yardley" not in {name for name, _, _ in found}


def test_rows_below_present_go_on_with_its_names() -> None:
    initials = (
        row("PRESENT", "Tom Ash", "TA Eve Lamb", "EL"),
        row("", "Jon Ford (SBC)", "JF", "Kit Munro", "KM"),
    )
    posts = (row("Present:", "Cllr A Brown", "Chair"), row("", "Cllr B Green", ""))
    assert [name for name, _, _ in _who(*initials)] == [
        "Tom Ash",
        "Eve Lamb",
        "Jon Ford",
        "Kit Munro",
    ]
    assert _who(*posts) == [
        ("Cllr A Brown", "Present", "Chair"),
        ("Cllr A Brown", "Chair", "Chair"),
        ("Cllr B Green", "Present", None),
    ]


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        (
            ("Present", "Apologies"),
            ("Cllr A Brown", "Cllr B Green"),
            [("Cllr A Brown", "Present"), ("Cllr B Green", "Apologies")],
        ),
        (
            ("Councillor", "Ward", "Attendance"),
            ("Cllr A Brown", "Holt", "Apologies"),
            [("Cllr A Brown", "Apologies")],
        ),
        (
            ("Member", "Present", "Apologies"),
            ("Cllr A Brown", "✓", ""),
            [("Cllr A Brown", "Present")],
        ),
    ],
)
def test_a_table_of_attendance_is_read_by_its_columns(
    columns: tuple[str, ...], cells: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    found = _who(row(*cells, columns=columns))
    assert [(name, relation) for name, relation, _ in found] == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("RESOLVED that Councillor A Brown be elected Chair for the ensuing year.",
         [("Councillor A Brown", "Chair", None)]),
        ("Councillor B Green was appointed Vice-Chairman.",
         [("Councillor B Green", "Vice-Chair", None)]),
        ("It was agreed that Councillors C White and D Teal be appointed as the Council’s "
         "representatives on the Quay Trust.",
         [("C White", "Representative", "Quay Trust"), ("D Teal", "Representative", "Quay Trust")]),
        ("Cllr E Moss was elected Chair of the Planning Committee.",
         [("Cllr E Moss", "Chair", "Planning Committee")]),
        ("RESOLVED: That Councillor G Hay be appointed to the Harbour Board.",
         [("Councillor G Hay", "Member", "Harbour Board")]),
        ("It was proposed by Cllr A Brown that Cllr F Rose be elected Chair.", []),
        ("Logan Inglis, Chairman of Holt Community Council, spoke.",
         [("Logan Inglis", "Chair", "Holt Community Council")]),
        ("The Meeting was Chaired by John Slater (JS).", [("John Slater", "Chair", None)]),
        ("The Head of Planning, Jo Reed, replied.", [("Jo Reed", "Officer", None)]),
        ("Ann Pike, the Head of Legal, presented the report.", [("Ann Pike", "Officer", None)]),
        ("Dave Jones, Exham Band Leader, played.", []),
        ("The resignation of the Treasurer, Norman Dale, was noted.", []),
        ("Tracey Dale, Chair, Exham School Parent Council, spoke.", []),
        ("The quay group comprised Ann Pike (Chair) and Tom Ash.", []),
        ("Ann Pike (former Head of Legal) was thanked.", []),
        ("Jo Dale, Chair of the Holt Residents’ Association, spoke.", []),
        ("The Chair invited Mr John Smith, the applicant, to speak.", []),
        ("Ann Pike, Holt Avenue, and Tom Ash, Quay Lane, objected.", []),
    ],
)  # fmt: skip
def test_minutes_tell_who_holds_and_who_is_given_a_post(
    line: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = _leads(para(line), kind="minutes")
    assert [(each.name, each.relation, each.area) for each in found] == expected


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        (("No", "Risk", "Likelihood", "Owner"), ("1", "Flood", "High", "Head of Estates"),
         [(None, "Head of Estates", "Owner", "Flood")]),
        (("Who", "Action", "By when"), ("Jo Reed", "Mend the roof", "June"),
         [("Jo Reed", None, "Who", "Mend the roof")]),
        (("Risk", "Responsible officer"), ("Loss of staff", "Ann Pike / Tom Ash"),
         [("Ann Pike", None, "Responsible officer", "Loss of staff"),
          ("Tom Ash", None, "Responsible officer", "Loss of staff")]),
        (("Action", "Lead officer"), ("Review", "Head of Legal/Chief Executive"),
         [(None, "Head of Legal", "Lead officer", "Review"),
          (None, "Chief Executive", "Lead officer", "Review")]),
        (("Action", "Lead"), ("Train", "All Members"), []),
        (("Action", "Owner"), ("Write plan", "Leadership Team"), []),
        (("Action", "Contact Officer"), ("Write plan", "Council Offices"), []),
        (("Issue", "Officer recommendation"), ("Views", "Ask the Director of Place"), []),
    ],
)  # fmt: skip
def test_registers_and_plans_say_who_answers_for_each_row(
    columns: tuple[str, ...],
    cells: tuple[str, ...],
    expected: list[tuple[str | None, str | None, str, str]],
) -> None:
    found = _leads(row(*cells, columns=columns))
    assert [(each.name, each.post, each.relation, each.area) for each in found] == expected


def test_a_portfolio_beside_a_name_is_the_area() -> None:
    (found,) = _leads(row("Portfolio Holder:", "Cllr Ann Pike (Finance)"))
    assert (found.name, found.post, found.area) == ("Cllr Ann Pike", None, "Finance")


def test_signatures_stand_below_each_other_and_side_by_side() -> None:
    body = [para("The rents are low."), para("They could rise."), para("So it goes.")]
    stacked = _who(*body, heading("ANN PIKE"), heading("DIRECTOR OF WORKS"), kind="report")
    beside = _who(
        *body, row("Ann Pike", "Tom Ash"), row("Chief Executive", "Head of Legal"), kind="report"
    )
    assert stacked == [("ANN PIKE", "Signed by", "DIRECTOR OF WORKS")]
    assert beside == [
        ("Ann Pike", "Signed by", "Chief Executive"),
        ("Tom Ash", "Signed by", "Head of Legal"),
    ]


def test_an_agenda_lists_the_members_of_its_body() -> None:
    line = "Membership: Councillors A Brown (Chair), B Green"
    assert _who(para(line), kind="agenda") == [
        ("A Brown", "Member", "Chair"),
        ("A Brown", "Chair", "Chair"),
        ("B Green", "Member", None),
    ]


@settings(deadline=None)
@given(st.text(alphabet="ABCabc .,:;()–&/\n", max_size=120), st.sampled_from(["minutes", "report"]))
def test_whatever_is_written_every_name_and_post_stands_in_its_span(
    words: str, kind: ReportKind
) -> None:
    lines = [para(f"Present: Cllr {words}"), para(words or "x"), row("Owner", words or "x")]
    text, laid = lay_out(*lines)
    for each in leads(laid, kind):
        said = " ".join(text[each.start : each.end].split())
        assert all(part in said for part in (each.name, each.post) if part)


def test_who_nominates_is_not_who_is_elected() -> None:
    found = _leads(para("Election of Chair: Cllr Ann Pike nominated Cllr Tom Ash."), kind="minutes")
    assert [lead.name for lead in found] == []
