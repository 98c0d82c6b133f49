"""Following: what is understood, what is kept, what is said, and stopping in one click."""

from datetime import date
from pathlib import Path

import pytest

from bot.following.blocks import STOP, followed_message, following_message
from bot.following.follows import MOST, Follow, Follows, Subject, TooMany
from bot.following.request import follow_request
from bot.following.subjects import read_subject
from bot.following.told import Told
from bot.memory import Memory
from index.records import Filters
from support.block_kit import problems, texts
from support.held import APPROVES, RESOLVED
from support.town import Office
from support.workspace import GUEST, OFFICER, STAFF

HELD = (
    ("Borough of Eastmere", "Executive Cabinet"),
    ("Borough of Eastmere", "Planning Committee"),
    ("Borough of Eastmere", "The Commons Meeting"),
    ("Ambleford Parish Council", "Ambleford Parish Council"),
)


@pytest.mark.parametrize(
    ("said", "kind", "text", "where"),
    [
        ("procurement", "topic", "procurement", Filters()),
        ("procurement in cabinet", "topic", "procurement", Filters(body="cabinet")),
        ("the waste contract by the Planning Committee.", "topic", "waste contract",
         Filters(body="Planning Committee")),
        ("parking in Eastmere", "topic", "parking", Filters(council="Borough of Eastmere")),
        ("allotments by Ambleford parish council", "topic", "allotments",
         Filters(council="Ambleford Parish Council")),
        ("weeds in rivers", "topic", "weeds in rivers", Filters()),
        ("decisions on swimming pools", "topic", "swimming pools", Filters()),
        ("planning", "topic", "planning", Filters()),
        ("council tax", "topic", "council tax", Filters()),
        ("post office closures", "topic", "post office closures", Filters()),
        ("cabinet", "body", "cabinet", Filters()),
        ("the Planning Committee", "body", "Planning Committee", Filters()),
        ("decisions of the Cabinet", "body", "Cabinet", Filters()),
        ("Harbours Sub-Committee", "body", "Harbours Sub-Committee", Filters()),
        ("the commons meeting", "body", "commons meeting", Filters()),
        ("Ambleford Parish Council", "body", "Ambleford Parish Council", Filters()),
        ("Cllr Finch", "person", "Cllr Finch", Filters()),
        ("Councillor Jane Finch in Cabinet", "person", "Councillor Jane Finch",
         Filters(body="Cabinet")),
        ("mrs. gray", "person", "mrs. gray", Filters()),
        ("the Section 151 officer", "post", "Section 151 officer", Filters()),
        ("Head of Procurement", "post", "Head of Procurement", Filters()),
        ("the Leader of the Council", "post", "Leader of the Council", Filters()),
        ("Cabinet Member for Finance", "post", "Cabinet Member for Finance", Filters()),
        ("deputy chief executive", "post", "deputy chief executive", Filters()),
        ("chief executive", "post", "chief executive", Filters()),
        ("topic: cabinet", "topic", "cabinet", Filters()),
        ("person: Jane Finch", "person", "Jane Finch", Filters()),
        ("Body: Planning", "body", "Planning", Filters()),
        ("by the Cabinet", "body", "Cabinet", Filters()),
    ],
)  # fmt: skip
def test_what_is_followed_is_read_from_the_words(
    said: str, kind: str, text: str, where: Filters
) -> None:
    assert read_subject(said, HELD) == Subject(kind, text, where)  # type: ignore[arg-type]


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    return Memory(tmp_path / "slack.db")


TODAY = date(2026, 5, 4)


def test_a_subject_is_followed_once_by_each_person_and_stopped_by_them_alone(
    memory: Memory,
) -> None:
    follows = Follows(memory)
    first, new = follows.add(STAFF, Subject("topic", "Bins"), 3, TODAY)
    assert new
    assert follows.add(STAFF, Subject("topic", "bins"), 9, TODAY) == (first, False)
    assert follows.add(OFFICER, Subject("topic", "bins"), 9, TODAY)[1]
    assert follows.stop(OFFICER, first.number) is None
    assert follows.stop(STAFF, first.number) == first
    assert (follows.of(STAFF), len(follows.of(OFFICER))) == ([], 1)
    memory.close()


def test_a_number_is_not_given_again_so_that_an_old_button_stops_nothing_else(
    memory: Memory,
) -> None:
    follows = Follows(memory)
    first, _ = follows.add(STAFF, Subject("topic", "bins"), 0, TODAY)
    follows.stop(STAFF, first.number)
    again, _ = follows.add(STAFF, Subject("topic", "ponds"), 0, TODAY)
    assert again.number > first.number
    memory.close()


def test_nobody_follows_more_than_the_most(memory: Memory) -> None:
    follows = Follows(memory)
    for n in range(MOST):
        follows.add(STAFF, Subject("topic", f"bins {n}"), 0, TODAY)
    with pytest.raises(TooMany, match="50 subjects"):
        follows.add(STAFF, Subject("topic", "one more"), 0, TODAY)
    assert follows.add(STAFF, Subject("topic", "bins 7"), 0, TODAY)[1] is False
    memory.close()


def test_follows_are_kept_across_restarts(memory: Memory, tmp_path: Path) -> None:
    subject = Subject("topic", "bins", Filters(body="Cabinet", council="Eastmere"))
    Follows(memory).add(STAFF, subject, 4, TODAY)
    memory.close()
    again = Memory(tmp_path / "slack.db")
    (kept,) = Follows(again).of(STAFF)
    assert (kept.subject, kept.since_run) == (subject, 4)
    again.close()


def said(office: Office, request: str, user: str = STAFF) -> str:
    message = follow_request(office.desk, user, request)
    assert problems(list(message.blocks)) == [] if message.blocks else message.text
    return "\n".join(texts(list(message.blocks))) or message.text


def test_what_was_understood_is_said_and_the_newest_decision_held_is_shown(office: Office) -> None:
    told = said(office, "follow library opening in cabinet")
    assert "You now follow decisions on the topic “library opening”, in cabinet only." in told
    assert APPROVES in told
    assert "Recommended, not a decision" in told
    assert "Stop following library opening, cabinet" in told
    told = said(office, "follow the Allotments Committee")
    assert "decisions of the body “Allotments Committee”" in told
    assert "Held of it: papers of Allotments Committee." in told
    assert RESOLVED in told
    assert "You follow this already" in said(office, "follow allotments committee")


def test_what_is_not_held_may_be_followed_and_is_said_so(office: Office) -> None:
    told = said(office, "follow zzyzx quuxery")
    assert "I find no decision on it in the papers I hold now; I will look out for one." in told
    assert "no paper of such a body" in said(office, "follow Harbours Sub-Committee")
    assert "decisions on the topic “IT”" in said(office, "follow IT")
    assert len(Follows(office.desk.memory).of(STAFF)) == 3


@pytest.mark.parametrize(
    ("request_", "reply"),
    [
        ("follow", "Say what to follow"),
        ("follow ???", "There is no word in that which I could look for."),
        ("follow Everything", "I cannot follow everything; /decisions lists the newest of all."),
        ("follow “the”", "There is no word in that which I could look for."),
        (f"follow {'x' * 121}", "longer than the 120 characters"),
        ("following", "You follow nothing."),
        ("unfollow", "You follow nothing."),
        ("unfollow bins", "You do not follow “bins”."),
        ("forget", "say /townclerk forget me"),
    ],
)
def test_what_cannot_be_done_is_said_with_how_to(office: Office, request_: str, reply: str) -> None:
    assert reply in said(office, request_)
    assert Follows(office.desk.memory).of(STAFF) == []


def test_a_subject_is_stopped_by_its_name_as_said_or_as_listed(office: Office) -> None:
    for name in ("bins", "bins in Cabinet", "the Planning Committee"):
        follow_request(office.desk, STAFF, f"follow {name}")
    assert "“bins” is more than one" in said(office, "unfollow bins")
    assert "You no longer follow" in said(office, "unfollow Bins in cabinet")
    assert "You no longer follow" in said(office, "unfollow planning committee")
    assert "1 subject" in said(office, "following")
    assert "it was 1 subject" in said(office, "unfollow all")
    assert Follows(office.desk.memory).of(STAFF) == []


def test_everything_kept_of_a_person_is_forgotten_when_they_say_so(office: Office) -> None:
    follow_request(office.desk, STAFF, "follow bins")
    follow_request(office.desk, OFFICER, "follow bins")
    told = Told(office.desk.memory)
    told.remember(STAFF, 3, ["a paper"])
    told.note_asked(STAFF, ["another"], 3, TODAY)
    assert "1 subject" in said(office, "forget me")
    assert (told.up_to(STAFF), told.asked(STAFF)) == (0, {})
    with office.desk.memory.using() as db:
        kept = [list(db.query(f"SELECT user FROM {t}")) for t in ("follows", "told", "digests")]
    assert kept == [[{"user": OFFICER}], [], []]


def hostile() -> list[Follow]:
    words = ("<!channel> & <@U0STAFF>", "`x` *b* _i_", "\u202eevil\u202c", "🎉" * 60, "x" * 120)
    kinds = ("topic", "body", "person", "post", "topic")
    pairs = zip(kinds, words, strict=True)
    return [Follow(n, STAFF, Subject(k, w, Filters(body=w)), 0) for n, (k, w) in enumerate(pairs)]  # type: ignore[arg-type]


def test_no_words_of_a_subject_break_a_message() -> None:
    for follow in hostile():
        message = followed_message(follow, "Held.", None, new=True)
        assert problems(list(message.blocks)) == []
        assert "<!channel>" not in message.text
    many = following_message([one for _ in range(10) for one in hostile()])
    assert problems(list(many.blocks)) == []
    assert len(many.text) <= 4000


def test_one_click_stops_a_subject_and_the_list_gives_way_to_the_list_as_it_is(
    office: Office,
) -> None:
    follow_request(office.desk, STAFF, "follow bins")
    follow_request(office.desk, STAFF, "follow ponds")
    ponds = Follows(office.desk.memory).of(STAFF)[1]
    office.slack.command(STAFF, "/townclerk", "following")
    office.slack.press(STAFF, office.slack.wait_for_private(STAFF), STOP)
    _, after = office.slack.wait_for("response", 2)
    assert "You no longer follow" in after["text"]
    (listed,) = office.slack.private(STAFF)
    assert "You follow 1 subject of at most 50." in texts(listed["blocks"])[0]
    assert Follows(office.desk.memory).of(STAFF) == [ponds]


def test_nobody_stops_what_another_follows_nor_does_a_guest_follow(office: Office) -> None:
    follow_request(office.desk, STAFF, "follow bins")
    office.slack.command(GUEST, "/townclerk", "follow bins")
    office.slack.command(STAFF, "/townclerk", "status")
    office.slack.wait_for("response")
    assert Follows(office.desk.memory).users() == [STAFF]
