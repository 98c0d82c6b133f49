"""What a question is after, and the sections and turns of phrase in which papers give that."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from index.records import Passage


class Aim(NamedTuple):
    """How a question says what it is after, and how a heading or a text shows that it gives it."""

    asked: re.Pattern[str]
    heading: re.Pattern[str]
    text: re.Pattern[str] | None = None


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})", re.IGNORECASE)


AIMS: Final = (
    Aim(  # why: the reasons section, or a sentence that gives one
        _words(r"why\b", r"reason", r"grounds\b", r"rationale\b", r"how come\b", r"because\b"),
        _words(r"reasons?\b"),
        _words(r"because\b", r"so that\b", r"due to\b", r"in order to\b", r"owing to\b",
               r"therefore\b", r"to (?:ensure|avoid|allow|enable|reduce)\b", r"would not\b"),
    ),
    Aim(  # what was not chosen
        _words(r"reject", r"alternative", r"options?\b", r"instead\b", r"not chosen\b",
               r"turned down\b", r"ruled out\b", r"why (?:not|was ?n[o’']t|did ?n[o’']t)\b"),
        _words(r"alternative", r"options?\b"),
        _words(r"rejected\b", r"not (?:recommended|pursued|taken forward)\b"),
    ),
    Aim(  # whom to turn to
        _words(r"wrote\b", r"written by\b", r"authors?\b", r"contact", r"ring\b", r"phone\b",
               r"e-?mail\b", r"put together\b", r"drafted\b", r"whose report\b", r"speak to\b"),
        _words(r"report authors?\b", r"contact", r"authors?\b", r"report (?:of|by)\b"),
        _words(r"contact officer", r"report authors?\b", r"report (?:of|by)\b", r"author:"),
    ),
    Aim(
        _words(r"risks?\b", r"go wrong\b", r"dangers?\b"),
        _words(r"risks?\b"),
    ),
    Aim(
        _words(r"consult", r"views?\b", r"respon", r"feedback\b", r"residents said\b"),
        _words(r"consultation", r"engagement", r"public participation"),
        _words(r"consult", r"respondents\b", r"responses\b"),
    ),
    Aim(
        _words(r"next steps?\b", r"happens? next\b", r"timetable\b", r"timescales?\b"),
        _words(r"next steps?\b", r"timetable", r"timescale", r"future work", r"implementation"),
    ),
    Aim(
        _words(r"legal", r"law\b", r"power to\b", r"duty\b", r"statut"),
        _words(r"legal"),
    ),
    Aim(
        _words(r"next meeting\b", r"meet(?:s|ing)? again\b", r"sit again\b", r"when .* next meet"),
        _words(r"(?:date of )?next meeting"),
        _words(r"next meeting\b"),
    ),
)  # fmt: skip
_DECISION = _words(
    r"decid", r"decision", r"resol", r"agree", r"approv", r"recommend", r"asked to\b",
    r"sign(?:ed)? (?:up|off)\b", r"endors", r"outcome\b", r"stance\b", r"line\b", r"support",
    r"back(?:ed)?\b", r"refus", r"reject", r"vote", r"go ahead\b",
)  # fmt: skip


def meets_aim(question: str, passage: Passage, text: str) -> float:
    """The share of what a question is after that a text, by itself or its heading, looks to give.

    0.0 where a question is after nothing in particular.
    """
    met: list[bool] = []
    heading = " ".join((passage.heading or "", *passage.columns))
    for aim in _aims(question):
        in_text = aim.text is not None and aim.text.search(text)
        met.append(bool(in_text or aim.heading.search(heading)))
    if _speaks_of_decision(question):
        met.append(passage.standing in ("resolved", "recommended", "proposed"))
    return sum(met) / len(met) if met else 0.0


# Both are asked for every quotation.
@lru_cache(maxsize=1000)
def _aims(question: str) -> tuple[Aim, ...]:
    return tuple(aim for aim in AIMS if aim.asked.search(question))


@lru_cache(maxsize=1000)
def _speaks_of_decision(question: str) -> bool:
    return bool(_DECISION.search(question))
