"""`make quality`: ingest the samples, and the real papers where they are, and score the answers."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PAPERS = {  # each set of questions, and where its papers are
    "samples": ROOT / "samples",
    "follow_ups": ROOT / "samples",
    "seeds": SHARED / "seeds",
    "ayton": SHARED / "corpora" / "uk-ayton-community-council",
    "gloucester": SHARED / "corpora" / "uk-gloucester-cabinet",
    "knebworth": SHARED / "corpora" / "uk-knebworth-district-news",
}
MEETINGS = SHARED / "corpora" / "moderngov-gloucester-xml"


def main() -> None:
    """Ask the sets whose papers are there, all papers being in one library."""
    there = {name: folder for name, folder in PAPERS.items() if folder.is_dir()}
    for name in PAPERS.keys() - there.keys():
        print(f"The papers of {name} are not beside this checkout, so it is left out.")
    folders = [*dict.fromkeys(there.values()), *([MEETINGS] if MEETINGS.is_dir() else [])]
    sets = [ROOT / "tests" / "questions" / f"{name}.jsonl" for name in there]
    with tempfile.TemporaryDirectory() as made:
        _townclerk(made, "ingest", *map(str, folders), quiet=True)
        _townclerk(made, "evaluate", *map(str, sets), *sys.argv[1:])


def _townclerk(data: str, *arguments: str, quiet: bool = False) -> None:
    command = [sys.executable, "townclerk.py", "--data", f"{data}/data", *arguments]
    subprocess.run(command, cwd=ROOT, check=False, capture_output=quiet)


if __name__ == "__main__":
    main()
