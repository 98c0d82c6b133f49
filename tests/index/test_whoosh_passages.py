"""The Whoosh engine's own: its files, when they are damaged, and how they are merged."""

import json
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.errors import DataFolderUnusable
from index.merging import MOST_AT_REST, MOST_SEGMENTS, at_rest, divided
from index.passages import Entry, Within
from index.whoosh_passages import WhooshPassages

ANY = Within()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "passages"


@pytest.fixture
def engine(home: Path) -> Iterator[WhooshPassages]:
    opened = WhooshPassages(home)
    opened.replace([passage(1, "park gate"), passage(2, "pond", "r2")], 1)
    yield opened
    opened.close()


def passage(number: int, body: str, report: str = "r1") -> Entry:
    stems = tuple(body.split())
    return Entry(number, report, (), (), stems, (), None, None, None, "report", "reported")


def problem(home: Path) -> str:
    with closing(WhooshPassages(home)) as engine:
        return engine.problem() or "none"


def told(home: Path) -> str:
    with closing(WhooshPassages(home)) as engine:
        try:
            engine.search({"park": 1.0}, ANY, 5)
        except DataFolderUnusable:
            return "a sentence"
    return "an answer"


def files(home: Path) -> list[Path]:
    return sorted(p for p in home.rglob("*") if p.is_file() and p.stat().st_size)


def test_a_missing_index_says_so_and_how_to_make_one(home: Path) -> None:
    engine = WhooshPassages(home)
    assert engine.generation() == 0
    with pytest.raises(DataFolderUnusable, match=r"no search index .* `townclerk rebuild`"):
        engine.search({"park": 1.0}, ANY, 5)
    assert str(engine.problem()).startswith("There is no search index")


@pytest.mark.parametrize("manifest", ["", "{", "[]", '{"folder": 3}', "\x00"])
def test_an_unreadable_manifest_is_told_in_a_sentence(home: Path, manifest: str) -> None:
    home.mkdir()
    (home / "CURRENT").write_text(manifest)
    with pytest.raises(DataFolderUnusable, match="may be damaged"):
        WhooshPassages(home).search({"park": 1.0}, ANY, 5)
    assert "may be damaged" in problem(home)


def test_an_index_of_another_version_is_told_in_a_sentence(
    engine: WhooshPassages, home: Path
) -> None:
    manifest = json.loads((home / "CURRENT").read_text())
    (home / "CURRENT").write_text(json.dumps({**manifest, "version": manifest["version"] + 1}))
    with pytest.raises(DataFolderUnusable, match="made by another version") as raised:
        engine.search({"park": 1.0}, ANY, 5)
    assert raised.value.reason == "index_version"
    assert "another version" in str(engine.problem())


@pytest.mark.parametrize("version", ["2.7.5", "3.0.0"])
def test_an_index_that_another_whoosh_would_write_is_told_in_a_sentence(
    engine: WhooshPassages, home: Path, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = engine.passage_ids()
    monkeypatch.setattr("index.segments.versionstring", lambda: version)
    sentence = rf"not of the form expected \(Whoosh {version}, W3Codec\).* `townclerk rebuild`"
    with pytest.raises(DataFolderUnusable, match=sentence):
        engine.apply([passage(9, "park")], [], 2)
    with pytest.raises(DataFolderUnusable, match=sentence):
        engine.tidy()
    assert (engine.passage_ids(), engine.generation()) == (before, 1)


def test_every_truncated_file_is_noticed(engine: WhooshPassages, home: Path) -> None:
    assert problem(home) == "none"
    for file in files(home):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        assert "damaged" in problem(home), file.name
        file.write_bytes(whole)
    assert problem(home) == "none"


def test_every_missing_file_is_noticed(engine: WhooshPassages, home: Path) -> None:
    for file in files(home):
        whole = file.read_bytes()
        file.unlink()
        assert problem(home) != "none", file.name
        file.write_bytes(whole)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # files left open
def test_garbage_in_any_file_gives_an_answer_or_a_sentence(
    engine: WhooshPassages, home: Path
) -> None:
    for file in files(home):
        whole = file.read_bytes()
        file.write_bytes(b"\xff" * len(whole))
        assert told(home) in ("an answer", "a sentence"), file.name
        file.write_bytes(whole)


def test_a_change_that_was_not_published_leaves_the_index_whole(
    engine: WhooshPassages, home: Path, tmp_path: Path
) -> None:
    shutil.copytree(home, tmp_path / "before")
    engine.apply([passage(3, "park", "r3")], ["r1"], 2)
    # As if the process had died just before it published and cleaned up.
    shutil.copytree(tmp_path / "before", home, dirs_exist_ok=True)
    assert problem(home) == "none"
    engine.apply([passage(3, "park", "r3")], ["r1"], 2)
    assert problem(home) == "none"
    assert [hit.passage_id for hit in engine.search({"park": 1.0}, ANY, 5)] == [3]


def test_everything_published_is_on_disk_before_it_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    sync, replace = os.fsync, Path.replace

    def synced(handle: int) -> None:
        done.append(Path(f"/proc/self/fd/{handle}").readlink().name)
        sync(handle)

    def named(draft: Path, name: Path) -> Path:
        listed = json.loads(draft.read_text())["files"]
        assert {*listed, "1", "CURRENT.new"} <= set(done)  # the folder's own name is 1
        done.append("named")
        return replace(draft, name)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", named)
    with closing(WhooshPassages(home)) as engine:
        engine.replace([passage(1, "park gate"), passage(2, "pond", "r2")], 1)
        assert done[-2:] == ["named", "passages"]
        engine.apply([passage(3, "park bench", "r3")], ["r2"], 2)
        engine.apply([passage(4, "park bin", "r4")], [], 3, purge=True)
    assert done.count("named") == 4  # the last wrote anew what was left of the first segment
    assert done[-1] == "passages"


def test_what_a_crash_left_behind_is_not_read_and_goes_with_the_next_change(
    engine: WhooshPassages, home: Path
) -> None:
    folder = home / "1"
    for orphan in ("_MAIN_9.toc", "MAIN_abcdefgh12345678.pst", "MAIN.tmp/x", "../2/_MAIN_1.toc"):
        (folder / orphan).parent.mkdir(exist_ok=True)
        (folder / orphan).write_bytes(b"half a file")
    assert problem(home) == "none"
    assert told(home) == "an answer"
    engine.apply([passage(3, "park", "r3")], [], 2)
    assert [path.name for path in home.iterdir() if path.is_dir()] == ["1"]
    listed = json.loads((home / "CURRENT").read_text())["files"]
    assert sorted(path.name for path in folder.iterdir()) == sorted(listed)
    assert engine.count() == 3


@pytest.mark.parametrize("manifest", ["", '{"version": 0, "folder": "1", "generation": 3}'])
def test_an_index_that_cannot_be_read_can_be_replaced(
    engine: WhooshPassages, home: Path, manifest: str
) -> None:
    (home / "CURRENT").write_text(manifest)
    engine.replace([passage(9, "park")], 4)
    assert problem(home) == "none"
    assert [hit.passage_id for hit in engine.search({"park": 1.0}, ANY, 5)] == [9]
    assert [path.name for path in home.iterdir() if path.is_dir()] == ["2"]


def test_a_damaged_index_can_be_replaced_under_an_open_reader(
    engine: WhooshPassages, home: Path
) -> None:
    reader = WhooshPassages(home)
    assert len(reader.search({"park": 1.0}, ANY, 5)) == 1
    for file in files(home):
        file.unlink()
    WhooshPassages(home).replace([passage(9, "park")], 2)
    assert [hit.passage_id for hit in reader.search({"park": 1.0}, ANY, 5)] == [9]
    assert reader.generation() == 2
    reader.close()


def test_a_reader_opened_before_many_publications_goes_on_without_an_error(
    engine: WhooshPassages, home: Path
) -> None:
    reader = WhooshPassages(home)
    for n in range(3, 40):
        engine.apply([passage(n, "park", f"r{n}")], [], n)
        assert len(reader.search({"park": 1.0}, ANY, 100)) == n - 1
    reader.close()


def test_threads_sharing_one_reader_get_the_same_answers(
    engine: WhooshPassages, home: Path
) -> None:
    body = [passage(n, f"park plot{n % 7} gate{n % 3}", f"r{n}") for n in range(1, 400)]
    engine.replace(body, 2)
    alone = {n: engine.search({f"plot{n}": 1.0, "park": 0.5}, ANY, 30) for n in range(7)}
    wrong: list[int] = []

    def ask(number: int) -> None:
        for _ in range(20):
            if engine.search({f"plot{number}": 1.0, "park": 0.5}, ANY, 30) != alone[number]:
                wrong.append(number)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_publishing_little_by_little_gives_the_scores_of_publishing_at_once(
    tmp_path: Path,
) -> None:
    body = [passage(n, f"park {'gate ' * (n % 4)} plot{n % 5}", f"r{n}") for n in range(1, 50)]
    with (
        closing(WhooshPassages(tmp_path / "a")) as at_once,
        closing(WhooshPassages(tmp_path / "b")) as bit_by_bit,
    ):
        at_once.replace(body, 1)
        for n, one in enumerate(body, start=1):
            bit_by_bit.apply([one], [], n)
        query = {"plot3": 2.0, "gate": 1.0}
        first, second = (e.search(query, ANY, 100) for e in (at_once, bit_by_bit))
    assert dict(first).keys() == dict(second).keys()
    assert dict(second) == pytest.approx(dict(first))


def test_segments_stay_few_however_often_is_published(engine: WhooshPassages, home: Path) -> None:
    for n in range(3, 60):
        engine.apply([passage(n, f"park plot{n}", f"r{n}")], [], n)
        segments = {p.name.split(".")[0] for p in home.rglob("*.trm")}
        assert len(segments) <= MOST_SEGMENTS + 1
    assert engine.count() == 59


def test_what_is_purged_leaves_no_stem_in_any_file(engine: WhooshPassages, home: Path) -> None:
    engine.apply([passage(5, "dismissal", "secret")], [], 2)
    assert any(b"dismissal" in file.read_bytes() for file in files(home))
    engine.apply([], ["secret"], 3, purge=True)
    assert not any(b"dismissal" in file.read_bytes() for file in files(home))
    assert engine.count() == 2


class _Sized:
    def __init__(self, held: int, deleted: int = 0) -> None:
        self.held, self.deleted = held, deleted

    def doc_count(self) -> int:
        return self.held

    def deleted_count(self) -> int:
        return self.deleted


def _sizes(segments: list[_Sized]) -> list[int]:
    return [segment.held for segment in segments]


def test_few_segments_are_left_as_they_are() -> None:
    kept, anew = divided([_Sized(5), _Sized(900), _Sized(70)], purge=False)
    assert (_sizes(kept), _sizes(anew)) == ([5, 70, 900], [])


def test_many_small_segments_become_one_and_large_ones_wait() -> None:
    segments = [_Sized(50_000), *(_Sized(1_000) for _ in range(11))]
    kept, anew = divided(segments, purge=False)
    assert (_sizes(kept), _sizes(anew)) == ([50_000], [1_000] * 11)


def test_segments_are_not_gathered_beyond_what_a_publication_may_wait_for() -> None:
    segments = [_Sized(number) for number in (10, *(100_000 + n for n in range(12)))]
    kept, anew = divided(segments, purge=False)
    assert (len(kept), _sizes(anew)) == (12, [10])
    kept, anew = divided(segments[1:], purge=False)
    assert (len(kept), _sizes(anew)) == (10, [100_000, 100_001])


EVERY = [70_000, 71_000, 72_000, 73_000, 74_000, 75_000, 300_000]


@pytest.mark.parametrize(
    ("sizes", "kept", "anew"),
    [
        ([9, 900, 90], [9, 90, 900], []),
        ([0, 9, 900, 90_000, 90], [9, 90, 900, 90_000], []),
        ([1_000_000, 60_000, 9_000, 500, 120], [9_000, 60_000, 1_000_000], [120, 500]),
        ([1_000_000, 60_000, 9_000, 8_900, 120], [60_000, 1_000_000], [120, 8_900, 9_000]),
        (
            [300_000, *(90_000 + n for n in range(8))],
            [],
            [*(90_000 + n for n in range(8)), 300_000],
        ),
    ],
)
def test_few_segments_are_left_when_no_more_is_to_come(
    sizes: list[int], kept: list[int], anew: list[int]
) -> None:
    found = at_rest([_Sized(size) for size in sizes])
    assert tuple(map(_sizes, found)) == (kept, anew)


def test_after_a_load_in_many_parts_few_segments_are_searched(
    engine: WhooshPassages, home: Path
) -> None:
    for n in range(10):
        engine.apply([passage(10 + n, f"park bench{n}", f"r{10 + n}")], [], 2 + n)
    engine.tidy()
    assert len(list(home.rglob("*.trm"))) <= MOST_AT_REST
    assert (engine.count(), engine.generation(), problem(home)) == (12, 11, "none")
    assert [hit.passage_id for hit in engine.search({"bench7": 1.0}, ANY, 5)] == [17]


def test_empty_segments_go_and_mostly_deleted_ones_are_written_anew() -> None:
    kept, anew = divided([_Sized(0, 9), _Sized(10, 90), _Sized(90, 10)], purge=False)
    assert (_sizes(kept), _sizes(anew)) == ([90], [10])


def test_purging_writes_anew_whatever_has_something_deleted() -> None:
    kept, anew = divided([_Sized(90, 1), _Sized(90)], purge=True)
    assert (_sizes(kept), _sizes(anew)) == ([90], [90])
