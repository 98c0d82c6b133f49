"""Portfolios beside those present, and the officer whose report it is, are taken as told."""

import pytest

from index.records import Block, Lead, ReportKind
from ingest.people import leads
from ingest.pipeline import read_report
from support.papers import heading, lay_out, para, row

_COLUMNS = ("Present", "Portfolio")


def _leads(*blocks: Block, kind: ReportKind) -> list[Lead]:
    return list(leads(lay_out(*blocks)[1], kind))


@pytest.mark.parametrize(
    ("columns", "cells", "expected"),
    [
        (_COLUMNS, ("Councillor Ida Orr", "Harbours and Piers"),
         [("Present", None, None), ("Portfolio holder", None, "Harbours and Piers")]),
        (("Members present", "Area of responsibility"), ("Cllr I Orr", "Ferries"),
         [("Present", None, None), ("Portfolio holder", None, "Ferries")]),
        (_COLUMNS, ("Councillor Ida Orr", "Deputy Leader"),
         [("Present", None, None), ("Member", "Deputy Leader", None)]),
        (_COLUMNS, ("Councillor Ida Orr", ""), [("Present", None, None)]),
        (("Present", "Ward"), ("Councillor Ida Orr", "Holt"), [("Present", None, None)]),
    ],
)  # fmt: skip
def test_a_portfolio_beside_one_who_is_present_is_theirs(
    columns: tuple[str, ...],
    cells: tuple[str, ...],
    expected: list[tuple[str, str | None, str | None]],
) -> None:
    found = _leads(row(*columns), row(*cells, columns=columns), kind="minutes")
    assert [(each.relation, each.post, each.area) for each in found] == expected
    assert {each.name for each in found} == {cells[0]}


def test_present_and_portfolio_head_a_table_that_nothing_marks_as_headed() -> None:
    minutes = (
        "Minutes of the Cabinet held on 4 May 2021\n\nPresent\tPortfolio\nCllr Ida Orr\tFerries\n"
        "Cllr Tom Ash\tParks and Play\n\n1. Fares\n\nRESOLVED that the fares be kept.\n"
    )
    report = read_report(minutes.encode(), "minutes.txt")
    assert [(e.name, e.area) for e in report.leads if e.relation == "Portfolio holder"] == [
        ("Cllr Ida Orr", "Ferries"),
        ("Cllr Tom Ash", "Parks and Play"),
    ]


@pytest.mark.parametrize(
    ("front", "name", "post"),
    [
        (row("Report of:", "Director of Harbours, Ida Orr"), "Ida Orr", "Director of Harbours"),
        (row("Report by", "Ida Orr, Head of Ferries"), "Ida Orr", "Head of Ferries"),
        (para("Report by Head of Ferries, Ida Orr"), "Ida Orr", "Head of Ferries"),
        (para("Report of Ida Orr, Director of Harbours"), "Ida Orr", "Director of Harbours"),
    ],
)
def test_the_officer_whose_report_it_is_is_named(front: Block, name: str, post: str) -> None:
    blocks = (heading("Exham Council"), front, heading("1. Purpose", label="1"), para("Fares."))
    (found,) = _leads(*blocks, kind="report")
    assert (found.name, found.post, found.relation) == (name, post, "Report of")


def test_a_post_alone_whose_report_it_is_is_nobody_to_ask() -> None:
    blocks = (heading("Exham Council"), para("Report of the Director of Harbours"), para("Fares."))
    assert _leads(*blocks, kind="report") == []


def test_the_post_in_the_column_beside_a_contact_is_theirs() -> None:
    columns = ("Contact officer", "Post", "Telephone")
    (found,) = _leads(row("Ida Orr", "Head of Ferries", "01632 960001", columns=columns), kind="report")  # noqa: E501  # fmt: skip
    assert (found.name, found.post, found.relation) == ("Ida Orr", "Head of Ferries", "Contact officer")  # noqa: E501  # fmt: skip
