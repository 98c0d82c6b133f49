"""`townclerk release`: a paper that was looked at is let in, by its bytes, and the act is kept."""

from pathlib import Path
from typing import Any

import pytest

from support.commands import run, run_json
from support.packs import LINE
from support.pdfs import LEFT, PITCH, TOP, pdf, typed

PAPER = "Report to: Cabinet\n\nNOT FOR PUBLICATION\n\nTitle: Quay\n\n1. The Zebrafinch lease.\n"
OTHER = PAPER.replace("lease", "sale")


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "quay.txt").write_text(PAPER, encoding="utf-8")
    (tmp_path / "papers" / "open.txt").write_text(f"Report to: Cabinet\n\n1. {LINE}\n")
    return tmp_path / "papers"


@pytest.fixture
def data(tmp_path: Path, papers: Path) -> Path:
    assert run_json("ingest", papers, data=tmp_path / "data")["withheld"] == 1
    return tmp_path / "data"


def codes(data: Path) -> list[str]:
    return [item["code"] for item in run_json("failures", data=data)["failures"]]


def found(data: Path, question: str) -> list[Any]:
    return [c["excerpt"] for c in run_json("ask", question, data=data)["citations"]]


def test_a_released_paper_is_read_and_can_be_asked_about(data: Path, papers: Path) -> None:
    assert codes(data) == ["exempt"]
    done = run("release", "quay.txt", "--why", "The Monitoring Officer agreed.", data=data)
    assert done.returncode == 0, done.stderr
    assert "added" in done.stdout
    assert codes(data) == []
    assert "Zebrafinch" in str(found(data, "what is the Zebrafinch lease"))
    assert run_json("ingest", papers, data=data)["unchanged"] == 2


def test_other_bytes_at_a_released_place_are_judged_anew(data: Path, papers: Path) -> None:
    run("release", papers / "quay.txt", "--why", "agreed", data=data)
    (papers / "quay.txt").write_text(OTHER, encoding="utf-8")
    assert run_json("ingest", papers, data=data)["withheld"] == 1
    assert codes(data) == ["exempt"]
    assert found(data, "what is the Zebrafinch lease") == []


def test_the_act_is_kept_with_who_and_why(data: Path) -> None:
    run("release", "quay.txt", "--why", "agreed on 3 June", "--who", "U0ADMIN", data=data)
    acts = run_json("acts", data=data)["acts"]
    (release,) = [act for act in acts if act["act"] == "release"]
    assert release["who"] == "U0ADMIN"
    assert release["arguments"].endswith("quay.txt: agreed on 3 June")


@pytest.mark.parametrize("said", ["nothing.txt", "open.txt"])
def test_what_is_not_withheld_is_told_in_a_sentence(data: Path, said: str) -> None:
    done = run("release", said, "--why", "agreed", data=data)
    assert done.returncode == 1
    assert "is withheld" in done.stderr
    assert "[no_such_source]" in done.stderr


def test_a_reason_must_be_given(data: Path) -> None:
    assert run("release", "quay.txt", data=data).returncode == 2


def test_of_a_released_redaction_only_what_can_be_seen_is_let_in(tmp_path: Path) -> None:
    page = typed("Report to: Cabinet", "The bidder was Zebrafinch Ltd", "", "1. " + LINE)
    page.box(LEFT + 70, TOP - PITCH - 4, 200, 14)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "bids.pdf").write_bytes(pdf(page))
    data = tmp_path / "data"
    run("ingest", tmp_path / "papers", data=data)
    assert codes(data) == ["bad_redaction"]
    assert run("release", "bids.pdf", "--why", "agreed", data=data).returncode == 0
    shown = run_json("show", "bids.pdf", data=data)
    assert "officers walked every lane" in str(shown)
    assert "Zebrafinch" not in str(shown)
    assert "Hidden text was left out." in shown["report"]["warnings"]
    assert run("check", data=data).returncode == 0


@pytest.fixture
def blackened(tmp_path: Path) -> Path:
    page = typed("Report to: Cabinet", "Title: Quay works", "", "Recommendations", "",
                 "1. That the tender of Zebrafinch for the quay be accepted.", "",
                 "2. That the harbour master report on dredging.", "",
                 "Background", "", "3. The ferry has sailed from the quay since 1907.")  # fmt: skip
    page.box(LEFT + 105, TOP - 5 * PITCH - 4, 65, 14)
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "tenders.pdf").write_bytes(pdf(page))
    data = tmp_path / "data"
    run("ingest", tmp_path / "papers", data=data)
    assert run("release", "tenders.pdf", "--why", "agreed", data=data).returncode == 0
    return data


def test_a_quote_with_blacked_out_words_shows_the_gap_and_says_so(blackened: Path) -> None:
    question = "What is recommended about the tender for the quay?"
    cited = run_json("ask", question, data=blackened)["citations"]
    told = " ".join(run("ask", question, data=blackened).stdout.split())
    (first,) = [one for one in cited if "tender" in one["excerpt"]]
    assert first["excerpt"].startswith("That the tender of █ for the quay be accepted.")
    assert first["blacked_out"] == "here"
    assert "page 1, words are blacked out here (█)" in told
    assert "Zebrafinch" not in f"{cited}{told}"


def test_any_other_quote_from_such_a_paper_says_that_words_are_missing(blackened: Path) -> None:
    question = "Since when has the ferry sailed?"
    (cited,) = run_json("ask", question, "--limit", "1", data=blackened)["citations"]
    assert cited["blacked_out"] == "elsewhere"
    told = " ".join(run("ask", question, "--limit", "1", data=blackened).stdout.split())
    assert "words are blacked out elsewhere in this paper" in told


def test_listed_decisions_say_where_words_are_blacked_out(blackened: Path) -> None:
    listed = run_json("decisions", data=blackened)["decisions"]
    assert [one["blacked_out"] for one in listed] == ["here", "elsewhere"]
    assert "words are blacked out here (█)" in " ".join(
        run("decisions", data=blackened).stdout.split()
    )
    assert "Zebrafinch" not in str(listed)


def test_a_withheld_paper_can_be_let_in_by_its_id(data: Path) -> None:
    (item,) = run_json("failures", data=data)["failures"]
    assert f"quay.txt ({item['id']}): withheld" in run("failures", data=data).stdout
    done = run("release", item["id"], "--why", "agreed", data=data)
    assert done.returncode == 0, done.stderr
    assert codes(data) == []


def test_a_withheld_paper_can_be_withdrawn_by_its_id_and_stays_away(
    data: Path, papers: Path
) -> None:
    (item,) = run_json("failures", data=data)["failures"]
    done = run("withdraw", item["id"], "--why", "agreed", data=data)
    assert done.returncode == 0, done.stderr
    run("ingest", papers, data=data)
    assert codes(data) == ["withdrawn"]
    refused = run("release", item["id"], "--why", "agreed", data=data)
    assert "was withdrawn for good" in refused.stderr


def test_a_rehearsal_knows_what_was_released_and_what_was_withdrawn(
    data: Path, papers: Path
) -> None:
    run("release", "quay.txt", "--why", "agreed", data=data)
    run("withdraw", "open.txt", "--why", "agreed", data=data)
    (papers / "copy.txt").write_text(PAPER, encoding="utf-8")
    (papers / "open.txt").write_text(f"Report to: Cabinet\n\n1. {LINE} {LINE}\n")
    items = run_json("ingest", papers, "--dry-run", data=data)["items"]
    assert {Path(item["source"]).name: item["outcome"] for item in items} == {
        "quay.txt": "unchanged", "copy.txt": "added", "open.txt": "withheld",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["Exempt sale of Zebrafinch quay.pdf", "confidential/lease.xlsx"])
def test_a_paper_that_its_name_closes_is_withheld_though_it_cannot_be_read(
    tmp_path: Path, name: str
) -> None:
    paper = tmp_path / "papers" / name
    paper.parent.mkdir(parents=True)
    paper.write_bytes(b"%PDF-1.4 cut short")
    items = run_json("ingest", tmp_path / "papers", data=tmp_path / "data")["items"]
    assert [item["outcome"] for item in items] == ["withheld"]
