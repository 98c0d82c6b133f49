"""What a question is after, and the sections and turns of phrase in which papers give that."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from index.records import Passage, Standing


class Aim(NamedTuple):
    """How a question says what it is after, and how papers show that they give it.

    By the heading of a section, by a turn of phrase, or by the standing of a passage.
    """

    asked: re.Pattern[str]
    heading: re.Pattern[str] | None
    text: re.Pattern[str] | None = None
    standings: tuple[Standing, ...] = ()


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})", re.IGNORECASE)


AIMS: Final = (
    Aim(  # why
        _words(r"why\b", r"reasons?\b", r"grounds\b", r"rationale\b", r"how come\b", r"because\b",
               r"what led\b"),
        _words(r"reasons?\b"),
        _words(r"because\b", r"so that\b", r"due to\b", r"in order to\b", r"owing to\b",
               r"therefore\b", r"to (?:ensure|avoid|allow|enable|reduce)\b", r"would not\b",
               r"as a result\b", r"since ", r"contrary to\b"),
    ),
    Aim(  # what was not chosen
        _words(r"reject", r"alternative", r"options?\b", r"instead\b", r"not chosen\b",
               r"turned down\b", r"ruled out\b", r"why (?:not|was ?n[o’']t|did ?n[o’']t)\b",
               r"weigh(?:ed)? up\b", r"anything else\b", r"other ways\b", r"considered and\b"),
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
        _words(r"consult", r"views?\b", r"respon", r"feedback\b", r"residents said\b",
               r"hear (?:back|from)\b", r"what did .* think\b"),
        _words(r"consultation", r"engagement", r"public participation"),
        _words(r"consult", r"respondents\b", r"responses?\b", r"responded\b"),
    ),
    Aim(
        _words(r"next steps?\b", r"happens? next\b", r"timetable\b", r"timescales?\b"),
        _words(r"next steps?\b", r"timetable", r"timescale", r"future work", r"implementation"),
    ),
    Aim(
        _words(r"legal", r"law\b", r"power to\b", r"duty\b", r"statut"),
        _words(r"legal"),
        _words(r"Act [12]", r"statut", r"power to\b", r"duty\b"),
    ),
    Aim(
        _words(r"next meeting\b", r"meet(?:s|ing)? again\b", r"sit again\b", r"when .* next meet"),
        _words(r"(?:date of )?next meeting"),
        _words(r"next meeting\b"),
    ),
    Aim(  # what initials mean
        _words(r"stands? for\b", r"short for\b", r"abbreviat", r"initials\b"),
        _words(r"glossary", r"abbreviations", r"definitions"),
        re.compile(r"\([A-Z][\w&]+\)|\b(?:known as|short for|stands for)\b"),
    ),
    Aim(  # what a report asks for
        _words(r"recommend", r"asked to\b", r"sign(?:ed)? up\b",
               r"want(?:ed|s)? .{0,30}(?:to|agree)\b", r"propos", r"put to members\b", r"endorse"),
        _words(r"recommend", r"decisions? (?:required|sought)", r"purpose"),
    ),
    Aim(  # what was decided, or is to be
        _words(r"decid", r"decision", r"resol", r"agree", r"approv", r"recommend", r"asked to\b",
               r"sign(?:ed)? (?:up|off)\b", r"endors", r"outcome\b", r"stance\b", r"line\b",
               r"support", r"back(?:ed)?\b", r"refus", r"reject", r"vote", r"go ahead\b",
               r"get through\b", r"go through\b"),
        None,
        standings=("resolved", "recommended", "proposed"),
    ),
)  # fmt: skip


def headed(passage: Passage) -> str:
    """The words that a passage stands under: its heading, and the headings of its columns."""
    return " ".join((passage.heading or "", *passage.columns))


def in_heading(question: str, heading: str) -> bool:
    """Whether a section's heading, or a row's columns, are where papers give what is asked."""
    return any(aim.heading and aim.heading.search(heading) for aim in aims_of(question))


def meets(question: str, heading: str, text: str, standing: Standing) -> float:
    """The share of what a question is after that a text looks to give, by itself or its place.

    0.0 where a question is after nothing in particular.
    """
    met = [_is_met(aim, heading, text, standing) for aim in aims_of(question)]
    return sum(met) / len(met) if met else 0.0


def _is_met(aim: Aim, heading: str, text: str, standing: Standing) -> bool:
    return bool(
        standing in aim.standings
        or (aim.text and aim.text.search(text))
        or (aim.heading and aim.heading.search(heading))
    )


@lru_cache(maxsize=1000)  # asked for every quotation
def aims_of(question: str) -> tuple[Aim, ...]:
    """What a question is after; none where it is after nothing in particular."""
    return tuple(aim for aim in AIMS if aim.asked.search(question))
