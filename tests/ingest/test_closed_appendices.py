"""A closed appendix behind an open paper: the open part is kept only where the line is certain."""

from pathlib import Path

import pytest

from index.errors import Withheld
from ingest.packs.reading import read_papers
from support.commands import run, run_json
from support.packs import LINE, agenda, appendix, marked, prose, report
from support.pdfs import LEFT, Page, pdf, typed

CANARY = "Zebrafinch"
MARK = "NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"


def front(*says: str) -> Page:
    """A report's first page, with lines at its end."""
    page = report("Winter gritting")
    for n, line in enumerate(says):
        page.text(LEFT, 300 - 28 * n, line)
    return page


def shut(label: str = "B", mark: str = MARK) -> Page:
    return appendix(label, mark, "", f"The offer of {CANARY} was the higher.")


def told(*pages: Page) -> tuple[list[str], int]:
    found = read_papers(pdf(*pages), "r.pdf")
    text = " ".join(r.text for r in found.reports)
    assert CANARY not in repr(found)
    return [report.source for report in found.reports], found.papers if "gritting" in text else 0


@pytest.mark.parametrize(
    "says",
    [
        "Appendix B is exempt from publication.",
        "Appendix B (exempt)\nAppendix C - Map of the roads",
        "Appendix B - Valuation (not for publication by virtue of paragraph 3)",
        "Exempt information: Yes - Appendix B",
    ],
)
def test_what_stands_before_an_appendix_that_the_paper_itself_calls_closed_is_kept(
    says: str,
) -> None:
    assert told(front(*says.split("\n")), typed(*prose(4)), shut()) == (["r.pdf#page=1"], 2)


def test_what_follows_a_closed_appendix_goes_with_it() -> None:
    pages = front("Appendix B is exempt."), shut(), typed(CANARY), appendix("C", CANARY)
    assert told(*pages) == (["r.pdf#page=1"], 2)


@pytest.mark.parametrize(
    "pages",
    [
        # Nothing in the paper says that this appendix is closed.
        (front(), shut()),
        (front("Appendix A is exempt."), shut()),
        (front("Appendix B is not exempt."), shut()),
        # The mark does not stand with the heading, on top of a page.
        (front("Appendix B is exempt."), typed(LINE, "", "Appendix B", "", MARK, "", CANARY)),
        (front("Appendix B is exempt."), typed(CANARY), shut(), typed(MARK)),
        # The paper itself is closed, or another part in front of the appendix is.
        (front("Appendix B is exempt.", MARK), shut()),
        (front("Appendix B is exempt."), typed(MARK, "", CANARY), shut()),
    ],
)
def test_where_the_line_is_not_certain_nothing_is_kept(pages: tuple[Page, ...]) -> None:
    if pages[1].drawn == typed(CANARY).drawn:
        pages = (pages[0], typed("NOT FOR PUBLICATION", "", CANARY), *pages[2:])
    with pytest.raises(Withheld):
        read_papers(pdf(*pages), "r.pdf")


def test_without_pages_no_line_is_certain() -> None:
    text = f"Report to: Cabinet\n\nAppendix B is exempt.\n\n{LINE}\n\nAPPENDIX B\n\n{MARK}\n\nX\n"
    with pytest.raises(Withheld):
        read_papers(text.encode(), "r.txt")


def test_in_a_pack_a_later_item_is_open_again() -> None:
    pages = (
        agenda("Minutes", "Winter gritting", "Park keepers"),
        marked(front("Appendix B is exempt."), "Agenda Item 2", 2),
        shut(),
        typed(CANARY),
        marked(report("Park keepers"), "Agenda Item 3", 5),
    )
    assert told(*pages) == (["r.pdf#page=1", "r.pdf#page=2", "r.pdf#page=5"], 4)


def test_no_byte_of_the_appendix_is_in_the_data_folder(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    raw = pdf(front("Appendix B is exempt."), typed(*prose(4)), shut())
    (tmp_path / "papers" / "gritting.pdf").write_bytes(raw)
    data = tmp_path / "data"
    (line,) = run_json("ingest", tmp_path / "papers", data=data)["items"]
    assert line["outcome"] == "added"
    assert "1 is marked as closed" in line["message"]
    for path in (path for path in data.rglob("*") if path.is_file()):
        kept = path.read_bytes()
        assert CANARY.casefold().encode() not in kept.lower()
        assert raw[-500:] not in kept
    assert run("check", data=data).returncode == 0
