"""Questions that are offered in place of one that was not answered can be answered themselves."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.evaluation.questions import read_questions
from index.library import Library, open_library
from index.records import Citation
from index.wording import say_date
from support.commands import ROOT, run_json

TODAY = date(2026, 3, 20)

PAPERS = {
    "lido.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

4 July 2023

REPORT OF THE HEAD OF LEISURE

RENEWAL OF THE LIDO

1. RECOMMENDATIONS
1.1 That Cabinet approves new lockers.

2. DETAIL
2.1 The dustbins by the lido are emptied by volunteers from the rowing club.

Service Area\tLead Officer\tCabinet Member
Lifeguards\tPriya Nand Lakes Manager\tCllr Tom Ashby Cabinet Member for Leisure
""",
    "minutes.txt": """BROCKHAM DISTRICT COUNCIL

CABINET

MINUTES of the meeting held on Tuesday 4 July 2023

12. RENEWAL OF THE LIDO

RESOLVED: That new lockers be approved.
""",
}


def held(home: Path, papers: Path) -> Path:
    """A data folder with the papers of a folder."""
    assert run_json("ingest", papers, data=home / "data")["failed"] == 0
    return home / "data"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The papers above, to be asked."""
    home = tmp_path_factory.mktemp("suggesting")
    (home / "papers").mkdir()
    for name, text in PAPERS.items():
        (home / "papers" / name).write_text(text, encoding="utf-8")
    with open_library(held(home, home / "papers")) as opened:
        yield opened


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The sample papers, to be asked."""
    with open_library(held(tmp_path_factory.mktemp("samples"), ROOT / "samples")) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "suggested"),
    [
        (
            # The word no paper has is dropped.
            "how much did the unicorn lockers cost",
            (
                "What does “RENEWAL OF THE LIDO” of 4 July 2023 say about lockers?",
                "What do the minutes of 4 July 2023 say about lockers?",
            ),
        ),
        (
            "how much did the renewal of the lido cost",
            (
                "What was decided about “RENEWAL OF THE LIDO” on 4 July 2023?",
                "What was recommended on “RENEWAL OF THE LIDO” on 4 July 2023?",
            ),
        ),
        (
            # The papers' own word for it is offered.
            "when are the wheelie bins emptied",
            ("What does “RENEWAL OF THE LIDO” of 4 July 2023 say about dustbins emptied?",),
        ),
        (
            "who trained the lifeguards in 1987",
            (
                "Who is the Lead Officer for Lifeguards?",
                "What does “RENEWAL OF THE LIDO” of 4 July 2023 say about lifeguards?",
            ),
        ),
        ("what's the latest on the airport", ("What did Cabinet decide on 4 July 2023?",)),
    ],
)
def test_the_nearest_papers_give_the_questions(
    library: Library, question: str, suggested: tuple[str, ...]
) -> None:
    answer = library.ask(question, today=TODAY)
    assert answer.status != "answered"
    assert sorted(answer.suggestions) == sorted(suggested)  # two papers of one day


def test_every_question_offered_for_the_samples_finds_the_paper_it_names(
    samples: Library,
) -> None:
    offered = 0
    for question in developed():
        answer = samples.ask(question, today=TODAY)
        assert len(answer.suggestions) <= 2
        assert bool(answer.suggestions) == (answer.status != "answered")
        for better in answer.suggestions:
            offered += 1
            found = samples.ask(better, today=TODAY)
            assert found.status in ("answered", "related"), better
            assert better != question
            assert any(is_named(better, cited) for cited in found.citations), better
    assert offered > 100


def test_how_sure_an_answer_is_is_never_told_in_figures_of_our_own(samples: Library) -> None:
    for question in developed():
        answer = samples.ask(question, today=TODAY)
        ours = " ".join((answer.headline, *answer.position, *answer.suggestions))
        for share in re.findall(r"\d[\d.]* ?(?:%|per ?cent)", ours):
            quoted = f"{answer.citations} {question}"
            assert share in quoted, ours


def developed() -> list[str]:
    """The questions for developing with, but for follow-ups, which have tests of their own."""
    asked = read_questions(sorted((ROOT / "tests" / "questions").glob("*.jsonl")))
    return [one.question for one in asked if one.half == "develop" and not one.conversation]


def is_named(question: str, cited: Citation) -> bool:
    """Whether a citation is of the paper that a question names by its title, heading or day."""
    front = cited.report.front
    titled = re.search(r"“(.+)”", question)
    dated = re.search(r"(?:on|of) (\d+ [A-Z][a-z]+ \d{4})(?:\?| say about)", question)
    is_of_title = not titled or titled[1] in f"{front.title} | {cited.heading}"
    day = say_date(front.meeting_date) if front.meeting_date else None
    return is_of_title and (not dated or dated[1] == day)


def test_what_is_not_held_is_told_with_the_nearest_titles(library: Library) -> None:
    answer = library.ask("when did the gorillas of Xanadu in Lesotho emptied lido", today=TODAY)
    assert answer.status == "no_answer"
    assert answer.headline == (
        "Not found: no paper held speaks of “gorillas”, “Xanadu”, “Lesotho”. The nearest papers "
        "held: RENEWAL OF THE LIDO, Brockham District Council, Cabinet, 4 July 2023; Minutes, "
        "Brockham District Council, Cabinet, 4 July 2023."
    )


IN_CAPITALS = """BROCKHAM DISTRICT COUNCIL

CABINET

9 May 2023

REPORT OF THE HEAD OF LEISURE

THE BANDSTAND: WHO SHOULD MEND IT AND WHEN SHOULD IT OPEN

1. DETAIL
1.1 The bandstand was shut in March when its roof let in the rain.
1.2 The council's joiners are to begin upon the rafters.
"""


@pytest.mark.parametrize(
    ("question", "suggested"),
    [
        ("how many wasps were in the rafters", "rafters"),
        # "begin" names nothing that a paper could speak about.
        ("on which day do the joiners begin to whistle", "joiners begin"),
    ],
)
def test_a_title_in_capitals_is_offered_so_that_it_is_read_aright(
    tmp_path: Path, question: str, suggested: str
) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "bandstand.txt").write_text(IN_CAPITALS, encoding="utf-8")
    with open_library(held(tmp_path, tmp_path / "papers")) as library:
        offered = library.ask(question, today=TODAY).suggestions
        title = "THE BANDSTAND: WHO SHOULD MEND IT AND WHEN SHOULD IT OPEN"
        assert offered == (f"What does “{title}” of 9 May 2023 say about {suggested}?",)
        found = library.ask(offered[0], today=TODAY)
    assert found.status != "no_answer"
    assert not {"WHO", "SHOULD", "IT", "AND"} & set(found.searched.words)
