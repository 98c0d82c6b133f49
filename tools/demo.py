"""Ingest the sample papers into a folder of their own and ask them a few questions."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "data" / "demo"
TOWNCLERK = [sys.executable, "-m", "townclerk", "--data", str(DATA)]
QUESTIONS = (
    "What did Cabinet decide about the garden waste charge?",
    "Who is the lead officer for procurement?",
    "Has Cabinet agreed to joint building control with Ousterby?",
    "How much is the Band D council tax for 2026/27?",
    "What is the council's policy on drones?",
)


def main() -> None:
    """Ingest, ask, and on a terminal go on to a prompt."""
    _run("ingest", str(ROOT / "samples"))
    for question in QUESTIONS:
        print(f"\n\n? {question}\n", flush=True)
        _run("ask", question)
    if sys.stdin.isatty() and sys.stdout.isatty():
        _run("ask")


def _run(*arguments: str) -> None:
    """Run one command where the reader can see it; a failure ends the demo with its status."""
    done = subprocess.run([*TOWNCLERK, *arguments], cwd=ROOT, check=False)  # noqa: S603
    # 3: some papers could not be read, and have been named.
    if done.returncode not in (0, 3):
        raise SystemExit(done.returncode)


if __name__ == "__main__":
    main()
