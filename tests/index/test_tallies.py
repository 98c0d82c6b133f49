"""Votes, splits, sizes, ranks and times of day that a sentence may state."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.retrieval.tallies import quantities, ranks, splits, times, votes
from index.retrieval.values import Finder, counts, dates, figures, measures, names, shares

FOUND = [
    (times, "The meeting closed at 9.05 pm.", ["9.05 pm"]),
    (times, "open 10am–4pm, and until 11.30pm on Fridays", ["10am–4pm", "11.30pm"]),
    (times, "shut from midnight to noon", ["midnight to noon"]),
    (times, "starts at 19:30, or at 7.30, or at six o’clock", ["19:30", "7.30", "six o’clock"]),
    (times, "see item 4.15, which cost £7.30", []),
    (dates, "from the end of March 2024", ["the end of March 2024"]),
    (dates, "opens autumn 2024 or in the new year", ["autumn 2024", "in the new year"]),
    (dates, "in the autumn, or early 2025", ["in the autumn", "early 2025"]),
    (dates, "Monday 3rd March 2025", ["Monday 3rd March 2025"]),
    (dates, "on the first Tuesday of each month", ["first Tuesday of each month"]),
    (dates, "emptied every Thursday", ["every Thursday"]),
    (dates, "on March 3rd, 2025", ["March 3rd, 2025"]),
    (dates, "for 2023-24 and 2024/25", ["2023-24", "2024/25"]),
    (dates, "on 01.04.2024", ["01.04.2024"]),
    (dates, "paragraph 3.1.2 may march on", []),
    (shares, "75 per cent came, two thirds by bus", ["75 per cent", "two thirds"]),
    (shares, "a fall of four per cent", ["four per cent"]),
    (shares, "half of them, or one in five", ["half", "one in five"]),
    (shares, "half past six in the second half of the year", []),
    (counts, "fifty-three boats and a dozen oars", ["fifty-three", "a dozen"]),
    (counts, "one hundred and twenty homes", ["one hundred and twenty"]),
    (counts, "none came, and no objections were made", ["none", "no"]),
    (counts, "no more than that", []),
    (figures, "the roll stood at 96. Homes: 40", ["96", "40"]),
    (figures, "it closed at 8.05 pm", []),
    (measures, "a fall of four per cent in six years", ["four per cent"]),
    (votes, "carried by 5 votes to 3", ["5 votes to 3"]),
    (votes, "seven for, two against", ["seven for, two against"]),
    (votes, "8 in favour, 3 against and 1 abstention", ["8 in favour, 3 against and 1 abstention"]),
    (votes, "For: 9 Against: 4", ["For: 9 Against: 4"]),
    (votes, "agreed unanimously", ["unanimously"]),
    (votes, "asked for two benches", []),
    (splits, "judged 60/40, with one to watch 1:8", ["60/40", "1:8"]),
    (splits, "in 2023/24, on 12/40 and at 10:30", []),
    (quantities, "3.5 hectares, 40 m deep, at 30mph", ["3.5 hectares", "40 m", "30mph"]),
    (quantities, "120 tonnes; 4 per 1,000", ["120 tonnes", "4 per 1,000"]),
    (quantities, "12 members; £3m", []),
    (ranks, "ranked 12th out of 300, second highest here", ["12th out of 300", "second highest"]),
    (names, "JS to write to the mill; EV bays (RB)", ["JS", "RB"]),
    (names, "Cllr. J. Smith left.", ["Cllr. J. Smith"]),
    (names, "thanked Cllr J Smith", ["Cllr J Smith"]),
    (names, "thanked Mrs Payne, Messrs Cook and Hay", ["Mrs Payne", "Messrs Cook and Hay"]),
]


@pytest.mark.parametrize(("finder", "text", "found"), FOUND)
def test_a_sentence_states_values(finder: Finder, text: str, found: list[str]) -> None:
    assert [value.text for value in finder(text)] == found


@given(st.text(alphabet="0123456789 .,:/%£-abefhilnoprstuvVmMay£", max_size=200))
def test_every_value_stands_in_the_text_where_it_says(text: str) -> None:
    for finder in (votes, splits, quantities, ranks, times, shares, counts, dates, names):
        for value in finder(text):
            assert value.text in text[value.start : value.end]
