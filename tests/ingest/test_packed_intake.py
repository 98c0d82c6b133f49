"""Archives and mails from the folder to the answers: each paper in them is a source of its own."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from index.catalogue import open_catalogue
from index.checking import disagreements
from index.shelf import open_shelf
from ingest.intake.progress import Silence
from ingest.intake.run import Options, RunReport, ingest
from ingest.workers.process import Reading
from support.commands import run as command
from support.commands import run_json
from support.packed import CLOSED, archive, mail, minutes
from support.packs import report
from support.pdfs import pdf, typed

TESTS = Path(__file__).parent.parent
TWO = Options(workers=2)
CANARY = "Zebrafinch"
LAKES, TREES = minutes("Lakes"), minutes("Trees")
SHUT = (CLOSED + minutes(f"{CANARY} depot").decode()).encode()


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


def run(data: Path, *arguments: Path, options: Options = TWO) -> RunReport:
    return ingest(data, [*map(str, arguments)], options, Silence())


def lines(report: RunReport) -> dict[str, str]:
    """What became of each source, by its name within the folder."""
    return {
        item.source.rpartition("/papers/")[2]: item.code or item.outcome for item in report.items
    }


def held(data: Path) -> list[str]:
    with open_catalogue(data) as catalogue:
        return sorted(each.source.rpartition("/papers/")[2] for each in catalogue.reports())


def failures(data: Path) -> dict[str, str | None]:
    with open_catalogue(data) as catalogue:
        return {i.source.rpartition("/papers/")[2]: i.code for i in catalogue.failures()}


def pack(papers: Path, files: Mapping[str, bytes], name: str = "papers.zip") -> Path:
    (papers / name).write_bytes(archive(files))
    return papers / name


def test_every_file_of_an_archive_has_a_line_and_the_archive_one(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES, "Old/trees.txt": TREES, "logo.png": b"\x89PNG\r\n\x1a\n"})
    report = run(data, papers)
    assert lines(report) == {
        "papers.zip": "added",
        "papers.zip#lakes.txt": "added",
        "papers.zip#Old/trees.txt": "added",
        "papers.zip#logo.png": "unsupported",
    }
    assert report.items[0].message == "An archive of 3 files."
    assert (report.total, report.stopped) == (4, False)
    assert held(data) == ["papers.zip#Old/trees.txt", "papers.zip#lakes.txt"]
    assert failures(data) == {"papers.zip#logo.png": "unsupported"}
    assert disagreements(data) == []


def test_a_paper_in_an_archive_is_cited_by_both_names(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES})
    run(data, papers)
    answer = run_json("ask", "What was resolved about the Lakes?", data=data)
    assert answer["citations"][0]["source"].endswith("/papers.zip#lakes.txt")
    shown = run_json("show", "papers.zip#lakes.txt", data=data)["report"]
    assert (shown["kind"], shown["meeting_date"]) == ("minutes", "2025-07-08")


def test_what_was_taken_in_whole_is_not_read_again(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    nobody = Options(workers=1, reading=Reading("support.nowhere:read", (TESTS,)))
    again = run(data, options=nobody)
    assert lines(again) == dict.fromkeys(
        ["papers.zip", "papers.zip#lakes.txt", "papers.zip#trees.txt"], "unchanged"
    )
    assert again.total == 3
    assert len(held(data)) == 2


def test_a_file_in_an_archive_that_is_as_it_was_stays_withheld(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    with open_shelf(data) as shelf:
        shelf.withdraw(str(papers / "papers.zip#trees.txt"), "a mistake")
    assert lines(run(data)) == {
        "papers.zip": "unchanged",
        "papers.zip#lakes.txt": "unchanged",
        "papers.zip#trees.txt": "withdrawn",
    }


def test_what_could_not_be_read_is_tried_again_and_the_rest_is_not(
    papers: Path, data: Path
) -> None:
    pack(papers, {"lakes.txt": LAKES, "empty.txt": b""})
    run(data, papers)
    assert lines(run(data)) == {
        "papers.zip": "unchanged",
        "papers.zip#lakes.txt": "unchanged",
        "papers.zip#empty.txt": "empty",
    }


def test_a_file_in_an_archive_that_is_as_it_was_is_read_once_its_twin_is_open(
    papers: Path, data: Path
) -> None:
    pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    (papers.parent / "shut").mkdir()
    (papers.parent / "shut" / "EXEMPT lakes.txt").write_bytes(LAKES)
    run(data, papers.parent / "shut")
    assert lines(run(data, papers))["papers.zip#lakes.txt"] == "withheld_elsewhere"
    assert command("forget", papers.parent / "shut", data=data).returncode == 0
    assert lines(run(data))["papers.zip#lakes.txt"] == "withheld_before"
    name = papers / "papers.zip#lakes.txt"
    assert command("release", name, "--why", "looked at", data=data).returncode == 0
    assert held(data) == ["papers.zip#lakes.txt", "papers.zip#trees.txt"]


def test_a_changed_archive_gives_what_it_holds_now(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    pack(papers, {"lakes.txt": LAKES, "trees.txt": minutes("Oaks"), "roads.txt": minutes("Roads")})
    assert lines(run(data)) == {
        "papers.zip": "changed",
        "papers.zip#lakes.txt": "unchanged",
        "papers.zip#trees.txt": "changed",
        "papers.zip#roads.txt": "added",
    }
    pack(papers, {"roads.txt": minutes("Roads")})
    assert lines(run(data)) == {
        "papers.zip": "changed",
        "papers.zip#roads.txt": "unchanged",
        "papers.zip#lakes.txt": "removed",
        "papers.zip#trees.txt": "removed",
    }
    assert held(data) == ["papers.zip#roads.txt"]


def test_an_archive_that_is_gone_takes_its_papers_with_it(papers: Path, data: Path) -> None:
    pack(papers, {"a/lakes.txt": LAKES})
    (papers / "trees.txt").write_bytes(TREES)
    run(data, papers)
    (papers / "papers.zip").unlink()
    assert lines(run(data)) == {
        "trees.txt": "unchanged", "papers.zip": "removed", "papers.zip#a/lakes.txt": "removed",
    }  # fmt: skip
    assert held(data) == ["trees.txt"]


def test_an_archive_that_is_damaged_now_keeps_what_was_read_of_it(papers: Path, data: Path) -> None:
    whole = pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    whole.write_bytes(whole.read_bytes()[:200])
    assert lines(run(data)) == {"papers.zip": "corrupt"}
    assert len(held(data)) == 2
    pack(papers, {"lakes.txt": LAKES})
    assert lines(run(data))["papers.zip#trees.txt"] == "removed"
    assert failures(data) == {}


def test_a_file_that_is_a_paper_now_was_an_archive(papers: Path, data: Path) -> None:
    whole = pack(papers, {"lakes.txt": LAKES})
    run(data, papers)
    whole.write_bytes(TREES)
    assert lines(run(data)) == {"papers.zip": "added", "papers.zip#lakes.txt": "removed"}
    assert held(data) == ["papers.zip"]
    pack(papers, {"lakes.txt": LAKES})
    assert lines(run(data)) == {"papers.zip": "changed", "papers.zip#lakes.txt": "added"}
    assert held(data) == ["papers.zip#lakes.txt"]


def test_the_same_paper_in_an_archive_and_beside_it_is_one_report(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES})
    (papers / "lakes.txt").write_bytes(LAKES)
    run(data, papers)
    assert len(held(data)) == 1
    (papers / "lakes.txt").unlink()
    run(data)
    assert held(data) == ["papers.zip#lakes.txt"]


def test_what_is_marked_in_an_archive_is_withheld_and_leaves_no_word(
    papers: Path, data: Path
) -> None:
    whole = pack(papers, {"lakes.txt": LAKES, "depot.txt": SHUT, "Exempt/trees.txt": TREES})
    assert lines(run(data, papers)) == {
        "papers.zip": "added",
        "papers.zip#lakes.txt": "added",
        "papers.zip#depot.txt": "exempt",
        "papers.zip#Exempt/trees.txt": "exempt",
    }
    assert held(data) == ["papers.zip#lakes.txt"]
    packed = whole.read_bytes()[60:160]
    for path in (path for path in data.rglob("*") if path.is_file()):
        found = path.read_bytes()
        assert CANARY.encode() not in found
        assert CANARY.casefold().encode() not in found
        assert packed not in found


def test_the_name_of_an_archive_marks_all_in_it(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES}, "Exempt papers.zip")
    assert lines(run(data, papers))["Exempt papers.zip#lakes.txt"] == "exempt"
    assert held(data) == []


def test_one_paper_of_an_archive_can_be_withdrawn(papers: Path, data: Path) -> None:
    whole = pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    with open_shelf(data) as shelf:
        shelf.withdraw(f"{whole}#lakes.txt", "a mistake")
    assert held(data) == ["papers.zip#trees.txt"]
    pack(papers, {"lakes.txt": minutes("Lakes", cost=7), "again.txt": LAKES, "trees.txt": TREES})
    run(data)
    assert held(data) == ["papers.zip#trees.txt"]


def test_an_archive_is_withdrawn_with_all_that_is_or_will_be_in_it(
    papers: Path, data: Path
) -> None:
    whole = pack(papers, {"lakes.txt": LAKES, "trees.txt": TREES})
    run(data, papers)
    with open_shelf(data) as shelf:
        shelf.withdraw(str(whole), "a mistake")
    assert held(data) == []
    pack(papers, {"lakes.txt": LAKES, "roads.txt": minutes("Roads")})
    (papers / "copy.txt").write_bytes(TREES)
    run(data)
    assert held(data) == []


def test_an_archive_and_what_is_in_it_are_called_by_their_names(papers: Path, data: Path) -> None:
    pack(papers, {"Old/lakes.txt": LAKES, "trees.txt": TREES, "roads.txt": minutes("Roads")})
    run(data, papers)
    for name in ("papers.zip#Old/lakes.txt", "lakes.txt"):
        assert run_json("show", name, data=data)["report"]["source"].endswith("#Old/lakes.txt")
    assert command("withdraw", "papers.zip#trees.txt", "--why", "x", data=data).returncode == 0
    assert held(data) == ["papers.zip#Old/lakes.txt", "papers.zip#roads.txt"]
    assert command("withdraw", "papers.zip", "--why", "x", data=data).returncode == 0
    assert held(data) == []


def test_a_pack_in_an_archive_is_taken_apart(papers: Path, data: Path) -> None:
    more = typed("1. BACKGROUND", "", "The roads are long and there is much to be said of them.")
    bound = pdf(report("Gritting"), more, report("Parks"), more)
    pack(papers, {"pack.pdf": bound})
    run(data, papers)
    assert held(data)[0].startswith("papers.zip#pack.pdf")
    unchanged = {"papers.zip": "unchanged", "papers.zip#pack.pdf": "unchanged"}
    assert lines(run(data)) == unchanged


def test_what_is_packed_twice_is_refused(papers: Path, data: Path) -> None:
    inner = archive({"lakes.txt": LAKES})
    note = mail("See attached.", {"trees.txt": TREES}).as_bytes()
    pack(
        papers, {"inner.zip": inner, "note.eml": note, "alone.eml": mail(LAKES.decode()).as_bytes()}
    )
    assert lines(run(data, papers)) == {
        "papers.zip": "added",
        "papers.zip#inner.zip": "nested",
        "papers.zip#note.eml": "nested",
        "papers.zip#alone.eml": "added",
    }


def test_the_council_said_of_an_archive_is_that_of_its_papers(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES.replace(b"EXHAM BOROUGH COUNCIL", b"")})
    (papers / "council.toml").write_text('council = "Wyeford Council"')
    run(data, papers)
    with open_catalogue(data) as catalogue:
        assert [each.front.council for each in catalogue.reports()] == ["Wyeford Council"]
    (papers / "council.toml").write_text('council = "Marrowby Council"')
    assert lines(run(data))["papers.zip#lakes.txt"] == "changed"


def test_a_mail_gives_its_papers_and_no_covering_note(papers: Path, data: Path) -> None:
    note = mail("Please find these attached.", {"lakes.txt": LAKES, "empty.pdf": b""})
    (papers / "mail.eml").write_bytes(note.as_bytes())
    report = run(data, papers)
    assert lines(report) == {
        "mail.eml": "added", "mail.eml#lakes.txt": "added", "mail.eml#empty.pdf": "empty",
    }  # fmt: skip
    assert held(data) == ["mail.eml#lakes.txt"]
    with open_catalogue(data) as catalogue:
        (front,) = [each.front for each in catalogue.reports()]
    assert front.author is None


def test_a_mail_that_is_marked_later_takes_out_what_it_carried(papers: Path, data: Path) -> None:
    path = papers / "mail.eml"
    path.write_bytes(mail("See attached.", {"lakes.txt": minutes(f"{CANARY} depot")}).as_bytes())
    run(data, papers)
    assert held(data) == ["mail.eml#lakes.txt"]
    shut = mail("See attached.", {"lakes.txt": LAKES}, Sensitivity="Private")
    path.write_bytes(shut.as_bytes())
    assert lines(run(data)) == {"mail.eml": "confidential", "mail.eml#lakes.txt": "confidential"}
    assert held(data) == []
    assert not any(CANARY.encode() in p.read_bytes() for p in data.rglob("*") if p.is_file())


def test_a_dry_run_tells_of_what_is_packed_and_writes_nothing(papers: Path, data: Path) -> None:
    pack(papers, {"lakes.txt": LAKES})
    report = run(data, papers, options=Options(workers=1, dry_run=True))
    assert lines(report) == {"papers.zip": "added", "papers.zip#lakes.txt": "added"}
    assert not data.exists()


def test_stopping_within_an_archive_leaves_the_rest_for_the_next_run(
    papers: Path, data: Path
) -> None:
    pack(papers, {f"{n}.txt": minutes(f"Plot {n}") for n in range(40)})
    seen: list[str] = []

    class Watch(Silence):
        def met(self, item: object) -> None:
            seen.append("met")

    stop = Options(workers=1, stopping=lambda: len(seen) > 5)
    report = ingest(data, [str(papers)], stop, Watch())
    assert report.stopped
    assert 5 < len(report.items) < 41
    assert len(run(data).items) == 41
    assert len(held(data)) == 40
