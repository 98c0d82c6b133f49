"""How a command finds its data folder, and how it ends when something goes wrong."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from textwrap import dedent

import click
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from index.doors import print_json, printable
from index.records import FrontPage

ROOT = Path(__file__).parents[2]
PROGRAM = dedent("""
    import sys
    from pathlib import Path

    import click

    from index.doors import data_option, pass_folder, run_command_line
    from index.errors import NoSuchSource, Unreadable

    @click.group()
    @data_option
    def cli() -> None:
        pass

    @cli.command()
    @pass_folder
    def folder(folder: Path, /) -> None:
        click.echo(folder)

    @cli.command()
    def missing() -> None:
        raise NoSuchSource("There is no paper\\n\\x1b[2Jof that name.")

    @cli.command()
    def unreadable() -> None:
        raise Unreadable("encrypted", "It has a password.")

    @cli.command()
    @click.pass_context
    def three(ctx: click.Context) -> None:
        ctx.exit(3)

    @cli.command()
    def bug() -> None:
        try:
            {}["the private words of a paper"]
        except KeyError as error:
            raise ValueError("the private words of a paper") from error

    @cli.command()
    def much() -> None:
        for _ in range(100_000):
            click.echo("a line")

    @cli.command()
    def shut() -> None:
        raise PermissionError(13, "Permission denied", "theirs/catalogue.db")

    @cli.command()
    def listen() -> None:
        click.echo(f"heard {sys.stdin.readline()!r}", err=True)

    @cli.command()
    def interrupted() -> None:
        raise KeyboardInterrupt

    run_command_line(cli)
""")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "program.py").write_text(PROGRAM)
    return tmp_path


def run(here: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "program.py", *arguments],
        cwd=here,
        env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"], **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_data_folder_is_the_one_said_or_set_or_data(here: Path) -> None:
    assert run(here, "folder").stdout == "data\n"
    assert run(here, "folder", TOWNCLERK_DATA="set").stdout == "set\n"
    assert run(here, "--data", "said", "folder", TOWNCLERK_DATA="set").stdout == "said\n"


def test_settings_in_a_file_are_read_and_the_environment_wins(here: Path) -> None:
    (here / ".env").write_text("TOWNCLERK_DATA=from-file\n")
    assert run(here, "folder").stdout == "from-file\n"
    assert run(here, "folder", TOWNCLERK_DATA="set").stdout == "set\n"


def test_an_error_is_a_sentence_with_its_code_on_one_line(here: Path) -> None:
    ended = run(here, "missing")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "There is no paper\\n\\x1b[2Jof that name. [no_such_source]\n"
    assert run(here, "unreadable").stderr == "It has a password. [encrypted]\n"


@pytest.mark.parametrize(
    ("arguments", "status"),
    [(["folder"], 0), (["three"], 3), (["nonsense"], 2), (["folder", "--nonsense"], 2), ([], 2)],
)
def test_the_exit_status_tells_what_happened(here: Path, arguments: list[str], status: int) -> None:
    assert run(here, *arguments).returncode == status


def test_a_bug_is_a_sentence_and_its_words_are_kept_nowhere(here: Path) -> None:
    (here / "data").mkdir()
    ended = run(here, "bug")
    assert ended.returncode == 1
    assert ended.stderr == (
        "Town Clerk met an error of its own and stopped. What it was doing is kept in "
        "data/errors.log, without any text of a paper. Please report it. [internal]\n"
    )
    log = here / "data" / "errors.log"
    assert log.stat().st_mode & 0o777 == 0o600
    assert log.read_text().splitlines()[1] == "KeyError"
    assert "program.py" in log.read_text()
    assert "private words" not in log.read_text() + ended.stderr


def test_a_bug_before_there_is_a_data_folder_makes_none(here: Path) -> None:
    ended = run(here, "bug")
    assert ended.stderr == (
        "Town Clerk met an error of its own and stopped. Please report it. [internal]\n"
    )
    assert not (here / "data").exists()


def test_an_interruption_is_no_traceback(here: Path) -> None:
    ended = run(here, "interrupted")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("lines", ["much", "folder"])
def test_a_reader_that_has_seen_enough_causes_no_noise(here: Path, lines: str) -> None:
    command = f"{sys.executable} program.py {lines} | true"
    ended = subprocess.run(
        ["sh", "-c", command], cwd=here, env={"PYTHONPATH": str(ROOT)}, capture_output=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert ended.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["folder", "much", "--help"])
def test_output_that_finds_no_room_is_a_sentence(here: Path, command: str, unbuffered: str) -> None:
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [sys.executable, "program.py", command], cwd=here, stdout=full, stderr=subprocess.PIPE,
            env={"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": unbuffered}, text=True, timeout=60,
            check=False,
        )  # fmt: skip
    assert ended.returncode == 1
    assert ended.stderr == (
        "Not all could be written, as the disk is full: the one that the output goes to, or that "
        "of the folder for temporary files. Make room, then do it again: what was kept is whole. "
        "[disk_full]\n"
    )


@pytest.mark.parametrize(
    ("closed", "told"), [(">&-", ""), ("<&- >&-", "heard ''\n"), ("<&- >&- 2>&-", "")]
)
def test_streams_that_are_closed_make_no_difference(here: Path, closed: str, told: str) -> None:
    command = "listen" if "<" in closed else "much"
    ended = subprocess.run(
        ["sh", "-c", f"{sys.executable} program.py {command} {closed}"], cwd=here,
        env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", told)


def test_what_belongs_to_somebody_else_is_named_and_no_fault_of_ours(here: Path) -> None:
    ended = run(here, "shut")
    assert (ended.returncode, ended.stderr) == (
        1,
        "theirs/catalogue.db cannot be read or written by this user. Run as the user that the data "
        "folder belongs to, or give it to this one. [not_writable]\n",
    )


@pytest.mark.parametrize("settings", [b"\xff\xfeA=b\n", b"A=\0b\n"])
def test_settings_that_cannot_be_read_are_a_sentence(here: Path, settings: bytes) -> None:
    (here / ".env").write_bytes(settings)
    ended = run(here, "folder")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == (
        "The settings in .env, in the folder this was run in, cannot be read: it is not text in "
        "UTF-8. Run as the user that the file belongs to, or save it again as plain text. "
        "[bad_settings]\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is shut to root")
def test_settings_of_somebody_else_are_a_sentence(here: Path) -> None:
    (here / ".env").touch(mode=0)
    assert run(here, "folder").stderr.endswith("[bad_settings]\n")


def test_printable_leaves_the_words_of_the_world_alone() -> None:
    name = "Café – £5 ✓ (Cymraeg: ŵ) 議事録.pdf"
    assert printable(name) == name


@settings(deadline=None)  # the machine may be busy
@given(st.text())
def test_printable_text_is_one_line_that_moves_no_cursor(text: str) -> None:
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert not set(shown) & set("\x1b\x07\x08\r\n\x9b\u202e\u2066\u2028")


@settings(deadline=None)  # the machine may be busy
@given(st.text())
def test_any_text_comes_back_from_json(text: str) -> None:
    command = click.Command("show", callback=lambda: print_json({"text": text}))
    shown = CliRunner().invoke(command, []).stdout_bytes
    assert json.loads(shown) == {"text": text}


def test_records_and_dates_are_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    print_json({"front": FrontPage(title="Budget £5m", meeting_date=date(2011, 3, 16))})
    front = json.loads(capsysbinary.readouterr().out)["front"]
    assert (front["title"], front["meeting_date"]) == ("Budget £5m", "2011-03-16")
