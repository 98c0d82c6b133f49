"""What was done, in one word, where a decision's own words say so."""

import re

_OUTCOMES = {
    "refused": r"refus(?:ed?|es|al)",
    "deferred": r"defer(?:red|s|ral)?",
    "rejected": r"reject(?:ed|s)?"
    r"|not (?:be )?(?:accepted|approved|supported|granted|adopted|endorsed)"
    r"|not to (?:accept|approve|support|grant|adopt|endorse|agree)",
    "withdrawn": r"withdrawn?",
    "granted": r"granted|(?:to|that) grant(?! of)",  # a grant is money, not a decision
    "approved": r"approv(?:ed?|es|al)",
    "adopted": r"adopt(?:ed|s)?",
    "endorsed": r"endorsed?",
    "delegated": r"delegat(?:ed?|es)",
    "authorised": r"authori[sz](?:ed?|es)",
    "appointed": r"appoint(?:ed|s)?",
    "elected": r"(?:re-?)?elected",
    "confirmed": r"confirm(?:ed|s)?",
    "noted": r"note[sd]?",
    "recommended": r"recommend(?:ed|s)?",
    "referred": r"referred|to refer",
    "revoked": r"revoked?",
    "suspended": r"suspended",
    "accepted": r"accept(?:ed|s)?",
    "supported": r"supported(?! by)|(?:to|that) support|support (?=(?:was|were) (?:also )?given)",
    "agreed": r"agree[sd]?",
}
_ANY = "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _OUTCOMES.items())
_OUTCOME = re.compile(_ANY, re.IGNORECASE)
# "to approve …", "That the Committee notes …" begin with what is done; "…, deferred in May, be
# approved" has it after "be".
_FIRST = re.compile(rf"(?:(?:that\s+|to\s+|and\s+|hereby\s+)*)(?:{_ANY})", re.IGNORECASE)
_BE = re.compile(
    rf"(?<!not )\b(?:be|been|is|are|was|were)\s+(?:(?:\w+ly|and)\s+){{0,2}}(?:{_ANY})",
    re.IGNORECASE,
)
_NOT_TO = re.compile(r"(?:(?:it was|that|the \w+|resolved|agreed|decided)\s+){0,4}not\s+to\b", re.I)
_AGREED_TO = re.compile(
    r"\b(?:agreed|resolved|decided)(?:\s+(?:unanimously|therefore|that|by\s+\w+))?\s+(?P<done>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TO_RECOMMEND = re.compile(
    r"(?:(?:it\s+was|and|therefore|that|to|unanimously|,|resolved|agreed|decided|be)\W+)*"
    r"(?:recommends?|recommended)\b(?!ations?)",
    re.IGNORECASE,
)
# "as recommended", "as proposed in the report", "as already agreed": how, and not what was done.
_AS_SAID = re.compile(
    r"[,(]?\s*\bas\s+(?:(?:is|was|were|now|so|then|also|previously|originally|already|duly|further"
    r"|earlier)\s+)*(?:recommended|proposed|amended|agreed|approved|adopted|noted|accepted|endorsed"
    r"|authori[sz]ed|delegated|supported|confirmed)\b(?!\s+that\b)",
    re.IGNORECASE,
)
# "the recommended rates": which, and not what was done with them.
_WHICH = re.compile(
    r"\b(?:the|an?|its|their|this|these|those)\s+(?:\w+ly\s+)?(?:recommended|agreed|approved|adopted"
    r"|accepted|delegated|deferred|authori[sz]ed)\s+(?=[a-z0-9£])",
    re.IGNORECASE,
)


def outcome_in(words: str) -> str | None:
    """What was done, where a decision's words say so: "approved", "noted", "deferred".

    >>> [outcome_in(w) for w in ("That the report be noted", "to buy a flag")]
    ['noted', None]
    >>> outcome_in("That the plan, deferred in May, be approved")
    'approved'
    >>> outcome_in("That point 3 be not accepted"), outcome_in("That it not be approved")
    ('rejected', 'rejected')
    >>> outcome_in("That Lot 2 be let as recommended in the report, and Lot 3 be withdrawn")
    'withdrawn'
    """
    words = _AS_SAID.sub("", words)
    if _NOT_TO.match(words):
        match = _FIRST.match(words)  # what is not to be done is no outcome, unless it is to refuse
        return match.lastgroup if match else None
    match = _FIRST.match(words) or _BE.search(words) or _OUTCOME.search(_WHICH.sub("", words))
    return match.lastgroup if match else None


def outcome_of(narrated: str) -> str | None:
    """What was done, as a sentence tells it: by "to defer" or "be approved", then by "agreed".

    >>> outcome_of("It was agreed that the rents be approved"), outcome_of("It was agreed to pay")
    ('approved', 'agreed')
    """
    narrated = _AS_SAID.sub("", narrated)
    agreed = _AGREED_TO.search(narrated)
    done = agreed["done"] if agreed else narrated
    if agreed and _NOT_TO.match(done):
        return outcome_in(done)
    match = _FIRST.match(done) or _BE.search(done)
    return match.lastgroup if match else outcome_in(narrated)


def recommends_on(words: str) -> bool:
    """Whether a resolution is one to recommend: another body is left to decide.

    >>> [recommends_on(w) for w in ("RESOLVED TO RECOMMEND to Council:", "RECOMMENDED that")]
    [True, True]
    """
    return bool(_TO_RECOMMEND.match(words))
