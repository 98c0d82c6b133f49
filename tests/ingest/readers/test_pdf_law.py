"""PDF: whatever stands on a page is read once, in a paragraph, a table or a margin."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import Unreadable
from ingest.pages import Paper, Para
from ingest.readers.clean import clean
from ingest.readers.pdf import reader
from ingest.readers.pdf.scans import with_scans_read
from support.pdfs import LEFT, PITCH, TOP, Page, pdf
from support.shown import shown

CORPORA = Path(__file__).parents[4] / "shared" / "corpora"

# Scraps of minutes as they lie about on a page: bullets, numbers, notes, amounts and sentences.
scraps = st.sampled_from(
    ["•", "1", "(ii)", "Plant trees", "JR", "£300", "Action", "to be agreed by the Committee.", "-"]
)
# None from where the longest scrap would run off the page: nobody sees what is not on it.
columns = st.sampled_from([LEFT, LEFT + 20, LEFT + 150, LEFT + 300])
pages = st.dictionaries(st.tuples(columns, st.integers(0, 12)), scraps, min_size=1, max_size=25)


def letters(text: str) -> Counter[str]:
    return Counter(filter(str.isalnum, clean(text)))


def read_letters(paper: Paper) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in paper.parts:
        words: Iterable[str] = [part.text] if isinstance(part, Para) else sum(part.rows, ())
        found.update(letters("".join(words)))
    return found


@given(pages, st.sampled_from([0, 1]))
def test_whatever_stands_on_a_page_is_read_once(
    placed: dict[tuple[float, int], str], font: int
) -> None:
    page = Page()
    for (x, row), words in placed.items():
        page.text(x, TOP - row * PITCH, words, font=font if row % 3 else 1)
    assert read_letters(reader.read(pdf(page))) == letters("".join(placed.values()))


def test_notes_beside_list_items_set_with_tabs_are_kept() -> None:
    page = Page()
    for n in range(10):
        y = TOP - 3 * n * PITCH
        page.text(LEFT, y, "•").text(LEFT + 18, y, f"Item {n} was")
        page.text(LEFT + 120, y, "reported on by the Clerk, who had asked the County for")
        page.text(LEFT + 18, y - PITCH, f"a date for the works and would write again in week {n}.")
        if n % 3 == 0:
            page.text(500, y - PITCH, f"J{'ABCD'[n // 3]}", font=1)
    found = [str(part) for part in shown(reader.read(pdf(page)))]
    assert [note for note in found if len(note) == 2] == ["JA", "JB", "JC", "JD"]
    first = next(part for part in found if "Item 0" in part)
    assert (
        first.split()
        == (
            "• Item 0 was reported on by the Clerk, who had asked the County for "
            "a date for the works and would write again in week 0."
        ).split()
    )


def seen_letters(data: bytes) -> Counter[str]:
    """The letters of every word that can be seen, or is recognised, on a file's pages."""
    document, found = reader._opened(data), Counter[str]()
    pages = [page for n in range(len(document)) if (page := reader._page(document, n))]
    for page in with_scans_read(document, pages):
        found.update(letters("".join(clean(word.text) for word in page.words())))
    document.close()
    return found


@pytest.mark.skipif(not CORPORA.exists(), reason="the real papers beside the checkout are absent")
def test_no_letter_of_a_real_pdf_is_lost_or_invented() -> None:
    wrong = {path.name: found for path in sorted(CORPORA.rglob("*.pdf")) if (found := _amiss(path))}
    assert wrong == {}


def _amiss(path: Path) -> Counter[str]:
    """Letters of a PDF that were lost or invented; running margins, kept once, are forgiven."""
    data = path.read_bytes()
    try:
        paper = reader.read(data)
    except Unreadable:
        return Counter()
    seen, read = seen_letters(data), read_letters(paper)
    repeated = letters("".join(paper.margins)) + Counter("0123456789" if paper.margins else "")
    lost = {letter: n for letter, n in (seen - read).items() if letter not in repeated}
    return Counter(lost) + (read - seen)
