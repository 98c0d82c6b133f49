"""No word of a closed paper is in what the bot remembers, logs or says, nor in a backup of it."""

import json
from pathlib import Path

import pytest

from index.library import open_library
from support import canaries
from support.bot_process import bot_running
from support.canaries import CANARY
from support.commands import run
from support.slack import StandInSlack
from support.workspace import ADMIN, CHANNEL, STAFF

# An asker who knows of a closed matter has none of its words from us: these are the open ones.
QUESTIONS = (
    "What was the higher offer for the holdings?",
    "What was decided about the depot?",
    "Who are the park keepers?",
    "What is in the exempt appendix?",
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Papers of every way of being closed, ingested; and what is on the bot's own table."""
    canaries.write(tmp_path / "papers")
    done = run("ingest", tmp_path / "papers", data=tmp_path / "data")
    assert done.returncode == 0, done.stderr
    return tmp_path / "data"


def asked_all_it_can_be(slack: StandInSlack) -> None:
    """Questions, votes on their answers, lists, follows, the home page, and an ingest's end."""
    for question in QUESTIONS:
        ts, _ = slack.mention(STAFF, question)
        slack.wait_for_reply(CHANNEL, ts)
    slack.open_home(STAFF)
    slack.open_home(ADMIN)
    slack.wait_for("views.publish", 2)
    for line, count in (("status", 1), ("failures", 2), ("gaps", 3), ("follow the depot", 4)):
        slack.command(ADMIN, "/townclerk", line)
        slack.wait_for_private(ADMIN, count)
    slack.command(STAFF, "/decisions")
    slack.wait_for_private(STAFF)


def test_no_word_of_a_closed_paper_is_in_what_the_bot_keeps_or_says_or_in_a_backup(
    data: Path, tmp_path: Path
) -> None:
    with StandInSlack() as slack:
        with bot_running(slack, data, TOWNCLERK_KEEP_QUESTIONS_DAYS="30") as bot:
            asked_all_it_can_be(slack)
            assert bot.stop() == 0
            assert CANARY.casefold() not in bot.log.casefold()
        said = json.dumps([call.args for call in slack.calls], default=str)
    assert CANARY.casefold() not in said.casefold()
    assert (data / "slack.db").stat().st_size > 0
    assert canaries.traces(data) == []
    for name in ("backup", "backup.tar"):
        done = run("backup", "--slack", tmp_path / name, data=data)
        assert (done.returncode, CANARY in done.stderr) == (0, False)
        restored = tmp_path / f"restored from {name}"
        assert run("restore", tmp_path / name, data=restored).returncode == 0
        assert {"catalogue.db", "slack.db", "passages"} <= {
            path.name for path in restored.iterdir()
        }
        assert canaries.traces(restored) == []
        with open_library(restored) as library:
            assert CANARY not in str([library.ask(question) for question in QUESTIONS])
    assert canaries.traces(tmp_path / "backup") == []
    assert CANARY.encode().lower() not in (tmp_path / "backup.tar").read_bytes().lower()
