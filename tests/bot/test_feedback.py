"""Votes on answers: one of each person, and what was wrong."""

from typing import Any

import pytest

from bot.answers.asked import Asked
from bot.records.feedback import REASONS, feedback_form, record_feedback, record_form
from bot.records.record import Kept, Vote, note_question, record_of
from bot.values import packed
from support.block_kit import view_problems
from support.town import Office

QUESTION = "What are the allotment rents for Mill Lane?"


def asked(office: Office) -> dict[str, Any]:
    """What the buttons under an answer carry."""
    found = office.desk.papers.library().ask(QUESTION)
    answer_id = note_question(office.desk, Asked(QUESTION, "U0STAFF"), found)
    return {"answer": answer_id, "question": QUESTION}


def kept(office: Office) -> Kept:
    (only,) = record_of(office.desk).kept()
    return only


def submitted(value: str | None, reasons: list[str], remark: str | None) -> dict[str, Any]:
    """The form as Slack gives it back."""
    chosen = [{"value": reason, "text": {"type": "plain_text", "text": ""}} for reason in reasons]
    values = {
        "reasons": {"reasons": {"type": "checkboxes", "selected_options": chosen}},
        "remark": {"remark": {"type": "plain_text_input", "value": remark}},
    }
    return {"private_metadata": value, "state": {"values": values}}


def test_a_vote_is_thanked_for_and_kept_without_the_words(office: Office) -> None:
    told = record_feedback(office.desk, "U0STAFF", asked(office), useful=True)
    assert told.text == "Thank you: noted as useful."
    assert (kept(office).votes, kept(office).words) == ((Vote(True),), None)


def test_the_words_are_kept_of_what_was_not_useful(office: Office) -> None:
    told = record_feedback(office.desk, "U0STAFF", asked(office), useful=False)
    assert told.text == "Thank you: noted as not useful."
    assert (kept(office).votes, kept(office).words) == ((Vote(False),), QUESTION)


def test_pressing_again_changes_the_vote(office: Office) -> None:
    fields = asked(office)
    for useful in (True, False, False, True):
        record_feedback(office.desk, "U0STAFF", fields, useful)
    assert (kept(office).votes, kept(office).words) == ((Vote(True),), None)


def test_each_person_has_a_vote(office: Office) -> None:
    fields = asked(office)
    record_feedback(office.desk, "U0STAFF", fields, useful=True)
    record_feedback(office.desk, "U0ADMIN", fields, useful=False)
    votes = sorted(kept(office).votes, key=lambda vote: vote.useful)
    assert (votes, kept(office).words) == ([Vote(False), Vote(True)], QUESTION)


def test_what_was_wrong_is_kept_with_the_vote(office: Office) -> None:
    fields = asked(office)
    record_feedback(office.desk, "U0STAFF", fields, useful=False)
    view = submitted(packed(**fields), ["excerpt", "missing"], "  It is £42 now. ")
    record_form(office.desk, "U0STAFF", view)
    assert kept(office).votes == (Vote(False, ("excerpt", "missing"), "It is £42 now."),)
    record_feedback(office.desk, "U0STAFF", fields, useful=False)  # pressed again, form cancelled
    assert kept(office).votes == (Vote(False, ("excerpt", "missing"), "It is £42 now."),)
    record_feedback(office.desk, "U0STAFF", fields, useful=True)
    assert kept(office).votes == (Vote(True),)


def test_a_form_sent_empty_says_only_that_the_answer_was_not_useful(office: Office) -> None:
    record_form(office.desk, "U0STAFF", submitted(packed(**asked(office)), [], None))
    assert kept(office).votes == (Vote(False),)


def test_reasons_that_were_not_offered_are_not_kept(office: Office) -> None:
    view = submitted(packed(**asked(office)), ["excerpt", "DROP TABLE votes"], None)
    record_form(office.desk, "U0STAFF", view)
    assert kept(office).votes == (Vote(False, ("excerpt",)),)


def test_a_vote_on_an_answer_no_longer_remembered_is_kept(office: Office) -> None:
    fields = {"answer": "0123456789abcdef", "question": QUESTION}
    record_feedback(office.desk, "U0STAFF", fields, useful=False)
    assert kept(office) == Kept(office.desk.today(), "unknown", (), QUESTION, (Vote(False),))


@pytest.mark.parametrize("fields", [{}, {"answer": None}, {"answer": "../x"}, {"answer": 7}])
def test_a_button_that_is_not_ours_is_told_so(office: Office, fields: dict[str, Any]) -> None:
    told = record_feedback(office.desk, "U0STAFF", fields, useful=True)
    assert told.text == "This answer can no longer be marked. Please ask again."
    record_form(office.desk, "U0STAFF", submitted(packed(**fields), ["missing"], "Nothing."))
    assert record_of(office.desk).kept() == []


def test_a_form_without_its_state_or_its_button_changes_nothing(office: Office) -> None:
    record_form(office.desk, "U0STAFF", {})
    assert record_of(office.desk).kept() == []


@pytest.mark.parametrize("days", [0, 1, 30])
def test_slack_shows_the_form(days: int) -> None:
    value = packed(answer="0123456789abcdef", question="q" * 1900) or ""
    assert view_problems(feedback_form(value, days), "modal") == []


def test_the_form_offers_reasons_and_says_what_is_kept() -> None:
    form = feedback_form("value", 30)
    reasons, remark, small = form["blocks"]
    offered = [option["text"]["text"] for option in reasons["element"]["options"]]
    assert offered == list(REASONS.values())
    assert (remark["element"]["max_length"], form["private_metadata"]) == (500, "value")
    assert small["elements"][0]["text"].startswith("Kept for 30 days with your question, without")


def test_no_words_are_asked_for_where_none_are_kept() -> None:
    reasons, small = feedback_form("value", 0)["blocks"]
    assert reasons["block_id"] == "reasons"
    assert "without the words of your question" in small["elements"][0]["text"]
