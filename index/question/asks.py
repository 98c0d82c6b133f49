"""What a question asks, ask by ask: its clauses, without the words that only lead into them.

People write "RAGES - did we stay in or leave?", "Pool roof: what did it cost, and who paid?" and
"can you tell me when …". A clause asks if it opens with a word that asks, such as "who", "on what
date" or "did".
"""

import re
from collections.abc import Iterator
from typing import Final

AUX: Final = (
    r"(?:(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|must|might|shall)"
    r"(?:n't)?|can't|won't|cannot|ain't)"
)
PREPOSITION: Final = (
    r"(?:about|across|after|against|as|at|before|behind|between|by|during|for|from|in|into|near|of"
    r"|on|over|per|round|since|than|through|to|towards|under|until|till|up|upon|via|with|within"
    r"|without)"
)
_WH = r"(?:who|whom|whose|what|which|when|where|why|how)"
# What opens an ask: "who", "on whose", "did".
OPENER: Final = rf"(?:(?:{PREPOSITION} )?{_WH}|{AUX}|whether)\b"

# Clauses part at a stop, a dash between spaces, and before an ask that is joined on.
_PARTED = re.compile(
    rf"[?!;]+\s*|[:.…]\s+|\s[-–—]+\s|,\s+(?=(?:(?:and|but|or|so|then|if so,?) )*{OPENER})"
    rf"|\s(?:and|but)\s+(?=(?:then |if so,? )?{OPENER})"
)
# "Hi, could you please tell me …", "do we know …", "I need …": courtesy, and no ask.
_LEAD_IN = re.compile(
    r"(?:(?:hi|hello|hey|please|pls|plz|and|but|so|or|then|also|ok|okay|well|just|if so|all"
    r"|(?:a )?quick (?:one|question)|@\S+"
    r"|(?:can|could|would|will) (?:you|anyone|anybody|someone|somebody)(?: please| kindly)?"
    r"|(?:do|does|did) (?:you|we|anyone|anybody|somebody) (?:know|remember|recall)(?: about)?"
    r"|(?:tell|show|give|get|remind|inform) (?:me|us)(?: of| about)?|let (?:me|us) (?:know|have)"
    r"|i(?:'d| would) like(?: to (?:know|see))?|i(?:'m| am) (?:after|looking for|wondering)"
    r"|(?:i |we )?(?:want|need)(?: to (?:know|find out|check))|looking for|wondering|any idea"
    r"|(?:say|check|confirm|find out|find|look up|explain)(?= (?:who|what|which|when|where|why|how"
    r"|whether|if|the)\b))[,:]?\s+)"
)
_OPENS = re.compile(
    rf"{OPENER}|if\b|(?:list|enumerate|itemi[sz]e|set out)\b|name (?!of\b|and\b|change)\S+ "
)
# "when the hall closes": not an ask, but the time of one. An ask has its verb first, or none.
_TIME_CLAUSE = re.compile(
    r"when (?!(?:due|next|last|exactly|precisely)\b)(?=\S+ \S+)"
    rf"(?!{AUX}\b)(?!(?:\S+ ){{0,3}}\S+$)"
)


def clauses(text: str) -> list[str]:
    """The clauses of a question, in small letters and without their lead-ins, in order.

    >>> clauses("RAGES - did we stay? Please tell me when.")
    ['rages', 'did we stay', 'when.']
    """
    plain = _plain(text)
    return [clause for part in _PARTED.split(plain) if (clause := _without_lead_in(part))]


def asks(text: str) -> Iterator[str]:
    """The clauses that ask.

    >>> list(asks("Hollinfold grant: when did it take effect, and who signed?"))
    ['when did it take effect', 'who signed']
    >>> list(asks("When the new council met in May 2019, who got the chair?"))
    ['who got the chair']
    """
    found = [clause for clause in clauses(text) if _OPENS.match(clause)]
    direct = [clause for clause in found if not _TIME_CLAUSE.match(clause)]
    yield from direct or found


def _plain(text: str) -> str:
    """Small letters, straight apostrophes, and "what's" as "what is"."""
    plain = " ".join(text.casefold().replace("’", "'").split())
    return re.sub(rf"\b({_WH}|that|there|it)'s\b", r"\1 is", plain)


def _without_lead_in(clause: str) -> str:
    clause = clause.strip(" ,\"'“”()")
    while match := _LEAD_IN.match(clause):
        clause = clause[match.end() :]
    return clause
