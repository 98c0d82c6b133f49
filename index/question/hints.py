"""The times a question speaks of: which of them limit it, and which only hint.

A time limits a question to papers of then only where the words say that papers or meetings of then
are meant:

* it stands on a paper or a meeting: "the June 2018 minutes", "at cabinet on 5 May", "reports
  since April";
* or the question asks what was decided or discussed, and puts an exact time to that: "what did we
  agree in 2015", "what was discussed last month", "decided before 2010". "Early in 2015" and "last
  spring" are not exact. A question that asks for a figure is never limited so: "how much did we
  agree in 2015" may be in a later paper;
* or it opens a stretch: "since …", unless something has lasted since then ("closed since 2014").

A question that asks for a date is never limited: dates to come stand in papers of any time. Any
other time only hints: papers of then are looked at first. A time that something ends, opens or
lasts until ("contracts that end in 2025", "trains until 2018") does not even hint, for papers
speak of it long before. Minutes that were approved or put right hint at the meetings that followed.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from index.question.forms import FORMS, Days
from index.question.when import read_stretch, small
from index.records import QuestionKind

THEN_APPROVED = timedelta(days=100)  # within which a meeting's minutes are approved by a later one


@dataclass(frozen=True, slots=True)
class Spoken:
    """A time as a question speaks of it: its days, where it stands, and the word before it."""

    days: Days
    start: int
    end: int
    rank: int = 9  # how exact it is, the least first
    how: str = ""
    at: int = 0  # where the word before it begins


@dataclass(frozen=True, slots=True)
class Times:
    """The times of a question. ``limit`` is cut out of it, from ``cut[0]`` to ``cut[1]``."""

    spoken: tuple[Spoken, ...] = ()
    limit: Days | None = None
    hint: Days | None = None
    cut: tuple[int, int] = (0, 0)


def times_in(question: str, kind: QuestionKind, today: date) -> Times:
    """The times a question speaks of, with what they limit it to or hint at.

    >>> times_in("What did we agree since April 2007?", "decided", date(2026, 1, 1)).limit.first
    datetime.date(2007, 4, 1)
    >>> times_in("the spring 2015 tidy up", "other", date(2026, 1, 1)).hint.last
    datetime.date(2015, 5, 31)
    """
    text = small(question)
    spoken = tuple(spoken_in(text, today))
    limiting = next((one for one in spoken if _limits(text, one, kind)), None)
    if limiting:
        days = _bounded(limiting.how, limiting.days)
        return Times(spoken, days, days, (limiting.at, limiting.end))
    hinting = [hint for one in spoken if (hint := _hint(text, one))]
    best = min(hinting, key=lambda one: (one.rank, one.start), default=None)
    return Times(spoken, hint=best.days if best else None)


# --- Where times stand ---

_HOW = re.compile(
    r"\b(since|from|after|before|until|till|(?<!turn )(?<!turned )(?<!sign )(?<!signed )up to|by"
    r"|in|on|during|of|at|as of|as at|for|over|between|throughout|within|around|about|to)(?: the)?"
    r"(?: (?:whole|rest) of)?(?: the)?\s+$"
)
_JOINED = re.compile(r"\s*(?:and|or|to|until|till|through|[–-])\s+(?:the )?|\s?[–-]\s?")
# The month named alone, of a paper: "the July minutes".
_PAPER_NEXT = re.compile(
    r" (?:\w+ )?(?:minutes|meetings?|agenda|agm|papers?|reports?|session|newsletter)\b"
)


def spoken_in(text: str, today: date) -> Iterator[Spoken]:
    """Every time of a text in small letters, with stretches such as "from … to …" as one."""
    before: Spoken | None = None
    for one in _found(text, today):
        if before and _JOINED.fullmatch(text, before.end, one.start):
            before = _stretch(text, before, one, today)
            continue
        if before and _is_sure(text, before):
            yield before
        before = one
    if before and _is_sure(text, before):
        yield before


def _found(text: str, today: date) -> list[Spoken]:
    """The longest time at each place, in order."""
    found = [
        Spoken(days, match.start(), match.end(), form.rank + 10 * (not _is_whole(match, form.sure)))
        for form in FORMS
        for match in form.pattern.finditer(text)
        if (days := _days(form.days, match, today))
    ]
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Spoken] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(_with_how(text, one))
    return kept


def _days(
    read: Callable[[re.Match[str], date], Days], match: re.Match[str], today: date
) -> Days | None:
    try:
        return read(match, today)
    except (ValueError, OverflowError):  # such as 31 November
        return None


def _is_whole(match: re.Match[str], is_sure: bool) -> bool:
    said = match.groupdict()
    return is_sure or bool(said.get("y") or said.get("which"))


def _with_how(text: str, one: Spoken) -> Spoken:
    how = _HOW.search(text, max(0, one.start - 40), one.start)
    return replace(one, how=how[1] if how else "", at=how.start() if how else one.start)


def _is_sure(text: str, one: Spoken) -> bool:
    """Whether a month that is named alone is meant as a time."""
    if one.rank < 10:
        return True
    if text[one.start : one.end] in ("spring", "summer", "autumn", "winter", "christmas"):
        return False
    return bool(one.how) or bool(_PAPER_NEXT.match(text, one.end))


def _stretch(text: str, first: Spoken, last: Spoken, today: date) -> Spoken:
    """Two times as one stretch; the one takes the other's year if it names none."""
    days = read_stretch(text[first.start : first.end], text[last.start : last.end], today)
    if not (days.first and days.last) or days.first > days.last:
        return last
    how = "between" if first.how in ("from", "between", "since") else first.how
    return replace(first, days=days, end=last.end, rank=min(first.rank, last.rank), how=how)


# --- What they limit ---

_PAPER: Final = (
    r"(?:minutes|meetings?|agendas?|agm|papers?|reports?|newsletters?|bulletins?|notices?"
    r"|decisions?|resolutions?)"
)
_BODY: Final = r"(?:sessions?|sittings?|cabinet|committee|council|board|panel|forum)"
_ON_PAPER_NEXT = re.compile(rf"['’]?s?(?: \w+){{0,2}}? (?:{_PAPER}|{_BODY})\b(?! tax\b)")
_ON_PAPER_OF_YEAR = re.compile(r" (?:minutes|meetings?|agm|annual (?:general )?meeting|papers)\b")
_ON_PAPER_BEFORE = re.compile(rf"\b(?:{_PAPER}|{_BODY})(?: held| dated)?\s*$")
_OF_YEAR_BEFORE = re.compile(rf"\b{_PAPER}(?: held| dated)?\s*$")
_DECIDING = re.compile(
    r"\b(?:agree(?:d|ment)?|decid\w+|decisions?|resolv\w+|resolutions?|recommend\w*|discuss\w*"
    r"|consider(?:ed)?|debat\w+|minuted|voted?|met)\b"
    r"|\b(?:did|has|have|had|cabinet|council|committee)\b.{0,60}\b(?:approv|endors|adopt|reject|refus"
    r"|defer)\w*|\bwhat (?:was|were|has been) (?:approved|endorsed|adopted"
    r"|rejected|refused|deferred|turned down|thrown out)"
)
_OF_DECIDING = ("since", "in", "on", "during", "at", "before", "after", "between", "over", "within")
_ENDS_DECIDING = re.compile(
    r"\b(?:agreed|decided|resolved|recommended|discussed|considered|approved|said|papers|minutes"
    r"|meetings|decisions|reports)\s+$"
)
_RELATIVE = re.compile(r"(?:the )?(?:this|last|past|previous|yesterday|today)\b|.*\bago$")
_ROUGH = re.compile(
    r"(?:the |last |this |next )?"
    r"(?:early|mid|late|end|start|beginning|first half|second half|spring|summer|autumn|winter"
    r"|christmas)\b"
)
# What lasts since a time: "closed since 2014", "there since May".
_LASTING = re.compile(
    r"\b(?!(?:agreed|decided|resolved|changed|happened|discussed|reported|heard)\b)"
    r"(?:\w+ed|open|shut|there|here|vacant|force|post|place|charge|been|had|when)\s+$"
)
_EVENT: Final = re.compile(
    r"\b(?:ends?|ending|expir(?:es?|ing)|starts?|starting|begins?|beginning|opens?|opening|reopens?"
    r"|reopening|closes?|closing|completes?|finish(?:es)?|due|happens?|lasts?|lapses?|ceases?"
    r"|takes? effect|runs?(?: out)?|will be \w+)\s+$"
)


def _limits(text: str, one: Spoken, kind: QuestionKind) -> bool:
    if kind == "when" or _is_approved(text, one):
        return False
    return _is_on_paper(text, one) or (kind != "how_much" and _is_of_deciding(text, one, kind))


def _is_of_deciding(text: str, one: Spoken, kind: QuestionKind) -> bool:
    """Whether a time is that of what was decided, discussed or newly heard."""
    before = text[: one.at]
    if _is_of_event(before, one):
        return False
    if one.how == "since":
        return not _LASTING.search(before)
    if one.how in ("around", "about") or _ROUGH.match(text[one.start : one.end]):
        return False
    if _RELATIVE.match(text[one.start : one.end]):
        return kind == "latest" or bool(_DECIDING.search(text))
    if one.how in ("until", "till", "up to", "by", "from"):
        return bool(_ENDS_DECIDING.search(before))
    return one.how in _OF_DECIDING and bool(_DECIDING.search(text))


def _is_on_paper(text: str, one: Spoken) -> bool:
    """Whether a time is that of a paper or meeting: "the June minutes", "at cabinet on 5 May"."""
    next_to = _ON_PAPER_NEXT if one.rank % 10 < 2 else _ON_PAPER_OF_YEAR
    if next_to.match(text, one.end):
        return True
    if one.rank % 10 < 2:
        return bool(_ON_PAPER_BEFORE.search(text, 0, one.at))
    if not one.how:
        return False
    # "The report on 2015/16" is about that year; "cabinet in 2024" may stand in any calendar.
    is_about = one.how in ("on", "for", "about", "to", "over")
    return not is_about and bool(_OF_YEAR_BEFORE.search(text, 0, one.at))


def _bounded(how: str, days: Days) -> Days:
    """What "since", "after", "before" and "until" make of the days named after them."""
    if how in ("since", "from"):
        return Days(days.first, None)
    if how == "after" and days.last:
        return Days(days.last + timedelta(days=1), None)
    if how == "before" and days.first:
        return Days(None, days.first - timedelta(days=1))
    if how in ("until", "till", "up to", "by"):
        return Days(None, days.last)
    return days


# --- What they hint at ---

# "approve the June minutes", "the minutes of May 2018 were seconded"; not "agreed in the minutes".
_APPROVE = r"(?:approv|propos|second|adopt|accept|confirm|pass|sign|amend|correct)"
_APPROVING = re.compile(
    rf"\b{_APPROVE}\w*(?! (?:\w+ ){{0,3}}in the)\W(?:\w+\W+){{0,3}}minutes\b"
    rf"|\bminutes\b.{{0,40}}\b{_APPROVE}(?:s|e?d)\b"
)
_MENDING = re.compile(r"\b(?:put right|correct|amend|wrong|mistake|error|inaccura)")


def speaks_of_approval(text: str) -> bool:
    """Whether a text speaks of minutes that were approved or put right.

    >>> speaks_of_approval("who seconded the minutes"), speaks_of_approval("agreed in the minutes")
    (True, False)
    """
    small_text = small(text)
    of_minutes = "minutes" in small_text
    return of_minutes and bool(_APPROVING.search(small_text) or _MENDING.search(small_text))


def _is_approved(text: str, one: Spoken) -> bool:
    """Whether the time is that of minutes which a later meeting approved or put right."""
    around = text[max(0, one.start - 60) : one.end + 60]
    without_time = text[: one.start] + text[one.end :].lstrip()
    return "minutes" in around and speaks_of_approval(without_time)


def _is_of_event(before: str, one: Spoken) -> bool:
    """Whether something ends, opens or lasts until then."""
    if one.how in ("until", "till", "up to"):
        return not _ENDS_DECIDING.search(before)
    return bool(_EVENT.search(before))


def _hint(text: str, one: Spoken) -> Spoken | None:
    if _is_of_event(text[: one.at], one):
        return None
    if one.days.last and _is_approved(text, one):
        after = one.days.last + timedelta(days=1)
        return replace(one, days=Days(after, after + THEN_APPROVED))
    return one
