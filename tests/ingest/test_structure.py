"""Papers become text and blocks: every word kept, every block in its place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.records import Block
from ingest.pages import Paper, Para, Table
from ingest.readers import markdown as markdown_reader
from ingest.readers import text as text_reader
from ingest.structure import structure
from support.as_read import paper, table

SHARED = Path(__file__).parents[3] / "shared"

words = st.text(
    st.sampled_from(list("aiv1230. ()-•\t\n'£✓")) | st.characters(codec="utf-8"), max_size=30
)
marks = st.sampled_from(["1.", "2.", "2.1", "(i)", "(ii)", "a.", "(a)", "-", "•", "45", "CAB.7"])
openings = st.builds("{} {}".format, marks, words)
paras = st.builds(
    Para,
    text=words | openings | marks,
    page=st.none() | st.integers(1, 3),
    label=st.none() | marks,
    heading=st.none() | st.integers(1, 3),
    bullet=st.booleans(),
    gap=st.booleans(),
)
tables_of = st.integers(1, 4).flatmap(
    lambda width: st.builds(
        Table,
        rows=st.lists(st.tuples(*[words] * width), max_size=4).map(tuple),
        page=st.none() | st.integers(1, 3),
        header_rows=st.integers(0, 2),
    )
)
papers = st.builds(Paper, st.just("txt"), st.lists(paras | tables_of, max_size=12).map(tuple))


def squeezed(text: str) -> str:
    return "".join(text.split())


def words_of(read: Paper) -> str:
    return "".join(
        f"{part.label or ''}{part.text}"
        if isinstance(part, Para)
        else "".join("".join(row) for row in part.rows)
        for part in read.parts
    )


@given(papers)
def test_every_block_is_the_text_at_its_span(read: Paper) -> None:
    text, blocks = structure(read)
    assert [text[block.start : block.end] for block in blocks] == [block.text for block in blocks]
    assert text == "\n".join(block.text for block in blocks)
    assert not any("\n" in block.text for block in blocks)


@given(papers)
def test_nothing_is_lost_or_invented(read: Paper) -> None:
    text, _ = structure(read)
    # Joining a broken row moves words between its cells, so the order within it is another.
    assert sorted(squeezed(text)) == sorted(squeezed(words_of(read)))


@given(st.lists(paras, max_size=12))
def test_words_outside_tables_keep_their_order(parts: list[Para]) -> None:
    text, _ = structure(Paper("txt", tuple(parts)))
    assert squeezed(text) == squeezed("".join(f"{p.label or ''}{p.text}" for p in parts))


@given(papers)
def test_a_row_has_a_column_heading_for_every_cell_or_for_none(read: Paper) -> None:
    _, blocks = structure(read)
    assert all(len(b.columns) in (0, len(b.cells)) for b in blocks if b.kind == "row")


@given(papers)
def test_a_label_that_is_printed_is_inside_the_mark(read: Paper) -> None:
    _, blocks = structure(read)
    for block in blocks:
        assert 0 <= block.mark <= len(block.text)
        if block.label and not block.label_inferred:
            assert squeezed(block.text[: block.mark])


def test_a_report_has_its_numbered_paragraphs_items_and_rows_under_their_headings() -> None:
    _, blocks = structure(
        paper(
            "Purpose of Report",
            "1. To ask Cabinet to open the ford at Lower Wick.",
            "Background",
            "2. The ford has been shut since the flood:",
            "- it is deep",
            "- it is cold",
            "It is also popular.",
            table("Year | Visits", "2021 | 40", "2022 | 65"),
        )
    )
    assert [(b.kind, b.label, b.under, b.heading) for b in blocks] == [
        ("heading", None, None, None),
        ("paragraph", "1", None, "Purpose of Report"),
        ("heading", None, None, "Purpose of Report"),
        ("paragraph", "2", None, "Background"),
        ("item", None, "2", "Background"),
        ("item", None, "2", "Background"),
        ("paragraph", None, "2", "Background"),
        ("row", None, "2", "Background"),
        ("row", None, "2", "Background"),
        ("row", None, "2", "Background"),
    ]
    assert blocks[-1].columns == ("Year", "Visits")
    assert blocks[1].words == "To ask Cabinet to open the ford at Lower Wick."


def test_a_label_alone_on_its_line_is_joined_to_its_words() -> None:
    text, blocks = structure(paper("(i)", "That the ford be opened.", "(ii)", "That it be signed."))
    assert text == "(i) That the ford be opened.\n(ii) That it be signed."
    assert [(b.label, b.words) for b in blocks] == [
        ("(i)", "That the ford be opened."),
        ("(ii)", "That it be signed."),
    ]


def test_a_label_alone_is_not_joined_to_another_label() -> None:
    text, _ = structure(
        paper("1.", "(i) That the ford be opened.", "2.", "- that", "3.", "5 be it.")
    )
    assert text == "1.\n(i) That the ford be opened.\n2.\n- that\n3. 5 be it."


def test_a_number_the_format_computed_is_put_in_front() -> None:
    text, blocks = structure(paper(Para("To note the ford.", label="7."), Para("x", bullet=True)))
    assert text == "7. To note the ford.\nx"
    assert [(b.kind, b.label, b.mark) for b in blocks] == [("paragraph", "7", 3), ("item", None, 0)]


def test_a_table_that_only_places_labels_beside_text_is_text() -> None:
    _, blocks = structure(
        paper(table("7.1 | The ford was shut.", " | It is deep.", "7.2 | It is cold."))
    )
    assert [(b.kind, b.label, b.under, b.words) for b in blocks] == [
        ("paragraph", "7.1", None, "The ford was shut."),
        ("paragraph", None, "7.1", "It is deep."),
        ("paragraph", "7.2", None, "It is cold."),
    ]


def test_a_box_round_text_is_text() -> None:
    _, blocks = structure(paper(table("RECOMMENDATIONS", "1. Open the ford.")))
    assert [(b.kind, b.label) for b in blocks] == [("heading", None), ("paragraph", "1")]


def seed(number: str) -> tuple[Block, ...]:
    found = sorted((SHARED / "seeds").glob(f"{number}_*.txt"))
    if not found:
        pytest.skip("the seed reports are not beside this checkout")
    return structure(text_reader.read(found[0].read_bytes()))[1]


@pytest.mark.parametrize(
    ("number", "labels"),
    [
        ("000", [str(n) for n in range(1, 11)]),
        ("001", [str(n) for n in range(1, 22)]),
        ("002", [str(n) for n in range(1, 17)]),
        ("003", [str(n) for n in range(1, 17)]),
        (
            "004",
            ["(i)", "(ii)", *(f"(ii).{c}" for c in "abcdefgh"), "(iii)", "(iv)", "(v)", "(vi)"],
        ),
    ],
)
def test_seed_labels_are_in_order(number: str, labels: list[str]) -> None:
    assert [block.label for block in seed(number) if block.label] == labels


def test_no_word_of_a_hundred_real_minutes_is_lost() -> None:
    minutes = sorted((SHARED / "corpora" / "uk-ayton-community-council").rglob("*.md"))
    if not minutes:
        pytest.skip("the real papers are not beside this checkout")
    for path in minutes:
        read = markdown_reader.read(path.read_bytes())
        text, _ = structure(read)
        assert sorted(squeezed(text)) == sorted(squeezed(words_of(read))), path.name


def test_the_people_table_of_seed_003_has_its_columns() -> None:
    rows = [block for block in seed("003") if block.kind == "row"]
    assert len(rows) == 11
    assert {row.columns for row in rows[1:]} == {
        (
            "Service Area",
            "Review Lead Officer",
            "Dudley MBC Contact Officer",
            "Dudley MBC Lead Cabinet Member",
        )
    }
