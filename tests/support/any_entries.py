"""Passages, questions and filters at random, few enough to meet one another."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st

from index.passages import Entry, Within

STEMS = [f"stem{n}" for n in range(12)]
COUNCILS, BODIES = ("Ambleford", "Brook & Vale"), ("Cabinet", "Council", "Scrutiny")

some_stems = st.lists(st.sampled_from(STEMS), max_size=12).map(tuple)
bodies = st.builds(lambda stems, times: stems * times, some_stems, st.integers(1, 12))
entries = st.builds(
    Entry,
    passage_id=st.integers(1, 9),
    report_id=st.sampled_from("abcdefgh"),
    title=some_stems,
    heading=some_stems,
    body=bodies,
    leads=some_stems,
    council=st.sampled_from([None, *COUNCILS]),
    committee=st.sampled_from([None, *BODIES]),
    meeting_date=st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9)),
    kind=st.sampled_from(["report", "minutes"]),
    standing=st.sampled_from(["reported", "resolved"]),
).map(lambda one: replace(one, passage_id=10 * ord(one.report_id) + one.passage_id))
queries = st.dictionaries(
    st.sampled_from([*STEMS, "unheard"]), st.floats(0.1, 5.0) | st.just(1.0), max_size=6
)
days = st.none() | st.dates(date(2019, 12, 30), date(2020, 1, 11))
withins = st.just(Within()) | st.builds(
    Within,
    councils=st.none() | st.frozensets(st.sampled_from([*COUNCILS, "Nowhere"])),
    committees=st.none() | st.frozensets(st.sampled_from(BODIES)),
    since=days,
    until=days,
    kind=st.sampled_from([None, "report", "minutes"]),
    standing=st.sampled_from([None, "reported", "resolved"]),
)
