"""`make bench`: speed, size and memory at a size, beside other engines in the same run."""

import argparse
import json
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.document import every_table, write_document
from tests.benchmarks.run import run

SMALL, SIZES = 10_000, (10_000, 100_000, 1_000_000)
ASKED = 240
FIGURES = Path(__file__).parent / "figures"


def main(arguments: list[str]) -> None:
    """Measure and print a table; with --docs, at all three sizes, and write the document."""
    wanted = _parser().parse_args(arguments)
    if wanted.docs:
        for size in SIZES:
            _measure(size, FIGURES / f"{size}.json", wanted)
    elif not wanted.only_write:
        _measure(wanted.size or SMALL, wanted.out, wanted)
    if wanted.docs or wanted.only_write:
        write_document(FIGURES, SIZES)


def _measure(size: int, out: Path | None, wanted: argparse.Namespace) -> None:
    with tempfile.TemporaryDirectory(dir=wanted.folder) as folder:
        found = run(
            size,
            Path(folder),
            wanted.asked,
            rebuilding=not wanted.no_rebuild,
            slack=not wanted.no_slack,
        )
    if out:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(every_table(found))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--size", type=int, help=f"passages; {SMALL:,} if not said")
    parser.add_argument("--out", type=Path, help="write the figures here, as JSON")
    parser.add_argument("--asked", type=int, default=ASKED, help=f"questions; {ASKED} if not said")
    parser.add_argument("--folder", type=Path, help="where the library may lie meanwhile")
    parser.add_argument("--no-rebuild", action="store_true", help="leave out rebuilding")
    parser.add_argument(
        "--no-slack", action="store_true", help="leave out Slack, and reading papers"
    )
    parser.add_argument("--docs", action="store_true", help="measure three sizes, and write docs")
    parser.add_argument("--only-write", action="store_true", help="write docs as measured before")
    return parser


if __name__ == "__main__":
    main(sys.argv[1:])
