"""The vocabulary of council language: groups well formed, and unlike things kept apart."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.question import Known, understand
from index.question.groups import Group, groups_in, other_ways, searched, spoken, vocabulary
from index.question.vocabulary import same_as, soft_stems

GROUPS = [*groups_in(vocabulary())]
TODAY = date(2026, 3, 10)
MOST_WAYS = 8  # each is a look-up in the index, and a wide group is a loose one


def ways_asked(question: str) -> dict[str, set[str]]:
    """The other ways of each word of a question, as text."""
    terms = understand(question, Known(), TODAY).terms
    return {term.asked: {" ".join(way) for way in term.ways} for term in terms}


def test_comments_and_empty_lines_are_no_groups() -> None:
    text = "# Why\n## Bins: a theme\n\nbin | wheelie bin\n"
    assert [*groups_in(text)] == [Group(4, ("bin", "wheelie bin"))]


def test_each_group_has_phrases_that_differ_and_one_that_papers_may_hold() -> None:
    for group in GROUPS:
        asked = [spoken(phrase) for phrase in group.phrases]
        assert len(asked) > 1, group
        assert len(asked) == len(set(asked)), group
        assert all(asked), group
        assert any(searched(phrase) for phrase in group.phrases), group


def test_no_group_stands_twice() -> None:
    seen = [frozenset(map(spoken, group.phrases)) for group in GROUPS]
    assert len(seen) == len(set(seen))


def test_every_theme_says_why() -> None:
    themes = [line for line in vocabulary().splitlines() if line.startswith("## ")]
    assert len(themes) > 10
    assert all(": " in theme for theme in themes)


def test_no_phrase_has_many_other_ways() -> None:
    wide = {phrase: ways for phrase, ways in other_ways().items() if len(ways) > MOST_WAYS}
    assert wide == {}


def test_groups_are_used_in_both_directions() -> None:
    written = {searched(one) for group in GROUPS for one in group.phrases}
    for phrase, ways in other_ways().items():
        if phrase in written:
            assert all(phrase in other_ways()[way] for way in ways), phrase


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("co-opt", "unelected"),
        ("street lamp", "lighting column"),
        ("zebra crossing", "pedestrian crossing"),
        ("bottle bank", "recycling"),
        ("graveyard", "cemetery"),
        ("dog mess", "dog fouling"),
        ("winter maintenance", "gritting"),
        ("train station", "railway station"),
        ("heart machine", "defibrillator"),
        ("swings", "play area"),
        ("pub", "inn"),
        ("photovoltaic", "solar"),
        ("tree preservation order", "TPO"),
        ("community centre", "village hall"),
        ("council tax", "precept"),
        ("quotation", "tender"),
        ("overspend", "deficit"),
        ("job losses", "redundancy"),
        ("computing", "ICT"),
        ("rough sleeping", "homelessness"),
        ("Christmas lights", "festive lights"),
        ("postponed", "deferred"),
        ("reduced", "reduction"),
        ("paid", "payment"),
        ("LGR", "local government reorganisation"),
        ("chip in", "contribution"),
        ("foot the bill", "meet the cost"),
        ("claw back", "recoup"),
        ("out of pocket", "reimburse"),
        ("dip into reserves", "drawdown"),
        ("sold off", "disposal"),
        ("keyholder", "key holder"),
        ("cheapest quote", "lowest tender"),
        ("without competition", "direct award"),
        ("go back on", "rescind"),
        ("u-turn", "overturn"),
        ("wound up", "dissolved"),
        ("team up", "shared service"),
        ("filled in for", "deputise"),
        ("given the sack", "dismissal"),
        ("data leak", "data breach"),
        ("turnout", "number of votes cast"),
        ("weigh up", "options appraisal"),
        ("tests to be met", "criteria"),
        ("rules of thumb", "guiding principles"),
        ("held up", "delay"),
        ("got through", "approved"),
        ("ditched the", "abandon"),
        ("keep an eye on", "monitor"),
        ("cut-off date", "deadline"),
        ("black bin", "residual waste"),
        ("bin lorry", "refuse collection vehicle"),
        ("dog attack", "dangerous dog"),
        ("leaf fall", "leaf clearance"),
        ("stonemason", "memorial mason"),
        ("paddling pool", "splash pad"),
        ("all-weather pitch", "3G pitch"),
        ("library van", "mobile library"),
        ("panto", "pantomime"),
        ("book the hall", "booking secretary"),
        ("boiler", "heating"),
        ("utilities", "statutory undertaker"),
        ("gully emptying", "blocked drain"),
        ("safety camera", "speed camera"),
        ("bus interchange", "bus station"),
        ("congestion charge", "clean air zone"),
        ("cab rank", "taxi rank"),
        ("overlooked", "loss of privacy"),
        ("forced sale", "compulsory purchase"),
        ("arborist", "tree surgeon"),
        ("pylon", "overhead lines"),
        ("raw sewage", "storm overflow"),
        ("bookies", "betting shop"),
        ("noisy neighbours", "statutory nuisance"),
        ("scores on the doors", "food hygiene rating"),
        ("bedroom tax", "spare room subsidy"),
        ("house swap", "mutual exchange"),
        ("bed blocking", "delayed discharge"),
        ("personal budget", "direct payment"),
        ("school dinners", "school meals"),
        ("home schooling", "elective home education"),
        ("jobless", "unemployment"),
        ("empty shop", "vacant unit"),
        ("visitor levy", "tourist tax"),
        ("five", "5"),
    ],
)
def test_what_people_say_finds_what_papers_say(asked: str, held: str) -> None:
    assert searched(held) in same_as(spoken(asked))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Words of one stem: a group with one of them would hold the other.
        ("training", "railway"),  # train
        ("project", "forecast"),  # projection
        ("travel", "gypsy"),  # traveller
        ("diversity", "road closure"),  # diversion
        ("take", "income"),  # takings
        ("village", "residents"),  # villager
        ("information", "notify"),  # inform
        ("conversation", "change of use"),  # conversion
        ("design", "nominated"),  # designated
        ("development", "builder"),  # developer
        ("authority", "written"),  # author
        ("festival", "Christmas"),  # festive
        ("officer", "premises"),  # office
        ("objective", "target"),  # object
        ("diverse", "road closed"),
        # Words of several meanings, kept to one.
        ("residents", "staff"),
        ("close", "near"),
        ("services", "ICT"),  # "IT services", of which "it" is grammar
        ("equality impact assessment", "environmental impact assessment"),
        ("community council", "county council"),
        ("police constable", "parish council"),
        ("graveyard", "landfill"),
        ("cemetery", "cremation"),
        ("bus stop", "prevent"),
        ("newspaper", "urgent"),  # pressing
        ("consultation", "outside expert"),  # consultant
        ("option", "discretionary"),  # optional
        ("commissioning", "intervention"),  # commissioners
        ("department", "departure"),  # depart
        ("festival", "equitable"),  # fair
        ("watercourse", "abandon"),  # ditch
        ("flagpole", "highlight"),  # flag
        ("information", "notification"),  # inform
        ("install", "staged payments"),  # instalment
        ("public", "advertise"),  # publicity
        ("pay", "payroll"),  # PAYE
        ("several", "early retirement"),  # severance
        ("specific", "scope of works"),  # specification
        ("cost", "high cost"),  # costly
        ("division", "contentious"),  # divisive
        ("extremely", "counter-terrorism"),  # extremism
        ("units", "consolidate"),  # united
        ("undertake", "funeral director"),  # undertaker
        ("process", "parade"),  # procession
        ("access", "wheelchair access"),  # accessibility
        ("transfer to reserves", "drawdown"),
        ("no extra cost", "additional cost"),
        ("primary school", "secondary school"),
    ],
)
def test_unlike_things_are_kept_apart(one: str, other: str) -> None:
    assert searched(other) not in same_as(spoken(one))
    assert searched(one) not in same_as(spoken(other))


@pytest.mark.parametrize(
    ("question", "word", "ways", "not_ways"),
    [
        ("which application was turned down", "turned", {"refus", "reject"}, {"convert"}),
        ("which barn was turned into flats", "turned", {"convert", "chang use"}, {"refus"}),
        ("who is in charge of parking", "charge", {"lead", "respons"}, {"fee", "tariff"}),
        ("what is the parking charge", "charge", {"fee", "tariff"}, {"lead"}),
        ("is the hall free of charge", "charge", {"complimentari"}, {"fee", "tariff"}),
        ("when was the bazaar put off", "put", {"postpon", "defer"}, {"erect"}),
        ("who was appointed without an election", "election", {"co opt"}, {"poll day"}),
        ("who is absent", "absent", {"apolog"}, set()),
        ("what is the sickness absence", "absence", {"sick leav"}, {"apolog"}),
        ("who leads on IT", "IT", {"ict", "inform technolog"}, set()),
        ("does it cost a fee", "fee", {"charg", "tariff"}, {"ict"}),
    ],
)
def test_the_longest_phrase_is_what_its_words_mean(
    question: str, word: str, ways: set[str], not_ways: set[str]
) -> None:
    found = ways_asked(question)[word]
    assert ways <= found
    assert not found & not_ways


def test_a_soft_word_has_other_ways_only_where_nothing_else_is_asked_about() -> None:
    assert "expenditur" in ways_asked("how much was spent")["spent"]
    assert ways_asked("how much was spent on benches")["spent"] == set()


def test_words_that_join_a_question_name_no_subject() -> None:
    asked = understand("what exactly was decided against the turbines near Ousby", Known(), TODAY)
    assert [term.asked for term in asked.subject] == ["turbines", "Ousby"]


def test_soft_words_take_no_subject_of_the_same_stem_with_them() -> None:
    subjects = "initiative general parking library allotment election precept training attended"
    assert not {spoken(word)[0] for word in subjects.split()} & soft_stems()


SAID = "turned down in charge of the bus station IT it put off village hall".split()


@given(st.lists(st.sampled_from(SAID), max_size=12).map(" ".join))
def test_every_other_way_has_words_and_no_word_is_another_way_of_itself(question: str) -> None:
    for term in understand(question, Known(), TODAY).terms:
        assert () not in term.ways
        assert searched(term.asked) not in same_as(spoken(term.asked))
