"""How a question leans on what was asked before it: by "it", by "and for …", or barely."""

import re
from dataclasses import dataclass
from typing import Final, Literal

from index.language import stem, words
from index.question.asks import AUX, asks
from index.question.bare import GENERIC, YEAR_BESIDE, is_bare, naming
from index.question.kinds import kind_of
from index.question.terms import Span
from index.question.understanding import Question

How = Literal["stands", "thing", "person", "swap"]

MOST_IN_FRAGMENT = 8  # words of "and for …"; what is longer stands by itself
MOST_BARE = 2  # words, besides "was" and the like, of what asks of nothing: "who seconded?"


@dataclass(frozen=True, slots=True)
class Referring:
    """How a question refers: not at all, to the thing or person spoken of, or by a fragment.

    ``word`` is what refers, such as "it"; ``said`` the question without "and" before it, or the
    fragment that takes the place of part of the question before.
    """

    how: How
    said: str
    word: str = ""
    plural: bool = False


STANDS: Final = "stands"

_JOINED = re.compile(
    r"^(?:(?:ok(?:ay)?|thanks|thank you|great|right|so|then|and|but|or|also|plus|sorry)\b"
    r"[\s,.!–-]*)+",
    re.IGNORECASE,
)
_LIKEWISE = re.compile(
    r"^(?:what|how) about\b\s*|^what of\b\s*|^(?:the )?same (?:question )?(?=for\b|on\b|about\b)"
    r"|^ditto\b[\s,]*|^likewise\b[\s,]*",
    re.IGNORECASE,
)
_LED = re.compile(
    r"(?:for|in|at|on|about|by|from|during|since|before|after|of|under|regarding|re)\b", re.I
)

_PERSON = re.compile(r"\b(he|him|his|she|her|hers)\b", re.IGNORECASE)
_ALONE: Final = (
    rf"(?=\W*$|[,;:?]| (?:{GENERIC}|to|by|in|at|on|for|from|with|of|then|now|last|still)\b"
    r"| (?:affect|apply|bring|change|cover|get|go|happen|help|include|lead|mean|require|save|take"
    r"|work)\b)"
)
# "Before this, when did …" says a time.
_NO_TIME: Final = r"(?<!before )(?<!after )(?<!since )"
# What may point back where a question has a subject of its own, too.
_THING = re.compile(
    rf"\b(?:(?P<one>(?-i:it|It)|its)|{_NO_TIME}(?P<shown>this|that){_ALONE}"
    rf"|(?P<more>them|these{_ALONE}|those{_ALONE}|(?:they|their)(?= [\w-]+\W*$)))\b",
    re.IGNORECASE,
)
# What may point back where a question has none.
_ANY_THING = re.compile(
    r"\b(?:(?P<one>(?-i:it|It)|its)|(?P<shown>this|that)|(?P<more>them|these|those|they|their)"
    r"|(?P<some>(?<=which )ones)|(?P<there>(?<!is )(?<!are )(?<!was )(?<!were )there))\b"
    r"(?! (?:year|month|week|quarter|morning|evening)\b)",
    re.IGNORECASE,
)
# "How much does it cost to hire …", "was it agreed that …": it stands for what comes.
_FORMAL = re.compile(
    r"\W+(?:[\w'’]+ ){0,9}?"
    r"(?:to (?!(?:the|a|an|this|our|cabinet|council|full|committee|scrutiny)\b"
    r"|[A-Z]|\w+[^\Ws]s\b)"
    r"|that (?!\W*$)|whether |if |who |what |which |when |where |how )"
)
# Where a clause ends, so that a word after it may point to what stands before it.
_CLAUSE_ENDS = re.compile(
    r"[:;,.?!–—]|\s-\s|\b(?:and|but|or|so|because|if|when|while|where|after|before|since|until"
    r"|that|which|who|whether|than|though"
    r"|(?:say|says|said|think|thinks|thought|told|claimed|hope|hoped)(?! (?:about|of|on|to)\b)"
    r")\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<!^)\b[A-Z][a-z]")
_SOMEBODY = re.compile(
    r"\b(?:who|councillor|cllr|mayor|leader|officer|member|chair|resident|applicant)\b",
    re.IGNORECASE,
)


def refers(question: Question, *, follows: bool) -> Referring:
    """How a question refers to what was asked before it; ``follows`` if anything was."""
    text = question.text
    joined = _JOINED.match(text)
    rest = text[joined.end() :] if joined else text
    likewise = _LIKEWISE.match(rest)
    fragment = rest[likewise.end() :] if likewise else rest
    if _is_fragment(fragment) and (joined or likewise or (follows and _LED.match(fragment))):
        if not follows and not joined:  # "what about parking?" asks what the papers say of it
            return Referring(STANDS, text)
        said = fragment.strip(" ?.")
        is_time = _limits(question) or YEAR_BESIDE.fullmatch(said)
        how: How = "thing" if is_bare(said) and not is_time else "swap"
        return Referring(how, said, _pointing(said))
    return _by_word(question, rest or text, follows=follows)


def _is_fragment(said: str) -> bool:
    """Whether words ask nothing by themselves: "for payroll", "in 2019"."""
    if not 0 < len([*words(said)]) <= MOST_IN_FRAGMENT:
        return False
    return not [*asks(said)] and kind_of(said) not in ("who", "yes_no", "latest")


def _by_word(question: Question, said: str, *, follows: bool) -> Referring:
    """By a word that points back, or by asking of nothing at all."""
    person = _PERSON.search(said)
    named = [term for term in question.terms if not term.soft]
    is_clear = not follows and len(named) > 1  # it can be searched for all the same
    if person and not is_clear and not _is_person_bound(said, person):
        return Referring("person", said, person[0])
    if _names_nothing(question, said):
        return _without_subject(question, said, follows=follows)
    pointing = _THING.search(said) if follows else None
    if pointing and not _is_bound(said, pointing.span(), question):
        return Referring("thing", said, pointing[0], plural=bool(pointing["more"]))
    return Referring(STANDS, question.text)


def _without_subject(question: Question, said: str, *, follows: bool) -> Referring:
    """Of a question that names no subject: by what points back, if anything does."""
    pointing = _ANY_THING.search(said)
    if pointing and (follows or not (pointing["there"] or _limits(question))):
        return Referring(
            "thing", said, pointing[0], plural=bool(pointing["more"] or pointing["some"])
        )
    if pointing or _limits(question) or not is_bare(said):
        return Referring(STANDS, question.text)
    count = len([word for word in words(said) if not re.fullmatch(AUX, word.text.lower())])
    asks_alone = count <= MOST_BARE and question.kind not in ("decided", "list")
    is_asked = bool([*asks(said)])
    return Referring("thing" if follows or (is_asked and asks_alone) else STANDS, said)


def _names_nothing(question: Question, said: str) -> bool:
    named = (
        word
        for term in question.terms
        if not (term.soft or term.place)
        for word in words(term.asked)
    )
    return is_bare(said) or not naming(named)


def _limits(question: Question) -> bool:
    """Whether a question says a time, a body, a council or a paper."""
    said = question.filters
    limits = (said.council, said.body, said.since, said.until, said.kind, question.days)
    return any(limits) or bool(question.councils) or question.last_meeting


def _pointing(said: str) -> str:
    found = _ANY_THING.search(said)
    return found[0] if found else ""


def _is_bound(said: str, span: Span, question: Question) -> bool:
    """Whether a word points to what the question itself names, before it or right after it.

    "It" is never what its own clause names, but "its" may be: "did the trust sell its hall".
    """
    named = {term.stem for term in question.terms if not term.soft}
    word = said[span[0] : span[1]].lower()
    ends = [match.start() for match in _CLAUSE_ENDS.finditer(said, 0, span[0])]
    end = span[0] if word == "its" else max(ends, default=0)
    formal = word == "it" and _FORMAL.match(said, span[1])
    return bool(formal) or any(stem(one.text) in named for one in words(said[:end]))


def _is_person_bound(said: str, person: re.Match[str]) -> bool:
    """Whether "he" or "her" is somebody the question itself speaks of: "who said he would …"."""
    is_object = person[0].lower() in ("him", "hers")
    before = said[: person.start()]
    return bool(_NAME.search(before)) or (not is_object and bool(_SOMEBODY.search(before)))
