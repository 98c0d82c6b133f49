"""What administrators do from Slack: confirmed, checked when acting, told, and written down."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.administration.withdrawing import Meant, form, meant, offer, request_in
from bot.app import make_app
from bot.serve import desk
from bot.settings import Settings
from bot.slack.sign_in import sign_in
from index.acts import Doing, last_acts
from index.records import FrontPage, ReportFacts
from index.shelf import open_shelf
from support.block_kit import problems, texts, view_problems
from support.commands import ingested
from support.in_process import handed_to
from support.kept import Kept
from support.slack import StandInSlack
from support.town import Office
from support.workspace import ADMIN, GROUP_ADMIN, OFFICER, STAFF

PAPERS = {
    "benches.txt": "Parks Committee\n\n7 June 2022\n\nPARK BENCHES\n\n1. 21 benches are broken.\n",
    "trees.txt": "Parks Committee\n\n3 May 2022\n\nSTREET TREES\n\n1. 38 elms were planted.\n",
}


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """Two papers, read from a folder once."""
    home = tmp_path_factory.mktemp("town")
    ingested(home, PAPERS)
    return Kept(home)


@pytest.fixture
def home(town: Kept) -> Path:
    """The folder of the papers and of what was read of them, as it was before any test."""
    return town.put_back()


@pytest.fixture
def data(home: Path) -> Path:
    return home / "data"


@pytest.fixture
def clerks(slack: StandInSlack, settings: Settings, data: Path) -> Iterator[Office]:
    signed_in = sign_in(settings)
    with desk(data, settings, signed_in) as open_desk:
        app = make_app(signed_in.client, open_desk)
        slack.hand_to = handed_to(app)
        yield Office(slack, app, open_desk)


def said(office: Office, user: str, words: str) -> dict[str, Any]:
    """What /townclerk replies."""
    before = len(office.slack.private(user))
    office.slack.command(user, "/townclerk", words)
    return office.slack.wait_for_private(user, before + 1)


def directly(office: Office, user: str) -> list[dict[str, Any]]:
    """The direct messages that somebody has from the bot, as they are now."""
    return list(reversed(office.slack.api.posted.history(f"D{user}")))


def wait_directly(office: Office, user: str, words: str) -> dict[str, Any]:
    """The direct message that comes to say some words."""
    found = lambda: [m for m in directly(office, user) if words in m["text"]]  # noqa: E731
    return office.slack._wait(found, 1, 60, f"{words!r} in a direct message")[0]  # type: ignore[no-any-return]


def trail(office: Office) -> list[tuple[str, str, str | None]]:
    """Who did what in Slack, newest first."""
    acts = last_acts(office.desk.papers.library().catalogue)
    return [(act.who, act.act, act.outcome) for act in acts if act.who != "command line"]


def remove_from_group(office: Office) -> None:
    """The administrators' group is left empty by its next look-up."""
    gone = web.json_response({"ok": True, "users": []})
    office.slack.fail_next("usergroups.users.list", gone)


# Ingests


def test_an_ingest_is_confirmed_first_and_may_be_left(clerks: Office) -> None:
    asked = said(clerks, ADMIN, "ingest")
    assert asked["text"] == (
        f"<@{ADMIN}> asks to read all known papers again, 2 papers, where each was found."
    )
    assert clerks.desk.jobs.under_way() is None
    clerks.slack.press(ADMIN, asked, "leave_it")
    clerks.slack._wait(lambda: [1] if not clerks.slack.private(ADMIN) else [], 1, 20, "its end")
    assert trail(clerks) == []


def test_a_confirmed_ingest_tells_how_it_went_in_both_places(clerks: Office, home: Path) -> None:
    (home / "papers" / "ponds.txt").write_text("POND CLEANING\n\n1. Three were cleaned.")
    (home / "papers" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    asked = said(clerks, GROUP_ADMIN, "ingest")
    clerks.slack.press(GROUP_ADMIN, asked, "ingest_confirm")
    ended = wait_directly(clerks, GROUP_ADMIN, "Ingest 2 is done: 1 added")
    assert "• broken.pdf – failed (" in ended["text"]
    assert len(directly(clerks, GROUP_ADMIN)) == 1
    replaced, last = (
        clerks.slack.wait_for_private(GROUP_ADMIN, 2),
        clerks.slack.private(GROUP_ADMIN),
    )
    assert last[0]["text"].startswith("The ingest has started.")
    assert "ingest_confirm" not in str(last[0]["blocks"])
    assert replaced["text"] == ended["text"]
    assert trail(clerks) == [(GROUP_ADMIN, "ingest", "done: 1 added, 2 unchanged, 1 failed")]


def test_who_is_no_administrator_any_more_starts_nothing_by_an_old_button(clerks: Office) -> None:
    asked = said(clerks, GROUP_ADMIN, "ingest")
    remove_from_group(clerks)
    clerks.slack.press(GROUP_ADMIN, asked, "ingest_confirm")
    clerks.slack.wait_for("response", 2)
    (told,) = clerks.slack.private(GROUP_ADMIN)
    assert told["text"].startswith("Only Town Clerk's administrators can start an ingest.")
    assert clerks.desk.jobs.under_way() is None
    assert trail(clerks) == []


def test_nothing_is_started_while_slack_does_not_say_who_may(clerks: Office) -> None:
    asked = said(clerks, GROUP_ADMIN, "ingest")
    refused = web.json_response({"ok": False, "error": "missing_scope"})
    clerks.slack.fail_next("usergroups.users.list", refused)
    clerks.slack.press(GROUP_ADMIN, asked, "ingest_confirm")
    clerks.slack.wait_for("response", 2)
    (told,) = clerks.slack.private(GROUP_ADMIN)
    assert told["text"].startswith("I could not check with Slack who the administrators are now")
    assert clerks.desk.jobs.under_way() is None


@pytest.mark.parametrize("words", ["ingest", "withdraw trees.txt why I say so", "gaps"])
def test_whoever_is_no_administrator_is_told_whom_to_ask(clerks: Office, words: str) -> None:
    told = said(clerks, STAFF, words)
    assert told["text"].startswith("Only Town Clerk's administrators can ")
    assert told["blocks"] == []
    assert trail(clerks) == []


def test_the_next_who_tries_is_told_who_started_it(clerks: Office, data: Path) -> None:
    asked = said(clerks, ADMIN, "ingest")
    with open_shelf(data, doing=Doing("ingest", "", OFFICER)):
        told = said(clerks, GROUP_ADMIN, "ingest")
        assert told["text"].startswith("Ingest 2 is running: 0 papers met.")
        assert f"Started by <@{OFFICER}> since " in told["text"]
        assert f"Started by <@{OFFICER}>" in said(clerks, STAFF, "status")["text"]
        clerks.slack.press(ADMIN, asked, "ingest_confirm")
        clerks.slack.wait_for("response", 4)
        assert "Ingest 2 is running" in clerks.slack.private(ADMIN)[0]["text"]
    assert "Started by" not in said(clerks, STAFF, "status")["text"]


def test_any_administrator_cancels_and_nobody_else(clerks: Office, home: Path) -> None:
    for number in range(1500):
        paper = home / "papers" / f"{number}.txt"
        paper.write_text(f"POND {number}\n\n1. Pond {number} was cleaned.")
    clerks.slack.press(ADMIN, said(clerks, ADMIN, "ingest"), "ingest_confirm")
    wait_directly(clerks, ADMIN, "is running")
    busy = said(clerks, GROUP_ADMIN, "ingest")
    clerks.slack.press(GROUP_ADMIN, busy, "ingest_cancel")
    ended = wait_directly(clerks, ADMIN, "was cancelled by")
    assert f"was cancelled by <@{GROUP_ADMIN}>" in ended["text"]
    assert "What it had read is kept" in " ".join(texts(ended["blocks"]))
    assert "ingest_cancel" not in str(ended["blocks"])
    (ingest, cancel) = sorted(trail(clerks), key=lambda act: act[0], reverse=False)
    assert ingest[:2] == (ADMIN, "ingest")
    assert str(ingest[2]).startswith("cancelled")
    assert cancel == (GROUP_ADMIN, "cancel", "asked to stop")
    assert "was cancelled" in said(clerks, STAFF, "status")["text"]


def test_a_cancel_with_nothing_to_cancel_says_so(clerks: Office, data: Path) -> None:
    with open_shelf(data, doing=Doing("ingest", "", OFFICER)):
        assert "ingest_cancel" not in str(said(clerks, ADMIN, "ingest")["blocks"])


# Withdrawals


def test_a_paper_is_withdrawn_after_it_was_shown_and_the_reason_given(
    clerks: Office, home: Path
) -> None:
    question = "How many elms were planted?"
    assert "38 elms" in str(said(clerks, STAFF, f"ask {question}")["blocks"])
    offered = said(clerks, ADMIN, "withdraw street trees 2022 why it names a child")
    assert "STREET TREES" in str(offered["blocks"]).upper()
    assert "3 May 2022, trees.txt" in " ".join(texts(offered["blocks"]))
    clerks.slack.press(ADMIN, offered, "withdraw_choose")
    shown = clerks.slack.wait_for_modal(ADMIN, callback_id="withdraw_confirm")
    clerks.slack.submit(ADMIN, shown)
    told = wait_directly(clerks, ADMIN, "is withdrawn: it is not found, shown or read again.")
    assert len(directly(clerks, ADMIN)) == 1
    assert "trees" in told["text"].casefold()
    assert "38 elms" not in str(said(clerks, STAFF, f"ask {question}")["blocks"])
    (act,) = last_acts(clerks.desk.papers.library().catalogue, 1)
    source = home / "papers" / "trees.txt"
    assert (act.who, act.act, act.arguments) == (ADMIN, "withdraw", f"{source}: it names a child")
    assert act.outcome == "done: 1 withheld"


def test_who_was_removed_while_the_form_was_open_withdraws_nothing(clerks: Office) -> None:
    offered = said(clerks, GROUP_ADMIN, "withdraw trees.txt")
    clerks.slack.press(GROUP_ADMIN, offered, "withdraw_choose")
    shown = clerks.slack.wait_for_modal(GROUP_ADMIN)
    remove_from_group(clerks)
    clerks.slack.submit(GROUP_ADMIN, shown, why="it names a child")
    wait_directly(clerks, GROUP_ADMIN, "Only Town Clerk's administrators can take a paper out")
    assert len(clerks.desk.papers.library().reports()) == 2


def test_a_paper_that_has_gone_meanwhile_is_not_withdrawn_again(clerks: Office, data: Path) -> None:
    offered = said(clerks, ADMIN, "withdraw trees.txt")
    (report,) = [r for r in clerks.desk.papers.library().reports() if "trees" in r.source]
    with open_shelf(data) as shelf:
        shelf.withdraw(report.source, "it names a child")
    clerks.slack.press(ADMIN, offered, "withdraw_choose")
    told = clerks.slack.wait_for_private(ADMIN, 2)
    assert told["text"] == "This paper is not held any more, so nothing was done."
    assert said(clerks, ADMIN, "withdraw trees.txt")["text"].startswith("No paper that I hold")


def test_without_a_paper_named_it_is_told_how_to(clerks: Office) -> None:
    for words in ("withdraw", "withdraw why it names a child"):
        assert said(clerks, ADMIN, words)["text"].startswith("Say which paper, and why:")


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("lease.pdf why it names a child", ("lease.pdf", "it names a child")),
        ("lease.pdf because it names why", ("lease.pdf", "it names why")),
        ("“the harbour lease”", ("the harbour lease", "")),
        ("whynot.pdf", ("whynot.pdf", "")),
        ("lease.pdf WHY", ("lease.pdf", "")),
    ],
)
def test_what_is_to_be_withdrawn_and_why_is_read(text: str, request_: tuple[str, str]) -> None:
    assert request_in(text) == request_


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ("trees.txt", ["trees.txt"]),
        ("parks committee", ["benches.txt", "trees.txt"]),
        ("STREET trees may", ["trees.txt"]),
        ("allotments", []),
    ],
)
def test_papers_are_meant_by_their_file_or_by_words_of_their_front_page(
    clerks: Office, words: str, files: list[str]
) -> None:
    found = meant(clerks.desk.papers.library(), words)
    assert [Path(one.source).name for one in found] == files


FACTS = ReportFacts(
    "0" * 16, "papers/lease.pdf", "report", FrontPage(title="Lease"), "public", 1, 9
)
NASTY = "<!channel> <@U0STAFF> *x* `" + "long " * 2000


def test_the_offer_and_the_form_are_accepted_whatever_the_paper_is_called() -> None:
    front = FrontPage(title=NASTY, council=NASTY, body=NASTY)
    nasty = replace(FACTS, source=NASTY, front=front)
    for facts, papers in ((FACTS, 1), (nasty, 12)):
        one = Meant(facts, facts.source, papers)
        message = offer([one] * 5, NASTY, NASTY)
        assert problems(list(message.blocks)) == []
        assert "<!" not in message.text
        assert view_problems(form(one, NASTY), "modal") == []


def test_a_file_of_several_papers_is_said_to_go_as_a_whole() -> None:
    message = offer([Meant(FACTS, "papers/pack.pdf", 12)], "pack", "")
    assert "pack.pdf, with all 12 papers of that file" in " ".join(texts(list(message.blocks)))


@pytest.mark.parametrize(
    ("number", "said_"), [(0, "No paper that I hold is called “lease”."), (6, "6 papers may be")]
)
def test_where_it_is_not_clear_which_paper_is_meant_more_is_asked_for(
    number: int, said_: str
) -> None:
    message = offer([Meant(FACTS, FACTS.source)] * number, "lease", "")
    assert message.text.startswith(said_)
    assert message.blocks == ()


# Everything else


def test_the_gap_report_is_written_down(clerks: Office) -> None:
    assert not said(clerks, ADMIN, "gaps")["text"].startswith("Only")
    assert trail(clerks) == [(ADMIN, "gap report", "shown")]


def test_help_tells_what_administrators_can_do(clerks: Office) -> None:
    assert "/townclerk withdraw" in said(clerks, STAFF, "help")["text"]
    assert said(clerks, STAFF, "dance")["text"].startswith("I do not know /townclerk dance.")
    assert said(clerks, STAFF, "“Following”:")["text"].startswith("You follow nothing.")
    assert said(clerks, STAFF, "?")["text"].startswith("/townclerk ask")
