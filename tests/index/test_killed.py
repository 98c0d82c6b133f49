"""A writer killed at any moment leaves an index that can be asked, and loses nothing it told.

TOWNCLERK_KILLS says how often: `TOWNCLERK_KILLS=60 pytest -n 0 tests/index/test_killed.py`.
"""

import os
import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from index.checking import disagreements
from index.library import Library, open_library
from index.lock import FILE_NAME as LOCK_NAME
from index.lock import is_held
from index.passages import Within
from index.shelf import open_shelf, passages_folder
from index.whoosh_passages import WhooshPassages
from support.commands import ROOT
from support.doomed import PAPERS, WORKS, mark, paper

KILLS = int(os.environ.get("TOWNCLERK_KILLS", "10"))


INGESTS = max(KILLS // 4, 2)
Versions = dict[int, int | None]  # of each paper; None while it is withheld


def begun(*arguments: str) -> "subprocess.Popen[str]":
    """A writing process that is about to begin."""
    process = subprocess.Popen(
        [sys.executable, ROOT / "tests" / "support" / "doomed.py", *arguments],
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def killed_after(seconds: float, data: Path, work: str, version: int) -> Versions:
    """Kill it as it works; gives what it has told until then."""
    with begun(str(data), work, str(version)) as process:
        time.sleep(seconds)
        process.kill()
        lines = [line.split() for line in process.stdout or ()]
    told = [(said[0], int(said[1])) for said in lines if len(said) == 2]
    return {number: version if said == "added" else None for said, number in told}


def lasting(data: Path, work: str) -> float:
    """How long a sort of work takes when nothing stops it."""
    with begun(str(data), work, "0") as process:
        started = time.monotonic()
        assert process.wait(timeout=120) == 0
        return time.monotonic() - started


def found(library: Library, stem: str) -> list[str]:
    hits = library.engine.search({stem: 1.0}, Within(), 20)
    passages = library.catalogue.passages([hit.passage_id for hit in hits])
    return [passage.text for passage in passages if stem in passage.text]


def held(library: Library, last: int) -> Versions:
    """Which version of each paper the catalogue holds."""
    known = library.catalogue.known()
    ids = {paper(n, v).report_id: v for n in range(PAPERS) for v in range(last + 1)}
    now = {n: known[paper(n, 0).source].report_id for n in range(PAPERS)}
    return {n: ids[report] if report else None for n, report in now.items()}


def nothing_withheld_is_shown(library: Library, told: Versions, last: int) -> None:
    for number in (n for n, version in told.items() if version is None):
        for version in range(last):  # the last may just have been let out, and not yet told
            assert found(library, mark(number, version)) == []


def what_is_held_is_found(library: Library, versions: Versions, last: int) -> None:
    for number, held_now in versions.items():
        for version in {held_now, last, last - 1} - {None}:
            number_found = len(found(library, mark(number, version)))
            assert number_found == (1 if version == held_now else 0)
    number, version = max((v, n) for n, v in versions.items() if v is not None)[::-1]
    answer = library.ask(f"What does the council keep as {mark(number, version)}?")
    assert mark(number, version) in answer.citations[0].excerpt


def test_a_writer_killed_at_any_moment_loses_nothing_and_leaves_no_lock(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("TOWNCLERK_SEED", "1"))
    data = tmp_path / "data"
    long = {work: lasting(data, work) for work in WORKS}
    versions: Versions = dict.fromkeys(range(PAPERS), 0)
    with open_library(data) as patient, closing(WhooshPassages(passages_folder(data))) as engine:
        for last in range(1, KILLS + 1):
            work = chance.choice([*WORKS])
            told = versions | killed_after(chance.uniform(0, long[work]), data, work, last)
            assert engine.problem() is None
            assert not is_held(data / LOCK_NAME)
            assert found(patient, "common") or work != "rebuild"
            with open_library(data) as library:
                nothing_withheld_is_shown(library, told, last)
            with open_shelf(data) as shelf:
                shelf.expect(0)
            assert disagreements(data) == []
            versions = held(patient, last)
            untold = [n for n in versions if versions[n] != told[n]]
            assert len(untold) <= 1  # the one it was about to tell of
            what_is_held_is_found(patient, versions, last)


def ingesting(data: Path, folder: Path) -> "subprocess.Popen[bytes]":
    """The command as a person runs it."""
    command = [sys.executable, ROOT / "townclerk.py", "--data", data, "ingest", folder]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet)


def written(folder: Path, version: int) -> None:
    folder.mkdir(exist_ok=True)
    for number in range(PAPERS):
        (folder / f"{number}.txt").write_text(paper(number, version).text)


def told_by_the_ledger(library: Library, after: int) -> list[int]:
    """The papers that a run newer than one says it has added or changed."""
    run = library.latest_run()
    items = library.run_items(run.run) if run and run.run > after else ()
    done = [item for item in items if item.outcome in ("added", "changed")]
    return [int(Path(item.source).stem) for item in done]


def test_an_ingest_killed_at_any_moment_keeps_what_its_ledger_says(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("TOWNCLERK_SEED", "1"))
    data, folder = tmp_path / "data", tmp_path / "papers"
    written(folder, 0)
    started = time.monotonic()
    assert ingesting(data, folder).wait(timeout=120) == 0
    long = time.monotonic() - started
    told_of = 0
    with open_library(data) as patient:
        for version in range(1, INGESTS + 1):
            before = patient.catalogue.runs(1)[0].run
            written(folder, version)
            with ingesting(data, folder) as ingest:
                time.sleep(chance.uniform(long / 4, long))  # it takes a while to begin
                ingest.kill()
            assert patient.engine.count() >= PAPERS
            told = told_by_the_ledger(patient, before)
            told_of += len(told)
            with open_shelf(data) as shelf:
                shelf.expect(0)
            assert disagreements(data) == []
            for number in told:
                assert len(found(patient, mark(number, version))) == 1
    assert told_of or INGESTS < 10  # among so many, some were killed halfway
