"""Answers are scored against questions whose evidence is known, beside a plain search."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import BadQuestions
from index.evaluation import ask_all, read_questions
from index.evaluation.figures import figures_of
from index.evaluation.places import Places, hash_of
from index.evaluation.questions import Place
from index.library import open_library
from index.shelf import open_shelf
from support.commands import run
from support.meetings import told
from support.small_reports import met

TREES = """Report of\tMeeting\tDate
Director of Parks\tCabinet\t4 March 2025

TREES IN THE PARKS

1. Jane Roe is the Lead Officer for trees.

2. Planting cost £12,000 in 2024. It was paid from reserves.

RECOMMENDATION

3. That forty limes be planted.
"""
COST = hash_of("Planting cost £12,000 in 2024.")
LINES = [
    {"id": "a", "question": "How much did planting cost?", "kind": "how_much", "half": "develop",
     "evidence": [{"source": "parks/trees.txt", "hash": COST}]},
    {"id": "b", "question": "What was recommended about limes?", "kind": "decided",
     "half": "develop", "standing": "recommended",
     "evidence": [{"source": "trees.txt", "hash": hash_of("That forty limes be planted.")}]},
    {"id": "c", "question": "What was said of volcanoes?", "kind": "other", "half": "develop",
     "missing": "nonsense"},
]  # fmt: skip


@pytest.fixture
def held(tmp_path: Path) -> Path:
    papers = tmp_path / "parks"
    papers.mkdir()
    (papers / "trees.txt").write_text(TREES)
    data = tmp_path / "data"
    assert run("ingest", str(papers), data=data).returncode == 0
    return data


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    path = tmp_path / "questions.jsonl"
    path.write_text("\n".join(map(json.dumps, LINES)))
    return path


def test_each_question_is_ranked_by_where_its_evidence_is_cited(
    held: Path, questions: Path
) -> None:
    with open_library(held) as library:
        asked = list(ask_all(library, read_questions([questions])))
    assert [(one.question.id, one.rank, one.baseline_rank) for one in asked] == [
        ("a", 1, 1),
        ("b", 1, 1),
        ("c", None, None),
    ]
    figures = figures_of(asked)
    assert (figures.hit_1.count, figures.hit_1.of) == (2, 2)
    assert (figures.right_refusals.count, figures.right_refusals.of) == (1, 1)
    assert (figures.right_standing.count, figures.right_standing.of) == (1, 1)
    assert figures.verbatim.share == 1.0


def test_evidence_that_is_not_cited_is_a_miss_and_evidence_that_is_gone_is_told(
    held: Path, tmp_path: Path
) -> None:
    elsewhere = LINES[0] | {"evidence": [{"source": "trees.txt", "hash": hash_of("Parks")}]}
    path = tmp_path / "gone.jsonl"
    path.write_text(json.dumps(elsewhere))
    done = run("evaluate", str(path), data=held)
    assert "a: its evidence is not in the papers held" in done.stdout
    assert "evidence cited first (hit@1) | 0.00 (0/1)" in done.stdout


def test_the_document_names_every_question(held: Path, questions: Path) -> None:
    done = run("evaluate", str(questions), "--json", data=held)
    document = json.loads(done.stdout)
    assert document["halves"]["develop"]["hit_1"] == {"count": 2, "of": 2, "share": 1.0}
    assert [one["status"] for one in document["questions"]] == ["answered", "answered", "no_answer"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('{"id": "x"}', "line 1 is no question"),
        (json.dumps(LINES[2] | {"missing": None}), "has evidence, or says what is missing"),
        (json.dumps(LINES[0] | {"missing": "fact"}), "has evidence, or says what is missing"),
        (json.dumps(LINES[2]) + "\n" + json.dumps(LINES[2]), "is there twice"),
    ],
)
def test_a_set_that_is_not_as_it_should_be_is_refused(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(line)
    with pytest.raises(BadQuestions, match=told):
        read_questions([path])


def test_words_have_the_same_hash_whatever_their_case_and_white_space() -> None:
    assert hash_of("Forty  LIMES, be planted.") == hash_of("forty limes be planted")
    assert hash_of("forty limes") != hash_of("forty elms")


def test_evidence_counts_in_a_copy_of_its_paper_that_has_the_very_words(tmp_path: Path) -> None:
    limes = " ".join(f"Lime {n} of row {n} was cut back by {n} feet." for n in range(30))
    paper, copy = told("a.pdf", "other", limes), told("b.md", "other", f"{limes[:-1]} or so.")
    paper, copy = (
        replace(one, front=replace(one.front, meeting_date=None)) for one in (paper, copy)
    )
    with open_shelf(tmp_path) as shelf:
        for one in (paper, copy):
            shelf.add(one, met(one), b"bytes")
    with open_library(tmp_path) as library:
        places = Places(library.catalogue)
        first = places.spans(Place("a.pdf", hash_of("Lime 0 of row 0 was cut back by 0 feet.")))
        last = places.spans(Place("a.pdf", hash_of("Lime 29 of row 29 was cut back by 29 feet.")))
    assert {report for report, _ in first} == {paper.report_id, copy.report_id}
    assert {report for report, _ in last} == {paper.report_id}
