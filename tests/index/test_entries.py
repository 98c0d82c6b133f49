"""What of a report is searched, and what is kept out of the search."""

from dataclasses import replace

import pytest

from index.contacts import without_contacts
from index.cutting import cut
from index.entries import Indexable, entries
from index.labels import label_word, labels_told
from index.language import stems
from index.passages import Entry
from index.records import Lead, Passage, Report, ReportFacts
from support.small_reports import report


def indexed(paper: Report) -> list[Entry]:
    """The entries of a report as the shelf would make them."""
    drafts = cut(paper)
    passages = tuple(
        Passage(
            n, paper.report_id, paper.text[d.start : d.end], d.start, d.end, d.heading, d.label,
            d.page, d.standing, d.row, d.columns,
        )
        for n, d in enumerate(drafts)
    )  # fmt: skip
    facts = ReportFacts(paper.report_id, paper.source, paper.kind, paper.front, "public", 0, 0)
    above = {n: draft.above for n, draft in enumerate(drafts) if draft.above}
    return list(entries(Indexable(facts, paper.blocks, passages, above, paper.leads)))


def test_the_title_carries_council_body_and_reference() -> None:
    paper = report(
        "The gate is shut.",
        title="Park gates",
        council="Ambleford Borough Council",
        body="Cabinet",
        reference="AB/12",
    )
    assert indexed(paper)[0].title == stems("Park gates Ambleford Borough Council Cabinet AB/12")


def test_printed_labels_are_not_searched() -> None:
    (entry,) = indexed(report("17. The gate is shut.\n18. The pond is full."))
    assert entry.body == stems("The gate is shut. The pond is full.")


def test_what_a_hyphen_joins_to_a_particle_is_searched_as_one_word_too() -> None:
    (entry,) = indexed(report("The in-house crew tidy-up of the quay-side."))
    assert entry.body == ("inhous", "hous", "crew", "tidyup", "tidi", "quay", "side")


def test_a_label_is_searched_as_the_label_that_it_is() -> None:
    (entry,) = indexed(report("17. The gate is shut.\n18. The pond is full."))
    assert set(entry.leads) == {label_word("17"), label_word("18")}
    assert not {"17", "18"} & {*entry.body, *entry.heading, *entry.leads}


@pytest.mark.parametrize(
    ("label", "text", "asked", "is_told"),
    [
        ("17", "17. The gate is shut.\n18. The pond is full.", "18", True),
        ("17", "17. The gate is shut at 19. Then it opens.", "19", False),
        ("4.1", "4.1 The gate is shut.\n4.2 The pond is full.", "4.2", True),
        ("4.1", "4.1 The gate is shut.", "4", True),
        ("4.1", "4.1 The gate is shut.", "41", False),
        ("GH.7", "The gate is shut.", "GH/7", True),
        ("9(1)", "(1) shut the gate\n(2) drain the pond", "9(2)", True),
        ("9", "(a) shut the gate\n(b) drain the pond", "(b)", True),
        (None, "2018 was dry.\n12 March was wet.", "12", False),
    ],
)
def test_the_labels_of_a_passage_are_told(
    label: str | None, text: str, asked: str, is_told: bool
) -> None:
    assert (label_word(asked) in labels_told(label, text).split()) == is_told


def test_a_passage_cut_out_of_a_long_paragraph_has_only_its_own_words() -> None:
    sentences = [f"{' '.join([word] * 100)} end." for word in ("gate", "pond")]
    first, second = indexed(report("4. " + " ".join(sentences)))
    assert set(first.body) == {"gate", "end"}
    assert set(second.body) == {"pond", "end"}


def test_a_row_is_searched_by_its_cells_and_its_column_headings() -> None:
    paper = report("North Park\t£300")
    paper = replace(paper, blocks=(replace(paper.blocks[0], columns=("Place", "Cost")),))
    assert indexed(paper)[0].body == stems("Place Cost North Park £300")


def test_headings_above_the_nearest_are_searched() -> None:
    (entry,) = indexed(report("# Appendix\n# Terms\nThe members meet."))
    assert entry.heading == stems("Appendix Terms")


def test_leads_are_searched_by_name_post_and_area_but_never_by_contact() -> None:
    lead = Lead(
        "A. Warden", "Head of Parks", "Ambleford", "Lead Officer", "Byelaws", 0, 5, "01632 960123"
    )
    (entry,) = indexed(replace(report("The gate is shut."), leads=(lead,)))
    assert entry.leads == stems("A. Warden Head of Parks Ambleford Lead Officer Byelaws")


def test_a_lead_belongs_only_to_the_passage_it_stands_in() -> None:
    paper = report("# One\nThe gate is shut.\n# Two\nThe pond is full.")
    lead = Lead("A. Warden", None, None, "Lead", None, 6, 23)
    first, second = indexed(replace(paper, leads=(lead,)))
    assert (bool(first.leads), bool(second.leads)) == (True, False)


def test_cells_for_contact_details_are_not_searched() -> None:
    paper = report("Anna Warden\t5104\tBudget")
    columns = ("Report Author", "Ext", "Document")
    paper = replace(paper, blocks=(replace(paper.blocks[0], columns=columns),))
    assert "5104" not in indexed(paper)[0].body
    assert set(stems("Anna Warden Budget")) <= set(indexed(paper)[0].body)


@pytest.mark.parametrize(
    "contact",
    [
        "01632 960123",
        "(01632) 960 123",
        "020 7946 0018",
        "+44 1632 960123",
        "+44 (0)20 7946 0018",
        "07700 900123",
        "07700-900-123",
        "Ext. 5104",
        "Tel No: 960123",
        "telephone number 960 123",
        "a.warden@borough.example",
        "<A.Warden@Borough.example>",
    ],
)
def test_telephone_numbers_and_addresses_are_left_out(contact: str) -> None:
    left = stems(without_contacts(f"Ask the warden on {contact} about gates"))
    assert set(left) <= set(stems("Ask the warden on about gates no number"))
    assert {"warden", "gate"} <= set(left)


@pytest.mark.parametrize(
    "figure",
    [
        "£300,000",
        "£0.75 million",
        "2010/11",
        "16 March 2011",
        "01/02/2011",
        "minute 0123",
        "0.5%",
        "reference 07/00456/FUL",
        "1,234,567",
        "100,000,000",
    ],
)
def test_figures_dates_and_references_stay(figure: str) -> None:
    assert stems(without_contacts(f"The sum of {figure} stands")) == stems(
        f"The sum of {figure} stands"
    )
