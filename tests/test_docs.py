"""What the documents tell people to do can be done, and what they name is there."""

import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from support.commands import ROOT, run

DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PACKAGES = ("bot", "index", "ingest")
SETTING = re.compile(r"\b(?:SLACK|TOWNCLERK)_[A-Z_]+\b")


def console_lines() -> list[str]:
    """Each command shown after a prompt in a console block, once."""
    seen: set[str] = set()
    for document in DOCUMENTS:
        for block in re.findall(r"```console\n(.*?)```", read(document), re.DOTALL):
            seen.update(re.findall(r"^\s*\$ (.+)$", block, re.MULTILINE))
    return sorted(seen)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sources() -> str:
    """The code of the three packages."""
    return "\n".join(
        read(p) for package in PACKAGES for p in sorted((ROOT / package).rglob("*.py"))
    )


def commands_there_are() -> set[str]:
    """The commands that `townclerk --help` lists."""
    listed = run("--help", data=ROOT).stdout.partition("Commands:")[2]
    return set(re.findall(r"^  (\w+)", listed, re.MULTILINE))


@pytest.mark.parametrize("line", console_lines())
def test_each_command_shown_is_one_that_works(line: str, tmp_path: Path) -> None:
    program, *arguments = shlex.split(line)
    match Path(program).name:
        case "townclerk":
            # An option that is not there is refused even before --help is obeyed.
            done = run(*arguments, "--help", data=tmp_path)
        case "make":
            if not shutil.which("make"):
                pytest.skip("make is not installed")
            done = subprocess.run(
                ["make", "--dry-run", *arguments],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
                # A make that runs these tests would pass its own flags on.
                env={k: v for k, v in os.environ.items() if not k.startswith("MAKE")},
            )
        case "python":
            assert (ROOT / arguments[0]).is_file()
            return
        case _:
            pytest.fail(f"{program} is none of the project's commands")
    assert done.returncode == 0, done.stderr


def test_the_check_of_commands_refuses_an_option_that_is_not_there(tmp_path: Path) -> None:
    assert run("ingest", "--colour", "--help", data=tmp_path).returncode == 2


def test_the_readme_names_every_command_and_no_other() -> None:
    named = set(re.findall(r"^\| `townclerk (\w+)` \|", read(ROOT / "README.md"), re.MULTILINE))
    assert named == commands_there_are()


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_and_pictures_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", read(document))
    here = [target for target in targets if "://" not in target]
    assert [target for target in here if not (document.parent / target).exists()] == []


def test_every_setting_is_in_the_example_in_the_code_and_in_the_documents() -> None:
    in_code = set(SETTING.findall(sources()))
    in_example = set(re.findall(rf"^#? ?({SETTING.pattern})=", read(ROOT / ".env.example"), re.M))
    in_document = set(SETTING.findall(read(ROOT / "docs" / "administrators" / "slack.md")))
    assert in_example == in_code
    assert in_document == in_code


def test_every_code_of_the_ledger_has_a_line_that_says_what_to_do() -> None:
    document = read(ROOT / "docs" / "administrators" / "ingestion.md")
    table = document.partition("## Codes")[2].partition("## ")[0]
    told = set(re.findall(r"`([a-z_]+)`", table))
    used = re.findall(
        r"(?:Unreadable|Withheld|SkippedSource|_skipped)\(\s*(?:\w+, \w+, )?\"([a-z_]+)\"",
        sources(),
    )
    used += re.findall(r"Refused\(\s*\"(?:failed|withheld)\",\s*\"([a-z_]+)\"", sources())
    assert len(set(used)) > 15
    assert set(used) - told == set()
