"""What council papers call the facts on their front pages."""

import re
from functools import cache

# What a fact is called in papers, in lower case without "(s)". "other" holds labels whose values
# are of no use here, but which show where another label's value ends.
CALLED: dict[str, str] = {
    "body": "meeting|meeting of|meeting name|name of meeting|committee|name of committee"
    "|committee name|to|to the|report to|report to the|report for|decision maker|decision taker"
    "|decision making body|decision-maker|decision-taker|forum|for consideration by|body"
    "|decision made by|decision taken by|meeting title",
    "meeting_date": "date of meeting|meeting date|date of committee|committee date|date of decision"
    "|decision date|date decision made|date decision taken|date of cabinet"
    "|meeting held on|date and time of meeting|date of decision meeting",
    "date": "date|on|dated|date and time",
    "report_date": "date of report|report date|date written|date of draft",
    "title": "title|subject|report title|title of report|subject matter|name of report|report name"
    "|re|decision title|title of decision|subject of report|report subject|agenda item title",
    "report_of": "report of|report of the|report by|report from|joint report of|submitted by"
    "|report of head of service|reporting officer|from",
    "introduced_by": "introduced by|presented by|to be presented by",
    "author": "report author|author|author of report|report writer|prepared by|written by"
    "|author of the report|report prepared by|originating officer|reporting author"
    "|report author and contact detail|author and contact|author name",
    "contact": "contact officer|contact|report contact|report contact officer"
    "|contact for enquiries|contact person|contact name"
    "|for further information contact|further information|for further information please contact"
    "|officer contact|officer to contact|contact for further information|enquiries to|contact point"
    "|contact detail|lead officer contact|contact officer detail",
    "reference": "doc id|document id|reference|ref|report ref|report reference|report number"
    "|report no|decision number|decision no|decision reference|decision ref|reference number"
    "|reference no|ref no|our ref|forward plan ref|forward plan reference|forward plan no"
    "|key decision reference|executive decision reference|record no",
    "wards": "ward|wards|wards affected|ward affected|ward to which report relates"
    "|wards to which report relates|electoral division|electoral divisions affected"
    "|electoral division affected|wards/areas affected|area affected|areas affected"
    "|ward or area affected|affected wards",
    "key_decision": "key decision|is this a key decision|is it a key decision"
    "|is the decision a key decision|key decision y/n|key decision yes/no|is decision key",
    "call_in": "subject to call-in|subject to call in|call-in|call in|eligible for call-in"
    "|is this decision subject to call-in|is the decision subject to call-in|open to call-in"
    "|is this subject to call-in|can be called in|is this report subject to call-in"
    "|is this decision eligible for call-in",
    "council": "council|name of council|authority|local authority|council name",
    "type": "type|document type|kind",
    "other": "item|item no|item number|agenda item|agenda item no|agenda item number|agenda no"
    "|contact no|contact number|contact tel"
    "|email|e-mail|email address|e-mail address|tel|tel no|telephone|telephone number|telephone no"
    "|ext|extension|phone|appendix|appendices|attachments|budget/policy framework|exempt"
    "|exempt information|confidential|classification|status|purpose|purpose of report|summary"
    "|executive summary|recommendation|recommendations|background|background papers|lead officer"
    "|lead member|lead director|lead cabinet member|cabinet member|cabinet portfolio"
    "|portfolio holder|portfolio|executive member|director|strategic director|corporate director"
    "|head of service|service|service area|directorate|department|date of publication"
    "|publication date|date published|time|venue|place|location|present|apologies|in attendance"
    "|chair|chairman|chairperson|policy framework|for decision|for information|report type"
    "|public or private|part|part 1|part 2|file|special_meeting|for|purpose of the report|name"
    "|position|post|job title|designation|cleared by|approved by|consulted|legal advice obtained"
    "|financial advice obtained|assessment of risk|source of funding|the source of funding is"
    "|key council policies|details|decision|decisions|reasons|reason|call-in expires|notes"
    "|cc|copies to|in forward plan|forward plan|urgent|urgency|reason for urgency|decision type"
    "|type of decision|alternative options|options considered|reason for decision"
    "|reasons for decision|reasons for the decision|ward members|ward councillors",
}

# Words too common to be labels without a colon or a cell of their own.
NEEDS_COLON = frozenset(
    (
        "to|to the|on|re|from|for|council|committee|authority|body|forum|item|service|part|present"
        "|date|name|time|place|contact|details|decision|decisions|director|chair|ward|wards|author"
        "|type|meeting|report to|report to the|report of|report of the|report by|report from"
        "|report for|further information|position|post|notes|summary|background|purpose|ref|cc|file"
    ).split("|")
)
_BLANK = frozenset({"", "-", "–", "—", "n/a", "na", "none", "tbc", "tba", "…", "."})


def fact_of(label: str) -> str | None:
    """What a printed label stands for; None if it is not one we know.

    >>> [fact_of(label) for label in ("Ward(s) affected:", "DATE OF MEETING", "Doc ID", "Cats")]
    ['wards', 'meeting_date', 'reference', None]
    """
    return _facts_by_name().get(plain_label(label)) if len(label) < 80 else None


def is_blank(value: str) -> bool:
    """Whether a value says that there is none.

    >>> is_blank("N/A"), is_blank("All wards")
    (True, False)
    """
    return value.strip().casefold() in _BLANK


def is_label(text: str) -> bool:
    """Whether a line is a label and nothing else; common words are one only with a colon.

    >>> is_label("On:"), is_label("On"), is_label("Report title")
    (True, False, True)
    """
    if text.rstrip(" -–*_").endswith((":", "?")):
        return fact_of(text) is not None
    return fact_of(text) is not None and plain_label(text) not in _common_words()


@cache
def label_pattern() -> re.Pattern[str]:
    """Any known label before its colon; the longest first, so that "Date of Meeting" is one."""
    names = sorted({n for names in CALLED.values() for n in names.split("|")}, key=len)[::-1]
    some = "|".join(r"\s+".join(_either_number(name)) for name in names)
    return re.compile(rf"(?<![\w(/-])((?:{some}))\s*(?::-?|\?:?)\s*", re.IGNORECASE)


def _either_number(name: str) -> list[str]:
    """A label's words, each in the singular, the plural or both: "ward", "wards", "ward(s)"."""
    return [re.escape(word) + r"(?:s|\(s\))?" for word in name.split()]


@cache
def _facts_by_name() -> dict[str, str]:
    return {plain_label(name): fact for fact, names in CALLED.items() for name in names.split("|")}


@cache
def _common_words() -> frozenset[str]:
    return frozenset(plain_label(name) for name in NEEDS_COLON)


def plain_label(label: str) -> str:
    """A label as compared: lower case, singular, no colon, no brackets round a plural."""
    text = re.sub(r"\((?:s|es|ren)\)", "", label.casefold()).replace("’", "'").replace("_", " ")
    text = re.sub(r"^[\d.()]+\s+", "", text)
    text = re.sub(r"[\s:?*_.–-]+$", "", text.strip(" *_"))
    words = [re.sub(r"(?<=[a-rt-z]{3})s$", "", word) for word in text.split()]
    return " ".join(words)
