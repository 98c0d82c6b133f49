"""A line that opens something new at the top of a page is never taken into the page before."""

import pytest

from ingest.page_tops import closes, is_appendix, item_of
from ingest.pages import Para
from ingest.readers.pdf import read
from support.packs import LINE
from support.pdfs import pdf, typed


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Agenda Item 5", "5"),
        ("AGENDA ITEM NO. 12", "12"),
        ("Item No: 7(b)", "7(b)"),
        ("Agenda Item Number 3a", "3a"),
        ("Agenda item 5 – Parks", None),
        ("Items 5", None),
        ("Agenda Item", None),
        ("5", None),
    ],
)
def test_the_item_in_a_papers_corner_is_known(line: str, item: str | None) -> None:
    assert item_of(line) == item


@pytest.mark.parametrize(
    ("line", "appendix"),
    [
        ("Appendix 1", True),
        ("APPENDIX B: The roads", True),
        ("Annex", True),
        ("Enclosure 2", True),
        ("Schedule 1", True),
        ("Appendices", False),
        ("Appendix 1 shows how the roads were chosen by those who " + LINE * 2, False),
    ],
)
def test_the_head_of_an_appendix_is_known(line: str, appendix: bool) -> None:
    assert is_appendix(line) is appendix


@pytest.mark.parametrize(
    ("line", "closed"),
    [
        ("NOT FOR PUBLICATION", True),
        ("EXEMPT", True),
        ("Confidential appendix", True),
        ("PART 2", True),
        ("By virtue of paragraph(s) 3 of Part 1 of Schedule 12A", True),
        ("Not exempt", False),
        ("Private rented homes", False),
        ("not for publication, as was said", False),
    ],
)
def test_a_line_that_closes_what_follows_is_known(line: str, closed: bool) -> None:
    assert closes(line) is closed


@pytest.mark.parametrize("top", ["NOT FOR PUBLICATION", "EXEMPT", "Agenda Item 4", "Appendix A"])
@pytest.mark.parametrize("ending", [LINE[:-1], LINE + " In the end they saw that it was"])
def test_a_page_that_ends_in_mid_sentence_takes_in_no_mark(ending: str, top: str) -> None:
    paper = read(pdf(typed("Roads", "", ending), typed(top, "", LINE)))
    first = next(part for part in paper.parts if part.page == 2)
    assert isinstance(first, Para)
    assert first.text == top
