"""What the documents tell people to do can be done, and what they name is there."""

import ast
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
HERE = Path(__file__)
ADMINISTRATORS = ROOT / "docs" / "administrators"
CLASS_CODE = re.compile(r'^    code = "([a-z_]+)"$', re.MULTILINE)
HARD_TO_BRING_ABOUT = frozenset({"no_room"})  # it takes a disk of one's own to fill
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


def codes_in(document: str, heading: str) -> set[str]:
    """The codes told in the first column of the table below a heading."""
    section = (
        read(ADMINISTRATORS / document).partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    )
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {code for row in rows for code in re.findall(r"`([a-z_]+)`", row)}


def codes_given_to(*calls: str) -> set[str]:
    """The codes that stand in the code among what is given to calls of these."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(sources())):
        if isinstance(node, ast.Call) and _name_of(node) in calls:
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            found.update(one.value for one in given if _is_code(one))  # type: ignore[attr-defined]
    return found


def _name_of(call: ast.Call) -> str:
    called = call.func
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _is_code(node: ast.expr) -> bool:
    said = node.value if isinstance(node, ast.Constant) else None
    return isinstance(said, str) and re.fullmatch(r"[a-z]+(_[a-z]+)*", said) is not None


def test_every_code_of_the_ledger_has_a_line_that_says_what_to_do() -> None:
    given = codes_given_to("Unreadable", "Withheld", "SkippedSource", "_skipped", "Refused")
    given -= {"failed", "withheld"}  # outcomes, told beside the codes
    assert len(given) > 40
    assert given - codes_in("ingestion.md", "Codes") == set()


def test_every_code_that_ends_a_command_has_a_line_and_no_other_has() -> None:
    given = codes_given_to("Trouble", "DataFolderUnusable", "BackupFailed")
    for package in ("index/errors.py", "ingest", "bot/slack/sign_in.py", "bot/slack/health.py"):
        place = ROOT / package
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        given |= {code for path in files for code in CLASS_CODE.findall(read(path))}
    assert codes_in("operations.md", "Exit statuses") == given | {"internal"}


@pytest.mark.parametrize(
    ("document", "heading"), [("ingestion.md", "Codes"), ("operations.md", "Exit statuses")]
)
def test_every_code_told_can_occur_and_a_test_has_seen_it(document: str, heading: str) -> None:
    told = codes_in(document, heading)
    in_code = {
        node.value for node in ast.walk(ast.parse(sources())) if isinstance(node, ast.Constant)
    }
    in_tests = "\n".join(read(path) for path in (ROOT / "tests").rglob("test_*.py") if path != HERE)
    seen = set(re.findall(r"[\"'\[]([a-z_]+)[\"'\]]", in_tests))
    assert told - in_code == set()
    assert told - seen - HARD_TO_BRING_ABOUT == set()


def test_the_page_for_administrators_leads_to_every_section_it_names() -> None:
    page = read(ROOT / "docs" / "administrators.md")
    named = re.findall(r"\]\(administrators/(\w+\.md)#([\w-]+)\)", page)
    assert len(named) > 10
    for name, anchor in named:
        headings = re.findall(r"^#+ (.+)$", read(ADMINISTRATORS / name), re.MULTILINE)
        assert anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in headings}


def units() -> dict[str, str]:
    """The systemd units shown, by their names."""
    found: dict[str, str] = {}
    for document in ("ingestion.md", "operations.md"):
        shown = re.findall(
            r"`/etc/systemd/system/([\w.-]+)`:\n\n```ini\n(.*?)```",
            read(ADMINISTRATORS / document),
            re.DOTALL,
        )
        found.update(shown)
    return found


def test_the_units_for_systemd_are_valid(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not installed")
    assert set(units()) == {
        "townclerk.service",
        "townclerk-ingest.service",
        "townclerk-ingest.timer",
    }
    for name, unit in units().items():
        here = unit.replace("/opt/townclerk/.venv/bin/townclerk", "/bin/true")
        (tmp_path / name).write_text(here.replace("User=townclerk", "User=root"))
    for name in units():
        done = subprocess.run(
            ["systemd-analyze", "verify", str(tmp_path / name)],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("document", ["ingestion.md", "operations.md"])
def test_the_lines_for_cron_run_a_command_there_is(document: str, tmp_path: Path) -> None:
    (line,) = re.findall(r"^\d+ \d+ \* \* \* +(.+)$", read(ADMINISTRATORS / document), re.MULTILINE)
    assert "%" not in line.replace(r"\%", "")  # cron ends a line there
    said = re.search(r"\.venv/bin/townclerk (\w+)", line)
    assert said
    assert run(said[1], "--help", data=tmp_path).returncode == 0
