"""One run: a made-up library of a size, measured beside other engines, as one JSON document."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.library import Library, open_library
from index.records import Report
from tests.benchmarks import answering, loading
from tests.benchmarks.answering import ROOT
from tests.benchmarks.clock import Watch, rounded
from tests.benchmarks.corpus import corpus
from tests.benchmarks.engines import Engine, others
from tests.benchmarks.machine import machine
from tests.benchmarks.questions import Sample, questions

_COLD_RUNS = 3
_ISOLATION = "tests.benchmarks.isolation"


@dataclass(frozen=True, slots=True)
class Bench:
    """What a run has besides the library: where it is, its questions, and papers to change."""

    folder: Path
    asked: Sequence[str]
    papers: Sequence[Report]

    slack: bool = True  # whether to ask through Slack too, and to read papers both ways

    @property
    def data(self) -> Path:
        """The library's data folder."""
        return self.folder / "data"


def run(
    size: int, folder: Path, asked: int, *, rebuilding: bool = True, slack: bool = True
) -> dict[str, Any]:
    """Measure all at so many passages and questions; ``rebuilding`` may be left out: it is long.

    So may asking through ``slack`` and reading papers, which take two minutes at any size.
    """
    started = time.monotonic()
    sample = Sample()
    first = loading.first_load(folder / "data", sample.of(corpus(size)))
    _say(started, f"loaded in {first.cpu:.0f} s of processor time")
    bench = Bench(folder, questions(sample.kept, asked), sample.kept, slack)
    anew = loading.rebuild(bench.data) if rebuilding else None
    _say(started, "rebuilt" if rebuilding else "not rebuilt, as was wished")
    with open_library(bench.data) as library:
        held = library.status()
        watches = {"first_load": first, "rebuild": anew}
        found = _measured(bench, library, watches, started)
    kind = {"size": size, "passages": held.passages, "reports": held.reports}
    return {
        **kind,
        **found,
        "machine": machine(folder),
        "seconds": round(time.monotonic() - started),
    }


def _measured(
    bench: Bench, library: Library, watches: dict[str, Watch | None], started: float
) -> dict[str, Any]:
    passages = library.status().passages
    with ExitStack() as stack:
        folders = {name: bench.folder / name for name in others()}
        engines = {n: stack.enter_context(closing(e(folders[n]))) for n, e in others().items()}
        watches |= loading.load_others(bench.data, engines)
        _say(started, "the other engines have the same passages")
        found = _queries(bench, library, engines)
        _say(started, "searched and asked")
    found["disk_mb"] = loading.sizes(bench.data, folders)
    found["threads"] = answering.by_threads(library, bench.asked)
    found |= _process(bench)
    _say(started, "asked by several at once, and in a process of its own")
    if bench.slack:
        found["slack"] = _slack(bench)
        _say(started, "asked by twenty people through Slack")
        found |= _isolation()
        _say(started, "papers read apart, and where one is")
    found |= loading.changes(bench.data, library, bench.papers)
    found |= answering.while_filling(bench.data, library, bench.asked)
    _say(started, "asked while papers came in")
    return {**found, **_loads(watches, passages)}


def _queries(bench: Bench, library: Library, engines: Mapping[str, Engine]) -> dict[str, Any]:
    asking, wanted = answering.asking(library, bench.asked)
    retrieval = answering.retrieval(bench.data, engines, wanted)
    for name in {"tantivy"} - engines.keys():
        print("tantivy is not installed here: it is left out.", file=sys.stderr)
        retrieval[name] = dict.fromkeys(("cpu_ms", "wall_ms", "first_pass_cpu_ms"), None)
    limited = answering.limited(library, wanted)
    return {
        **{f"retrieval_{what}": {n: r[what] for n, r in retrieval.items()} for what in _TOLD},
        "retrieval_asked": {n: r.get("asked", 0) for n, r in retrieval.items()},
        "retrieval_limited_cpu_ms": limited["cpu_ms"],
        **{f"ask_{what}": asking[what] for what in _TOLD},
        "stems_per_question": rounded(sum(len(w.stems) for w in wanted) / len(wanted)),
    }


_TOLD = ("cpu_ms", "wall_ms", "first_pass_cpu_ms")


def _loads(watches: dict[str, Watch | None], passages: int) -> dict[str, Any]:
    """How much each way of loading gets done in a second, of one processor and on the clock."""
    per_cpu = {n: rounded(passages / w.cpu) if w else None for n, w in watches.items()}
    per_wall = {n: rounded(passages / w.wall) if w else None for n, w in watches.items()}
    return {"load_passages_per_cpu_s": per_cpu, "load_passages_per_wall_s": per_wall}


def _process(bench: Bench) -> dict[str, Any]:
    """A process that does nothing but answer; and what one costs that answers a single time."""
    answering_process = [sys.executable, "-m", "tests.benchmarks.process", str(bench.data)]
    told = json.loads(_output(answering_process, json.dumps(list(bench.asked))))
    once = [sys.executable, "townclerk.py", "--data", str(bench.data), "ask", "--json"]
    colds = []
    for question in bench.asked[:_COLD_RUNS]:
        started = time.perf_counter()
        _output([*once, question], "")
        colds.append(time.perf_counter() - started)
    return {**told, "cold_ask_wall_ms": rounded(sorted(colds)[len(colds) // 2] * 1000)}


def _slack(bench: Bench) -> dict[str, Any]:
    """The real bot, asked by many people at once through a stand-in Slack."""
    command = [sys.executable, "-m", "tests.benchmarks.slack_load", str(bench.data)]
    told: dict[str, Any] = json.loads(_output(command, json.dumps(list(bench.asked))))
    return told


def _isolation() -> dict[str, Any]:
    """What it costs to read papers in processes of their own."""
    told: dict[str, Any] = json.loads(_output([sys.executable, "-m", _ISOLATION], ""))
    return told


def _output(command: Sequence[str], given: str) -> str:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "tests")},  # where the stand-in Slack is
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _say(started: float, what: str) -> None:
    print(f"{time.monotonic() - started:6.0f} s: {what}", file=sys.stderr, flush=True)
