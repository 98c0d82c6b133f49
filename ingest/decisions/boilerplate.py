"""What papers print about decisions in general, and about no decision in particular."""

import re

_BOILERPLATE = re.compile(
    r"\W*(?:(?:an?|the)\s+[“\"‘']?key\s+decision[”\"’']?\s+(?:is|means)\b"
    r"|(?:this|the|these|any)\s+decisions?\s+(?:is|are)\s+(?:not\s+)?(?:an?\s+)?(?:key\b|subject\s+to"
    r"|open\s+to|eligible|exempt\s+from|urgent)"
    r"|(?:this|the|these|all|any|both)\s+(?:\w+\s+){0,3}decisions?\s+(?:\w+\s+){0,4}?(?:will|shall|may|"
    r"can|cannot|must|should|come|comes|takes?)\b"
    r"|(?:the\s+)?(?:deadline|period|last\s+date|date)\s+for\s+call[- ]?in\b|call[- ]?in\b"
    r"|members?\s+(?:are|is)\s+(?:reminded|requested\s+to\s+(?:note\s+the|contact|bring|declare|sign))"
    r"|(?:any\s+)?(?:decisions?|items?)\s+marked\b|decisions?\s+(?:in|on|set\s+out|listed|which|that|"
    r"made\s+by|taken\s+by)\b[^.]{0,120}\b(?:will|may|can|shall)\b"
    r"|please\s+note\b|(?:if\s+)?you\s+(?:may|can|have|wish|would)\b|unless\s+called"
    r"|(?:no|any)\s+(?:decision|resolution)\s+(?:was|is|has\s+been|will\s+be)\b"
    r"|(?:signed|date(?:\s+signed)?|signature|dated|decision\s+(?:maker|date|ref\w*|status|type|number|no"
    r"|due)|date\s+of\s+(?:decision|publication)|published|publication\s+date)\s*(?:[:.…_]|$))",
    re.IGNORECASE,
)


def is_boilerplate(words: str) -> bool:
    """Whether a line says how decisions are made or called in, rather than what was decided.

    >>> is_boilerplate("The decision will come into force on 3 May unless called in.")
    True
    >>> is_boilerplate("The decision to sell the hall was deferred.")
    False
    """
    return bool(_BOILERPLATE.match(words))
