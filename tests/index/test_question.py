"""A question, as we understand it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.labels import label_word
from index.language import STOP_WORDS, stem, words
from index.question import Known, phrase_of, understand
from index.question.names import is_name_of, place_of
from index.question.spelling import Spelling
from index.question.terms import searched

TODAY = date(2026, 3, 10)
BODIES = ("Cabinet", "Executive Cabinet", "Overview and Scrutiny Committee", "Council")
KNOWN = Known(councils=("Marrowby Borough Council",), bodies=BODIES)


@pytest.mark.parametrize(
    ("question", "body"),
    [
        ("what did cabinet decide on Blackpool", "cabinet"),
        ("what did the executive cabinet decide on Blackpool", "executive cabinet"),
        ("what was agreed by the scrutiny committee on bins", "scrutiny committee"),
        ("what did full council resolve in 2007", "full council"),
        # Who sits on a body, or what the council does, is not a question within that body's papers.
        ("who chairs the scrutiny committee", None),
        ("who is the cabinet member for housing", None),
        ("what has the council decided on parking", None),
        # A body that plainly acts limits the question even where no paper of it is held.
        ("what did the allotments panel decide", "allotments panel"),
        ("which allotments panel was that", None),
        ("what did the chief executive say about the quay", None),
        ("what was said by the Chief Executive on the quay", None),
        ("what did the cabinet member for housing decide", None),
        ("what did the licensing committee decide about taxis", "licensing committee"),
    ],
)
def test_a_body_that_acts_or_meets_limits_the_question(question: str, body: str | None) -> None:
    assert understand(question, KNOWN, TODAY).filters.body == body


@pytest.mark.parametrize(
    ("question", "since"),
    [
        ("what was agreed on contracts in 2025", date(2025, 1, 1)),
        ("which contracts end in 2025", None),
        ("what expires on 30 September 2025", None),
    ],
)
def test_when_something_happens_does_not_limit_the_papers(
    question: str, since: date | None
) -> None:
    assert understand(question, KNOWN, TODAY).filters.since == since


def test_a_council_named_in_full_or_by_its_place_limits_the_question() -> None:
    for name in ("Marrowby Borough Council", "Marrowby Council", "marrowby borough council's"):
        asked = understand(f"what did {name} decide on bins", KNOWN, TODAY)
        assert asked.filters.council == "Marrowby Borough Council"
        assert [term.asked for term in asked.subject] == ["bins"]


@pytest.mark.parametrize(
    ("asked", "council"),
    [
        ("what did Ayton CC decide on bins", "Ayton Community Council"),
        ("what did the CC's chair say", "Ayton Community Council"),
        ("did the community council back the mast", "Ayton Community Council"),
        ("what did our borough council agree", "Marrowby Borough Council"),
        ("what did Forest of Dean council agree", "Forest of Dean District Council"),
        # Nothing tells which: two councils held are called so.
        ("what did the district council agree", None),
        ("what did Ayton agree", None),
        ("forest of trees at the council depot", None),
    ],
)
def test_a_council_may_be_named_by_its_initials_or_its_kind(
    asked: str, council: str | None
) -> None:
    councils = (
        "Ayton Community Council",
        "Marrowby Borough Council",
        "Forest of Dean District Council",
        "Stroud District Council",
    )
    assert understand(asked, Known(councils=councils), TODAY).filters.council == council


def test_the_place_of_a_council_held_is_searched_but_names_no_subject() -> None:
    asked = understand("bins in Marrowby", KNOWN, TODAY)
    assert asked.filters.council is None
    assert asked.councils == {"Marrowby Borough Council"}
    assert [(term.asked, term.place) for term in asked.terms] == [
        ("bins", False),
        ("Marrowby", True),
    ]
    assert [term.asked for term in asked.subject] == ["bins"]


def test_a_place_of_no_council_held_is_a_subject_like_any_other() -> None:
    asked = understand("bins in Blackpool", KNOWN, TODAY)
    assert [term.asked for term in asked.subject] == ["bins", "Blackpool"]


def test_a_place_that_is_a_common_word_needs_its_capital() -> None:
    known = Known(councils=("Bath City Council",))
    assert [t.place for t in understand("Was a bath put in", known, TODAY).terms] == [False, False]
    assert understand("is there a bath in Bath", known, TODAY).councils == {"Bath City Council"}


@pytest.mark.parametrize(
    ("council", "place"),
    [
        ("Ayton Community Council", "Ayton"),
        ("London Borough of Fenwick", "London Borough of Fenwick"),
        ("Royal Borough of Fenwick", "Fenwick"),
        ("The Council of the City of Fenwick", "Fenwick"),
        ("Council", ""),
    ],
)
def test_a_council_has_a_place(council: str, place: str) -> None:
    assert place_of(council) == place


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ("what did the council decide on bins", ["decide", "bins"]),
        ("has the council sold the mill", ["sold", "mill"]),
        ("council tax", ["council", "tax"]),
        ("the council tax scheme", ["council", "tax", "scheme"]),
        ("why wasn't the mill sold, and can't we mend it", ["mill", "sold", "mend"]),
        ("what's the cost of the mill pls", ["cost", "mill"]),
        ("tell us about the mill, thanks", ["mill"]),
        ("trade with the US", ["trade", "US"]),
        # In a phrase all in capitals, capitals make no name.
        ("what is “WHO IS TO MEND IT AND WHEN” about", ["MEND"]),
        ("what does “THE MILL: WHO SHOULD RUN IT” cost", ["MILL", "RUN", "cost"]),
        ("does the council", ["council"]),
    ],
)
def test_grammar_courtesy_and_the_council_itself_are_not_searched_for(
    asked: str, left: list[str]
) -> None:
    assert [term.asked for term in understand(asked, Known(), TODAY).terms] == left


def test_a_title_beside_a_name_and_the_words_of_a_time_name_no_subject() -> None:
    asked = understand("did Cllr Cook speak on grants for 2015/16 last spring", Known(), TODAY)
    assert [term.asked for term in asked.subject] == ["Cook", "grants"]


@pytest.mark.parametrize(
    ("asked", "references"),
    [
        ("what did we say of 23/00145/PPP?", ("23/00145/PPP",)),
        ("18/01804/ful and P/2019/0123", ("18/01804/ful", "P/2019/0123")),
        ("who wrote ADMINREP/REPORT/DH", ("ADMINREP/REPORT/DH",)),
        ("was CAB.45/23 called in", ("CAB.45/23",)),
        ("was CAB 45/23 called in", ("CAB 45/23",)),
        ("what does minute 183/20 say", ("183/20",)),
        ("what was agreed at minute 58", ("minute 58",)),
        ("minute GH.7 and minute K/9", ("minute GH.7", "K/9")),
        ("item no. 7(a), para. 3.2.1", ("item no. 7(a)", "para. 3.2.1")),
        ("recommendation (b), resolution 4", ("recommendation (b)", "resolution 4")),
        ("section 5.1, section 2 of the report", ("section 5.1", "section 2")),
        ("the section 106 sum, a 40 minute walk, item 12 March, minute 2019", ()),
        ("FIN-2024-17", ("FIN-2024-17",)),
        ("PARKS/24/07", ("PARKS/24/07",)),
        ("grants in 2015/16 and/or 26/27, on 5/11/2019, he/she said", ()),
        ("the Beanburn/Lawfield scheme, 24/7, after COVID-19", ()),
    ],
)
def test_a_reference_number_is_one_term_matched_whole(
    asked: str, references: tuple[str, ...]
) -> None:
    understood = understand(asked, Known(), TODAY)
    assert understood.references == references
    for term in understood.terms:
        if term.reference and len(term.asked.split("/")) > 1:
            assert term.ways == {phrase_of(term.asked)}


def test_what_a_figure_numbers_is_searched_by_its_label() -> None:
    (term,) = understand("minute 58", Known(), TODAY).subject
    assert (term.stem, term.ways) == (label_word("58"), {("minut", "58")})


@pytest.mark.parametrize(
    ("asked", "kind", "paper"),
    [
        ("what was said of bins in the June minutes", "minutes", "minutes"),
        ("according to the decision notice, who signed", "decision", "decision"),
        ("who wrote the report on bins", None, "report"),
        ("who proposed the minutes of the June 2018 meeting", None, "minutes"),
        ("a walk of ten minutes in the rain", None, None),
        ("bins", None, None),
    ],
)
def test_a_kind_of_paper_limits_where_one_looks_in_it(
    asked: str, kind: str | None, paper: str | None
) -> None:
    understood = understand(asked, Known(), TODAY)
    assert (understood.filters.kind, understood.paper) == (kind, paper)


def test_a_draft_may_be_asked_for() -> None:
    assert understand("what do the draft minutes say", Known(), TODAY).draft
    assert not understand("who drafted the report", Known(), TODAY).draft


def test_the_last_meeting_is_the_newest_of_the_body_said() -> None:
    newest = {"Cabinet": date(2026, 2, 3), "Council": date(2026, 1, 20)}
    known = Known(bodies=BODIES, newest=newest)
    of_any = understand("what was agreed at the last meeting", known, TODAY)
    assert (of_any.filters.since, of_any.filters.until) == (date(2026, 2, 3), date(2026, 2, 3))
    of_council = understand("agreed by full council at its last meeting", known, TODAY)
    assert of_council.filters.since == date(2026, 1, 20)
    assert of_council.last_meeting


HELD = {
    "allot": 9, "librari": 4, "coldingham": 30, "treasur": 8, "applic": 90, "aplic": 1,
    "inshor": 2, "hoistup": 2,
    "saddleworth": 3, "saddl": 2, "kettl": 4, "lane": 9, "pennyford": 2, "pennyfold": 2,
}  # fmt: skip
SPELT = Known(
    councils=("Gloucester City Council",),
    spelling=Spelling(lambda: frozenset(HELD), lambda root: HELD.get(root, 0)),
)


@pytest.mark.parametrize(
    ("asked", "corrected"),
    [
        ("rents of the alotments", (("alotments", "allotments"),)),
        ("Libary hours", (("Libary", "Library"),)),
        ("the road to coldinghm", (("coldinghm", "coldingham"),)),
        ("bins in Gloucster", (("Gloucster", "Gloucester"),)),
        ("the tresurer in Decemeber 2011", (("tresurer", "treasurer"), ("Decemeber", "December"))),
        # A place is likelier misspelt than new, if just one that is held is near.
        (
            "what of Sadleworth and Coldinghm",
            (("Sadleworth", "Saddleworth"), ("Coldinghm", "Coldingham")),
        ),
        ("the hall at Sadlewerth", (("Sadlewerth", "Saddleworth"),)),
        ("a path off Ketle Lane", (("Ketle", "Kettle"),)),
        ("a ketle for the hall", (("ketle", "kettle"),)),
        ("the hall at Pennyfod", ()),  # as near to two
        ("who is Ketle", ()),  # a plain word alone is no place
        ("did Cllr Sadleworth ask", ()),
        ("did Cllr J. Sadleworth ask", ()),
        ("the Saddleworth hall", ()),
        # It may be right: a name, capitals, a figure, plain English, or a word that is too short.
        ("who is Mrs Tresurer", ()),
        ("the ALOTMENT form", ()),
        ("the all0tment", ()),
        ("the treasures of the hall", ()),
        ("cattle and unicorns", ()),
        ("a bus by the lbrry", ()),
    ],
)
def test_a_misspelt_word_is_read_as_one_that_the_papers_hold(
    asked: str, corrected: tuple[tuple[str, str], ...]
) -> None:
    assert understand(asked, SPELT, TODAY).corrected == corrected


def test_what_is_searched_for_is_the_word_as_read_and_the_question_stays_as_asked() -> None:
    asked = understand("rents of the alotments in Septmber 2015", SPELT, TODAY)
    assert [term.asked for term in asked.terms] == ["rents", "allotments", "September", "2015"]
    assert asked.text == "rents of the alotments in Septmber 2015"
    assert asked.days
    assert asked.days.first == date(2015, 9, 1)


def test_a_slip_that_a_paper_holds_too_finds_the_usual_spelling_as_well() -> None:
    (term,) = understand("aplications", SPELT, TODAY).subject
    assert (term.stem, term.ways) == ("aplic", {("applic",)})


def test_words_that_shape_a_question_are_searched_but_name_no_subject() -> None:
    asked = understand("what was the latest decision about the leisure trust", KNOWN, TODAY)
    assert [term.asked for term in asked.terms] == ["latest", "decision", "leisure", "trust"]
    assert [term.asked for term in asked.subject] == ["leisure", "trust"]


@pytest.mark.parametrize(
    ("asked", "subject"),
    [
        ("the in-shore gardeners", [("in-shore", "inshor", set()), ("gardeners", "garden", set())]),
        ("the hoist-up", [("hoist-up", "hoistup", {("hoist",)})]),
        # No paper writes this one so: its noun is looked for.
        ("the off-shore gardeners", [("shore", "shore", set()), ("gardeners", "garden", set())]),
    ],
)
def test_what_a_hyphen_joins_to_a_particle_is_one_word_where_papers_write_it_so(
    asked: str, subject: list[tuple[str, str, set[tuple[str, ...]]]]
) -> None:
    terms = understand(asked, SPELT, TODAY).subject
    assert [(term.asked, term.stem, set(term.ways)) for term in terms] == subject


def test_what_asks_for_a_value_names_no_subject() -> None:
    asked = understand("how much is the ferry lease worth", KNOWN, TODAY)
    assert [term.asked for term in asked.subject] == ["ferry", "lease"]


def test_a_question_of_soft_words_only_is_about_those() -> None:
    asked = understand("what is the latest report", KNOWN, TODAY)
    assert [term.asked for term in asked.subject] == ["latest", "report"]


def test_abbreviations_work_in_both_directions() -> None:
    short, long = phrase_of("LSP"), phrase_of("Local Strategic Partnership")
    known = Known(abbreviations={short: frozenset({long}), long: frozenset({short})})
    assert long in understand("who runs the LSP", known, TODAY).subject[-1].ways
    for term in understand("the local strategic partnership", known, TODAY).terms:
        assert short in term.ways


def test_capitals_keep_a_word_that_small_letters_would_lose() -> None:
    assert [t.asked for t in understand("who leads on IT", KNOWN, TODAY).terms] == ["leads", "IT"]
    assert [t.asked for t in understand("is it leads", KNOWN, TODAY).terms] == ["leads"]


def test_a_word_said_twice_is_searched_once() -> None:
    asked = understand("parking and car parking", Known(), TODAY)
    assert [term.stem for term in asked.terms] == ["park", "car"]


@given(st.text(max_size=200))
def test_any_text_at_all_may_be_asked_and_no_word_is_lost(text: str) -> None:
    asked = understand(text, Known(), TODAY)
    held = " ".join(term.asked for term in asked.terms)
    limits = asked.filters.since or asked.filters.until or asked.filters.kind or asked.filters.body
    corrected = {said for said, _ in asked.corrected}
    for word in searched(asked.text):
        assert (
            limits or word.text in held or word.text in corrected or _is_said_twice(word.text, held)
        )


def _is_said_twice(word: str, held: str) -> bool:
    return stem(word) in {stem(other.text) for other in words(held)}


@given(st.lists(st.sampled_from(["roof", "the", "Mill", "sluice", "was", "who"]), max_size=8))
def test_only_grammar_is_left_out(said: list[str]) -> None:
    asked = understand(" ".join(said), Known(), TODAY)
    kept = {term.asked.casefold() for term in asked.terms}
    assert {word.casefold() for word in said} - kept <= STOP_WORDS


def test_a_body_is_known_by_any_words_of_its_name() -> None:
    assert is_name_of("scrutiny committee", "Overview and Scrutiny Committee")
    assert not is_name_of("planning committee", "Overview and Scrutiny Committee")
