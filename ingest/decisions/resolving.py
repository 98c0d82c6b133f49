"""The words in which minutes record a decision: who moved it, what was resolved, what was lost."""

import re

_BODY = (
    r"(?:(?:The|the)\s+)?(?:(?:[A-Z][\w’'&-]*|and|of|for)\s+){0,6}?(?:Cabinet|Council|Committee|Board|Panel"
    r"|Executive|Commission|Forum|Members|CC|meeting)"
)
# The body whose minutes these are: what "Wyeford District Council agreed" is for others to record.
_THIS_BODY = (
    r"(?:(?:[Tt]he\s+)?(?:(?:Full|Community|Parish|Town)\s+)?(?:Cabinet|Council|(?:Sub-)?Committee"
    r"|Board|Panel|Executive|Commission|Forum|CC|[Mm]eeting)|(?:All\s+)?[Mm]embers(?:\s+present)?)"
)
_HOW = (
    r"(?:\s+(?:unanimously|UNANIMOUSLY|nem\.?\s?con\.?|by\s+(?:a\s+)?(?:majority|\d+\s+votes?)[^:–—]*?"
    r"|accordingly|therefore|\(unanimous(?:ly)?\)|,))*"
)
# A block that opens with its resolution: "RESOLVED that", "AGREED:", "DECISION", "Resolved –".
# A bare "Agreed" in small letters opens one only with a colon, a dash or "that" after it.
OPENING = re.compile(
    rf"(?:(?:IT\s+WAS|It\s+was|it\s+was|and|AND|and\s+it\s+was|WE)\s+)?(?:unanimously\s+)?"
    rf"(?:(?:RESOLVED|AGREED|DECIDED|NOTED|RECOMMENDED|DECISION|DECISIONS|RESOLUTION)\b{_HOW}\s*"
    rf"(?:[:–—-]+\s*|\.\s*)?(?:(?:that|THAT|That|to)\b\s*[:–—-]*\s*)?"
    rf"|(?:Resolved|Agreed|Decided|Recommended|Decision|Decisions|Resolution)\b{_HOW}\s*"
    rf"(?:[:–—]\s*-?\s*(?:(?:that|That)\b\s*:?\s*)?|\s-\s*|that\b\s*[:–—-]*\s*|$))"
)
# The same within a paragraph: "… and it was RESOLVED that", "Members unanimously AGREED to".
_WITHIN = re.compile(r"\b(?:RESOLVED|AGREED)\b")
_LEADING_TO_IT = re.compile(rf"(?:{_BODY}\s+|\b[Ii]t\s+was\s+)(?:unanimously\s+)?$")
# In prose: "It was agreed that …", "The Council unanimously resolved to …". That one person agreed
# to do something is no decision of the body, nor is what was noted, or what somebody reported.
NARRATED = re.compile(
    r"(?<!reported that )(?<!advised that )(?<!noted that )(?<!said that )(?<!stated that )"
    r"(?<!explained that )(?<!which )\b[Ii]t\s+(?:was|has\s+been)\s+"
    r"(?:(?:also|then|further|therefore|subsequently|unanimously|finally|generally)\s+)*"
    r"(?:agreed|resolved|decided)\b"
    rf"|^(?:[^.;:]{{0,60}},\s+)?{_THIS_BODY}\s+(?:(?:then|also|therefore|unanimously|have|has)\s+)*"
    r"(?:agreed|resolved|decided|approved|voted)\b"
    r"|^The\s+following\s[\w ]{1,60}\s(?:was|were)\s+(?:unanimously\s+)?"
    r"(?:approved|agreed|authorised)\b"
    r"|\bunanimously\s+(?:approved|adopted)\b|\b(?:approved|adopted)\s+unanimously\b"
    r"|\bseconded\b[^.]*?\band\s+(?:it\s+was\s+)?(?:unanimously\s+)?(?:agreed|resolved|carried)\b"
)
# A body with its decisions listed below: "Cabinet:", "The Committee resolved to:".
_LISTED = re.compile(
    rf"^(?:[^.;:]{{0,80}},\s+)?{_BODY}\s*(?:(?:unanimously\s+)?(?:resolved|agreed|decided|approved|noted"
    r"|RESOLVED|AGREED)(?:\s+(?:that|to))?(?:\s+the\s+following)?)?\s*[:–-]+$"
)
_TITLE = (
    r"(?:(?:[Tt]he\s+)?(?i:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Alderman|Lord\s+Mayor|Mayor"
    r"|Deputy\s+Mayor|Leader|Deputy\s+Leader|Chair(?:man|woman|person)?|Convener)\b\.?)"
)
_WORD = r"(?:[A-Z]\.|[A-Z][\w’'-]*)"
_PERSON = (
    rf"(?:{_TITLE}(?:\s+(?:of|the|Council|Cabinet|Committee)){{0,4}}(?:\s+{_WORD}){{0,4}}"
    rf"|{_WORD}(?:\s+{_WORD}){{0,3}})"
)
# Someone who may move without "by" before the name: titled, or known by initials.
_MEMBER = rf"(?:{_TITLE}(?:\s+{_WORD}){{1,4}}|[A-Z]{{2,3}}[a-z]?)"
_MOVERS = (
    re.compile(
        rf"\b(?i:(?:proposed|moved)\s*(?:by|:|[–-])|propos?er:?|mover:?)\s*(?P<who>{_PERSON})"
    ),
    re.compile(rf"\b(?i:proposed|moved)\s+(?P<who>{_MEMBER})"),
    re.compile(rf"\b(?i:the\s+motion\s+of)\s+(?P<who>{_PERSON})"),
    re.compile(rf"(?:(?P<who>{_MEMBER})|^(?P<first>{_PERSON}))\s+(?:then\s+)?(?:proposed|moved)\b"),
)
_SECONDERS = (
    re.compile(rf"\b(?i:seconded\s*(?:by|:|[–-])|seconder:?)\s*(?P<who>{_PERSON})"),
    re.compile(rf"\b(?i:seconded)\s+(?P<who>{_MEMBER})"),
    re.compile(rf"(?P<who>{_MEMBER})\s+seconded\b"),
)
# A motion that is put: "It was moved by …", "Cllr Pike proposed that", "Moved by A, seconded by B".
# That somebody proposes to do something is none.
MOTION = re.compile(
    r"^(?:[^;:.]{0,120}[,–-]\s+)?[Ii]t\s+was\s+(?:then\s+)?(?:proposed|moved)\b"
    rf"|^{_PERSON}\s+(?:then\s+)?(?:proposed|moved)(?:\s+that\b|\s+an\s+amendment|,?\s+and\b"
    r"|\s+the\s+(?:motion|amendment|(?:officers?[’']?s?\s+)?recommendations?|following))"
    rf"|\b{_TITLE}\s+{_WORD}\s+(?:proposed|moved)\s+(?:that|the)\b"
    r"|\b(?i:proposed|moved)\s*(?:by\b|:)[^.]{0,100}\bseconded\b|^(?:Moved|Proposed)\s+by\b"
    r"|\bmoved\b[^.]{0,80}\bthe\s+following\b|\b[Oo]n\s+the\s+motion\s+of\b"
)
_FATE = re.compile(
    r"\b(?P<what>motion|amendment|proposal|recommendation)s?\b[^.;]{0,120}?"
    r"\b(?:was|were|is|being|fell|declared)?\s*"
    r"(?P<fate>not\s+carried|not\s+agreed|lost|LOST|defeated|withdrawn|WITHDRAWN|fell|rejected"
    r"|carried|CARRIED|deferred)\b",
    re.IGNORECASE,
)
_NOBODY = frozenset("That It The And He She They We This All".split())
_LOST = frozenset({"lost", "not carried", "not agreed", "defeated", "fell", "rejected"})
_OUTCOMES = {
    "refused": r"refus(?:ed|es?|al)",
    "deferred": r"defer(?:red|s)?",
    "rejected": r"reject(?:ed|s)?|not (?:be )?(?:accepted|approved|supported)",
    "withdrawn": r"withdrawn?",
    "granted": r"granted|(?:to|that) grant(?! of)",  # a grant is money, not a decision
    "approved": r"approv(?:ed?|es|al)",
    "adopted": r"adopt(?:ed|s)?",
    "endorsed": r"endorsed?",
    "delegated": r"delegat(?:ed?|es)",
    "authorised": r"authoris(?:ed?|es)",
    "appointed": r"appoint(?:ed|s)?",
    "confirmed": r"confirm(?:ed|s)?",
    "noted": r"note[sd]?",
    "recommended": r"recommend(?:ed|s)?",
    "referred": r"referred",
    "accepted": r"accept(?:ed|s)?",
    "agreed": r"agree[sd]?",
}
_OUTCOME = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _OUTCOMES.items()), re.IGNORECASE
)


def lists_decisions(words: str) -> bool:
    """Whether a line leads on to what a body decided: "Cabinet:", "The Committee resolved to:".

    >>> lists_decisions("Cabinet:"), lists_decisions("The Clerk agreed to:")
    (True, False)
    """
    return len(words) < 300 and bool(_LISTED.match(words))


def resolved_at(words: str) -> int | None:
    """Where a resolution starts inside a paragraph; None if none does.

    >>> words = "The motion was put, and it was RESOLVED that dogs be kept out."
    >>> words[resolved_at(words):]
    'it was RESOLVED that dogs be kept out.'
    """
    match = _WITHIN.search(words)
    if match is None:
        return None
    nearby = max(0, match.start() - 120)
    leading = _LEADING_TO_IT.search(words[nearby : match.start()])
    return nearby + leading.start() if leading else match.start()


def mover_in(words: str) -> str | None:
    """Who moved or proposed, as named.

    >>> mover_in("Moved by Councillor Pike, seconded by Councillor Ash, and")
    'Councillor Pike'
    """
    return _named(_MOVERS, words)


def seconder_in(words: str) -> str | None:
    """Who seconded, as named.

    >>> seconder_in("PI proposed, and PC seconded, and it was agreed"), seconder_in("None")
    ('PC', None)
    """
    return _named(_SECONDERS, words)


def fate_in(words: str) -> tuple[str, str] | None:
    """What became of a motion or an amendment: which of the two, and "lost", "carried" ….

    >>> fate_in("The amendment was LOST."), fate_in("Having lost the file, he left.")
    (('amendment', 'lost'), None)
    """
    match = _FATE.search(words)
    if match is None:
        return None
    fate = " ".join(match["fate"].casefold().split())
    what = "amendment" if match["what"].casefold() == "amendment" else "motion"
    return what, "lost" if fate in _LOST else fate


def outcome_in(words: str) -> str | None:
    """What was done, where a decision's words say so: "approved", "noted", "deferred".

    >>> outcome_in("That the report be noted"), outcome_in("to buy a flag")
    ('noted', None)
    """
    match = _OUTCOME.search(words)
    return match.lastgroup if match else None


def outcome_of(narrated: str) -> str | None:
    """What was done, as a sentence tells it: by "be approved" rather than by "agreed that".

    >>> outcome_of("It was agreed that the rents be approved"), outcome_of("It was agreed to pay")
    ('approved', 'agreed')
    """
    done = re.search(r"\b(?:be|been)\s+(?=\w+ed\b)(?P<done>.*)", narrated)
    return (outcome_in(done["done"].split()[0]) if done else None) or outcome_in(narrated)


def _named(patterns: tuple[re.Pattern[str], ...], words: str) -> str | None:
    for pattern in patterns:
        for match in pattern.finditer(words):
            found = match["who"] or match.groupdict().get("first") or ""
            who = re.sub(r"^(?:that|and|by|the)\s+", "", found.strip(" ,."))
            if who[:1].isupper() and who not in _NOBODY:
                return who
    return None
