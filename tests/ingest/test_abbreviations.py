"""Short forms are taken with what the paper says they stand for, and nothing else is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.abbreviations import abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Local Strategic Partnership (LSP)", "LSP", "Local Strategic Partnership"),
        ("CAA (Comprehensive Area Assessment)", "CAA", "Comprehensive Area Assessment"),
        (
            "Housing Improvement and Efficiency Team (HIET)",
            "HIET",
            "Housing Improvement and Efficiency Team",
        ),
        ("a Lead Local Flood Authority (LLFA)", "LLFA", "Lead Local Flood Authority"),
        ("our Local Strategic Partnerships (LSPs)", "LSP", "Local Strategic Partnership"),
        ("the Roads Agency (“RA”)", "RA", "Roads Agency"),
        ("the Repairs and Development Agency (RDeA)", "RDeA", "Repairs and Development Agency"),
        ("the Wendle Quay Board, known as the WQB, met", "WQB", "Wendle Quay Board"),
        ("the Wendle Quay Board (hereafter “WQB”)", "WQB", "Wendle Quay Board"),
        ("Wendle Quay Board (hereinafter referred to as the WQB)", "WQB", "Wendle Quay Board"),
        ('the Wendle Quay Board, "WQB", met', "WQB", "Wendle Quay Board"),
        ("the Wendle Quay Board (“the WQB”)", "WQB", "Wendle Quay Board"),
        ("the Wendle Quay Board (WQB or the Board)", "WQB", "Wendle Quay Board"),
        ("the Wendle Quay Board, abbreviated to WQB.", "WQB", "Wendle Quay Board"),
        ("WQB stands for Wendle Quay Board and is old", "WQB", "Wendle Quay Board"),
        ("WQB – Wendle Quay Board", "WQB", "Wendle Quay Board"),
        ("WQB\tWendle Quay Board", "WQB", "Wendle Quay Board"),
        ("* * *\n-----\n• WQB – Wendle Quay Board", "WQB", "Wendle Quay Board"),
        ("Public Sector Equality Duty [PSED]", "PSED", "Public Sector Equality Duty"),
        ("Finance & Performance (F&P)", "F&P", "Finance & Performance"),
        ("Anti-Social Behaviour (ASB)", "ASB", "Anti-Social Behaviour"),
        ("Co-ordinated Quay Trust (CQT)", "CQT", "Co-ordinated Quay Trust"),
        ("closed-circuit television (CCTV)", "CCTV", "closed-circuit television"),
        ("National Non-Domestic Rates (NNDR)", "NNDR", "National Non-Domestic Rates"),
        ("money from Section 106 (S106)", "S106", "Section 106"),
        ("Code of Practice (CoP)", "CoP", "Code of Practice"),
        ("Department for Education (DfE)", "DfE", "Department for Education"),
        ("Houses in Multiple Occupation (HMOs)", "HMO", "Houses in Multiple Occupation"),
        ("our Local Authorities (LAs)", "LA", "Local Authorities"),
        ("Key Quay Indicators (KQI’s)", "KQI", "Key Quay Indicator"),
        ("net zero carbon (NZC)", "NZC", "net zero carbon"),
        ("John Smith (JS) spoke", "JS", "John Smith"),
        ("Present: Ann Pike AP", "AP", "Ann Pike"),
        ("PRESENT\tAnn Carey\tACa", "ACa", "Ann Carey"),
        ("In attendance\nTom Ash (Clerk) TA", "TA", "Tom Ash"),
    ],
)
def test_a_short_form_is_taken_as_the_paper_explains_it(text: str, short: str, long: str) -> None:
    assert [(a.short, a.long) for a in abbreviations(text)] == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "Appendix 2 (Exempt)",
        "the Leader (Cllr Pike)",
        "a total of £300 (VAT)",
        "Part 1 (Open to the public)",
        "the Mayor (AP)",
        "A new Community. Infrastructure Levy (CIL)",
        "It is for the Community;\nInfrastructure Levy (CIL)",
        "scraping back of vegetation (SBC)",
        "Siobhan McDermott (SBC)",
        "by the Planners on the Developer (BHA)",
        "of Management and Budget (OMB)",
        "Michael Cook {SBC} (MC)",
        "Sandwell (SMBC)",
        "swimming pools (VAT)",
        "Ann Pike AP spoke at length",
        "the ward (East)",
    ],
)
def test_what_explains_nothing_is_left_alone(text: str) -> None:
    assert abbreviations(text) == ()


def test_the_first_explanation_holds() -> None:
    found = abbreviations("Parish Plan (PP) and later the Police Panel (PP)")
    assert [(a.short, a.long) for a in found] == [("PP", "Parish Plan")]


_WORDS = st.lists(
    st.sampled_from(
        "Area and Board Co-ordinated Duty for Local of Plan the Quay (QB) (LPs) LDP 106 S106 , . ("
        " ) known as Present : Ann Pike AP – CoD & \n \t “LB”".split(" ")
    ),
    max_size=25,
).map(" ".join)


@given(st.one_of(st.text(alphabet="ABCab ()&/'s\n", max_size=80), _WORDS))
def test_both_forms_stand_in_the_text_and_the_letters_fit(text: str) -> None:
    for found in abbreviations(text):
        assert found.short in text
        assert found.long in text
        assert not re.search(r"[.;:()\n]", found.long)
        letters = [letter for letter in found.short.casefold() if letter.isalnum()]
        assert found.long[0].casefold() == letters[0]
        rest = iter(found.long.casefold())
        assert all(letter in rest for letter in letters)
