"""Whom a decision concerns: a person or a post, however a paper writes them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index.concerned import concerned, is_person, names_person, names_post, person, post
from index.library import open_library
from index.shelf import open_shelf
from index.touching import touched
from support.meetings import asking, minutes
from support.small_reports import met


@pytest.mark.parametrize(
    ("said", "name", "same"),
    [
        ("Cllr Finch", "Councillor Finch", True),
        ("cllr finch", "Cllr. Jane FINCH OBE", True),
        ("Jane Finch", "J. Finch", True),
        ("Jane Finch", "Mrs Finch", True),
        ("Jane Finch", "Peter Finch", False),
        ("Cllr Finch", "Councillor Finchley", False),
        ("Cllr Finch", "Cllrs Gray and Finch", True),
        ("Cllr Finch", "Finch Lane Residents", False),
        ("Cllr Smith-Hale", "Councillor A Smith-Hale", True),
        ("Cllr Smith-Hale", "Councillor Hale", False),
        ("Cllr O'Brien", "Councillor O'Brien", True),
        ("Cllr", "Councillor Finch", False),
    ],
)
def test_a_name_may_be_a_persons(said: str, name: str, same: bool) -> None:
    assert is_person(said, name) is same


@pytest.mark.parametrize(
    ("said", "text", "named"),
    [
        ("Cllr Finch", "moved by Councillor Finch and carried", True),
        ("Cllr Finch", "Councillors Gray, Hale and J. Finch voted against", True),
        ("Cllr Finch", "Cllr Jane Finch RESOLVED to write", True),
        ("Cllr Finch", "the hedge in Finch Lane", False),
        ("Cllr Finch", "a finch was seen", False),
        ("Cllr Finch", "Councillor Gray spoke of Finch Lane", False),
        ("Jane Finch", "that Jane Finch be appointed clerk", True),
        ("Jane Finch", "that J. M. Finch be appointed clerk", True),
        ("jane finch", "that Jane Finch be appointed clerk", True),
        ("Jane Finch", "that Peter Finch be appointed clerk", False),
        ("Jane Finch", "Councillor Finch asked", True),
        ("Will Hale", "that the carts will hale the stone", False),
    ],
)
def test_a_text_names_a_person(said: str, text: str, named: bool) -> None:
    assert names_person(said, text) is named


@pytest.mark.parametrize(
    ("said", "text", "named"),
    [
        ("the Section 151 officer", "in consultation with the s.151 Officer", True),
        ("s151 officer", "the Section 151 Officer (Director of Finance)", True),
        ("monitoring officer", "be delegated to the Monitoring Officer", True),
        ("monitoring officer", "the Deputy Monitoring Officer", False),
        ("monitoring officer", "the Deputy Monitoring Officer and the Monitoring Officer", True),
        ("deputy monitoring officer", "the Deputy Monitoring Officer", True),
        ("Chairman of Council", "the Chair of Council", True),
        ("Head of Parks & Leisure", "the Head of Parks and Leisure", True),
        ("clerk", "the Town Clerk", True),
        ("clerk", "clerking", False),
        ("", "the Town Clerk", False),
    ],
)
def test_a_text_names_a_post(said: str, text: str, named: bool) -> None:
    assert names_post(said, text) is named


def test_who_was_at_a_meeting_is_not_concerned_by_all_it_resolved(tmp_path: Path) -> None:
    lines = [("Hedges", None, "That the hedge be cut."), ("Bins", None, "That bins be emptied.")]
    paper = minutes("a.txt", lines, introduced_by="Councillor Finch")
    moved = replace(paper.decisions[0], mover="Cllr Finch")
    with open_shelf(tmp_path) as shelf:
        shelf.add(replace(paper, decisions=(moved, paper.decisions[1])), met(paper), b"")
    with open_library(tmp_path) as library:
        found = library.new_decisions(0, 9)
        theirs = [*concerned(library.catalogue, found, person("Cllr Finch"))]
        nobody = [*concerned(library.catalogue, found, post("Clerk"))]
    assert ([one.decision.text for one in theirs], nobody) == (["That the hedge be cut."], [])


def test_a_post_in_the_words_that_lead_into_a_list_is_concerned_by_all_of_it(
    tmp_path: Path,
) -> None:
    paper = minutes("a.txt", [("Roads", None, "That the Clerk be asked to: mend the road.")])
    start = paper.text.index("mend")
    part = replace(paper.decisions[0], text="mend the road.", start=start)
    part = replace(part, lead_start=paper.text.index("That"))
    with open_shelf(tmp_path) as shelf:
        shelf.add(replace(paper, decisions=(part,)), met(paper), b"")
    with open_library(tmp_path) as library:
        found = [*concerned(library.catalogue, library.new_decisions(0, 9), post("the clerk"))]
    assert [one.decision.text for one in found] == ["mend the road."]


def test_a_resolution_bears_on_what_asked_for_it_and_on_what_was_decided_of_that_before(
    tmp_path: Path,
) -> None:
    roofs = "the library roofs be mended"
    papers = (
        asking("roofs.txt", "Library roofs", [roofs]),
        minutes("june.txt", [("Library roofs", None, f"That {roofs}.")]),
        minutes("bins.txt", [("Bins", None, "That bins be emptied.")], meeting_date=JULY),
    )
    with open_shelf(tmp_path) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), b"")
    with open_library(tmp_path) as library:
        june = [f for f in library.new_decisions(0, 9) if f.report.source == "june.txt"]
        every = library.new_decisions(0, 9)
        on = touched(library.catalogue, june)
        none = touched(library.catalogue, [f for f in every if f.report.source == "bins.txt"])
    assert (list(on), none) == ([papers[0].report_id], {})


JULY = date(2024, 7, 2)
