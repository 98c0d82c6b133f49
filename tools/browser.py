"""Pictures of pages, by Chromium without a window."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

_FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")
_MEASURE = "<script>document.title = document.documentElement.scrollHeight</script>"


def picture(page: str, file: Path, width: int) -> None:
    """Write a picture of a page, as high as the page is."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page + _MEASURE, encoding="utf-8")
        found = re.search(r"<title>(\d+)", _chromium(source, width, 100, "--dump-dom"))
        height = int(found[1]) if found else width
        _chromium(source, width, height, f"--screenshot={file}")


def _chromium(source: Path, width: int, height: int, *what: str) -> str:
    chromium = shutil.which("chromium") or "chromium-browser"
    window = f"--window-size={width},{height}"
    command = [chromium, *_FLAGS, window, *what, source.as_uri()]
    done = subprocess.run(  # noqa: S603
        command, check=True, capture_output=True, text=True
    )
    return done.stdout
