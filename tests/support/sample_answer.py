"""An answer with one citation, for tests of what is made of answers."""

from datetime import date

from index.records import Answer, Citation, Filters, FrontPage, ReportFacts, Searched

FRONT = FrontPage(
    title="Library opening hours",
    council="Borough of Eastmere",
    body="Cabinet",
    meeting_date=date(2023, 6, 14),
    meeting_date_basis="stated",
)
REPORT = ReportFacts("0" * 16, "papers/hours.txt", "report", FRONT, "public", 3, 900)
CITATION = Citation(
    "That Cabinet approve the hours.", 10, 41, REPORT, "4.2", 2, "Recommendations", "recommended"
)
ANSWER = Answer(
    question="what was decided on library hours?",
    status="answered",
    kind="decided",
    headline="Recommended, not a decision.",
    standing="recommended",
    citations=(CITATION,),
    searched=Searched(12, date(2024, 1, 9), Filters(body="Cabinet")),
)
