"""The buttons under an answer, pressed in a workspace: what opens, what is posted, who sees it."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.answers.sharing import share
from bot.choices import Choices
from bot.excuses import Told
from bot.records.record import record_of
from bot.settings import Settings
from bot.slack.pressed import pressed
from index.shelf import open_shelf
from support.block_kit import quotes, texts
from support.held import COUNCIL, RESOLVED, SURVEY
from support.small_reports import met, report
from support.town import Office
from support.workspace import CHANNEL, GUEST, HANDOVER, NOT_IN, OFFICER, STAFF

RENTS = "What was decided on the allotment rents?"
BORROWERS = "How many borrowers took part in the survey?"
FRONT = {"council": COUNCIL, "body": "Waste Committee"}


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return replace(settings, choices=Choices(handover_channel=HANDOVER))


def answered(office: Office, question: str = RENTS, user: str = STAFF) -> dict[str, Any]:
    """The bot's answer to a mention, in the channel."""
    ts, _ = office.slack.mention(user, question)
    return office.slack.wait_for_reply(CHANNEL, ts)


def told_privately(office: Office, question: str = RENTS, channel: str = CHANNEL) -> dict[str, Any]:
    """The answer to /townclerk ask."""
    before = len(office.slack.private(STAFF))
    office.slack.command(STAFF, "/townclerk", f"ask {question}", channel=channel)
    return office.slack.wait_for_private(STAFF, before + 1)


def pressed_by(office: Office, where: dict[str, Any], action: str, user: str = STAFF) -> Any:
    """What one person alone is told when they press a button."""
    before = len(office.slack.private(user))
    office.slack.press(user, where, action)
    return office.slack.wait_for_private(user, before + 1)


def words_of(blocks: list[dict[str, Any]]) -> str:
    return "\n".join(texts(blocks))


# Read in context, and copy


def test_a_citation_is_read_between_its_neighbours_and_marked_in_words(office: Office) -> None:
    office.slack.press(OFFICER, answered(office, BORROWERS), "context")
    view = office.slack.wait_for_modal(OFFICER)
    assert quotes(view["blocks"]) == [SURVEY]
    shown = texts(view["blocks"])
    before, after = shown.index("What was cited, word for word:"), shown.index(SURVEY)
    assert shown[0] == "Library opening hours"
    assert "Background" in shown[:before]
    assert shown[after + 1] == "What was cited ends here."
    assert "Recommendations" in shown[after:]
    assert "It was read from the file hours.txt." in shown[-1]


def test_a_paper_withdrawn_since_is_not_shown(office: Office, data: Path) -> None:
    answer = answered(office)
    with open_shelf(data) as shelf:
        shelf.withdraw("rents.txt", "a test")
    for action in ("context", "cite"):
        office.slack.press(STAFF, answer, action)
        view = office.slack.wait_for_modal(STAFF)
        assert "That paper is no longer held as it was cited" in words_of(view["blocks"])
        assert quotes(view["blocks"]) == []
        office.slack.close(STAFF, view)


def test_a_citation_is_ready_to_be_copied(office: Office) -> None:
    office.slack.press(STAFF, answered(office), "cite")
    view = office.slack.wait_for_modal(STAFF)
    source = (
        "Minutes of the Allotments Committee. Minutes of Borough of Eastmere, "
        "Allotments Committee, 9 January 2024. File: rents.txt"
    )
    copied = [
        part["elements"][0]["text"]
        for block in view["blocks"]
        for part in block.get("elements", [])
        if part["type"] == "rich_text_preformatted"
    ]
    assert copied == [f"“{RESOLVED}”\n{source}", source]


def test_a_window_that_comes_too_late_is_told(office: Office) -> None:
    answer = answered(office)
    late = web.json_response({"ok": False, "error": "expired_trigger_id"})
    office.slack.fail_next("views.open", late)
    told = pressed_by(office, answer, "context")
    assert told["text"] == "That took longer than Slack waits. Please press the button again."


def test_whoever_may_not_ask_may_not_press(office: Office) -> None:
    answer = answered(office)
    office.slack.press(GUEST, answer, "context")
    office.desk.quick.shutdown(wait=True)
    assert office.slack.called("views.open") == []
    assert office.slack.private(GUEST) == []


def test_a_press_that_slack_delivers_twice_opens_one_window(office: Office) -> None:
    body = office.slack.pressed(STAFF, answered(office), "context")
    for _ in range(2):
        assert office.slack.hand_to
        office.slack.hand_to(body)
    office.desk.quick.shutdown(wait=True)
    assert len(office.slack.called("views.open")) == 1


# More, and asking again


def test_what_an_answer_does_not_show_is_shown_to_whoever_asks_for_it(
    office: Office, data: Path
) -> None:
    hold_many(data)
    answer = answered(office, "What is the latest on bin collections?")
    assert len(quotes(answer["blocks"])) == 3
    more = pressed_by(office, answer, "more", OFFICER)
    assert len(quotes(more["blocks"])) == 2
    assert any(text.startswith("[4] ") for text in texts(more["blocks"]))
    assert more["thread_ts"] == answer["thread_ts"]


def hold_many(data: Path) -> None:
    """Five papers that speak of bin collections."""
    with open_shelf(data) as shelf:
        for year in range(2015, 2020):
            line = f"Bin collections in {year} were made on time in {year - 1930} streets of 100."
            paper = report(
                f"# Bin collections\n1. {line}",
                f"papers/bins{year}.txt",
                title=f"Bin collections {year}",
                meeting_date=date(year, 5, 1),
                meeting_date_basis="stated",
                **FRONT,
            )
            shelf.add(paper, met(paper), line.encode())


def test_a_suggested_question_is_asked_by_pressing_it(office: Office) -> None:
    answer = answered(office, "What about the zeppelin hangar?")
    suggested = texts(answer["blocks"])[texts(answer["blocks"]).index("You could ask:") + 1]
    told = pressed_by(office, answer, "ask_again_1", OFFICER)
    assert texts(told["blocks"])[0] == f"You asked: {suggested}"
    assert quotes(told["blocks"]) != []
    assert told["thread_ts"] == answer["thread_ts"]
    assert "Share to channel" in texts(told["blocks"])


def test_in_a_direct_message_the_answer_to_a_button_stays_there(office: Office) -> None:
    ts, _ = office.slack.direct_message(STAFF, "What about the zeppelin hangar?")
    channel = f"D{STAFF}"
    office.slack.press(STAFF, office.slack.wait_for_reply(channel, ts), "ask_again_1")
    told = office.slack.wait_for_reply(channel, ts, 2)
    suggested = texts(told["blocks"])[0].removeprefix("You asked: ")
    assert "Share to channel" not in texts(told["blocks"])
    later = f"{time.time() + 1:.6f}"
    office.slack.direct_message(STAFF, "When was that?", thread_ts=ts, ts=later)
    follow_up = office.slack.wait_for_reply(channel, ts, 3)
    read_as = texts(follow_up["blocks"])[1]
    assert read_as.startswith("I read this as: ")
    assert "zeppelin" not in f"{read_as} {suggested}"


# Share


def test_a_private_answer_is_shared_once_by_name(office: Office) -> None:
    answer = told_privately(office)
    told = pressed_by(office, answer, "share")
    again = pressed_by(office, answer, "share")
    (shared,) = office.slack.called("chat.postMessage")
    assert told["text"] == "Shared."
    assert again["text"] == "This answer has been shared here already."
    assert shared["channel"] == CHANNEL
    assert shared["text"].startswith(f"Shared by <@{STAFF}>. Question: {RENTS}")
    assert shared["blocks"][0]["elements"][0]["elements"][1] == {"type": "user", "user_id": STAFF}
    assert quotes(shared["blocks"]) == [RESOLVED]
    assert "Share to channel" not in texts(shared["blocks"])
    assert shared["unfurl_links"] is False


def test_an_answer_that_changed_since_is_shared_as_it_is_now(office: Office, data: Path) -> None:
    answer = told_privately(office)
    with open_shelf(data) as shelf:
        shelf.withdraw("rents.txt", "a test")
    told = pressed_by(office, answer, "share")
    (shared,) = office.slack.called("chat.postMessage")
    changed = "The answer has changed since it was first given: this is what the papers say now."
    assert told["text"] == f"Shared. {changed}"
    assert changed in texts(shared["blocks"])
    assert RESOLVED not in words_of(shared["blocks"])


def test_where_the_bot_is_no_member_it_says_how_to_invite_it(office: Office) -> None:
    answer = told_privately(office, channel=NOT_IN)
    for _ in range(2):  # what failed may be tried again
        told = pressed_by(office, answer, "share")
        assert told["text"].startswith("I cannot write in this channel")
        assert "/invite @Town Clerk" in told["text"]


def test_in_a_direct_message_there_is_nobody_to_share_with(office: Office) -> None:
    channel = f"D{STAFF}"
    answer = told_privately(office, channel=channel)
    office.slack.press(STAFF, answer, "share")
    (told,) = office.slack.wait_for("chat.postMessage", channel=channel)
    assert told["text"].startswith("Nobody else reads this conversation")


def test_in_a_channel_that_was_not_chosen_nothing_is_shared(office: Office) -> None:
    body = office.slack.pressed(STAFF, told_privately(office), "share")
    desk = replace(office.desk, choices=Choices(channels=frozenset({"C0OTHER"})))
    with pytest.raises(Told, match="I am not to answer in this channel"):
        share(desk, office.desk.signed_in.client, pressed(body))
    assert office.slack.called("chat.postMessage") == []


# Hand over


def test_a_question_is_handed_over_with_its_answer_and_who_asks(office: Office) -> None:
    answer = answered(office)
    button = next(
        one
        for block in answer["blocks"]
        for one in block.get("elements", [])
        if one.get("action_id") == "handover"
    )
    assert button["text"]["text"] == "Ask Democratic Services"
    assert button["confirm"]["confirm"]["text"] == "Send"
    told = pressed_by(office, answer, "handover", OFFICER)
    again = pressed_by(office, answer, "handover", OFFICER)
    (sent,) = office.slack.called("chat.postMessage")[1:]
    assert "has changed" not in sent["text"]
    assert told["text"].startswith("Sent to Democratic Services, with your name")
    assert again["text"] == "You have sent this question to Democratic Services already."
    assert sent["channel"] == HANDOVER
    assert sent["text"].startswith(f"Asked by <@{OFFICER}>. Question: {RENTS}")
    assert quotes(sent["blocks"]) == [RESOLVED]
    (conversation,) = [
        part["url"]
        for line in sent["blocks"][0]["elements"]
        for part in line["elements"]
        if part["type"] == "link"
    ]
    assert f"/archives/{CHANNEL}/p{answer['ts'].replace('.', '')}" in conversation
    assert "Ask Democratic Services" not in texts(sent["blocks"])


def test_a_private_answer_is_handed_over_without_a_way_to_it(office: Office) -> None:
    pressed_by(office, told_privately(office), "handover")
    (sent,) = office.slack.called("chat.postMessage")
    assert office.slack.called("chat.getPermalink") == []
    assert "Open the conversation" not in texts(sent["blocks"])


def test_an_answer_that_changed_since_is_handed_over_as_it_is_now(
    office: Office, data: Path
) -> None:
    answer = answered(office)
    with open_shelf(data) as shelf:
        shelf.withdraw("rents.txt", "a test")
    pressed_by(office, answer, "handover")
    sent = office.slack.called("chat.postMessage")[-1]
    changed = "The answer has changed since it was first given: this is what the papers say now."
    assert sent["channel"] == HANDOVER
    assert changed in texts(sent["blocks"])


def test_a_handover_that_cannot_be_posted_is_told_and_may_be_tried_again(office: Office) -> None:
    answer = answered(office)
    refused = web.json_response({"ok": False, "error": "channel_not_found"})
    office.slack.fail_next("chat.postMessage", refused)
    told = pressed_by(office, answer, "handover")
    assert told["text"] == (
        "The question could not be sent to Democratic Services. Please tell your administrator "
        "that Town Clerk cannot write in their channel: channel_not_found."
    )
    assert pressed_by(office, answer, "handover")["text"].startswith("Sent to Democratic Services")


# Useful, or not


def test_that_an_answer_was_useful_is_noted_with_thanks(office: Office) -> None:
    told = pressed_by(office, answered(office), "feedback")
    assert told["text"] == "Thank you: noted as useful."
    (kept,) = record_of(office.desk).kept()
    assert [vote.useful for vote in kept.votes] == [True]


def test_what_was_wrong_with_an_answer_is_asked_and_kept(office: Office) -> None:
    office.slack.press(OFFICER, answered(office), "feedback", "negative")
    form = office.slack.wait_for_modal(OFFICER, callback_id="feedback_form")
    (kept,) = record_of(office.desk).kept()
    assert [vote.useful for vote in kept.votes] == [False]
    office.slack.submit(OFFICER, form, reasons=["missing"], remark="The minutes of May.")
    office.desk.pool.shutdown(wait=True)
    (kept,) = record_of(office.desk).kept()
    (vote,) = kept.votes
    assert (vote.useful, vote.reasons, vote.remark) == (False, ("missing",), "The minutes of May.")
    assert office.slack.modal(OFFICER) is None


@pytest.mark.parametrize("action", ["context", "more", "share", "handover", "ask_again_1"])
def test_a_button_of_another_version_is_told_to_be_too_old(office: Office, action: str) -> None:
    answer = answered(office)
    for block in answer["blocks"]:
        for button in block.get("elements", []):
            if button.get("action_id") == "context":
                button |= {"action_id": action, "value": '{"v": 2}'}
    told = pressed_by(office, answer, action)
    assert "too old" in told["text"]
