"""Who moved and who seconded, motions as they are put, and what is told of their fate."""

import re

_TITLE = (
    r"(?:(?:[Tt]he\s+)?(?i:Cllrs?|Councillors?|Clr|Mr|Mrs|Ms|Miss|Dr|Sir|Alderman|Bailie|Provost"
    r"|Lord\s+Mayor|Mayor|Deputy\s+Mayor|Leader|Deputy\s+Leader|Vice[- ]Chair"
    r"|Chair(?:man|woman|person)?|Convener)\b\.?)"
)
# A part of a name, and none of the words that come after one on a form.
_WORD = (
    r"(?!(?i:seconded|seconder|proposed|proposer|moved|mover|votes?|voting|all|for|against"
    r"|agreed|carried|resolved|that|and|lost|unanimous|unanimously|abstentions?)\b)"
    r"(?:[A-Z]\.|[A-Z][\w’'-]*)"
)
_PERSON = (
    rf"(?:{_TITLE}(?:\s+(?:of|the|Council|Cabinet|Committee)){{0,4}}(?:\s+{_WORD}){{0,4}}"
    rf"|{_WORD}(?:\s+{_WORD}){{0,3}})"
)
# Someone who may move without "by" before the name: titled, or known by initials.
_MEMBER = rf"(?:{_TITLE}(?:\s+{_WORD}){{1,4}}|[A-Z]{{2,3}}[a-z]?(?!\w))"
# "Councillors Abel and Bond" moved together.
_JOINTLY = (
    rf"(?:(?i:Cllrs|Councillors)\s+{_WORD}(?:\s+{_WORD}){{0,3}}"
    rf"\s+(?:and|&)\s+{_WORD}(?:\s+{_WORD}){{0,2}})"
)
_ONE = rf"(?:{_JOINTLY}|{_PERSON})"
_LONE = rf"(?:{_JOINTLY}|{_MEMBER})"
_MOVERS = (
    re.compile(rf"(?P<who>{_LONE})\s*,\s+(?i:seconded)\s+by\b[^.;]{{0,60}}\b(?i:proposed|moved)\b"),
    re.compile(
        r"\b(?i:(?:proposed|moved)\s*(?:jointly\s+)?(?:by|:|[–-])\s*:?|propos?er\s*[:–-]?"
        rf"|mover\s*[:–-]?)\s*(?P<who>{_ONE})"
    ),
    re.compile(rf"\b(?i:proposed|moved)\s+(?P<who>{_LONE})"),
    re.compile(rf"\b(?i:the\s+(?:motion|proposition|proposal)\s+of)\s+(?P<who>{_ONE})"),
    re.compile(rf"\b(?i:on\s+a\s+(?:motion|proposal))\s+(?i:by|of|from)\s+(?P<who>{_ONE})"),
    re.compile(
        rf"(?:(?P<who>{_LONE})|^(?P<first>{_PERSON}))\s*,?\s+(?:then\s+)?(?i:proposed|moved)\b"
    ),
)
_SECONDERS = (
    re.compile(rf"\b(?i:seconded\s*(?:by|:|[–-])\s*:?|seconder\s*[:–-]?)\s*(?P<who>{_ONE})"),
    re.compile(rf"\b(?i:seconded)\s+(?P<who>{_LONE})"),
    re.compile(rf"(?P<who>{_LONE})\s+(?i:seconded)\b"),
)
# A motion that is put: "It was moved by …", "Cllr Pike proposed that", "Moved by A, seconded by B".
# That somebody proposes to do something is none.
_PUT = r"(?i:proposed|moved)"
_STEP = r"(?i:deferral|deferment|refusal|rejection|adjournment)"
MOTION = re.compile(
    r"^(?:[^;:.]{0,120}[,–-]\s+)?(?:[Bb]y\s+way\s+of\s+(?:an\s+)?amendment,?\s+)?[Ii]t\s+was\s+(?:then\s+)?"
    rf"{_PUT}\b"
    rf"|^{_PERSON}\s+(?:then\s+)?{_PUT}(?:\s+that\b|\s+{_STEP}\b|\s+an\s+amendment|,?\s+and\b"
    r"|\s+the\s+(?:motion|amendment|(?:officers?[’']?s?\s+)?recommendations?|following))"
    rf"|\b{_TITLE}\s+{_WORD}\s+{_PUT}\s+(?:that|the|{_STEP})\b"
    # "The Leader, Councillor Pike, moved and Councillor Ash seconded:"
    rf"|\b{_PUT},?\s+and\s+{_PERSON},?\s+(?i:seconded)\b"
    rf"|^{_PERSON}\s+(?:then\s+)?{_PUT},\s+(?i:seconded)\s+by\b"
    rf"|\b{_PUT}\s*(?:by\b|:)[^.]{{0,100}}\b(?i:seconded)\b|^{_PUT}\s+by\b"
    rf"|^(?:[Aa]s\s+(?i:an?\s+amendment),?\s+)?{_PERSON},\s+(?i:seconded)\s+by\s+{_PERSON},\s+{_PUT}\b"
    rf"|\b{_PUT}\b[^.]{{0,80}}\bthe\s+following\b|\b[Oo]n\s+the\s+motion\s+of\b"
    r"|^(?i:motion|amendment|proposal)(?:\s+\d{1,2})?\s*:\s*[“\"‘']?(?:That|To|THAT)\b"
)
# A motion that is whole in few words: "Councillor Pike moved deferral."
PUTS_OFF = re.compile(rf"\b{_PUT}\s+{_STEP}\b")
_LOST = "not carried|not agreed|not approved|lost|defeated|fell|falls|failed|rejected|voted down"
_FATE_WORDS = (
    rf"(?P<fate>{_LOST}|withdrawn|withdrew|carried|passed|adopted|deferred|referred(?: back)?)"
).replace(" ", r"\s+")
_FATE = re.compile(
    r"\b(?P<what>motion|amendment|proposal|proposition|recommendation)s?\b[^.;]{0,160}?"
    rf"(?<!if )(?<!\bbe ){_FATE_WORDS}\b",
    re.IGNORECASE,
)
# "The original motion was then put and agreed": of nothing else is "agreed" surely its fate.
_AGREED = re.compile(
    r"\b(?P<what>motion|amendment|proposition)s?\s+(?:as\s+amended,?\s+)?(?:was|were)\s+(?:then\s+|duly\s+"
    r"|therefore\s+|unanimously\s+)*(?:put(?:\s+to\s+the\s+(?:vote|meeting))?\s+and\s+)?(?:unanimously\s+)?"
    r"(?:agreed|approved|accepted)\b(?!\s+(?:that|to)\b)",
    re.IGNORECASE,
)
# "On being put to the vote, …", "Put to the meeting and …".
_PUT_TO_VOTE = (
    r"(?:(?:up)?on\s+being\s+|when\s+|once\s+|was\s+)?put(?:\s+to\s+(?:the|a)\s+(?:vote|meeting))?"
)
_THIS = re.compile(
    rf"(?:(?:{_PUT_TO_VOTE}|(?:up)?on\s+a\s+(?:show|vote|recorded)[^,.;]{{0,40}}),\s+)?"
    r"(?:this|it|which)\b[^.;]{0,80}\b(?:was|were)\s+(?:then\s+|duly\s+|declared\s+)?"
    rf"(?:put\s+(?:to\s+(?:the|a)\s+(?:vote|meeting)\s*)?,?\s*and\s+(?:was\s+)?)?{_FATE_WORDS}\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\W*(?:{_PUT_TO_VOTE}\s*,?\s+)?(?:(?:and\s+)?(?:was\s+)?(?:duly\s+|declared\s+)?){_FATE_WORDS}\b"
    r"(?:(?:\s*,)?\s+(?:unanimously|nem\.?\s?con|without|with|by|on|\d|\(|[–-])[^.]{0,120})?\W*",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\bdeclared\s+(?:the\s+)?(?:\w+\s+)?(?P<what>motion|amendment|proposal)?\s*(?:to\s+be\s+|as\s+)?"
    rf"{_FATE_WORDS}\b",
    re.IGNORECASE,
)
_CASTING = re.compile(r"\bcasting\s+vote\s+against\b", re.IGNORECASE)
_NO_SECONDER = re.compile(
    r"\b(?:no|not|without|want\s+of|lack\s+of)\s+(?:a\s+)?second(?:er|ed)\b", re.IGNORECASE
)
_NOBODY = frozenset("That It The And He She They We This All Proposed Seconded Moved By".split())
_FATES = {"withdrew": "withdrawn", "passed": "carried", "adopted": "carried"}


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
    match = _FATE.search(words) or _DECLARED.search(words) or _ALONE.fullmatch(words)
    match = match or _THIS.match(words)
    if match is None and (agreed := _AGREED.search(words)):
        return ("amendment" if agreed["what"].casefold() == "amendment" else "motion"), "carried"
    if match is None:
        lost = _NO_SECONDER.search(words) or _CASTING.search(words)
        return ("motion", "lost") if lost else None
    fate = " ".join(match["fate"].casefold().split())
    what = match.groupdict().get("what") or "motion"
    kind = "amendment" if what.casefold() == "amendment" else "motion"
    if re.fullmatch(_LOST, fate):
        return kind, "lost"
    return kind, "referred" if fate.startswith("referred") else _FATES.get(fate, fate)


def _named(patterns: tuple[re.Pattern[str], ...], words: str) -> str | None:
    for pattern in patterns:
        for match in pattern.finditer(words):
            found = match["who"] or match.groupdict().get("first") or ""
            found = found.partition("\n")[0]  # what stands on the next line is no part of a name
            who = re.sub(r"^(?:that|and|by|the)\s+", "", found.strip(" ,."))
            if who[:1].isupper() and who not in _NOBODY:
                return who
    return None
