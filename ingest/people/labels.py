"""The labels under which minutes list who came, and what each says of those it lists."""

import re
from dataclasses import dataclass

from ingest.people.roll import is_roll

# Every word that such a label is made of; a heading with another word is a subject.
_WORDS = frozenset(
    """a accepted advisers advisors all also an and any apologies apology appointed are as at
    attend attendance attended attendees attending absence absences absent been behalf board
    by cabinet city civic cllrs co-opted committee community coopted council councillors
    county district due elected ex-officio executive external for forum from given group
    guests had have in independent invitation invited invitees joint lay local made member's
    members members' non-voting not noted observers of officer officers officials on online
    or other others panel parish person police press present public received recorded remote
    remotely representatives residents sederunt sent staff statutory sub-committee submitted
    substitute substitutes substitution substitutions support team tendered that the there
    those town via video virtually visitors voting was were which with without zoom teams""".split()
)
_TELLS = (
    ("", r"public|press|guests?|visitors?|residents|observers"),
    ("Apologies", r"apolog\w+"),
    ("Absent", r"absent|absences?|not\s+(?:present|in\s+attendance)"),
    ("Substitute", r"substitut\w+"),
    ("Also present", r"also|others?\s+(?:members|councillors|cllrs)|invit\w+"),
    ("In attendance", r"officers?|officials|staff|advis[eo]rs|support|representatives|police"),
    ("In attendance", r"in\s+attendance"),
    ("Present", r"sederunt|present|attendance|attend\w*|members'?|councillors|cllrs"),
)
_COLON = re.compile(r"(?P<label>[A-Za-z][\w’'/() -]{1,70}?)\s*(?P<mark>:[–-]?|\s[–—-])(?:\s+|$)")
_OF_MEMBERS = re.compile(r"\b(?:members|councillors|cllrs)\b")
# Labels that need no colon before names: none in the singular, and no "Members' …" thing.
_BEFORE_NAMES = re.compile(
    r"(?:.*\s)?(?:sederunt|present|attend\w*|apolog\w+|absen\w+|substitut\w+|invite\w*|members|officers"
    r"|councillors|cllrs|advis[eo]rs|officials|remotely|online|received|from|with|of|by|were|was|for"
    r"|are|accepted|submitted|given|sent|noted|team)\W*(?<!['’])",
    re.IGNORECASE,
)
_PRIVATE = re.compile(r"\b(?:public|press|guests?|visitors?|residents|observers)\b")


@dataclass(frozen=True, slots=True)
class Label:
    """A label, and the names that stand behind it on the same line.

    ``relation`` is "" for those who are there for themselves, who are not taken.
    """

    relation: str
    members: bool  # the list is of members only
    names: str


def label_in(text: str) -> Label | None:
    """The label a line or cell opens with: alone, before a colon, or before names only.

    >>> label_in("Apologies for absence: Cllr Pike")
    Label(relation='Apologies', members=False, names='Cllr Pike')
    >>> label_in("Members' allowances") is None
    True
    """
    text = re.sub(r"^\d{1,2}[.)]?\s+", "", text.strip(" *_#"))
    match = _COLON.match(text)
    if match and (found := _label(match["label"], text[match.end() :])):
        return found
    if match is None and len(text) < 80 and (alone := _label(text, "")):
        return alone
    words, names = _leading(text)
    told = names and _BEFORE_NAMES.fullmatch(words)
    listed = told and (words.isupper() or is_roll(names, members=True))
    return _label(words, names) if listed else None


def _label(words: str, names: str) -> Label | None:
    """What words say as a label; None if any of them is of something else."""
    plain = " ".join(re.sub(r"\((?:s|[^()]{0,30})\)|[:*_.]", " ", words.casefold()).split())
    first, *others = plain.replace("’", "'").split() or [""]
    acronym = len(others) == 1 and words.split()[0].isupper() and len(first) <= 6
    if not (first in _WORDS or acronym) or not set(others) <= _WORDS:
        return None
    for relation, tells in _TELLS:
        if re.search(rf"\b(?:{tells})\b", plain):
            return Label(relation, bool(_OF_MEMBERS.search(plain)), names.strip(" *_"))
    return None


def _leading(text: str) -> tuple[str, str]:
    """The words of a label that a text begins with, and the rest of it."""
    words = text.split(" ")
    count = 0
    while count < min(len(words), 12) and words[count].casefold().strip(":") in _WORDS:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:]).strip()
