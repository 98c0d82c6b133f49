"""Makes the pictures in docs/images from real answers of the sample papers.

    python tools/make_pictures.py

Needs Chromium. The papers are ingested into a temporary folder and asked; the terminal's picture is
what `townclerk ask` prints, the other is drawn from the very blocks that the bot posts to Slack.
"""

import html
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.blocks import answer_message
from index.library import Library, open_library
from index.records import Answer
from index.terminal import show_answer

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
AT_TERMINAL = "What did Cabinet decide about the garden waste charge?"
IN_SLACK = "Has Cabinet agreed to joint building control with Ousterby?"

_STYLE = """<meta charset="utf-8"><style>
body { font: 15px Arial, sans-serif; margin: 16px; width: 760px; color: #1d1c1d }
.asked { margin: 0 0 14px } .answered { border-top: 1px solid #ddd; padding-top: 12px }
b.name { display: block; margin-bottom: 4px } p { margin: 6px 0 }
blockquote { border-left: 4px solid #ddd; margin: 4px 0; padding-left: 12px; white-space: pre-wrap }
.small { color: #616061; font-size: 13px } .label { color: #777; font-size: 12px; margin-top: 18px }
</style>"""
_LABEL = "Drawn from the blocks that Town Clerk posts; Slack's own look differs a little."


def main() -> None:
    """Ask two questions and write a picture of each answer."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        _ingest(Path(folder))
        with open_library(Path(folder)) as library:
            _picture(terminal_page(_asked(library, AT_TERMINAL)), "terminal", (900, 530))
            _picture(slack_page(_asked(library, IN_SLACK)), "slack", (800, 330))


def _ingest(folder: Path) -> None:
    command = [sys.executable, "-m", "townclerk", "--data", str(folder), "ingest", "samples"]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)  # noqa: S603


def _asked(library: Library, question: str) -> Answer:
    return library.ask(question)


def terminal_page(answer: Answer) -> str:
    """What a terminal shows of the command and the answer, as a page."""
    console = Console(record=True, width=88, file=io.StringIO(), force_terminal=True)
    console.print(f'$ townclerk ask "{answer.question}"\n', highlight=False)
    show_answer(answer, console)
    return console.export_html(inline_styles=True)


def slack_page(answer: Answer) -> str:
    """The question, and the blocks posted in reply, as a page."""
    asked = (
        f'<p class="asked"><b class="name">Alex</b>@Town Clerk {html.escape(answer.question)}</p>'
    )
    blocks = "".join(_element(block) for block in answer_message(answer).blocks)
    answered = f'<div class="answered"><b class="name">Town Clerk</b>{blocks}</div>'
    return f'{_STYLE}{asked}{answered}<p class="label">{_LABEL}</p>'


def _element(element: dict[str, Any]) -> str:
    """One part of a message, and those inside it, as HTML."""
    inside = element.get("elements", [])
    match element["type"]:
        case "text" | "plain_text" | "link":
            words = html.escape(element["text"])
            return f"<b>{words}</b>" if element.get("style", {}).get("bold") else words
        case "rich_text_section":
            return f"<p>{''.join(map(_element, inside))}</p>"
        case "rich_text_quote":
            return f"<blockquote>{''.join(map(_element, inside))}</blockquote>"
        case "context":
            return f'<p class="small">{"".join(map(_element, inside))}</p>'
        case _:
            return "".join(map(_element, inside))


def _picture(page: str, name: str, size: tuple[int, int]) -> None:
    chromium = shutil.which("chromium") or "chromium-browser"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
        window = f"--window-size={size[0]},{size[1]}"
        target = f"--screenshot={IMAGES / name}.png"
        command = [chromium, *flags, window, target, file.as_uri()]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    print(f"docs/images/{name}.png")


if __name__ == "__main__":
    main()
