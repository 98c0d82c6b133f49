"""What every search engine must do: the same tests run against each."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.passages import Entry, Passages, Within
from index.whoosh_passages import WhooshPassages

ENGINES: dict[str, Callable[[Path], Passages]] = {"whoosh": WhooshPassages}

ANY = Within()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Passages]:
    opened = ENGINES[request.param](tmp_path / "passages")
    opened.replace([], 0)
    yield opened
    opened.close()


def entry(number: int, body: str = "", report: str = "r1", **more: object) -> Entry:
    fields: dict[str, object] = {
        "title": (),
        "heading": (),
        "leads": (),
        "council": None,
        "committee": None,
        "meeting_date": None,
        "kind": "report",
        "standing": "reported",
    }
    return Entry(number, report, body=tuple(body.split()), **{**fields, **more})  # type: ignore[arg-type]


def found(engine: Passages, stems: str, within: Within = ANY) -> list[int]:
    weights = dict.fromkeys(stems.split(), 1.0)
    return [hit.passage_id for hit in engine.search(weights, within, 100)]


def test_an_empty_index_finds_nothing(engine: Passages) -> None:
    assert found(engine, "park") == []
    assert (engine.count(), engine.frequency("park"), engine.generation()) == (0, 0, 0)


def test_a_passage_is_found_by_any_of_its_stems(engine: Passages) -> None:
    engine.apply([entry(1, "park bench"), entry(2, "library")], [], 1)
    assert found(engine, "bench river") == [1]
    assert sorted(found(engine, "park library")) == [1, 2]


@pytest.mark.parametrize("field", ["title", "heading", "leads"])
def test_a_passage_is_found_by_each_field(engine: Passages, field: str) -> None:
    engine.apply([entry(1, "other", **{field: ("allotment",)})], [], 1)
    assert found(engine, "allotment") == [1]
    assert engine.frequency("allotment") == 1


def test_a_rare_stem_counts_for_more_than_a_common_one(engine: Passages) -> None:
    common = [entry(n, "council meeting") for n in range(1, 30)]
    engine.apply([*common, entry(30, "crematorium meeting")], [], 1)
    assert found(engine, "council crematorium")[0] == 30


def test_a_stem_said_to_weigh_more_decides_the_order(engine: Passages) -> None:
    engine.apply([entry(1, "park"), entry(2, "pond")], [], 1)
    best = engine.search({"park": 1.0, "pond": 3.0}, ANY, 1)
    assert [hit.passage_id for hit in best] == [2]


def test_a_stem_of_no_weight_is_not_looked_for(engine: Passages) -> None:
    engine.apply([entry(1, "park")], [], 1)
    assert engine.search({"park": 0.0}, ANY, 5) == []
    assert engine.search({}, ANY, 5) == []


def test_a_shorter_passage_with_the_same_stem_comes_first(engine: Passages) -> None:
    engine.apply([entry(1, "park " + "filler " * 80), entry(2, "park " + "gate " * 40)], [], 1)
    assert found(engine, "park") == [2, 1]


def test_a_word_or_two_under_a_fitting_title_are_no_better_than_a_paragraph(
    engine: Passages,
) -> None:
    title = ("park",)
    paragraph = entry(1, "gate " * 25, title=title)
    engine.apply([paragraph, entry(2, "none", title=title), entry(3, "pond " * 99)], [], 1)
    scores = {hit.passage_id: hit.score for hit in engine.search({"park": 1.0}, ANY, 5)}
    assert scores[1] == pytest.approx(scores[2])


def test_a_long_title_does_not_speak_against_its_passages(engine: Passages) -> None:
    long_title = tuple(f"word{n}" for n in range(60))
    engine.apply([entry(1, "park gate", title=long_title), entry(2, "park gate")], [], 1)
    scores = {hit.passage_id: hit.score for hit in engine.search({"park": 1.0}, ANY, 5)}
    assert scores[1] == pytest.approx(scores[2])


def test_no_more_than_the_limit_is_given_and_the_best_first(engine: Passages) -> None:
    engine.apply([entry(n, "park " + "filler " * 20 * n) for n in range(1, 9)], [], 1)
    hits = engine.search({"park": 1.0}, ANY, 3)
    assert [hit.passage_id for hit in hits] == [1, 2, 3]
    assert engine.search({"park": 1.0}, ANY, 0) == []


def test_equally_good_passages_come_in_the_order_of_their_numbers(engine: Passages) -> None:
    engine.apply([entry(n, "park") for n in (5, 3, 9)], [], 1)
    assert found(engine, "park") == [3, 5, 9]


def test_many_equally_good_passages_do_not_hold_the_search_up(engine: Passages) -> None:
    body = [entry(n, f"park plot{n % 7} gate{n % 3}", f"r{n}") for n in range(1, 400)]
    engine.apply(body, [], 1)
    for n in range(7):
        assert len(engine.search({f"plot{n}": 1.0, "park": 0.5}, ANY, 30)) == 30


def test_filters_leave_only_what_they_name(engine: Passages) -> None:
    march, may = date(2011, 3, 16), date(2011, 5, 1)
    engine.apply(
        [
            entry(1, "park", council="Ambleford", committee="Cabinet", meeting_date=march),
            entry(2, "park", council="Ambleford", committee="Council", meeting_date=may),
            entry(3, "park", council="Brook & Vale", kind="minutes", standing="resolved"),
        ],
        [],
        1,
    )
    assert found(engine, "park", Within(councils=frozenset({"Ambleford"}))) == [1, 2]
    assert found(engine, "park", Within(councils=frozenset({"Brook & Vale"}))) == [3]
    assert found(engine, "park", Within(councils=frozenset({"ambleford"}))) == []
    assert found(engine, "park", Within(committees=frozenset({"Cabinet", "Council"}))) == [1, 2]
    assert found(engine, "park", Within(since=march)) == [1, 2]
    assert found(engine, "park", Within(since=date(2011, 3, 17))) == [2]
    assert found(engine, "park", Within(until=march)) == [1]
    assert found(engine, "park", Within(kind="minutes")) == [3]
    assert found(engine, "park", Within(standing="resolved", kind="report")) == []
    assert found(engine, "park", Within(councils=frozenset())) == []


def test_a_filter_sees_what_was_published_since_it_was_last_used(engine: Passages) -> None:
    cabinet = Within(committees=frozenset({"Cabinet"}))
    engine.apply([entry(1, "park", committee="Cabinet")], [], 1)
    assert found(engine, "park", cabinet) == [1]
    engine.apply([entry(2, "park", "r2", committee="Cabinet")], [], 2)
    assert found(engine, "park", cabinet) == [1, 2]
    engine.apply([], ["r1"], 3)
    assert found(engine, "park", cabinet) == [2]


def test_a_replaced_report_leaves_one_copy(engine: Passages) -> None:
    engine.apply([entry(1, "park"), entry(2, "pond")], [], 1)
    engine.apply([entry(3, "park")], ["r1"], 2)
    assert found(engine, "park pond") == [3]
    assert (engine.count(), engine.frequency("pond"), engine.generation()) == (1, 0, 2)


def test_adding_a_report_again_replaces_it_though_nobody_says_so(engine: Passages) -> None:
    engine.apply([entry(1, "park")], [], 1)
    engine.apply([entry(1, "park"), entry(2, "pond")], [], 2)
    assert found(engine, "park pond") == [1, 2]


def test_the_same_passage_twice_in_one_batch_is_kept_once(engine: Passages) -> None:
    engine.apply([entry(1, "park"), entry(1, "park")], [], 1)
    assert engine.count() == 1


def test_a_reader_never_sees_what_was_updated_or_deleted_before_it_looked(
    engine: Passages,
) -> None:
    engine.apply([entry(n, f"park bench{n}", f"r{n}") for n in range(1, 51)], [], 1)
    assert engine.count() == 50  # a reader is open from here on
    engine.apply([entry(57, "park gate", "r7")], ["r8"], 2)
    assert engine.count() == 49
    assert found(engine, "bench8 bench7") == []
    assert found(engine, "gate") == [57]


def test_applying_a_change_twice_changes_nothing(engine: Passages) -> None:
    engine.apply([entry(1, "park"), entry(2, "pond", "r2")], [], 1)
    for _ in range(2):
        engine.apply([entry(3, "park", "r3")], ["r1", "r3"], 2)
    assert found(engine, "park pond") == [2, 3]
    assert (engine.count(), engine.generation()) == (2, 2)


def test_replacing_the_index_leaves_nothing_of_the_old(engine: Passages) -> None:
    engine.apply([entry(1, "park")], [], 1)
    engine.replace([entry(2, "pond", "r2")], 7)
    assert found(engine, "park pond") == [2]
    assert (engine.count(), engine.generation()) == (1, 7)
    assert engine.problem() is None


def test_the_vocabulary_holds_every_stem(engine: Passages) -> None:
    engine.apply([entry(1, "park", title=("bylaw",), leads=("clerk",))], [], 1)
    assert engine.vocabulary() >= {"park", "bylaw", "clerk"}


def test_many_small_changes_keep_every_passage_findable(engine: Passages) -> None:
    for n in range(1, 41):
        removed = [f"r{n - 20}"] if n > 20 else []
        engine.apply([entry(n, f"park plot{n}", f"r{n}")], removed, n)
    assert found(engine, "park") == list(range(21, 41))
    assert [found(engine, f"plot{n}") for n in (20, 21, 40)] == [[], [21], [40]]


def test_purging_what_was_taken_out_keeps_the_rest(engine: Passages) -> None:
    engine.apply([entry(1, "park"), entry(2, "secret", "r2")], [], 1)
    engine.apply([], ["r2"], 2, purge=True)
    assert found(engine, "park secret") == [1]
    assert "secret" not in engine.vocabulary()


stem_text = st.text(min_size=1, max_size=20).filter(lambda s: not s.isspace())


@settings(max_examples=30, deadline=None)
@given(stem=stem_text, name=stem_text)
def test_any_stem_and_any_name_can_be_indexed_and_found(
    stem: str, name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for make in ENGINES.values():
        engine = make(tmp_path_factory.mktemp("any") / "passages")
        engine.replace([entry(1, council=name, title=(stem,)), entry(2, "other")], 1)
        within = Within(councils=frozenset({name}))
        assert [h.passage_id for h in engine.search({stem: 1.0}, within, 5)] == [1]
        engine.close()
