"""What the index's own writer writes is what Whoosh's writer would have written."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from index.passages import Entry, Within
from index.stock_search import StockSearch
from index.whoosh_passages import WhooshPassages
from support.any_entries import STEMS, entries, queries, withins
from support.written_by_whoosh import write

ANY = Within()
PHASES = [Phase.explicit, Phase.reuse, Phase.generate]
Asked = list[tuple[dict[str, float], Within]]

passages = st.lists(entries, max_size=30, unique_by=lambda entry: entry.passage_id)
# Of so few stems the length is kept exactly; longer ones are rounded when they are written anew.
short = passages.map(lambda body: [replace(e, heading=(), body=e.body[:18]) for e in body])
asked = st.lists(st.tuples(queries, withins), min_size=1, max_size=8)


def passage(number: int, body: str, report: str = "r1", **more: object) -> Entry:
    given: dict[str, object] = {"council": None, "committee": None, "meeting_date": None, **more}
    stems = tuple(body.split())
    return Entry(
        number, report, (), (), stems, (), kind="report", standing="reported", **given,  # type: ignore[arg-type]
    )  # fmt: skip


def written(home: Path, body: list[Entry]) -> Path:
    with closing(WhooshPassages(home)) as engine:
        engine.replace(body, 1)
    return home / "1"


def same(ours: Path, theirs: Path, questions: Asked) -> None:
    """Both are read by Whoosh alone."""
    with closing(StockSearch(ours)) as mine, closing(StockSearch(theirs)) as check:
        assert mine.passage_ids() == check.passage_ids()
        assert mine.vocabulary() == check.vocabulary()
        for stem in STEMS:
            assert mine.frequency(stem) == check.frequency(stem)
        for stems, within in questions:
            expected = dict(check.search(stems, within, 100))
            assert dict(mine.search(stems, within, 100)) == pytest.approx(expected, abs=1e-4)


@settings(
    max_examples=60,
    deadline=None,
    phases=PHASES,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(body=passages, questions=asked, run=st.sampled_from([1, 40, 4_000_000]))
def test_whoosh_finds_the_same_in_it_as_in_what_it_writes_itself(
    body: list[Entry],
    questions: Asked,
    run: int,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("index.inverting._RUN", run)
    folder = tmp_path_factory.mktemp("any")
    same(written(folder / "ours", body), write(folder / "theirs", body), questions)


@settings(max_examples=30, deadline=None, phases=PHASES)
@given(body=short, gone=st.frozensets(st.sampled_from("abcdefgh")), questions=asked)
def test_what_is_left_of_a_segment_is_written_anew_as_if_nothing_else_had_been_there(
    body: list[Entry],
    gone: frozenset[str],
    questions: Asked,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("left")
    half = len(body) // 2
    with closing(WhooshPassages(folder / "ours")) as engine:
        engine.replace(body[:half], 1)
        later = {entry.report_id for entry in body[half:]}
        engine.apply(body[half:], gone - later, 2, purge=True)
    first = [entry for entry in body[:half] if entry.report_id not in later | gone]
    same(folder / "ours" / "1", write(folder / "theirs", [*first, *body[half:]]), questions)


def test_whoosh_itself_can_go_on_with_it(tmp_path: Path) -> None:
    body = [passage(n, f"park gate{n % 3} " * n, f"r{n % 4}") for n in range(1, 40)]
    folder = written(tmp_path / "ours", body)
    index = FileIndex(FileStorage(str(folder)))
    assert index.doc_count() == 39
    with closing(index.reader()) as reader:
        assert reader.stored_fields(7) == {}
        assert list(reader.lexicon("report")) == [b"r0", b"r1", b"r2", b"r3"]
    theirs = write(tmp_path / "theirs", body)
    for each in (folder, theirs):
        FileIndex(FileStorage(str(each))).writer().commit(optimize=True)
    same(folder, theirs, [({"gate1": 1.0, "park": 2.0}, ANY)])


def test_a_common_stem_is_written_in_many_blocks(tmp_path: Path) -> None:
    body = [passage(n, "park " * (n % 7 + 1) + "pond " * (n % 2)) for n in range(1, 2000)]
    ours, theirs = written(tmp_path / "ours", body), write(tmp_path / "theirs", body)
    with closing(StockSearch(ours)) as mine, closing(StockSearch(theirs)) as check:
        for stems in ({"park": 1.0}, {"park": 1.0, "pond": 1.0}):
            expected = dict(check.search(stems, ANY, 2000))
            assert dict(mine.search(stems, ANY, 2000)) == pytest.approx(expected, abs=1e-4)


def test_passages_without_a_word_are_counted_and_not_found(tmp_path: Path) -> None:
    same(written(tmp_path / "ours", [passage(1, "")]), write(tmp_path / "w", [passage(1, "")]), [])
    with closing(WhooshPassages(tmp_path / "ours")) as engine:
        engine.apply([passage(2, "", "r2")], [], 2)
        engine.apply([passage(3, "", "r2")], [], 3, purge=True)
        assert (engine.count(), engine.search({"park": 1.0}, ANY, 5)) == (2, [])


def test_a_passage_given_twice_is_written_once(tmp_path: Path) -> None:
    folder = written(tmp_path / "ours", [passage(1, "park"), passage(1, "park"), passage(2, "x")])
    with closing(StockSearch(folder)) as search:
        assert search.count() == 2


@pytest.mark.parametrize("name", ["", "Ünder-Öst & Söhne", "a\x00b", "two\nlines", "議会"])
def test_any_name_of_a_council_can_be_looked_for(name: str, tmp_path: Path) -> None:
    body = [passage(1, "park", council=name or None), passage(2, "park", council="Other")]
    with closing(WhooshPassages(tmp_path)) as engine:
        engine.replace(body, 1)
        within = Within(councils=frozenset([name])) if name else ANY
        found = [hit.passage_id for hit in engine.search({"park": 1.0}, within, 5)]
        assert found == ([1] if name else [1, 2])
