"""A person as papers name them: name, post, organisation, with telephone and e-mail kept apart."""

import re
from dataclasses import dataclass

from ingest.contact import split_contact
from ingest.people.posts import (
    begins_post,
    is_abstract,
    is_post,
    is_post_alone,
    is_subject,
    is_surname,
    names_a_thing,
    starts_post,
)

_TITLES = (
    "Cllr Clr Cr Councillor Alderman Alderwoman Ald Baillie Bailie Provost Mr Mrs Ms Miss Mx Dr Sir"
    " Dame Lady Lord Baroness Baron Hon Prof Professor Rev Revd Reverend Canon Fr Father Major Col"
    " Colonel Capt Captain PC PCSO WPC CPO Sgt Sergeant Insp Inspector Supt Superintendent"
).split()
_ONE_TITLE = rf"(?:(?:The\s+)?Rt\.?\s+Hon|{'|'.join([*_TITLES, *map(str.upper, _TITLES)])})\b\.?"
TITLE = rf"(?:{_ONE_TITLE}(?:\s+{_ONE_TITLE}){{0,2}})"
_CAPITAL = "[A-ZÀ-ÖØ-ÞŁŚŠŽČĐ]"
_BEFORE_SURNAME = (
    r"(?:(?:de la|de|van der|van den|van|von|le|la|du|da|dos|di|el|al|bin|ap|ab|Mc|Mac|St\.?"
    r"|O’|O')\s+)"
)
_WORD = rf"{_BEFORE_SURNAME}?(?:(?:{_CAPITAL}\.){{1,4}}|{_CAPITAL}[\w’'-]*)"
NAME = (
    rf"(?!(?:Councillors|Cllrs|Members|The|Also|In|Present|Attendance|Apologies)\b(?!\s+Rt))"
    rf"(?:{TITLE}\s+{_WORD}(?:\s+{_WORD}){{0,3}}|{_WORD}(?:\s+{_WORD}){{1,3}})"
)
_NAME = re.compile(NAME)
_TITLED = re.compile(rf"{TITLE}\s+")
# "Lord" and "Lady" before these are no title of a person: the office is called so.
_CIVIC_HEAD = re.compile(r"(?:Lord|Lady)\s+(?:Mayor(?:ess)?|Provost|Lieutenant)")
_INITIALS = re.compile(r"[A-Z]{1,2}[a-z]?[A-Z]{0,2}")  # what minutes call someone by afterwards
_NOBODY = re.compile(
    r"(?:see\b.*|as\s+(?:above|before|lead)\b.*|vacan(?:t|cy)\b.*|tb[cad]\b.*|to\s+be\s+"
    r"(?:confirmed|appointed|advised|agreed|decided)\b.*|n/?a|none|not\s+applicable|nil|all|various"
    r"|ditto|[\W\d]*|yes|no|unknown|post\s+vacant\b.*|same\b.*|council\s+offices?"
    r"|all\s+\w+(?:\s+\w+)?"
    r"|each\b.*|any\b.*|present|received|attached|to\s+follow|verbal|not\s+\w+(?:\s+\w+)?)[.\s]*",
    re.IGNORECASE,
)
_KIND_OF_COUNCIL = (
    r"(?:Metropolitan|Royal|London|County|City|Borough|District|Town|Parish|Community|Unitary)"
)
_PLACE_FIRST = (
    r"(?:North|South|East|West|Great|New|Old|St|King[’']s|Royal|Upper|Lower|Mid|Milton|High)"
)
_ORGANISATION = re.compile(
    rf"(?:^|[\s,(–-])(?P<name>(?:{_PLACE_FIRST}\.?\s+)*(?!(?:the|Full)\b)[A-Z][\w’'-]+"
    rf"(?:\s+(?:and|with|upon|on|under)\s+[A-Z][\w’'-]+)?\s+(?:{_KIND_OF_COUNCIL}\s+)*"
    r"(?:MBC|MDC|CBC|LBC|BC|CC|DC|Council|Police|Constabulary|CCG|ICB|NHS(?:\s+\w+){0,2}\s+Trust"
    r"|Ltd|Limited|plc|LLP))\)?$"
)


_LONGEST = 500  # characters of a cell that may name someone


@dataclass(frozen=True, slots=True)
class Person:
    """Someone named, or a post alone; at least one of the two is there."""

    name: str | None
    post: str | None = None
    organisation: str | None = None
    contact: str | None = None


def person_in(text: str) -> Person | None:
    """The person or post that a cell or a phrase is; None for a vacancy or a reference.

    >>> person_in("Ann Pike Payroll Manager Exham MBC 01632 960142 ann.pike@exham.gov.uk")
    ... # doctest: +NORMALIZE_WHITESPACE
    Person(name='Ann Pike', post='Payroll Manager', organisation='Exham MBC',
           contact='01632 960142, ann.pike@exham.gov.uk')
    >>> person_in("See Lead Officer"), person_in("TBC")
    (None, None)
    >>> person_in("Head of Finance")
    Person(name=None, post='Head of Finance', organisation=None, contact=None)
    """
    if len(text) > _LONGEST:
        return None
    rest, contact = split_contact(" ".join(text.split()))
    if _NOBODY.fullmatch(rest) or len(rest) > 250:
        return None
    rest, organisation = _organisation(rest)
    name, post = _name_and_post(rest)
    if name is None and not (post and is_post_alone(post)):
        return None
    return Person(name, post or None, organisation, contact)


def is_nobody(text: str) -> bool:
    """Whether words say that there is nobody, or refer elsewhere: "None", "See above"."""
    return bool(_NOBODY.fullmatch(text))


def is_name(text: str, *, member: bool = False) -> bool:
    """Whether words are a person's name and nothing else.

    Hall, Lane and Page are names of people where a title, an initial or, with ``member``, the list
    they stand in says so.

    >>> [is_name(words) for words in ("Cllr A Pike", "Ann O'Hara", "Planning Manager", "Exham")]
    [True, True, False, False]
    >>> is_name("Lady Mayor")
    False
    """
    if _CIVIC_HEAD.fullmatch(text):
        return False
    words = _TITLED.sub("", text, count=1).split()
    titled = bool(_TITLED.match(text))
    subject = bool(words) and not titled and (is_subject(words[0]) or is_abstract(words[-1]))
    known = titled or member or (bool(words) and len(words[0].strip(".")) == 1)
    thing = names_a_thing(words[:-1] if known and is_surname(words[-1:]) else words)
    return bool(_NAME.fullmatch(text)) and not subject and not thing


def _organisation(text: str) -> tuple[str, str | None]:
    """A text without the organisation it ends with; "Leader of Exham Council" keeps it as well."""
    match = _ORGANISATION.search(text)
    if match is None:
        return text, None
    before = text[: match.start("name")].rstrip(" ,(–-")
    kept = text if re.search(r"\b(?:of|to|for|the|at)$", before) else before
    return kept, match["name"]


def _name_and_post(text: str) -> tuple[str | None, str | None]:
    """Name and post, whatever stands between them: a comma, a dash, brackets or nothing."""
    parts = re.split(r"\s*[,;|]\s+|\s+[–—-]\s+|\s*\(", text, maxsplit=1)
    if len(parts) == 2:
        first, second = parts[0].strip(), _closed(parts[1], text)
        if is_name(first):
            return first, second if _may_be_post(second) else None
        if is_name(second) and is_post(first):
            return second, first
    if is_name(text):
        return text, None
    return _run_together(text)


def _may_be_post(words: str) -> bool:
    """Whether what follows a name may be its post or its department: no initials, no address."""
    other = not words[:1].isupper() or _INITIALS.fullmatch(words) or is_name(words)
    return bool(words) and (is_post(words) or not other)


def _closed(second: str, whole: str) -> str:
    """What stood in brackets, or after a comma, without the bracket that only opened it."""
    unopened = second.count(")") > second.count("(")
    return second.replace(")", "", 1).strip() if unopened and whole else second.strip()


def _run_together(text: str) -> tuple[str | None, str | None]:
    """Name and post with only a space between: the name ends where a post may begin."""
    title = _TITLED.match(text)
    at = title.end() if title else 0
    words = text[at:].split()
    count = _words_of_name(words, titled=bool(title))
    name = (text[:at] + " ".join(words[:count])).strip()
    if count == 0 or not is_name(name):
        return None, text
    rest = " ".join(words[count:])
    return name, rest if _may_be_post(rest) else None


def _words_of_name(words: list[str], *, titled: bool) -> int:
    """How many words from the left are a name: two, or three before the start of a post."""
    capitals = [w[:1].isupper() and not begins_post(w) for w in words[:4]] + [False] * 4
    if not capitals[0]:
        return 0
    if not capitals[1]:
        return 1 if titled else 0
    initial = len(words[1].strip(".")) == 1
    before_post = len(words) == 3 or (len(words) > 4 and starts_post(words[3]))
    if capitals[2] and (initial or before_post) and not is_subject(words[2]):
        return 3
    return 2
