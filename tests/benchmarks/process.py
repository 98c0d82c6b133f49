"""Run in a process of its own: opens a library, answers, and tells what that took.

python -m tests.benchmarks.process DATA < questions.json
"""

import json
import sys
from contextlib import ExitStack
from pathlib import Path

from index.library import Library, open_library
from index.passages import Within
from tests.benchmarks.clock import Watch, rounded

_ROLLUP = Path("/proc/self/smaps_rollup")


def main(data: Path, asked: list[str]) -> dict[str, float | None]:
    """Open, search once, answer once, then answer all."""
    opening, searching, answering = Watch(), Watch(), Watch()
    with ExitStack() as stack:
        with opening.running():
            library: Library = stack.enter_context(open_library(data))
            library.engine.count()
        with searching.running():
            library.engine.search({"report": 1.0, "budget": 1.0}, Within(), 60)
        with answering.running():
            library.ask(asked[0])
        for question in asked[1:]:
            library.ask(question)
        return {
            "open_ms": rounded(opening.cpu * 1000),
            "first_search_ms": rounded(searching.cpu * 1000),
            "first_answer_ms": rounded(answering.cpu * 1000),
            "private_mb": _megabytes("Private_Clean", "Private_Dirty"),
            "private_dirty_mb": _megabytes("Private_Dirty"),
            "resident_mb": _megabytes("Rss"),
        }


def _megabytes(*names: str) -> float | None:
    """What the kernel tells of this process; None where it is not Linux."""
    if not _ROLLUP.exists():
        return None
    lines = (line.split() for line in _ROLLUP.read_text(encoding="ascii").splitlines()[1:])
    held = {words[0].rstrip(":"): int(words[1]) for words in lines}
    return rounded(sum(held[name] for name in names) * 1024 / 1e6)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), json.load(sys.stdin))))
