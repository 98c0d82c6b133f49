"""The names of councils, and of the bodies that meet, as a front page gives them."""

import re
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from ingest.dates import FoundDate, find_dates

_KINDS = (
    r"(?:Cabinet|Executive|Committee|Sub-?\s?Committee|Council|Panel|Board|Forum|Commission"
    r"|Assembly|Working (?:Group|Party)|Task (?:Group|Force)|Trustees)"
)
_BODY = re.compile(
    rf"(?:[\w&/’'().-]+,?\s+){{0,9}}?{_KINDS}(?:\s+(?:\([\w ,&’'-]+\)|[A-Z\d]))?", re.IGNORECASE
)
# A report that goes to one body and then to another names both; the first meets first.
_TWO = re.compile(
    r"(?P<first>Cabinet|Executive|.+\s(?:Committee|Board|Panel))\s+(?:(?:and|then|&)\s+)?"
    r"(?:Full\s+)?(?P<second>Council|(?<!Executive )Cabinet)$",
    re.IGNORECASE,
)
# Two councils that publish together are not one.
_TWO_COUNCILS = re.compile(r"\bcouncil\b.*\bcouncil$", re.IGNORECASE)
# What a body decides about, or what is done to it, is no part of its name.
_SUBJECT = re.compile(
    r"\b(?:review|reports?|appointments?|membership|constitution|terms|reference|proposals?|future"
    r"|(?:joint )?working(?! (?:group|party))|joining|update|scheme|budget|role"
    r"|changes?|to|for|by|with|from|our|at|new|comments?|response|through|available|about)\b",
    re.IGNORECASE,
)
_TYPE = (
    r"(?:(?:Metropolitan|Royal|London|County|City|and|Borough|District|Town|Parish|Community"
    r"|Unitary|Combined|Islands|Fire|Regional|Shire)\s+)*"
)
# A letterhead cut short: "Saltby BC", "Dunmere MBC".
_SHORT_FORM = re.compile(r"(?:M?BC|MDC|DC|CC|PC|TC|NHS|UK|II|III)")
_SHORT = re.compile(r"(?:[A-Z][\w'’-]*[a-z\w]\s+){1,4}(?:M?BC|MDC|DC|CC|PC|TC)")
# "City of Exham" is a council's name; "City of Culture" is a subject.
_CITY = re.compile(
    r"City\s+of\s+(?!(?:culture|sanctuary|learning|sport|literature|music|science|film|design|light"
    r"|the|tomorrow|dreams|peace|trees)\b)[\w’'-]+(?:\s+Corporation)?",
    re.IGNORECASE,
)
_WELSH = re.compile(r"(?:Cyngor|Comhairle)\s.+", re.IGNORECASE)
_COUNCIL = re.compile(
    rf"(?:The\s+)?(?:(?:London|Royal|Metropolitan)\s+Borough\s+of\s+[\w’' -]+?"
    rf"|City\s+of\s+[\w’' -]+?\s+Council"
    rf"|(?:Royal\s+)?Borough\s+of\s+[\w’' -]+?(?:\s+Council)?"
    rf"|[\w’'.-]+(?:(?:,\s+|\s+)[\w’'.&-]+){{0,6}}?\s+{_TYPE}"
    r"(?:Council|(?:Combined|(?:Fire|National\s+Park)(?:\s+and\s+Rescue)?)\s+Authority|MBC))",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(?:the|full|annual|extraordinary|special|ordinary|executive|town|parish|county|district"
    r"|borough|city|community|joint|of|meeting|this|new|meetings|council"
    r"|authority|mbc|full|metropolitan|royal|combined|unitary|and)",
    re.IGNORECASE,
)
# "Blackburn with Darwen" is a place; "working with Exham" is a subject.
_NOT_A_PLACE = re.compile(
    r"(?<![\w-])(?:working|review|report|update|joint|partnership|scheme|budget|services?|to|by|for|our"
    r"|new|meeting|minutes|agenda|committee|cabinet|a|an|this|each|every|tax|future|plan|with the"
    r"|of the|from|between|member|members|leader|mayor|cllr|councillor)(?![\w-])",
    re.IGNORECASE,
)
# A name has no verb, no pronoun and no address in it; what has is a sentence that ends in one.
_SENTENCE = re.compile(
    r"@|(?<![\w-])(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must"
    r"|should|shall|please|thanks?|e-?mail|write|contact|although|though|because|since|while|when"
    r"|if|as|that|which|who|whose|where|how|why|what|we|us|you|your|i|he|she|they|them|their|it|its"
    r"|about|into|towards|news|again|also|not|no|every|any|some|this|these|those|here|see)(?![\w-])",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a line that may name one
_LONGEST_MEETING = timedelta(days=14)  # from the first of its days to the last
_SMALL = frozenset("a an and at by for from in of on or the to under upon with".split())
# What stands before a name; "Joint" and "General" may be parts of one ("General Purposes
# Committee").
_BEFORE = re.compile(
    r"^(?:(?:decisions?|record|notice|agenda|notes|minutes?|proceedings|all|a|an|the|meetings?"
    r"|members|report|of|to|for|(?:joint|general|public|open|virtual|remote|monthly|hybrid)"
    r"(?=\s+(?:\w+\s+){0,2}meetings?\b)|(?:ordinary|annual|special|extraordinary)"
    r"(?=\s+(?:\w+\s+){0,2}(?:meetings?|council|cabinet|executive)\b))\s+)+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:,?\s+(?i:(?:which\s+was\s+|(?:is\s+|will\s+|to\s+be\s+)"
    r"(?:to\s+)?(?:be\s+)?)?(?:held|convened|commencing|take\s+place))\b.*"
    r"|,?\s+(?:at|in)\s+(?:the\s+|\d|[A-Z]).*|\s+[–—-]\s+.*|\s*:.*|\s*[|;].*)$",
    re.DOTALL,
)


# What may follow the date of a meeting: its time and its place.
_ONLY_TIME = re.compile(
    r"[\s,:;.)–—-]*(?:at|from|commencing at|starting at)?\s*"
    r"(?:\d{1,2}(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?|noon|hours|hrs)?)?"
    r"\s*[,–-]?\s*(?:(?:at|in|via|by)\s.{0,80})?",
    re.IGNORECASE,
)


def ends_in_when(words: str, dates: Sequence[FoundDate]) -> bool:
    """Whether nothing but days, a time and a place follows the first of the dates in a line.

    >>> line = "Cabinet, 6 and 7 May 2021 at 7.30 pm in the Moot Hall"
    >>> ends_in_when(line, find_dates(line))
    True
    """
    days = [day.value for day in dates if day.value]
    if days and days[-1] - days[0] > _LONGEST_MEETING:
        return False  # "1 March 2021 to 30 June 2021" is a period
    between = (words[one.end : two.start] for one, two in pairwise(dates))
    joined = all(re.fullmatch(r"[\s,&/–-]*(?:and|to)?\s*", some) for some in between)
    return joined and bool(_ONLY_TIME.fullmatch(words[dates[-1].end :]))


def council_named(line: str) -> str | None:
    """The council that a line, and nothing else in it, names: a letterhead.

    >>> council_named("EXHAM BOROUGH COUNCIL")
    'Exham Borough Council'
    >>> council_named("Joint working with Exham Council"), council_named("Full Council")
    (None, None)
    """
    if len(line) > _LONGEST:
        return None
    text = _in_english(line.strip(" *_#"))
    text = re.sub(r"\s+(?:draft\s+)?(?:minutes|agenda)$", "", text, flags=re.IGNORECASE)
    if _SHORT.fullmatch(text) or _CITY.fullmatch(text):
        return in_title_case(text)
    if not _COUNCIL.fullmatch(text) or _NOT_A_PLACE.search(text) or _SENTENCE.search(text):
        return None
    names = [word for word in text.split() if not _GENERIC.fullmatch(word)]
    if _TWO_COUNCILS.search(text):
        return None
    return in_title_case(_once(text)) if names and names[0][0].isupper() else None


def _in_english(line: str) -> str:
    """A Welsh council's name in English, where its letterhead gives both.

    >>> _in_english("CYNGOR SIR ABERWEN / ABERWEN COUNTY COUNCIL")
    'ABERWEN COUNTY COUNCIL'
    """
    names = re.split(r"\s+[/|–-]\s+", line)
    others = [name for name in names if not _WELSH.fullmatch(name)]
    return others[0] if len(names) == 2 and len(others) == 1 else line


def _once(name: str) -> str:
    """A name whose first word a PDF prints twice, printed once: "AYRE AYRE COUNCIL"."""
    first, _, rest = name.partition(" ")
    return rest if rest.split(" ", 1)[0].casefold() == first.casefold() else name


def body_named(words: str) -> str | None:
    """The body that a value or a line names, without "meeting", date and place.

    >>> body_named("CABINET MEETING"), body_named("the Planning Committee held on 4 May 2025")
    ('Cabinet', 'Planning Committee')
    >>> body_named("Executive Cabinet"), body_named("Review of the Planning Committee")
    ('Executive Cabinet', None)
    >>> body_named("With the summer holidays upon us the Council")
    >>> body_named("Cabinet Council")  # in two lines of one cell
    'Cabinet'
    """
    if len(words) > _LONGEST:
        return None
    text = _TWO.sub(r"\g<first>", clean_body(words))
    if _TWO_COUNCILS.search(text):
        return None
    if not _BODY.fullmatch(text) or _SUBJECT.search(text) or _SENTENCE.search(text):
        return None
    return in_title_case(text)


def bodies_named(words: str) -> tuple[str, ...]:
    """The bodies that a value names, in order: two where a report goes to one and then the other.

    >>> bodies_named("Cabinet Council"), bodies_named("Audit Committee; Full Council")
    (('Cabinet', 'Council'), ('Audit Committee', 'Full Council'))
    >>> bodies_named("Roads, Housing and Parks Committee")
    ('Roads, Housing and Parks Committee',)
    """
    parts = re.split(r"\s*(?:;|\s/\s|\b(?:and\s+)?then\b)\s*", words[:_LONGEST])
    pairs = [(part, _TWO.fullmatch(clean_body(part))) for part in parts]
    named = (m.group("first", "second") if m else (part,) for part, m in pairs)
    return tuple(filter(None, (body_named(name) for names in named for name in names)))


def body_alone(words: str) -> str | None:
    """The body that a line names which says nothing else, a date or "Minutes" apart.

    >>> body_alone("Cabinet – 4 May 2021"), body_alone("Exham District Council – March update")
    ('Cabinet', None)
    """
    dates = find_dates(words[:_LONGEST])
    if dates and not ends_in_when(words, dates):
        return None
    name = (words[: dates[0].start] if dates else words).strip(" .,:(–—-*_")
    name = re.sub(r"\s+[–—-]\s+(?:minutes|agenda|decisions)$", "", name, flags=re.IGNORECASE)
    return None if re.search(r"\s[–—-]\s|[:;|]", name) else body_named(name)


def clean_body(words: str) -> str:
    """A body's name without what stands around it: articles, "meeting", date, place."""
    dates = find_dates(words)
    text = words[: dates[0].start] if dates else words
    text = re.sub(r"[\s,(–—-]+(?:on(?:\s+the)?)?$", "", text.strip(" .*_"))
    text = _AFTER.sub("", text)
    text = re.sub(r"[\s,(–—-]+(?:on(?:\s+the)?)?$", "", text)
    text = _BEFORE.sub("", text.strip())
    return re.sub(r"\s+meeting$", "", text, flags=re.IGNORECASE).strip(" ,.:–-")


def in_title_case(name: str) -> str:
    """A name printed in capitals as one would write it; any other as it is.

    >>> in_title_case("AUDIT AND GOVERNANCE COMMITTEE"), in_title_case("Licensing committee")
    ('Audit and Governance Committee', 'Licensing committee')
    """
    if not name.isupper():
        return name
    words = [
        w
        if _SHORT_FORM.fullmatch(w)
        else w.lower()
        if w.lower() in _SMALL
        else re.sub(r"[^\W\d_]+", _capitalised, w)
        for w in name.split()
    ]
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def _capitalised(match: re.Match[str]) -> str:
    after_apostrophe = match.start() > 0 and match.string[match.start() - 1] in "'’"
    return match[0].lower() if after_apostrophe and len(match[0]) == 1 else match[0].capitalize()
