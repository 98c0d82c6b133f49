"""The programs that understand old Word files: where they are, and what each makes of one.

They run inside the reading process's bounds: its memory, its private folder, without a network.
They are ended, with all that they started, when the ingest ends that process.
"""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from index.errors import Unreadable
from ingest.limits import MAX_BYTES

SECONDS = 100  # for one document
FOLDERS = [  # an isolated process has no PATH
    "/usr/bin", "/usr/local/bin", "/bin", "/snap/bin", "/opt/homebrew/bin",
    "/usr/lib/libreoffice/program", "/Applications/LibreOffice.app/Contents/MacOS",
    *map(str, sorted(Path("/opt").glob("libreoffice*/program"), reverse=True)),
]  # fmt: skip
_ITEM = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'  # noqa: E501
_CHOICES = (  # of a profile in which no document can run, fetch or follow anything
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Common/Security/Scripting", "OfficeBasic", "0"),
    ("Writer/Content/Update", "Link", "0"),
    ("Common/Misc", "FirstRun", "false"),
)
_PROFILE = (
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(_ITEM.format(*choice) for choice in _CHOICES)
    + "</oor:items>"
)


def find(*names: str) -> str | None:
    """The program of the first of these names that is installed."""
    places = ":".join(FOLDERS)
    return next(filter(None, (shutil.which(name, path=places) for name in names)), None)


def office() -> str | None:
    """LibreOffice, if it is installed."""
    return find("soffice", "libreoffice")


def has_office() -> bool:
    """Whether LibreOffice is installed."""
    return office() is not None


def as_docx(office: str, paper: Path, reading: str) -> bytes | None:
    """What LibreOffice saves a file as; None if it cannot open it.

    ``reading`` names the filter: left to itself, LibreOffice reads any rubbish as text. Raises
    Unreadable ("timeout").
    """
    profile = paper.parent / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    command = [
        office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
        "--nolockcheck", "--nodefault", "--nologo", "--nofirststartwizard", f"--infilter={reading}",
        "--convert-to", "docx", "--outdir", str(paper.parent), str(paper),
    ]  # fmt: skip
    _run(command, paper.parent / "said", {"HOME": str(paper.parent), "SAL_USE_VCLPLUGIN": "svp"})
    made = paper.with_suffix(".docx")
    return _content(made) if made.is_file() else None


def as_text(antiword: str, paper: Path) -> bytes | None:
    """What antiword prints of a file, a paragraph a line; None if it cannot open it."""
    said = paper.parent / "said"
    # Without -w 0 it breaks lines in the middle of words.
    done = _run([antiword, "-w", "0", "-m", "UTF-8.txt", "-i", "1", str(paper)], said, {})
    return _content(said) if done == 0 else None


def _run(command: list[str], said: Path, more: Mapping[str, str]) -> int:
    surroundings = {"TMPDIR": str(said.parent), "LC_ALL": "C.UTF-8", **more}
    try:
        with said.open("wb") as out:
            return subprocess.run(  # noqa: S603 - a program found in a fixed place
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL,
                cwd=said.parent, env=surroundings, timeout=SECONDS, check=False,
            ).returncode  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise Unreadable(
            "timeout",
            "Reading it took longer than one paper may take. Save it as DOCX or PDF, or split it, "
            "and ingest that.",
        ) from error


def _content(path: Path) -> bytes:
    if path.stat().st_size > MAX_BYTES:
        raise Unreadable("too_big", "It holds more than one paper may. Split it, and ingest that.")
    return path.read_bytes()
