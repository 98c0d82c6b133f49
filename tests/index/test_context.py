"""A citation read in context: verbatim, bounded, and shut where the paper is."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from index.context import AROUND, MOST_CITED, Context
from index.errors import NotShown
from index.library import Library, open_library
from support.commands import run, run_json

LONG = " ".join(
    f"The {n}th of the piles was driven without a word of complaint." for n in range(90)
)

# The catalogue itself holds no paper that is not public.
UNCHECKED = "PRAGMA ignore_check_constraints = ON;"

PAPER = f"""BROCKHAM DISTRICT COUNCIL

CABINET

4 July 2023

REPORT OF THE HEAD OF LEISURE

RENEWAL OF THE LIDO

1. RECOMMENDATIONS
1.1 That Cabinet approves new lockers.
1.2 That Cabinet approves a new boiler.

2. DETAIL
2.1 The lido has forty lifeguards. The lockers cost £9,400. The boiler is old.
2.2 Nobody objected.

3. THE PIER
3.1 {LONG}
3.2 The pier is closed at night.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The paper above, ingested."""
    home = tmp_path_factory.mktemp("context")
    (home / "papers").mkdir()
    (home / "papers" / "lido.txt").write_text(PAPER, encoding="utf-8")
    assert run_json("ingest", home / "papers", data=home / "data")["added"] == 1
    return home / "data"


@pytest.fixture(scope="module")
def library(data: Path) -> Iterator[Library]:
    """The paper above, to be asked."""
    with open_library(data) as opened:
        yield opened


def of(library: Library, words: str) -> Context:
    """The context of words of the paper."""
    (report,) = library.reports()
    start = library.catalogue.text(report.report_id).index(words)
    return library.context(report.report_id, start, start + len(words))


def test_an_excerpt_stands_between_what_comes_before_and_after_it(library: Library) -> None:
    found = of(library, "The lockers cost £9,400.")
    assert [block.label for block in found.cited] == ["2.1"]
    assert [block.text for block in found.before][-4:] == [
        "1. RECOMMENDATIONS",
        "1.1 That Cabinet approves new lockers.",
        "1.2 That Cabinet approves a new boiler.",
        "2. DETAIL",
    ]
    assert [block.text for block in found.after] == ["2.2 Nobody objected."]
    assert found.cut == frozenset()


def test_a_long_paragraph_is_cut_around_the_excerpt_and_said_to_be(library: Library) -> None:
    words = "The 45th of the piles was driven without a word of complaint."
    found = of(library, words)
    (cited,) = found.cited
    assert found.cut == {cited.start}
    assert len(cited.text) <= MOST_CITED
    assert words in cited.text


def test_a_long_neighbour_is_given_by_its_near_end(library: Library) -> None:
    found = of(library, "The pier is closed at night.")
    (before,) = found.before
    assert found.cut == {before.start}
    assert before.text.endswith("complaint.")
    assert 0 < len(before.text) <= AROUND


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(where=st.tuples(st.integers(0, len(PAPER)), st.integers(1, 3000)))
@example(where=(258, 3000))  # ends within a word, in a block that is cut
def test_context_is_verbatim_bounded_and_in_order(library: Library, where: tuple[int, int]) -> None:
    (report,) = library.reports()
    text = library.catalogue.text(report.report_id)
    start, end = min(where[0], len(text) - 1), min(where[0] + where[1], len(text))
    if not text[start:end].strip():
        return
    found = library.context(report.report_id, start, end)
    assert all(text[block.start : block.end] == block.text for block in found.blocks)
    assert [b.start for b in found.blocks] == sorted({b.start for b in found.blocks})
    for part in (found.before, found.after):
        assert sum(len(block.text) for block in part) <= AROUND
    cited = text[found.cited[0].start : found.cited[-1].end]
    assert text[start:end].strip() in cited or cited in text[start:end]


def test_no_place_outside_the_text_is_shown(library: Library) -> None:
    (report,) = library.reports()
    for start, end in ((5, 5), (-4, 9), (report.chars, report.chars + 9), (2, report.chars + 1)):
        with pytest.raises(NotShown, match="is no place in that paper"):
            library.context(report.report_id, start, end)
    with pytest.raises(NotShown, match="no longer held as it was cited"):
        library.context("0123456789abcdef", 0, 9)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (f"{UNCHECKED} UPDATE reports SET access = 'exempt'", "changed, withdrawn or closed"),
        ("UPDATE reports SET text = replace(text, '9,400', '9,900')", "townclerk check"),
        ("UPDATE passages SET text = replace(text, '9,400', '9,900')", "townclerk check"),
    ],
)
def test_a_paper_closed_or_tampered_with_stays_shut(
    data: Path, tmp_path: Path, change: str, said: str
) -> None:
    copy = copytree(data, tmp_path / "data")
    with open_library(data) as library:
        place = of(library, "The lockers cost £9,400.")
    with sqlite3.connect(copy / "catalogue.db") as database:
        database.executescript(change)
    with open_library(copy) as library, pytest.raises(NotShown, match=said):
        library.context(place.report.report_id, place.start, place.end)


def test_a_paper_withdrawn_or_replaced_is_said_to_be_gone(tmp_path: Path) -> None:
    paper = tmp_path / "papers" / "lido.txt"
    paper.parent.mkdir()
    data = tmp_path / "data"
    for text, undo in (
        (PAPER, ("ingest", paper.parent)),
        (PAPER.replace("£9,400", "£9,900"), ("withdraw", "lido.txt", "--why", "asked to")),
    ):
        paper.write_text(text, encoding="utf-8")
        run_json("ingest", paper.parent, data=data)
        with open_library(data) as library:
            report = library.reports()[0].report_id
        paper.write_text(PAPER.replace("£9,400", "£9,900"), encoding="utf-8")
        assert run(*undo, data=data).returncode == 0
        with open_library(data) as library, pytest.raises(NotShown, match="changed, withdrawn"):
            library.context(report, 0, 9)


def test_the_commands_show_context(data: Path) -> None:
    asked = run_json("ask", "how much do the lockers cost", "--context", data=data)
    context = asked["citations"][0]["context"]
    assert "2.2 Nobody objected." in [block["text"] for block in context["after"]]
    place = f"{context['start']}-{context['end']}"
    assert run_json("show", "lido.txt", "--at", place, data=data) == context
    shown = run("show", "lido.txt", "--at", place, data=data).stdout
    assert "┃ 2.1 The lido has forty lifeguards. The lockers cost £9,400." in shown
    assert "│ 2.2 Nobody objected." in shown
    read = run("ask", "how much do the lockers cost", "--context", data=data).stdout
    assert "│ 2.2 Nobody objected." in read
    assert run("show", "lido.txt", "--at", "9", data=data).returncode == 2
    gone = run("show", "lido.txt", "--at", "9-999999", data=data)
    assert (gone.returncode, "is no place" in gone.stderr) == (1, True)
