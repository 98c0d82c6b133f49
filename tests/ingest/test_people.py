"""Officers and members are taken with what they answer for; nobody else is."""

import pytest

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
