"""Plain text: nothing lost, nothing invented, tables kept as typed."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.pages import Para, Table
from ingest.readers.clean import visible
from ingest.readers.decode import decoded
from ingest.readers.text import read
from ingest.reading import read_paper
from support.shown import shown, words

REPORT = """
Report of\tMeeting\tDate
Director of Parks (Introduced by the Executive Member)\tExecutive Cabinet\t10 November

PURPOSE OF REPORT

1. To seek approval for the felling of one oak.
2. To note the cost.

- First
 - Second

Finance\t✓\tCustomer Services\t
Legal\t\tNo significant implications in this\t
\t\tarea\t

JANE ROE
DIRECTOR OF PARKS
"""


TYPED = "Minutes of Café Zoë\nThe sum of £5 was agreed.\nÉtude noted it."
CURLY = "Minutes\nIt’s agreed that “the lease” of Café Zoë be granted at £5 – now…"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (CURLY.encode("mac-roman"), CURLY),
        (CURLY.replace("\n", "\r").encode("mac-roman"), CURLY),
        (CURLY.encode("cp1252"), CURLY),
        (TYPED.encode("cp850"), TYPED),
        (TYPED.encode("cp1252"), TYPED),
        (TYPED.replace("\n", "\x85").encode("latin-1"), TYPED),
        ("Noted… and agreed… £5".encode("cp1252"), "Noted… and agreed… £5"),
        ("Un Œuvre œuvre et Õ Ò".encode("cp1252"), "Un Œuvre œuvre et Õ Ò"),
        ("Ångström, Ångström and Åsa".encode(), "Ångström, Ångström and Åsa"),
    ],
)
def test_old_encodings_are_told_by_what_only_they_make_sense_of(data: bytes, expected: str) -> None:
    assert decoded(data)[0].replace("\r", "\n") == expected


def test_each_line_is_a_paragraph_and_tabbed_lines_are_a_table() -> None:
    assert shown(read(REPORT.encode())) == [
        (
            ("Report of", "Meeting", "Date"),
            (
                "Director of Parks (Introduced by the Executive Member)",
                "Executive Cabinet",
                "10 November",
            ),
        ),
        "PURPOSE OF REPORT",
        "1. To seek approval for the felling of one oak.",
        "2. To note the cost.",
        "- First",
        "- Second",
        (
            ("Finance", "✓", "Customer Services", ""),
            ("Legal", "", "No significant implications in this", ""),
            ("", "", "area", ""),
        ),
        "JANE ROE",
        "DIRECTOR OF PARKS",
    ]


def test_white_space_above_a_line_is_told() -> None:
    gaps = [part.gap for part in read(REPORT.encode()).parts if not isinstance(part, Table)]
    assert gaps == [True, True, False, True, False, True, False]


@pytest.mark.parametrize(
    "text",
    [
        "1.\tTo note the report.\n2.\tTo agree the plan.",
        "•\tPlant\ttrees",
        "Contact Officer:\tJane Roe",
        "\tIndented words\n\tand more of them",
    ],
)
def test_a_tab_alone_makes_no_table(text: str) -> None:
    assert shown(read(text.encode())) == [" ".join(line.split()) for line in text.splitlines()]


def test_wide_gaps_in_a_long_numbered_paragraph_make_no_table() -> None:
    text = f"7.2\t{'The Council kept its scheme for twelve years. ' * 6}\tIt is still sound."
    (found,) = read(text.encode()).parts
    assert isinstance(found, Para)
    assert found.text.endswith("twelve years. It is still sound.")


def test_numbered_rows_under_a_heading_row_are_a_table() -> None:
    text = "No.\tAction\n1.\tPlant trees\n2.\tMow lawns"
    rows = (("No.", "Action"), ("1.", "Plant trees"), ("2.", "Mow lawns"))
    assert shown(read(text.encode())) == [rows]


def test_an_empty_line_parts_two_tables() -> None:
    text = "Ward\tCost\nEast\t40\n\nName\tPost\nJane Roe\tClerk"
    assert len(shown(read(text.encode()))) == 2


PROSE = (
    "The Committee considered a long-term plan for the parks, which the Director of Parks had "
    "prepared together with officers of the two boroughs over the course of the summer and which "
    "set out what would be planted where, by whom and at what cost to each of the authorities."
)


@pytest.mark.parametrize("width", [60, 72, 100])
def test_lines_that_a_margin_broke_are_joined(width: int) -> None:
    wrapped = "\n".join(textwrap.wrap(PROSE, width))
    text = f"PARKS PLAN\n\n{wrapped}\n\n- Plant trees\n- Mow lawns\n"
    assert shown(read(text.encode())) == ["PARKS PLAN", PROSE, "- Plant trees", "- Mow lawns"]


def test_a_hyphen_at_a_broken_line_is_the_words_own() -> None:
    line = "The Committee considered at some length the costs of the proposed long-"
    text = f"{line}\nterm plan for all of the parks, and the pre- and post-planting costs in\neach."
    assert shown(read(text.encode())) == [
        f"{line}term plan for all of the parks, and the pre- and post-planting costs in each."
    ]


def test_lines_that_people_ended_are_not_joined() -> None:
    text = "The lease was agreed by the Committee.\nThe Clerk was thanked.\nThe meeting ended."
    assert shown(read(text.encode())) == text.splitlines()


NOTE = "Cost: £5 – “agreed” ✓ √ Müller’s café"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_unicode_encoding_is_read_marked_or_not(encoding: str) -> None:
    assert shown(read(f"{NOTE}\n{'and so on ' * 9}".encode(encoding)))[0] == NOTE


def test_windows_letters_are_read() -> None:
    note = NOTE.replace(" ✓ √", "…")
    paper = read(note.encode("cp1252"))
    assert shown(paper) == [note]
    assert paper.warnings == ()


def test_a_few_damaged_letters_do_not_spoil_the_others() -> None:
    paper = read("Café £5 – “agreed”".encode() + b" \xed\xa0\x80 \xff")
    assert shown(paper)[0].startswith("Café £5 – “agreed”")
    assert "damaged" in paper.warnings[0]


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("Cabinet\u00a0noted  the\u2003report ", "Cabinet noted the report"),
        ("co\u00adoperation", "cooperation"),
        ("zero\u200bwidth \u200ejoin\u200der \ufeff", "zerowidth joiner"),
        ("e\ufb03cient \ufb01nance", "efficient finance"),
        ("Report\x00 of\x07", "Report of"),
        ("Council\x92s £\x96", "Council’s £–"),
        ("cafe\u0301", "café"),
        ("\uf0fc Finance \uf0b7", "✓ Finance •"),
    ],
)
def test_what_cannot_be_seen_goes(dirty: str, clean: str) -> None:
    assert shown(read(dirty.encode())) == [clean]


@pytest.mark.parametrize(
    "lines",
    [
        ["Band | Asked | Given", "Silver Reeds | £900 | £400", "Drum Corps | £70 | Nil"],
        ["| Band | Asked | Given |", "| Silver Reeds | £900 | £400 |", "| Drum Corps | £70 | Nil"],
        ["|Band|Asked|Given|", "|---|:-:|--:|", "|Silver Reeds|£900|£400|", "|Drum Corps|£70|Nil"],
        ["Band | Asked | Given", "------", "Silver Reeds | £900 | £400", "Drum Corps | £70 | Nil"],
        ["+--+--+", "| Band | Asked | Given |", "+--+--+", "| Silver Reeds | £900 | £400 |",
         "| Drum Corps | £70 | Nil |", "+-----+-----+"],
    ],
)  # fmt: skip
def test_lines_with_bars_are_the_rows_of_a_table(lines: list[str]) -> None:
    paper = read("\n".join(["Grants were made.", "", *lines, "", "Noted."]).encode())
    rows = (("Band", "Asked", "Given"), ("Silver Reeds", "£900", "£400"), ("Drum Corps", "£70", "Nil"))  # noqa: E501  # fmt: skip
    assert shown(paper) == ["Grants were made.", rows, "Noted."]


@pytest.mark.parametrize(
    "lines",
    [
        ["Town Hall | Exham"],
        ["Town Hall | Exham", "01632 960001 | By post | By hand"],
        ["Town Hall | Exham", "", "01632 960001 | By post"],
        ["One | ", " | two"],
        ["Sought | Given\tlater", "Three | Four"],
        ["+--+--+", "Not a row"],
        ["First part", "------", "Second part"],
        ["|", "|", "||"],
    ],
)
def test_lines_whose_bars_do_not_match_stay_paragraphs(lines: list[str]) -> None:
    paper = read("\n".join(lines).encode())
    assert words(paper) == " ".join(lines).split()
    assert all(isinstance(part, Para) for part in paper.parts)


@pytest.mark.parametrize("text", ["-" * 200_000 + "x", "+--+\n" * 40_000, "| -- | |\n" * 40_000])
def test_rules_without_rows_are_kept_and_read_at_once(text: str) -> None:
    assert words(read(text.encode())) == text.split()


def test_a_wrapped_line_beside_a_table_of_bars_is_not_drawn_into_it() -> None:
    wrapped = ["The panel weighed what every one of the bands in the two", "valleys had asked for."]
    paper = read("\n".join([*wrapped * 3, "Reeds | £9", "Drums | £7", *wrapped]).encode())
    assert (("Reeds", "£9"), ("Drums", "£7")) in shown(paper)


@given(st.text().filter(lambda text: "|" not in text))
def test_nothing_is_lost_or_invented_but_white_space(text: str) -> None:
    """Decoded as the reader decodes it, for not every text survives its own encoding."""
    data = text.encode("utf-8", "surrogatepass")
    seen = visible(decoded(data)[0])
    assert "".join(words(read(data))) == "".join(seen.split())


@given(st.lists(st.lists(st.text("ab 1.-✓", max_size=4), min_size=2, max_size=4), max_size=6))
def test_every_cell_of_a_table_is_kept(cells: list[list[str]]) -> None:
    paper = read("\n".join("\t".join(row) for row in cells).encode())
    typed = [cell.split() for row in cells for cell in row]
    assert words(paper) == [word for cell in typed for word in cell]
    assert all(len({len(row) for row in part.rows}) == 1 for part in paper.parts
               if isinstance(part, Table))  # fmt: skip


def test_a_table_that_padding_would_swell_is_folded_and_loses_no_cell() -> None:
    wide = "\t".join(f"abc{number}" for number in range(3_000))
    (table,) = read_paper("\n".join([wide, *["a\tb"] * 100]).encode(), "wide.txt").parts
    assert isinstance(table, Table)
    assert {len(row) for row in table.rows} == {100}
    assert " ".join(table.rows[0]).split() == wide.split()
