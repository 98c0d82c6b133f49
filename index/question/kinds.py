"""What kind of thing a question asks for, by the words that ask it."""

import re
from typing import Final

from index.records import QuestionKind


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


# In order: the first that fits decides. "When was it agreed" asks for a date, not a decision.
_KINDS: Final[tuple[tuple[QuestionKind, re.Pattern[str]], ...]] = (
    ("latest", _pattern(r"\b(latest|newest|up to date|update on)\b", r"\bcurrent (position|stat)")),
    (
        "how_much",
        _pattern(
            r"\bhow (much|many)\b",
            r"\b(what|which) (\w+ ){0,4}(cost|sum|amount|budget|price|fee|charge|total|value)s?\b",
            r"\bwhat (percentage|proportion)\b",
            r"^what (did|does|do|will|would) .* cost\b",
        ),
    ),
    (
        "who",
        _pattern(
            r"\b(who|whom|whose)\b",
            r"\b(which|what) (\w+ )?(officer|councillor|member|person|company|organisation)\b",
            r"\b(which|what) (\w+ )?(contractor|supplier|provider|authority|firm)\b",
            r"\bname of\b",
        ),
    ),
    (
        "when",
        _pattern(r"\bwhen\b", r"\b(what|which) (date|day|month|year)\b", r"\bhow (long|soon)\b"),
    ),
    (
        "list",
        _pattern(
            r"^list\b",
            r"\b(what|which) (are|were) (the |our |its )?(\w+ ){0,4}?(?!was|is|does|has)\w+s\b",
            r"\bwhich (\w+ )?(services|projects|options|reports|papers|risks|bodies)\b",
        ),
    ),
    (
        "decided",
        _pattern(
            r"^(?!did|was|were|is|has|have).*\b(decid\w*|decisions?|resolv\w*|resolutions?)\b",
            r"^(?!did|was|were|is|has|have).*\b(agreed?|approv\w*|outcome|recommend\w*|reject\w*)\b",
            r"^(?!did|was|were|is|has|have).*\b(refus\w*|deferr?\w*|voted?|noted?|endorsed?)\b",
        ),
    ),
    (
        "yes_no",
        _pattern(r"^(is|are|was|were|did|does|do|has|have|had|can|could|will|would|should)\b"),
    ),
)


def kind_of(text: str) -> QuestionKind:
    """What kind of thing a question asks for.

    >>> [kind_of(t) for t in ("who chairs the board", "how much did it cost", "bins")]
    ['who', 'how_much', 'other']
    >>> kind_of("what did cabinet decide on Blackpool"), kind_of("what are the five priorities")
    ('decided', 'list')
    """
    return next((kind for kind, pattern in _KINDS if pattern.search(text.strip())), "other")
