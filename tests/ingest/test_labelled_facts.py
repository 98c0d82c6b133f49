"""Labels in any order, with values or without: a label is never the value of another."""

from hypothesis import given
from hypothesis import strategies as st

from index.records import Block, FrontPage
from ingest.frontpage import read_front_page
from ingest.frontpage.field_names import fact_of, is_label
from ingest.frontpage.lexicon import CALLED, NEEDS_COLON
from ingest.pages import Properties
from support.papers import heading, lay_out, para, row

_FACTS = ("title", "report_of", "author", "contact", "wards", "introduced_by", "reference")
_LABELS = st.sampled_from([(fact, name) for fact in _FACTS for name in CALLED[fact].split("|")])
# A label and whether it has a value.
_LINES = st.lists(st.tuples(_LABELS, st.booleans()), max_size=12)


def _front(*blocks: Block) -> FrontPage:
    _, laid = lay_out(*blocks, heading("Purpose of report"), para("To note it."))
    return read_front_page(laid, Properties(), "paper.pdf")[0]


def _check(front: FrontPage, lines: list[tuple[tuple[str, str], bool]]) -> None:
    for fact in _FACTS:
        given_values = {
            f"AB/{n} Pike" for n, ((own, _), has) in enumerate(lines) if own == fact and has
        }
        read = getattr(front, fact)
        assert read in given_values or (read is None and not given_values)


def _value(number: int, has: bool) -> str:
    return f"AB/{number} Pike" if has else ""


@given(_LINES)
def test_in_lines_a_label_without_a_value_stays_unknown(
    lines: list[tuple[tuple[str, str], bool]],
) -> None:
    blocks = [
        para(f"{name.capitalize()}: {_value(n, has)}".strip())
        for n, ((_, name), has) in enumerate(lines)
    ]
    _check(_front(*blocks), lines)


@given(_LINES)
def test_below_each_other_a_label_takes_only_a_value(
    lines: list[tuple[tuple[str, str], bool]],
) -> None:
    blocks = []
    for n, ((_, name), has) in enumerate(lines):
        blocks += [para(f"{name.capitalize()}:")] + ([para(_value(n, True))] if has else [])
    _check(_front(*blocks), lines)


@given(_LINES, st.booleans())
def test_in_rows_an_empty_cell_stays_unknown(
    lines: list[tuple[tuple[str, str], bool]], two_abreast: bool
) -> None:
    pairs = [(f"{name.title()}:", _value(n, has)) for n, ((_, name), has) in enumerate(lines)]
    step = 2 if two_abreast else 1
    rows = [sum(pairs[at : at + step], ()) for at in range(0, len(pairs), step)]
    _check(_front(*(row(*cells) for cells in rows)), lines)


def test_every_label_of_the_lexicon_is_known_as_its_own_fact() -> None:
    for fact, names in CALLED.items():
        for name in names.split("|"):
            assert fact_of(f"{name.capitalize()}:") == fact, name


def test_every_common_word_is_a_label_of_the_lexicon() -> None:
    for word in NEEDS_COLON:
        assert fact_of(word), word
        assert not is_label(word), word
        assert is_label(f"{word}:"), word


def test_a_post_that_is_a_label_too_is_the_value_of_a_label_with_a_colon() -> None:
    labelled = row("Report of:", "Monitoring Officer", "", "")
    assert _front(row("Subject:", "Rents", "", ""), labelled).report_of == "Monitoring Officer"
    assert _front(para("Report of:"), para("Strategic Director")).report_of == "Strategic Director"
    assert _front(row("Contact:", "Director:", "A Pike", "")).contact is None
