"""Files that hold one paper of no known day are known as copies by their words alone."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from index.catalogue import open_catalogue
from index.library import open_library
from index.records import Filters, Report, ReportKind
from index.relating.prints import prints_of
from index.shelf import open_shelf
from support.meetings import told
from support.small_reports import met

NO_DAY = {"meeting_date": None, "meeting_date_basis": None}


def undated(source: str, text: str, kind: ReportKind = "other", **front: Any) -> Report:
    return told(source, kind, text, **{**NO_DAY, "body": None, **front})


# What a parish prints in every newsletter, and more than nine tenths of each.
MASTHEAD = " ".join(
    f"Write to the clerk about {what}s, with {what} plans and {what} costs, near the {what} shed."
    for what in (
        "hedge", "verge", "stile", "lamp", "drain", "bench", "grave", "swing", "sign",
        "dog", "pond", "gate", "wall", "tree", "litter", "car", "flood", "plot",
    )
)  # fmt: skip
LETTER = f"News from Fenwick. The ford was cleared of stones after the storm. {MASTHEAD}"
NEWS = undated("news.docx", LETTER, title="News")
WEB = undated("news.md", LETTER.replace("ford", "_ford_").replace(". ", ".\n\n"), title="Ford")
ODT = undated("news.odt", f"{LETTER} this page was printed by the parish", title="News")
FORM = (
    "I wish to hire the room. Name: Address: Day: I have read the rules and shall leave the room "
    f"as I found it. {MASTHEAD}"
)


def shelve(data: Path, *papers: Report) -> None:
    with open_shelf(data) as shelf:
        for paper in papers:
            shelf.add(paper, met(paper), b"bytes")


def groups(data: Path) -> list[list[str]]:
    """The sources of each group of copies, the one to cite first."""
    with open_catalogue(data) as catalogue:
        source = {report.report_id: report.source for report in catalogue.reports()}
        copies = catalogue.copies(source)
    ranked = sorted(copies.values(), key=lambda copy: copy.rank)
    cited = sorted({source[copy.cited_id] for copy in ranked})
    return [[source[c.report_id] for c in ranked if source[c.cited_id] == one] for one in cited]


def sets(data: Path) -> list[set[str]]:
    return [set(group) for group in groups(data)]


DAY = date(2024, 6, 4)
DATED = undated("dated.pdf", LETTER, title="News", meeting_date=DAY, meeting_date_basis="source")
LATER = replace(DATED, source="later.pdf", sha256="f" * 64)
LATER = replace(LATER, front=replace(LATER.front, meeting_date=date(2024, 7, 2)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (NEWS, WEB),
        (NEWS, ODT),
        (NEWS, DATED),
        # The day of the one that has it is written in it.
        (NEWS, replace(
            undated("b.pdf", f"4th June 2024 {LETTER}"), front=DATED.front)),
        # A draft may have been reworded.
        (NEWS, undated("b.docx", LETTER.replace("cleared", "swept"), draft=True)),
        # Of an agenda only the marks differ.
        (
            undated("a.docx", MASTHEAD, "agenda"),
            undated("a.pdf", MASTHEAD.replace(",", ";").upper(), "agenda"),
        ),
        # Nothing is known of one paper that the other denies.
        (NEWS, undated("b.md", LETTER, council="Fenwick")),
    ],
)  # fmt: skip
def test_files_of_one_undated_paper_are_copies(tmp_path: Path, one: Report, other: Report) -> None:
    shelve(tmp_path / "data", one, other)
    assert sets(tmp_path / "data") == [{one.source, other.source}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Two months' newsletters on one template.
        (LETTER, f"News from Fenwick. The mill was sold after the storm. {MASTHEAD}"),
        (f"June. {LETTER}", f"July. {LETTER}"),
        (f"Issue 7. {LETTER}", f"Issue 8. {LETTER}"),
        (LETTER, LETTER.replace("ford", "lane")),
        (LETTER, f"{LETTER} Ada Brook was thanked."),
        # Two meetings' agendas.
        (f"Monday 3 June. {MASTHEAD}", f"Monday 1 July. {MASTHEAD}"),
        (
            f"To meet on 3 June. {MASTHEAD} To meet next on 1 July.",
            f"To meet on 1 July. {MASTHEAD} To meet as we did on 3 June.",
        ),
        (
            f"to meet in june and next in july. {MASTHEAD}",
            f"to meet in july, as not in june. {MASTHEAD}",
        ),
        (f"To hear of a bench. {MASTHEAD}", f"To hear of a bin. {MASTHEAD}"),
        # Blank forms, and filled ones.
        (FORM, FORM.replace("room", "field", 1)),
        (FORM, FORM.replace("Name:", "Name: Ada Brook")),
        (FORM.replace("Name:", "Name: Ada Brook"), FORM.replace("Name:", "Name: Bee Marsh")),
        (FORM.replace("Day:", "Day: 7"), FORM.replace("Day:", "Day: 8")),
        # Too short to be told by its words.
        ("There is no meeting this month.", "There is no meeting this month."),
    ],
)  # fmt: skip
def test_undated_papers_of_one_make_are_no_copies(tmp_path: Path, one: str, other: str) -> None:
    for kind in ("other", "agenda"):
        data = tmp_path / kind
        title = {"title": "Paper"}
        shelve(data, undated("a.md", one, kind, **title), undated("b.md", other, kind, **title))  # type: ignore[arg-type]
        assert groups(data) == []


@pytest.mark.parametrize(
    "other",
    [
        undated("b.md", LETTER, "agenda"),
        undated("b.md", LETTER, body="Planning Committee"),
        undated("b.md", LETTER, reference="F/2"),
        undated("b.md", LETTER, council="Westmere"),
    ],
)
def test_what_papers_say_of_themselves_keeps_them_apart(tmp_path: Path, other: Report) -> None:
    said = {"body": "Cabinet", "council": "Fenwick", "reference": "F/1"}
    shelve(tmp_path / "data", undated("a.md", LETTER, **said), other)
    assert groups(tmp_path / "data") == []


def test_a_blank_form_does_not_join_the_filled_ones(tmp_path: Path) -> None:
    filled = [FORM.replace("Name:", f"Name: {who}") for who in ("Ada Brook", "Bee Marsh")]
    papers = [undated(f"{n}.md", text) for n, text in enumerate((FORM, *filled))]
    shelve(tmp_path / "data", *papers)
    assert groups(tmp_path / "data") == []


@pytest.mark.parametrize("order", list(permutations([NEWS, WEB, DATED])))
def test_undated_copies_do_not_depend_on_which_came_first(
    tmp_path: Path, order: tuple[Report, ...]
) -> None:
    for paper in order:
        shelve(tmp_path / "data", paper)
    (group,) = groups(tmp_path / "data")
    assert group[0] == "dated.pdf"
    assert set(group) == {"news.docx", "news.md", "dated.pdf"}


@pytest.mark.parametrize("order", list(permutations([NEWS, WEB, DATED, LATER])))
def test_an_undated_paper_is_no_copy_of_papers_of_two_days(
    tmp_path: Path, order: tuple[Report, ...]
) -> None:
    data = tmp_path / "data"
    for paper in order:
        shelve(data, paper)
    assert sets(data) == [{"news.docx", "news.md"}]
    with open_shelf(data) as shelf:
        shelf.remove(LATER.source)
    assert sets(data) == [{"news.docx", "news.md", "dated.pdf"}]


def test_a_dated_paper_that_now_says_otherwise_is_in_the_way_no_more(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, NEWS, DATED, LATER)
    assert groups(data) == []
    otherwise = undated(LATER.source, FORM)
    shelve(data, replace(otherwise, sha256=LATER.sha256, front=LATER.front))
    assert sets(data) == [{"news.docx", "dated.pdf"}]


def test_a_days_copies_keep_the_undated_one(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, NEWS, DATED)
    longer = replace(DATED, source="long.pdf", sha256="e" * 64, text=f"{LETTER} so it is told")
    shelve(data, longer)
    (group,) = groups(data)
    assert group == ["long.pdf", "dated.pdf", "news.docx"]
    with open_shelf(data) as shelf:
        shelf.rebuild()
    assert sets(data) == [{"news.docx", "dated.pdf", "long.pdf"}]


def test_undated_copies_come_and_go_with_the_papers(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, NEWS, WEB, ODT)
    assert groups(data)[0][0] == "news.odt"
    with open_shelf(data) as shelf:
        shelf.withhold(met(ODT), "exempt")
    assert sets(data) == [{"news.docx", "news.md"}]
    with closing(sqlite3.connect(data / "catalogue.db")) as db:
        assert db.execute("SELECT count(DISTINCT report_id) FROM prints").fetchone() == (2,)
    shelve(data, undated("news.md", FORM))
    assert groups(data) == []
    shelve(data, WEB)
    with open_shelf(data) as shelf:
        shelf.rebuild()
    assert sets(data) == [{"news.docx", "news.md"}]


def prints(data: Path) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(data / "catalogue.db")) as db:
        return sorted(db.execute("SELECT report_id, dated, runs, print FROM prints"))


BESIDE = undated("beside.pdf", FORM, meeting_date=DAY, meeting_date_basis="source")


def test_the_prints_of_a_paper_are_not_taken_again_when_another_of_its_day_changes(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    shelve(data, DATED, BESIDE)
    with closing(sqlite3.connect(data / "catalogue.db")) as db, db:
        db.execute("UPDATE prints SET runs = 777")
    shelve(data, replace(BESIDE, text=f"{FORM} so it is told", sha256="d" * 64))
    runs = {report_id: runs for report_id, _, runs, _ in prints(data)}
    assert (len(runs), runs.pop(DATED.report_id)) == (2, 777)
    assert runs != {BESIDE.report_id: 777}


@pytest.mark.parametrize(
    "now",
    [
        replace(NEWS, text=f"{LETTER} so it is told"),
        replace(undated(NEWS.source, "There is no meeting."), sha256=NEWS.sha256),
        replace(NEWS, front=DATED.front),
        replace(undated(NEWS.source, FORM), sha256=NEWS.sha256, front=DATED.front),
    ],
)
def test_a_paper_understood_otherwise_has_the_prints_of_what_it_says_now(
    tmp_path: Path, now: Report
) -> None:
    data, fresh = tmp_path / "data", tmp_path / "fresh"
    shelve(data, NEWS, WEB)
    shelve(data, now)
    shelve(fresh, now, WEB)
    assert prints(data) == prints(fresh)
    assert groups(data) == groups(fresh)


def test_a_rebuild_takes_every_print_anew(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, NEWS, DATED)
    before = prints(data)
    with closing(sqlite3.connect(data / "catalogue.db")) as db, db:
        db.execute("UPDATE prints SET runs = 777")
    with open_shelf(data) as shelf:
        shelf.rebuild()
    assert prints(data) == before


def test_many_copies_of_one_paper_are_all_known(tmp_path: Path) -> None:
    data = tmp_path / "data"
    papers = [undated(f"{n}.md", LETTER) for n in range(45)]
    shelve(data, *papers[:-1])
    shelve(data, papers[-1])
    assert sets(data) == [{paper.source for paper in papers}]


def test_a_library_of_before_is_settled_by_the_next_ingest(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, NEWS, WEB)
    with closing(sqlite3.connect(data / "catalogue.db")) as db, db:
        db.executescript(
            """DROP TRIGGER dated_changed; DROP TRIGGER dated_leaving; DROP TABLE prints;
            DELETE FROM same_as; DELETE FROM _sqlite_migrations WHERE name = 'm008_prints'"""
        )
    with open_shelf(data):
        pass
    assert sets(data) == [{"news.docx", "news.md"}]


SHORT = LETTER[: LETTER.index("Write to the clerk about lamps")]


def test_an_answer_cites_one_of_undated_copies(tmp_path: Path) -> None:
    data = tmp_path / "data"
    shelve(data, undated("a.md", SHORT), undated("b.md", f"{SHORT}."), undated("c.md", SHORT))
    with open_library(data) as library:
        answer = library.ask("what was cleared of stones after the storm", limit=5)
        assert {c.report.source for c in answer.citations} == {"b.md"}


def test_a_time_asked_for_finds_the_dated_copy(tmp_path: Path) -> None:
    data = tmp_path / "data"
    dated = undated("dated.pdf", SHORT, meeting_date=DAY, meeting_date_basis="source")
    shelve(data, undated("b.md", f"{SHORT}."), dated)
    assert groups(data) == [["dated.pdf", "b.md"]]
    with open_library(data) as library:
        question = "what was cleared of stones after the storm"
        answer = library.ask(question, filters=Filters(since=date(2024, 1, 1)))
        assert {c.report.source for c in answer.citations} == {"dated.pdf"}


def test_texts_nearly_the_same_share_most_prints() -> None:
    runs, prints = prints_of(LETTER)
    other_runs, other = prints_of(LETTER.replace("storm", "gale"))
    assert (runs, other_runs, len(prints)) == (other_runs, runs, 8)
    assert len(set(prints) & set(other)) >= 5
    assert not set(prints) & set(prints_of(FORM.replace(MASTHEAD, ""))[1])
