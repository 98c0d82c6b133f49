"""The words in which minutes and decision records say that something was resolved."""

import re

from ingest.decisions.done import DONE

_BODY = (
    r"(?:(?:The|the)\s+)?(?:(?:[A-Z][\w’'&-]*|and|of|for)\s+){0,6}?(?:Cabinet|Council|Committee|Board|Panel"
    r"|Executive|Commission|Forum|Members|CC|meeting)"
)
# The body whose minutes these are: what "Wyeford District Council agreed" is for others to record.
_THIS_BODY = (
    r"(?:(?:[Tt]he\s+)?(?:(?:Full|Community|Parish|Town|City|Borough)\s+)?(?:Cabinet|Council|COUNCIL"
    r"|(?:Licensing\s+|Planning\s+)?(?:[Ss]ub-?)?[Cc]ommittee|Board|Panel|Executive|Commission|Forum"
    r"|CC|[Mm]eeting)|(?:All\s+)?(?:[Mm]embers|[Cc]ouncillors)(?:\s+present)?)"
)
_HOW = (
    r"(?:\s*(?:unanimously|UNANIMOUSLY|[Nn]em\.?\s?[Cc]on\b\.?|NEM\.?\s?CON\b\.?"
    r"|by\s+(?:a\s+)?(?:majority|\d+\s+votes?)[^:–—]{0,60}?"
    r"|accordingly|therefore|\((?:unanimous(?:ly)?|UNANIMOUS(?:LY)?|nem\.?\s?con\.?)\)|,))*"
)
_SAID = "RESOLVED|AGREED|DECIDED|NOTED|RECOMMENDED|DECISION|DECISIONS|RESOLUTION|DECISION TAKEN"
_DONE = "APPROVED|GRANTED|REFUSED|DEFERRED|REJECTED|ADOPTED|DELEGATED"
# A block that opens with its resolution: "RESOLVED that", "AGREED:", "DECISION", "Resolved –".
# A bare "Agreed" in small letters opens one only with a colon, a dash, "that" or "to" after it.
OPENING = re.compile(
    rf"(?:(?:IT\s+WAS|It\s+was|it\s+was|and|AND|and\s+it\s+was|WE)\s+)?(?:unanimously\s+)?"
    rf"(?:(?:{_SAID})\b(?!\s+(?:NOTICE|RECORD|MAKER|STATUS|TYPE|DATE|SHEET|LIST)\b){_HOW}\s*"
    rf"(?:[:–—-]+\s*|\.\s*)?(?:(?:that|THAT|That|to)\b\s*[:–—-]*\s*)?"
    rf"|(?:{_DONE})\b{_HOW}(?=\s*(?:[:;.,–—-]|$|for\b|subject\b|as\b|with\b|to\b|in\b|on\b))\s*"
    rf"(?:[:–—-]+\s*)?"
    rf"|(?:Resolved|Agreed|Decided|Recommended)\b{_HOW}\s*(?:that|to)\b\s*[:–—-]*\s*"
    rf"|(?:Resolved|Agreed|Decided)\b{_HOW}\s+(?=not\s+to\b)"
    rf"|(?:Resolved|Agreed|Decided|Recommended|Decisions?(?:\s+(?:taken|made))?|Resolution)\b{_HOW}\s*"
    rf"(?:[:–—]\s*-?\s*(?:(?:that|That)\b\s*:?\s*)?|\s-\s*|that\b\s*[:–—-]*\s*|$))"
)
# The same within a paragraph: "… and it was RESOLVED that", "Members unanimously AGREED to".
_WITHIN = re.compile(r"\b(?:RESOLVED|AGREED|DECIDED)\b(?!\s+BY\b)")
_LEADING_TO_IT = re.compile(rf"(?:{_BODY}\s+|\b[Ii]t\s+was\s+)(?:unanimously\s+)?$")
_ALSO = (
    r"(?:(?:also|then|further|therefore|subsequently|unanimously|finally|generally|have|has)\s+)*"
)
_WEIGHED = (
    r"(?:considered|discussed|debated|reviewed|received|noted|welcomed|heard|were|was|carefully)"
)
# In prose: "It was agreed that …", "The Council unanimously resolved to …". That one person agreed
# to do something is no decision of the body, nor is what was noted, or what somebody reported.
NARRATED = re.compile(
    r"(?<!reported that )(?<!advised that )(?<!noted that )(?<!said that )(?<!stated that )"
    r"(?<!explained that )(?<!confirmed that )(?<!recalled that )(?<!which )\b[Ii]t\s+"
    rf"(?:was|has\s+been)\s+{_ALSO}(?:(?:agreed|resolved|decided)\b|determined\s+that\b(?=[^.;]*\bbe\b))"
    rf"|^(?:[^.;:]{{0,60}},\s+)?{_THIS_BODY}\s+{_ALSO}(?:agreed|resolved|decided|approved|voted)\b"
    # "The Council discussed the quotes and agreed to accept the first."
    rf"|^(?:[^.;:]{{0,60}},\s+)?{_THIS_BODY}\s+{_WEIGHED}\b[^.;:]{{0,200}}?(?:\band|,)\s+{_ALSO}"
    r"(?:agreed|resolved|decided|voted)\s+(?:that|to|the|not|unanimously)\b"
    # What is noted as a whole, not a thing that was noticed: "Members noted the report."
    rf"|^{_THIS_BODY}\s+{_ALSO}(?:noted|received|endorsed|accepted)\s+(?:and\s+\w+\s+)?the\s+"
    r"(?:\w+[’']?s?\s+){0,4}(?:report|update|minutes|presentation|accounts|recommendations?"
    r"|content|contents|position|information|plan|schedule|statement|proposals?|letter)\b(?!\s+that)"
    r"|^The\s+following\s[\w ]{1,60}\s(?:was|were)\s+(?:unanimously\s+)?"
    r"(?:approved|agreed|authorised|adopted)\b"
    r"|^(?:[^.;:]{0,80}[:,–-]\s+|(?:With|Subject\s+to|After)\s[^.;:,]{1,60}\s)?(?:[Tt]he\s+)?(?:[Dd]raft\s+)?"
    r"[Mm]inutes?\b[^.;]{0,160}?\b(?:was|were)\s+(?:(?:then|duly|both|unanimously)\s+|(?:circulated|read|received)"
    r"\s+and\s+)?(?:approved|confirmed|agreed|adopted|accepted|signed|ratified|taken\s+as\s+read"
    r"|proposed\s+as\s+an?\s+(?:true|correct|accurate)\b[^.]*\bseconded)\b"
    # The meeting "where the council unanimously agreed" is another one.
    r"|^(?![\s\S]*\bwhere\b[\s\S]*\bunanimously\b)[\s\S]*?\b(?:unanimously\s+(?:approved|adopted|agreed|elected)"
    r"|(?:approved|adopted|agreed)\s+unanimously)\b"
    r"|^(?:[Tt]he\s+)?(?:[\w’']+\s+){0,4}(?:report|accounts|budget|policy|constitution|statement)\s+"
    r"(?:was|were)\s+(?:unanimously\s+)?(?:approved|adopted|accepted|agreed)\b"
    r"|^An?\s+(?:donation|grant|payment|contribution|quote|quotation|sum)\b[^.;:]{0,80}\b(?:was|were)\s+"
    r"(?:approved|agreed|accepted)\b"
    r"|^[^.;:]{0,80}\b(?:costs?|price|expenditure|purchase)\b[^.;:]{0,80}\b(?:was|were)\s+(?:approved|"
    r"agreed)\b(?!\s+(?:by|with)\b)"
    r"|^(?:[^.;:]{0,60},\s+|As\s+agreed[^.;:,]{0,60}\s)?[Ww]e\s+(?:have\s+)?(?:unanimously\s+)?"
    r"(?:agreed|resolved|decided)\s+(?:that|to|the|not)\b"
    r"|[\w)’”\"]\s*[:–-]\s+(?:[Aa]ll\s+|[Uu]nanimously\s+)?[Aa]greed(?:\s+(?:and\s+signed|unanimously|by\s+all))?"
    r"\W*$"
    r"|^All\s+(?:agreed\b|were\s+(?:agreed|in\s+(?:favour|agreement))\s+(?:that|to|of)\b)"
    # What is moved "to be received and approved" is not yet approved.
    r"|\bseconded\b(?:(?!\bbe\s\w{1,30}\sand\b)[^.]){0,160}?(?:\band\s+(?:(?:it\s+)?was\s+)?"
    r"(?:unanimously\s+|duly\s+)?(?:agreed|resolved|carried|approved|accepted)"
    r"|\ball\s+(?:agreed|in\s+favour)|\bunanimous|\bcarried)\b"
    r"|\b(?:was|were)\s+(?:duly\s+|unanimously\s+)*(?:re-?)?elected\b(?!\s+(?:members?|councillors?)\b)"
    r"|^(?:This|The|Consideration|Determination|Discussion)\b[^.;:]{0,120}?\b(?:was|were|be)\s+"
    r"(?:deferred|adjourned|referred\s+back|deferred\s+to)\b|^(?:Deferred|Referred(?:\s+back)?)\s+to\b",
)
# "RESOLVED accordingly": what was resolved is the motion, in its own words.
ACCORDINGLY = re.compile(
    r"\b(?:so\s+(?:RESOLVED|resolved)|(?:RESOLVED|resolved)\s+accordingly)\W*$"
)
# What another meeting, or this body on another day, had resolved: told, and not resolved here.
_EARLIER = re.compile(
    r"\b(?:had|previously|earlier|already|recalled|reminded|(?:reported|advised|explained|noted)\s+that"
    r"|at\s+(?:its|their|the|a)\s+(?:last\s+|previous\s+|special\s+)?meeting\s+(?:held\s+)?"
    r"(?:on|of|in)|which\s+(?:was|were)|as\s+(?:was|were|had))\b[^.]{0,200}$",
    re.IGNORECASE,
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_ANOTHER_DAY = re.compile(
    r"\b(?:at|in)\s+(?:its|their|the|a)\s+(?:last\s+|previous\s+|special\s+)?meeting\s+(?:held\s+)?"
    r"(?:on|of|in)\b|\bpreviously\b"
    rf"|^(?:On|In)\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:{_MONTHS}|\d{{4}})\b[^.]{{0,40}}$"
    rf"|^(?:On|In)\s+(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?(?:(?:{_MONTHS})\s+)?\d{{4}},?\s+[^.]{{0,60}}$",
    re.IGNORECASE,
)
_TOLD_BELOW = re.compile(
    r"\b(?:had|previously|at\s+(?:its|their|the)\s+(?:last\s+|previous\s+)?meeting\s+(?:held\s+)?"
    r"(?:on|of|in))\b[^.]{0,200}\b(?:resolved|agreed|decided|following|recommended)\b[^.]{0,80}:\W*$",
    re.IGNORECASE,
)
# A body with its decisions listed below: "Cabinet:", "The Committee resolved to:".
_LISTED = re.compile(
    rf"^(?:[^.;:]{{0,80}},\s+)?{_BODY}\s*(?:(?:unanimously\s+)?(?:resolved|agreed|decided|approved|noted"
    r"|RESOLVED|AGREED)(?:\s+(?:that|to))?(?:\s+the\s+following)?)?\s*[:–-]+$"
)
_LISTED_INLINE = re.compile(
    rf"^{_BODY}\s*(?:(?:unanimously\s+)?(?:resolved|agreed|decided)(?:\s+(?:that|to))?)?\s*[:–-]+"
    r"\s+(?=\(?(?:1|i|a)[.)])"
)


def lists_decisions(words: str) -> bool:
    """Whether a line leads on to what a body decided: "Cabinet:", "The Committee resolved to:".

    >>> lists_decisions("Cabinet:"), lists_decisions("The Clerk agreed to:")
    (True, False)
    """
    return len(words) < 300 and bool(_LISTED.match(words))


def lists_inline(words: str) -> bool:
    """Whether a body's decisions follow its name in one paragraph: "Cabinet: (1) noted …; (2) …".

    >>> lists_inline("Cabinet: (1) noted the survey; and (2) set the rents.")
    True
    """
    return bool(_LISTED_INLINE.match(words))


def resolved_at(words: str) -> int | None:
    """Where a resolution starts inside a paragraph; None if none does, or another day's is told.

    >>> words = "The motion was put, and it was RESOLVED that dogs be kept out."
    >>> words[resolved_at(words):]
    'it was RESOLVED that dogs be kept out.'
    >>> resolved_at("In May it had been RESOLVED that dogs be let in.") is None
    True
    """
    match = next((m for m in _WITHIN.finditer(words) if not _is_told(words, m.start())), None)
    if match is None:
        return None
    nearby = max(0, match.start() - 120)
    leading = _LEADING_TO_IT.search(words[nearby : match.start()])
    return nearby + leading.start() if leading else match.start()


def narrated_in(words: str) -> re.Match[str] | None:
    """A decision told in a sentence, unless it tells what was decided on another day.

    >>> narrated_in("At its meeting on 3 May the Cabinet resolved to wait.") is None
    True
    """
    match = NARRATED.search(words) or DONE.search(words)
    return None if match is None or _ANOTHER_DAY.search(words[: match.end()]) else match


def tells_below(words: str) -> bool:
    """Whether a line leads on to what had been resolved on another day.

    >>> tells_below("At its meeting on 3 May the Committee had resolved:")
    True
    """
    return bool(_TOLD_BELOW.search(words[-400:]))


def _is_told(words: str, place: int) -> bool:
    """Whether a word at a place is quoted, or speaks of another day, in its own sentence."""
    before = words[max(0, place - 240) : place]
    sentence = re.split(r"[.!?]\s+(?=[A-Z“\"])", before)[-1]
    quoted = before.rstrip().endswith(("“", '"', "‘"))
    return quoted or bool(_EARLIER.search(sentence))
