"""Follow-ups take their subject from what was asked before, and never guess it."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.library import Library, open_library
from index.question import Known
from index.question.follow_ups import TURNS_READ, Conversation
from support.commands import run

COUNCILS = ("Chorley Borough Council", "South Ribble Borough Council", "Marrowby Borough Council")
BODIES = ("Cabinet", "Council", "Licensing Committee", "Planning Committee")
TODAY = date(2026, 3, 1)


def conversation(*named: str) -> Conversation:
    """A conversation in which the answers before name some persons."""
    return Conversation(Known(COUNCILS, BODIES), TODAY, lambda _: named)


WASTE = "What did Cabinet decide about the garden waste charge?"
ROOF = "How much did the pool roof cost at Carrside in 2015?"


@pytest.mark.parametrize(
    ("earlier", "question", "read_as"),
    [
        # The question before, with words swapped for those that are like them.
        ("who leads procurement", "and for payroll?", "who leads payroll"),
        ("Who is the officer for procurement?", "and payroll?", "Who is the officer for payroll?"),
        (ROOF, "and in 2019?", "How much did the pool roof cost at Carrside in 2019?"),
        (ROOF, "in 2018/19?", "How much did the pool roof cost at Carrside in 2018/19?"),
        (ROOF, "and last year?", "How much did the pool roof cost at Carrside last year?"),
        (ROOF, "what about the boiler?", "How much did the boiler cost at Carrside in 2015?"),
        (ROOF, "And at Dunlow?", "How much did the pool roof cost at Dunlow in 2015?"),
        ("What is the bin charge?", "in 2023?", "What is the bin charge in 2023?"),
        ("How much is band D council tax?", "and band C?", "How much is band C council tax?"),
        (
            "who leads procurement for Chorley?",
            "what about South Ribble?",
            "who leads procurement for South Ribble?",
        ),
        (
            "how much does Chorley pay for payroll",
            "and South Ribble?",
            "how much does South Ribble pay for payroll",
        ),
        (
            "What did Marrowby's cabinet decide about bins?",
            "what about Chorley?",
            "What did Chorley's cabinet decide about bins?",
        ),
        (
            "what was decided at cabinet on 21 January 2025?",
            "and at council?",
            "what was decided at full council on 21 January 2025?",
        ),
        (
            "What did Cllr Cook say about the pool?",
            "and Cllr Smith?",
            "What did Cllr Smith say about the pool?",
        ),
        (
            "who chairs the planning committee?",
            "and the licensing committee?",
            "who chairs the licensing committee?",
        ),
        ("What did Cabinet decide about planning?", "and licensing?",
         "What did Cabinet decide about licensing?"),
        ("How many houses at Mill Lane?", "and at Elm Road?", "How many houses at Elm Road?"),
        ("Why was the Mill Lane application refused?", "and 14 Market Place?",
         "Why was 14 Market Place refused?"),
        ("Why was the Mill Lane application refused?", "and the old bank at 14 Low Street?",
         "Why was the old bank at 14 Low Street refused?"),
        ("Who wrote the paper on joint working with Ousterby?", "and the leisure trust?",
         "Who wrote the paper on the leisure trust?"),
        ("What was agreed about the closure of the pool?", "and about parking?",
         "What was agreed about parking?"),
        ("What about the repair of the roof?", "and the boiler?",
         "What about the repair of the boiler?"),
        ("What is the roads budget for 2024/25?", "and the year before?",
         "What is the roads budget for 2023/24?"),
        ("What did we agree about the path in May 2019?", "and in June?",
         "What did we agree about the path in June 2019?"),
        ("who chairs the audit committee?", "and the vice chair?",
         "who is the vice chair of the audit committee?"),
        ("who is the portfolio holder for housing?", "and the deputy?",
         "who is the deputy portfolio holder for housing?"),
        ("application 23/00145/PPP - what was decided?", "and 23/00146/FUL?",
         "application 23/00146/FUL - what was decided?"),
        ("who leads procurement for Dunlow?", "and payroll?", "who leads payroll for Dunlow?"),
        ("who leads procurement for Dunlow?", "and Staithe?", "who leads procurement for Staithe?"),
        ("who is the member for Staithe?", "and castle?", "who is the member for castle?"),
        # "It", and questions that ask of nothing: the subject, then what was asked of it.
        (WASTE, "who proposed it?", "The garden waste charge at Cabinet: who proposed it?"),
        (WASTE, "when was that?", "The garden waste charge at Cabinet: when was that?"),
        (WASTE, "why?", "The garden waste charge at Cabinet: why?"),
        (WASTE, "and the reasons?", "The garden waste charge at Cabinet: the reasons"),
        (WASTE, "any objections?", "The garden waste charge at Cabinet: any objections?"),
        (WASTE, "was it approved?", "The garden waste charge at Cabinet: was it approved?"),
        (
            WASTE,
            "how much will it cost residents?",
            "The garden waste charge at Cabinet: how much will it cost residents?",
        ),
        (
            WASTE,
            "does it apply to allotments?",
            "The garden waste charge at Cabinet: does it apply to allotments?",
        ),
        (
            WASTE,
            "what did scrutiny think of it?",
            "The garden waste charge at Cabinet: what did scrutiny think of it?",
        ),
        (
            WASTE,
            "who opposed that decision?",
            "The garden waste charge at Cabinet: who opposed that decision?",
        ),
        ("Who is the lead officer for procurement?", "how much does it cost?",
         "Procurement: how much does it cost?"),
        ("who won the bridge contract?", "when does it start?",
         "The bridge contract: when does it start?"),
        ("Was the Elm Road pool closed?", "why?", "The Elm Road pool closed: why?"),
        ("Was the old pool closed?", "who proposed it?", "The old pool: who proposed it?"),
        ("How much was granted to Hollin Hall?", "who made that decision?",
         "Hollin Hall: who made that decision?"),
        ("What did the traders say of a charge on Sundays?", "how much would it bring in?",
         "The traders, a charge on Sundays: how much would it bring in?"),
        ("what was decided at the last meeting?", "who was present?",
         "At the last meeting: who was present?"),
        ("Did the pool and the library get money?", "when did they start?",
         "The pool, the library: when did they start?"),
        ("How many staff will move to the trust?", "what will happen to their pensions?",
         "The trust: what will happen to their pensions?"),
        ("Has the council adopted a tree policy?", "at which meeting?",
         "A tree policy: at which meeting?"),
        ("Has the council adopted a tree policy?", "what are the next steps?",
         "A tree policy: what are the next steps?"),
        ("who chairs the audit committee?", "since when?", "The audit committee: since when?"),
        ("what did we ask of the parish council about the path?", "who objected?",
         "The parish council about the path: who objected?"),
        ("Did cabinet sell the Aldergate depot?", "for how much?",
         "The Aldergate depot at cabinet: for how much?"),
        ("What is the deadline for objections to the local plan?", "has it passed?",
         "The local plan: has it passed?"),
        ("Who was present at Cabinet on 21 January 2025?", "what did they decide?",
         "At Cabinet on 21 January 2025: what did they decide?"),
        ("List the recommendations on flooding", "which of those did cabinet reject?",
         "Flooding: which of those did cabinet reject?"),
        ("List the recommendations on flooding", "which ones were rejected?",
         "Flooding: which ones were rejected?"),
        ("Did we object to the wind farm?", "on what grounds?", "The wind farm: on what grounds?"),
        # Persons.
        ("Was Mr Jones's bid approved?", "what did he want?", "Mr Jones: what did he want?"),
        ("What did Cllr Cook say about the pool?", "what else did she say?",
         "Cllr Cook: what else did she say?"),
    ],
)  # fmt: skip
def test_a_follow_up_is_read_with_its_subject(earlier: str, question: str, read_as: str) -> None:
    assert conversation().read(question, [earlier]).read_as == read_as


@pytest.mark.parametrize(
    "question",
    [
        WASTE,
        "parking charges",
        "and what did they decide about parking?",
        "how much does it cost to hire the hall?",
        "when was it agreed that the pool should close?",
        "is it true that the pool is closing?",
        "Village Facebook page: who runs it now?",
        "How many members make up the council and how often do they sit?",
        "Which firm gave us the noticeboards and what did it want back?",
        "the land that was sold to the trust",
        "Did the trust sell its hall?",
        "Before this, when did we last put parking prices up?",
        "who said he would resign over the pool?",
        "who is on the planning committee?",
        "what's the latest on planning?",
        "who attended cabinet on 5 May 2025?",
        "what was agreed at the last meeting?",
        "how many councillors are there?",
        "when is the next meeting?",
        "did they approve parking?",
        "What does it cost the city each year in staff and software to run the tax scheme?",
    ],
)
def test_a_question_that_stands_by_itself_is_never_changed(question: str) -> None:
    for earlier in ([], ["who leads procurement for Chorley?"], [ROOF]):
        turn = conversation().read(question, earlier)
        assert (turn.question, turn.read_as, turn.unclear) == (question, None, None)


@pytest.mark.parametrize(
    ("earlier", "question", "word"),
    [
        ([], "when was that?", "that"),
        ([], "who proposed it?", "it"),
        ([], "and for payroll?", ""),
        ([], "why?", ""),
        ([], "who seconded?", ""),
        ([], "what else does he lead?", "he"),
        (["thanks!"], "who proposed it?", "it"),
        (["when was that?"], "who proposed it?", "it"),
        (["Did the pool and the library get money?"], "when did it start?", "it"),
        (["Did we close Elm Road and Oak Road?"], "when did it start?", "it"),
        (["Did 2015 cost more than 2016 for grit?"], "and in 2019?", "in 2019"),
        (["Did Chorley agree with South Ribble on payroll?"], "and Marrowby?", "Marrowby"),
        ([WASTE], "what else did she say?", "she"),
        ([WASTE], "and the year before?", "the year before"),
        ([WASTE], "and the vice chair?", "the vice chair"),
    ],
)
def test_a_follow_up_that_may_mean_several_things_or_none_is_not_clear(
    earlier: list[str], question: str, word: str
) -> None:
    turn = conversation().read(question, earlier)
    assert (turn.read_as, turn.unclear) == (None, word)
    assert turn.fuller


@pytest.mark.parametrize(
    "question", ["what about parking?", "what was decided?", "who leads?", "for payroll"]
)
def test_without_a_conversation_what_can_be_searched_is(question: str) -> None:
    assert conversation().read(question).unclear is None


def test_each_of_two_subjects_makes_a_fuller_question() -> None:
    turn = conversation().read("when did it start?", ["Did the pool and the library get money?"])
    assert turn.fuller == ("The pool: when did it start?", "The library: when did it start?")


def test_a_person_is_the_one_that_the_answer_before_names() -> None:
    asked = ("what else does he lead?", ["Who leads procurement?"])
    assert conversation("Neil Copgrave").read(*asked).read_as == (
        "Neil Copgrave: what else does he lead?"
    )
    two = conversation("Neil Copgrave", "Ann Roe").read(*asked)
    assert two.fuller == (
        "Neil Copgrave: what else does he lead?",
        "Ann Roe: what else does he lead?",
    )


@pytest.mark.parametrize(
    ("earlier", "question", "read_as"),
    [
        (["who leads procurement?", "and payroll?"], "and audit?", "who leads audit?"),
        (
            ["who leads procurement?", "and payroll?"],
            "when was that reported?",
            "Payroll: when was that reported?",
        ),
        (
            [WASTE, "when was that?"],
            "who seconded it?",
            "The garden waste charge at Cabinet: who seconded it?",
        ),
        (
            [WASTE, "who proposed it?"],
            "and why?",
            "The garden waste charge at Cabinet: why?",
        ),
        ([WASTE, "Who won the bid?"], "how much was it?", "The bid: how much was it?"),
        ([WASTE, "thanks"], "why?", "The garden waste charge at Cabinet: why?"),
        (["who leads audit?", *[WASTE] * TURNS_READ], "and parking?",
         "What did Cabinet decide about parking?"),
    ],
)  # fmt: skip
def test_subjects_are_carried_from_step_to_step(
    earlier: list[str], question: str, read_as: str
) -> None:
    assert conversation().read(question, earlier).read_as == read_as


@pytest.mark.parametrize(
    "text", ["", "?", "it", "and", "and for", "\ud800", "(" * 500, "is it " * 9999]
)
@pytest.mark.parametrize(
    "earlier", ["", "?", "thanks", WASTE, "was it so " * 9999, "\ud800 and it"]
)
def test_any_text_may_be_asked_after_any_other(text: str, earlier: str) -> None:
    turn = conversation().read(text, [earlier])
    assert turn.read_as is None or turn.unclear is None


def test_what_is_read_stands_by_itself() -> None:
    read = conversation().read("who proposed it?", [WASTE]).question
    assert conversation().read(read, [ROOF]).read_as is None


MINUTES = """Minutes of a meeting of the Cabinet held on 4 March 2025

Present: Councillor Ann Ash (Chair), Councillor Bo Pike.

## 12. Trees in the parks

Moved by Councillor Ash, seconded by Councillor Pike, and
RESOLVED that forty limes be planted in Long Meadow.

## 13. Benches

RESOLVED that twelve benches be bought for £4,800.
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("follow_ups")
    papers = folder / "papers"
    papers.mkdir()
    (papers / "minutes.md").write_text(MINUTES)
    assert run("ingest", str(papers), data=folder / "data").returncode == 0
    return folder / "data"


@pytest.fixture
def library(data: Path) -> Iterator[Library]:
    with open_library(data) as opened:
        yield opened


LIMES = "What did Cabinet decide about limes?"


def test_when_that_was_is_the_day_of_the_meeting_that_was_cited(library: Library) -> None:
    earlier = library.ask(LIMES, today=TODAY)
    answer = library.ask("when was that?", today=TODAY, conversation=[LIMES])
    assert (answer.status, answer.kind, answer.headline) == (
        "answered",
        "when",
        "Resolved: Cabinet, 4 March 2025.",
    )
    assert answer.citations == earlier.citations[:1]
    assert (answer.question, answer.read_as) == (
        "when was that?",
        "Limes at Cabinet: when was that?",
    )


def test_who_moved_it_is_told_of_the_decision_that_was_cited(library: Library) -> None:
    answer = library.ask("who seconded it?", today=TODAY, conversation=[LIMES])
    assert answer.status == "answered"
    assert answer.headline.startswith("Moved by Councillor Ash, seconded by Councillor Pike")
    other = library.ask("who moved it?", conversation=["What was decided about benches?"])
    assert "Ash" not in other.headline


def test_the_words_of_the_conversation_are_marked_in_what_was_searched(library: Library) -> None:
    answer = library.ask("and about benches?", today=TODAY, conversation=[LIMES])
    assert answer.read_as == "What did Cabinet decide about benches?"
    assert answer.searched.words == ("decide", "benches")
    assert answer.searched.from_conversation == ("decide",)
    assert "£4,800" in answer.citations[0].excerpt


def test_a_misspelt_follow_up_is_read_aright(library: Library) -> None:
    answer = library.ask("and benchs?", today=TODAY, conversation=[LIMES])
    assert "£4,800" in answer.citations[0].excerpt


def test_a_follow_up_that_is_not_clear_asks_for_its_subject(library: Library) -> None:
    answer = library.ask("when was that?", today=TODAY)
    assert (answer.status, answer.citations) == ("no_answer", ())
    assert answer.headline == "It is not clear what “that” means here. Please name the subject."
    assert answer.suggestions == (
        "The subject first, such as: The parking charges: when was that?",
    )


def test_when_nothing_was_found_before_there_is_no_date(library: Library) -> None:
    answer = library.ask("when was that?", conversation=["What was decided about volcanoes?"])
    assert (answer.status, answer.citations) == ("no_answer", ())


def test_the_command_takes_what_was_asked_before_and_says_how_it_read(data: Path) -> None:
    done = run("ask", "and about benches?", "--after", LIMES, data=data)
    assert done.stdout.startswith("Read as: What did Cabinet decide about benches?")
    assert "From an earlier question: decide." in " ".join(done.stdout.split())
    told = json.loads(
        run("ask", "when?", "--after", LIMES, "--after", "and benches?", "--json", data=data).stdout
    )
    assert told["read_as"] == "Benches at Cabinet: when?"
    assert told["searched"]["from_conversation"] == ["Benches"]
    alone = json.loads(run("ask", LIMES, "--json", data=data).stdout)
    assert (alone["read_as"], alone["searched"]["from_conversation"]) == (None, [])


def test_the_prompt_remembers_what_was_asked(data: Path) -> None:
    done = run("ask", data=data, stdin=f"{LIMES}\nwhen was that?\n\n")
    assert "Resolved: Cabinet, 4 March 2025." in done.stdout
