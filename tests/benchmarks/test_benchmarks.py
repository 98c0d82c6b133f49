"""The made-up library is always the same and like a real one, and a run of the bench tells all."""

import json
import subprocess
import sys
from pathlib import Path
from statistics import mean, median
from xml.etree import ElementTree

import pytest

from index.cutting import cut
from index.language import stems
from index.records import Report
from support.commands import ROOT
from tests.benchmarks.corpus import corpus
from tests.benchmarks.document import write_document
from tests.benchmarks.questions import Sample, questions

KEYS = {
    "size",
    "retrieval_cpu_ms",
    "ask_cpu_ms",
    "load_passages_per_cpu_s",
    "add_ten_ms",
    "private_mb",
    "busy_over_quiet_p95",
}


@pytest.fixture(scope="module")
def papers() -> list[Report]:
    return list(corpus(3000))


def test_the_same_seed_makes_the_same_papers_and_another_seed_others() -> None:
    first, again, other = (list(corpus(200, seed)) for seed in (1, 1, 2))
    assert first == again
    assert {p.sha256 for p in first} & {p.sha256 for p in other} == set()


def test_a_larger_library_begins_with_the_smaller(papers: list[Report]) -> None:
    smaller = list(corpus(300))
    assert papers[: len(smaller)] == smaller


def test_every_part_of_a_made_up_paper_stands_where_it_says(papers: list[Report]) -> None:
    for paper in papers:
        assert all(paper.text[b.start : b.end] == b.text for b in paper.blocks)
        assert all(paper.text[d.start : d.end] == d.text for d in paper.decisions)


def test_made_up_papers_are_as_long_and_as_rich_in_words_as_real_ones(papers: list[Report]) -> None:
    texts = [p.text[d.start : d.end] for p in papers for d in cut(p)]
    assert 3000 <= len(texts) < 3200
    assert 40 < mean(len(text.split()) for text in texts) < 100
    held = [set(stems(text)) for text in texts]
    often: dict[str, int] = {}
    for found in held:
        for stem in found:
            often[stem] = often.get(stem, 0) + 1
    assert len(often) > 12_000  # at 3,000 passages: most stems are seldom
    assert median(often.values()) <= 2
    assert max(often.values()) > len(texts) / 4
    assert {p.kind for p in papers} == {"report", "minutes", "decision", "agenda", "other"}


def test_questions_are_many_all_different_and_of_what_papers_hold(papers: list[Report]) -> None:
    sample = Sample(most=100)
    assert len(list(sample.of(papers))) == len(papers)
    assert len(sample.kept) == 100
    asked = questions(sample.kept)
    assert len(set(asked)) == 240
    assert asked == questions(sample.kept)
    titles = {p.front.title for p in sample.kept}
    assert sum(any(title and title in one for title in titles) for one in asked) > 30


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The figures of a tiny run, and what it printed."""
    out = tmp_path_factory.mktemp("bench") / "figures" / "500.json"
    command = [sys.executable, "-m", "tests.benchmarks", "--size=500", "--asked=16", "--no-slack"]
    command += [f"--out={out}"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return out, done.stdout


def test_a_tiny_run_writes_its_figures_and_prints_them(run: tuple[Path, str]) -> None:
    out, printed = run
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found.keys() >= KEYS
    assert found["size"] == 500
    assert found["retrieval_cpu_ms"].keys() == {"townclerk", "whoosh", "fts5", "tantivy"}
    for engine in ("townclerk", "whoosh", "fts5"):
        assert found["retrieval_cpu_ms"][engine].keys() == {"p50", "p95", "p99"}
        assert found["retrieval_cpu_ms"][engine]["p50"] > 0
    assert found["ask_cpu_ms"].keys() == {"p50", "p95", "p99"}
    assert found["load_passages_per_cpu_s"]["first_load"] > 0
    assert found["threads"].keys() == {"1", "4", "16"}
    assert "ten changed reports visible, ms" in printed


def test_the_document_tells_which_size_was_not_measured(
    run: tuple[Path, str], tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    write_document(run[0].parent, (500, 1_000_000), root=tmp_path)
    written = (tmp_path / "docs" / "performance.md").read_text(encoding="utf-8")
    assert "Not measured: 1,000,000 passages." in written
    assert "{" not in written.replace("{townclerk", "")
    for picture in ("search-time.svg", "answer-time.svg", "change-time.svg"):
        assert f"(images/{picture})" in written
        ElementTree.parse(tmp_path / "docs" / "images" / picture)


def test_reading_papers_apart_is_measured_beside_reading_them_where_one_is() -> None:
    command = [sys.executable, "-m", "tests.benchmarks.isolation", "8"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert found["isolation_papers"] == 8
    assert found["isolation_over_plain"] > 0.5  # of so few, mostly what starting costs
