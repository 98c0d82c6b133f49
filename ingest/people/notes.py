"""What stands in brackets or behind a name in a list: a post, a ward, a party, a time."""

import re
from dataclasses import dataclass

from ingest.people.posts import chair_of, is_former, is_post

# Those who are there for themselves: not of the council, so not taken.
_PUBLIC = re.compile(
    r"\b(?:residents?|public|applicants?|press|reporter|petitioners?|objectors?|agent|guests?"
    r"|visitors?|supporters?|complainants?|tenants?|speakers?|parents?)\b",
    re.IGNORECASE,
)
# Who is listed with apologies and sent none is not taken either.
_SENT_NONE = re.compile(r"\b(?:no|without)\s+apolog", re.IGNORECASE)
_IN_THE_CHAIR = re.compile(
    r"[,;\s]*(?:(?:who\s+)?(?:was\s+)?in\s+the\s+chair|(?:who\s+)?(?:took\s+the\s+chair|presid\w+)"
    r"|chair(?:ing|ed)\s+(?:the\s+)?meeting|chairing)\b[,;\s]*",
    re.IGNORECASE,
)
_SUBSTITUTE = re.compile(
    r"(?:(?:as\s+)?(?:a\s+)?substitut\w*|deputi[sz]ing)(?:\s+member)?(?:\s+for\s+(?P<who>[A-Z].*))?",
    re.IGNORECASE,
)
# Organisations that lists shorten: "(SBC)", "(NHS)"; other capitals are parties and honours.
_INSTITUTION = re.compile(
    r"[A-Z]{0,3}(?:BC|CC|DC|TC|PC|LB)|NHS(?:\s\w+)*|CCG|ICB|[A-Z]{2}FRS"
    r"|(?:[A-Z][\w’'-]*\s){0,4}(?:Council|Police|Constabulary|Trust|Ambulance Service|Fire Service)"
    r"|(?:Police|Transport for|Historic|Natural)\s[A-Z]\w+"
)


@dataclass(frozen=True, slots=True)
class Notes:
    """What the notes beside one name come to."""

    post: str | None = None
    organisation: str | None = None
    in_the_chair: bool = False
    substitute: bool = False
    substitute_for: str | None = None
    private: bool = False


def read_notes(notes: list[str], initials: str) -> Notes:
    """The notes beside a name whose capitals are ``initials``.

    >>> read_notes(["Leader, in the Chair", "Holt Ward"], "AP")
    ... # doctest: +NORMALIZE_WHITESPACE
    Notes(post='Leader', organisation=None, in_the_chair=True, substitute=False,
          substitute_for=None, private=False)
    """
    post = organisation = who = None
    chairs = substitute = private = False
    for note in notes:
        chairs = chairs or bool(_IN_THE_CHAIR.search(note))
        plain = _IN_THE_CHAIR.sub("", note).strip(" ,;.–-")
        if match := _SUBSTITUTE.match(plain):
            substitute, who = True, who or match["who"]
        elif is_initials(plain, initials):
            continue
        elif _INSTITUTION.fullmatch(plain):
            organisation = organisation or plain
        elif is_post(plain) and plain[:1].isupper() and not is_former(plain):
            post = post or plain
        else:
            private = private or bool(_PUBLIC.search(plain) or _SENT_NONE.search(plain))
    return Notes(post, organisation, chairs, substitute, who, private)


def is_initials(note: str, initials: str) -> bool:
    """Whether a note is only the letters that the minutes use for someone: "JS", "MCa"."""
    capitals = "".join(letter for letter in note if letter.isupper())
    short = 2 <= len(note) <= 4 and note.isalpha() and note[:1].isupper()
    return (
        short and bool(initials) and capitals[:1] == initials[0] and capitals[-1:] in initials[1:]
    )


def is_institution(words: str) -> bool:
    """Whether words are a council, a police force or the like, as lists name them."""
    return bool(_INSTITUTION.fullmatch(words))


def is_private(words: str) -> bool:
    """Whether words are of members of the public."""
    return bool(_PUBLIC.search(words))


def chairs_here(notes: Notes) -> bool:
    """Whether someone listed as present was in the chair of this meeting."""
    post = notes.post or ""
    convenes = re.fullmatch(r"(?:the\s+)?(?:acting\s+)?conven[eo]r", post, re.IGNORECASE)
    return notes.in_the_chair or bool(convenes) or chair_of(post) == ("Chair", None)
