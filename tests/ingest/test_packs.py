"""One PDF that holds several papers, from the file to what is held of each."""

from pathlib import Path
from typing import Any

import pytest

from index.errors import Withheld
from ingest.packs.reading import read_papers
from support.commands import run, run_json
from support.packs import (
    LINE,
    agenda,
    appendix,
    divider,
    marked,
    minutes,
    numbered,
    prose,
    report,
)
from support.pdfs import Page, pdf, typed

CANARY = "Zebrafinch"
EXEMPT = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"
AGENDA = agenda("Minutes", "Winter gritting", "Park keepers")
MORE = typed(*prose(4))


def closed(*, item: str | None = None) -> Page:
    """The first page of a report that its own front closes."""
    page = typed(
        EXEMPT, "", "Report to: Cabinet", "", "Date: 8 July 2025", "", "Title: Depot sale", "",
        "Report of: Director of Place", "", "1. PURPOSE OF REPORT", "", f"1.1 The {CANARY} offer.",
    )  # fmt: skip
    return page.text(450, 805, item, size=9) if item else page


def whole_pack() -> bytes:
    return pdf(
        numbered(AGENDA, 1),
        marked(minutes(), "Agenda Item 1", 2),
        marked(report("Winter gritting"), "Agenda Item 2", 3),
        numbered(typed(*prose(4)), 4),
        numbered(appendix("A", "Roads gritted first"), 5),
        marked(report("Park keepers", dated=False), "Agenda Item 3", 6),
    )


def begins(*pages: Page) -> list[int]:
    """The pages on which the papers of a file begin, those left out too."""
    found = read_papers(pdf(*pages), "pack.pdf")
    if found.papers == 1:
        return [1]
    return [int(report.source.partition("#page=")[2]) for report in found.reports]


def test_each_paper_of_a_pack_is_understood_by_itself() -> None:
    found = read_papers(whole_pack(), "papers/pack.pdf")
    assert found.papers == 4
    assert [(r.source, r.kind, r.front.title, r.pages) for r in found.reports] == [
        ("papers/pack.pdf#page=1", "agenda", "AGENDA", 1),
        ("papers/pack.pdf#page=2", "minutes",
         "Minutes of the meeting of the Cabinet held on Tuesday 10 June 2025", 1),
        ("papers/pack.pdf#page=3", "report", "Winter gritting", 3),
        ("papers/pack.pdf#page=6", "report", "Park keepers", 1),
    ]  # fmt: skip
    assert len({r.report_id for r in found.reports}) == 4
    for each in found.reports:
        assert all(each.text[b.start : b.end] == b.text for b in each.blocks)
    assert [{b.page for b in r.blocks} for r in found.reports] == [{1}, {2}, {3, 4, 5}, {6}]


def test_a_paper_takes_from_the_agenda_what_it_does_not_say() -> None:
    _, held, gritting, parks = read_papers(whole_pack(), "pack.pdf").reports
    facts = [(r.front.council, r.front.body, str(r.front.meeting_date)) for r in (held, parks)]
    assert facts == [
        ("Exham Borough Council", "Cabinet", "2025-06-10"),
        ("Exham Borough Council", "Cabinet", "2025-07-08"),
    ]
    assert gritting.front.meeting_date_basis == "stated"
    assert parks.front.meeting_date_basis == "inferred"
    assert parks.front.meeting_date_rule == "date taken from the agenda in front of the same file"
    assert [d.standing for d in (*held.decisions, *gritting.decisions)] == [
        "resolved", "recommended",
    ]  # fmt: skip


HEADED = typed(
    "Cabinet – 8 July 2025", "Report of the Director of Place", "", *prose(4)
)  # as a running header stands on each page


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        # Nothing but its front pages tells the papers apart.
        ((AGENDA, minutes(), report("Gritting"), MORE, report("Parks")), [1, 2, 3, 5]),
        # A report with all that may be bound in behind it.
        ((report("Gritting"), MORE, appendix("A", "Roads"), appendix("B", "Salt")), [1]),
        ((report("Gritting"), appendix("A", "Report to: Cabinet", "Date: 1 May 2024", "Title: Salt",
          "Report of: Director", "1. PURPOSE OF REPORT")), [1]),
        ((report("Gritting"), divider("Appendix A"), report("Salt")), [1]),
        ((report("Gritting"), appendix("A", "Roads"), minutes()), [1]),
        ((report("Gritting"), minutes()), [1]),
        # A form and a letter: they have a title, a date and an author, and no meeting.
        ((report("Gritting"), typed("Equality Impact Assessment", "", "Title: Gritting", "",
          "Author: Ann Pike", "", "Date: 1 May 2025", "", "1. BACKGROUND", "", LINE)), [1]),
        # Running headers.
        ((typed("Cabinet – 8 July 2025", "Report of the Director of Place", "", "GRITTING", "",
          "1. PURPOSE OF REPORT", "", LINE), HEADED, HEADED), [1]),
        ((AGENDA, marked(report("Gritting"), "Agenda Item 5", 2),
          marked(typed(*prose(4)), "Agenda Item 5", 3)), [1, 2]),
        # A report that quotes another's title, and a page that goes on in mid-sentence.
        ((AGENDA, report("Gritting"), typed("Report to Cabinet, 1 May 2024", "", LINE)), [1, 2]),
        ((report("Gritting"), typed("6. The lanes.", "", "Report to: Cabinet", "",
          "Date: 8 July 2025", "", "Title: Salt", "", "Report of: Director")), [1]),
        # An agenda that goes on.
        ((AGENDA, typed("4. Salt", "", "Report of: Director", "", "Wards affected: All", "",
          "Key decision: Yes")), [1]),
        # One-page papers, whose corners must not be taken for a running header.
        ((AGENDA, *(marked(report(title), f"Agenda Item {n}", n) for n, title in
          enumerate(("Gritting", "Parks", "Salt", "Lamps"), 2))), [1, 2, 3, 4, 5]),
    ],
)  # fmt: skip
def test_papers_begin_where_they_surely_do_and_nowhere_else(
    pages: tuple[Page, ...], expected: list[int]
) -> None:
    assert begins(*pages) == expected


def test_records_of_decisions_bound_together_are_each_one() -> None:
    def record(title: str, day: int) -> Page:
        return typed(
            "RECORD OF EXECUTIVE DECISION", "", "Decision maker: Cabinet Member for Roads", "",
            f"Date of decision: {day} May 2025", "", f"Title: {title}", "", "Key decision: No", "",
            "DECISION", "", f"To approve {title.lower()}.", "", "REASONS FOR DECISION", "", LINE,
        )  # fmt: skip

    found = read_papers(pdf(record("Salt", 6), record("Lamps", 7)), "records.pdf")
    assert [(r.kind, r.front.title, str(r.front.meeting_date)) for r in found.reports] == [
        ("decision", "Salt", "2025-05-06"),
        ("decision", "Lamps", "2025-05-07"),
    ]


@pytest.mark.parametrize(
    ("pages", "kept"),
    [
        ((AGENDA, report("Gritting"), closed(), MORE), [1, 2]),
        # What follows may be part of what is closed, unless its item is a later one.
        ((AGENDA, report("Gritting"), closed(), report("Parks")), [1, 2]),
        ((AGENDA, marked(report("Gritting"), "Agenda Item 2", 2), closed(item="Agenda Item 3"),
          MORE, marked(report("Parks"), "Agenda Item 4", 5)), [1, 2, 5]),
        ((AGENDA, marked(report("Gritting"), "Agenda Item 2", 2),
          marked(divider(EXEMPT, "Document is restricted"), "Agenda Item 3", 3),
          marked(report("Parks"), "Agenda Item 4", 4)), [1, 2, 4]),
        # The agenda lists it as private, and it says nothing itself.
        ((agenda("Gritting", "Part 2 – Private items", "Sale of depot"), report("Gritting"),
          report("Sale of depot", ask=f"the {CANARY} offer")), [1, 2]),
        ((agenda("Gritting", "That the public be excluded for the following item", "Sale of depot"),
          report("Gritting"), report("Sale of depot", ask=f"the {CANARY} offer")), [1, 2]),
    ],
)  # fmt: skip
def test_a_paper_that_is_closed_on_its_own_front_is_left_out(
    pages: tuple[Page, ...], kept: list[int]
) -> None:
    assert begins(*pages) == kept
    assert not any(CANARY in r.text for r in read_papers(pdf(*pages), "pack.pdf").reports)


@pytest.mark.parametrize(
    "pages",
    [
        (AGENDA, report("Gritting"), divider(EXEMPT), report("Depot sale")),
        (AGENDA, report("Gritting"), divider("PART 2"), report("Depot sale")),
        (AGENDA, report("Gritting"), divider("Exempt items", "Pink papers"), report("Depot sale")),
        (AGENDA, report("Gritting"), appendix("B", EXEMPT, CANARY), report("Parks")),
        (AGENDA, report("Gritting"), MORE, typed(EXEMPT, "", CANARY), report("Parks")),
        (AGENDA, typed("CONFIDENTIAL", "", CANARY), report("Gritting"), report("Parks")),
        (closed(), report("Gritting"), report("Parks")),
    ],
)
def test_a_closed_part_that_begins_anywhere_else_shuts_the_whole_file(
    pages: tuple[Page, ...],
) -> None:
    with pytest.raises(Withheld) as refused:
        read_papers(pdf(*pages), "pack.pdf")
    assert CANARY not in str(refused.value)


def test_a_mark_in_the_files_name_shuts_all_of_it() -> None:
    with pytest.raises(Withheld):
        read_papers(whole_pack(), "papers/exempt/pack.pdf")


LETTERHEAD = "EXHAM BOROUGH COUNCIL\n\nMeeting of the Cabinet – {day} July 2025\n\n"
TYPED = (
    LETTERHEAD + "Report of the Director of Place\n\nWard(s) affected: All\n\n{title}\n\n"
    "PURPOSE OF REPORT\n\n1. To tell Cabinet about {title}.\n\nRECOMMENDATIONS\n\n2. That it be.\n"
)


def written(*titles: str, closed: bool = False) -> str:
    """Reports typed one after another in a file that has no pages."""
    papers = [TYPED.format(day=8, title=title) for title in titles]
    return "\n\n".join(papers) + (f"\n\n{EXEMPT}\n\n{CANARY}\n" if closed else "")


def test_without_pages_only_a_whole_front_page_begins_a_paper() -> None:
    found = read_papers(written("GRITTING", "LAMPS").encode(), "pack.txt")
    assert [(r.source, r.front.title, str(r.front.meeting_date)) for r in found.reports] == [
        ("pack.txt#part=1", "GRITTING", "2025-07-08"),
        ("pack.txt#part=2", "LAMPS", "2025-07-08"),
    ]
    quoting = written("GRITTING") + "EXHAM BOROUGH COUNCIL\n\nReport of the Director of Place\n\n"
    assert read_papers(quoting.encode(), "one.txt").papers == 1
    appended = written("GRITTING") + "APPENDIX A\n\n" + written("LAMPS")
    assert read_papers(appended.encode(), "one.txt").papers == 1


def test_without_pages_one_closed_paper_shuts_the_file() -> None:
    with pytest.raises(Withheld):
        read_papers(written("GRITTING", "LAMPS", closed=True).encode(), "pack.txt")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def held(data: Path) -> list[Any]:
    found = run_json("reports", data=data)["reports"]
    return sorted(found, key=lambda one: one["source"])


def test_the_ledger_has_one_line_for_the_file(papers: Path, data: Path) -> None:
    (papers / "pack.pdf").write_bytes(whole_pack())
    counted = run_json("ingest", papers, data=data)
    assert (counted["added"], counted["items"]) == (1, [{
        "source": f"{papers}/pack.pdf", "outcome": "added", "code": None,
        "message": "A pack of 4 papers.",
    }])  # fmt: skip
    assert run_json("ingest", data=data)["unchanged"] == 1
    names = [one["source"].removeprefix(f"{papers}/") for one in held(data)]
    assert names == [f"pack.pdf#page={n}" for n in (1, 2, 3, 6)]
    assert run("check", data=data).returncode == 0
    shown = run_json("show", "pack.pdf#page=6", data=data)
    assert shown["report"]["title"] == "Park keepers"
    assert {block["page"] for block in shown["blocks"]} == {6}
    answer = run_json("ask", "What were the allotment rents held at?", data=data)
    assert answer["citations"][0]["source"].endswith("pack.pdf#page=2")


def test_a_changed_a_removed_and_a_withdrawn_pack(papers: Path, data: Path) -> None:
    (papers / "pack.pdf").write_bytes(whole_pack())
    (papers / "alone.pdf").write_bytes(pdf(report("Bridges"), typed(*prose(4))))
    run_json("ingest", papers, data=data)
    (papers / "pack.pdf").write_bytes(pdf(AGENDA, minutes(), report("Lamps")))
    assert run_json("ingest", papers, data=data)["changed"] == 1
    assert [one["title"] for one in held(data)][1:] == ["AGENDA", held(data)[2]["title"], "Lamps"]
    done = run("withdraw", "pack.pdf#page=3", "--why", "a mistake", data=data)
    assert "with all of its 3 papers" in done.stderr
    assert [one["title"] for one in held(data)] == ["Bridges"]
    assert run_json("ingest", data=data)["withheld"] == 1
    (papers / "pack.pdf").unlink()
    assert run_json("ingest", data=data)["removed"] == 1
    assert run("check", data=data).returncode == 0


@pytest.mark.parametrize("kept", [True, False])
def test_no_word_of_what_is_left_out_is_anywhere_in_the_data_folder(
    papers: Path, data: Path, kept: bool
) -> None:
    shut = closed() if kept else appendix("B", EXEMPT, CANARY)
    raw = pdf(AGENDA, report("Gritting"), shut, MORE)
    (papers / "pack.pdf").write_bytes(raw)
    (line,) = run_json("ingest", papers, data=data)["items"]
    if kept:
        assert (line["outcome"], line["code"]) == ("added", None)
        assert "1 is marked as closed to the public" in line["message"]
    else:
        assert (line["outcome"], line["code"]) == ("withheld", "exempt")
    assert [one["title"] for one in held(data)] == (["AGENDA", "Gritting"] if kept else [])
    for path in (path for path in data.rglob("*") if path.is_file()):
        found = path.read_bytes()
        assert CANARY.encode() not in found
        assert CANARY.casefold().encode() not in found
        assert raw[-500:] not in found
    assert run("check", data=data).returncode == 0
