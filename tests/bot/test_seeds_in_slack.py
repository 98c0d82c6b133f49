"""The five real reports, from their files to answers in Slack, through the real processes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from support.block_kit import quotes, texts
from support.bot_process import bot_running
from support.commands import SHARED, run_json
from support.slack import StandInSlack
from support.town import Town
from support.workspace import STAFF

SEEDS = SHARED / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the five seed reports are not here")

WHO = "who leads procurement collaboration"
DECIDED = "what did cabinet decide on Blackpool"


@pytest.fixture(params=["socket", "http"])
def seeded(slack: StandInSlack, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Town]:
    """The bot on the seeds, by Socket Mode and then by HTTP."""
    data = tmp_path / "data"
    assert run_json("ingest", SEEDS, data=data)["added"] == 5
    with bot_running(slack, data, http=request.param == "http") as bot:
        yield Town(slack, bot, data)


def said(message: dict[str, Any]) -> str:
    """All the words of a message's blocks."""
    return "\n".join(texts(message["blocks"]))


def test_who_leads_is_answered_to_a_mention_and_to_a_direct_message(seeded: Town) -> None:
    mention, _ = seeded.slack.mention(STAFF, WHO)
    message, _ = seeded.slack.direct_message(STAFF, WHO)
    for ts in (mention, message):
        (answer,) = seeded.slack.wait_for("chat.postMessage", thread_ts=ts)
        assert "David Sheldon, Corporate Procurement Manager, Wolverhampton CC" in answer["text"]
        assert "David Sheldon" in quotes(answer["blocks"])[0]
        assert "Cabinet, 16 March 2011" in said(answer)


def test_a_recommendation_is_told_as_one_in_slack_too(seeded: Town) -> None:
    ts, _ = seeded.slack.mention(STAFF, DECIDED)
    (answer,) = seeded.slack.wait_for("chat.postMessage", thread_ts=ts)
    assert "No minutes recording the decision are held." in answer["text"]
    assert "[1] Recommended, decision not held" in said(answer)
    assert "10 November 2007 (inferred" in said(answer)
    assert quotes(answer["blocks"])[0].startswith("It is recommended that Executive Cabinet")


def test_recent_decisions_are_listed_newest_first(seeded: Town) -> None:
    path, _ = seeded.slack.command(STAFF, "/decisions")
    (listed,) = seeded.slack.wait_for("response", path=path)
    told = said(listed)
    newest_first = ["16 March 2011", "10 November 2007", "6 September 2007", "9 November 2006"]
    places = [told.index(day) for day in newest_first]
    assert places == sorted(places)
