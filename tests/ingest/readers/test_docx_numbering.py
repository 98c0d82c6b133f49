"""The numbers of Word's lists: as Word prints them."""

import pytest

from ingest.readers.docx.reader import read
from support.docxs import docx, levels, listed, lists, para, style
from support.shown import shown

LEGAL = levels(("decimal", "%1."), ("lowerRoman", "(%2)"), ("lowerLetter", "%3."))
STYLED = '<w:pStyle w:val="S"/>'


def test_numbers_are_those_that_word_prints() -> None:
    numbering = lists({0: LEGAL}, {1: (0, "")})
    body = "".join(
        [
            listed("To approve", level=0),
            listed("the plan", level=1),
            listed("the oaks", level=2),
            listed("the elms", level=2),
            listed("the cost", level=1),
            listed("the limes", level=2),
            listed("To note", level=0),
            listed("the lease", level=1),
        ]
    )
    assert shown(read(docx(body, numbering=numbering))) == [
        "1. To approve", "(i) the plan", "a. the oaks", "b. the elms", "(ii) the cost",
        "a. the limes", "2. To note", "(i) the lease",
    ]  # fmt: skip


def test_levels_of_one_number_show_those_above_them() -> None:
    numbering = lists({0: levels(("decimal", "%1."), ("decimal", "%1.%2"))}, {1: (0, "")})
    body = listed("A") + listed("B", level=1) + listed("C", level=1) + listed("D")
    assert shown(read(docx(body, numbering=numbering))) == ["1. A", "1.1 B", "1.2 C", "2. D"]


def test_a_level_that_was_passed_over_counts_from_its_start() -> None:
    numbering = lists({0: levels(("upperRoman", "%1."), ("decimal", "%1.%2"))}, {1: (0, "")})
    assert shown(read(docx(listed("A", level=1), numbering=numbering))) == ["I.1 A"]


def test_a_list_starts_anew_where_it_is_told_to() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="8"/></w:lvlOverride>'
    numbering = lists({0: LEGAL}, {1: (0, ""), 2: (0, anew)})
    body = listed("A") + listed("B") + para("Between") + listed("C", 2) + listed("D", 2)
    assert shown(read(docx(body, numbering=numbering))) == [
        "1. A",
        "2. B",
        "Between",
        "8. C",
        "9. D",
    ]


def test_lists_of_one_pattern_count_on_from_each_other() -> None:
    numbering = lists({0: LEGAL}, {1: (0, ""), 2: (0, "")})
    body = listed("A", 1) + listed("B", 2)
    assert shown(read(docx(body, numbering=numbering))) == ["1. A", "2. B"]


def test_a_list_may_put_a_level_of_its_own_in_place() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{levels(("upperLetter", "%1)"))}</w:lvlOverride>'
    numbering = lists({0: LEGAL}, {1: (0, own)})
    assert shown(read(docx(listed("A"), numbering=numbering))) == ["A) A"]


def test_a_level_that_never_restarts_counts_on() -> None:
    kept = levels(("decimal", "%1."), ("decimal", "%2)")).replace(
        '<w:lvlText w:val="%2)"/>', '<w:lvlRestart w:val="0"/><w:lvlText w:val="%2)"/>'
    )
    body = listed("A") + listed("B", level=1) + listed("C") + listed("D", level=1)
    found = shown(read(docx(body, numbering=lists({0: kept}, {1: (0, "")}))))
    assert found == ["1. A", "1) B", "2. C", "2) D"]


def test_a_style_numbers_its_paragraphs_and_zero_takes_the_number_away() -> None:
    numbers = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    numbering_style = style("Numbered Para", level=numbers)
    none = STYLED + '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = para("A", STYLED) + para("B", none) + para("C", STYLED)
    found = read(docx(body, styles=numbering_style, numbering=lists({0: LEGAL}, {1: (0, "")})))
    assert shown(found) == ["1. A", "B", "2. C"]


def test_the_list_says_which_level_a_style_has() -> None:
    pattern = levels(("decimal", "%1."), ("lowerLetter", "(%2)")).replace(
        '<w:lvlText w:val="(%2)"/>', '<w:pStyle w:val="S"/><w:lvlText w:val="(%2)"/>'
    )
    numbering_style = style("Sub Para", level='<w:numPr><w:numId w:val="1"/></w:numPr>')
    body = listed("A") + para("B", STYLED)
    found = read(docx(body, styles=numbering_style, numbering=lists({0: pattern}, {1: (0, "")})))
    assert shown(found) == ["1. A", "(a) B"]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("bullet", "\uf0b7", "• A"),
        ("none", "Note:", "Note: A"),
        ("none", "", "A"),
        ("decimalZero", "%1", "01 A"),
        ("ordinal", "%1", "1st A"),
        ("upperRoman", "Part %1", "Part I A"),
        ("chicken", "%1.", "1. A"),
    ],
)
def test_every_kind_of_number(kind: str, text: str, expected: str) -> None:
    numbering = lists({0: levels((kind, text))}, {1: (0, "")})
    assert shown(read(docx(listed("A"), numbering=numbering))) == [expected]
