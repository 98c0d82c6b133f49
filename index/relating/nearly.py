"""Whether papers are so nearly the same that they are one, though no day says so."""

from calendar import day_name, month_name
from collections.abc import Sequence

from index.records import FrontPage, ReportFacts
from index.relating.copies import ENOUGH, SHARE_OF_FORMS, Runs, run_of, runs_of, same_number
from index.relating.names import same_body, same_council
from index.relating.prints import RUN, words_in

_TIMES = frozenset(name.casefold() for name in (*month_name, *day_name) if name)


def may_be_one(one: ReportFacts, other: ReportFacts) -> bool:
    """Whether two papers of which either has no day may be one, as far as they say it.

    A draft of a known day and what is approved without one are kept apart: who asks for papers of
    that day would be given neither.
    """
    first, second = one.front, other.front
    dated = [front.meeting_date is not None for front in (first, second)]
    if one.kind != other.kind or all(dated):
        return False
    if any(dated) and first.draft != second.draft:
        return False
    alike = same_council(first, second) and same_body(first, second)
    return alike and same_number(first, second)


def are_nearly_one(one: ReportFacts, other: ReportFacts, texts: tuple[str, str]) -> bool:
    """Whether the texts of two papers are nearly the same, and differ in nothing that matters.

    Newsletters, agendas and forms of one make differ in a date, a figure, a name, or a word in
    place of another. So none of these may differ, but the words of the known day, and those that
    were corrected in a draft.
    """
    first, second = map(runs_of, texts)
    shared = first & second
    if len(shared) < max(ENOUGH, SHARE_OF_FORMS * max(len(first), len(second))):
        return False
    if first == second:
        return True
    days = _words_of_day(one.front) | _words_of_day(other.front)
    only, others_only = (_left_over(text, shared, days) for text in texts)
    if _tell_apart(only, texts[1]) or _tell_apart(others_only, texts[0]):
        return False
    if not (only and others_only):
        return True
    are_drafts = one.front.draft or other.front.draft
    return are_drafts and not (_has_time(only) and _has_time(others_only))


def _left_over(text: str, shared: Runs, days: frozenset[str]) -> list[str]:
    """A text's words that stand in no shared run, as they are written, but those of a day.

    Where the other text has words more, none is left over of this; where it has others, some are.
    """
    words = words_in(text)
    plain = [word.casefold() for word in words]
    covered = {
        place
        for n in range(len(plain) - RUN + 1)
        if run_of(plain, n) in shared
        for place in range(n, n + RUN)
    }
    return [word for n, word in enumerate(words) if n not in covered and plain[n] not in days]


def _tell_apart(only: Sequence[str], other: str) -> bool:
    """Whether a figure, or a capital as names have, is in words that the other text has not."""
    held = {word.casefold() for word in words_in(other)}
    telling = {word.casefold() for word in only if word[0].isupper() or _has_figure(word)}
    return not telling <= held


def _has_time(only: Sequence[str]) -> bool:
    return any(_has_figure(word) or word.casefold() in _TIMES for word in only)


def _has_figure(word: str) -> bool:
    return any(mark.isdigit() for mark in word)


def _words_of_day(front: FrontPage) -> frozenset[str]:
    """The words that say the day of a paper's meeting."""
    day = front.meeting_date
    if day is None:
        return frozenset()
    number = str(day.day)
    ways = {number + ending for ending in ("", "st", "nd", "rd", "th")} | {f"{day:%d}", f"{day:%m}"}
    return frozenset(ways | set(f"{day:%A %a %B %b %Y}".casefold().split()))
