"""Standing in words, with what is known of a recommendation's further course."""

from index.library import Library
from index.records import Answer, Citation, DecisionFound
from index.wording import STANDING_IN_WORDS, say_date

NOT_HELD = "Recommended, decision not held"


def standings_of(library: Library, answer: Answer) -> tuple[str, ...]:
    """The standing of each of an answer's citations, in words.

    That a decision is not held is said only where nothing in the answer could be that decision.
    """
    decided = any(cited.standing == "resolved" for cited in answer.citations)
    return tuple(_in_words(library, cited, decided=decided) for cited in answer.citations)


def _in_words(library: Library, cited: Citation, *, decided: bool) -> str:
    if cited.standing != "recommended":
        return STANDING_IN_WORDS[cited.standing]
    since = library.resolutions_on(cited.report.report_id, cited.start, cited.end)
    if since:
        return f"{STANDING_IN_WORDS['recommended']}; {_answered_in(since[0])}"
    if decided or cited.report.kind != "report":
        return STANDING_IN_WORDS["recommended"]
    return NOT_HELD


def _answered_in(found: DecisionFound) -> str:
    """Where what was resolved on it stands."""
    paper = "minutes" if found.report.kind == "minutes" else "decision"
    day = found.report.front.meeting_date
    held = f"of {say_date(day)}" if day else "held"
    return f"see the {paper} {held}"
