"""LibreOffice, where it is installed: the same paper in other formats."""

import fcntl
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

SOFFICE = shutil.which("soffice")


def converted(
    papers: Iterable[Path], kind: str, folder: Path, *, reading: str | None = None
) -> dict[str, Path]:
    """The papers saved as another kind of file, by name; made once for all tests that run.

    ``reading`` is the filter to open them by, where LibreOffice would choose another.
    """
    papers = list(papers)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        made = {paper.stem: folder / f"{paper.stem}.{kind}" for paper in papers}
        if not all(path.exists() for path in made.values()):
            _convert(papers, kind, folder, reading)
        return made


def _convert(papers: list[Path], kind: str, folder: Path, reading: str | None) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--norestore", "--convert-to", kind]
    command += [f"--infilter={reading}"] if reading else []
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, papers)],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
