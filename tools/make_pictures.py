"""Makes the pictures in docs/images: an answer at a terminal, and every kind of message in Slack.

    make pictures

Needs Chromium. The sample papers are ingested into a temporary folder. The terminal's picture is
what `townclerk ask` prints; the others are drawn from what the bot sends to a stand-in Slack.
"""

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from index.library import open_library
from index.records import Answer
from index.terminal import show_answer
from tools.browser import picture
from tools.slack_scenes import SCENES, opened_town

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
AT_TERMINAL = "What did Cabinet decide about the garden waste charge?"
_WIDTH = 760


def main(wanted: list[str]) -> None:
    """Write all pictures, or those that are named."""
    with tempfile.TemporaryDirectory() as made:
        data = Path(made) / "data"
        _ingest(data)
        if not wanted or "terminal" in wanted:
            with open_library(data) as library:
                page = terminal_page(library.ask(AT_TERMINAL))
            _write(page, IMAGES / "terminal.png", 900)
        for name, scene in SCENES.items():
            if not wanted or name in wanted:
                with opened_town(data) as town:
                    _write(scene(town), IMAGES / "slack" / f"{name}.png", _WIDTH)


def _ingest(data: Path) -> None:
    command = [sys.executable, "-m", "townclerk", "--data", str(data), "ingest", "samples"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603


def _write(page: str, file: Path, width: int) -> None:
    picture(page, file, width)
    print(file.relative_to(ROOT))


def terminal_page(answer: Answer) -> str:
    """What a terminal shows of the command and the answer, as a page."""
    console = Console(record=True, width=88, file=io.StringIO(), force_terminal=True)
    console.print(f'$ townclerk ask "{answer.question}"\n', highlight=False)
    show_answer(answer, console)
    return console.export_html(inline_styles=True)


if __name__ == "__main__":
    main(sys.argv[1:])
