"""One paper's bytes become one report, whose every fact stands where it says it does."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.errors import Unreadable, Withheld
from index.records import Report
from ingest.pipeline import read_report

_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_CLOSED = "cabinet/2026-01-13-aldergate-depot.pdf"
_PAPER = """Meeting of the Cabinet – 16th March 2021

Report of the Clerk

Allotment Rents

Purpose of Report

1. To set the rents for the Local Allotments Board (LAB).

Recommendations

2. It is recommended that Cabinet:

(a) approve the rents; and
(b) note the survey.

Contact Officer: Ann Pike, Rents Officer, ann.pike@exham.example
"""


def _assert_that_it_stands_where_it_says(report: Report) -> None:
    for block in report.blocks:
        assert block.text == report.text[block.start : block.end]
    for each in report.decisions:
        assert each.text == report.text[each.start : each.end]
        assert each.lead_start <= each.start
    for lead in report.leads:
        assert lead.name or lead.post
        assert lead.name is None or lead.name in report.text[lead.start : lead.end]


def test_a_paper_is_understood_from_its_bytes_alone() -> None:
    data = _PAPER.encode()
    report = read_report(data, "papers/rents.txt")
    assert report.sha256 == sha256(data).hexdigest()
    assert (report.kind, report.access, report.source) == ("report", "public", "papers/rents.txt")
    assert (report.front.title, report.front.body) == ("Allotment Rents", "Cabinet")
    assert report.front.contact == "Ann Pike, Rents Officer"
    assert [(d.label, d.text) for d in report.decisions] == [
        ("2(a)", "approve the rents; and"),
        ("2(b)", "note the survey."),
    ]
    assert [(lead.name, lead.contact) for lead in report.leads] == [
        ("Ann Pike", "ann.pike@exham.example")
    ]
    assert [(a.short, a.long) for a in report.abbreviations] == [("LAB", "Local Allotments Board")]
    _assert_that_it_stands_where_it_says(report)


def test_the_same_bytes_are_understood_the_same_way() -> None:
    data = _PAPER.encode()
    assert read_report(data, "a.txt") == read_report(data, "a.txt")


def test_a_marked_paper_is_withheld_and_none_of_it_is_told() -> None:
    with pytest.raises(Withheld) as refused:
        read_report(f"NOT FOR PUBLICATION\n\n{_PAPER}".encode(), "rents.txt")
    assert refused.value.reason == "exempt"
    assert "Allotment" not in str(refused.value)


def test_front_matter_may_close_a_paper() -> None:
    with pytest.raises(Withheld):
        read_report(f"---\naccess: exempt\n---\n\n# Rents\n\n{_PAPER}".encode(), "rents.md")


def test_an_empty_paper_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        read_report(b"\n \n", "rents.txt")


def test_the_closed_sample_is_withheld() -> None:
    path = _SAMPLES / _CLOSED
    with pytest.raises(Withheld) as refused:
        read_report(path.read_bytes(), _CLOSED)
    assert refused.value.reason == "exempt"


@pytest.mark.parametrize(
    "name",
    sorted(
        path.relative_to(_SAMPLES).as_posix()
        for path in _SAMPLES.rglob("*.*")
        if not path.match(_CLOSED)
    ),
)
def test_every_open_sample_stands_where_it_says(name: str) -> None:
    report = read_report((_SAMPLES / name).read_bytes(), name)
    assert report.front.body
    assert report.front.meeting_date
    assert report.kind == "agenda" or report.decisions
    _assert_that_it_stands_where_it_says(report)


_PIECES = [
    "RESOLVED", "that:", "(i)", "Councillor Pike", "Meeting of the Cabinet", "Date:", "4 May 2021",
    "Recommendations", "\n", "\n\n", "\t", "- ", "1.", "2.1", "The Council agreed", ".", "Present",
    "Apologies", "Contact Officer:", "Head of", "(LSP)", "moved by", "seconded", "lost", "Exham",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), min_size=1, max_size=40))
def test_any_text_at_all_is_read_or_refused_in_a_sentence(pieces: list[str]) -> None:
    try:
        report = read_report(" ".join(pieces).encode("utf-8", "replace"), "paper.txt")
    except (Unreadable, Withheld) as refused:
        message = str(refused)
    else:
        _assert_that_it_stands_where_it_says(report)
        return
    assert message.endswith(".")
