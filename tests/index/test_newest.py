"""Many threads ask the newest generation, whatever is published meanwhile."""

import threading
from contextlib import closing
from pathlib import Path
from queue import Queue

from index import published
from index.newest import Newest
from index.passages import Entry, Within
from index.published import Published
from index.whoosh_passages import WhooshPassages


def passage(number: int, body: str) -> Entry:
    stems = tuple(body.split())
    return Entry(number, "r", (), (), stems, (), None, None, None, "report", "reported")


def test_threads_asking_while_a_writer_publishes_each_get_one_whole_generation(
    tmp_path: Path,
) -> None:
    """Each generation has its number of passages, all in one report that replaces the last."""
    home = tmp_path / "passages"
    wrong: list[object] = []
    done = threading.Event()

    def ask(engine: WhooshPassages) -> None:
        while not done.is_set():
            try:
                hits = engine.search({"park": 1.0, "gate": 0.5}, Within(), 100)
                generations = {hit.passage_id // 100 for hit in hits}
                if len(generations) != 1 or len(hits) != generations.pop():
                    wrong.append(hits)
            except Exception as error:  # noqa: BLE001 - whatever it is, it is wrong
                wrong.append(error)

    def body(generation: int) -> list[Entry]:
        return [passage(n, "park gate") for n in range(100 * generation, 101 * generation)]

    with closing(WhooshPassages(home)) as engine, closing(WhooshPassages(home)) as writer:
        writer.replace(body(1), 1)
        threads = [threading.Thread(target=ask, args=(engine,)) for _ in range(4)]
        for thread in threads:
            thread.start()
        for generation in range(2, 25):
            writer.apply(body(generation), [], generation)
            if generation % 8 == 0:
                writer.replace(body(generation), generation)
        done.set()
        for thread in threads:
            thread.join()
    assert wrong == []


def test_a_view_is_closed_after_the_last_that_asks_it(tmp_path: Path) -> None:
    closed: Queue[int] = Queue()

    class Opened:
        def __init__(self, home: Path, current: Published) -> None:
            self.generation = current.generation

        def close(self) -> None:
            closed.put(self.generation)

    newest = Newest(tmp_path, 1, Opened)
    (tmp_path / "1").mkdir()

    def ask(view: Opened) -> tuple[int, bool]:
        published.write(tmp_path, Published(1, "1", 2))
        assert newest.ask(lambda newer: newer.generation) == 2
        return view.generation, closed.empty()

    published.write(tmp_path, Published(1, "1", 1))
    assert newest.ask(ask) == (1, True)
    assert closed.get(timeout=60) == 1
    newest.close()
    assert closed.get(timeout=60) == 2
    assert closed.empty()


def test_a_view_that_closes_slowly_keeps_nobody_waiting(tmp_path: Path) -> None:
    may_close = threading.Event()

    class Opened:
        def __init__(self, home: Path, current: Published) -> None:
            self.generation = current.generation

        def close(self) -> None:
            may_close.wait(timeout=60)

    newest = Newest(tmp_path, 1, Opened)
    (tmp_path / "1").mkdir()
    answers = []
    for generation in (1, 2, 3):
        published.write(tmp_path, Published(1, "1", generation))
        answers.append(newest.ask(lambda view: view.generation))
    assert answers == [1, 2, 3]
    assert not may_close.is_set()
    may_close.set()
    newest.close()
