"""The search over arrays gives what Whoosh's own gives, whatever is indexed and asked."""

import random
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from mmap import mmap
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from whoosh.codec.whoosh3 import W3Codec, W3TermInfo
from whoosh.filedb.structfile import StructFile
from whoosh.formats import Existence

from index.passages import Entry, Hit, Within
from index.postings import Unfamiliar, documents_at, postings_at
from index.stock_search import StockSearch
from index.whoosh_passages import WhooshPassages
from support.any_entries import BODIES, COUNCILS, STEMS, entries, queries, withins

ANY = Within()


def passage(number: int, body: str, report: str) -> Entry:
    stems = tuple(body.split())
    return Entry(number, report, (), (), stems, (), None, None, None, "report", "reported")


def stock(home: Path) -> StockSearch:
    (folder,) = (path for path in home.iterdir() if path.is_dir())
    return StockSearch(folder)


def same(ours: list[Hit], every: list[Hit], limit: int) -> None:
    """Ours are the best of all that stock Whoosh finds, with its scores, and well ordered."""
    scores = dict(every)
    assert [hit.score for hit in ours] == pytest.approx([h.score for h in every[:limit]], abs=1e-4)
    assert [hit.score for hit in ours] == pytest.approx(
        [scores[hit.passage_id] for hit in ours], abs=1e-4
    )
    assert ours == sorted(ours, key=lambda hit: (-hit.score, hit.passage_id))
    assert len({hit.passage_id for hit in ours}) == len(ours)


changes = st.tuples(
    st.lists(entries, max_size=12), st.lists(st.sampled_from("abcdefgh"), max_size=2)
)
asked = st.lists(st.tuples(queries, withins, st.integers(0, 12)), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(history=st.lists(changes, min_size=1, max_size=5), questions=asked)
def test_passages_and_scores_are_those_of_stock_whoosh(
    history: list[tuple[list[Entry], list[str]]],
    questions: list[tuple[dict[str, float], Within, int]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = tmp_path_factory.mktemp("any") / "passages"
    with closing(WhooshPassages(home)) as engine:
        for generation, (added, removed) in enumerate(history, start=1):
            engine.apply(added, removed, generation)
            with closing(stock(home)) as check:
                for stems, within, limit in questions:
                    same(
                        engine.search(stems, within, limit),
                        check.search(stems, within, 100) if limit else [],
                        limit,
                    )
                assert engine.passage_ids() == check.passage_ids()
                assert engine.count() == check.count()
                for stem in STEMS:
                    assert engine.frequency(stem) == check.frequency(stem)


def library(size: int, seed: int) -> Iterator[Entry]:
    """Passages of words as rare as in English: the n-th is held by every n-th, about."""
    chance = random.Random(seed)
    words = [f"word{n}" for n in range(1, 2000)]
    shares = [1 / n for n in range(1, 2000)]
    for number in range(1, size + 1):
        body = chance.choices(words, shares, k=chance.randint(20, 90))
        yield Entry(
            number, f"r{number // 9}", (), tuple(chance.choices(words, shares, k=3)), tuple(body),
            (), chance.choice(COUNCILS), chance.choice(BODIES),
            date(2020, 1, 1) + timedelta(chance.randrange(900)), "report", "reported",
        )  # fmt: skip


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three segments, each with something deleted."""
    home = tmp_path_factory.mktemp("large") / "passages"
    body = list(library(6000, 5))
    with closing(WhooshPassages(home)) as engine:
        engine.replace(body[:4500], 1)
        engine.apply(body[4500:5700], [f"r{n}" for n in range(0, 400, 3)], 2)
        engine.apply(body[5700:], [f"r{n}" for n in range(510, 560, 4)], 3)
    return home


def question(chance: random.Random) -> Mapping[str, float]:
    """Two to ten words from the commonest to the rarest, of several weights."""
    words = (f"word{int(2000 ** chance.random())}" for _ in range(chance.randint(2, 10)))
    return {word: chance.choice((0.25, 0.5, 1.0)) for word in words}


@pytest.mark.parametrize(
    "within",
    [
        ANY,
        Within(councils=frozenset({"Ambleford"})),
        Within(since=date(2020, 2, 1), until=date(2020, 2, 20)),
        Within(committees=frozenset({"Cabinet", "Council"}), since=date(2021, 1, 1)),
    ],
)
def test_what_is_passed_over_never_was_among_the_best(large: Path, within: Within) -> None:
    chance = random.Random(8)
    with closing(WhooshPassages(large)) as engine, closing(stock(large)) as check:
        for _ in range(25):
            stems = question(chance)
            every = check.search(stems, within, 6000)
            for limit in (1, 10, 80):
                same(engine.search(stems, within, limit), every, limit)


@pytest.mark.parametrize("version", ["2.7.5", "3.0.0"])
def test_another_whoosh_is_told_once_and_searched_its_own_way(
    large: Path, version: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("index.segments.versionstring", lambda: version)
    engine = WhooshPassages(large)
    with closing(engine), closing(stock(large)) as check:
        for _ in range(2):
            found = engine.search({"word900": 1.0}, ANY, 5)
            assert found == check.search({"word900": 1.0}, ANY, 5)
            assert engine.count() == check.count()
            assert engine.vocabulary() == check.vocabulary()
            engine.close()
    (told,) = caplog.records
    assert told.getMessage().startswith("Searching slowly: the index is not of the form expected")


def test_postings_of_another_form_are_refused_not_misread() -> None:
    with mmap(-1, 4096) as data:
        data.write(b"W4Bl" + bytes(100))
        with pytest.raises(Unfamiliar):
            postings_at(data, 0)


@pytest.mark.parametrize(("size", "compression"), [(1, 0), (512, 0), (513, 0), (2000, 3)])
def test_postings_are_read_as_they_were_written(
    size: int, compression: int, tmp_path: Path
) -> None:
    chance = random.Random(size)
    documents = sorted(chance.sample(range(2**31 - 1), size))
    weights = [chance.choice((0.5, 1.0, 2.5, 70.0)) for _ in documents]
    with (tmp_path / "postings").open("w+b") as file:
        writer = W3Codec(blocklimit=512, compression=compression).postings_writer(StructFile(file))
        writer.start_postings(Existence(), W3TermInfo())
        for number, weight in zip(documents, weights, strict=True):
            writer.add_posting(number, weight, b"", 30)
        writer.finish_postings()
        file.flush()
        with mmap(file.fileno(), 0) as data:
            found = postings_at(data, 0)
            assert documents_at(data, 0).tolist() == documents
    assert (found.documents.tolist(), found.weights.tolist()) == (documents, weights)


def test_only_of_a_stem_in_very_many_passages_are_those_taken_out_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.parts._EXACT", 3)
    with closing(WhooshPassages(tmp_path / "passages")) as engine:
        body = [passage(n, "park rare" if n < 4 else "park", f"r{n}") for n in range(1, 9)]
        engine.replace(body, 1)
        engine.apply([], ["r1", "r8"], 2)
        assert (engine.frequency("park"), engine.frequency("rare")) == (8, 2)
