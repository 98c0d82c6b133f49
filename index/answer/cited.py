"""What an earlier answer cited, asked about again: when that was, who moved it, whom it names."""

from dataclasses import replace
from typing import Final

from index.answer.attendance import movers_of
from index.answer.inquiry import Finding, Inquiry
from index.answer.quotation import Span
from index.catalogue import Catalogue
from index.language import stem, words
from index.records import Answer, AnswerStatus, Citation
from index.wording import STANDING_IN_WORDS, say_meeting

NOTHING_CITED: Final = "Nothing was found for the earlier question, so there is no date to tell."
NO_DATE: Final = "The paper cited does not state the date of its meeting."

_DECIDED: Final = frozenset(
    stem(word) for word in "decide agree approve resolve pass adopt endorse reject refuse".split()
)


def date_of_cited(question: str, earlier: Answer) -> Answer:
    """The day of the meeting whose paper an earlier answer cited first, with what it cited.

    Where the earlier answer did not state what was asked, or what it cited is no decision and the
    day of one is asked, this does not answer either.
    """
    first = earlier.citations[0] if earlier.citations else None
    asked = replace(earlier, kind="when", position=(), suggestions=(), citations=())
    if first is None:
        return replace(asked, headline=NOTHING_CITED)
    if first.report.front.meeting_date is None:
        return replace(asked, status="related", headline=NO_DATE, citations=(first,))
    said = f"{STANDING_IN_WORDS[first.standing]}: {say_meeting(first.report.front)}."
    is_stated = earlier.status == "answered" and _is_such(question, first)
    status: AnswerStatus = "answered" if is_stated else "related"
    return replace(asked, status=status, headline=said, standing=first.standing, citations=(first,))


def _is_such(question: str, cited: Citation) -> bool:
    """Whether what was cited is a decision, if the day of one is asked."""
    asked = {stem(word.text) for word in words(question)}
    return cited.standing == "resolved" or not asked & _DECIDED


def movers_of_cited(inquiry: Inquiry, earlier: Answer) -> Finding | None:
    """Who moved or seconded the decision that an earlier answer cited first, if its paper says."""
    cited = next((one for one in earlier.citations if one.standing != "reported"), None)
    return movers_of(inquiry, cited.report, Span(cited.start, cited.end)) if cited else None


def persons_named(earlier: Answer, catalogue: Catalogue) -> tuple[str, ...]:
    """The persons that the first excerpt of an answer to "who" names, where it is answered."""
    if earlier.kind != "who" or earlier.status != "answered":
        return ()
    cited = earlier.citations[0]
    leads = (found.lead for found in catalogue.leads(cited.report.report_id))
    within = (one for one in leads if one.start < cited.end and cited.start < one.end)
    named = (one.name for one in within if one.name and one.name in earlier.headline)
    return tuple(dict.fromkeys(named))
