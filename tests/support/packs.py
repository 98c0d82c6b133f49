"""Packs of papers as councils publish them: pages of invented papers, to be bound into PDFs."""

from support.pdfs import LEFT, Page, typed

LINE = "The officers walked every lane of the parish in the spring and wrote down what they saw."


def prose(number: int, lines: int = 12) -> list[str]:
    """Numbered paragraphs that fill a page."""
    return [text for n in range(lines) for text in (f"{number + n}. {LINE}", "")]


def marked(page: Page, item: str, number: int) -> Page:
    """A page with its item in the upper corner and its number in the pack at the foot."""
    page.text(450, 805, item, size=9)
    return numbered(page, number)


def numbered(page: Page, number: int) -> Page:
    """A page with its number in the pack at the foot."""
    return page.text(280, 30, f"Page {number}", size=9)


def agenda(*items: str) -> Page:
    """The frontsheet of a meeting of the Cabinet of Exham Borough Council."""
    listed = [text for n, item in enumerate(items, 1) for text in (f"{n}. {item}", "")]
    return typed(
        "EXHAM BOROUGH COUNCIL", "", "AGENDA", "", "Meeting of the Cabinet", "",
        "Date: Tuesday 8 July 2025", "", "Venue: Council Chamber, Exham", "", *listed,
    )  # fmt: skip


def minutes() -> Page:
    """The minutes of the meeting before."""
    return typed(
        "Minutes of the meeting of the Cabinet held on Tuesday 10 June 2025", "",
        "Present: Councillor A Pike (Chair), Councillor B Roach", "",
        "Apologies: Councillor C Bream", "",
        "21. ALLOTMENT RENTS", "", "The Cabinet considered the rents.", "",
        "RESOLVED: That the allotment rents be held at £40 a year.", "",
    )  # fmt: skip


def report(title: str, *, dated: bool = True, ask: str = "the scheme") -> Page:
    """The first page of a report to the Cabinet."""
    day = ["Date: 8 July 2025", ""] if dated else []
    return typed(
        "Report to: Cabinet", "", *day, f"Title: {title}", "",
        "Report of: Director of Place", "", "Ward(s) affected: All", "",
        "1. PURPOSE OF REPORT", "", f"1.1 To tell Cabinet about {title.lower()}.", "",
        "2. RECOMMENDATIONS", "", f"2.1 That Cabinet approves {ask}.", "",
        "3. BACKGROUND", "", f"3.1 {LINE}",
    )  # fmt: skip


def appendix(letter: str, *lines: str) -> Page:
    """A page of an appendix."""
    return typed(f"Appendix {letter}", "", *lines, "", LINE, "", LINE)


def divider(*words: str) -> Page:
    """A sheet with a few words in the middle."""
    page = Page()
    for n, line in enumerate(words):
        page.text(LEFT + 60, 500 - 20 * n, line, size=14)
    return page
