"""What Slack messages say of papers and numbers, beyond `index.wording`."""

from index.records import ReportFacts
from index.wording import file_name


def title(report: ReportFacts) -> str:
    """The paper's title, or the name it was ingested under, and whether it is a draft."""
    name = (report.front.title or file_name(report.source)).strip() or "Untitled paper"
    return f"{name} (draft)" if report.front.draft else name


def counted(number: int, noun: str) -> str:
    """A number and its noun.

    >>> counted(1, "report"), counted(1204, "report")
    ('1 report', '1,204 reports')
    """
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
