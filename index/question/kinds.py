"""What kind of thing a question asks for, by the words that ask it.

A question of several asks is of the kind of its first, with exceptions: "Was it approved, and on
what terms?" is of the kind of its second ask, for whatever states the terms also says whether; and
"Which pot pays, and how much?" too, for a sum is surely told from what is none. Where
nothing asks ("price range for a website", "outcome of the petition"), the words that a statement
opens or ends with tell.
"""

import re

from index.question.asks import AUX, PREPOSITION, asks, clauses
from index.question.kind_rules import TERSE_RULES, WH_RULES, Rules
from index.records import QuestionKind

# An ask that no mark parts from what stands before it: "trees on the green who is doing them".
_INNER = re.compile(
    rf"\b(?:who|whose|whom|why|(?:{PREPOSITION} )?(?:what|which) (?:date|day|time|firm)"
    rf"|how (?:much|many|long|soon)|(?:what|when|where) {AUX}|what (?:percentage|proportion))\b"
)
# "In Feb 2017 did we back …": the verb comes first, but for a time or place.
_FRONTED = re.compile(
    rf"^{PREPOSITION}(?: (?!who|what|when|which|how|why)[\w'/-]+){{1,7}}? {AUX} "
    r"(?:we|it|they|he|she|there|the|our|this|that|any|anyone|members|councillors|cabinet|council)\b"
)
_WHETHER = re.compile(rf"(?:{AUX}|whether|if)\b")
# "did we stay in or leave", "for or against": one of two was chosen.
_CHOICE = re.compile(
    rf"^{AUX}\b.*\bor (?!not\b|no\b)"
    r"(?:abstain|accept|against|approv|back|close|comment|defer|drop|go|keep|leave|less|more"
    r"|fewer|neutral|object|oppose|out|put|refus|reject|remain|sell|scrap|stay|support|turn|wait|withdraw)\w*\b"
)
_REASON = re.compile(r"why\b|how come\b")
# What is read off a text as a value.
_VALUED = ("who", "when", "how_much")


def kind_of(text: str) -> QuestionKind:
    """What kind of thing a question asks for.

    >>> [kind_of(t) for t in ("who chairs the board", "how much did it cost", "bins")]
    ['who', 'how_much', 'other']
    >>> kind_of("Tower Rd - did we back it?"), kind_of("Was it approved, and on what terms?")
    ('yes_no', 'decided')
    """
    asked = [*asks(text)]
    if not asked:
        return _kind_of_statement(clauses(text))
    first, *further = (_kind_of_ask(ask) for ask in asked)
    if first == "yes_no":
        return next((kind for kind in further if kind not in ("yes_no", "other")), first)
    if first == "other" and not _REASON.match(asked[0]):
        return next((kind for kind in further if kind in _VALUED), first)
    return first


def _kind_of_ask(ask: str) -> QuestionKind:
    if not _WHETHER.match(ask):
        return _first(WH_RULES, ask) or "other"
    if _first(TERSE_RULES[:1], ask):
        return "latest"
    return "decided" if _CHOICE.search(ask) else "yes_no"


def _kind_of_statement(said: list[str]) -> QuestionKind:
    if said and _first(TERSE_RULES[:1], said[0]):  # "latest on who will run the baths"
        return "latest"
    for clause in said:
        if _FRONTED.match(clause):
            return "yes_no"
        if inner := _INNER.search(clause):
            return _kind_of_ask(clause[inner.start() :])
    return next((kind for clause in said if (kind := _first(TERSE_RULES, clause))), "other")


def _first(rules: Rules, clause: str) -> QuestionKind | None:
    return next((kind for kind, pattern in rules if pattern.search(clause)), None)
