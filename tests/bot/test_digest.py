"""News after an ingest: one message to each whom it concerns, only what is new, and never twice."""

import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from bot.answers.answering import answer_to
from bot.answers.asked import Asked
from bot.following.blocks import STOP
from bot.following.digest import tell_news, telling_news
from bot.following.digest_blocks import Digest, Group, digest_message
from bot.following.follows import Follow, Follows, Subject
from bot.following.request import follow_request
from bot.following.told import Told
from index.catalogue import MetSource
from index.records import Decision, DecisionFound, FrontPage, Lead, Report, ReportFacts
from index.shelf import open_shelf
from support.block_kit import problems, quotes, texts
from support.commands import run_json
from support.meetings import asking, minutes
from support.slack import StandInSlack
from support.town import Office
from support.workspace import GUEST, LEAVER, OFFICER, STAFF

A_YEAR = timedelta(days=366)
BINS = "That the waste bins in Mill Lane be emptied every Monday."
HEDGE = "That Councillor Finch write to the county about the hedge in Quarry Rise."
GRANT = "That a grant of £400 be paid to the brass band, subject to the Section 151 Officer."


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.following.digest.BETWEEN", 0.0)


def ingest(office: Office, *papers: Report, gone: Iterable[str] = ()) -> int:
    """One ingest, of papers as they were read; gives its number."""
    with open_shelf(office.desk.papers.folder) as shelf:
        for paper in papers:
            shelf.add(paper, MetSource(paper.source, "papers", paper.sha256), b"bytes")
        for source in gone:
            shelf.remove(source)
        return shelf.run


def resolved(source: str, *lines: tuple[str, str], **front: Any) -> Report:
    """Minutes of Cabinet: headings, and what was resolved under them."""
    return minutes(source, [(heading, None, words) for heading, words in lines], **front)


def follow(office: Office, *subjects: str, user: str = STAFF) -> None:
    for subject in subjects:
        follow_request(office.desk, user, f"follow {subject}")


def refused(code: str) -> web.Response:
    """What Slack says where it does not do what it is asked."""
    return web.json_response({"ok": False, "error": code})


def sent(slack: StandInSlack, user: str = STAFF) -> list[dict[str, Any]]:
    """The direct messages that somebody was sent."""
    return [call for call in slack.called("chat.postMessage") if call["channel"] == user]


def test_only_what_is_new_and_fits_is_told_with_where_it_stands(office: Office) -> None:
    follow(office, "waste bins", "Planning Committee")
    ingest(office, resolved("a.txt", ("Refuse", BINS), ("Hedges", HEDGE)))
    tell_news(office.desk)
    (told,) = sent(office.slack)
    assert problems(told["blocks"]) == []
    assert quotes(told["blocks"]) == [BINS]
    said = texts(told["blocks"])
    assert said[0] == "1 new decision or recommendation on what you follow."
    assert "Decisions on the topic “waste bins”" in said
    assert " · Cabinet, 4 June 2024 · minute 1" in said
    assert "Resolved" in said
    assert told["unfurl_links"] in (False, "0", 0)
    assert BINS in told["text"]


def test_a_person_gets_one_message_for_an_ingest_whatever_fits(office: Office) -> None:
    follow(office, "hedges", "Cabinet", "brass band", "Cllr Finch", "the s151 officer")
    ingest(office, resolved("a.txt", ("Refuse", BINS), ("Hedges", HEDGE), ("Grants", GRANT)))
    tell_news(office.desk)
    tell_news(office.desk)
    (told,) = sent(office.slack)
    assert sorted(quotes(told["blocks"])) == sorted([HEDGE, BINS, GRANT])  # each once
    assert "3 new decisions and recommendations" in told["text"]


@pytest.mark.parametrize(
    ("subject", "fits"),
    [
        ("waste", [BINS]),
        ("waste bins in Cabinet", [BINS]),
        ("waste bins in Planning Committee", []),
        ("waste contracts", []),
        ("Cabinet", [BINS, HEDGE, GRANT]),
        ("Executive Cabinet", []),
        ("full council", []),
        ("Cllr Finch", [HEDGE]),
        ("Councillor Jane Finch", [HEDGE]),
        ("Cllr Quarry", []),
        ("Section 151 officer", [GRANT]),
        ("the monitoring officer", []),
        ("Cllr Gray", [BINS]),  # who moved it
        ("zzyzx", []),
    ],
)
def test_what_fits_a_subject(office: Office, subject: str, fits: list[str]) -> None:
    follow(office, subject)
    paper = resolved("a.txt", ("Refuse", BINS), ("Hedges", HEDGE), ("Grants", GRANT))
    moved = replace(paper.decisions[0], mover="Cllr P Gray")
    ingest(office, replace(paper, decisions=(moved, *paper.decisions[1:])))
    tell_news(office.desk)
    assert [quotes(told["blocks"]) for told in sent(office.slack)] == ([fits] if fits else [])


def test_a_report_of_a_post_or_led_by_a_person_fits_them(office: Office) -> None:
    follow(office, "Head of Parks", "Cllr Hale")
    park = asking("a.txt", "Swings", ["new swings be bought"], report_of="Head of Parks")
    pond = asking("b.txt", "Ponds", ["ponds be dredged"])
    leads = (Lead("Councillor Ann Hale", None, None, "Lead Member", None, 0, 5),)
    ingest(office, park, replace(pond, leads=leads), resolved("c.txt", ("Refuse", BINS)))
    tell_news(office.desk)
    (told,) = sent(office.slack)
    assert quotes(told["blocks"]) == ["new swings be bought", "ponds be dredged"]
    assert "Recommended, not a decision" in texts(told["blocks"])


def test_nothing_is_sent_where_nothing_is_new(office: Office) -> None:
    follow(office, "waste bins", "Cabinet")
    paper = resolved("a.txt", ("Refuse", BINS))
    ingest(office, paper)
    tell_news(office.desk)
    ingest(office, replace(paper, warnings=("read again",)))
    tell_news(office.desk)
    ingest(office, replace(paper, source="moved.txt"), gone=["a.txt"])
    tell_news(office.desk)
    ingest(office, replace(resolved("exempt.txt", ("Refuse", BINS)), access="exempt"))
    tell_news(office.desk)
    assert len(sent(office.slack)) == 1


def test_what_was_held_before_somebody_followed_is_not_new_to_them(office: Office) -> None:
    ingest(office, resolved("a.txt", ("Refuse", BINS)))
    follow(office, "waste bins")
    tell_news(office.desk)
    assert sent(office.slack) == []
    ingest(office, resolved("b.txt", ("Refuse", f"{BINS} And on Friday."), meeting_date=JULY))
    tell_news(office.desk)
    assert len(sent(office.slack)) == 1


JULY = date(2024, 7, 2)


def test_what_several_ingests_brought_while_the_bot_was_away_is_one_message(
    office: Office,
) -> None:
    follow(office, "waste bins", "hedges")
    ingest(office, resolved("a.txt", ("Refuse", BINS)))
    ingest(office, resolved("b.txt", ("Hedges", HEDGE), meeting_date=JULY))
    tell_news(office.desk)
    (told,) = sent(office.slack)
    assert quotes(told["blocks"]) == [BINS, HEDGE]


def test_nothing_is_told_while_an_ingest_goes_on_or_of_one_that_broke_off(office: Office) -> None:
    follow(office, "waste bins")
    with open_shelf(office.desk.papers.folder) as shelf:
        paper = resolved("a.txt", ("Refuse", BINS))
        shelf.add(paper, MetSource("a.txt", "papers", paper.sha256), b"bytes")
        shelf.publish()
        tell_news(office.desk)
        assert sent(office.slack) == []
    tell_news(office.desk)
    assert len(sent(office.slack)) == 1


def test_a_crash_between_remembering_and_sending_loses_the_message_and_sends_none_twice(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow(office, "waste bins")
    follow(office, "waste bins", user=OFFICER)
    ingest(office, resolved("a.txt", ("Refuse", BINS)))

    def killed(*_: object) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr("bot.following.digest.send", killed)
        with pytest.raises(SystemExit):
            tell_news(office.desk)
    assert tell_news(office.desk) == 2
    each = [len(sent(office.slack, user)) for user in (STAFF, OFFICER)]
    assert sorted(each) == [0, 1]


def test_a_refused_message_does_not_keep_others_from_theirs(office: Office) -> None:
    follow(office, "waste bins")
    follow(office, "waste bins", user=OFFICER)
    ingest(office, resolved("a.txt", ("Refuse", BINS)))
    office.slack.fail_next("chat.postMessage", refused("invalid_arguments"))
    tell_news(office.desk)
    tell_news(office.desk)
    assert len(sent(office.slack, OFFICER)) == 1


@pytest.mark.parametrize("user", [LEAVER, GUEST])
def test_who_left_or_became_a_guest_is_told_nothing_and_their_follows_are_dropped(
    office: Office, user: str
) -> None:
    Follows(office.desk.memory).add(user, Subject("topic", "waste bins"), 0, JULY)
    Told(office.desk.memory).remember(user, 0)
    follow(office, "waste bins")
    ingest(office, resolved("a.txt", ("Refuse", BINS)))
    tell_news(office.desk)
    assert (len(sent(office.slack, user)), len(sent(office.slack))) == (0, 1)
    assert Follows(office.desk.memory).of(user) == []


def test_whom_slack_will_not_speak_of_is_told_at_the_next_look(
    office: Office,
) -> None:
    follow(office, "waste bins")
    ingest(office, resolved("a.txt", ("Refuse", BINS)))
    office.slack.fail_next("users.info", refused("missing_scope"))
    done = tell_news(office.desk)
    assert (done, sent(office.slack)) == (-1, [])
    assert tell_news(office.desk) == 2
    assert len(sent(office.slack)) == 1


def test_one_click_in_the_message_stops_a_subject_and_the_message_stays(office: Office) -> None:
    follow(office, "waste bins", "hedges")
    ingest(office, resolved("a.txt", ("Refuse", BINS), ("Hedges", HEDGE)))
    tell_news(office.desk)
    (message,) = office.slack.api.posted.history(f"D{STAFF}")
    office.slack.press(STAFF, message, STOP, index=1)
    (told,) = office.slack.wait_for("response")
    assert "You no longer follow decisions on the topic “hedges”." in told["text"]
    assert told["response_type"] == "ephemeral"
    assert not told["replace_original"]
    assert [one.subject.text for one in Follows(office.desk.memory).of(STAFF)] == ["waste bins"]


PAPERS = {
    "rents.txt": "Ambleford Parish Council\n\nMinutes of the meeting held on 3 May 2022\n\n"
    "12. ALLOTMENT RENTS\n\nRESOLVED: That allotment rents be held at £40 a year until 2024.\n",
    "hall.txt": "Ambleford Parish Council\n\nMinutes of the meeting held on 7 June 2022\n\n"
    "9. VILLAGE HALL\n\nRESOLVED: That the village hall roof be mended before the winter.\n",
}


def test_papers_ingested_on_the_server_are_told_while_the_bot_runs(
    office: Office, tmp_path: Path
) -> None:
    data, papers = office.desk.papers.folder, tmp_path / "papers"
    papers.mkdir()
    follow(office, "village hall", "allotment rents")
    with telling_news(office.desk, every=0.05):
        for name, text in PAPERS.items():
            (papers / name).write_text(text)
            run_json("ingest", papers, data=data)
            office.slack.wait_for("chat.postMessage", len(list(papers.iterdir())), channel=STAFF)
    first, second = sent(office.slack)
    assert "allotment rents be held at £40" in quotes(first["blocks"])[0]
    assert "village hall roof be mended" in quotes(second["blocks"])[0]
    assert (len(quotes(first["blocks"])), len(quotes(second["blocks"]))) == (1, 1)


def test_the_watch_ends_with_the_bot(office: Office) -> None:
    with telling_news(office.desk, every=0.05):
        assert any(one.name == "digests" for one in threading.enumerate())
    assert not any(one.name == "digests" for one in threading.enumerate())


# Those who asked


ROOFS = "That the library roofs be mended."
ROOFS_REPORT = asking("roofs.txt", "Library roofs", ["the library roofs be mended"])


def asked_about(office: Office, question: str = "Are the library roofs to be mended?") -> None:
    """Somebody is answered from a report on library roofs."""
    ingest(office, ROOFS_REPORT)
    answer_to(office.desk, Asked(question, STAFF, private=True))


@pytest.fixture
def telling(office: Office) -> Office:
    """A bot whose council chose to tell those who asked."""
    desk = replace(office.desk, choices=replace(office.desk.choices, tell_askers=True))
    return replace(office, desk=desk)


def test_who_asked_is_told_once_of_a_newer_decision_on_the_paper_that_was_cited(
    telling: Office,
) -> None:
    asked_about(telling)
    tell_news(telling.desk)
    assert sent(telling.slack) == []
    ingest(telling, resolved("a.txt", ("Library roofs", ROOFS), ("Refuse", BINS)))
    tell_news(telling.desk)
    (told,) = sent(telling.slack)
    assert problems(told["blocks"]) == []
    assert quotes(told["blocks"]) == [ROOFS]
    assert "You asked about “Library roofs”. It has since been decided:" in texts(told["blocks"])
    again = f"{ROOFS} And painted."
    ingest(telling, resolved("b.txt", ("Library roofs", again), meeting_date=JULY))
    tell_news(telling.desk)
    asked_about(telling)
    assert ROOFS_REPORT.report_id not in Told(telling.desk.memory).asked(STAFF)
    assert len(sent(telling.slack)) == 1


def test_nothing_is_kept_of_who_asked_unless_the_council_chose_so(office: Office) -> None:
    asked_about(office)
    assert Told(office.desk.memory).askers() == []
    none = replace(office.desk.choices, tell_askers=True, keep_questions_days=0)
    asked_about(replace(office, desk=replace(office.desk, choices=none)))
    assert Told(office.desk.memory).askers() == []


def test_what_is_kept_is_who_was_cited_which_paper_and_when_and_not_for_long(
    telling: Office,
) -> None:
    asked_about(telling)
    with telling.desk.memory.using() as db:
        (row,) = db.query("SELECT * FROM asked")
    assert set(row) == {"user", "report", "run", "day"}
    today = telling.desk.today()
    Told(telling.desk.memory).sweep(today + A_YEAR, 30)
    assert Told(telling.desk.memory).askers() == []


def test_that_somebody_was_told_of_a_paper_is_kept_no_longer_than_that_it_was_cited(
    telling: Office,
) -> None:
    asked_about(telling)
    ingest(telling, resolved("a.txt", ("Library roofs", ROOFS)))
    tell_news(telling.desk)
    told, today = Told(telling.desk.memory), telling.desk.today()
    told.no_more(OFFICER)
    for day, kept in ((today, 2), (today + A_YEAR, 1)):
        told.sweep(day, 30)
        with telling.desk.memory.using() as db:
            rows = [tuple(row.values()) for row in db.query("SELECT user, report FROM told")]
        assert len(rows) == kept
    assert rows == [(OFFICER, "*")]


def test_who_wants_no_word_of_what_they_asked_says_so_in_one_click(telling: Office) -> None:
    asked_about(telling)
    ingest(telling, resolved("a.txt", ("Library roofs", ROOFS)))
    tell_news(telling.desk)
    (message,) = telling.slack.api.posted.history(f"D{STAFF}")
    telling.slack.press(STAFF, message, STOP)
    (told,) = telling.slack.wait_for("response")
    assert "I will tell you no more" in told["text"]
    asked_about(telling, "What of the library roofs?")
    assert Told(telling.desk.memory).askers() == []


# As it is shown


def some(n: int, words: str) -> DecisionFound:
    front = FrontPage(title=words, council=words, body=words, meeting_date=JULY)
    decision = Decision(words, "resolved", n, n + 9, n, outcome=words, label=words, minute=words)
    return DecisionFound(decision, ReportFacts(str(n), words, "minutes", front, "public", 1, 9))


@pytest.mark.parametrize(
    "words",
    [
        "<!channel> <@U0STAFF> <https://evil.example|x>",
        "`*_~>",
        "\u202eright to left",
        "🎉" * 500,
        "x" * 100_000,
        "a & b " * 9000,
    ],
)
def test_no_words_of_a_paper_break_the_message_nor_is_it_ever_too_long(words: str) -> None:
    groups = tuple(
        Group(
            Follow(n, STAFF, Subject("topic", words[:120]), 0),
            tuple(some(10 * n + k, words) for k in range(5)),
        )
        for n in range(50)
    )
    asked = tuple((words, some(1000 + n, words)) for n in range(9))
    for digest in (Digest(groups, asked), Digest(groups[:1]), Digest((), asked[:1])):
        message = digest_message(digest)
        assert problems(list(message.blocks)) == []
        assert len(message.text) <= 4000
        assert "<!channel>" not in message.text
        assert all(quote[:40] == words[:40] for quote in quotes(list(message.blocks)))
        assert quotes(list(message.blocks))


def test_what_there_is_no_room_for_is_named_with_how_to_list_it() -> None:
    groups = tuple(
        Group(Follow(n, STAFF, Subject("topic", f"bins {n}"), 0), (some(n, "Agreed."),))
        for n in range(8)
    )
    said = "\n".join(texts(list(digest_message(Digest(groups)).blocks)))
    assert "8 new decisions and recommendations on what you follow." in said
    assert "There is something new on these too: bins 6 (1), bins 7 (1)." in said
