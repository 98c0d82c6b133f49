"""What the sections of council papers are about, whatever their headings are called."""

import re

from ingest.plain_label import plain_label

_SECTIONS: dict[str, str] = {
    "recommendations": r"(?:(?:officers?'?|summary of|draft|key|list of|proposed|report) )?"
    r"recommend(?:ations?|ed decision)"
    r"(?: (?:of|to|from|for) (?!reason)[\w ,'&-]+| ?(?:/|and) ?(?:proposed )?decision(?: required)?"
    r"| ?(?:/|and) ?(?:resolution|reason|action)\w*| and reason for recommendation)?"
    r"|proposed decision|decision (?:required|requested|sought|recommended)|action required"
    r"|(?:the )?(?:cabinet|council|committee|executive|board|panel|member)[\w ]* (?:is|are)"
    r" (?:recommended|asked|requested|invited) to",
    "purpose": r"(?:summary and |aim and )?purpose(?: of (?:the |this )?report)?(?: and summary)?"
    r"|reason for (?:the )?report|aim|summary of purpose|purpose and background",
    "summary": r"executive summary(?: of (?:the )?report)?|summary(?: of (?:the )?report)?|synopsis"
    r"|key point|overview",
    "reasons": r"(?:summary of )?reason(?:s)? for (?:the )?(?:recommendation|decision|proposal)"
    r"|reason",
    "alternatives": r"(?:alternative|other) option.*|(?:option|alternative) considered.*",
    "background": r"(?:introduction and |introduction/)?background(?: .*)?|introduction|context"
    r"|detail|information|current position|the report|main (?:report|issue)|key issue"
    r"|background and .*"
    r"|report detail|main considerations|discussion|body of report",
    "implications": r".*\bimplication(?: of report)?|comment of the .*|.* comment|risk issue"
    r"|assessment of risk|risk(?: management)?|consultation|equality impact.*|corporate priority"
    r"|corporate prioritie|finance|law|legal|legal considerations",
    "minutes": r"present|attendance|in attendance|apolog(?:ie|y)(?: for absence)?"
    r"|declaration of interest.*|members? present|minute of (?:the )?(?:previous|last) meeting"
    r"|also (?:present|in attendance)|officers? (?:present|in attendance)|attendee",
    "agenda": r"agenda|order of business|item|business to be transacted",
    "decision": r"(?:the )?(?:decision|resolution)"
    r"(?:s)?(?: (?:made|taken|and reasons?|of .*))?|decision of the (?:cabinet|council|committee)",
    "references": r"background (?:paper|document).*|list of background papers.*|appendi(?:x|ce).*"
    r"|attachment|contact.*|further information",
}
_PATTERNS = {
    name: re.compile(rf"(?:{pattern})s?", re.IGNORECASE) for name, pattern in _SECTIONS.items()
}


def section_of(heading: str) -> str | None:
    """What a heading's section is about; None for a heading that is the paper's own.

    >>> [section_of(h) for h in ("RECOMMENDATION(S):", "Reasons for Recommendations", "Parking")]
    ['recommendations', 'reasons', None]
    """
    if len(heading) > 150:
        return None
    name = plain_label(heading)
    return next((key for key, pattern in _PATTERNS.items() if pattern.fullmatch(name)), None)


_ITEM = re.compile(
    r"(?:agenda\s+)?item(?:\s+n(?:o\.?|umber))?\s*(?P<number>\d+[A-Z]?)\s?[:–-]\s*(?-i:[A-Z0-9]).{2,150}"
    r"(?<![.;,:])",
    re.IGNORECASE,
)


def item_in(words: str) -> str | None:
    """The number of the item that words are the title of; None where they are none.

    >>> item_in("Item 6: Bus shelters"), item_in("Item 6: see below.")
    ('6', None)
    """
    match = _ITEM.fullmatch(words)
    return match["number"] if match else None
