"""What somebody who says "follow …" means: a topic, a body, a person or a post, and where.

What is said outright ("follow topic: cabinet") is taken so; else the words tell, and the names of
the bodies held. Nothing has to be held: what no paper speaks of yet can be followed too.
"""

import re
from collections.abc import Callable, Sequence

from bot.following.follows import KINDS, Kind, Subject
from index.question.names import is_name_of, place_of
from index.records import Filters

Bodies = Sequence[tuple[str | None, str | None]]  # councils and bodies held, in pairs

_HEADS = frozenset(
    """assembly board cabinet commission committee council executive forum panel partnership
    subcommittee sub-committee""".split()
)
_SAID = re.compile(rf"^({'|'.join((*KINDS, 'subject'))})\s*:\s*(?=\S)", re.IGNORECASE)
_OUTRIGHT: dict[str, Kind] = {"subject": "topic"}
_TITLES = (
    r"cllrs?|councillor|mrs?|ms|miss|dr|sir|dame|lord|lady|prof|professor|rev|reverend|ald|alderman"
)
_PERSON = re.compile(rf"^(?:{_TITLES})\b\.?\s+\S", re.IGNORECASE)
_OFFICES = (
    r"chair(?:man|woman|person)?|chief executive|clerk|convener|director|engineer|head|leader"
    r"|manager|mayor|(?<!chief )officer|provost|registrar|secretary|solicitor|surveyor|treasurer"
)
_BEFORE = r"(?:(?:acting|assistant|corporate|deputy|executive|interim|strategic|vice)[- ])*"
_POST = re.compile(
    rf"^(?:[\w&'’-]+ ){{0,5}}(?:{_OFFICES}|chief officer|portfolio holder)$"
    rf"|^{_BEFORE}(?:{_OFFICES}|cabinet member|lead member|portfolio holder) (?:for|of|to) \S",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:(?:all |any |new )*decisions? (?:on|about|of|by|in|from|to do with) )?(?:the |about )?",
    re.IGNORECASE,
)
_WHOSE = re.compile(r"^(?:in|by|of|at|from)\s+(?:the\s+)?", re.IGNORECASE)
_WHERE = re.compile(r"\s+(?:in|by|at|from)\s+(?:the\s+)?", re.IGNORECASE)


def read_subject(said: str, held: Bodies) -> Subject:
    """What is meant by words that are not empty."""
    plain = " ".join(said.split()).strip(" .,;:!?\"“”'‘’")
    outright = _SAID.match(plain)
    named = outright[1].casefold() if outright else ""
    kind = _OUTRIGHT.get(named) or next((one for one in KINDS if one == named), None)
    text, filters = _placed(plain[outright.end() :] if outright and kind else plain, held)
    text = _LEADING.sub("", text) or text
    whose = _WHOSE.sub("", text)
    if kind is None and whose != text and _is_body(whose, held):
        return Subject("body", whose, filters)
    return Subject(kind or _kind_of(text, held), text, filters)


def _placed(said: str, held: Bodies) -> tuple[str, Filters]:
    """The words without the body or council at their end, and that as a filter."""
    for match in _WHERE.finditer(said):
        before, place = said[: match.start()], said[match.end() :]
        if not _LEADING.sub("", f"{before} "):
            continue
        if council := _council(place, held):
            return before, Filters(council=council)
        if _is_body(place, held):
            return before, Filters(body=place)
    return said, Filters()


def _kind_of(text: str, held: Bodies) -> Kind:
    if _PERSON.match(text):
        return "person"
    if _POST.match(text):
        return "post"
    return "body" if _is_body(text, held) or _council(text, held) else "topic"


def _is_body(said: str, held: Bodies) -> bool:
    """Whether words are a body's name, held or not: "planning" is a topic though one is called so.

    >>> _is_body("planning committee", ()), _is_body("planning", ((None, "Planning Committee"),))
    (True, False)
    """
    last = said.casefold().split()[-1:]
    if last and last[0] in _HEADS:
        return True
    named = (body.casefold().removeprefix("the ") for _, body in held if body)
    return said.casefold() in named


def _council(said: str, held: Bodies) -> str | None:
    """The one council held that words name in full, or by its place; "council" is none."""
    named = {council for council, _ in held if council and _is_council(said, council)}
    return named.pop() if len(named) == 1 else None


def _is_council(said: str, council: str) -> bool:
    ways: tuple[Callable[[str], str], ...] = (str, place_of)
    if any(way(council).casefold() == said.casefold() for way in ways):
        return True
    place = place_of(council).casefold()
    return bool(place) and place in said.casefold() and is_name_of(said, council)
