"""Cutting a report's blocks into passages."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from index.cutting import FEWEST_WORDS, MOST_WORDS, cut
from index.records import Block, Decision, FrontPage, Report
from support.small_reports import report


def words(number: int, word: str = "word") -> str:
    return " ".join([word] * number)


def texts(paper: Report) -> list[str]:
    return [paper.text[draft.start : draft.end] for draft in cut(paper)]


def decided(paper: Report, lead: str, *parts: str, standing: str = "recommended") -> Report:
    """The report with decisions at these parts of its text, under one lead-in."""
    spans = [(paper.text.index(part), part) for part in parts]
    lead_start = paper.text.index(lead)
    decisions = tuple(
        Decision(part, standing, start, start + len(part), lead_start)  # type: ignore[arg-type]
        for start, part in spans
    )
    return replace(paper, decisions=decisions)


def test_short_paragraphs_under_one_heading_are_one_passage() -> None:
    paper = report("# Parks\nOne gate is shut.\nThe other is open.\n# Ponds\nBoth are full.")
    assert texts(paper) == ["One gate is shut.\nThe other is open.", "Both are full."]
    assert [draft.heading for draft in cut(paper)] == ["Parks", "Ponds"]


def test_paragraphs_long_enough_stand_alone() -> None:
    first, second = words(60, "gate"), words(60, "pond")
    assert texts(report(f"{first}\n{second}")) == [first, second]


def test_a_short_paragraph_joins_its_neighbour_if_both_fit() -> None:
    first, second = words(60, "gate"), words(10, "pond")
    assert texts(report(f"{first}\n{second}")) == [f"{first}\n{second}"]
    first = words(155, "gate")
    assert texts(report(f"{first}\n{second}")) == [first, second]


def test_a_table_row_is_a_passage_with_its_column_headings() -> None:
    text = "Costs follow.\nPark\t£300\nPond\t£20\nThat is all."
    paper = report(text)
    blocks = [replace(b, columns=("Place", "Cost")) if b.kind == "row" else b for b in paper.blocks]
    drafts = cut(replace(paper, blocks=tuple(blocks)))
    assert [text[d.start : d.end] for d in drafts] == [
        "Costs follow.",
        "Park\t£300",
        "Pond\t£20",
        "That is all.",
    ]
    assert [(d.row, d.columns) for d in drafts[:2]] == [(False, ()), (True, ("Place", "Cost"))]


def test_a_list_stays_with_the_paragraph_that_leads_into_it() -> None:
    lead, items = words(50, "lead") + ":", [f"- {words(30, 'item')}" for _ in range(3)]
    assert texts(report("\n".join([words(60), lead, *items]))) == [
        words(60),
        "\n".join([lead, *items]),
    ]


def test_a_list_too_long_for_one_passage_is_cut_between_items() -> None:
    items = [f"- {words(49, 'item')}" for _ in range(5)]
    paper = report("\n".join(["Lead:", *items]))
    assert texts(paper) == ["\n".join(["Lead:", *items[:3]]), "\n".join(items[3:])]


def test_decisions_stay_with_their_lead_in_and_apart_from_the_narrative() -> None:
    parts = ["(a) approves the budget;", "(b) notes the risk."]
    paper = report("\n".join(["The officer spoke.", "That Cabinet:", *parts, "It was late."]))
    paper = decided(paper, "That Cabinet:", *parts)
    assert texts(paper) == [
        "The officer spoke.",
        "\n".join(["That Cabinet:", *parts]),
        "It was late.",
    ]
    assert [d.standing for d in cut(paper)] == ["reported", "recommended", "reported"]


def test_decisions_are_not_parted_though_each_is_long_enough() -> None:
    parts = [f"(a) {words(45, 'approves')}", f"(b) {words(45, 'notes')}"]
    paper = decided(report("\n".join(["That Cabinet:", *parts])), "That Cabinet:", *parts)
    assert len(texts(paper)) == 1


def test_decisions_of_two_standings_are_not_one_passage() -> None:
    paper = report("RECOMMENDED to shut the gate.\nRESOLVED to open the gate.")
    assert [d.standing for d in cut(paper)] == ["recommended", "resolved"]


def test_a_paragraph_that_holds_a_decision_has_its_standing() -> None:
    paper = report("After debate it was agreed that the gate be shut. They rose at ten.")
    paper = decided(paper, "that the gate", "that the gate be shut", standing="resolved")
    assert [d.standing for d in cut(paper)] == ["resolved"]


def test_a_long_paragraph_is_cut_between_sentences() -> None:
    sentences = [f"{words(69, name)} end." for name in ("first", "second", "third")]
    paper = report(" ".join(sentences))
    assert texts(paper) == [" ".join(sentences[:2]), sentences[2]]


def test_a_sentence_too_long_is_left_whole() -> None:
    assert texts(report(words(400))) == [words(400)]


def test_headings_over_a_heading_are_kept_for_the_search() -> None:
    drafts = cut(report("# Appendix\n# Terms\nThe members meet.\n# Costs\nNone."))
    assert [(d.heading, d.above) for d in drafts] == [("Terms", "Appendix"), ("Costs", None)]


def test_a_last_heading_with_nothing_below_is_still_a_passage() -> None:
    paper = report("Some words.\n# Appendix to follow")
    assert texts(paper) == ["Some words.", "# Appendix to follow"]


def test_a_passage_is_labelled_by_its_first_paragraph() -> None:
    drafts = cut(report("3. The gate is shut.\n4. It is cold."))
    assert [d.label for d in drafts] == ["3"]


def test_an_empty_report_has_no_passages() -> None:
    assert cut(report("")) == []


line = st.one_of(
    st.builds(lambda n: words(n), st.integers(1, 250)),
    st.builds(lambda n: "# " + words(n), st.integers(1, 8)),
    st.builds(lambda n: "- " + words(n), st.integers(1, 60)),
    st.builds(lambda n: "RESOLVED " + words(n), st.integers(1, 60)),
    st.builds(lambda n: words(n) + "\t" + words(n), st.integers(1, 30)),
    st.builds(lambda n: " ".join(["A sentence ends."] * n), st.integers(1, 90)),
)


@settings(deadline=None)
@given(st.lists(line, max_size=15))
def test_passages_are_in_order_do_not_overlap_and_lose_no_word(lines: list[str]) -> None:
    paper = report("\n".join(lines))
    drafts = cut(paper)
    places = [place for draft in drafts for place in (draft.start, draft.end)]
    assert places == sorted(places)
    kept = sum(len(paper.text[d.start : d.end].split()) for d in drafts)
    heads = [b for b in paper.blocks if b.kind == "heading"]
    trailing = [b for b in heads if any(d.start <= b.start < d.end for d in drafts)]
    above = sum(len(b.text.split()) for b in heads) - sum(len(b.text.split()) for b in trailing)
    assert kept + above == len(paper.text.split())


@settings(deadline=None)
@given(st.lists(line, max_size=15))
def test_no_passage_of_several_blocks_is_longer_than_it_may_be(lines: list[str]) -> None:
    paper = report("\n".join(lines))
    starts = {block.start for block in paper.blocks if block.kind != "heading"}
    for draft in cut(paper):
        inside = [start for start in starts if draft.start <= start < draft.end]
        if len(inside) > 1:
            assert len(paper.text[draft.start : draft.end].split()) <= MOST_WORDS


def test_blocks_without_any_word_are_harmless() -> None:
    block = Block("paragraph", "", 0, 0)
    assert FEWEST_WORDS > 0
    assert cut(Report("s", "0" * 64, "report", "", (block,), FrontPage())) == []
